"""A whole import taken back: everything is as it was, or a sentence says what stands in the way."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from sqlalchemy import func, select, table, update

from db import undo as acts
from db.audit import audited_tables
from db.models.clinical import Condition
from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import Patient
from db.undo import mapper_of
from db.verify import verify
from icm_desktop.contracts.exchange import UndoImport
from icm_desktop.errors import Conflict, JobCancelled, NotAllowed, NotFound
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.chart_counts import counts
from icm_desktop.queries.duplicates import how_many
from icm_desktop.queries.references import find_patient
from icm_desktop.services.exchange import check_undo, list_imports
from icm_desktop.services.importing import undoing
from tests.exchange.conftest import adds_up, condition, patient, run, totals

_BOOKKEEPING = frozenset({"import_batch", "source_resource"})
_NOT_HERE = frozenset({"modes", "key_slots"})  # of the folder and the users, which these tests do not make
_STAMPS = frozenset({"version", "created_at", "created_by_id", "updated_at", "updated_by_id"})


def fingerprint(practice: OpenPractice) -> dict[str, list[tuple[Any, ...]]]:
    """Every row anybody can see, by table; without imports' own records and without who wrote a row last."""
    found = {}
    with practice.read() as uow:
        for one in audited_tables():
            if one.name in _BOOKKEEPING:
                continue
            kind = mapper_of(one.name).class_
            names = [column.name for column in one.c if column.name not in _STAMPS]
            query = select(*(getattr(kind, name) for name in names)).order_by(kind.id)
            if "removed_at" in one.c:
                query = query.where(kind.removed_at.is_(None))
            found[one.name] = [tuple(map(repr, row)) for row in uow.session.execute(query)]
    return found


def undo(practice: OpenPractice, import_id: int | None, reason: str = "wrong files") -> Any:
    """Take an import back."""
    assert import_id is not None
    return practice.run("services.exchange.undo_import", UndoImport(import_id, reason))


def sound(practice: OpenPractice) -> bool:
    """Whether digests, chain, references and derived tables fit."""
    faults = [check for check in verify(practice.database).checks if check.ok is False and check.name not in _NOT_HERE]
    return not faults or pytest.fail(str(faults))


def test_an_import_into_an_empty_practice_leaves_nothing_behind(practice, golden_dir):
    before = fingerprint(practice)
    report = run(practice, golden_dir / "a.json")
    result = undo(practice, report.id)
    assert fingerprint(practice) == before
    assert (result.patients, result.restored) == (1, 0)
    assert result.removed > 200
    with practice.read() as uow, pytest.raises(NotFound):
        find_patient(uow, "Patient/golden-a-patient")
    with practice.read() as uow:
        for name in ("patient_search", "patient_sort", "work_standing", "patient_match_key", "match_pair"):
            assert uow.session.scalar(select(func.count()).select_from(table(name))) == 0
    assert sound(practice)


def test_the_same_files_come_in_again_after_an_undo_and_then_change_nothing(practice, golden_dir):
    report = run(practice, golden_dir / "a.json")
    once = fingerprint(practice)
    undo(practice, report.id)
    again = run(practice, golden_dir / "a.json")
    assert totals(again) == totals(report)
    assert adds_up(again)
    assert {name: len(rows) for name, rows in fingerprint(practice).items()} == {
        name: len(rows) for name, rows in once.items()
    }
    third = run(practice, golden_dir / "a.json")
    assert {(one.created, one.updated) for one in totals(third).values()} == {(0, 0)}
    assert sound(practice)


def _everything(write, name: str, **change: Any) -> str:
    who = patient(telecom=[{"system": "phone", "value": f"555-{change.get('phone', 1)}"}])
    subject = {"reference": "Patient/p1"}
    panel = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "subject": subject,
        "code": {"text": "Panel"},
        "component": [{"code": {"text": f"Part {number}"}} for number in range(change.get("parts", 1))],
    }
    report = {
        "resourceType": "DiagnosticReport",
        "id": "r1",
        "status": "final",
        "code": {"text": "Report"},
        "subject": subject,
        "presentedForm": [{"contentType": "text/plain", "data": "aGVsbG8="} for _ in range(change.get("letters", 1))],
    }
    order = {
        "resourceType": "ServiceRequest",
        "id": "s1",
        "status": change.get("status", "active"),
        "intent": "order",
        "code": {"text": "Referral to eye clinic"},
        "subject": subject,
        "authoredOn": "2026-10-01",
    }
    return write(name, who, condition(text=change.get("problem", "Asthma")), panel, report, order)


def test_rows_that_an_import_changed_are_as_before(practice, write):
    run(practice, _everything(write, "a.json"))
    before = fingerprint(practice)
    newer = _everything(write, "b.json", phone=2, parts=3, letters=2, problem="Severe asthma", status="completed")
    report = run(practice, newer)
    assert {kind: one.updated for kind, one in report.totals} == dict.fromkeys(totals(report), 1)
    assert fingerprint(practice) != before
    result = undo(practice, report.id)
    assert fingerprint(practice) == before
    assert result.restored >= 4
    assert sound(practice)
    again = run(practice, newer)
    assert {kind: one.updated for kind, one in again.totals} == dict.fromkeys(totals(report), 1)
    first = run(practice, newer)
    assert {(one.created, one.updated) for one in totals(first).values()} == {(0, 0)}


def _rename(practice, family: str) -> int | None:
    with practice.write("services.registration.update") as uow:
        row = uow.session.scalars(select(Patient)).one()
        row.family = family
        return uow.action_id


