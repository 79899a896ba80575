"""The closed set of conditions a pathway file may use, and whether they hold for a patient on a day.

Each has `holds(facts, day, targets)`: the facts of a patient already without what happened after the day
(Facts.known_on), and the targets of the pathway, for conditions about them.
"""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from icm_desktop.domain.pathways.facts import Event, Facts, Problem
from icm_desktop.domain.pathways.intervals import days_before

_FITS = {"below": operator.lt, "at_most": operator.le, "at_least": operator.ge, "above": operator.gt}


@dataclass(frozen=True, slots=True)
class Source:
    """Where values or deeds come from: codes, and whether only those of the office count."""

    codes: frozenset[str]
    office: bool = False

    def events(self, facts: Facts) -> tuple[Event, ...]:
        """In order of time."""
        return facts.events_of(self.codes, self.office)


@dataclass(frozen=True, slots=True)
class HasProblem:
    """An active problem with one of these codes; an ICD-10 code ending in "*" is a prefix."""

    codes: frozenset[str]

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether the patient has one."""
        return any(_answers(self, one, day) for one in facts.problems)


@dataclass(frozen=True, slots=True)
class Measured:
    """The last value lies in this range; or `times` values do that follow each other, the outer `apart_days` apart."""

    source: Source
    at_least: float | None = None
    above: float | None = None
    below: float | None = None
    at_most: float | None = None
    within_days: int | None = None
    times: int = 1
    apart_days: int = 0

    def fits(self, value: float) -> bool:
        """Whether a value lies in the range."""
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.above is None or value > self.above)
            and (self.below is None or value < self.below)
            and (self.at_most is None or value <= self.at_most)
        )

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether the last values lie in the range."""
        events = self.source.events(facts)
        if not events:
            return False
        run: list[Event] = []
        for one in reversed(_recent(events, day, self.within_days)):
            if one.value is None:
                continue
            if not self.fits(one.value):
                return False
            run.append(one)
            if len(run) >= self.times and (run[0].day - one.day).days >= self.apart_days:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Moved:
    """How the last value differs from the one of an earlier day, or from any of the `within_days` before it.

    `recent_days`: a last value that is older says nothing any more.
    """

    source: Source
    rise_at_least: float | None = None
    fall_percent_above: float | None = None
    times_at_least: float | None = None
    within_days: int | None = None
    recent_days: int | None = None

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether the last value moved that far."""
        values = [(one.day, one.value) for one in self.source.events(facts) if one.value is not None]
        if not values or (self.recent_days is not None and (day - values[-1][0]).days >= self.recent_days):
            return False
        last_day, last = values[-1]
        earlier = [(when, value) for when, value in values if when < last_day]
        if self.within_days is None:
            earlier = earlier[-1:]
        else:
            earlier = [each for each in earlier if (last_day - each[0]).days <= self.within_days]
        return any(self._so_far(before, last) for _, before in earlier)

    def _so_far(self, before: float, last: float) -> bool:
        if self.rise_at_least is not None:
            return round(last - before, 6) >= self.rise_at_least
        if self.times_at_least is not None:
            return before > 0 and last >= before * self.times_at_least
        return (
            before > 0
            and self.fall_percent_above is not None
            and (before - last) / before * 100 > self.fall_percent_above
        )


@dataclass(frozen=True, slots=True)
class Fallen:
    """The last value is so many percent below the first of the last `months` months."""

    source: Source
    percent_at_least: float
    months: int

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether it fell that far."""
        events = _recent(self.source.events(facts), day, self.months * 31)
        values = [one.value for one in events if one.value is not None]
        return len(values) > 1 and values[0] > 0 and (values[0] - values[-1]) / values[0] * 100 >= self.percent_at_least


@dataclass(frozen=True, slots=True)
class OffTarget:
    """A target of the file is not met by the last value; nothing measured is not met either."""

    target: str

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether one of the targets by this name that count for the patient is missed."""
        mine = [each for each in targets if each.id == self.target]
        return any(each.missed(facts) for each in mine if each.when is None or each.when.holds(facts, day))


@dataclass(frozen=True, slots=True)
class Aged:
    """Whole years."""

    at_least: int | None = None
    at_most: int | None = None

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether the patient is of that age; nobody is whose birth date is not known."""
        age = facts.age_on(day)
        return age is not None and (self.at_least or 0) <= age <= (self.at_most or age)


