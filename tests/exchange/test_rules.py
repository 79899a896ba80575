"""What an import does with identity, copies, changes, trouble and cancelling."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.bulk import insert_bulk
from db.models.audit import AuditEvent
from db.models.clinical import AllergyIntolerance, Condition, MedicationEntry, ObservationComponent
from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import MatchCandidate, Patient, PatientContact, PatientTelecom
from db.models.plan import CareTeamMember, PlanAction
from db.models.practice import Practitioner
from db.process_lock import ProcessLock
from db.verify import verify
from icm_desktop.contracts.duplicates import DuplicateFilter
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.errors import Conflict, JobCancelled, NotAllowed, NotFound
from icm_desktop.queries.references import find_patient
from icm_desktop.services.exchange import list_imports
from tests.exchange.conftest import adds_up, condition, patient, run, totals
from tests.matching.conftest import everything


def _all(practice, kind):
    with practice.read() as uow:
        return uow.session.scalars(select(kind).order_by(kind.id)).all()


def _count(practice, kind):
    with practice.read() as uow:
        return uow.session.scalar(select(func.count()).select_from(kind))


def test_a_malformed_file_is_refused_with_its_place_and_the_others_go_on(practice, write, tmp_path):
    good = write("b.json", patient())
    bad = tmp_path / "files" / "a.json"
    bad.write_text('{"resourceType": "Patient",\n "id": }', encoding="utf-8")
    report = run(practice, tmp_path / "files")
    by_name = {Path(file.path).name: file for file in report.files}
    assert by_name["a.json"].status == "refused"
    assert "line 2, column" in (by_name["a.json"].reason or "")
    assert (by_name["b.json"].status, Path(good).name) == ("imported", "b.json")
    assert len(_all(practice, Patient)) == 1


def test_what_is_not_health_data_is_skipped_with_the_reason(practice, tmp_path):
    for name, content in {
        "a.txt": "hello",
        "b.xml": "<Patient/>",
        "c.json": '{"a": 1}',
        ".d.json": "{",
        "e.csv": "x",
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = {
        Path(file.path).name: file
        for file in run(practice, tmp_path).files
        if not file.path.startswith(str(tmp_path / "practice"))
    }
    assert {found[name].status for name in ("a.txt", "b.xml", "c.json", "e.csv")} == {"skipped"}
    assert all(found[name].reason for name in ("a.txt", "b.xml", "c.json", "e.csv"))
    assert ".d.json" not in found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "NaN",
        '{"resourceType": "Observation", "valueQuantity": {"value": 1e999}}',
        '{"resourceType": "Patient", "name": [{"family": "\\ud800"}]}',
        '{"resourceType": "Patient", "a": ' + "[" * 3000 + "]" * 3000 + "}",
    ],
)
def test_json_no_program_should_accept_is_refused(practice, tmp_path, text):
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    (file,) = run(practice, path).files
    assert file.status == "refused"
    assert file.reason
    assert _count(practice, SourceResource) == 0


def test_a_bad_line_of_ndjson_is_refused_by_its_number(practice, tmp_path):
    path = tmp_path / "export.ndjson"
    path.write_text("\n".join([json.dumps(patient()), "{oops", json.dumps(condition())]), encoding="utf-8")
    report = run(practice, path)
    assert report.files[0].status == "imported"
    assert (totals(report)["unknown"].refused, totals(report)["Condition"].created) == (1, 1)
    assert any("Line 2" in note for note in report.files[0].notes)


def test_references_resolve_across_files_in_any_order_and_in_every_form(practice, write, tmp_path):
    npi: dict[str, Any] = {"system": "http://npi", "value": "42"}
    role: dict[str, Any] = {"role": [{"text": "Doctor"}]}
    members: list[dict[str, Any]] = [
        role | {"member": {"reference": "Practitioner?identifier=http://npi|42"}},
        role | {"member": {"reference": "Practitioner/dr"}},
        role | {"member": {"reference": "http://server/fhir/Practitioner/dr/_history/3"}},
        role | {"member": {"identifier": npi, "type": "Practitioner"}},
        role | {"member": {"reference": "#inside"}},
    ]
    inside: dict[str, Any] = {"resourceType": "Practitioner", "id": "inside", "name": [{"text": "Dr. Inès Dupré, MD"}]}
    team: dict[str, Any] = {
        "resourceType": "CareTeam",
        "id": "t",
        "subject": {"reference": "urn:uuid:1"},
        "participant": members,
    }
    write("a.json", team | {"contained": [inside]}, {"fullUrl": "urn:uuid:1", "resource": patient()})
    doctor: dict[str, Any] = {"resourceType": "Practitioner", "id": "dr", "identifier": [npi]}
    doctor |= {"name": [{"family": "Kim", "given": ["Lee"]}], "telecom": [{"system": "phone", "value": "555"}]}
    write("z.json", doctor)
    report = run(practice, tmp_path / "files")
    assert totals(report)["CareTeam"].created == 1
    found = _all(practice, CareTeamMember)
    assert [member.name for member in found] == ["Lee Kim"] * 4 + ["Inès Dupré"]
    assert len({member.member_key for member in found}) == 2
    assert {member.phone for member in found[:4]} == {"555"}
    assert len({member.practitioner_id for member in found[:4]}) == 1


def test_references_reach_what_an_earlier_import_brought(practice, write):
    doctor: dict[str, Any] = {"resourceType": "Practitioner", "id": "dr", "name": [{"family": "Kim"}]}
    write_first = write("a.json", patient(), doctor | {"identifier": [{"system": "http://npi", "value": "42"}]})
    run(practice, write_first)
    statement: dict[str, Any] = {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order"}
    statement |= {"subject": {"reference": "Patient/p1"}, "medicationCodeableConcept": {"text": "Aspirin"}}
    statement |= {"requester": {"reference": "Practitioner?identifier=http://npi|42"}}
    report = run(practice, write("b.json", statement))
    assert totals(report)["MedicationRequest"].created == 1
    (entry,) = _all(practice, MedicationEntry)
    assert (entry.text, entry.author) == ("Aspirin", "Kim")


def test_a_resource_without_its_patient_is_refused_or_not_understood_never_dropped(practice, write):
    group = condition("c2", "Group/g")
    nobody = {"resourceType": "Condition", "id": "c3", "code": {"text": "Asthma"}}
    report = run(practice, write("a.json", patient(), condition("c1", "Patient/elsewhere"), group, nobody))
    found = totals(report)["Condition"]
    assert (found.read, found.created, found.refused, found.not_understood) == (3, 0, 1, 2)
    assert adds_up(report)
    assert len(report.files[0].notes) >= 3


def test_the_same_resource_id_of_two_patients_is_two_things(practice, write):
    first = write("a.json", patient("p1"), condition("c1", "Patient/p1", "Asthma"))
    second = write("b.json", patient("p2", "Reed", "1950-01-01"), condition("c1", "Patient/p2", "Gout"))
    report = run(practice, first, second)
    assert totals(report)["Condition"].created == 2
    assert {(row.text, row.patient_id) for row in _all(practice, Condition)} == {("Asthma", 1), ("Gout", 2)}


def test_different_people_with_the_same_id_stay_apart_and_keep_their_own(practice, tmp_path):
    for folder, family, born, text in (("x", "Moss", "1961-11-20", "Asthma"), ("y", "Quill", "1930-02-03", "Gout")):
        (tmp_path / "files" / folder).mkdir(parents=True)
        for name, resource in {
            "p": patient("example", family, born),
            "c": condition("c1", "Patient/example", text),
        }.items():
            (tmp_path / "files" / folder / f"{name}.json").write_text(json.dumps(resource), encoding="utf-8")
    report = run(practice, tmp_path / "files")
    assert (totals(report)["Patient"].created, totals(report)["Condition"].created) == (2, 2)
    whose = {patient_.id: patient_.family for patient_ in _all(practice, Patient)}
    assert {(row.text, whose[row.patient_id]) for row in _all(practice, Condition)} == {
        ("Asthma", "Moss"),
        ("Gout", "Quill"),
    }
    again = totals(run(practice, tmp_path / "files"))
    assert {(one.created, one.updated, one.unchanged) for one in again.values()} == {(0, 0, 2)}
    alone = totals(run(practice, tmp_path / "files" / "y"))
    assert {(one.created, one.updated, one.unchanged) for one in alone.values()} == {(0, 0, 1)}
    with practice.read() as uow, pytest.raises(NotFound) as ambiguous:
        find_patient(uow, "Patient/example")
    assert ambiguous.value.params["record_numbers"] == ["000001", "000002"]


def test_a_newer_copy_updates_the_row_and_its_parts_with_old_and_new_in_the_record(practice, write):
    run(practice, write("a.json", patient(telecom=[{"system": "phone", "value": "555-0100"}]), condition()))
    moved: dict[str, Any] = patient(
        telecom=[{"system": "phone", "value": "555-0199"}, {"system": "email", "value": "a@example.org"}]
    )
    report = run(practice, write("b.json", moved, condition(text="Severe asthma", meta={"lastUpdated": "2026-01-01"})))
    assert (totals(report)["Patient"].updated, totals(report)["Condition"].updated) == (1, 1)
    assert [row.value for row in _all(practice, PatientTelecom)] == ["555-0199", "a@example.org"]
    (row,) = _all(practice, Condition)
    assert row.text == "Severe asthma"
    with practice.read() as uow:
        query = select(AuditEvent.changes).where(AuditEvent.object_kind == "condition", AuditEvent.event == "updated")
        (changes,) = uow.session.scalars(query).all()
    assert changes["text"] == ["Asthma", "Severe asthma"]


def test_meta_alone_is_no_change_and_an_older_copy_is_not_used(practice, write):
    new: dict[str, Any] = {"meta": {"lastUpdated": "2026-02-02T00:00:00Z"}}
    run(practice, write("a.json", patient(), condition(text="New", **new)))
    touched = totals(run(practice, write("b.json", condition(text="New", meta={"versionId": "9"}))))
    older = totals(run(practice, write("c.json", condition(text="Old", meta={"lastUpdated": "2025-01-01T00:00:00Z"}))))
    assert (touched["Condition"].unchanged, older["Condition"].unchanged) == (1, 1)
    assert _all(practice, Condition)[0].text == "New"


def test_what_was_changed_here_is_never_overwritten_silently(practice, write):
    run(practice, write("a.json", patient(), condition(severity={"text": "mild"})))
    with practice.write("services.registration.correct") as uow:
        uow.session.scalars(select(Condition)).one().text = "Asthma, seasonal"
    report = run(practice, write("b.json", condition(text="Asthma, allergic", severity={"text": "moderate"})))
    (row,) = _all(practice, Condition)
    assert (row.text, row.severity) == ("Asthma, seasonal", "moderate")
    assert any("ours were kept" in note for note in report.files[0].notes)


def test_a_part_that_was_removed_here_stays_removed_when_it_comes_again(practice, write):
    names: dict[str, Any] = {"contact": [{"name": {"text": "Ana Reed"}}, {"name": {"text": "Bo Reed"}}]}
    run(practice, write("a.json", patient(**names)))
    with practice.write("services.contacts.remove") as uow:
        uow.session.scalars(select(PatientContact).order_by(PatientContact.id)).first().removed_at = uow.now
    newer: dict[str, Any] = {"contact": [{"name": {"text": "Anna Reed"}}, {"name": {"text": "Bob Reed"}}]}
    report = run(practice, write("b.json", patient(**newer)))
    kept = [(row.name, row.removed_at is None) for row in _all(practice, PatientContact)]
    assert kept == [("Ana Reed", False), ("Bob Reed", True)]
    assert any("ours were kept" in note for note in report.files[0].notes)


def test_several_copies_in_one_import_are_one_thing_and_stay_so(practice, write):
    first = write("a.json", patient(), condition(text="Asthma"), condition(text="Asthma, allergic, of childhood"))
    report = run(practice, first)
    assert (totals(report)["Condition"].created, totals(report)["Condition"].unchanged) == (1, 1)
    assert _all(practice, Condition)[0].text == "Asthma, allergic, of childhood"
    assert totals(run(practice, first))["Condition"].unchanged == 2


def test_look_alikes_are_asked_about_never_merged(practice, write):
    shared: dict[str, Any] = {"identifier": [{"system": "mrn", "value": "7"}]}
    run(practice, write("a.json", patient("p1", **shared)))
    report = run(practice, write("b.json", patient("p2", **shared), patient("p3", "Reed", "1999-09-09")))
    (match,) = report.matches
    assert (set(match.refs), match.certainty) == ({"000001", "000002"}, "certain")
    assert len(_all(practice, Patient)) == 3
    listed = practice.run("queries.duplicates.duplicates", DuplicateFilter())
    assert [(row.certainty, {row.one.id, row.other.id}) for row in listed.rows] == [("certain", {1, 2})]
    assert _all(practice, MatchCandidate) == []


def test_components_dosage_and_no_known_allergy_are_read(practice, write):
    pressure: dict[str, Any] = {
        "resourceType": "Observation",
        "id": "o",
        "status": "final",
        "subject": {"reference": "Patient/p1"},
    }
    pressure |= {"component": [{"code": {"text": "Systolic"}, "valueQuantity": {"value": 120, "code": "mm[Hg]"}}]}
    timing: dict[str, Any] = {"repeat": {"frequency": 2, "period": 1, "periodUnit": "d", "when": ["MORN", "HS"]}}
    order: dict[str, Any] = {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order"}
    order |= {"subject": {"reference": "Patient/p1"}, "medicationReference": {"reference": "Medication/x"}}
    order |= {
        "dosageInstruction": [{"timing": timing, "doseAndRate": [{"doseQuantity": {"value": 0.5, "unit": "tablet"}}]}]
    }
    medicine: dict[str, Any] = {
        "resourceType": "Medication",
        "id": "x",
        "code": {"coding": [{"system": "rx", "code": "1", "display": "Pill"}]},
    }
    none_known: dict[str, Any] = {
        "resourceType": "AllergyIntolerance",
        "id": "a",
        "patient": {"reference": "Patient/p1"},
    }
    none_known |= {"code": {"coding": [{"code": "716186003"}]}, "recordedDate": "2026-05-01"}
    report = run(practice, write("a.json", order, pressure, none_known, medicine, patient()))
    assert totals(report)["Medication"].created == 1
    (part,) = _all(practice, ObservationComponent)
    assert (part.text, part.value_number, part.patient_id) == ("Systolic", 120, 1)
    (entry,) = _all(practice, MedicationEntry)
    assert (entry.text, entry.code, entry.times_per_day) == ("Pill", "1", 2)
    assert (entry.morning, entry.noon, entry.bedtime) == ("half", None, "half")
    assert _all(practice, Patient)[0].no_known_allergies_on.isoformat() == "2026-05-01"


def test_a_dry_run_reports_the_same_and_saves_nothing(practice, write):
    path = write(
        "a.json", patient(), condition(), {"resourceType": "Claim", "id": "x", "patient": {"reference": "Patient/p1"}}
    )
    tried = run(practice, path, dry_run=True)
    assert (tried.id, _count(practice, SourceResource), _count(practice, ImportBatch)) == (None, 0, 0)
    assert tried.totals == run(practice, path).totals


def test_a_dry_run_tells_of_the_same_kept_fields_and_look_alikes(practice, write):
    mary: dict[str, Any] = {"name": [{"family": "Reed", "given": ["Mary"]}], "birthDate": "1950-02-03"}
    run(practice, write("a.json", patient(), condition(), patient("p2", **mary | {"birthDate": "1961-07-08"})))
    with practice.write("services.registration.correct") as uow:
        uow.session.scalars(select(Condition)).one().text = "Asthma, seasonal"
    path = write(
        "b.json",
        patient(),
        condition(text="Asthma, severe"),
        patient("p2", **mary),  # corrected: only now like the next one
        patient("p3", **mary),
        patient("p4", name=[{"family": "Ochoa", "given": ["Luis"]}]),
        patient("p5", name=[{"family": "Ochoa", "given": ["Luis"]}]),  # neither has a birth date
    )
    before = everything(practice)
    tried = run(practice, path, dry_run=True)
    assert everything(practice) == before
    done = run(practice, path)
    assert (tried.totals, tried.patients, tried.files) == (done.totals, done.patients, done.files)
    assert [(one.certainty, one.reasons) for one in tried.matches] == [
        (one.certainty, one.reasons) for one in done.matches
    ]
    assert len(done.matches) == 2
    assert any("ours were kept" in note for note in tried.files[0].notes)


class _Cancels:
    """Somebody who presses Cancel after some steps."""

    def __init__(self, after: int) -> None:
        self.left = after

    def step(self, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise JobCancelled("job.cancelled", done=done, total=total)


def test_a_cancelled_import_leaves_nothing_and_can_be_done_again(practice, golden_dir):
    request = ImportRequest((str(golden_dir / "a.json"),))
    for after in range(6):
        with pytest.raises(JobCancelled):
            practice.run("services.exchange.import_files", request, progress=_Cancels(after))
        assert (_count(practice, Patient), _count(practice, SourceResource), _count(practice, Practitioner)) == (
            0,
            0,
            0,
        )
    report = run(practice, golden_dir / "a.json")
    assert totals(report)["Patient"].created == 1
    checks = {check.name: check for check in verify(practice.database).checks}
    assert (checks["row_digests"].ok, checks["audit_chain"].ok, checks["foreign_keys"].ok) == (True, True, True)


def test_rows_of_a_killed_import_are_hidden_and_taken_away_by_the_next(practice, write, golden_dir):
    with practice.write("services.exchange.import_files") as uow:
        batch = ImportBatch(state="loading", started_at=uow.now)
        uow.session.add(batch)
        uow.session.flush()
    with practice.write("services.exchange.import_files", see_incomplete=True) as uow:
        row = {"id": 1, "record_number": "000001", "family": "Ghost", "import_id": batch.id}
        insert_bulk(uow, "import.rows", 1, {"patient": [row]}, import_id=batch.id, file="1")
    assert _count(practice, Patient) == 0
    with practice.read() as uow, pytest.raises(NotFound):
        find_patient(uow, "000001")
    run(practice, golden_dir / "a.json")
    assert [row.family for row in _all(practice, Patient)] == ["Núñez O'Farrill"]
    with practice.read() as uow:
        states = [row.state for row in list_imports(uow)]
    assert states == ["complete", "failed"]
    assert {check.name: check.ok for check in verify(practice.database).checks}["row_digests"] is True


def test_one_import_at_a_time(practice, write):
    database = practice.database
    lock = ProcessLock(database.anchor.path.parent / f"{database.database_id}.import.lock")
    assert lock.take()
    with pytest.raises(Conflict):
        run(practice, write("a.json", patient()))
    lock.release()
    assert totals(run(practice, write("a.json", patient())))["Patient"].created == 1


def test_front_desk_may_not_import_and_a_wrong_path_is_told(practice, write, tmp_path):
    front_desk = type(practice)(practice.database, type(practice.actor)(1, "Fred", "front_desk"), practice.zone)
    with pytest.raises(NotAllowed):
        run(front_desk, write("a.json", patient()))
    with pytest.raises(NotFound):
        run(practice, tmp_path / "nowhere")


def test_each_patient_and_file_gets_one_audit_event_per_slice(practice, write):
    path = write("a.json", patient(), condition("c1"), condition("c2"), condition("c3"))
    run(practice, path)
    with practice.read() as uow:
        query = select(AuditEvent.patient_id, AuditEvent.detail).where(AuditEvent.event == "import.rows")
        events = uow.session.execute(query).all()
    assert [event.patient_id for event in events] == [1, 1]
    assert sum(event.detail["rows"].get("condition", [0])[0] for event in events) == 3


def test_what_must_not_be_done_is_no_action_and_a_reaction_says_how_bad_it_was(practice, write):
    who = {"reference": "Patient/p1"}
    plan = {
        "resourceType": "CarePlan",
        "id": "cp",
        "status": "active",
        "intent": "plan",
        "subject": who,
        "activity": [
            {"detail": {"status": "scheduled", "description": "Lift weights", "doNotPerform": True}},
            {"detail": {"status": "scheduled", "description": "Walk daily", "doNotPerform": False}},
        ],
    }
    reaction = [{"manifestation": [{"text": "Hives"}], "severity": "severe"}, {"manifestation": [{"text": "Cough"}]}]
    allergy = {"resourceType": "AllergyIntolerance", "id": "al", "patient": who, "code": {"text": "Nuts"}}
    report = run(practice, write("a.json", patient(), plan, allergy | {"reaction": reaction}))
    assert "something not to be done is kept with the original" in " ".join(report.files[0].notes)
    with practice.read() as uow:
        assert uow.session.scalars(select(PlanAction.text)).all() == ["Walk daily"]
        assert uow.session.scalars(select(AllergyIntolerance.reaction)).all() == ["Hives (severe); Cough"]
