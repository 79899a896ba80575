"""Due dates: calendar arithmetic on every month end and leap day, states without gaps, and what settles a step."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace

import pytest
from dateutil.relativedelta import relativedelta

from icm_desktop.content import pathways, policies
from icm_desktop.domain.pathways import due
from icm_desktop.domain.pathways.facts import Decision, Event, Facts, OwnTarget, Problem
from icm_desktop.domain.pathways.intervals import Interval, add_months, next_season
from icm_desktop.domain.pathways.suggestions import escalations, suggestion

CALENDAR = policies.shipped().shipped_calendar
ORDER = [due.NOT_DUE, due.DUE_SOON, due.DUE, due.OVERDUE]
TODAY = dt.date(2026, 11, 20)
A1C, UACR, EGFR = (frozenset({code}) for code in ("loinc:4548-4", "loinc:9318-7", "loinc:98979-8"))


def pathway(name):
    return next(one for one in pathways.pathways() if one.id == name)


def steps(name, facts, day=TODAY):
    return {one.step: one for one in due.steps_due(pathway(name), facts, day, CALENDAR)}


def a1c(*values, **more):
    return Facts(
        problems=(Problem(frozenset({"icd10:E119"})),),
        events=tuple(Event(day, A1C, value) for day, value in values),
        **more,
    )


def month_ends():
    for year in (*range(1896, 1906), *range(1996, 2031), 2096, 2100, 2104):
        for month in range(1, 13):
            yield dt.date(year, month, calendar.monthrange(year, month)[1])


@pytest.mark.parametrize("months", [*range(1, 37), 60, 120, 360])
def test_months_are_added_as_the_calendar_does_from_every_month_end(months):
    for day in month_ends():
        for back in range(4):
            start = day - dt.timedelta(days=back)
            assert add_months(start, months) == start + relativedelta(months=months)


def test_adding_months_never_goes_backwards_in_day_or_in_length():
    days = [dt.date(2023, 12, 25) + dt.timedelta(days=n) for n in range(800)]
    for months in range(1, 26):
        later = [add_months(day, months) for day in days]
        assert later == sorted(later)
        assert all(add_months(day, months - 1) < add_months(day, months) for day in days)


def test_past_the_last_day_there_is_nothing_overflows():
    assert add_months(dt.date(9999, 12, 31), 1) == dt.date.max
    assert due.add(dt.date.max, Interval(days=30), CALENDAR) == dt.date.max


def test_a_season_begins_once_a_year():
    assert next_season(dt.date(2026, 8, 31), 9) == dt.date(2026, 9, 1)
    assert next_season(dt.date(2026, 9, 1), 9) == dt.date(2027, 9, 1)


@pytest.mark.parametrize("grace", [0, 3, 14, 28])
def test_the_state_moves_forward_day_by_day_and_changes_exactly_at_its_limits(grace):
    on = dt.date(2028, 2, 29)
    found = [(n, due.state_of(on, on + dt.timedelta(days=n), grace)) for n in range(-60, 60)]
    assert [ORDER.index(state) for _, state in found] == sorted(ORDER.index(state) for _, state in found)
    first: dict[str, int] = {}
    for n, state in found:
        first.setdefault(state, n)
    assert first == {due.NOT_DUE: -60, due.DUE_SOON: -30, due.DUE: 0, due.OVERDUE: grace + 1}


def test_an_interval_is_exactly_one_thing():
    with pytest.raises(ValueError, match="give one of"):
        Interval(days=1, months=1)
    with pytest.raises(ValueError, match="give one of"):
        Interval()


def test_the_due_date_says_what_it_was_counted_from():
    found = steps("type-2-diabetes", a1c((dt.date(2026, 8, 12), 8.1)), dt.date(2026, 11, 22))["a1c"]
    assert (found.base, found.base_day, found.interval.iso, found.because) == (
        "last", dt.date(2026, 8, 12), "P3M", "not at goal",
    )  # fmt: skip
    assert (found.due, found.days_past, found.state) == (dt.date(2026, 11, 12), 10, due.DUE)
    assert found.overdue_after == dt.date(2026, 11, 26)


def test_a_past_day_is_answered_from_what_had_happened_by_then():
    facts = a1c((dt.date(2025, 1, 31), 6.5), (dt.date(2026, 8, 12), 8.1))
    then = steps("type-2-diabetes", facts, dt.date(2025, 8, 20))["a1c"]
    assert (then.last, then.due, then.state) == (dt.date(2025, 1, 31), dt.date(2025, 7, 31), due.OVERDUE)
    assert then == steps("type-2-diabetes", a1c((dt.date(2025, 1, 31), 6.5)), dt.date(2025, 8, 20))["a1c"]


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1, 3, 1), dt.date(9999, 3, 1), dt.date.max])
def test_the_first_and_the_last_day_there_is_can_be_asked(day):
    facts = a1c((dt.date.min, 7.1), (TODAY, 9.1), (dt.date.max, 8.1), enrolled={"type-2-diabetes": dt.date.min})
    for one in pathways.pathways():
        assert len(due.steps_due(one, facts, day, CALENDAR)) == len(one.steps)
        suggested = suggestion(one, facts, day)
        assert suggested is None or suggested.pathway == one.id
        assert {found.id for found in escalations(one, facts, day)} <= {each.id for each in one.escalations}


def test_a_target_of_the_patients_own_changes_the_interval_from_its_day_on():
    own = (OwnTarget("a1c", 8.5, dt.date(2026, 10, 1), "frail"),)
    facts = a1c((dt.date(2026, 8, 12), 8.1), targets=own)
    assert steps("type-2-diabetes", facts, dt.date(2026, 9, 30))["a1c"].interval.iso == "P3M"
    assert steps("type-2-diabetes", facts)["a1c"].interval.iso == "P6M"


def test_never_done_counts_from_the_day_of_entry():
    facts = replace(a1c(), enrolled={"type-2-diabetes": dt.date(2026, 1, 31)})
    found = steps("type-2-diabetes", facts)["diabetes-education"]
    assert (found.base, found.due) == ("enrolled", dt.date(2026, 2, 14))


@pytest.mark.parametrize("day", [dt.date(2026, 11, 20), dt.date(2027, 5, 31), dt.date(2027, 6, 1)])
def test_a_refusal_holds_until_its_day_and_no_longer(day):
    made = (Decision("eye-exam", "declined", dt.date(2026, 6, 1), "no time", dt.date(2027, 6, 1)),)
    found = steps("type-2-diabetes", replace(a1c(), decisions=made), day)["eye-exam"]
    assert (found.state == due.DECLINED) is (day < dt.date(2027, 6, 1))


def test_putting_off_moves_the_due_day_and_says_who_wanted_it():
    made = (Decision("a1c", "deferred", dt.date(2026, 11, 1), "away", dt.date(2026, 12, 15)),)
    found = steps("type-2-diabetes", replace(a1c((dt.date(2026, 8, 12), 8.1)), decisions=made))["a1c"]
    assert (found.due, found.state, found.decision.reason) == (dt.date(2026, 12, 15), due.DUE_SOON, "away")


def test_the_shortest_interval_wins_over_pathways_and_one_result_settles_all():
    facts = Facts(
        problems=(Problem(frozenset({"icd10:E1122"})), Problem(frozenset({"icd10:N1832"}))),
        events=(Event(dt.date(2026, 5, 20), UACR, 180.0), Event(dt.date(2026, 11, 18), EGFR, 34.0)),
    )
    every = [*steps("type-2-diabetes", facts).values(), *steps("chronic-kidney-disease", facts).values()]
    row = next(one for one in due.combined(every) if one.activity == "uacr")
    assert (row.pathway, row.also_in, row.due) == ("chronic-kidney-disease", ("type-2-diabetes",), dt.date(2026, 9, 20))
    facts = replace(facts, events=(*facts.events, Event(dt.date(2026, 11, 19), UACR, 170.0)))
    every = [*steps("type-2-diabetes", facts).values(), *steps("chronic-kidney-disease", facts).values()]
    assert {one.state for one in every if one.activity == "uacr"} == {due.NOT_DUE}


def test_a_new_result_never_brings_a_due_day_forward_when_the_interval_stays():
    dates = []
    for n in range(400):
        last = dt.date(2025, 1, 1) + dt.timedelta(days=n)
        dates.append(steps("type-2-diabetes", a1c((last, 8.1)), dt.date(2026, 6, 1))["a1c"].due)
    assert dates == sorted(dates)


def test_business_days_skip_the_holidays():
    discharged = Event(dt.date(2026, 11, 25), frozenset({"stay:home"}))
    found = steps("post-discharge", Facts(events=(discharged,)), dt.date(2026, 11, 25))
    assert (found["contact"].due, found["visit"].due) == (dt.date(2026, 11, 30), dt.date(2026, 12, 2))
