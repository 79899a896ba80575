"""One record in full, its history, and marking it as entered in error."""

from __future__ import annotations

import json

import pytest

from db.models.clinical import (
    AllergyIntolerance,
    Condition,
    Encounter,
    Immunization,
    MedicationEntry,
    Observation,
    ObservationComponent,
    Procedure,
)
from db.models.coverage import Consent, Coverage, Flag
from db.models.documents import Document
from db.models.patient import PatientContact
from db.models.plan import ContactLog
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.records import FactRef, HistoryFilter, MarkMistaken, UnmarkMistaken
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.chart.conftest import ICD10, TODAY
from tests.support import NEW_YORK, make_practice

PATIENT = {"resourceType": "Patient", "id": "p1", "name": [{"family": "Lopez"}], "birthDate": "1958-03-04"}


def resource(kind, name, **more):
    return {"resourceType": kind, "id": name, "subject": {"reference": "Patient/p1"}, **more}


def problem(**more):
    status = {"coding": [{"code": "active"}]}
    code = {"text": "Asthma", "coding": [{"system": ICD10, "code": "J45.909"}]}
    return resource("Condition", "c1", clinicalStatus=status, code=code, **more)


def imported(practice, folder, *resources):
    path = folder / "in.json"
    entries = [{"resource": one} for one in (PATIENT, *resources)]
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
    return practice.open().run("services.exchange.import_files", ImportRequest((str(path),)))


def detail(practice, kind, row_id, role="coordinator"):
    return practice.open(role).run("queries.records.fact", FactRef(kind, row_id))


def mark(practice, kind, row_id, reason="typed in the wrong chart", role="coordinator"):
    seen = detail(practice, kind, row_id, role)
    return practice.open(role).run("services.mistakes.mark", MarkMistaken(seen.ref, seen.version, reason))


def one_of_each(patient_id, user_id):
    from datetime import UTC, datetime

    mine = {"patient_id": patient_id}
    return [
        Condition(text="Asthma", status="active", verification="confirmed", **mine),
        AllergyIntolerance(text="Penicillin", status="active", **mine),
        MedicationEntry(kind="entry", text="Metformin", status="active", **mine),
        Observation(text="A1c", code="4548-4", status="final", value_number=7.1, effective_when="2026-01-02", **mine),
        Encounter(text="Visit", class_code="AMB", status="finished", starts_when="2026-01-02", **mine),
        Procedure(text="Eye examination", status="completed", **mine),
        Immunization(text="Influenza", status="completed", **mine),
        Document(text="Letter", status="current", **mine),
        Flag(text="Fall risk", status="active", **mine),
        Consent(text="Sharing", status="active", **mine),
        Coverage(text="Medicare", status="active", **mine),
        ContactLog(at=datetime(2026, 1, 2, tzinfo=UTC), by_user_id=user_id, channel="phone", outcome="reached", **mine),
        PatientContact(name="Lucía", **mine),
    ]


def test_every_kind_can_be_marked_with_a_reason_and_taken_back_exactly(practice, patient, store):
    rows = one_of_each(patient, practice.users[Role.COORDINATOR])
    ids = store(*rows)
    for row, row_id in zip(rows, ids, strict=True):
        kind = row.__tablename__
        before = detail(practice, kind, row_id)
        assert before.can_mark, kind
        done = mark(practice, kind, row_id)
        after = detail(practice, kind, row_id)
        assert (after.mistaken, after.mistaken_reason, after.can_mark) == (True, "typed in the wrong chart", False)
        assert after.mistaken_by == "Rosa Diaz" or after.mistaken_by
        practice.open().run("services.history.undo", done.changes.action_id)
        again = detail(practice, kind, row_id)
        assert (again.fields, again.mistaken) == (before.fields, False), kind


