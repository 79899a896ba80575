"""When a call that reached nobody is tried again: every short history, and what must hold for all of them."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icm_desktop.content import policies
from icm_desktop.domain.attempts import (
    DUE,
    HANDED_ON,
    NOT_REACHED,
    REACHED,
    RESTING,
    Attempt,
    AttemptRule,
    next_try,
    standing,
)
from icm_desktop.domain.deadlines import Within

FRIDAY = dt.date(2026, 11, 20)
RULE = AttemptRule(Within(business_days=2), 3)
CALENDAR = policies.shipped().shipped_calendar
OUTCOMES = (REACHED, "declined", *sorted(NOT_REACHED))


def test_a_call_rests_two_working_days_then_is_due_again_and_goes_to_the_coordinator_after_the_third():
    tries = [Attempt(FRIDAY, "left_message")]
    found = [standing(tries, FRIDAY + dt.timedelta(days=ahead), RULE, CALENDAR).state for ahead in range(5)]
    assert found == [RESTING, RESTING, RESTING, RESTING, DUE]
    tries += [Attempt(dt.date(2026, 11, 24), "no_answer"), Attempt(dt.date(2026, 11, 27), "wrong_number")]
    assert standing(tries, dt.date(2026, 11, 27), RULE, CALENDAR).state == HANDED_ON
    assert standing(tries, dt.date(2026, 11, 24), RULE, CALENDAR).tries == 2


def test_every_history_of_up_to_four_tries_counts_what_failed_since_somebody_was_reached():
    for length in range(5):
        for outcomes in itertools.product(OUTCOMES, repeat=length):
            tries = [Attempt(FRIDAY, outcome) for outcome in outcomes]
            since = outcomes[len(outcomes) - outcomes[::-1].index(REACHED) :] if REACHED in outcomes else outcomes
            failed = sum(outcome in NOT_REACHED for outcome in since)
            found = standing(tries, FRIDAY, RULE, CALENDAR)
            expected = DUE if failed == 0 else HANDED_ON if failed >= RULE.most else RESTING
            assert (found.tries, found.state) == (failed, expected), outcomes


CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31))
RULES = st.builds(
    AttemptRule,
    st.one_of(st.builds(Within, days=st.integers(0, 30)), st.builds(Within, business_days=st.integers(0, 10))),
    st.integers(1, 6),
)


@CALM
@given(DAYS, RULES)
def test_the_next_try_is_always_a_later_working_day_no_earlier_than_the_rule(day, rule):
    found = next_try(day, rule, CALENDAR)
    assert found > day
    assert found >= rule.rest.after(day, CALENDAR)
    assert CALENDAR.is_business_day(found)


@CALM
@given(st.lists(st.builds(Attempt, DAYS, st.sampled_from(OUTCOMES)), max_size=8), DAYS, RULES)
def test_resting_ends_by_itself_and_a_try_made_later_changes_nothing_of_the_past(tries, day, rule):
    tries.sort(key=lambda each: each.day)
    found = standing(tries, day, rule, CALENDAR)
    assert found == standing([each for each in tries if each.day <= day], day, rule, CALENDAR)
    if found.state == RESTING:
        assert found.next_on is not None
        assert found.next_on > day
        until = [each for each in tries if each.day <= day]
        assert standing(until, found.next_on, rule, CALENDAR).state == DUE