@dataclass(frozen=True, slots=True)
class OfSex:
    """The sex recorded at birth."""

    sex: str

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether it is this one."""
        return facts.sex == self.sex


@dataclass(frozen=True, slots=True)
class OnMedicine:
    """Takes one of these, by name; `started_within_days`: only since then."""

    names: tuple[str, ...]
    started_within_days: int | None = None

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether the patient takes one."""
        return bool(facts.medicines) and bool(starts(self, facts, day))


@dataclass(frozen=True, slots=True)
class Happened:
    """One of these happened in the last `within_days`, or ever; at least `times` times."""

    source: Source
    within_days: int | None = None
    times: int = 1

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether it happened that often."""
        events = self.source.events(facts)
        return len(events) >= self.times and len(_recent(events, day, self.within_days)) >= self.times


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions: `how` is "all", "any" or "none"."""

    how: str
    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
        """Whether all, any or none of them do."""
        settles = self.how != "all"  # one that holds settles "any" and "none", one that does not "all"
        for part in self.parts:
            if part.holds(facts, day, targets) is settles:
                return self.how == "any"
        return self.how != "any"


Condition = HasProblem | Measured | Moved | Fallen | OffTarget | Aged | OfSex | OnMedicine | Happened | Group


@dataclass(frozen=True, slots=True)
class Target:
    """Something to reach. `op` is "below", "at_most", "at_least" or "above"; a patient may have a value of their own.

    Without `source` and `value` only a person can tell whether it is reached. `choice_of`: the target it may be put in
    place of, for a patient, by a person; it never counts by itself. `when`: for whom it counts.
    """

    id: str
    title: str
    title_es: str
    source: Source | None
    op: str
    value: float | None
    unit: str
    choice_of: str
    evidence: str
    mark: str
    when: Condition | None = None

    def value_for(self, facts: Facts) -> float | None:
        """The patient's own value, the last one set, or the shipped one."""
        own = [one for one in facts.targets if one.target == self.id]
        return max(own, key=lambda one: one.set_on).value if own else self.value

    def missed(self, facts: Facts) -> bool:
        """Whether the last value does not meet it, or there is none; only for what the records can tell."""
        limit = self.value_for(facts)
        if self.source is None or limit is None or self.choice_of:
            return False
        last = next((one.value for one in reversed(self.source.events(facts)) if one.value is not None), None)
        return last is None or not _FITS[self.op](last, limit)


def holds(condition: Condition, facts: Facts, day: dt.date, targets: Sequence[Target] = ()) -> bool:
    """Whether a condition holds for a patient as known on `day`.

    Args:
        condition: What is asked.
        facts: Of the patient, already without what happened after the day (Facts.known_on).
        day: The day.
        targets: Those of the pathway, for conditions about them.
    """
    return condition.holds(facts, day, targets)


def problems(condition: HasProblem, facts: Facts, day: dt.date) -> tuple[Problem, ...]:
    """The active problems that answer a condition."""
    return tuple(one for one in facts.problems if _answers(condition, one, day))


def _answers(condition: HasProblem, one: Problem, day: dt.date) -> bool:
    return (one.until is None or one.until > day) and _any_code(condition.codes, one.codes)


def starts(condition: OnMedicine, facts: Facts, day: dt.date) -> tuple[dt.date | None, ...]:
    """When each medicine that answers a condition was started."""
    words = _words(condition.names)
    first = days_before(day, condition.started_within_days) if condition.started_within_days else None
    return tuple(
        one.started
        for one in facts.medicines
        if (one.ended is None or one.ended > day)
        and words.search(one.name)
        and (first is None or (one.started is not None and one.started >= first))
    )


@cache
def _words(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))


@lru_cache(maxsize=65_536)
def _any_code(wanted: frozenset[str], have: frozenset[str]) -> bool:
    prefixes = _prefixes(wanted)
    return not wanted.isdisjoint(have) or bool(prefixes and any(code.startswith(prefixes) for code in have))


@cache
def _prefixes(wanted: frozenset[str]) -> tuple[str, ...]:
    return tuple(code[:-1] for code in wanted if code.endswith("*"))


def _recent(events: Sequence[Event], day: dt.date, within_days: int | None) -> Sequence[Event]:
    if within_days is None:
        return events
    first = days_before(day, within_days)
    return [one for one in events if one.day > first]
