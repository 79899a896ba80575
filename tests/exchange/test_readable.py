"""The whole record as pages to read: what the machine form of the same export says, for the same reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.models.clinical import Condition
from icm_desktop.contracts.patient_requests import CloseRequest, RequestFilter, TakeRequest
from icm_desktop.contracts.plan_document import OTHER, PATIENT, PlanReader
from icm_desktop.contracts.record_export import ExportRecord, RecordRequest
from icm_desktop.contracts.records import FactRef
from icm_desktop.exchange.fhir.readable import Reader, split
from tests.handouts.reading import text

EXPORT = "services.record_exports.export"


@pytest.fixture(scope="module")
def exported(leaving, tmp_path_factory):
    """The record of one invented patient, both forms, in two languages."""
    folder = tmp_path_factory.mktemp("readable")
    made = {}
    for language in ("en", "es"):
        path = folder / f"{language}.json"
        request = ExportRecord(RecordRequest(3, PlanReader(PATIENT)), str(path), "patient_request", readable=True,
                               language=language)  # fmt: skip
        done = leaving.here.run(EXPORT, request)
        assert done.readable == str(path.with_suffix(".pdf"))
        made[language] = (json.loads(path.read_bytes()), Path(done.readable).read_bytes())
    return made


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_title_of_the_machine_form_stands_on_the_pages(exported, language):
    bundle, pdf = exported[language]
    shown = "".join(text(pdf).split())
    reader = Reader(lambda when: when, "yes", "no", {})
    titles = {
        reader.told(entry["resource"]).title
        for entry in bundle["entry"]
        if entry["resource"]["resourceType"] in ("Condition", "MedicationRequest", "MedicationStatement", "Observation",
                                                 "AllergyIntolerance", "Goal", "Encounter", "ServiceRequest")
    }  # fmt: skip
    assert len(titles) > 10
    assert [one for one in titles if "".join(one.split()) not in shown] == []
    assert ("Expedientede" if language == "es" else "Recordof") in shown


def test_who_the_record_is_for_and_what_is_held_back_are_told(leaving, tmp_path):
    reader = PlanReader(OTHER, "Uncle Joe")
    request = ExportRecord(RecordRequest(3, reader), str(tmp_path / "a.json"), "own_copy", None, "he asked", True)
    shown = text(Path(leaving.here.run(EXPORT, request).readable).read_bytes())
    assert "For: Uncle Joe" in shown
    assert "Held back" in shown


def test_an_amendment_leaves_with_the_record_in_both_forms(practice, tmp_path):
    with practice.write("test") as uow:
        from db.models.patient import Patient

        patient = Patient(record_number="000001", family="Lopez", given="Maria")
        uow.session.add(patient)
        uow.session.flush()
        row = Condition(patient_id=patient.id, text="Type 2 diabetes", status="active")
        uow.session.add(row)
        uow.session.flush()
        about = FactRef("condition", row.id)
    take = TakeRequest(1, "amendment", "I never had diabetes", about=about)
    practice.run("services.patient_requests.take", take)
    practice.run("services.patient_requests.take", TakeRequest(1, "access", "A copy of everything"))
    kept = {one.kind: one for one in practice.run("queries.patient_requests.requests", RequestFilter(1))}
    close = CloseRequest(kept["amendment"].id, kept["amendment"].version, "denied", "Three results say so", "right")
    practice.run("services.patient_requests.close", close)

    def left(reader, name):
        request = ExportRecord(RecordRequest(1, reader), str(tmp_path / name), "treatment", None, "asked", True)
        done = practice.run(EXPORT, request)
        entries = [entry["resource"] for entry in json.loads(Path(done.path).read_bytes())["entry"]]
        return entries, text(Path(done.readable).read_bytes())

    entries, shown = left(PlanReader(OTHER, "Dr. Petrov", hearer="practitioner"), "doctor.json")
    (told,) = [one for one in entries if one["resourceType"] == "Communication"]  # the other is between us
    (condition,) = [one for one in entries if one["resourceType"] == "Condition"]
    assert told["about"] == [{"reference": f"Condition/{condition['id']}"}]
    assert [one["contentString"] for one in told["payload"]] == [
        "I never had diabetes", "Answer: denied: Three results say so",
    ]  # fmt: skip
    assert condition["code"]["text"] == "Type 2 diabetes"
    assert "I never had diabetes" in shown
    entries, _ = left(PlanReader(PATIENT), "patient.json")
    assert len([one for one in entries if one["resourceType"] == "Communication"]) == 2


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"valueQuantity": {"value": 7.2, "unit": "%"}}, "7.2 %"),
        ({"clinicalStatus": {"coding": [{"code": "active"}]}}, "active"),
        ({"onsetPeriod": {"start": "2020-01"}}, "2020-01 – …"),
        ({"recorder": {"reference": "Practitioner/1"}}, "Dr. Kim"),
        ({"active": True}, "yes"),
        ({"note": [{"text": "<b>x</b>"}, {"text": "=1+1"}]}, "<b>x</b>; =1+1"),
        ({"content": [{"attachment": {"contentType": "text/plain", "data": "SGVsbG8=", "title": "Note"}}]},
         "attachment: Note, text/plain\nHello"),
        ({"content": [{"attachment": {"contentType": "text/plain", "data": "%%%", "title": "Note"}}]},
         "attachment: Note, text/plain"),
    ],
)  # fmt: skip
def test_each_datatype_is_said_in_words(value, words):
    reader = Reader(lambda when: when, "yes", "no", {"Practitioner/1": "Dr. Kim"})
    told = reader.told({"resourceType": "Observation", "id": "1", "code": {"text": "A1c"}, **value})
    assert (told.title, [line for _, line in told.lines]) == ("A1c", [words])


def test_names_of_elements_are_split_into_words():
    assert [split(name) for name in ("clinicalStatus", "valueQuantity", "onsetDateTime")] == [
        "clinical status", "value", "onset",
    ]  # fmt: skip
