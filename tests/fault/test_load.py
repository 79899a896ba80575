"""A day's work with kills in between: nothing acknowledged is lost, no handle is left open, the file verifies.

The long form is `python -m tests.fault.load FOLDER`, on a practice of 100,000 patients that `bench` keeps.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.conftest import TODAY, keep_key
from tests.fault.load import Plan, drive, judge, make_ready
from tests.fault.load_worker import lines
from tests.support import make_practice

pytestmark = pytest.mark.fault
FEW, MANY = Plan(200, 120, (0.3, 1.0), kills=1), Plan(3000, 900, (2.0, 12.0))


def _kept(folder: Path, patients: int = 0) -> Path:
    practice = make_practice(folder, today=TODAY)
    if patients:
        practice.open("administrator").run("services.demo.fill", patients, 7)
    keep_key(folder, practice.database.key)
    practice.database.close()
    make_ready(folder)
    return folder


def test_a_days_work_with_kills_loses_nothing_it_acknowledged(tmp_path: Path, full: bool) -> None:
    plan, kept = MANY if full else FEW, _kept(tmp_path, 6)
    drive(kept, plan, seed=3)
    found = judge(kept, warm=300)
    assert found.lost == []
    assert found.wrong == []
    assert found.acts >= plan.acts
    assert found.kills >= 1
    assert found.locks >= 1
    assert found.changes > found.acts / 3
    assert found.refused < found.acts / 3
    least, most = found.handles
    assert most - least <= 3
    done = {line["act"] for line in lines(kept) if "done" in line}
    assert {"edit", "book", "chart", "call", "register", "print"} <= done


def test_an_act_that_was_acknowledged_and_is_not_there_is_found(tmp_path: Path) -> None:
    kept = _kept(tmp_path)
    said = '{"done": 1, "act": "register", "patient": 999999, "family": "Nobody"}\n'
    (kept / "acts.log").write_text(said, encoding="utf-8")
    assert len(judge(kept, warm=300).lost) == 1
