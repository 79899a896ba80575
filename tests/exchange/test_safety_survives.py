"""Answers about safety stay on Today whatever imports do with them, until a clinician has assessed them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from icm_desktop.contracts.screening import AssessSafety
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.errors import Conflict
from tests.exchange.conftest import patient, run
from tests.exchange.test_undo import sound, undo


def test_an_answer_about_safety_stays_on_today_until_it_is_assessed_or_comes_in_again(practice, golden_dir):
    def critical() -> list[Any]:
        rows = practice.run("queries.today.worklist", WorkFilter(everyone=True)).rows
        return [row for row in rows if row.kind == "screening" and row.section == "critical"]

    report = run(practice, golden_dir / "a.json")
    (before,) = critical()
    undo(practice, report.id)
    (kept,) = critical()
    assert (kept.key, kept.head, kept.why) == (before.key, before.head, "today.why_critical_taken_back")
    assert practice.run("queries.today.work_detail", kept.head.id).head == kept.head
    run(practice, golden_dir / "a.json")
    (again,) = critical()
    assert again.key != kept.key
    undo(practice, practice.run("services.exchange.list_imports")[0].id)
    clinician = replace(practice, actor=replace(practice.actor, role="clinician"))
    for row in critical():
        found = AssessSafety(row.key, row.version, "not_possible", (), "Files of another practice; they were told.")
        clinician.run("services.screening.assess_safety", found)
    assert critical() == [] and sound(practice)


def _said(number: int, **form: Any) -> list[dict[str, Any]]:
    """Item 9 of a PHQ-9 in a form, and as a result of its own."""
    subject, day = {"reference": "Patient/p1"}, "2026-11-20T09:00:00Z"
    item = {"linkId": "/44249-1/44260-8", "text": "Item 9", "answer": [{"valueInteger": number}]}
    code = {"coding": [{"system": "http://loinc.org", "code": "44260-8"}]}
    return [
        patient(),
        {"resourceType": "QuestionnaireResponse", "id": "q", "status": "completed", "subject": subject, "authored": day,
         "item": [item], **form},
        {"resourceType": "Observation", "id": "o", "status": "final", "code": code, "subject": subject,
         "effectiveDateTime": day, "valueInteger": number},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "later", [{"number": 0}, {"number": 0, "item": []}, {"number": 2, "status": "entered-in-error"}]
)
def test_a_later_import_that_lowers_an_answer_about_safety_does_not_end_it(practice, write, later):
    def critical() -> dict[str, str]:
        rows = practice.run("queries.today.worklist", WorkFilter(everyone=True)).rows
        return {row.key.partition(":")[0]: row.why for row in rows if row.section == "critical"}

    run(practice, write("first.json", *_said(2)))
    before = critical()
    assert set(before) == {"screening", "result"}
    lowered = run(practice, write("later.json", *_said(**later)))
    assert critical() == before | {"screening": "today.why_critical_lowered"} | (
        {} if "status" in later else {"result": "today.why_critical_lowered"}
    )
    undo(practice, lowered.id)
    assert critical() == before and sound(practice)
    run(practice, write("again.json", *_said(**later)))
    clinician = replace(practice, actor=replace(practice.actor, role="clinician"))
    rows = [
        row
        for row in practice.run("queries.today.worklist", WorkFilter(everyone=True)).rows
        if row.section == "critical"
    ]
    assert {row.key.partition(":")[0] for row in rows} == {"screening", "result"}
    for row in rows:
        found = AssessSafety(row.key, row.version, "not_possible", (), "Spoke with her sister; she is safe.")
        clinician.run("services.screening.assess_safety", found)
    assert critical() == {}


def test_a_worse_answer_of_a_later_import_waits_again_though_the_milder_one_was_assessed(practice, write):
    def critical() -> list[Any]:
        rows = practice.run("queries.today.worklist", WorkFilter(everyone=True)).rows
        return [row for row in rows if row.section == "critical"]

    def assess() -> None:
        clinician = replace(practice, actor=replace(practice.actor, role="clinician"))
        for row in critical():
            found = AssessSafety(row.key, row.version, "low", (), "Spoke with her; she is safe.")
            clinician.run("services.screening.assess_safety", found)

    run(practice, write("first.json", *_said(1)))
    assess()
    for milder in (1, 0):
        run(practice, write("milder.json", *_said(milder)))
        assert critical() == []
    run(practice, write("back.json", *_said(1)))
    assert len(critical()) == 2  # none was the last word
    assess()
    worse = run(practice, write("worse.json", *_said(3)))
    assert {row.key.partition(":")[0] for row in critical()} == {"screening", "result"}
    with pytest.raises(Conflict) as refused:
        undo(practice, worse.id)
    assert refused.value.code == "exchange.safety_unassessed" and len(critical()) == 2
    assess()
    assert critical() == [] and sound(practice)
