"""The window is locked, quit or killed: no file it wrote can be read, and no process with the key is left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db import keys
from tests.cli.conftest import PASSWORD, USER, make_shell
from tests.security.window import FAMILY, GIVEN, PROBLEM, TYPED
from tests.sources import CHECKOUT

pytestmark = [pytest.mark.story, pytest.mark.skipif(sys.platform != "linux", reason="looks into processes of Linux")]
# Where it may be, the whole program runs in a space of its own that has no network.
_SPACES = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])
OURS = ("practice.icm", "practice-", ".anchor.json", ".attempts.jsonl", ".lock", ".log", "window.ini", ".icm-window")


@dataclass
class Computer:
    """A home, a folder for temporary files, and the program at work in it."""

    home: Path
    temporary: Path
    window: subprocess.Popen[str]
    key: keys.Key
    workers: list[int]

    def do(self, word: str) -> list[int]:
        """Tell the program; the worker processes it has afterwards."""
        assert self.window.stdin is not None
        self.window.stdin.write(word + "\n")
        self.window.stdin.flush()
        return self.answer()

    def answer(self) -> list[int]:
        """The next line it prints."""
        assert self.window.stdout is not None
        line = self.window.stdout.readline()
        assert line, "the program ended without an answer"
        return list(json.loads(line)["workers"])

    def readable(self) -> list[str]:
        """Files in which something of the patient can be read, and files nobody knows."""
        files = [path for folder in (self.home, self.temporary) for path in folder.rglob("*") if path.is_file()]
        assert "practice.icm" in {path.name for path in files}
        marks = [mark for words in (FAMILY, GIVEN, PROBLEM, TYPED) for mark in _spellings(words)]
        told = [path.name for path in files if any(mark in path.read_bytes() for mark in marks)]
        return told + [str(path) for path in files if not any(name in path.name for name in OURS)]


def _without_network() -> list[str]:
    """What a command is started with to have no network; nothing where that is not allowed."""
    for words in _SPACES if shutil.which("unshare") else ():
        if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            return words
    return []


def _spellings(words: str) -> list[bytes]:
    cased = (words, words.upper(), words.lower())
    return [text.encode(coding) for text in cased for coding in ("utf-8", "utf-16-le", "utf-32-le")]


def _patient(folder: Path) -> Path:
    name = [{"family": FAMILY, "given": [GIVEN]}]
    entries: list[dict[str, Any]] = [
        {"resource": {"resourceType": "Patient", "id": "p", "name": name, "birthDate": "1950-03-04"}},
        {"resource": {"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"},
                      "code": {"text": PROBLEM}, "clinicalStatus": {"coding": [{"code": "active"}]}}},
    ]  # fmt: skip
    file = folder / "bundle.json"
    file.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), encoding="utf-8")
    return file


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    home, temporary = tmp_path / "home", tmp_path / "t"  # short: a socket lies in it
    for folder in (home, temporary, home / "icm" / "data"):
        folder.mkdir(parents=True, mode=0o700)
    places = {"HOME": home, "ICM_HOME": home / "icm", "TMPDIR": temporary, "SQLITE_TMPDIR": temporary}
    places |= {f"XDG_{name}_HOME": home / name.lower() for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    for name, folder in places.items():
        monkeypatch.setenv(name, str(folder))
    shell = make_shell(home / "icm" / "data")
    shell.json("import", _patient(tmp_path))
    shell.password_file.unlink()
    key = keys.unlock_with_password(shell.database, USER, PASSWORD)
    paths_ = os.pathsep.join([str(CHECKOUT), *filter(None, sys.path)])
    command = [*_without_network(), sys.executable, "-m", "tests.security.window", str(tmp_path)]
    window = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": paths_}, cwd=CHECKOUT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    with window:
        made = Computer(home, temporary, window, key, [])
        try:
            made.workers = made.answer()
            yield made
        finally:
            window.kill()


def _holds_the_key(process: int, key: keys.Key) -> bool:
    """Whether the key lies anywhere in the memory of a process."""
    marks = (key.data, key.hex.encode())
    about = Path(f"/proc/{process}")
    with (about / "maps").open(encoding="utf-8") as maps, (about / "mem").open("rb", 0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            if "r" not in rights or "[v" in line:
                continue
            first, end = (int(number, 16) for number in place.split("-"))
            try:
                memory.seek(first)
                content = memory.read(end - first)
            except (OSError, OverflowError):
                continue  # a device, or gone meanwhile
            if any(mark in content for mark in marks):
                return True
    return False


def _speaks(process: int) -> bool:
    """Whether a process holds a socket of the network."""
    about = Path(f"/proc/{process}")
    held = {str(one.readlink()) for one in (about / "fd").iterdir()}
    lines = [
        line for name in ("tcp", "tcp6", "udp", "udp6") for line in (about / "net" / name).read_text().splitlines()[1:]
    ]
    sockets = {f"socket:[{line.split()[9]}]" for line in lines}
    return bool(held & sockets)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_locked_and_then_quit(computer: Computer, qtbot) -> None:
    assert [process for process in (computer.window.pid, *computer.workers) if _speaks(process)] == []
    held = [process for process in computer.workers if _holds_the_key(process, computer.key)]
    assert len(held) == 2  # or the search below finds nothing anywhere
    left = computer.do("lock")
    assert [process for process in held if _runs(process)] == []
    assert [process for process in (computer.window.pid, *left) if _holds_the_key(process, computer.key)] == []
    assert computer.readable() == []
    computer.do("quit")
    computer.window.wait(60)
    assert computer.readable() == []
    assert list(computer.temporary.iterdir()) == []


def test_quit_with_its_backup(computer: Computer, qtbot) -> None:
    computer.do("quit")
    computer.window.wait(60)
    assert len(list(computer.home.rglob("backups/*.icm"))) == 1
    assert [process for process in computer.workers if _runs(process)] == []
    assert computer.readable() == []
    assert list(computer.temporary.iterdir()) == []


def test_it_works_where_there_is_no_network_and_is_killed(computer: Computer, qtbot) -> None:
    alone = bool(_without_network())
    for process in (computer.window.pid, *computer.workers) if alone else ():
        lines = Path(f"/proc/{process}/net/dev").read_text(encoding="ascii").splitlines()[2:]
        assert [line.split(":")[0].strip() for line in lines] == ["lo"]
    computer.window.send_signal(signal.SIGKILL)
    computer.window.wait(60)
    qtbot.waitUntil(lambda: not any(map(_runs, computer.workers)), timeout=60_000)
    assert computer.readable() == []
    if not alone:
        pytest.skip("this computer gives no space without network; killed, it left nothing")
