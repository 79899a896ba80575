"""The board of outcomes: what is hidden stays so, periods at their ends, our own work, worked examples of use."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from db.models.conferences import NearMiss
from db.models.coverage import Coverage
from icm_desktop.content.outcomes import sensitive
from icm_desktop.contracts.outcomes import AskBehindFigure, AskOutcomes, GroupPoint, Point, SaveOutcomes
from icm_desktop.queries.outcomes.facts import periods_of_line
from icm_desktop.queries.outcomes.shared import hidden_groups, is_hidden
from tests.outcomes.conftest import TODAY, YEAR, Proof, bring_avoidable, cost


def groups_of(*people: int) -> tuple[GroupPoint, ...]:
    day = dt.date(2026, 12, 31)
    return tuple(GroupPoint(at, None, Point(day, 0, one, 0.0)) for at, one in enumerate(people))


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ((40, 30), (40, 30)),
        ((40, 30, 10), (40,)),  # one alone could be taken from the whole: the smallest other goes too
        ((40, 30, 3, 2), (40,)),  # five people are left over: still too few
        ((40, 30, 6, 5), (40, 30)),  # eleven are left over, of which group nobody knows
        ((40, 30, 0, 10), (40, 0)),  # that there is nobody tells of nobody
        ((10, 9), ()),
        ((20, 10), ()),
    ],
)
def test_what_is_hidden_cannot_be_taken_from_the_whole(people: tuple[int, ...], shown: tuple[int, ...]) -> None:
    told = [one.point for one in hidden_groups(groups_of(*people))]
    assert tuple(one.of for one in told if not is_hidden(one)) == shown
    left = [count for count, one in zip(people, told, strict=True) if is_hidden(one)]
    assert not left or (len(left) > 1 and (sum(left) >= 11 or len(left) == len([one for one in people if one])))


def test_cells_of_files_are_no_formulas(proof: Proof, tmp_path: Path) -> None:
    for number in range(12):
        proof.add(
            Coverage(status="active", starts_on="2024-11-01", payer="=HYPERLINK(1)"), cost("2026-03-01", 1.0 + number)
        )
    request = SaveOutcomes(AskOutcomes(*YEAR, by="payer", line=False), "csv", str(tmp_path / "out.csv"))
    proof.manage("services.outcome_files.save", request)
    cells = [cell for row in csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell[:1] and not cell[1:2].isdigit()]


def test_a_near_miss_counts_once_something_was_changed(proof: Proof) -> None:
    for number, changed in enumerate((None, "", "New checklist", "New checklist", "Two names on each label")):
        proof.add(
            NearMiss(kind="other", status="closed" if changed else "open", happened_on=dt.date(2026, 3, 1 + number),
                     text="x", changed_text=changed)
        )  # fmt: skip
    row = proof.figure("near-misses")
    assert (row.now.n, row.now.of) == (3, 5) and row.now.value == 60
    asked = AskOutcomes(*YEAR, clinical=False, line=False)
    rest = proof.run("queries.outcomes.board.behind", AskBehindFigure(asked, "near-misses", "rest"))
    assert rest.total == 2


def test_steps_of_pathways_are_told_of_today_only(proof: Proof) -> None:
    one = proof.add()
    with proof.practice.open().write("test") as uow:
        raw = uow.session.connection()
        for activity, overdue_after in (("a", "2026-11-19"), ("b", "2026-11-20"), ("c", "2027-01-01")):
            raw.exec_driver_sql(
                "INSERT INTO pathway_due (patient_id, activity, state, pathways, step, due_on, overdue_after, owner, "
                "role, whose, done_by, listed, sum) "
                "VALUES (?, ?, 'open', 'diabetes', ?, '2026-11-01', ?, '', '', 0, '', 'today', '[]')",
                (one, activity, activity, overdue_after),
            )
    row = proof.figure("pathway-steps")
    assert (row.now.n, row.now.of, row.note) == (2, 3, "as_of_today")
    asked = AskOutcomes(*YEAR, clinical=False, line=False)
    for part, count in (("hits", 2), ("rest", 1)):
        found = proof.run("queries.outcomes.board.behind", AskBehindFigure(asked, "pathway-steps", part))
        assert found.total == count
    before = AskOutcomes(
        dt.date(2025, 1, 1), dt.date(2025, 12, 31), clinical=False, line=False, only=("pathway-steps",)
    )
    assert proof.run("queries.outcomes.board.outcomes", before).rows[0].now.of == 0


def test_levels_are_not_reckoned_again_while_nothing_changed(proof: Proof) -> None:
    proof.add()
    assert proof.run("services.risk.reckon_levels").patients == 1
    again = proof.run("services.risk.reckon_levels")
    assert (again.patients, again.changes.kinds) == (0, frozenset())
    proof.add()
    assert proof.run("services.risk.reckon_levels").patients == 2
    assert proof.practice.on(TODAY + dt.timedelta(days=1)).open().run("services.risk.reckon_levels").patients == 2


@pytest.mark.parametrize(
    ("start", "end", "first"),
    [
        ("2026-01-01", "2026-12-31", ("2025-02-01", "2026-01-31")),
        ("2027-03-01", "2028-02-29", ("2026-04-01", "2027-03-31")),  # the end of a month stays one
        ("2025-11-21", "2026-11-20", ("2024-12-21", "2025-12-20")),
        ("2026-03-31", "2026-05-30", ("2025-04-30", "2025-06-30")),
    ],
)
def test_the_periods_of_a_course_are_a_month_apart(start: str, end: str, first: tuple[str, str]) -> None:
    asked = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    found = periods_of_line(*asked)
    assert found[-1] == asked and len(found) == 12
    assert tuple(day.isoformat() for day in found[0]) == first


def test_the_worked_example_of_visits_that_could_be_treated_outside(proof: Proof, tmp_path: Path) -> None:
    bring_avoidable(proof, tmp_path)
    row = proof.figure("emergency-avoidable")
    assert (row.now.n, row.now.of) == (1.5, 3) and row.now.value is None  # half of three; three are too few to tell


@pytest.mark.parametrize(
    ("code", "age", "avoidable"),
    [("J45.901", 39, True), ("J45.901", 40, True), ("J44.1", 40, True), ("J44.1", 39, False), ("I50.9", 18, True),
     ("I50.9", 17, False), ("S72.0", 50, False)],
)  # fmt: skip
def test_stays_that_could_be_avoided_go_by_diagnosis_and_age(code: str, age: int, avoidable: bool) -> None:
    assert any(one.holds(code, age) for one in sensitive()) is avoidable
