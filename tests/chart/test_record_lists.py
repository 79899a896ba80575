"""The lists of a record: sections, current first, errors on request, paged, social findings apart."""

from __future__ import annotations

import pytest

from db.models.clinical import AllergyIntolerance, Device, FamilyMemberHistory, Immunization, MedicationEntry, Procedure
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.record_lists import SECTIONS, RecordFilter
from icm_desktop.contracts.timeline import TimelineFilter
from icm_desktop.errors import NotAllowed
from tests.chart.conftest import conditions
from tests.handouts.reading import text


@pytest.fixture
def full(patient, store):
    mine = {"patient_id": patient}
    store(
        *conditions(patient),
        MedicationEntry(kind="entry", text="Metformin", status="active", starts_when="2019", **mine),
        MedicationEntry(kind="entry", text="Ibuprofen", status="stopped", starts_when="2024", **mine),
        AllergyIntolerance(text="Penicillin", status="active", reaction="Hives", **mine),
        AllergyIntolerance(text="Eggs", status="active", verification="refuted", **mine),
        Immunization(text="Influenza", status="not-done", not_done_reason="Refused", **mine),
        Procedure(text="Eye examination", status="completed", performed_when="2026-10-06", **mine),
        FamilyMemberHistory(relationship_text="Mother", conditions=[{"text": "Diabetes"}], **mine),
        Device(text="Pacemaker", status="active", **mine),
    )
    return patient


def see(practice, patient, section="problems", **more):
    return practice.open().run("queries.record_lists.entries", RecordFilter(patient, section, **more))


def test_what_holds_stands_first_and_the_latest_of_it(practice, full):
    rows = see(practice, full).rows
    held = [row.title for row in rows if row.current]
    assert held == ["Heart failure", "Heart failure", "Type 2 diabetes", "Anxiety"]
    assert [row.title for row in rows][: len(held)] == held
    assert {row.title for row in rows if not row.current} == {"Acute bronchitis", "COPD", "Fracture"}
    assert next(row.status for row in rows if row.title == "COPD") == "refuted"


def test_social_findings_stand_apart(practice, full):
    social = {row.title for row in see(practice, full, "social").rows}
    assert social == {"Food insecurity", "Part-time employment", "Medication review due"}


def test_only_what_is_current_on_request(practice, full):
    assert [row.title for row in see(practice, full, "medicines").rows] == ["Metformin", "Ibuprofen"]
    assert [row.title for row in see(practice, full, "medicines", current=True).rows] == ["Metformin"]


def test_a_medicine_that_must_not_be_given_is_no_medicine_of_the_patient(practice, chart, store, full):
    store(
        MedicationEntry(kind="request", text="Naproxen", status="active", intent="do-not-perform", patient_id=full),
        MedicationEntry(kind="statement", text="Aspirin", status="not-taken", patient_id=full),
    )
    rows = {row.title: (row.status, row.current) for row in see(practice, full, "medicines").rows}
    assert (rows["Naproxen"], rows["Aspirin"]) == (("do-not-perform", False), ("not-taken", False))
    assert [row.text for row in chart(full).clinical.medicines] == ["Metformin"]
    line = practice.open().run("queries.timeline.timeline", TimelineFilter(full)).rows
    steps = {row.title: row.step for row in line if row.group in ("medicines", "problems")}
    assert (steps["Naproxen"], steps["Aspirin"], steps["Metformin"]) == ("do-not-perform", "not-taken", "started")
    assert (steps["Eggs"], steps["Penicillin"]) == ("refuted", "")
    page = practice.open().run("reports.next_steps.render", HandoutRequest(full))
    assert "Metformin" in text(page.pdf)
    assert "Naproxen" not in text(page.pdf)


def test_a_relative_stands_with_what_they_had(practice, store, full):
    store(
        FamilyMemberHistory(
            relationship_text="Father",
            conditions=[{"text": "Stroke"}, {"text": "Gout"}],
            note="Smoked",
            patient_id=full,
        ),
        FamilyMemberHistory(relationship_text="Aunt", note="Nothing known", patient_id=full),
    )
    rows = {row.title: row.detail for row in see(practice, full, "family").rows}
    assert rows == {"Mother": "Diabetes", "Father": "Stroke, Gout", "Aunt": "Nothing known"}
    found = practice.open().run("queries.timeline.timeline", TimelineFilter(full, search="smoked")).rows
    assert [row.title for row in found] == ["Father"]


def test_errors_only_on_request_and_never_current(practice, full):
    rows = see(practice, full, mistaken=True).rows
    assert [(row.title, row.current) for row in rows if row.mistaken] == [("Bipolar disorder", False)]
    assert all(row.title != "Bipolar disorder" for row in see(practice, full).rows)


@pytest.mark.parametrize("section", SECTIONS)
def test_pages_and_counts_agree(practice, full, section):
    whole = see(practice, full, section)
    counts = dict(practice.open().run("queries.record_lists.section_counts", full))
    assert counts[section] == whole.total == len(whole.rows) > 0
    pages = [see(practice, full, section, offset=at, limit=2) for at in range(0, whole.total, 2)]
    assert tuple(row for page in pages for row in page.rows) == whole.rows


def test_front_desk_has_no_record(practice, full):
    with pytest.raises(NotAllowed):
        practice.open("front_desk").run("queries.record_lists.entries", RecordFilter(full))
