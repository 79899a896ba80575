"""The golden patient comes out as expected."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest
from sqlalchemy import select

from db.models.clinical import Communication, Condition, Encounter, MedicationEntry
from db.models.coverage import Claim, Consent, Coverage, Flag
from db.models.documents import Document, DocumentContent
from db.models.exchange import SourceResource
from db.models.patient import Patient, PatientContact
from db.models.plan import Goal
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from icm_desktop.domain import moments
from icm_desktop.domain.names import spoken
from icm_desktop.queries.chart_counts import counts
from icm_desktop.queries.references import find_patient
from tests.exchange.conftest import adds_up, run, totals
from tests.support import make_practice


@pytest.fixture(scope="module")
def expected(golden_dir):
    return tomllib.loads((golden_dir / "a.expected.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def imported(golden_dir, tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("golden"), name="Riverbend Family Practice")
    practice = made.open("coordinator")
    report = run(practice, golden_dir / "a.json")
    yield practice, report
    made.database.close()


def _rows(uow, kind, resource_type):
    """Rows by the short id the expectations use."""
    query = select(SourceResource.resource_id, kind).join(kind, kind.source_id == SourceResource.id)
    found = uow.session.execute(query.where(SourceResource.resource_type == resource_type))
    return {resource_id.removeprefix("golden-a-"): row for resource_id, row in found}


def test_every_resource_is_read_and_none_refused(imported, expected):
    _, report = imported
    wanted = {kind: number for kind, number in expected["counts"].items() if kind != "total"}
    assert {kind: one.read for kind, one in report.totals} == wanted
    assert sum(one.refused for _, one in report.totals) == 0
    assert adds_up(report)


def test_the_patient_is_who_the_bundle_says(imported, expected):
    practice, _ = imported
    wanted = expected["patient"]
    with practice.read() as uow:
        patient_id = find_patient(uow, expected["patient_identifier"])
        patient = uow.session.get(Patient, patient_id)
        assert spoken(patient.given, patient.family) == wanted["name"]
        assert moments.age_in_years(patient.birth_date, expected["today"]) == wanted["age_today"]
        assert (patient.sex, patient.language, patient.phone) == ("female", "es", wanted["phone"])
        found = dict(counts(uow, patient_id))
    assert found["care_team"] == expected["counts_derived"]["care_team_members"]


def test_active_problems_and_medicines_are_those_expected(imported, expected):
    practice, _ = imported
    with practice.read() as uow:
        problems = uow.session.scalars(select(Condition)).all()
        excluded = ("entered-in-error", "refuted")
        active = {row.code for row in problems if row.status == "active" and row.verification not in excluded}
        codes = {
            code
            for row in problems
            if row.status == "active" and row.verification not in excluded
            for code in [row.code, *(other["code"] for other in row.other_codes or [])]
        }
        assert set(expected["problems"]["active"]) <= codes
        assert not active & {row["code"] for row in expected["problems"]["must_not_be_active"]}
        entries = uow.session.scalars(select(MedicationEntry)).all()
    number = expected["counts_derived"]["medication_entries_active"]
    assert len([row for row in entries if row.status == "active"]) == number


def test_encounters_keep_their_class_and_local_day(imported, expected):
    practice, _ = imported
    with practice.read() as uow:
        rows = uow.session.scalars(select(Encounter)).all()
    by_class = [row.class_code for row in rows]
    derived = expected["counts_derived"]
    assert by_class.count("AMB") == derived["encounters_ambulatory"]
    assert by_class.count("EMER") == derived["encounters_emergency"]
    days = {moments.local_day(row.starts_when, practice.zone) for row in rows if row.class_code == "EMER"}
    assert {*expected["ed"]["dates"], dt.date(2025, 11, 20)} <= days


def test_referral_facts_come_out_dated(imported, expected):
    practice, _ = imported
    with practice.read() as uow:
        requests = _rows(uow, ServiceRequest, "ServiceRequest")
        facts: dict[str, dict[str, dt.date]] = {name: {} for name in requests}
        for name, row in requests.items():
            for event in uow.session.scalars(
                select(ReferralEvent).where(ReferralEvent.service_request_id == row.id).order_by(ReferralEvent.id)
            ):
                facts[name][event.state] = event.happened_on
    for wanted in expected["referrals"]["rows"]:
        name = wanted["id"]
        assert requests[name].is_referral
        assert requests[name].ordered_on == wanted["ordered"]
        assert list(facts[name])[-1] == wanted["state"]
        assert (requests[name].closed_on is not None) is wanted["closed"]
        assert requests[name].to_text == wanted.get("to", requests[name].to_text)
    assert facts["r-card"]["seen"] == dt.date(2026, 10, 27)
    assert (facts["r-eye"]["seen"], facts["r-eye"]["report_received"]) == (dt.date(2026, 10, 6), dt.date(2026, 10, 13))
    assert facts["r-psych"]["declined"] == dt.date(2026, 11, 6)


def test_appointments_are_inside_or_outside_and_sensitive_as_expected(imported, expected):
    practice, _ = imported
    with practice.read() as uow:
        rows = _rows(uow, Appointment, "Appointment")
    for wanted in expected["appointments"]["rows"]:
        row = rows[wanted["id"]]
        assert row.starts_at == wanted["starts"]
        assert row.status == wanted.get("status", "booked")
        assert row.sensitive is wanted.get("sensitive", False)
        if "where" in wanted:
            assert row.outside is (wanted["where"] == "outside")


def test_the_goal_in_her_own_words_stays_in_her_words(imported):
    practice, _ = imported
    with practice.read() as uow:
        goal = _rows(uow, Goal, "Goal")["g-own"]
    assert (goal.words, goal.words_language) == ("Bailar en la quinceañera de mi nieta en mayo", "es")


def test_a_second_import_changes_nothing(imported, golden_dir):
    practice, report = imported
    again = totals(run(practice, golden_dir / "a.json"))
    assert {(one.created, one.updated, one.refused) for one in again.values()} == {(0, 0, 0)}
    assert {kind: one.not_understood for kind, one in again.items()} == {
        kind: one.not_understood for kind, one in report.totals
    }


def test_what_care_cost_comes_out_to_the_cent(imported, expected):
    practice, _ = imported
    wanted = expected["cost"]
    first, last = wanted["period"]
    with practice.read() as uow:
        benefits = uow.session.scalars(select(Claim).filter_by(kind="benefit", status="active")).all()
        claims = uow.session.scalars(select(Claim).filter_by(kind="claim")).all()
        coverage = uow.session.scalars(select(Coverage)).one()
    by_month: dict[str, float] = {}
    for row in benefits:
        month = row.starts_when[:7]
        if first <= month <= last:
            by_month[month] = round(by_month.get(month, 0) + row.allowed, 2)
    assert by_month == wanted["allowed_by_month"]
    total = round(sum(by_month.values()), 2)
    assert total == wanted["total_allowed"]
    assert round(total / wanted["member_months"], 2) == wanted["pmpm"]
    assert coverage.starts_on == wanted["coverage_starts"].isoformat()
    assert [row.allowed for row in claims] == [None, None]
    assert None not in {amount for row in benefits for amount in (row.submitted, row.allowed, row.paid)}


def test_her_daughter_may_be_told_and_not_of_everything(imported, expected):
    practice, _ = imported
    proxy = expected["patient"]["proxy"]
    with practice.read() as uow:
        contact = uow.session.scalars(select(PatientContact)).one()
        consent = uow.session.scalars(select(Consent)).one()
        alert = uow.session.scalars(select(Flag)).one()
    assert (contact.name, contact.relationship_text.lower()) == (proxy["name"], proxy["relation"])
    assert contact.may_not == [word.replace(" ", "_") for word in proxy["not"]]
    assert (consent.decision, consent.expires_on) == ("permit", proxy["consent_until"].isoformat())
    assert consent.recipients == [proxy["name"]]
    assert (alert.clinical, alert.text.startswith("Voicemail rule")) == (False, True)


def test_the_eye_note_belongs_to_its_referral_and_can_be_read(imported):
    practice, _ = imported
    with practice.read() as uow:
        note = _rows(uow, Document, "DocumentReference")["eye-note"]
        referral = _rows(uow, ServiceRequest, "ServiceRequest")["r-eye"]
        content = uow.session.scalars(select(DocumentContent)).one()
        call = uow.session.scalars(select(Communication)).one()
    assert (note.service_request_id, note.kind) == (referral.id, "consult_note")
    assert content.plain_text == "Mild nonproliferative diabetic retinopathy, both eyes. Return in 12 months."
    assert (call.status, call.sent_when) == ("not-done", "2026-11-16T21:10:00Z")


def test_everything_became_a_row(imported):
    _, report = imported
    assert {kind for kind, one in report.totals if one.created != one.read} == set()
