"""A Care Plan and a Referral Note as C-CDA: templates and sections of the standard, read back with nothing lost."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from db.models.clinical import AllergyIntolerance, Condition, MedicationEntry
from db.models.plan import CarePlan, Goal, PlanAction
from db.models.practice import Practitioner
from db.models.scheduling import ServiceRequest
from icm_desktop.contracts.plan_document import MEMBER, RECORD, PlanReader
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, GoalDraft
from icm_desktop.contracts.record_export import ExportRecord, RecordRequest
from icm_desktop.contracts.referrals import NewReferral
from icm_desktop.errors import Invalid
from icm_desktop.exchange.ccda import times
from icm_desktop.exchange.ccda.tree import Node, read_tree
from icm_desktop.exchange.ccda.writing.markup import el
from icm_desktop.exchange.ccda.writing.parts import when
from tests.exchange.conftest import condition, patient, run, totals
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
CARE_PLAN, REFERRAL = "ccda-care-plan", "ccda-referral"
_C = "2.16.840.1.113883.10.20."
SECTIONS = {
    CARE_PLAN: {
        f"{_C}22.2.58": "75310-3",
        f"{_C}22.2.60": "61146-7",
        f"{_C}21.2.3": "62387-6",
        f"{_C}22.2.61": "11383-7",
    },
    REFERRAL: {
        "1.3.6.1.4.1.19376.1.5.3.1.3.1": "42349-1",
        f"{_C}22.2.5.1": "11450-4",
        f"{_C}22.2.6.1": "48765-2",
        f"{_C}22.2.1.1": "10160-0",
        f"{_C}22.2.3.1": "30954-2",
        f"{_C}22.2.4.1": "8716-3",
        f"{_C}22.2.8": "51848-0",
        f"{_C}22.2.10": "18776-5",
    },
}


def _resources():
    daily = {"repeat": {"frequency": 1, "period": 1, "periodUnit": "d"}}
    about = {"subject": {"reference": "Patient/p1"}}
    rx = {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "314076", "display": "Lisinopril 10 MG"}
    a1c = {"coding": [{"system": "http://loinc.org", "code": "4548-4", "display": "Hemoglobin A1c"}], "text": "HbA1c"}
    category = [{"coding": [{"code": "laboratory"}]}]
    return [
        patient(
            gender="female",
            telecom=[{"system": "phone", "value": "+1-518-555-0101", "use": "mobile"}],
            address=[{"line": ["1 Elm St"], "city": "Troy", "state": "NY", "use": "home"}],
        ),
        condition(
            "c1",
            text="Asthma",
            category=[{"coding": [{"code": "problem-list-item"}]}],
            onsetDateTime="2020-01-05",
            clinicalStatus={"coding": [{"code": "active"}]},
        ),
        {
            "resourceType": "AllergyIntolerance",
            "id": "a1",
            "patient": {"reference": "Patient/p1"},
            "type": "allergy",
            "category": ["medication"],
            "code": {"text": "Penicillin"},
            "criticality": "high",
            "clinicalStatus": {"coding": [{"code": "active"}]},
            "reaction": [{"manifestation": [{"text": "Hives"}], "severity": "mild"}],
        },
        {
            "resourceType": "MedicationRequest",
            "id": "m1",
            "status": "active",
            "intent": "order",
            "authoredOn": "2026-01-02",
            "medicationCodeableConcept": {"coding": [rx], "text": "Lisinopril 10 MG"},
            "dosageInstruction": [
                {
                    "text": "1 tablet every morning",
                    "timing": daily,
                    "doseAndRate": [{"doseQuantity": {"value": 1, "unit": "tablet"}}],
                }
            ],
            **about,
        },
        {
            "resourceType": "Observation",
            "id": "o1",
            "status": "final",
            "category": category,
            "code": a1c,
            "effectiveDateTime": "2026-10-01",
            "valueQuantity": {"value": 8.1, "unit": "%", "code": "%"},
            **about,
        },
    ]


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """A practice with an imported patient, a plan and a referral."""
    import json

    folder = tmp_path_factory.mktemp("here")
    made = make_practice(folder / "practice", today=TODAY)
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in _resources()]}
    (folder / "in.json").write_text(json.dumps(bundle), encoding="utf-8")
    practice = made.open()
    run(practice, folder / "in.json")
    goal = GoalDraft(
        None,
        "HbA1c below 7",
        measure_code="4548-4",
        target_comparator="<",
        target_value=7,
        target_unit="%",
        due_on=dt.date(2027, 3, 1),
    )
    goal_id = practice.run("services.care_plans.add_goal", AddGoal(1, goal)).id
    practice.run(
        "services.care_plans.add_goal", AddGoal(1, GoalDraft("Dance at my son's <wedding> & not be tired", None))
    )
    practice.run("services.care_plans.add_action", AddAction(1, goal_id, ActionDraft("Walk after dinner")))
    asked = NewReferral(
        1, "Endocrinology", "Dr. Ana Ruiz", reason="HbA1c rising", question="Insulin?", urgency="urgent", send_now=True
    )
    practice.run("services.referrals.create", asked)
    yield made
    made.database.close()


def _readable(typed: str) -> str:
    """What XML can hold of a text."""
    return "".join(
        one
        for one in typed
        if one in "\t\n\r" or (" " <= one < "\ud800") or ("\ue000" <= one <= "\ufffd") or one > "\uffff"
    )


def written(practice, folder: Path, kind: str, reader: PlanReader | None = None, **how) -> Path:
    out = folder / f"{kind}.xml"
    asked = RecordRequest(1, reader or PlanReader(RECORD), format=kind)
    practice.run("services.record_exports.export", ExportRecord(asked, str(out), how.pop("purpose", "own_copy"), **how))
    return out


def parsed(path: Path) -> Node:
    return read_tree(path)


def every(node: Node, tag: str):
    return [one for one in node.walk() if one.tag == tag]


@pytest.mark.parametrize("kind", [CARE_PLAN, REFERRAL])
def test_templates_sections_and_pointers_are_those_of_the_standard(here, tmp_path, kind):
    root = parsed(written(here.open(), tmp_path, kind))
    assert {"22.1.1", {CARE_PLAN: "22.1.15", REFERRAL: "22.1.14"}[kind]} <= root.templates()
    found: dict[str | None, str | None] = {}
    for section in every(root, "section"):
        roots = {one.get("root") for one in section.all("templateId")}
        found |= {one: section.one("code").get("code") for one in roots}
        assert section.one("title").words() and section.one("text").words()
    assert SECTIONS[kind].items() <= found.items()
    names = [one.get("ID") for one in root.walk() if one.get("ID")]
    assert len(names) == len(set(names))
    pointed = {one.get("value") for one in every(root, "reference")}
    assert pointed and {one.removeprefix("#") for one in pointed} <= set(names)
    numbers = [
        (one.get("root"), one.get("extension")) for entry in every(root, "entry") for one in entry.children[0].all("id")
    ]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("kind", [CARE_PLAN, REFERRAL])
def test_every_template_stands_in_the_examples_of_the_standard(here, tmp_path, kind, data_dir):
    root = parsed(written(here.open(), tmp_path, kind))
    known = set()
    for path in (data_dir / "ccda").rglob("*.[xX][mM][lL]"):
        known |= set(re.findall(r'templateId[^>]*?root="([0-9.]+)"', path.read_text("utf-8", errors="replace")))
    written_ = {one.get("root") for one in every(root, "templateId")}
    # No example of a whole Referral Note is among them: the validation rules of C-CDA R2.1 (Schematron of HL7) and
    # hl7.org/cda/us/ccda name it, 2.16.840.1.113883.10.20.22.1.14 in its version of 2015-08-01, LOINC 57133-1.
    assert written_ - known <= {f"{_C}22.1.14"}
    if kind == REFERRAL:
        told = {(one.get("root"), one.get("extension")) for one in root.all("templateId")}
        assert (f"{_C}22.1.14", "2015-08-01") in told and root.one("code").get("code") == "57133-1"


def test_a_care_plan_is_read_back_with_nothing_lost(here, tmp_path):
    path = written(here.open(), tmp_path, CARE_PLAN)
    there = make_practice(tmp_path / "there", today=TODAY)
    report = run(there.open(), path)
    assert sum(one.refused + one.not_understood for one in totals(report).values()) <= 1  # Provenance
    assert not [note for note in report.files[0].notes if "not read" in note]
    with there.open().read() as uow:
        goals = {row.text: row for row in uow.session.query(Goal)}
        target = goals["HbA1c below 7"]
        assert (target.measure_code, target.target_value, target.target_unit) == ("4548-4", 7, "%")
        assert target.due_on == dt.date(2027, 3, 1)
        assert goals["Dance at my son's <wedding> & not be tired"].words
        assert [row.text for row in uow.session.query(PlanAction)] == ["Walk after dinner"]
        (asked,) = uow.session.query(ServiceRequest)
        assert (asked.to_text, asked.reason, asked.urgency) == ("Dr. Ana Ruiz", "HbA1c rising", "urgent")
        assert uow.session.query(CarePlan).count() == 1
    there.database.close()


def test_a_referral_note_is_read_back_with_nothing_lost(here, tmp_path):
    from db.models.clinical import Observation

    path = written(here.open(), tmp_path, REFERRAL)
    there = make_practice(tmp_path / "there", today=TODAY)
    report = run(there.open(), path)
    assert not [note for note in report.files[0].notes if "not read" in note]
    with there.open().read() as uow:
        one: dict[Any, Any] = {
            model: uow.session.query(model).one()
            for model in (Condition, AllergyIntolerance, MedicationEntry, Observation)
        }
        assert (one[Condition].text, one[Condition].onset_when, one[Condition].status) == (
            "Asthma",
            "2020-01-05",
            "active",
        )
        assert (one[AllergyIntolerance].text, one[AllergyIntolerance].criticality) == ("Penicillin", "high")
        medicine = one[MedicationEntry]
        assert (medicine.text, medicine.code, medicine.status) == ("Lisinopril 10 MG", "314076", "active")
        assert (one[Observation].value_number, one[Observation].value_unit, one[Observation].code) == (
            8.1,
            "%",
            "4548-4",
        )
        assert uow.session.query(ServiceRequest).count() == 1
        assert uow.session.query(Practitioner).count() >= 1
    there.database.close()


def test_the_same_document_twice_changes_nothing(here, tmp_path):
    first = written(here.open(), tmp_path, CARE_PLAN)
    (tmp_path / "again").mkdir()
    second = written(here.open(), tmp_path / "again", CARE_PLAN)
    there = make_practice(tmp_path / "there", today=TODAY)
    run(there.open(), first)
    counts = totals(run(there.open(), second))
    created = Counter({kind: one.created for kind, one in counts.items() if one.created})
    assert set(created) <= {
        "DocumentReference",
        "CarePlan",
        "Provenance",
    }  # each document is kept, with the plan as it stood then
    assert created["CarePlan"] <= 1
    there.database.close()


def test_who_may_not_have_sensitive_lines_gets_none(tmp_path):
    made = make_practice(tmp_path / "p", today=TODAY)
    practice = made.open()
    from db.models.patient import Patient

    with practice.write("test") as uow:
        uow.session.add(Patient(record_number="000001", family="Lopez", given="Maria"))
    practice.run("services.care_plans.add_goal", AddGoal(1, GoalDraft(None, "Stay sober: no alcohol or heroin")))
    practice.run("services.care_plans.add_goal", AddGoal(1, GoalDraft(None, "Walk daily")))
    reader = PlanReader(MEMBER, "Dr. Ana Ruiz", hearer="practitioner")
    path = written(practice, tmp_path, CARE_PLAN, reader, purpose="treatment")
    told = path.read_text("utf-8")
    assert "Walk daily" in told and "heroin" not in told and "Dr. Ana" not in told.partition("informationRecipient")[0]
    with pytest.raises(Invalid) as refused:
        written(practice, tmp_path, REFERRAL)
    assert refused.value.code == "exports.no_referral" and not (tmp_path / f"{REFERRAL}.xml").exists()
    made.database.close()


@given(st.text())
def test_whatever_is_typed_stays_words(typed):
    found = fromstring(el("b", typed, c=typed))
    assert found.tag == "b" and len(found) == 0
    assert (found.text or "").split() == _readable(typed).split()


@given(st.datetimes(timezones=st.just(dt.UTC)))
def test_moments_come_back(moment):
    told = f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}Z"
    assert times.moment(when(told)) == told.replace("Z", "+00:00")
    assert times.moment(when(told[:10])) == told[:10]
