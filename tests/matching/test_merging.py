"""Merging two records moves everything; taking it back restores both, row by row."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models.base import Base
from db.models.exchange import ImportBatch, SourceResource
from db.models.papers import Draft
from db.models.patient import MatchCandidate, Patient, PatientIdentifier, PatientMerge, PatientName, PatientTelecom
from db.models.plan import ContactLog
from db.models.scheduling import ReferralEvent, ServiceRequest
from db.repositories.imports import import_lock
from icm_desktop.contracts.duplicates import DuplicateFilter, MergePatients, PairOf
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.patients import CorrectPatient, PatientFilter
from icm_desktop.contracts.records import FactRef, HistoryFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.queries.owned_rows import OTHERWISE, owned
from icm_desktop.words import error_sentence
from tests.matching.conftest import everything, faults, fill, owners, version

BOTH = {"birth_date": "1958-03-04", "sex": "female"}


@pytest.fixture
def two(register):
    """The record that goes and the one that stays."""
    goes = register("Lopes", "Maria", phone="555-010-0142", address_line="1 Oak St", city="Troy", language="es", **BOTH)
    stays = register("Lopez", "Maria Elena", phone="555-010-0199", address_line="2 Elm St", city="Troy", **BOTH)
    return goes, stays


def merge(desk, goes, stays, *take):
    """Merge the first into the second as they are now."""
    request = MergePatients(goes, stays, version(desk, goes), version(desk, stays), take)
    return desk.run("services.merging.merge", request)


def test_every_table_that_names_a_patient_is_dealt_with():
    naming = {
        table.name
        for table in Base.metadata.sorted_tables
        if "patient_id" in table.c or any(link.column.table.name == "patient" for link in table.foreign_keys)
    }
    assert naming == {kind.__tablename__ for kind in owned()} | OTHERWISE | {"patient"}
    assert len(owned()) > 30


def test_a_row_of_every_kind_moves_and_comes_back(practice, desk, two):
    goes, stays = two
    fill(desk, goes)
    fill(desk, stays)
    before = everything(desk)
    done = merge(desk, goes, stays)
    assert all(ids == {stays} for ids in owners(desk).values())
    assert set(dict(done.moved)) >= {kind.__tablename__ for kind in owned()} - {
        "patient_photo", "patient_address", "patient_identifier",  # the same in both records
    }  # fmt: skip
    assert everything(desk) != before
    assert faults(practice) == []
    desk.run("services.merging.undo_merge", done.merge_id)
    after = everything(desk)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert faults(practice) == []


def test_undo_at_once_and_redo_do_the_same(desk, two):
    goes, stays = two
    fill(desk, goes)
    before = everything(desk)
    done = merge(desk, goes, stays)
    merged = everything(desk)
    undone = desk.run("services.history.undo", done.changes.action_id)
    assert everything(desk) == before
    assert desk.run("queries.merging.merges").rows[0].undone_at is not None
    desk.run("services.history.undo", undone.changes.action_id)
    assert everything(desk) == merged
    assert desk.run("queries.merging.merges").rows[0].undone_at is None
    desk.run("services.merging.undo_merge", done.merge_id)
    assert everything(desk) == before
    with pytest.raises(Conflict, match="already_undone"):
        desk.run("services.merging.undo_merge", done.merge_id)


def test_the_survivor_keeps_its_own_facts_and_gains_what_it_had_not(desk, two):
    goes, stays = two
    shown = desk.run("queries.merging.preview", goes, stays)
    assert ("language", "es") in shown.filled
    assert {(one.field, one.kept, one.dropped) for one in shown.conflicts} == {
        ("name", "Lopez, Maria Elena", "Lopes, Maria"),
        ("phone", "555-010-0199", "555-010-0142"),
    }
    assert dict(shown.moves)["patient_telecom"] == 1
    head = merge(desk, goes, stays).survivor
    assert (head.family, head.given, head.phone, head.language) == ("Lopez", "Maria Elena", "555-010-0199", "es")
    editable = desk.run("queries.registration.editable", stays).details
    assert (editable.phone, editable.address_line) == ("555-010-0199", "2 Elm St")
    with desk.read() as uow:
        names = {(row.family, row.use) for row in uow.session.scalars(select(PatientName))}
        numbers = {row.value for row in uow.session.scalars(select(PatientTelecom))}
    assert ("Lopes", "old") in names
    assert numbers == {"555-010-0142", "555-010-0199"}


def test_what_a_person_takes_from_the_other_record_becomes_the_current(desk, two):
    goes, stays = two
    head = merge(desk, goes, stays, "name", "phone").survivor
    assert (head.family, head.given, head.phone) == ("Lopes", "Maria", "555-010-0142")
    editable = desk.run("queries.registration.editable", stays).details
    assert (editable.family, editable.phone) == ("Lopes", "555-010-0142")
    assert [row.head.id for row in desk.run("queries.patients.find", "lopez")] == [stays]


def test_the_survivor_is_found_by_everything_the_other_was_known_by(desk, two):
    goes, stays = two
    with desk.write("test") as uow:
        number = uow.session.get_one(Patient, goes).record_number
        uow.session.add(PatientIdentifier(patient_id=goes, system="https://a.example/mrn", value="GA-77"))
    merge(desk, goes, stays)
    for typed in (number, "lopes", "0142", "GA-77", "https://a.example/mrn|GA-77"):
        assert [row.head.id for row in desk.run("queries.patients.find", typed)] == [stays], typed
    for ref in (number, "https://a.example/mrn|GA-77"):
        assert desk.run("queries.references.find_patient", ref) == stays
    assert desk.run("queries.patients.patients", PatientFilter()).total == 1
    assert desk.run("queries.duplicates.how_many") == 0


def test_a_chain_of_merges_ends_at_the_last_and_is_undone_from_there(desk, register, two):
    goes, stays = two
    third = register("Lopez", "Mary", **BOTH)
    with desk.read() as uow:
        number = uow.session.get_one(Patient, goes).record_number
    first = merge(desk, goes, stays)
    second = merge(desk, stays, third)
    assert desk.run("queries.references.find_patient", number) == third
    with pytest.raises(Conflict) as refused:
        desk.run("services.merging.undo_merge", first.merge_id)
    assert "latest first" in error_sentence(refused.value)
    desk.run("services.merging.undo_merge", second.merge_id)
    desk.run("services.merging.undo_merge", first.merge_id)
    assert desk.run("queries.references.find_patient", number) == goes


def test_undo_is_refused_when_a_moved_row_was_changed_or_used_since(desk, two):
    goes, stays = two
    with desk.write("test") as uow:
        referral = ServiceRequest(patient_id=goes, is_referral=True, status="active")
        call = ContactLog(patient_id=goes, at=uow.now, by_user_id=uow.actor.user_id, channel="phone", outcome="reached")
        uow.session.add_all([referral, call])
        uow.session.flush()
        referral_id = referral.id
    done = merge(desk, goes, stays)
    with desk.write("test") as uow:
        event = ReferralEvent(service_request_id=referral_id, patient_id=stays, state="sent", happened_on=uow.today)
        uow.session.add(event)
        uow.session.flush()
        event_id = event.id
    merged = everything(desk)
    with pytest.raises(Conflict, match="changed_since"):
        desk.run("services.merging.undo_merge", done.merge_id)
    with pytest.raises(Conflict, match="changed_since"):
        desk.run("services.history.undo", done.changes.action_id)
    assert everything(desk) == merged
    with desk.write("test") as uow:
        uow.session.get_one(ReferralEvent, event_id).removed_at = uow.now
    desk.run("services.merging.undo_merge", done.merge_id)


def test_undo_is_refused_after_the_survivor_was_corrected(desk, two):
    goes, stays = two
    done = merge(desk, goes, stays)
    editable = desk.run("queries.registration.editable", stays)
    details = replace(editable.details, family="Quispe")
    desk.run("services.registration.correct", CorrectPatient(stays, editable.version, details))
    with pytest.raises(Conflict, match="changed_since"):
        desk.run("services.merging.undo_merge", done.merge_id)


def test_two_people_at_work_a_merge_of_what_was_not_shown_is_refused(practice, desk, two):
    goes, stays = two
    shown = desk.run("queries.merging.preview", goes, stays)
    other = practice.open("clinician")
    editable = other.run("queries.registration.editable", goes)
    details = replace(editable.details, family="Quispe")
    other.run("services.registration.correct", CorrectPatient(goes, editable.version, details))
    request = MergePatients(goes, stays, shown.source_version, shown.survivor_version)
    with pytest.raises(Conflict, match="changed_meanwhile"):
        desk.run("services.merging.merge", request)
    merge(desk, goes, stays)
    with pytest.raises(NotFound):
        merge(desk, goes, stays)


def test_a_form_that_was_open_on_the_survivor_is_told(desk, two):
    goes, stays = two
    editable = desk.run("queries.registration.editable", stays)
    merge(desk, goes, stays)
    with pytest.raises(Conflict, match="changed_meanwhile"):
        desk.run("services.registration.correct", CorrectPatient(stays, editable.version, editable.details))


def test_a_running_import_is_waited_for(practice, desk, two):
    lock = import_lock(practice.database)
    assert lock.take()
    try:
        with pytest.raises(Conflict, match="import_running"):
            merge(desk, *two)
    finally:
        lock.release()
    merge(desk, *two)


def test_drafts_go_along_and_come_back(desk, two):
    goes, stays = two
    with desk.write("test") as uow:
        user = uow.actor.user_id
        for form, patient_id in (("goal:new", goes), ("goal:new", stays), ("action:new", goes)):
            fields = {"text": f"{form} of {patient_id}"}
            uow.session.add(Draft(user_id=user, form=form, patient_id=patient_id, fields=fields, saved_at=uow.now))
    before = everything(desk)["draft"]
    done = merge(desk, goes, stays)
    with desk.read() as uow:
        assert {(row.form, row.patient_id) for row in uow.session.scalars(select(Draft))} == {
            ("goal:new", goes),  # the survivor has one of its own; this one waits
            ("goal:new", stays),
            ("action:new", stays),
        }
    desk.run("services.history.undo", done.changes.action_id)
    assert everything(desk)["draft"] == before


def test_decisions_follow_the_survivor(desk, register, two):
    goes, stays = two
    twin = register("Lopez", "Mario", **BOTH)
    with desk.read() as uow:
        decided = [{row.patient_id, row.other_patient_id} for row in uow.session.scalars(select(MatchCandidate))]
    assert {goes, twin} in decided
    merge(desk, goes, stays)
    with desk.read() as uow:
        rows = {
            (row.state, *sorted((row.patient_id, row.other_patient_id)))
            for row in uow.session.scalars(select(MatchCandidate))
        }
    assert ("same", goes, stays) in rows
    assert ("different", stays, twin) in rows
    assert desk.run("queries.duplicates.duplicates", DuplicateFilter()).rows == ()


def test_later_imports_of_the_merged_patient_go_to_the_survivor(practice, desk, register, tmp_path):
    def bundle(name, *resources):
        file = tmp_path / name
        entries = [{"resource": resource} for resource in resources]
        file.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
        return desk.run("services.exchange.import_files", ImportRequest((str(file),)))

    stays = register("Reed", "Ann", birth_date="1950-02-03")
    person = {
        "resourceType": "Patient",
        "id": "p9",
        "name": [{"family": "Reid", "given": ["Ann"]}],
        "birthDate": "1950-02-03",
        "identifier": [{"system": "mrn", "value": "9"}],
    }
    bundle("a.json", person)
    (goes,) = (row.head.id for row in desk.run("queries.patients.find", "reid") if row.head.id != stays)
    done = merge(desk, goes, stays)
    asthma = {
        "resourceType": "Condition",
        "id": "c1",
        "code": {"text": "Asthma"},
        "subject": {"reference": "Patient/p9"},
    }
    changed = person | {"name": [{"family": "Reidova", "given": ["Ann"]}], "gender": "female"}
    bundle("b.json", changed, asthma)
    assert {kind: ids for kind, ids in owners(desk).items() if ids and ids != {stays}} == {}
    head = desk.run("queries.heads.heads", [stays])[stays]
    assert (head.family, head.sex) == ("Reed", "female")  # what was empty is filled, our own name stays
    assert [row.head.id for row in desk.run("queries.patients.find", "reidova")] == [stays]
    assert desk.run("queries.references.find_patient", "Patient/p9") == stays
    with desk.read() as uow:
        assert set(uow.session.scalars(select(SourceResource.patient_id))) == {stays}
        assert uow.session.scalar(select(ImportBatch.id).where(ImportBatch.state != "complete")) is None
    with pytest.raises(Conflict, match="changed_since"):
        desk.run("services.merging.undo_merge", done.merge_id)
    assert faults(practice) == []


def test_merging_is_for_those_who_see_the_whole_record(practice, two):
    goes, stays = two
    front = practice.open("front_desk")
    with pytest.raises(NotAllowed):
        front.run("queries.merging.preview", goes, stays)
    with pytest.raises(NotAllowed):
        merge(front, goes, stays)
    assert front.run("queries.merging.compare", PairOf(goes, stays)).counts == ()


def test_nonsense_is_refused(desk, two):
    goes, stays = two
    with pytest.raises(Invalid, match="same_record"):
        merge(desk, goes, goes)
    with pytest.raises(Invalid, match="not_to_take"):
        merge(desk, goes, stays, "record_number")
    with pytest.raises(NotFound):
        desk.run("services.merging.undo_merge", 99)
    with desk.read() as uow:
        assert uow.session.scalar(select(PatientMerge.id)) is None


def test_the_history_of_the_record_that_went_is_read_under_the_one_that_stayed(practice, desk, register, two):
    goes, stays = two
    third = register("Lopez", "Mary", **BOTH)
    with desk.read() as uow:
        number = uow.session.get_one(Patient, goes).record_number
    editable = desk.run("queries.registration.editable", goes)
    desk.run(
        "services.registration.correct",
        CorrectPatient(goes, editable.version, replace(editable.details, family="Quispe")),
    )

    def told(patient_id, name="queries.record_history.of_patient", role="coordinator"):
        asked = HistoryFilter(patient_id) if name.endswith("of_patient") else FactRef("patient", patient_id)
        return {
            (row.merged, change.old, change.new)
            for row in practice.open(role).run(name, asked).rows
            for change in row.changes
            if change.name == "family" and row.kind == "patient" and change.old
        }

    first = merge(desk, goes, stays)
    second = merge(desk, stays, third)  # and on to a third one
    for name in ("queries.record_history.of_patient", "queries.record_history.of_record"):
        assert (number, "Lopes", "Quispe") in told(third, name)
    assert (number, "Lopes", "Quispe") in told(third, role="front_desk")
    assert "Rosa Diaz" in [one.name for one in desk.run("queries.record_history.people", third)]
    desk.run("services.merging.undo_merge", second.merge_id)
    desk.run("services.merging.undo_merge", first.merge_id)
    assert told(third) == set()
    assert told(goes) == {("", "Lopes", "Quispe")}
