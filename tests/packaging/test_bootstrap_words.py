"""The README's commands: words, checks and what they pass on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bootstrap import USAGE, checks, main, parse
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
    assert [title for title, _ in found] == ["ruff check", "ruff format", "mypy", "import contracts", "pytest"]
    assert found[-1][1][-2:] == ["-k", "handout"]
    assert "-k" not in found[0][1]


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
