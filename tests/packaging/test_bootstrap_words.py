"""The README's commands: words, checks and what they pass on."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bootstrap import USAGE, Check, checks, main, parse, run_checks
from system_libraries import Stop

CHECKOUT = Path(__file__).resolve().parents[2]


def test_a_word_and_its_arguments_are_split() -> None:
    assert parse(["run", "--demo", "x.db"]) == ("run", ["--demo", "x.db"])
    assert parse(["test"]) == ("test", [])


@pytest.mark.parametrize("arguments", [[], ["walk"], ["--demo", "run"]])
def test_an_unknown_word_stops_with_the_usage(arguments: list[str]) -> None:
    with pytest.raises(Stop, match=r"^usage: "):
        parse(arguments)


def test_wrong_usage_is_exit_code_2_and_help_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["walk"]) == 2
    assert main(["--help"]) == 0
    assert capsys.readouterr().err.count(USAGE) == 2


def test_every_check_is_there_and_arguments_go_to_pytest() -> None:
    found = checks(["-k", "handout"], processors=2)
    assert [check.title for check in found] == ["ruff check", "ruff format", "import contracts", "mypy", "pytest"]
    assert found[-1].command[-2:] == ["-k", "handout"]
    assert not any("-k" in check.command for check in found[:-1])


def test_tests_nobody_read_yet_are_read_by_one_process_before_all_workers_do() -> None:
    found = checks([], processors=2, fresh=True)
    assert [check.title for check in found[-2:]] == ["pytest reads", "pytest"]
    assert {"--collect-only", "no:xdist"} <= set(found[-2].command) and "-n" in found[-1].command


def test_what_ran_beside_the_others_is_shown_whole_after_them(capfd: pytest.CaptureFixture[str]) -> None:
    def printing(title: str, code: int, *, beside: bool = False) -> Check:
        program = f"import sys; print('{title} says one'); print('{title} says two'); sys.exit({code})"
        return Check(title, [sys.executable, "-c", program], beside)

    assert run_checks([printing("types", 1, beside=True), printing("style", 0), printing("tests", 0)]) == 1
    written = capfd.readouterr()
    parts = re.findall(r"== .*|.* says .*|.*(?:ok|FAILED)(?= \()", written.out + written.err)
    assert sorted(parts) == sorted(
        [
            *("== style", "style says one", "style says two", "== tests", "tests says one", "tests says two"),
            *("== types", "types says one", "types says two", "== Summary"),
            *("   style: ok", "   tests: ok", "   types: FAILED"),
        ]
    )
    assert run_checks([printing("style", 0)]) == 0


def test_what_is_quiet_is_shown_when_it_fails(capfd: pytest.CaptureFixture[str]) -> None:
    def reading(code: int) -> Check:
        return Check("reading", [sys.executable, "-c", f"import sys; print('read'); sys.exit({code})"], quiet=True)

    assert run_checks([reading(0)]) == 0
    assert "read\n" not in capfd.readouterr().out
    assert run_checks([reading(1)]) == 1
    assert "read\n" in capfd.readouterr().out


def test_the_script_starts_on_the_standard_library_alone() -> None:
    script = CHECKOUT / "packaging" / "bootstrap.py"
    done = subprocess.run([sys.executable, "-S", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (2, USAGE.strip())


def test_the_pipeline_calls_what_the_readme_says() -> None:
    pipeline = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert "set -euo pipefail" in pipeline
    assert "python3 packaging/bootstrap.py test" in pipeline
    assert "python3 packaging/bootstrap.py test" in readme
    assert "python3 packaging/bootstrap.py run" in readme
