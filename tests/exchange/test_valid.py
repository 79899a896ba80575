"""What came in another format leaves as FHIR R4 asks, and comes back as the same facts."""

from __future__ import annotations

import json
import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.contracts.plan_document import RECORD, PlanReader
from icm_desktop.exchange.fhir.writing.valid import NO_CLASS, as_valid
from tests.exchange.ccda_writing import document, medicine, problem, result, section, write
from tests.exchange.conftest import run
from tests.exchange.round_trips import everybody, export, resources
from tests.exchange.test_hl7v2 import ADMITTED, DISCHARGED

TROY = ZoneInfo("America/New_York")
MOMENT = re.compile(  # FHIR R4, dateTime: a time has seconds and a zone
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?"
    r"(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00))?)?)?"
)


def moments(value, name=""):
    """Every value of an element that holds a date or a time."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from moments(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from moments(part, name)
    elif isinstance(value, str) and re.fullmatch(
        r"\w*(Date|DateTime)|date|start|end|recorded|issued|lastUpdated", name
    ):
        yield value


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("2026-07-01T08:30:00", "2026-07-01T08:30:00-04:00"),
        ("2026-12-01T08:30", "2026-12-01T08:30:00-05:00"),
        ("2026-12-01T08:30Z", "2026-12-01T08:30:00Z"),
        ("2026-12-01T08:30:00.5+05:30", "2026-12-01T08:30:00.5+05:30"),
        ("2026-12-01T08:30:00-50:00", "2026-12-01T08:30:00-05:00"),
        ("0001-01-01T00:00:00", "0001-01-01T00:00:00-04:56"),
        ("2026-12-01T24:00:00", "2026-12-01"),
        ("2026-12-01T08:75:00", "2026-12-01"),
        ("2026-12", "2026-12"),
        ("2026-02-30", None),
        ("0", None),
        ("200130311", None),
    ],
)
def test_a_time_leaves_with_its_zone_and_what_is_none_does_not_leave(told, wanted):
    made = as_valid({"resourceType": "Observation", "id": "o", "effectiveDateTime": told}, TROY)
    assert made.get("effectiveDateTime") == wanted


@given(
    st.one_of(
        st.text(alphabet="0123456789-T:Z+. ", max_size=30),
        st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?", fullmatch=True),
        st.from_regex(r"20\d\d-0[1-9]-1\dT[0-2]\d:\d\d:\d\d", fullmatch=True),
    )
)
def test_whatever_stands_in_a_date_it_leaves_as_one_or_not_at_all(told):
    made = as_valid({"resourceType": "Encounter", "id": "e", "period": {"start": told}}, TROY)
    found = list(moments(made))
    assert all(MOMENT.fullmatch(one) for one in found) and len(found) <= 1
    assert as_valid(made, TROY) == made


def test_what_nobody_told_and_must_be_there_is_said_to_be_unknown():
    assert as_valid({"resourceType": "Encounter", "id": "e"}, TROY)["class"] == NO_CLASS
    reaction = [{"severity": "severe"}]
    allergy = as_valid({"resourceType": "AllergyIntolerance", "id": "a", "reaction": reaction}, TROY)
    assert "data-absent-reason" in json.dumps(allergy["reaction"][0]["manifestation"])
    given_ = as_valid({"resourceType": "MedicationAdministration", "id": "m"}, TROY)
    assert "data-absent-reason" in json.dumps(given_["effectivePeriod"])


def test_an_end_goes_with_a_status_of_the_right_codes_and_empty_parts_go():
    over = {"coding": [{"code": "resolved"}]}
    told = {"resourceType": "Condition", "id": "c", "clinicalStatus": over, "abatementDateTime": "2026-01-01",
            "note": [{}]}  # fmt: skip
    made = as_valid(told, TROY)
    assert made["clinicalStatus"]["coding"] == [
        {"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "resolved"}
    ]
    assert "note" not in made
    empty = {"resourceType": "MedicationStatement", "id": "m", "dosage": [{}]}
    assert "dosage" not in as_valid(empty, TROY)


def test_a_reference_that_asks_for_a_number_names_the_number():
    asked = {"reference": "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999803692", "display": "Dr. Ferry"}
    told = {"resourceType": "ServiceRequest", "id": "s", "requester": asked, "performer": [asked]}
    made = as_valid(told, TROY)
    number = {"system": "http://hl7.org/fhir/sid/us-npi", "value": "9999803692"}
    assert made["requester"] == {"type": "Practitioner", "identifier": number, "display": "Dr. Ferry"}
    assert made["performer"] == [made["requester"]]


def test_a_document_and_messages_leave_valid_and_come_back_as_the_same_facts(practice, tmp_path):
    value = '<value xsi:type="PQ" value="7.1" unit="%"/>'
    visit = (
        '<encounter classCode="ENC" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.49"/>'
        '<id root="1.2" extension="v1"/><effectiveTime value="20260301093000"/></encounter>'
    )
    text = document(
        section("11450-4", "Problems", problem("1", "38341003", "Hypertension", low="20200101101500")),
        section("10160-0", "Medicines", medicine("1", "lisinopril")),
        section("30954-2", "Results", result("1", "4548-4", "A1c", value, when="202602101030")),
        section("46240-8", "Visits", visit),
        when="20260301120000",
    )
    run(practice, write(tmp_path / "in" / "a.xml", text))
    (tmp_path / "in" / "b.hl7").write_text(ADMITTED + DISCHARGED, encoding="utf-8", newline="")
    run(practice, tmp_path / "in" / "b.hl7")
    for patient_id in everybody(practice):
        out = tmp_path / f"{patient_id}.json"
        export(practice, patient_id, out, PlanReader(RECORD))
        left = resources(out)
        told = [one for resource in left.values() for one in moments(resource)]
        assert told and [one for one in told if not MOMENT.fullmatch(one)] == []
        visits = [one for name, one in left.items() if name.startswith("Encounter/")]
        assert visits and all(one["class"]["system"] and one["class"]["code"] for one in visits)
        assert "{}" not in out.read_text(encoding="utf-8")