def test_what_is_marked_is_not_counted_and_not_shown_as_a_fact(practice, patient, store, chart):
    rows = one_of_each(patient, practice.users[Role.COORDINATOR])
    ids = store(*rows)
    for row, row_id in zip(rows, ids, strict=True):
        mark(practice, row.__tablename__, row_id)
    seen = chart(patient)
    assert {name: count for name, count in seen.counts if count} == {}
    assert (seen.clinical.problems, seen.clinical.medicines, seen.clinical.results) == ((), (), ())
    assert seen.banner.allergies.state == "not_recorded"


def test_marking_can_be_taken_back_long_after_the_undo_is_gone(practice, patient, store):
    row_id = store(Condition(patient_id=patient, text="Asthma", status="active", verification="provisional"))[0]
    mark(practice, "condition", row_id)
    seen = detail(practice, "condition", row_id)
    assert seen.can_unmark
    practice.open().run("services.mistakes.unmark", UnmarkMistaken(seen.ref, seen.version))
    again = detail(practice, "condition", row_id)
    assert not again.mistaken
    assert ("verification", "provisional") in [(one.name, one.value) for one in again.fields]
    events = practice.open().run("queries.record_history.of_record", seen.ref).rows
    assert [row.event for row in events] == ["updated", "unmarked", "updated", "marked", "created"]
    assert events[3].reason == "typed in the wrong chart"


def test_a_mistake_of_the_sender_is_not_ours_to_take_back(practice, patient, store):
    row_id = store(Condition(patient_id=patient, text="Bipolar", verification="entered-in-error"))[0]
    seen = detail(practice, "condition", row_id)
    assert (seen.mistaken, seen.can_unmark, seen.can_mark) == (True, False, False)
    with pytest.raises(Conflict, match="not_marked_here"):
        practice.open().run("services.mistakes.unmark", UnmarkMistaken(seen.ref, seen.version))


def test_a_reason_is_needed_and_what_changed_meanwhile_is_not_marked(practice, patient, store):
    row_id = store(Condition(patient_id=patient, text="Asthma", status="active"))[0]
    with pytest.raises(Invalid) as refused:
        mark(practice, "condition", row_id, reason="  ")
    assert (refused.value.code, refused.value.field) == ("records.reason_missing", "reason")
    seen = detail(practice, "condition", row_id)
    mark(practice, "condition", row_id)
    with pytest.raises(Conflict, match="changed_meanwhile"):
        practice.open().run("services.mistakes.mark", MarkMistaken(seen.ref, seen.version, "again"))
    with pytest.raises(Conflict, match="already_mistaken"):
        mark(practice, "condition", row_id)


def test_front_desk_reads_and_marks_no_clinical_record(practice, patient, store):
    condition, contact = store(
        Condition(patient_id=patient, text="Asthma", status="active"), PatientContact(patient_id=patient, name="Ana")
    )
    for use in (detail, mark):
        with pytest.raises(NotAllowed):
            use(practice, "condition", condition, role="front_desk")
    assert mark(practice, "patient_contact", contact, role="front_desk").title == "Ana"
    with pytest.raises(NotFound):
        detail(practice, "no such kind", 1)


def test_a_later_import_does_not_bring_a_marked_fact_back(practice, tmp_path):
    imported(practice, tmp_path, problem())
    patient = practice.open().run("queries.references.find_patient", "Patient/p1")
    row_id = practice.open().run("queries.chart.chart", patient).clinical.problems[0].id
    mark(practice, "condition", row_id)
    imported(practice, tmp_path, problem(recordedDate="2026-05-01", note=[{"text": "worse"}]))
    again = practice.open().run("queries.chart.chart", patient)
    assert again.clinical.problems == ()
    assert detail(practice, "condition", row_id).mistaken
    assert dict(again.counts)["conditions"] == 0


