"""What cannot be opened is refused in one sentence: exit code 1, no traceback, every file as it was, none added."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PASSWORD, Shell, bare
from tests.conftest import CHECKOUT

FILES = ("", ".keys.json", ".keys.json.bak")
LIMITED = (
    "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); "
    "from icm_desktop.__main__ import main; sys.exit(main(sys.argv[2:]))"
)


def _plain(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()


def _plain_without_keys(file: Path) -> None:
    _plain(file)
    _no_keys(file)


def _no_keys(file: Path) -> None:
    for name in FILES[1:]:
        Path(f"{file}{name}").unlink()


def _spoiled_keys(file: Path) -> None:
    for name in FILES[1:]:
        Path(f"{file}{name}").write_text("{")


def _all_but_the_first_page(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start + 200] ^= 1
    file.write_bytes(content)


REFUSALS: dict[str, tuple[Callable[[Path], object], str]] = {
    "plain": (_plain, "is not encrypted"),
    "plain without keys": (_plain_without_keys, "is not encrypted"),
    "no keys": (_no_keys, "is missing"),
    "spoiled keys": (_spoiled_keys, "damaged"),
    "empty": (lambda file: file.write_bytes(b""), "damaged"),
    "cut": (lambda file: file.write_bytes(file.read_bytes()[:100_001]), "damaged"),
    "noise": (lambda file: file.write_bytes(b"\x07" * 8192), "do not belong together"),
    "damaged": (_all_but_the_first_page, "damaged"),
    "gone": (lambda file: file.unlink(), "no database at"),
}


def _copied(shell: Shell, folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(f"{shell.database}{name}", folder / f"p.icm{name}")
    return folder / "p.icm"


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


REFUSED = (1, b"", 1, True)  # exit code, nothing printed, one sentence, and every file as it was


def _tried(shell: Shell, file: Path) -> tuple[tuple[int, bytes, int, bool], str]:
    """How opening the file ended, and the sentence."""
    before = _content(file.parent)
    ran = bare("--database", file, "--user", "ada", "--password-file", shell.password_file, "patients")
    return (ran.code, ran.out, len(ran.err.splitlines()), _content(file.parent) == before), ran.err


@pytest.mark.parametrize("what", REFUSALS)
def test_a_file_that_cannot_be_opened_is_left_as_it_was(demo: Shell, tmp_path: Path, what: str):
    spoil, words = REFUSALS[what]
    file = _copied(demo, tmp_path / "there")
    spoil(file)
    ended, said = _tried(demo, file)
    assert ended == REFUSED and words in said


@pytest.mark.parametrize("folder", ["OneDrive - Clinic", "Dropbox", "Nextcloud"])
def test_a_synchronised_folder_is_refused(demo: Shell, tmp_path: Path, folder: str):
    ended, said = _tried(demo, _copied(demo, tmp_path / folder / "practice"))
    assert ended == REFUSED and "synchronised or network folder" in said


def _without_privileges(*command: str) -> list[str]:
    """Root may write everything; without these two capabilities it is like anybody else."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("needs setpriv")
    return [setpriv, "--bounding-set", "-dac_override,-dac_read_search", "--", *command]


@pytest.mark.parametrize("mode", [(0o400, 0o700), (0o400, 0o500), (0o600, 0o500)])
def test_a_file_or_folder_that_can_only_be_read_is_refused(demo: Shell, tmp_path: Path, environment, mode):
    file = _copied(demo, tmp_path / "there")
    before = _content(file.parent)
    for path in file.parent.iterdir():
        path.chmod(mode[0])
    file.parent.chmod(mode[1])
    words = ["--database", str(file), "--user", "ada", "patients"]
    command = _without_privileges(sys.executable, "-m", "icm_desktop", *words)
    more = environment | {"ICM_PASSWORD": PASSWORD}
    ended = subprocess.run(command, env=more, cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=False)
    file.parent.chmod(0o700)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "can only be read here" in ended.stderr and "Traceback" not in ended.stderr
    assert _content(file.parent) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are of Unix")
@pytest.mark.parametrize("most", [300, 20_000])
def test_a_full_disk_at_sign_in_is_said_and_the_database_stays(demo: Shell, tmp_path: Path, environment, most: int):
    file = _copied(demo, tmp_path / "there")
    before = file.read_bytes()
    words = [str(most), "--database", str(file), "--user", "ada", "patients"]
    more = environment | {"ICM_PASSWORD": PASSWORD, "ICM_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", LIMITED, *words]
    ended = subprocess.run(command, env=more, cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "The disk is full, so nothing was saved. Free some space and try again.\n"
    assert file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are of Unix")
def test_a_full_disk_leaves_no_half_made_practice(tmp_path: Path, environment):
    file = tmp_path / "there" / "p.icm"
    words = ["20000", "--database", str(file), "--user", "ada", "init", "--practice", "Riverbend"]
    more = environment | {"ICM_PASSWORD": PASSWORD}
    command = [sys.executable, "-c", LIMITED, *words]
    ended = subprocess.run(command, env=more, cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, list(file.parent.iterdir())) == (1, [])
    assert "disk is full" in ended.stderr and "Traceback" not in ended.stderr


def test_a_place_for_settings_that_cannot_be_used_is_said(demo: Shell, tmp_path: Path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "file"))
    ran = demo.run("patients")
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert "cannot be used" in ran.err


def test_a_backup_into_no_folder_names_the_folder(demo: Shell, tmp_path: Path):
    ran = demo.run("backup", "--out", tmp_path / "none" / "b.icm")
    assert ran.code == 1
    assert f"{tmp_path / 'none' / 'b.icm'} cannot be used: No such file or directory." in ran.err
