"""From which day on time alone may change what is due for a patient: until then it need not be reckoned again.

Every day that may matter is looked at, also some that turn out not to: too early costs a moment, too late is wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from icm_desktop.domain.pathways.codes import conditions_of
from icm_desktop.domain.pathways.conditions import (
    Aged,
    Fallen,
    Happened,
    Measured,
    Moved,
    OnMedicine,
    Source,
)
from icm_desktop.domain.pathways.definition import Pathway, Step
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.domain.pathways.intervals import days_after, days_before


@dataclass(frozen=True, slots=True)
class Clocks:
    """What of some pathways runs with time: how long an event or a start of a medicine counts, and ages that matter,
    the youngest first."""

    windows: tuple[tuple[Source, int], ...]
    medicines: tuple[int, ...]
    ages: tuple[int, ...]


def clocks(pathways: Sequence[Pathway]) -> Clocks:
    """What time changes in these pathways."""
    windows: set[tuple[Source, int]] = set()
    medicines: set[int] = set()
    ages: set[int] = set()
    for condition in (part for one in pathways for part in conditions_of(one)):
        match condition:
            case Aged(at_least, at_most):
                ages.update(age for age in (at_least, at_most + 1 if at_most is not None else None) if age is not None)
            case OnMedicine(_, since) if since is not None:
                medicines.add(since + 1)
            case Measured() | Happened() if condition.within_days is not None:
                windows.add((condition.source, condition.within_days))
            case Moved() if condition.recent_days is not None:
                windows.add((condition.source, condition.recent_days))
            case Fallen():
                windows.add((condition.source, condition.months * 31))
            case _:
                pass
    for step in (step for one in pathways for step in one.steps if step.after is not None):
        _of_start(step, windows, medicines)
    return Clocks(tuple(windows), tuple(medicines), tuple(sorted(ages)))


def _of_start(step: Step, windows: set[tuple[Source, int]], medicines: set[int]) -> None:
    if step.after is None:
        return
    seen = step.after.look_back_days + 1
    if isinstance(step.after.what, Happened):
        windows.add((step.after.what.source, seen))
    else:
        medicines.add(seen)


def next_change(running: Clocks, facts: Facts, day: dt.date) -> dt.date:
    """The first day after `day` on which something may be different though nothing new is recorded.

    Args:
        running: Of the pathways that are asked about.
        facts: Everything recorded, also what lies ahead of the day; events in order of time.
        day: The day it was reckoned for.
    """
    plain = (each for each in _days(running, facts, day) if each is not None and each > day)
    return min((*plain, *_of_events(running, facts, day)), default=dt.date.max)


def _of_events(running: Clocks, facts: Facts, day: dt.date) -> Iterator[dt.date]:
    """The first of what lies ahead, and the first day on which an event falls out of each window."""
    if facts.events and facts.events[-1].day > day:
        yield next(one.day for one in facts.events if one.day > day)
    for source, days in running.windows:
        events = source.events(facts)
        if events and events[-1].day > (first := days_before(day, days)):
            yield days_after(next(one.day for one in events if one.day > first), days)


def _days(running: Clocks, facts: Facts, day: dt.date) -> Iterator[dt.date | None]:
    for problem in facts.problems:
        yield problem.since
        yield problem.until
    for medicine in facts.medicines:
        yield medicine.started
        yield medicine.ended
        if medicine.started is not None:
            begun = (day - medicine.started).days
            yield from [days_after(medicine.started, days) for days in running.medicines if days > begun]
    for decision in facts.decisions:
        yield decision.made_on
        yield decision.until
    yield from (one.set_on for one in facts.targets)
    yield from facts.enrolled.values()
    if facts.born is not None:
        age = facts.age_on(day)
        next_age = next((each for each in running.ages if age is None or each > age), None)
        if next_age is not None:
            yield facts.birthday(next_age)