def test_an_imported_fact_says_system_author_recorded_and_received(practice, tmp_path):
    imported(practice, tmp_path, problem(recordedDate="2026-05-01", recorder={"display": "Dr Adeyemi"}))
    patient = practice.open().run("queries.references.find_patient", "Patient/p1")
    row_id = practice.open().run("queries.chart.chart", patient).clinical.problems[0].id
    origin = detail(practice, "condition", row_id).origin
    assert (origin.resource, origin.author, origin.recorded) == ("Condition/c1", "Dr Adeyemi", "2026-05-01")
    assert origin.outside
    assert origin.received_at is not None
    assert origin.imported_by is not None
    history = practice.open().run("queries.record_history.of_record", FactRef("condition", row_id))
    assert [(row.event, row.via) for row in history.rows] == [("imported", "import")]


def test_a_panel_shows_its_parts_with_values_and_range(practice, patient, store):
    panel = Observation(
        patient_id=patient, text="Blood pressure", code="85354-9", status="final", reference_low=90, reference_high=130
    )
    panel_id = store(panel)[0]
    store(
        ObservationComponent(
            observation_id=panel_id, patient_id=patient, text="Systolic", value_number=142, value_unit="mm[Hg]"
        )
    )
    fields = {one.name: one.value for one in detail(practice, "observation", panel_id).fields}
    assert fields["part:Systolic"] == "142 mm Hg"
    assert fields["reference"] == "90 – 130"


def test_history_of_a_chart_is_paged_filtered_and_hides_clinical_facts_from_front_desk(practice, patient, store):
    store(Condition(patient_id=patient, text="Asthma", status="active"), PatientContact(patient_id=patient, name="Ana"))
    see = practice.open()
    whole = see.run("queries.record_history.of_patient", HistoryFilter(patient))
    assert [row.title for row in whole.rows] == ["Ana", "Asthma", "Lopez"]
    first = see.run("queries.record_history.of_patient", HistoryFilter(patient, limit=1))
    rest = see.run("queries.record_history.of_patient", HistoryFilter(patient, offset=1))
    assert (first.total, first.rows + rest.rows) == (3, whole.rows)
    facts = see.run("queries.record_history.of_patient", HistoryFilter(patient, group="facts"))
    assert [row.title for row in facts.rows] == ["Asthma"]
    none = see.run("queries.record_history.of_patient", HistoryFilter(patient, last=TODAY.replace(year=2020)))
    assert none.total == 0
    plain = practice.open("front_desk").run("queries.record_history.of_patient", HistoryFilter(patient))
    assert [row.title for row in plain.rows] == ["Ana", "Lopez"]
    assert [one.id for one in see.run("queries.record_history.people", patient)] == [practice.users[Role.COORDINATOR]]


def test_changes_say_old_and_new_values_with_names_for_ids(practice, patient):
    from db.models.patient import Patient

    with practice.open().write("services.registration.correct") as uow:
        row = uow.session.get(Patient, patient)
        row.phone, row.coordinator_id = "555-010-0199", practice.users[Role.COORDINATOR]
    row = practice.open().run("queries.record_history.of_record", FactRef("patient", patient)).rows[0]
    told = {change.name: (change.old, change.new) for change in row.changes}
    assert told["phone"] == (None, "555-010-0199")
    assert told["coordinator_id"][1] not in (None, practice.users[Role.COORDINATOR])
    assert "version" not in told


def test_provenance_tells_the_author_when_the_fact_names_nobody(tmp_path):
    practice = make_practice(tmp_path, zone=NEW_YORK, today=TODAY)
    imported(practice, tmp_path, problem())
    patient = practice.open().run("queries.references.find_patient", "Patient/p1")
    row_id = practice.open().run("queries.chart.chart", patient).clinical.problems[0].id
    from db.models.clinical import Provenance

    with practice.open().write("test") as uow:
        uow.session.add(
            Provenance(
                patient_id=patient,
                author="Dr Petrov",
                organization="Lakeshore Heart Group",
                recorded_when="2026-05-02",
                targets=["Condition/c1"],
                activity="recorded",
            )
        )
    origin = detail(practice, "condition", row_id).origin
    assert (origin.author, origin.organization, origin.told) == ("Dr Petrov", "Lakeshore Heart Group", True)
