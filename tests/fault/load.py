"""Hours of work compressed, with kills at random moments; whatever was acknowledged must be there at the end.

`python -m tests.fault.load FOLDER --acts 50000` goes on with what is in FOLDER (a practice as tests/benchmarks keeps
one) until so many acts are acknowledged, as often as it is started, then judges and prints its figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db import keys, migrate
from db.database import open_existing
from db.engine import SCHEMA_VERSION, check_file
from db.key import Key
from db.slots import slot_path
from db.unit_of_work import UnitOfWork, read
from db.verify import verify
from tests.db.sample import ADA, PASSWORD, value
from tests.fault.load_worker import LOG, LOOK_EVERY, lines, work
from tests.fault.writer import processes


@dataclass(frozen=True)
class Plan:
    """How long: acts in all, acts until the lock ends a life, and the seconds between which a kill comes."""

    acts: int
    life: int
    kill_after: tuple[float, float]
    kills: int = 1_000_000  # most


@dataclass
class Judged:
    """What the run came to. `lost`: promises that were not kept, in words.

    `memory_mb`: of the life that grew most, once it was warm and at its end. `work_ms`: of the processor for one act.
    """

    acts: int = 0
    changes: int = 0
    refused: int = 0
    kills: int = 0
    locks: int = 0
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    growth_percent: float | None = None
    memory_mb: tuple[float, float] | None = None
    peak_mb: float = 0
    handles: tuple[int, int] = (0, 0)
    file_mb: float = 0
    work_ms: dict[str, float] = field(default_factory=dict)


def drive(folder: Path, plan: Plan, seed: int) -> None:
    """Start life after life until all acts are acknowledged; some are killed, some end as the lock ends them."""
    chance = random.Random(seed)  # noqa: S311  when to kill, not a secret
    kills = sum(1 for line in lines(folder) if "killed" in line)
    while sum(1 for line in lines(folder) if "done" in line) < plan.acts:
        receive, send = processes().Pipe(duplex=False)
        words = (folder, plan.acts, chance.randrange(1 << 30), plan.life, send)
        process = processes().Process(target=work, args=words)  # type: ignore[attr-defined]
        process.start()
        send.close()
        with suppress(EOFError):
            receive.recv()  # its first act was acknowledged: a kill before that would show nothing
        receive.close()
        process.join(chance.uniform(*plan.kill_after) if kills < plan.kills else None)
        if process.exitcode is None:
            process.kill()
            process.join()
            kills += 1
            with (folder / LOG).open("a", encoding="utf-8") as log:
                log.write(json.dumps({"killed": process.pid}) + "\n")
        elif process.exitcode:
            raise RuntimeError(f"the process that works ended with {process.exitcode}")


def judge(folder: Path, warm: int) -> Judged:
    """Hold the file against the log. `warm`: acts of a life after which its memory is not to grow any more."""
    found = Judged()
    database = _open(folder)
    try:
        with read(database, ADA) as uow:
            _hold_against(uow, list(lines(folder)), found)
        found.wrong = [f"{check.name}: {check.detail}" for check in verify(database).checks if check.ok is False]
    finally:
        database.close()
    found.file_mb = round((folder / "test.icm").stat().st_size / 1e6, 1)
    found.work_ms = _work(folder)
    _look_at_memory(folder, warm, found)
    return found


def _work(folder: Path) -> dict[str, float]:
    """Milliseconds of work for one act of each kind, the first ones of each life included, and of all."""
    took: dict[str, list[float]] = {}
    for line in lines(folder):
        if "ms" in line:
            took.setdefault(line["act"], []).append(line["ms"])
            took.setdefault("all", []).append(line["ms"])
    return {act: round(sum(each) / len(each), 1) for act, each in sorted(took.items())}


def _open(folder: Path) -> Any:
    text, database_id = json.loads((folder / "key.json").read_text())
    return open_existing(folder / "test.icm", Key(bytes.fromhex(text), database_id), folder / "state")


def _hold_against(uow: UnitOfWork, log: list[dict[str, Any]], found: Judged) -> None:
    names: dict[int, set[str]] = {}
    counted = {"chart": 0, "call": 0}
    cancelled = {line["visit"] for line in log if line.get("act") == "cancel" and "visit" in line}
    for line in log:
        found.kills += "killed" in line
        found.locks += "closed" in line
        act = line.get("act")
        if act == "edit" and "preferred" in line:  # begun and not done: it may be there or not
            before = names.get(line["patient"], {""}) if "begin" in line else set()
            names[line["patient"]] = before | {line["preferred"]}
        if "done" not in line:
            continue
        found.acts += 1
        found.refused += act == "refused"
        found.changes += act not in ("refused", "find", "day", "today")
        counted[str(act)] = counted.get(str(act), 0) + 1
        lost = _lost(uow, line, cancelled)
        found.lost += [lost] if lost else []
    for patient, allowed in names.items():
        stands = value(uow, f"SELECT preferred_name FROM patient WHERE id = {patient}")  # noqa: S608
        if stands not in allowed and "" not in allowed:
            found.lost.append(f"patient {patient}: {stands} and not one of {sorted(allowed)}")
    for act, query in (("chart", _CHARTS), ("call", _CALLS)):
        if (there := value(uow, query)) < counted[act]:
            found.lost.append(f"{counted[act]} acts {act}, {there} there")


_CHARTS = "SELECT count(*) FROM audit_event WHERE event = 'chart.opened'"
_CALLS = "SELECT count(*) FROM contact_log WHERE note GLOB 'try [0-9]*'"


def _lost(uow: UnitOfWork, line: dict[str, Any], cancelled: set[int]) -> str | None:
    """What one acknowledged act left, when it is not there; numbers and names are our own."""
    if line["act"] == "register":
        there = value(uow, f"SELECT family FROM patient WHERE id = {line['patient']}") == line["family"]  # noqa: S608
    elif line["act"] == "import":
        there = value(uow, f"SELECT count(*) FROM patient WHERE family = '{line['family']}'") == 1  # noqa: S608
    elif line["act"] == "print":
        there = bool(value(uow, f"SELECT count(*) FROM handout WHERE id = {line['page']}"))  # noqa: S608
    elif line["act"] in ("book", "cancel") and "visit" in line:
        state = value(uow, f"SELECT status FROM appointment WHERE id = {line['visit']}")  # noqa: S608
        there = state == "cancelled" if line["act"] == "cancel" else state == "booked" or line["visit"] in cancelled
    else:
        return None
    return None if there else json.dumps(line)


def _look_at_memory(folder: Path, warm: int, found: Judged) -> None:
    lives: dict[int, list[dict[str, Any]]] = {}
    for line in lines(folder):
        if "look" in line:
            lives.setdefault(line["process"], []).append(line)
    found.peak_mb = max((line["kb"] for looks in lives.values() for line in looks), default=0) / 1024
    grown = []
    for looks in lives.values():
        after = [line["kb"] for line in looks if line["look"] >= warm]
        if len(after) * LOOK_EVERY >= warm and after[0]:
            grown.append((100 * (after[-1] / after[0] - 1), (after[0] / 1024, after[-1] / 1024)))
    counts = [line["handles"] for looks in lives.values() for line in looks]
    found.growth_percent, found.memory_mb = max(grown, default=(None, None))
    found.handles = (min(counts, default=0), max(counts, default=0))


def make_ready(folder: Path) -> None:
    """Bring the kept practice to the newest schema, and give it the key slots that bench does without."""
    text, database_id = json.loads((folder / "key.json").read_text())
    file, key = folder / "test.icm", Key(bytes.fromhex(text), database_id)
    if not slot_path(file).exists():
        keys.create_slots(file, key, 1, "admin", PASSWORD, kdf=keys.FAST_TEST_KDF)
    if check_file(file, key, any_version=True) < SCHEMA_VERSION:
        migrate.migrate(file, key)


def main() -> None:
    """Go on until done, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--acts", type=int, default=50_000)
    parser.add_argument("--judge", action="store_true", help="only judge what was done so far")
    asked = parser.parse_args()
    make_ready(asked.folder)
    if not asked.judge:
        drive(asked.folder, Plan(asked.acts, 8_000, (20.0, 500.0)), seed=time.time_ns())
    sys.stdout.write(json.dumps(vars(judge(asked.folder, 2_000)), indent=1) + "\n")


if __name__ == "__main__":
    main()
