"""The board, Today, the command and the rates say one thing about the conflicts of a practice."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from sqlalchemy import select

from db.models.clinical import Condition
from icm_desktop.contracts.conflicts import AssignConflict, ConflictFilter, DecideConflict
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain.conflicts.rules import SEVERITIES
from icm_desktop.domain.conflicts.states import DECIDED
from icm_desktop.errors import JobCancelled
from icm_desktop.permissions import Role
from tests.conflicts.test_acts import TODAY, decide, new_patient, row
from tests.support import make_practice

BOARD = "queries.conflict_board.board"


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("board"), today=TODAY)
    new_patient(made, "Aleve")
    new_patient(made, "lisinopril 20 mg tablet", "Aleve", "furosemide 40 mg tablet")
    new_patient(made, "metformin 500 mg tablet")
    new_patient(made, "Aleve")
    yield made
    made.database.close()


@pytest.fixture
def kim(practice):
    return practice.open(Role.CLINICIAN).run


def test_the_board_has_what_the_charts_have_worst_first(practice, kim):
    board = kim(BOARD, ConflictFilter())
    charts = [one for patient in range(1, 5) for one in kim("queries.conflicts.of_patient", patient).rows]
    assert {one.key for one in board.rows} == {one.key for one in charts if one.state not in (*DECIDED, "gone")}
    ranks = [SEVERITIES.index(one.severity) for one in board.rows]
    assert ranks == sorted(ranks) and len(ranks) > 3
    assert dict(board.counts) == {one: Counter(each.severity for each in board.rows)[one] for one in SEVERITIES}
    for one in board.rows:
        assert one in kim("queries.conflicts.of_patient", one.head.id).rows


def test_problems_are_called_as_the_records_call_them(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    new_patient(made, "Aleve")
    snomed = new_patient(made, "Aleve")
    with made.open().write("test") as uow:
        row = uow.session.scalars(select(Condition).where(Condition.patient_id == snomed)).one()
        row.code_system, row.code, row.text = "http://snomed.info/sct", "84114007", "Heart failure (disorder)"
    kim = made.open(Role.CLINICIAN).run
    kim("services.conflict_work.recheck")
    named = {one.head.id: [fact.text for fact in one.facts if fact.kind == "problem"]
             for one in kim(BOARD, ConflictFilter()).rows if one.key.rule == "C15"}  # fmt: skip
    assert named == {1: ["Heart failure (I50.22)"], snomed: ["Heart failure"]}
    for patient, names in named.items():
        chart = kim("queries.conflicts.of_patient", patient).rows
        assert names == [
            fact.text for one in chart if one.key.rule == "C15" and one.state != "gone"
            for fact in one.facts if fact.kind == "problem"
        ]  # fmt: skip
    made.database.close()


def test_filters_by_severity_rule_owner_and_state(practice, kim):
    assert {one.severity for one in kim(BOARD, ConflictFilter(("stop",))).rows} == {"stop"}
    assert {one.key.rule for one in kim(BOARD, ConflictFilter(search="heart failure nsaid")).rows} >= {"C15"}
    assert kim(BOARD, ConflictFilter(search="nothing of that name")).rows == ()
    assert kim(BOARD, ConflictFilter(mine=True)).rows == ()
    found, me = row(kim, 1), practice.users[Role.CLINICIAN]
    given = kim("services.conflicts.assign", AssignConflict(found.key, found.version, me))
    assert [one.key for one in kim(BOARD, ConflictFilter(mine=True)).rows] == [found.key]
    saved = decide(kim, row(kim, 1))
    assert [one.key for one in kim(BOARD, ConflictFilter(decided=True)).rows] == [found.key]
    assert found.key not in {one.key for one in kim(BOARD, ConflictFilter()).rows}
    for act in (saved, given):
        kim("services.history.undo", act.changes.action_id)


def test_today_has_one_row_for_each_patient_with_a_stop_for_its_owner(practice, kim):
    def conflicts(run, **more):
        work = run("queries.today.worklist", WorkFilter(**more))
        return {one.head.id: (one.section, one.title, dict(one.title_params)["more"]) for one in work.rows
                if one.kind == "conflict"}  # fmt: skip

    assert conflicts(kim, everyone=True) == {
        1: ("critical", "today.conflict", "0"), 2: ("critical", "today.conflicts", "1"),
        4: ("critical", "today.conflict", "0"),
    }  # fmt: skip
    found = row(kim, 1)
    given = kim("services.conflicts.assign", AssignConflict(found.key, 0, practice.users[Role.CLINICIAN]))
    assert set(conflicts(kim)) == {1, 2, 4}  # mine, and what nobody has
    assert set(conflicts(practice.open().run)) == {2, 4}
    saved = decide(kim, row(kim, 1))
    assert set(conflicts(kim, everyone=True)) == {2, 4}
    for act in (saved, given):
        kim("services.history.undo", act.changes.action_id)
    front = practice.open(Role.FRONT_DESK).run("queries.today.worklist", WorkFilter(everyone=True))
    assert {(one.kind, one.title) for one in front.rows} == {("task", "today.neutral_critical")}


def test_rates_have_their_numbers_and_the_names_behind(practice, kim):
    resolved = decide(kim, row(kim, 1), "resolved")
    overridden = decide(kim, row(kim, 2))
    mute = decide(kim, row(kim, 4), "muted", until_on=TODAY + dt.timedelta(days=9))
    rate = next(one for one in kim("queries.conflict_board.rates") if one.rule == "C15")
    assert (rate.now, rate.decided, rate.accepted, rate.overridden, rate.muted) == (3, 2, 1, 1, 1)
    assert not rate.flagged  # too few to say anything
    behind = kim("queries.conflict_board.behind", "C15")
    assert Counter(one.state for one in behind) == {"resolved": 1, "overridden": 1, "muted": 1}
    ((rule, one),) = kim("queries.conflict_board.muted")
    assert (rule, one.head.id, one.reason) == ("C15", 4, "three days only")
    for act in (mute, overridden, resolved):
        kim("services.history.undo", act.changes.action_id)


def test_a_rule_nearly_always_overridden_is_shown_for_review(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    run = made.open(Role.CLINICIAN).run
    for _ in range(5):
        decide(run, row(run, new_patient(made, "Aleve")))
    assert next(one for one in run("queries.conflict_board.rates") if one.rule == "C15").flagged
    made.database.close()


def test_a_check_of_everybody_can_be_cancelled_and_goes_on_later(practice, kim, monkeypatch):
    monkeypatch.setattr("icm_desktop.long_work.SLICE", 1)

    class Cancels:
        def step(self, done, total):
            if done == 2:
                raise JobCancelled("exchange.cancelled")

    tomorrow = practice.on(TODAY + dt.timedelta(days=1)).open(Role.CLINICIAN)
    assert tomorrow.run("queries.conflict_work.waiting") == 4
    with pytest.raises(JobCancelled):
        tomorrow.run("services.conflict_work.recheck", progress=Cancels())
    assert tomorrow.run("queries.conflict_work.waiting") == 2
    before = kim(BOARD, ConflictFilter()).rows
    assert tomorrow.run("services.conflict_work.recheck").patients == 2
    after = tomorrow.run(BOARD, ConflictFilter()).rows
    assert [one.key for one in after] == [one.key for one in before]  # a night changes nothing by itself
    assert {one.since for one in after} == {TODAY} and {one.last_seen for one in after} == {
        TODAY + dt.timedelta(days=1)
    }


def test_what_is_decided_needs_a_reason(kim):
    found = row(kim, 1)
    with pytest.raises(Exception, match=r"conflicts\.reason_missing"):
        kim("services.conflicts.decide", DecideConflict(found.key, found.version, "resolved", "  "))
