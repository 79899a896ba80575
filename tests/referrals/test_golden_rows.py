"""The golden patient's referrals on 20 November 2026, made row by row from the bundle's facts."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest

from db.models.exchange import ImportBatch, SourceResource
from db.models.practice import Organization
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.worklist import WorkFilter

TODAY = dt.date(2026, 11, 20)
# (ordered, status, facts): from Task.status with lastModified, the visit and the note of each request.
REQUESTS = {
    "r-neph": ("2026-10-29", "active", {"sent": "2026-10-29", "accepted": "2026-11-03"}),
    "r-card": ("2026-09-08", "active", {"sent": "2026-09-08", "seen": "2026-10-27"}),
    "r-eye": ("2026-08-26", "active", {"sent": "2026-08-26", "seen": "2026-10-06", "report_received": "2026-10-13"}),
    "r-psych": ("2026-11-02", "active", {"sent": "2026-11-02", "declined": "2026-11-06"}),
    "r-dsmes": ("2025-10-14", "completed", {"sent": "2025-10-14", "closed": "2025-12-04"}),
}


@pytest.fixture
def board(clinic, golden_dir):
    """Rows and expected facts by id."""
    desk = clinic[0]
    expected = tomllib.loads((golden_dir / "a.expected.toml").read_text())["referrals"]["rows"]
    desk.now = dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC)
    (batch,) = desk.add(ImportBatch(state="complete", started_at=desk.now))
    ids = {}
    for row in expected:
        (place,) = desk.add(Organization(name=row.get("to", "Diabetes education")))
        ids[_add(desk, row["id"], place, batch)] = row["id"]
    rows = desk.run("queries.referrals.rows", ReferralFilter(closed_days=10_000), role="coordinator")
    return desk, ids, {ids[row.id]: row for row in rows}, {row["id"]: row for row in expected}


def _add(desk, name, place, batch):
    ordered, status, facts = REQUESTS[name]
    (source,) = desk.add(
        SourceResource(
            import_id=batch,
            source="golden",
            resource_type="ServiceRequest",
            resource_id=name,
            subject="a",
            content_hash=b"x",
            received_at=desk.now,
        )
    )
    (request,) = desk.add(
        ServiceRequest(
            patient_id=desk.ana,
            is_referral=True,
            status=status,
            text=name,
            urgency="routine",
            to_organization_id=place,
            requester="Dr. Helen Adeyemi",
            ordered_on=dt.date.fromisoformat(ordered),
            source_id=source,
            import_id=batch,
            closed_on=dt.date.fromisoformat(facts["closed"]) if "closed" in facts else None,
        )
    )
    for state, on in facts.items():
        desk.add(
            ReferralEvent(
                service_request_id=request, patient_id=desk.ana, state=state, happened_on=dt.date.fromisoformat(on)
            )
        )
    return request


def test_every_row_stands_where_expected(board):
    _, _, rows, expected = board
    assert rows.keys() == expected.keys()
    for name, want in expected.items():
        row = rows[name]
        assert row.state == want["state"], name
        assert (row.column == "closed") is want["closed"], name
        assert row.ordered_on == want["ordered"]
        if "limit_date" in want:
            assert (row.due, row.days_over) == (want["limit_date"], want["days_over"]), name
        if "waiting_days" in want:
            assert row.days_waiting == want["waiting_days"], name
        if "to" in want:
            assert row.to == want["to"]


def test_the_ball_is_with_whom_the_design_says(board):
    _, _, rows, _ = board
    assert {name: row.ball_with for name, row in rows.items()} == {
        "r-neph": "consultant",
        "r-card": "consultant",
        "r-eye": "clinician",
        "r-psych": "us",
        "r-dsmes": "nobody",
    }
    assert rows["r-card"].ball_name == "Lakeshore Heart Group"
    assert rows["r-eye"].ball_name == "Dr. Helen Adeyemi"
    assert rows["r-neph"].limit_name == "schedule"
    assert rows["r-card"].limit_name == "report"


def test_today_lists_the_open_ones_and_not_the_closed_one(board):
    desk, ids, _, _ = board
    work = desk.run("queries.today.worklist", WorkFilter(everyone=True), role="coordinator")
    found = {ids[int(row.key.split(":")[1])]: row.title for row in work.rows if row.kind == "referral"}
    assert found == {
        "r-neph": "today.referral_schedule",
        "r-card": "today.referral_report",
        "r-eye": "today.referral_review",
        "r-psych": "today.referral_reroute",
    }
    assert all(row.section == "overdue" for row in work.rows)


def test_a_visit_of_the_referral_shows_as_its_next_date(board):
    desk, ids, _, _ = board
    (neph,) = [key for key, name in ids.items() if name == "r-neph"]
    at = dt.datetime(2026, 12, 1, 15, tzinfo=dt.UTC)
    desk.add(Appointment(patient_id=desk.ana, service_request_id=neph, starts_at=at, outside=True, status="booked"))
    assert desk.run("queries.referrals.referral", neph).next_visit == at
