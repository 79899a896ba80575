"""What becomes of relatives, reports, documents, insurance, claims, consents, alerts and the like."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest
from sqlalchemy import select

from db.models.clinical import (
    Communication,
    Condition,
    Device,
    DiagnosticReport,
    FamilyMemberHistory,
    MedicationDispense,
    Observation,
    ObservationComponent,
    Procedure,
    Provenance,
)
from db.models.coverage import Claim, Consent, Coverage, Flag
from db.models.documents import Document, DocumentContent
from db.models.exchange import SourceResource
from db.models.patient import Patient, PatientAddress, PatientContact, PatientTelecom
from tests.exchange.conftest import adds_up, condition, patient, run, totals

SUBJECT = {"reference": "Patient/p1"}
NOTE = "Mild retinopathy, both eyes. Return in 12 months. ñ"


def _only(practice, kind, **where):
    with practice.read() as uow:
        (row,) = uow.session.scalars(select(kind).filter_by(**where)).all()
        return row


def _data(words: str) -> str:
    return base64.b64encode(words.encode()).decode()


def _document(resource_id="d1", **more):
    attachment = {"contentType": "text/plain; charset=utf-8", "title": "Eye clinic note", "data": _data(NOTE)}
    return {
        "resourceType": "DocumentReference",
        "id": resource_id,
        "status": "current",
        "type": {"text": "Ophthalmology consult note"},
        "subject": SUBJECT,
        "date": "2026-10-13T14:20:00-04:00",
        "content": [{"attachment": attachment}],
        **more,
    }


def test_a_document_keeps_its_bytes_and_can_be_searched(practice, write):
    run(practice, write("a.json", patient(), _document()))
    document, content = _only(practice, Document), _only(practice, DocumentContent)
    assert (document.text, document.kind, document.status) == ("Ophthalmology consult note", "consult_note", "current")
    assert document.created_when == "2026-10-13T18:20:00Z"
    assert document.received_at is not None
    assert content.document_id == document.id
    assert content.data == NOTE.encode()
    assert content.sha256 == hashlib.sha256(NOTE.encode()).hexdigest()
    assert content.size_bytes == len(NOTE.encode())
    assert content.plain_text == NOTE


def test_a_document_is_found_as_a_binary_beside_it(practice, write):
    binary = {"resourceType": "Binary", "id": "b1", "contentType": "text/html", "data": _data("<p>One<br>two &amp; 3")}
    pointing = _document(content=[{"attachment": {"url": "Binary/b1"}}])
    report = run(practice, write("a.json", patient(), pointing, binary))
    content = _only(practice, DocumentContent)
    assert (content.content_type, content.plain_text, content.url) == ("text/html", "One\ntwo & 3", "Binary/b1")
    assert totals(report)["Binary"].not_understood == 1
    assert adds_up(report)
    again = run(practice, write("b.json", patient(), pointing | {"description": "of the eyes"}, binary))
    assert totals(again)["DocumentReference"].updated == 1
    assert _only(practice, DocumentContent).plain_text == "One\ntwo & 3"


def test_an_attachment_that_is_no_base64_is_said_and_its_document_is_not_understood(practice, write):
    broken = _document(content=[{"attachment": {"contentType": "text/plain", "data": "%%%"}}])
    report = run(practice, write("a.json", patient(), broken))
    assert totals(report)["DocumentReference"].not_understood == 1
    assert any("DocumentReference holds no document" in note for file in report.files for note in file.notes)


def _report(**more):
    return {
        "resourceType": "DiagnosticReport",
        "id": "r1",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "58410-2"}], "text": "Blood count"},
        "subject": SUBJECT,
        "effectiveDateTime": "2026-05-20",
        "issued": "2026-05-21T10:00:00Z",
        "conclusion": "Anaemia",
        "result": [{"reference": "Observation/o1"}, {"reference": "urn:uuid:o2"}],
        **more,
    }


def test_a_report_knows_its_results_and_its_letter_is_a_document(practice, write):
    letter = [{"contentType": "text/plain", "data": _data("Dear colleague")}]
    results = [
        {"resourceType": "Observation", "id": name, "status": "final", "subject": SUBJECT, "code": {"text": name}}
        for name in ("o1", "own-id")
    ]
    second = {"fullUrl": "urn:uuid:o2", "resource": results[1]}
    run(practice, write("a.json", patient(), results[0], second, _report(presentedForm=letter)))
    report, document = _only(practice, DiagnosticReport), _only(practice, Document)
    assert report.results == ["Observation/o1", "Observation/own-id"]
    assert (report.conclusion, report.effective_when, report.issued_when) == (
        *("Anaemia", "2026-05-20", "2026-05-21T10:00:00Z"),
    )
    assert (document.source_id, document.text) == (report.source_id, "Blood count")
    assert _only(practice, DocumentContent).plain_text == "Dear colleague"


def test_a_letter_that_also_came_as_a_document_is_there_once(practice, write):
    letter = [{"contentType": "text/plain", "data": _data(NOTE)}]
    same = _document(identifier=[{"system": "urn:ietf:rfc:3986", "value": "urn:uuid:r1"}])
    run(practice, write("a.json", patient(), _report(presentedForm=letter), same))
    assert _only(practice, Document).text == "Ophthalmology consult note"


def test_a_newer_report_brings_its_letter_up_to_date(practice, write):
    letter = [{"contentType": "text/plain", "data": _data("first")}]
    run(practice, write("a.json", patient(), _report(presentedForm=letter)))
    letter[0]["data"] = _data("second")
    report = run(practice, write("b.json", patient(), _report(presentedForm=letter, conclusion="Better")))
    assert totals(report)["DiagnosticReport"].updated == 1
    assert _only(practice, DiagnosticReport).conclusion == "Better"
    assert _only(practice, DocumentContent).data == b"second"
    run(practice, write("c.json", patient(), _report(conclusion="Better")))
    assert _only(practice, Document).removed_at is not None


def test_a_relative_is_a_contact_with_what_a_consent_keeps_from_them(practice, write):
    daughter = {
        "resourceType": "RelatedPerson",
        "id": "rp1",
        "patient": SUBJECT,
        "relationship": [{"coding": [{"code": "DAU"}], "text": "Daughter"}, {"coding": [{"code": "HPOWATT"}]}],
        "name": [{"family": "Peña", "given": ["Lucía"]}],
        "telecom": [{"system": "phone", "value": "555-010-3778"}, {"system": "email", "value": "l@example.org"}],
        "communication": [{"language": {"coding": [{"code": "es"}]}}],
        "birthDate": "1988-04",
    }
    consent = {
        "resourceType": "Consent",
        "id": "k1",
        "status": "active",
        "scope": {"coding": [{"code": "patient-privacy", "display": "Privacy Consent"}]},
        "category": [{"text": "Privacy consent"}],
        "patient": SUBJECT,
        "dateTime": "2025-03-20",
        "performer": [SUBJECT],
        "policyRule": {"coding": [{"code": "OPTIN"}]},
        "provision": {
            "type": "permit",
            "period": {"start": "2025-03-20", "end": "2027-03-19"},
            "actor": [{"reference": {"reference": "RelatedPerson/rp1"}}],
            "provision": [{"type": "deny", "securityLabel": [{"code": "PSY", "display": "psychiatry"}]}],
        },
    }
    run(practice, write("a.json", patient(), consent, daughter))
    contact, agreed = _only(practice, PatientContact), _only(practice, Consent)
    assert (contact.name, contact.relationship_text, contact.phone) == ("Lucía Peña", "Daughter", "555-010-3778")
    assert (contact.email, contact.language, contact.birth_date) == ("l@example.org", "es", "1988-04")
    assert (contact.authority, contact.may_not) == ("health_care_proxy", ["mental_health"])
    assert (agreed.decision, agreed.scope, agreed.given_on) == ("permit", "patient-privacy", "2025-03-20")
    assert (agreed.starts_on, agreed.expires_on) == ("2025-03-20", "2027-03-19")
    assert (agreed.recipients, agreed.note) == (["Lucía Peña"], None)
    assert agreed.covers == [{"code": "PSY", "text": "psychiatry", "decision": "deny"}]


def test_what_only_the_patients_own_contact_says_of_a_relative_is_not_lost(practice, write):
    named = [{"family": "Peña", "given": ["Lucía"]}]
    words = "Daughter; decides when I cannot"
    told = {
        "name": named[0],
        "relationship": [{"coding": [{"code": "C"}], "text": words}, {"coding": [{"code": "HCPROXY"}]}],
        "telecom": [{"system": "phone", "value": "555-010-3778"}],
    }
    daughter = {"resourceType": "RelatedPerson", "id": "rp1", "patient": SUBJECT, "name": named,
                "relationship": [{"text": "Daughter"}]}  # fmt: skip
    run(practice, write("a.json", patient(contact=[told]), daughter))
    contact = _only(practice, PatientContact)
    assert (contact.name, contact.relationship_text, contact.note) == ("Lucía Peña", "Daughter", words)
    assert (contact.phone, contact.is_emergency, contact.authority) == ("555-010-3778", True, "health_care_proxy")


def test_an_insurance_and_an_alert(practice, write):
    insurance = {
        "resourceType": "Coverage",
        "id": "v1",
        "status": "active",
        "beneficiary": SUBJECT,
        "subscriberId": "S-1",
        "payor": [{"display": "Sample Health"}],
        "order": 1,
        "period": {"start": "2026-01-16"},
        "class": [{"type": {"coding": [{"code": "group"}]}, "value": "G-7"}],
        "relationship": {"coding": [{"code": "self"}]},
    }
    alerts = [
        {"resourceType": "Flag", "id": name, "status": "active", "subject": SUBJECT, "code": {"text": name}, **more}
        for name, more in {"admin": {"category": [{"coding": [{"code": "admin"}]}]}, "falls": {}}.items()
    ]
    run(practice, write("a.json", patient(), insurance, *alerts))
    coverage = _only(practice, Coverage)
    assert (coverage.payer, coverage.member_id, coverage.group_number) == ("Sample Health", "S-1", "G-7")
    assert (coverage.position, coverage.starts_on, coverage.ends_on) == (1, "2026-01-16", None)
    assert _only(practice, Flag, text="admin").clinical is False
    assert _only(practice, Flag, text="falls").clinical is True


def _adjudication(**amounts):
    return [
        {"category": {"coding": [{"code": name}]}, "amount": {"value": value, "currency": "USD"}}
        for name, value in amounts.items()
    ]


def _benefit(**more):
    return {
        "resourceType": "ExplanationOfBenefit",
        "id": "e1",
        "status": "active",
        "use": "claim",
        "patient": SUBJECT,
        "created": "2026-02-11",
        "outcome": "complete",
        **more,
    }


def test_the_totals_of_a_benefit_are_its_own(practice, write):
    run(practice, write("a.json", patient(), _benefit(total=_adjudication(submitted=256.5, eligible=142.5, benefit=0))))
    claim = _only(practice, Claim)
    assert (claim.kind, claim.currency, claim.starts_when) == ("benefit", "USD", "2026-02-11")
    assert (claim.submitted, claim.allowed, claim.paid, claim.patient_paid) == (256.5, 142.5, 0.0, None)


@pytest.mark.parametrize(
    ("second", "allowed"), [({"submitted": 0.2, "eligible": 0.2}, 0.3), ({"submitted": 0.2}, None)]
)
def test_what_the_totals_leave_out_is_the_sum_of_the_lines_when_every_line_tells_it(practice, write, second, allowed):
    lines = [
        {
            "sequence": 1,
            "productOrService": {"text": "Visit"},
            "adjudication": _adjudication(submitted=0.1, eligible=0.1),
        },
        {"sequence": 2, "productOrService": {"text": "Test"}, "adjudication": _adjudication(**second)},
    ]
    run(practice, write("a.json", patient(), _benefit(item=lines)))
    claim = _only(practice, Claim)
    assert (claim.submitted, claim.allowed, claim.paid) == (0.3, allowed, None)
    assert [item["submitted"] for item in claim.items] == [0.1, 0.2]
    assert claim.text == "Visit"


def test_a_claim_is_what_was_asked_for(practice, write):
    asked = _benefit() | {"resourceType": "Claim", "total": {"value": 21312.0, "currency": "USD"}}
    run(practice, write("a.json", patient(), asked))
    claim = _only(practice, Claim)
    assert (claim.kind, claim.submitted, claim.allowed, claim.paid) == ("claim", 21312.0, None, None)


def test_a_call_that_reached_nobody(practice, write):
    tried = {
        "resourceType": "Communication",
        "id": "m1",
        "status": "not-done",
        "statusReason": {"text": "No answer"},
        "category": [{"text": "Telephone"}],
        "subject": SUBJECT,
        "sent": "2026-11-16T16:10:00-05:00",
        "sender": {"display": "Rosa"},
        "topic": {"text": "Call after hospital stay"},
    }
    run(practice, write("a.json", patient(), tried))
    call = _only(practice, Communication)
    assert (call.status, call.not_done_reason, call.text) == ("not-done", "No answer", "Call after hospital stay")
    assert (call.sent_when, call.sender, call.category) == ("2026-11-16T21:10:00Z", "Rosa", "Telephone")


def test_family_history_devices_and_refills(practice, write):
    mother = {
        "resourceType": "FamilyMemberHistory",
        "id": "f1",
        "status": "completed",
        "patient": SUBJECT,
        "relationship": {"coding": [{"code": "MTH", "display": "Mother"}]},
        "deceasedAge": {"value": 71, "unit": "a"},
        "condition": [{"code": {"text": "Breast cancer"}, "onsetAge": {"value": 60, "unit": "a"}}],
    }
    pump = {
        "resourceType": "Device",
        "id": "x1",
        "status": "active",
        "patient": SUBJECT,
        "deviceName": [{"name": "Insulin pump"}],
        "udiCarrier": [{"carrierHRF": "(01)123"}],
        "lotNumber": "L1",
    }
    refill = {
        "resourceType": "MedicationDispense",
        "id": "w1",
        "status": "completed",
        "subject": SUBJECT,
        "medicationCodeableConcept": {"text": "Metformin 500 mg"},
        "authorizingPrescription": [{"reference": "MedicationRequest/q1"}],
        "quantity": {"value": 90, "unit": "tablet"},
        "daysSupply": {"value": 4, "unit": "wk"},
        "whenHandedOver": "2026-11-01",
    }
    run(practice, write("a.json", patient(), mother, pump, refill))
    history, device, dispense = (_only(practice, kind) for kind in (FamilyMemberHistory, Device, MedicationDispense))
    assert (history.relationship_text, history.deceased, history.deceased_when) == ("Mother", True, "71 a")
    assert (history.conditions[0]["text"], history.conditions[0]["onset"]) == ("Breast cancer", "60 a")
    assert (device.text, device.udi, device.lot_number) == ("Insulin pump", "(01)123", "L1")
    assert (dispense.text, dispense.medication_source) == ("Metformin 500 mg", "MedicationRequest/q1")
    assert (dispense.quantity, dispense.days_supply, dispense.handed_over_when) == (90, 28, "2026-11-01")


def test_a_fact_without_an_author_takes_that_of_its_provenance(practice, write):
    told = {
        "resourceType": "Provenance",
        "id": "z1",
        "target": [SUBJECT, {"reference": "Condition/c1"}, {"reference": "Condition/c2"}],
        "recorded": "2026-01-05T10:00:00Z",
        "agent": [
            {"type": {"coding": [{"code": "transmitter"}]}, "who": {"display": "Exchange"}},
            {
                "type": {"coding": [{"code": "author"}]},
                "who": {"display": "Dr Adeyemi"},
                "onBehalfOf": {"display": "Riverbend"},
            },
        ],
    }
    own = condition("c2", text="Gout", recorder={"display": "Dr Kim"}, recordedDate="2025-01-01")
    run(practice, write("a.json", patient(), condition(), own, condition("c3", text="Flu"), told))
    first, second, third = (_only(practice, Condition, text=text) for text in ("Asthma", "Gout", "Flu"))
    assert (first.author, first.organization, first.recorded_when) == (
        *("Dr Adeyemi", "Riverbend", "2026-01-05T10:00:00Z"),
    )
    assert (second.author, second.organization, second.recorded_when) == ("Dr Kim", "Riverbend", "2025-01-01")
    assert (third.author, third.organization) == (None, None)
    assert _only(practice, Provenance).targets == ["Patient/p1", "Condition/c1", "Condition/c2"]


def test_parts_of_an_observation_keep_range_comparator_and_interpretation(practice, write):
    range_ = [{"low": {"value": 10, "unit": "mg/dL"}, "appliesTo": [{"text": "women"}]}]
    part = {
        "code": {"text": "Part"},
        "valueQuantity": {"value": 5, "comparator": "<", "unit": "mg/dL"},
        "interpretation": [{"coding": [{"code": "L", "display": "Low"}]}],
        "referenceRange": [{"low": {"value": 6}, "high": {"value": 9}}],
    }
    panel = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "subject": SUBJECT,
        "code": {"text": "Panel"},
        "component": [part],
        "referenceRange": range_,
        "hasMember": [{"reference": "Observation/o2"}],
        "note": [{"text": "Haemolysed"}, {"text": "Repeat"}],
        "method": {"text": "by eye"},
    }
    run(practice, write("a.json", patient(), panel))
    row, component = _only(practice, Observation), _only(practice, ObservationComponent)
    assert (component.value_comparator, component.interpretation) == ("<", "Low")
    assert (component.reference_low, component.reference_high) == (6, 9)
    assert (row.members, row.note, row.method) == (["Observation/o2"], "Haemolysed\nRepeat", "by eye")
    assert (row.reference_low, row.reference_text) == (None, "women: >= 10 mg/dL")


def test_what_is_only_said_in_words_stays_in_words(practice, write):
    problem = condition(onsetAge={"value": 40, "unit": "a"}, note=[{"text": "After a fall"}])
    done = {
        "resourceType": "Procedure",
        "id": "y1",
        "status": "not-done",
        "statusReason": {"text": "Refused"},
        "subject": SUBJECT,
        "code": {"text": "Colonoscopy"},
        "performedString": "last spring",
    }
    run(practice, write("a.json", patient(), problem, done))
    assert _only(practice, Condition).note == "After a fall\nonset: 40 a"
    procedure = _only(practice, Procedure)
    assert (procedure.not_done_reason, procedure.note) == ("Refused", "performed: last spring")


def test_us_core_tells_race_ethnicity_and_birth_sex(practice, write):
    core = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-"
    more: dict[str, Any] = {
        "extension": [
            {
                "url": f"{core}race",
                "extension": [
                    {"url": "ombCategory", "valueCoding": {"code": "2106-3", "display": "White"}},
                    {"url": "text", "valueString": "White"},
                ],
            },
            {"url": f"{core}ethnicity", "extension": [{"url": "text", "valueString": "Hispanic"}]},
            {"url": f"{core}birthsex", "valueCode": "F"},
        ],
        "maritalStatus": {"text": "Married"},
        "telecom": [{"system": "phone", "value": "555-1", "rank": 2, "period": {"end": "2020-01-01"}}],
        "address": [{"text": "1 Elm St", "city": "Elm", "period": {"start": "2019"}}],
    }
    run(practice, write("a.json", patient(**more)))
    row = _only(practice, Patient)
    assert row.race == [{"code": "2106-3", "text": "White"}]
    assert row.ethnicity == [{"code": None, "text": "Hispanic"}]
    assert (row.birth_sex, row.marital_status) == ("F", "Married")
    phone, address = _only(practice, PatientTelecom), _only(practice, PatientAddress)
    assert (phone.rank, phone.ends_on, address.text, address.starts_on) == (2, "2020-01-01", "1 Elm St", "2019")


def test_a_modifier_nobody_knows_keeps_a_fact_off_the_chart_and_in_the_file(practice, write):
    turned = condition(modifierExtension=[{"url": "http://example.org/never-mind", "valueBoolean": True}])
    harmless = condition("c2", modifierExtension=[{"url": "http://example.org/never-mind", "valueBoolean": False}])
    path = write("a.json", patient(), turned, harmless)
    for counts in (totals(run(practice, path)), totals(run(practice, path))):
        assert (counts["Condition"].not_understood, counts["Condition"].refused) == (1, 0)
    assert _only(practice, Condition).source_id is not None
    with practice.read() as uow:
        kept = uow.session.scalars(select(SourceResource).filter_by(resource_type="Condition", target_table=None)).all()
    assert [row.not_understood for row in kept] == [
        "Condition has a modifier that is not known here (never-mind): kept, not shown"
    ]


def test_an_observation_that_was_not_made_is_no_result(practice, write):
    quality = "http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-"
    not_made = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "subject": SUBJECT,
        "code": {"text": "Blood pressure"},
        "modifierExtension": [{"url": f"{quality}notDone", "valueBoolean": True}],
        "extension": [{"url": f"{quality}notDoneReason", "valueCodeableConcept": {"text": "Refused"}}],
    }
    run(practice, write("a.json", patient(), not_made))
    row = _only(practice, Observation)
    assert (row.status, row.absent_reason) == ("cancelled", "Refused")
