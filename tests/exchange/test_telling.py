"""A record leaves for one reader: only what agreements let them have, with a trace; notes given by name never do."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models.audit import AuditEvent
from db.models.clinical import Condition, Encounter, MedicationEntry
from db.models.coverage import Consent
from db.models.documents import Document, DocumentContent
from db.models.notes import CareNote
from db.models.patient import Patient, PatientContact
from icm_desktop.contracts.plan_document import CAREGIVER, MEMBER, OTHER, PATIENT, RECORD, PlanReader
from icm_desktop.contracts.record_export import ExportRecord, RecordExported, RecordRequest
from icm_desktop.errors import Invalid, NotAllowed, UserError
from tests.exchange.round_trips import resources
from tests.part2 import whole_consent
from tests.support import make_practice

SPECIALIST = PlanReader(MEMBER, "Dr. Heart", "Lakeside Cardiology", "practitioner")
DAUGHTER = PlanReader(CAREGIVER, "Ana Lopez", None, "contact", 1)
STRANGER = PlanReader(OTHER, "Pat Stranger")
SECRET = "the fear of her brother"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    found = make_practice(tmp_path_factory.mktemp("telling"))
    with found.open().write("test") as uow:
        person = Patient(record_number="000001", family="Lopez", given="Maria", birth_date="1958-03-04", sex="female")
        uow.session.add(person)
        uow.session.flush()
        whose = {"patient_id": person.id}
        paper = Document(**whose, status="current", text="Letter", kind="letter", created_when="2026-05-01")
        uow.session.add_all([
            paper,
            PatientContact(**whose, name="Ana Lopez", relationship_code="DAUC", may=["visits", "diagnoses"],
                           may_not=["medicines"]),
            Condition(**whose, status="active", text="Diabetes"),
            Condition(**whose, status="active", text="Major depression"),
            Condition(**whose, status="active", text="Opioid use disorder"),
            Encounter(**whose, status="finished", class_code="AMB", starts_when="2026-05-01T14:00:00Z", text="Visit"),
            MedicationEntry(**whose, kind="entry", status="active", text="Metformin 500 mg"),
            MedicationEntry(**whose, kind="entry", status="active", text="Buprenorphine 8 mg"),
            CareNote(**whose, kind="behavioral_health", status="current", text=SECRET, written_at=uow.now,
                     author="Kim Lee"),
        ])  # fmt: skip
        uow.session.flush()
        said = "She drinks alcohol daily."
        words = {"content_type": "text/plain", "data": said.encode(), "plain_text": said}
        uow.session.add(DocumentContent(document_id=paper.id, **whose, **words))
    yield found
    found.database.close()


@pytest.fixture
def practice(made):
    return made.open("coordinator")


def _texts(path: Path, kind: str) -> list[str]:
    names = {"MedicationStatement": "medicationCodeableConcept"}
    mine = (one for one in resources(path).values() if one["resourceType"] == kind)
    return sorted(one[names.get(kind, "code")]["text"] for one in mine)


def _export(practice, path: Path, reader: PlanReader, **more) -> RecordExported:
    request = ExportRecord(RecordRequest(1, reader), str(path), "treatment", **more)
    return practice.run("services.record_exports.export", request)


def test_who_treats_the_patient_gets_everything_but_substance_use_without_an_agreement(practice, tmp_path):
    done = _export(practice, tmp_path / "a.json", SPECIALIST)
    assert _texts(tmp_path / "a.json", "Condition") == ["Diabetes", "Major depression"]
    assert _texts(tmp_path / "a.json", "MedicationStatement") == ["Metformin 500 mg"]
    assert {(one.kind, one.why) for one in done.held} == {
        ("Condition", "sharing.part2_missing"), ("MedicationStatement", "sharing.part2_missing"),
        ("DocumentReference", "sharing.part2_missing"),
    }  # fmt: skip


def test_with_the_agreement_it_goes_and_carries_the_notice(made, tmp_path):
    practice = made.open("coordinator")
    agreed = whole_consent(1, "Lakeside Cardiology")
    with practice.write("test") as uow:
        uow.session.add(agreed)
    _export(practice, tmp_path / "b.json", SPECIALIST)
    with practice.write("test") as uow:
        uow.session.get(Consent, agreed.id).removed_at = uow.now
    assert "Opioid use disorder" in _texts(tmp_path / "b.json", "Condition")
    labels = json.loads((tmp_path / "b.json").read_bytes())["meta"]["security"]
    assert any("42 CFR part 2" in one.get("display", "") and "Lakeside Cardiology" in one["display"] for one in labels)
    known = resources(tmp_path / "b.json")
    proofs = [one for one in known.values() if one["resourceType"] == "Provenance" and "policy" in one]
    assert len(proofs) == 1 and known[proofs[0]["entity"][0]["what"]["reference"]]["resourceType"] == "Consent"
    about = {one["reference"] for one in proofs[0]["target"]}
    marked = {
        where for where, one in known.items()
        if any(label["code"] == "42CFRPart2" for label in one.get("meta", {}).get("security", ()))
    }  # fmt: skip
    assert about == marked and len(about) >= 4  # the problem, the medicine, the letter, the consent itself


def test_family_gets_what_is_noted_for_them_and_never_what_must_not_be_told(practice, tmp_path):
    done = _export(practice, tmp_path / "c.json", DAUGHTER, reason="asked on the phone")
    assert _texts(tmp_path / "c.json", "Condition") == ["Diabetes"]
    assert _texts(tmp_path / "c.json", "MedicationStatement") == []
    assert {one.why for one in done.held if one.kind == "MedicationStatement"} == {"sharing.may_not"}


def test_nothing_points_to_what_was_held_back_nor_names_it(practice, tmp_path):
    _export(practice, tmp_path / "d.json", DAUGHTER, reason="asked on the phone")
    written = (tmp_path / "d.json").read_text("utf-8")
    assert "uprenorphine" not in written and "depression" not in written and "opioid" not in written.lower()
    known = resources(tmp_path / "d.json")
    targets = [one["reference"] for each in known.values() for one in each.get("target", ())]
    assert targets and all(one in known for one in targets)


@pytest.mark.parametrize("reader", [PlanReader(RECORD), PlanReader(PATIENT, "Maria Lopez"), SPECIALIST])
def test_notes_given_to_a_person_by_name_never_leave(practice, tmp_path, reader):
    _export(practice, tmp_path / "e.json", reader)
    assert SECRET not in (tmp_path / "e.json").read_text("utf-8")


def test_a_stranger_gets_it_only_with_a_reason_that_stays_on_record(practice, tmp_path):
    with pytest.raises(Invalid, match=r"plans\.reader_not_on_file"):
        _export(practice, tmp_path / "f.json", STRANGER)
    assert not (tmp_path / "f.json").exists()
    done = _export(practice, tmp_path / "f.json", STRANGER, reason="court order 12/26")
    with practice.read() as uow:
        query = select(AuditEvent.detail).where(AuditEvent.event == "record.exported").order_by(AuditEvent.seq.desc())
        told = uow.session.scalars(query).first()
    assert (told["to"], told["reason"], told["purpose"]) == ("Pat Stranger", "court order 12/26", "treatment")
    assert told["sha256"] == done.sha256 == hashlib.sha256((tmp_path / "f.json").read_bytes()).hexdigest()
    assert practice.run("queries.record_export.earlier", 1)[0].sha256 == done.sha256


def test_what_is_looked_at_before_is_what_leaves(practice, tmp_path):
    request = RecordRequest(1, SPECIALIST, sensitive=False, left_out=("Encounter",))
    seen = practice.run("queries.record_export.preview", request)
    done = practice.run("services.record_exports.export", ExportRecord(request, str(tmp_path / "g.json"), "treatment"))
    assert (seen.kinds, seen.held) == (done.kinds, done.held)
    whys = {(one.kind, one.why) for one in seen.held}
    assert ("Encounter", "export.kind_left_out") in whys and ("Condition", "export.not_ticked") in whys
    assert {one.kind: one.told for one in done.kinds}["Encounter"] == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"purpose": ""}, "export.purpose_missing"),
        ({"request": RecordRequest(1, replace(STRANGER, name=" "))}, "plans.receiver_missing"),
        ({"request": RecordRequest(99, SPECIALIST)}, "patients.unknown"),
        ({"path": "/nowhere/at/all.json"}, "exports.cannot_write"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(practice, tmp_path, change, code):
    request = replace(ExportRecord(RecordRequest(1, SPECIALIST), str(tmp_path / "h.json"), "treatment"), **change)
    with pytest.raises(UserError) as refused:
        practice.run("services.record_exports.export", request)
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_front_desk_exports_no_record(made, tmp_path):
    with pytest.raises(NotAllowed):
        _export(made.open("front_desk"), tmp_path / "i.json", PlanReader(RECORD))
