"""The commands as real processes: streams, exit codes, and nothing but the document on stdout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import PASSWORD, Shell, check
from tests.conftest import CHECKOUT


def start(environment: dict[str, str], *words: str | Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run `icm-desktop` with these words."""
    command = [sys.executable, "-m", "icm_desktop", *map(str, words)]
    return subprocess.run(command, env=environment | more, cwd=CHECKOUT, capture_output=True, timeout=120, check=False)


def test_a_process_prints_one_document_and_says_progress_on_stderr(environment, shell: Shell, golden_dir):
    words = ("--database", shell.database, "--user", "ada", "--json", "import", golden_dir / "a.json")
    ended = start(environment, *words, ICM_PASSWORD=PASSWORD)
    assert ended.returncode == 0, ended.stderr
    check("import", json.loads(ended.stdout))
    assert b"%" in ended.stderr


def test_exit_codes_reach_the_caller(environment, shell: Shell):
    words = ("--database", shell.database, "--user", "ada")
    assert start(environment, *words, "patients", ICM_PASSWORD=PASSWORD).returncode == 0
    assert start(environment, *words, "patients", ICM_PASSWORD="wrong").returncode == 1
    assert start(environment, *words, "patents").returncode == 2


def test_any_locale_prints_names_as_utf_8(environment, shell: Shell, write):
    name = [{"family": "Núñez", "given": ["李"]}]
    shell.json("import", write("a.json", {"resourceType": "Patient", "id": "p", "name": name}))
    plain = environment | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    words = ("--database", shell.database, "--user", "ada", "--password-file", shell.password_file)
    ended = start(plain, *words, "patients")
    assert ended.returncode == 0, ended.stderr
    assert "Núñez, 李" in ended.stdout.decode("utf-8")


def test_a_command_never_loads_the_window_and_signing_in_nothing_of_the_exchange(environment, shell: Shell):
    code = (
        "import sys; import icm_desktop.bootstrap; "
        "print([name for name in sys.modules if name.startswith('icm_desktop.exchange')], file=sys.stderr); "
        "from icm_desktop.__main__ import main; main(sys.argv[1:]); "
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'ui')], file=sys.stderr)"
    )
    words = ["--database", shell.database, "--user", "ada", "--password-file", shell.password_file, "patients"]
    command = [sys.executable, "-c", code, *map(str, words)]
    ended = subprocess.run(command, env=environment, cwd=CHECKOUT, capture_output=True, timeout=120, check=True)
    told = ended.stderr.decode().strip().splitlines()
    assert (told[0], told[-1]) == ("[]", "[]")
