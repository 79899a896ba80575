"""Whether a consent, an authority or an insurance holds on a day: every combination of dates, and properties."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain.validity import consent, period

TODAY = dt.date(2026, 11, 20)
BEFORE = ("2025", "2026-10", "2026-11-19", "2026-11-19T23:00:00Z")
AROUND = ("2026", "2026-11", "2026-11-20")
AFTER = ("2027", "2026-12", "2026-11-21")


def _consent(**given_):
    facts = {"status": "active", "decision": "permit", "starts_on": None, "expires_on": None, "revoked_on": None}
    return consent(TODAY, **(facts | given_))


@pytest.mark.parametrize(("starts", "ends"), list(itertools.product((None, *BEFORE, *AROUND, *AFTER), repeat=2)))
def test_a_period_holds_from_its_first_to_its_last_possible_day(starts, ends):
    expected = "future" if starts in AFTER else "expired" if ends in BEFORE else "valid"
    assert period(starts, ends, TODAY) == expected


@pytest.mark.parametrize("text", ["soon", "2026-13", "2026-02-30", "20261120", "٢٠٢٦"])
@pytest.mark.parametrize("field", ["starts_on", "expires_on", "revoked_on"])
def test_a_date_that_cannot_be_read_is_never_taken_for_valid(text, field):
    assert _consent(**{field: text}) == "unknown"


def _expected(status, decision, starts, expires, revoked):
    if status in ("draft", "proposed", "rejected", "entered-in-error"):
        return "not_in_force"
    if revoked is not None and revoked <= "2026-11-20":
        return "revoked"
    if starts == "2026-11-21":
        return "future"
    if expires == "2026-11-19":
        return "expired"
    if status == "inactive":
        return "revoked"
    return "refused" if decision == "deny" else "valid"


def test_every_combination_of_status_decision_and_dates():
    days = (None, "2026-11-19", "2026-11-20", "2026-11-21")
    statuses = (None, "active", "inactive", "draft", "proposed", "rejected", "entered-in-error")
    combinations = itertools.product(statuses, (None, "permit", "deny"), days, days, days)
    for status, decision, starts, expires, revoked in combinations:
        facts: dict[str, Any] = {"starts_on": starts, "expires_on": expires, "revoked_on": revoked}
        found = consent(TODAY, status=status, decision=decision, **facts)
        expected = _expected(status, decision, starts, expires, revoked)
        assert found == expected, (status, decision, facts)


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31))


def _forms(day):
    return st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])


@given(st.data(), DAYS, DAYS, DAYS)
def test_a_less_precise_date_never_makes_a_period_shorter(data, starts, ends, today):
    exact = period(starts.isoformat(), ends.isoformat(), today)
    vague = period(data.draw(_forms(starts)), data.draw(_forms(ends)), today)
    assert exact != "valid" or vague == "valid"


@given(st.data(), DAYS, DAYS)
def test_a_less_precise_revocation_never_makes_a_consent_longer(data, revoked, today):
    facts: dict[str, Any] = {"status": "active", "decision": "permit", "starts_on": None, "expires_on": None}
    exact = consent(today, **facts, revoked_on=revoked.isoformat())
    vague = consent(today, **facts, revoked_on=data.draw(_forms(revoked)))
    assert exact == "valid" or vague == "revoked"


@given(DAYS, DAYS, DAYS)
def test_once_over_it_stays_over(starts, ends, today):
    facts = {"status": "active", "decision": "permit", "starts_on": starts.isoformat(), "expires_on": ends.isoformat()}
    if consent(today, **facts, revoked_on=None) == "expired":
        assert consent(today + dt.timedelta(days=1), **facts, revoked_on=None) == "expired"
