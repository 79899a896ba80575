"""The golden patient at the front desk on 20 November 2026: whom to call, what has no date, who has the ball."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.worklist import QUEUES, CallFor, LogContact, WorkFilter
from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.permissions import Role
from tests.today.conftest import TODAY

MISSED = "today.missed_call_again"


@pytest.fixture(scope="module")
def practice(golden_practice):
    return golden_practice


@pytest.fixture(scope="module")
def expected(golden_facts):
    return golden_facts


@pytest.fixture(scope="module")
def patient_id(practice, expected):
    found: int = practice.open().run("queries.references.find_patient", expected["patient_identifier"])
    return found


def queue(practice, name, on=None, role=Role.FRONT_DESK):
    asked = WorkFilter(everyone=True, queue=name, on=on)
    return practice.open(role).run("queries.today.worklist", asked).rows


@pytest.mark.parametrize("on", [None, TODAY])
def test_every_queue_has_exactly_the_lines_that_follow_from_the_bundle(practice, expected, on):
    """On 24 November a visit is booked, so nothing is to confirm for Monday and she has not gone quiet."""
    missed = next(row for row in expected["appointments"]["rows"] if row.get("status") == "noshow")
    found = {name: [(row.title, row.due) for row in queue(practice, name, on)] for name in QUEUES}
    assert found.pop("follow_up") == [
        ("today.neutral_item", expected["transition"]["contact_deadline"]),
        (MISSED, missed["second_attempt_by"]),
        ("today.neutral_item", expected["transition"]["visit_7_days"]),
    ]
    assert found.pop("unscheduled") == [
        ("today.unscheduled_cancelled", dt.date(2026, 11, 12)),
        ("today.unscheduled_missed", missed["starts"].date()),
    ]
    assert all(rows == [] for rows in found.values())


def test_the_cancelled_visit_is_nowhere_called_missed(practice):
    for name in QUEUES:
        for row in queue(practice, name, role=Role.COORDINATOR):
            assert "2026-11-12" not in dict(row.why_params).get("missed_on", "")
    missed = practice.open(Role.FRONT_DESK).run("queries.missed_before.missed_before", 1)
    assert (missed.count, missed.last_at) == (1, dt.datetime(2026, 11, 16, 14, 0, tzinfo=dt.UTC))


def test_the_next_try_and_then_the_letter_are_due_when_the_policy_says(practice, expected, patient_id):
    missed = next(row for row in expected["appointments"]["rows"] if row.get("status") == "noshow")
    desk = practice.open(Role.FRONT_DESK)
    (row,) = (row for row in queue(practice, "follow_up") if row.title == MISSED)
    assert (row.due, row.days_late, row.tries) == (missed["second_attempt_by"], 2, 0)
    card = desk.run("queries.calling.call_card", CallFor(patient_id, row.key))
    tried = LogContact(patient_id, "phone", "no_answer", None, row.key, card.next_try_on)
    done = desk.run("services.follow_up.log_contact", tried)
    later = practice.on(missed["letter_by"])
    (after,) = (each for each in queue(later, "follow_up") if each.key == row.key)
    assert (after.title, after.due, after.tries) == ("today.missed_letter", missed["letter_by"], 1)
    desk.run("services.history.undo", done.changes.action_id)
    assert [each.title for each in queue(practice, "follow_up") if each.key == row.key] == [MISSED]


def test_what_is_due_without_an_appointment_stands_in_the_tray(practice, expected):
    neph = next(row for row in expected["referrals"]["rows"] if row["id"] == "r-neph")
    rows = practice.open(Role.FRONT_DESK).run("queries.needs_booking.needs_booking").rows
    assert [(row.kind, row.due, row.days_late, row.with_whom) for row in rows] == [
        ("cancelled", dt.date(2026, 11, 12), 8, "Helen Adeyemi MD"),
        ("referral", neph["limit_date"], neph["days_over"], neph["to"]),
        ("missed", dt.date(2026, 11, 16), 4, "Rosalía Béjar RN"),
        ("after_hospital", expected["transition"]["visit_7_days"], 0, None),
    ]


def test_the_front_desk_sees_every_visit_and_not_the_reason_of_the_sensitive_one(practice, expected):
    rows = practice.open(Role.FRONT_DESK).run("queries.appointments.between", TODAY, TODAY + dt.timedelta(days=60))
    booked = [row for row in expected["appointments"]["rows"] if row.get("status") != "noshow"]
    assert [(row.starts_at, row.outside) for row in rows] == [
        (row["starts"].astimezone(dt.UTC), row["where"] == "outside") for row in booked
    ]
    assert [row.reason is None for row in rows] == [row.get("sensitive", False) for row in booked]


def test_the_card_for_the_call_names_language_number_rule_and_proxy(practice, expected, patient_id):
    desk, who = practice.open(Role.FRONT_DESK), expected["patient"]
    rules = desk.run("queries.calling.call_rules", patient_id)
    card = desk.run("queries.calling.call_card", CallFor(patient_id))
    assert [number.value for number in card.numbers] == [who["phone"]]
    assert (rules.language, rules.interpreter_needed) == (who["preferred_language"], None)  # not stated is not "no"
    assert any("leave only your name and the clinic call-back number" in text for _, text in rules.warnings)
    (proxy,) = rules.people
    assert (proxy.name, proxy.relationship_text, proxy.state) == (who["proxy"]["name"], "Daughter", "valid")
    assert proxy.may_not == ("mental_health",)


def test_who_has_the_ball_since_when_and_what_is_waited_for(practice, expected):
    rows = {
        row.ordered_on: row for row in practice.open().run("queries.referrals.rows", ReferralFilter(closed_days=900))
    }
    want = {row["id"]: rows[row["ordered"]] for row in expected["referrals"]["rows"]}
    stand = {name: (row.ball_with, row.limit_name, row.waiting_since) for name, row in want.items()}
    assert stand == {
        "r-neph": ("consultant", "schedule", dt.date(2026, 11, 3)),
        "r-card": ("consultant", "report", dt.date(2026, 10, 27)),
        "r-eye": ("clinician", "review", dt.date(2026, 10, 13)),
        "r-psych": ("us", "reroute", dt.date(2026, 11, 6)),
        "r-dsmes": ("nobody", None, dt.date(2025, 12, 4)),
    }
    neph = next(row for row in expected["referrals"]["rows"] if row["id"] == "r-neph")
    holidays = frozenset(expected["holidays_2026"])
    days = (neph["limit_date"] + dt.timedelta(days=each) for each in range(1, neph["days_over"] + 1))
    over = sum(BusinessCalendar(closed=holidays).is_business_day(day) for day in days)
    assert over == neph["business_days_over"]


def test_how_long_was_waited_is_counted_from_sent_to_seen(practice, expected):
    card = next(row for row in expected["referrals"]["rows"] if row["id"] == "r-card")
    (row,) = (each for each in practice.open().run("queries.referrals.rows", ReferralFilter()) if card["to"] in each.to)
    facts = {fact.state: fact.happened_on for fact in row.facts}
    assert (facts["seen"] - facts["sent"]).days == card["days_to_visit"]


def test_every_line_says_since_when(practice):
    work = practice.open().run("queries.today.worklist", WorkFilter(everyone=True))
    since = {row.title: dict(row.why_params) for row in work.rows if row.section != "critical"}
    assert {title: next(iter(params.values())) for title, params in since.items()} == {
        "today.discharge_contact": "2026-11-15",
        "today.discharge_visit": "2026-11-15",
        "today.referral_review": "2026-10-13",
        "today.referral_report": "2026-10-27",
        "today.referral_reroute": "2026-11-06",
        "today.referral_schedule": "2026-11-03",
        MISSED: "2026-11-16",
    }
