"""Programs of care management: what the minutes of a month reach, what is missing, what does not go together."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

ACTIVE, ON_HOLD, ENDED, DECLINED = "active", "on_hold", "ended", "declined"
STATUSES = (ACTIVE, ON_HOLD, ENDED, DECLINED)
BY_MINUTES, BY_CLOCKS, BY_MONTHS = "minutes", "clocks", "months"
STAFF, PRACTITIONER = "staff", "practitioner"
ASKED, CONSENT, CARE_PLAN, PLAN_COPY, AT_HOME = "asked", "consent", "care_plan", "plan_copy", "at_home"
CASE_REVIEWS = "case_reviews"
MEETS, SHORT, INCOMPLETE, CONFLICT, KEPT = "meets", "short", "incomplete", "conflict", "kept"
FIRST_MONTH, LATER_MONTH = "first_month", "later_month"


@dataclass(frozen=True, slots=True)
class AddOn:
    """More time on top: one for each `each` minutes beyond, the first from `least` minutes on, at most `most`."""

    code: str
    each: int
    least: int
    most: int | None = None

    def count(self, beyond: int) -> int:
        """How many of it these minutes beyond the base reach."""
        found = 0 if beyond < self.least else 1 + (beyond - self.least) // self.each
        return found if self.most is None else min(found, self.most)


@dataclass(frozen=True, slots=True)
class Service:
    """A service by the minutes it is reported from (`least`); add-ons count from its `full` length on.

    `by`: whose minutes count; `needs`: circumstances that must hold.
    """

    code: str
    by: str
    least: int
    full: int
    source: str
    mark: str
    needs: tuple[str, ...] = ()
    add: AddOn | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """Something that must be so before a service can be reported. `check`: by whom it is known.

    `weeks`: in how many weeks of the month it must have been so, of one that is counted from case reviews.
    """

    id: str
    check: str
    title: str
    title_es: str
    source: str
    mark: str
    source_es: str = ""
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Something that decides which service fits. `monthly`: it must be said anew each month."""

    id: str
    title: str
    title_es: str
    computed: bool = False
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """One program as its file says. Services in the order they are looked at."""

    id: str
    title: str
    title_es: str
    short: str
    short_es: str
    counts: str
    position: int
    year: int
    source: str
    mark: str
    version: str
    services: tuple[Service, ...] = ()
    gates: tuple[Gate, ...] = ()
    source_es: str = ""
    circumstances: tuple[Circumstance, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two programs that do not go together in one month; `instead`: what takes the place."""

    programs: tuple[str, str]
    source: str
    mark: str
    instead: str = ""
    source_es: str = ""

    def other(self, program: str) -> str:
        """The program on the other side, "" when this one is not concerned."""
        first, second = self.programs
        return second if program == first else first if program == second else ""


@dataclass(frozen=True, slots=True)
class Reached:
    """The service that minutes reach, with add-ons as often as they count; `to_next`: minutes to the next step."""

    codes: tuple[str, ...]
    to_next: int | None
    next_code: str


def reached(program: Program, minutes: Mapping[str, int], holds: Collection[str]) -> Reached:
    """What the whole minutes of a month reach.

    Args:
        program: The program.
        minutes: Whole minutes of staff and of the practitioner.
        holds: Circumstances that hold.
    """
    fitting = [one for one in program.services if set(one.needs) <= set(holds)]
    for service in fitting:
        spent = minutes.get(service.by, 0)
        if spent >= service.least:
            return _met(service, spent)
    nearest = min(fitting, key=lambda one: one.least - minutes.get(one.by, 0), default=None)
    if nearest is None:
        return Reached((), None, "")
    return Reached((), nearest.least - minutes.get(nearest.by, 0), nearest.code)


def _met(service: Service, spent: int) -> Reached:
    add = service.add
    if add is None:
        return Reached((service.code,), None, "")
    count = add.count(spent - service.full)
    codes = (service.code, *(add.code for _ in range(count)))
    if add.most is not None and count >= add.most:
        return Reached(codes, None, "")
    return Reached(codes, service.full + add.least + count * add.each - spent, add.code)


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month of the practice."""

    year: int
    month: int

    @classmethod
    def of(cls, day: dt.date) -> Month:
        """The month of a day."""
        return cls(day.year, day.month)

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return dt.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def after(self) -> Month:
        """The month after."""
        return Month.of(self.last + dt.timedelta(days=1))

    def before(self) -> Month:
        """The month before."""
        return Month.of(self.first - dt.timedelta(days=1))


def every_week(reviews: Iterable[dt.date], enrolled_on: dt.date, month: Month, weeks: int) -> bool:
    """Whether cases were reviewed in so many weeks (Monday to Sunday) of a month, or in all since the enrolment."""
    first = max(month.first, enrolled_on)
    there = {day.isocalendar()[:2] for day in _days(first, month.last)}
    seen = {day.isocalendar()[:2] for day in reviews if first <= day <= month.last}
    return len(seen) >= min(weeks, len(there))


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=at) for at in range((last - first).days + 1))


def holding(program: Program, said: Mapping[str, str], enrolled_on: dt.date, month: Month) -> tuple[str, ...]:
    """The circumstances that hold in a month: those somebody said, and whether it is the first one."""
    found = []
    for one in program.circumstances:
        if one.computed:
            first = Month.of(enrolled_on) == month
            if first is (one.id == FIRST_MONTH):
                found.append(one.id)
            continue
        day = dt.date.fromisoformat(said[one.id]) if one.id in said else None
        if day is not None and day <= month.last and (not one.monthly or day >= month.first):
            found.append(one.id)
    return tuple(found)


def conflicts_of(program: str, others: Collection[str], rules: Collection[Conflict]) -> tuple[Conflict, ...]:
    """The rules that keep a program from going together with others of the same month."""
    return tuple(rule for rule in rules if rule.other(program) in others)


def standing(program: Program, reach: Reached, missing: Collection[object], clashes: Collection[object]) -> str:
    """Where a patient stands in a program at the end of a month; the most serious thing first.

    A program without services has no threshold: its time is kept.
    """
    if not program.services:
        return KEPT
    if not reach.codes:
        return SHORT
    if missing:
        return INCOMPLETE
    return CONFLICT if clashes else MEETS
