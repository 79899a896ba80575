"""The power goes at any moment: no acknowledged act is lost. Without waiting for the disk, this test fails."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from db.database import OpenDatabase
from db.errors import DatabaseProblem
from tests.fault.powercut import Step, image, record
from tests.fault.writer import Place, broken_promises

_STRACE = shutil.which("strace")


def _may_trace() -> bool:
    return _STRACE is not None and subprocess.run([_STRACE, "true"], capture_output=True, check=False).returncode == 0


pytestmark = [pytest.mark.fault, pytest.mark.skipif(not _may_trace(), reason="strace is not here or may not trace")]


def _run(opened: OpenDatabase, folder: Path, cuts: int, acts: int, settings: list[str]) -> tuple[int, list[str]]:
    """How many cuts broke a promise, and which."""
    opened.close()
    place = Place.of(opened)
    start = {path.name: path.read_bytes() for path in place.path.parent.iterdir() if path.is_file()}
    steps = record(place, folder / "trace", acts, settings)
    assert [step.at for step in steps if step.kind == "ack"] == list(range(1, acts + 1))
    chance = random.Random(500)  # noqa: S311  when to cut, not a secret
    broken = [(number, _cut(place, start, steps, folder / f"cut{number}", chance)) for number in range(cuts)]
    return sum(1 for _, faults in broken if faults), [f"cut {number}: {f}" for number, faults in broken for f in faults]


def _cut(place: Place, start: dict[str, bytes], steps: list[Step], folder: Path, chance: random.Random) -> list[str]:
    first = next(number for number, step in enumerate(steps) if step.kind == "ack")
    disk, files = image(start, steps, chance.randrange(first + 1, len(steps) + 1), chance)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    # The anchor is written without waiting for the disk: after a cut it may be any older one, here none was written.
    state = shutil.copytree(place.state, folder / "state")
    for old in state.iterdir():
        old.unlink()
    try:
        faults = broken_promises(Place(folder / place.path.name, place.key, state), disk.acknowledged)
    except DatabaseProblem as problem:
        faults = [problem.code]
    shutil.rmtree(folder)
    return [fault for fault in faults if not fault.startswith("audit_anchor: this computer has not seen")]


def test_no_acknowledged_act_is_lost_by_a_power_cut(opened: OpenDatabase, tmp_path: Path, full: bool) -> None:
    _, faults = _run(opened, tmp_path, 500 if full else 25, 60, ["PRAGMA wal_autocheckpoint = 400"])
    assert faults == []


@pytest.mark.parametrize("setting", ["PRAGMA synchronous = OFF", "PRAGMA synchronous = NORMAL"])
def test_the_test_above_has_teeth(opened: OpenDatabase, tmp_path: Path, setting: str) -> None:
    broken, _ = _run(opened, tmp_path, 10, 60, ["PRAGMA wal_autocheckpoint = 400", setting])
    assert broken >= 3
