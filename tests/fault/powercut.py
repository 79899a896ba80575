"""What a disk may hold after a power cut: everything that was synced, and any part of what was not.

The model: a write reaches the disk for certain only when its file was synced afterwards; before that, each 512-byte
piece of it may or may not be there. New and removed files count as durable at once.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.fault.writer import Place

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PIECE = 512
_CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink"
_LINE = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Step:
    """One thing the program asked of the disk, or an act it acknowledged (kind "ack")."""

    kind: str
    file: str = ""
    at: int = 0
    data: bytes = b""


@dataclass
class Disk:
    """Files as they lie on the disk, and what was asked for and may still be on its way."""

    files: dict[str, bytearray] = field(default_factory=dict)
    waiting: dict[str, list[Step]] = field(default_factory=dict)
    acknowledged: int = 0

    def take(self, step: Step) -> None:
        """Follow one step."""
        if step.kind == "ack":
            self.acknowledged = step.at
        elif step.kind == "unlink":
            self.files.pop(step.file, None)
            self.waiting.pop(step.file, None)
        elif step.kind == "sync":
            for waiting in self.waiting.pop(step.file, []):
                self._apply(waiting)
        else:
            self.waiting.setdefault(step.file, []).append(step)

    def cut(self, chance: random.Random) -> dict[str, bytearray]:
        """The power goes: a random half of what was on its way arrives."""
        for steps in self.waiting.values():
            for step in steps:
                if step.kind == "truncate":
                    if chance.random() < 0.5:
                        self._apply(step)
                    continue
                for start in range(0, len(step.data), PIECE):
                    if chance.random() < 0.5:
                        piece = step.data[start : start + PIECE]
                        self._apply(Step("write", step.file, step.at + start, piece))
        return self.files

    def _apply(self, step: Step) -> None:
        content = self.files.setdefault(step.file, bytearray())
        end = step.at + len(step.data)
        if len(content) < end:
            content.extend(bytes(end - len(content)))
        if step.kind == "truncate":
            del content[step.at :]
        else:
            content[step.at : end] = step.data


def record(place: Place, log: Path, acts: int, settings: list[str]) -> list[Step]:
    """Run the writer under strace on an existing, closed database and read what it did to the disk."""
    words = "\n".join([str(place.path), place.key.hex, place.key.database_id, str(place.state), str(acts), *settings])
    trace = ["strace", "-f", "-y", "-xx", "-s", "300000", "-e", f"trace={_CALLS}", "-o", str(log)]
    writer = [sys.executable, "-m", "tests.fault.writer"]
    subprocess.run([*trace, *writer], input=words, text=True, cwd=CHECKOUT, check=True, capture_output=True)
    with log.open(encoding="ascii", errors="replace") as lines:
        found = [_step(line, place.path.name) for line in lines]
    return [step for step in found if step is not None]


def image(
    start: dict[str, bytes], steps: list[Step], until: int, chance: random.Random
) -> tuple[Disk, dict[str, bytearray]]:
    """The files after the power went at one moment, beginning with `start`."""
    disk = Disk({name: bytearray(content) for name, content in start.items()})
    for step in steps[:until]:
        disk.take(step)
    return disk, disk.cut(chance)


def _step(line: str, database: str) -> Step | None:
    match = _LINE.match(line)
    if match is None or int(match[3]) < 0:
        return None
    call, words = match[1], match[2]
    strings = [bytes.fromhex(text.replace("\\x", "")) for text in _STRING.findall(words)]
    if call == "write" and strings and strings[0].startswith(b"ACK "):
        return Step("ack", at=int(strings[0][4:]))
    file = _file(words, strings, call)
    if not file.startswith(database) or file.endswith("-shm"):  # the index of the log is made anew from the log
        return None
    numbers = words.rsplit(", ", 2)
    if call == "pwrite64":
        return Step("write", file, int(numbers[-1]), strings[0])
    if call == "ftruncate":
        return Step("truncate", file, int(numbers[-1]))
    return {"fsync": Step("sync", file), "fdatasync": Step("sync", file), "unlink": Step("unlink", file)}.get(call)


def _file(words: str, strings: list[bytes], call: str) -> str:
    if call == "unlink":
        return Path(strings[0].decode()).name if strings else ""
    shown = re.match(r"\d+<([^>]*)>", words)
    if shown is None:
        return ""
    path = shown[1]
    if "\\x" in path:
        path = bytes.fromhex(path.replace("\\x", "")).decode(errors="replace")
    return Path(path).name
