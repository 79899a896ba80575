"""The golden patient through the real import: referrals and Today on 20 November 2026."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.worklist import CallFor, WorkFilter
from icm_desktop.domain.business_days import BusinessCalendar
from tests.today.conftest import TODAY

EVER = ReferralFilter(closed_days=70_000)
# Each line of the expected lists that follows from referrals, visits, stays, results and conflicts; steps of pathways
# and remote weights are not on Today yet.
EXPECTED = {
    "PHQ-9 item 9": ("critical", "today.item9"),
    "potassium 5.6 not reviewed": ("critical", "today.potassium"),
    "stop-level conflicts (C11, C14, C15, C21, furosemide twice, G04)": ("critical", "today.conflicts"),
    "contact after discharge (deadline 2026-11-17)": ("overdue", "today.discharge_contact"),
    "nephrology not scheduled (2026-11-13)": ("overdue", "today.referral_schedule"),
    "cardiology note missing (2026-11-10)": ("overdue", "today.referral_report"),
    "missed visit 2026-11-16: second attempt": ("overdue", "today.missed_call_again"),
    "eye note to review": ("overdue", "today.referral_review"),
    "psychotherapy referral to re-route": ("overdue", "today.referral_reroute"),
    "visit within 7 days of discharge (2026-11-22) while the booked one is 2026-11-24": (
        "due_today",
        "today.discharge_visit",
    ),
}


@pytest.fixture(scope="module")
def practice(golden_practice):
    return golden_practice


@pytest.fixture(scope="module")
def expected(golden_facts):
    return golden_facts


def test_referrals_stand_exactly_where_expected(practice, expected):
    found = {row.ordered_on: row for row in practice.open().run("queries.referrals.rows", EVER)}
    assert len(found) == len(expected["referrals"]["rows"])
    for want in expected["referrals"]["rows"]:
        row = found[want["ordered"]]
        facts = {fact.state: fact.happened_on for fact in row.facts}
        assert (row.state, row.column == "closed") == (want["state"], want["closed"]), want["id"]
        assert (row.due, row.days_over) == (
            want.get("limit_date", row.due),
            want.get("days_over", row.days_over),
        ), want["id"]
        assert row.days_waiting == want.get("waiting_days", row.days_waiting), want["id"]
        assert want.get("to", "") in (row.to or "")
        for state, key in (("seen", "seen"), ("report_received", "report"), ("declined", "declined")):
            assert facts.get(state, want.get(key)) == want.get(key, facts.get(state)), want["id"]


@pytest.mark.parametrize("replayed", [False, True])
def test_today_lists_what_is_expected_in_its_section(practice, expected, replayed):
    asked = WorkFilter(everyone=True, on=TODAY if replayed else None)
    work = practice.open().run("queries.today.worklist", asked)
    lines = {
        line
        for section in ("critical", "overdue", "due_today", "also_required")
        for line in expected["worklist"][section]
    }
    assert EXPECTED.keys() <= lines
    assert sorted((row.section, row.title) for row in work.rows) == sorted(EXPECTED.values())
    assert work.rows[0].title == "today.item9"


def test_the_dates_of_today_are_the_expected_ones(practice):
    work = practice.open().run("queries.today.worklist", WorkFilter(everyone=True))
    due = {row.title: str(row.due) for row in work.rows}
    assert due["today.discharge_contact"] == "2026-11-17"
    assert due["today.discharge_visit"] == "2026-11-22"
    assert due["today.missed_call_again"] == "2026-11-18"
    assert due["today.referral_schedule"] == "2026-11-13"
    assert due["today.referral_report"] == "2026-11-10"


def test_front_desk_reads_nothing_clinical_of_the_golden_patient(practice):
    front_desk = practice.open("front_desk")
    rows = front_desk.run("queries.today.worklist", WorkFilter(everyone=True)).rows
    shown = repr([(row.title, row.title_text, row.title_params, row.why, row.why_params) for row in rows]).casefold()
    referrals = front_desk.run("queries.referrals.rows", EVER)
    assert rows and referrals
    for word in ("item9", "phq", "potassium", "discharge", "hospital", "5.6"):
        assert word not in shown
    assert {(row.reason, row.question) for row in referrals} == {(None, None)}


def test_the_call_card_of_the_golden_patient_says_what_must_be_known_before_the_call(practice):
    coordinator = practice.open()
    rows = coordinator.run("queries.today.worklist", WorkFilter(everyone=True, queue="follow_up")).rows
    row = next(each for each in rows if each.key.endswith(":missed"))
    card = coordinator.run("queries.calling.call_card", CallFor(row.head.id, row.key))
    assert [number.value for number in card.numbers] == ["555-010-3777"]
    assert (card.tries, card.most, card.no_show_reason) == (0, 3, None)
    assert "goal" in {what for what, _ in card.wants}
    rules = coordinator.run("queries.calling.call_rules", row.head.id)
    assert rules.language == "es"
    assert "leave only your name and the clinic call-back number" in rules.warnings[0][1]
    assert rules.people[0].name.startswith("Lucía")
    told = practice.open("front_desk").run("queries.calling.call_card", CallFor(row.head.id, row.key)).wants
    assert {what for what, _ in told} <= {"visit"}


def test_without_holidays_the_limit_would_be_another_day(expected):
    """Veterans Day is what makes the expected nephrology limit 13 November."""
    row = next(row for row in expected["referrals"]["rows"] if row["id"] == "r-neph")
    assert BusinessCalendar().add(row["ordered"], 10) < row["limit_date"]
