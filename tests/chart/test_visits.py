"""Visits: classes, length of stay by local days, what belongs to a visit, ours that took place."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from db.models.clinical import Encounter
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.visits import VisitFilter
from tests.chart.test_records import PATIENT, resource


@pytest.fixture
def stored(patient, store):
    def visit(text, class_code, starts, ends=None, **more):
        return Encounter(
            patient_id=patient, text=text, class_code=class_code, starts_when=starts, ends_when=ends, **more
        )

    at = dt.datetime(2026, 3, 1, 15, tzinfo=dt.UTC)
    store(
        visit("ED", "EMER", "2026-06-04T00:30:00Z", "2026-06-04T05:30:00Z"),
        visit("Stay", "IMP", "2026-04-02T02:00:00Z", "2026-04-06T17:00:00Z"),
        visit("Office", "AMB", "2026-02-01"),
        visit("Call", "VR", "2026-01-01T15:00:00Z", "2026-01-01T15:20:00Z"),
        visit("Wrong", "AMB", "2026-02-02", status="entered-in-error"),
        Appointment(patient_id=patient, status="fulfilled", starts_at=at, outside=False, reason="Check"),
        Appointment(patient_id=patient, status="noshow", starts_at=at, outside=False, reason="Missed"),
        Appointment(patient_id=patient, status="fulfilled", starts_at=at, outside=True, reason="Elsewhere"),
    )
    return patient


def see(practice, patient, **wanted):
    return practice.open().run("queries.visits.visits", VisitFilter(patient, **wanted))


def test_outside_visits_and_ours_that_took_place_newest_first(practice, stored):
    assert [row.text for row in see(practice, stored).rows] == ["ED", "Stay", "Check", "Office", "Call"]


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("emergency", ["ED"]), ("stay", ["Stay"]), ("office", ["Office"]), ("virtual", ["Call"]), ("ours", ["Check"]),
    ],
)  # fmt: skip
def test_a_class_is_chosen(practice, stored, kind, texts):
    page = see(practice, stored, kind=kind)
    assert ([row.text for row in page.rows], page.total) == (texts, 1)


def test_length_is_counted_in_local_nights_and_minutes(practice, stored):
    rows = {row.text: row for row in see(practice, stored).rows}
    assert (rows["Stay"].day, rows["Stay"].nights) == ("2026-04-01", 5)  # 02:00 in UTC is the evening before here
    assert (rows["ED"].day, rows["ED"].minutes, rows["ED"].nights) == ("2026-06-03", 300, 1)
    assert rows["Office"].minutes is None


def test_entered_in_error_is_shown_on_request(practice, stored):
    assert [row.text for row in see(practice, stored, mistaken=True).rows if row.mistaken] == ["Wrong"]


def test_what_happened_during_a_visit_belongs_to_it(practice, tmp_path):
    code = {"coding": [{"system": "http://loinc.org", "code": "2823-3"}], "text": "Potassium"}
    parts = [
        resource("Encounter", "e1", status="finished", period={"start": "2026-01-01"}, **{"class": {"code": "IMP"}}),
        resource("Observation", "o1", status="final", code=code, effectiveDateTime="2026-01-01",
                 valueQuantity={"value": 4.1, "unit": "mmol/L"}, encounter={"reference": "Encounter/e1"}),
    ]  # fmt: skip
    path = tmp_path / "in.json"
    entries = [{"resource": each} for each in (PATIENT, *parts)]
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
    practice.open().run("services.exchange.import_files", ImportRequest((str(path),)))
    patient = practice.open().run("queries.references.find_patient", "Patient/p1")
    ref = see(practice, patient).rows[0].ref
    detail = practice.open().run("queries.records.fact", FactRef("encounter", ref.id))
    assert [(one.title, one.detail) for one in detail.linked] == [("Potassium", "4.1 mmol/L")]


def test_an_appointment_that_was_recorded_too_is_one_row_only_when_it_is_surely_the_same(practice, patient, store):
    kim = Practitioner(family="Kim", prefix="Dr", inside=True)
    store(kim)

    def booked(day, hour=15, **more):
        at = dt.datetime(2026, 3, day, hour, tzinfo=dt.UTC)
        values = {"practitioner_id": kim.id, "reason": f"Booked {day}"} | more
        return Appointment(patient_id=patient, status="fulfilled", starts_at=at, outside=False, **values)

    def recorded(day, who="Dr. Anna KIM, MD", class_code="AMB", **more):
        return Encounter(patient_id=patient, text=f"Seen {day}", class_code=class_code, participant=who,
                         starts_when=f"2026-03-{day:02d}T16:00:00Z", **more)  # fmt: skip

    same = booked(2)
    store(
        same, recorded(2), booked(3), recorded(3, "Dr Cole"), booked(4), recorded(4, class_code="EMER"),
        booked(5), booked(5, 18), recorded(5), booked(6), recorded(6), recorded(6), booked(9),
        recorded(9, status="entered-in-error"),
    )  # fmt: skip
    page = see(practice, patient)
    days = [int(row.day[-2:]) for row in page.rows]
    assert {day: days.count(day) for day in sorted(set(days))} == {2: 1, 3: 2, 4: 2, 5: 3, 6: 3, 9: 1}
    (row,) = [row for row in page.rows if row.day.endswith("02")]
    assert (row.text, row.also) == ("Seen 2", FactRef("appointment", same.id))
    assert page.total == len(page.rows)
    assert see(practice, patient, kind="ours").total == 7
