"""Until the day `next_change` names, nothing that is kept of somebody's due work may be different."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from icm_desktop.content import pathways, policies
from icm_desktop.domain.pathways.ahead import clocks, next_change
from icm_desktop.domain.pathways.codes import events_named
from icm_desktop.domain.pathways.due import OPEN, all_due
from icm_desktop.domain.pathways.facts import Decision, Event, Facts, Medicine, OwnTarget, Problem
from icm_desktop.domain.pathways.suggestions import applies

CALENDAR = policies.shipped().shipped_calendar
ALL = pathways.pathways()
TODAY, DAYS = dt.date(2026, 11, 22), 420
CODES = sorted(events_named(ALL))
PROBLEMS = (
    "icd10:E119",
    "icd10:E11319",
    "icd10:N1832",
    "icd10:I10",
    "icd10:I5022",
    "icd10:F331",
    "icd10:J449",
    "icd10:F1020",
)
DECIDED, KINDS = ("a1c", "lipids", "foot-exam", "tobacco"), ("declined", "deferred")
MEDICINES = ("lisinopril 10 mg", "sertraline 50 mg", "insulin glargine", "spironolactone 25 mg", "atorvastatin 40 mg")


def somebody(chance):
    """Facts of the last year and a half, some of them still ahead, in pathways since different days."""

    def day(back=500, ahead=0):
        return TODAY + dt.timedelta(days=chance.randint(-back, ahead))

    events = [Event(day(), frozenset({chance.choice(CODES)}), chance.choice((None, 5.0, 8.0, 40.0, 135.0)),
                    chance.choice(("", "office", "home"))) for _ in range(120)]  # fmt: skip
    events += [Event(day(120, 30), frozenset({code})) for code in ("stay:home", "class:AMB", "contact:reached")]
    age = chance.choice((18, 39, 44, 49, 64, 75))
    return Facts(
        born=TODAY.replace(year=TODAY.year - age) + dt.timedelta(days=chance.randint(-9, 200)),
        sex=chance.choice(("female", "male")),
        problems=tuple(
            Problem(frozenset({code}), day(900), chance.choice((None, day(0, 90))))
            for code in chance.sample(PROBLEMS, 4)
        ),
        events=tuple(sorted(events, key=lambda one: one.day)),
        medicines=tuple(
            Medicine(name, day(100, 10), chance.choice((None, day(0, 200)))) for name in chance.sample(MEDICINES, 3)
        ),
        decisions=tuple(Decision(chance.choice(DECIDED), kind, day(90), "r", day(-1, 200)) for kind in KINDS),
        targets=(OwnTarget("a1c", 8.5, day(90), "frail"),),
        enrolled={one.id: day(200) for one in chance.sample(ALL, 6)},
    )


def kept(facts, day):
    """What the table has of somebody."""
    within = [one for one in ALL if applies(one, facts, day)]
    owed_from = {one.id: TODAY - dt.timedelta(days=90) for one in ALL if one.entry.everyone}
    return {
        (
            one.activity,
            one.pathway,
            one.step,
            one.due,
            one.overdue_after,
            one.counted_from,
            one.also_in,
            one.state in OPEN,
        )
        for one in all_due(within, facts, day, CALENDAR, owed_from)
    }


@pytest.mark.parametrize("seed", range(5))
def test_nothing_changes_before_its_day(seed):
    facts, running = somebody(random.Random(seed)), clocks(ALL)  # noqa: S311  repeatable, not secret
    day, steps = TODAY, 0
    while day < TODAY + dt.timedelta(days=DAYS):
        until, as_of = next_change(running, facts, day), kept(facts, day)
        assert until > day
        for ahead in range(1, min((until - day).days, DAYS)):
            later = day + dt.timedelta(days=ahead)
            assert kept(facts, later) == as_of, (day, later, until)
        day, steps = until, steps + 1
    assert steps > 3


def test_without_anything_that_runs_it_never_changes():
    facts = Facts(problems=(Problem(frozenset({"icd10:I10"})),))
    assert next_change(clocks(ALL), facts, TODAY) == dt.date.max
