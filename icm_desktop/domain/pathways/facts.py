"""What is known of one patient, as a pathway looks at it: everything has a day, so any past day can be asked again."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import NamedTuple

OFFICE, HOME, EMERGENCY, INPATIENT = "office", "home", "emergency", "inpatient"
_ELSEWHERE = (HOME, EMERGENCY, INPATIENT)
_DAY = attrgetter("day")


@dataclass(frozen=True, slots=True)
class Problem:
    """A confirmed problem; its codes are "icd10:E11.9" and "sct:44054006". No `since`: known, but not since when."""

    codes: frozenset[str]
    since: dt.date | None = None
    until: dt.date | None = None


class Event(NamedTuple):  # a practice has millions: a dataclass takes three times as long
    """Something that was done, measured or given on a day.

    `codes` are "loinc:4548-4", "sct:...", "cpt:...", "cvx:...", "class:AMB" (a visit), "stay:IMP" (a discharge home) or
    "done:ACTIVITY" (a person said so here). `setting`: where; empty when nobody said, which counts as the office.
    """

    day: dt.date
    codes: frozenset[str]
    value: float | None = None
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine by its name in lower case."""

    name: str
    started: dt.date | None = None
    ended: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person decided about a step: "declined", "not_applicable" or "deferred" until a day; None holds on."""

    activity: str
    kind: str
    made_on: dt.date
    reason: str
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """A target of this patient in place of the shipped one, from a day on, with its reason."""

    target: str
    value: float
    set_on: dt.date
    reason: str


_Asked = dict[frozenset[str], tuple[Event, ...]]  # what was asked for by its codes


@dataclass(frozen=True, slots=True)
class Facts:
    """One patient; events in order of time. `enrolled`: pathway and day of entry.

    What was looked up once is kept: many steps ask for the same codes on the same day.
    """

    born: dt.date | None = None
    sex: str = ""
    problems: tuple[Problem, ...] = ()
    events: tuple[Event, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    decisions: tuple[Decision, ...] = ()
    targets: tuple[OwnTarget, ...] = ()
    enrolled: Mapping[str, dt.date] = field(default_factory=dict)
    _known: dict[dt.date, Facts] = field(default_factory=dict, init=False, repr=False, compare=False)
    _ends: list[dt.date] = field(
        default_factory=list, init=False, repr=False, compare=False
    )  # holds nothing later than each
    _by_code: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _codes: set[str] = field(default_factory=set, init=False, repr=False, compare=False)  # the keys of `_by_code`
    _anywhere: _Asked = field(default_factory=dict, init=False, repr=False, compare=False)
    _office: _Asked = field(default_factory=dict, init=False, repr=False, compare=False)

    def events_of(self, codes: frozenset[str], office: bool) -> tuple[Event, ...]:
        """Events with one of these codes, in order of time; `office`: only those of the office."""
        asked = self._office if office else self._anywhere
        found = asked.get(codes)
        if found is None:
            found = self._found(codes)
            asked[codes] = found = tuple([one for one in found if one.setting not in _ELSEWHERE]) if office else found
        return found

    def _found(self, codes: frozenset[str]) -> tuple[Event, ...]:
        if not self._codes:
            self._note_codes()
        known = codes & self._codes  # most steps ask for what a patient never had
        if not known:
            return ()
        events, by_code = self.events, self._by_code
        if len(known) == 1:
            (code,) = known
            return tuple([events[place] for place in by_code[code]])
        return tuple([events[place] for place in sorted({place for code in known for place in by_code[code]})])

    def _note_codes(self) -> None:
        by_code = self._by_code
        for place, one in enumerate(self.events):
            for code in one.codes:
                places = by_code.get(code)
                if places is None:
                    by_code[code] = [place]
                else:
                    places.append(place)
        self._codes.update(by_code)

    def known_on(self, day: dt.date) -> Facts:
        """The same patient with nothing that happened after `day`."""
        if day in self._ends:
            return self
        if day not in self._known:
            if self._nothing_after(day):
                self._ends.append(day)  # and not kept as known: what holds itself is not freed until somebody looks
                return self
            self._known[day] = self._until(day)
            self._known[day]._ends.append(day)
        return self._known[day]

    def _nothing_after(self, day: dt.date) -> bool:
        """Whether all of it was known by the day, in order of time: most records hold nothing that lies ahead."""
        days = [one.day for one in self.events]
        return (
            (not days or days[-1] <= day)
            and days == sorted(days)
            and all(
                (one.since is None or one.since <= day) and (one.until is None or one.until <= day)
                for one in self.problems
            )
            and all(one.started is None or one.started <= day for one in self.medicines)
            and all(one.made_on <= day for one in self.decisions)
            and all(one.set_on <= day for one in self.targets)
            and all(since <= day for since in self.enrolled.values())
        )

    def _until(self, day: dt.date) -> Facts:
        return Facts(
            born=self.born,
            sex=self.sex,
            problems=tuple(
                one if one.until is None or one.until <= day else replace(one, until=None)
                for one in self.problems
                if one.since is None or one.since <= day
            ),
            events=tuple(sorted((one for one in self.events if one.day <= day), key=_DAY)),
            medicines=tuple(one for one in self.medicines if one.started is None or one.started <= day),
            decisions=tuple(one for one in self.decisions if one.made_on <= day),
            targets=tuple(one for one in self.targets if one.set_on <= day),
            enrolled={pathway: since for pathway, since in self.enrolled.items() if since <= day},
        )

    def age_on(self, day: dt.date) -> int | None:
        """Whole years; None when the birth date is not known or lies ahead."""
        if self.born is None or self.born > day:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def birthday(self, years: int) -> dt.date:
        """The day of reaching an age as `age_on` counts; the first of all days when the birth date is not known."""
        if self.born is None:
            return dt.date.min
        year = min(self.born.year + years, dt.MAXYEAR)
        leap = (self.born.month, self.born.day) == (2, 29) and not calendar.isleap(year)
        return dt.date(year, 3, 1) if leap else dt.date(year, self.born.month, self.born.day)
