"""The clocks after a discharge over all dates: business days, holidays, attempts, complexity, readmission."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.content import policies
from icm_desktop.content import transitions as content
from icm_desktop.domain import transitions as rules
from icm_desktop.domain.lace import LaceInputs, counted, lace
from icm_desktop.domain.transitions import Contact, Discharge, Signed, Stay

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
RULES = content.clock_rules(policies.shipped())
CALENDAR = policies.shipped().shipped_calendar


def clocks(found, today):
    return {one.what: one for one in rules.clocks(found, RULES, CALENDAR, today)}


def call(day, hour=12, reached=False, minute=0):
    return Contact(dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=dt.UTC), day, reached)


@pytest.mark.parametrize(
    ("discharged", "contact", "seven", "fourteen"),
    [
        ("2026-07-03", "2026-07-07", "2026-07-10", "2026-07-17"),  # Friday, Independence Day observed
        ("2026-11-25", "2026-11-30", "2026-12-02", "2026-12-09"),  # the day before Thanksgiving
        ("2026-11-15", "2026-11-17", "2026-11-22", "2026-11-29"),  # a Sunday
        ("2024-02-28", "2024-03-01", "2024-03-06", "2024-03-13"),  # a leap day between
        ("2026-12-31", "2027-01-05", "2027-01-07", "2027-01-14"),  # over the year, New Year's Day
    ],
)
def test_the_days_of_known_discharges(discharged, contact, seven, fourteen):
    on = dt.date.fromisoformat(discharged)
    high = clocks(Discharge(on, "high"), on)
    assert (high["contact"].due, high["visit"].due) == tuple(map(dt.date.fromisoformat, (contact, seven)))
    assert clocks(Discharge(on, "moderate"), on)["visit"].due == dt.date.fromisoformat(fourteen)


@given(DAYS, st.integers(0, 40))
def test_the_contact_is_due_on_the_second_business_day_whatever_the_date(on, later):
    today = on + dt.timedelta(days=later)
    clock = clocks(Discharge(on), today)["contact"]
    assert CALENDAR.is_business_day(clock.due) and CALENDAR.between(on, clock.due) == 2
    assert clock.days_left == (clock.due - today).days
    assert clock.state == (rules.OVERDUE if today > clock.due else rules.DUE)
    assert dict(clock.why_params)["due"] == clock.due.isoformat()
    assert (clock.why.endswith("skips")) == any(
        day.weekday() < 5 and not CALENDAR.is_business_day(day)
        for day in (on + dt.timedelta(days=n) for n in range(1, (clock.due - on).days + 1))
    )


@given(DAYS, st.sampled_from(["", "moderate", "high"]), st.integers(1, 30), st.integers(0, 40))
def test_a_visit_settles_its_clock_and_is_late_only_after_its_day(on, complexity, visit, later):
    day, today = on + dt.timedelta(days=visit), on + dt.timedelta(days=later)
    found = Discharge(on, complexity, visits=(day,), held=(day,) if day <= today else ())
    clock = clocks(found, today)["visit"]
    in_time = day <= clock.due
    if day <= today:
        assert clock.state == (rules.DONE if in_time else rules.DONE_LATE)
    else:
        assert clock.state == (rules.BOOKED if in_time else rules.BOOKED_LATE)
    assert clocks(found, today)["medication_reconciliation"].due == day


@given(DAYS, st.lists(st.tuples(st.integers(0, 20), st.integers(0, 23), st.integers(0, 59)), max_size=6))
def test_two_separate_attempts_in_time_suffice_and_nothing_less(on, tries):
    today = on + dt.timedelta(days=25)
    made = tuple(call(on + dt.timedelta(days=day), hour, minute=minute) for day, hour, minute in tries)
    clock = clocks(Discharge(on, contacts=made), today)["contact"]
    counted_ones = rules.timely(made, on, clock.due, RULES.apart_minutes)
    assert (clock.state == rules.TRIED) == (len(counted_ones) >= 2)
    assert clock.settled is (clock.state == rules.TRIED)
    assert all(later.at - before.at >= dt.timedelta(minutes=60) for before, later in itertools.pairwise(counted_ones))


def test_two_attempts_within_one_hour_are_one_and_a_late_one_does_not_count():
    on = dt.date(2026, 11, 15)
    monday, thursday = dt.date(2026, 11, 16), dt.date(2026, 11, 19)
    hurried = (call(monday, 12), call(monday, 12, minute=20))
    assert clocks(Discharge(on, contacts=hurried), thursday)["contact"].state == rules.OVERDUE
    late = (call(monday), call(thursday))
    assert clocks(Discharge(on, contacts=late), thursday)["contact"].state == rules.OVERDUE
    reached = (*late, call(thursday, 15, reached=True))
    clock = clocks(Discharge(on, contacts=reached), thursday)["contact"]
    assert (clock.state, clock.done_on) == (rules.DONE_LATE, thursday)


@given(DAYS, st.integers(0, 19))
def test_a_high_lace_score_asks_for_sooner_but_never_moves_the_payers_day(on, score):
    plain, scored = clocks(Discharge(on, "moderate"), on), clocks(Discharge(on, "moderate", score), on)
    assert {name: one.due for name, one in plain.items()} == {name: one.due for name, one in scored.items()}
    assert (scored["contact"].sooner is not None) == (score >= 10)
    if score >= 10:
        assert scored["contact"].sooner == CALENDAR.add(on, 1)
        assert scored["visit"].sooner == on + dt.timedelta(days=7)


@given(DAYS, st.integers(0, 20), st.integers(0, 20))
def test_medicines_are_reconciled_no_later_than_the_day_of_the_visit(on, signed, visit):
    today, day = on + dt.timedelta(days=30), on + dt.timedelta(days=visit)
    found = Discharge(
        on,
        visits=(day,),
        held=(day,),
        steps={"medication_reconciliation": Signed(on + dt.timedelta(days=signed), "Kim Lee")},
    )
    clock = clocks(found, today)["medication_reconciliation"]
    last = day if visit > 0 else clocks(found, today)["visit"].due
    assert clock.state == (rules.DONE if clock.done_on <= last else rules.DONE_LATE)


@given(DAYS, st.integers(-3, 45), st.integers(1, 10))
def test_days_two_to_thirty_are_a_readmission(ended, gap, nights):
    began = ended + dt.timedelta(days=gap)
    stays = (
        Stay(1, ended - dt.timedelta(days=nights), ended),
        Stay(2, began, began + dt.timedelta(days=nights)),
    )
    found = rules.readmissions(stays, 2, 30)
    assert [(one.index_id, one.days) for one in found if one.stay_id == 2] == ([(1, gap)] if 2 <= gap <= 30 else [])


def test_a_planned_stay_is_no_readmission_and_one_that_lasts_is():
    before = Stay(1, dt.date(2026, 10, 8), dt.date(2026, 10, 11))
    assert rules.readmissions((before, Stay(2, dt.date(2026, 11, 10), None, planned=True)), 2, 30) == ()
    (found,) = rules.readmissions((before, Stay(2, dt.date(2026, 11, 10), None)), 2, 30)
    assert found.days == 30


@pytest.mark.parametrize("example", content._lace()["example"], ids=lambda one: one["title"])
def test_the_worked_examples_of_lace(example):
    inputs = LaceInputs(example["days"], example["acute"], tuple(example["have"]), example["visits"])
    found = lace(content.lace_rules(), inputs)
    told = {name: getattr(found, name) for name in example["expect"]}
    assert told == example["expect"] and found.missing == ()


@given(
    st.none() | st.integers(0, 60),
    st.none() | st.booleans(),
    st.sets(st.sampled_from([one.id for one in content.lace_rules().comorbidities])),
    st.integers(0, 12),
)
def test_a_missing_input_is_said_and_the_band_told_only_when_it_cannot_change(days, acute, have, visits):
    known = lace(content.lace_rules(), LaceInputs(days, acute, tuple(have), visits))
    assert 0 <= known.total <= 19 and known.missing == tuple(
        name for name, value in (("length", days), ("acute", acute)) if value is None
    )
    full = [
        lace(content.lace_rules(), LaceInputs(one, other, tuple(have), visits)).band
        for one in ([days] if days is not None else [0, 3, 14])
        for other in ([acute] if acute is not None else [False, True])
    ]
    assert (known.band != "") == (len(set(full)) == 1)
    names = {one.id for one in counted(content.lace_rules(), have)}
    assert not {"diabetes", "diabetes_organ"} <= names


@pytest.mark.parametrize(("folder", "name"), [("transitions", "transitional_care"), ("risk", "lace")])
def test_the_content_has_the_form_of_its_schema(folder, name):
    import json
    import tomllib
    from importlib.resources import files

    import jsonschema

    root = files("resources").joinpath("content")
    schema = json.loads(root.joinpath("schemas", f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(root.joinpath(folder, f"{name}.toml").read_text("utf-8")), schema)
    assert {what for what, _, _ in content.sources()} >= {"contact", "moderate", "high", "medication_reconciliation"}