def test_what_was_changed_by_hand_since_keeps_the_import_and_is_named(practice, write):
    report = run(practice, _everything(write, "a.json"))
    action = _rename(practice, "Mossman")
    before = fingerprint(practice)
    with pytest.raises(Conflict) as refused:
        undo(practice, report.id)
    assert refused.value.code == "exchange.changed_since_import"
    assert (refused.value.params["count"], refused.value.params["records"]) == (1, "000001")
    with practice.read() as uow:
        (obstacle,) = check_undo(uow, report.id or 0).obstacles
    assert (obstacle.kind, obstacle.count, obstacle.record_numbers) == ("patient", 1, ("000001",))
    assert fingerprint(practice) == before
    with practice.write("services.history.undo") as uow:
        acts.undo(uow, action or 0)
    undo(practice, report.id)
    assert all(not rows for name, rows in fingerprint(practice).items() if name in ("patient", "condition"))
    assert sound(practice)


def test_what_hangs_on_an_imported_record_keeps_the_import(practice, write):
    report = run(practice, write("a.json", patient()))
    with practice.write("services.something.add") as uow:
        (row,) = uow.session.scalars(select(Patient)).all()
        uow.session.add(Condition(patient_id=row.id, text="Typed here", status="active"))
    with pytest.raises(Conflict) as refused:
        undo(practice, report.id)
    assert refused.value.code == "exchange.changed_since_import"


def test_a_later_import_is_taken_back_first(practice, write):
    first = run(practice, write("a.json", patient(), condition()))
    second = run(practice, write("b.json", patient(), condition("c2", text="Gout")))
    with pytest.raises(Conflict) as refused:
        undo(practice, first.id)
    assert refused.value.code == "exchange.later_import_built_on_it"
    undo(practice, second.id)
    undo(practice, first.id)
    assert not fingerprint(practice)["patient"]
    assert sound(practice)


def test_a_hand_change_of_another_field_is_no_obstacle_to_undoing_an_update(practice, write):
    run(practice, write("a.json", patient()))
    report = run(practice, write("b.json", patient(gender="female")))
    _rename(practice, "Mossman")
    undo(practice, report.id)
    with practice.read() as uow:
        row = uow.session.scalars(select(Patient)).one()
    assert (row.family, row.sex) == ("Mossman", None)


def test_likenesses_go_with_the_import_that_raised_them(practice, write):
    run(practice, write("a.json", patient("p1")))
    report = run(practice, write("b.json", patient("p2"), meta={"source": "http://other.example"}))
    with practice.read() as uow:
        assert how_many(uow) == 1
    undo(practice, report.id)
    with practice.read() as uow:
        assert how_many(uow) == 0
    assert sound(practice)


def test_an_undo_that_is_killed_shows_nothing_and_the_next_import_tidies_up(practice, write, monkeypatch):
    path = write("a.json", patient(), *(condition(f"c{number}") for number in range(20)))
    report = run(practice, path)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(undoing, "tidy", killed)
    with pytest.raises(KeyboardInterrupt):
        undo(practice, report.id)
    monkeypatch.undo()
    assert all(not fingerprint(practice)[name] for name in ("patient", "condition"))
    assert totals(run(practice, path))["Condition"].created == 20
    with practice.read() as uow:
        states = {row.id: row.state for row in list_imports(uow)}
    assert states == {1: "undone", 2: "complete"}
    assert sound(practice)


class _Cancels:
    def step(self, done: int, total: int) -> None:
        raise JobCancelled("exchange.cancelled")


def test_cancel_comes_too_late_for_an_undo_and_leaves_nothing_half_done(practice, write):
    report = run(practice, write("a.json", patient(), condition()))
    practice.run("services.exchange.undo_import", UndoImport(report.id or 0), progress=_Cancels())
    with practice.read() as uow:
        assert undoing.untidy(uow.session) == []
    assert sound(practice)


def test_who_may_and_until_when(practice, write):
    report = run(practice, write("a.json", patient()))
    actor = type(practice.actor)
    other = OpenPractice(practice.database, actor(99, "Olga", "coordinator"), practice.zone)
    with pytest.raises(NotAllowed):
        undo(other, report.id)
    with practice.write("test") as uow:
        long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=31)
        uow.session.execute(update(ImportBatch).values(finished_at=long_ago))
    with pytest.raises(Conflict) as late:
        undo(practice, report.id)
    assert late.value.code == "exchange.too_late_to_undo"
    with pytest.raises(NotFound):
        undo(practice, 77)


def test_the_list_tells_who_when_and_why(practice, write):
    report = run(practice, write("a.json", patient(), condition()))
    undo(practice, report.id, "The wrong practice's export")
    with practice.read() as uow:
        (row,) = list_imports(uow)
        kept = uow.session.scalars(select(SourceResource.source)).all()
    assert (row.state, row.created, row.patients, row.undo_reason) == (
        *("undone", 2, 1, "The wrong practice's export"),
    )
    assert row.undone_at is not None
    assert row.undo_until is None
    assert {source.partition(":")[0] for source in kept} == {"undone"}
    with pytest.raises(Conflict) as twice:
        undo(practice, report.id)
    assert twice.value.code == "exchange.undone_already"


def test_an_undone_import_is_in_no_count(practice, golden_dir, write):
    run(practice, golden_dir / "a.json")
    with practice.read() as uow:
        before = dict(counts(uow, find_patient(uow, "Patient/golden-a-patient")))
    bundle = json.loads((golden_dir / "a.json").read_text())
    report = run(practice, write("more.json", patient(), condition(), condition("c7")))
    undo(practice, report.id)
    with practice.read() as uow:
        assert dict(counts(uow, find_patient(uow, "Patient/golden-a-patient"))) == before
    assert bundle["resourceType"] == "Bundle"
