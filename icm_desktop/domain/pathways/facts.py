"""What is known of one patient, as a pathway looks at it: everything has a day, so any past day can be asked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

OFFICE, HOME, EMERGENCY, INPATIENT = "office", "home", "emergency", "inpatient"


@dataclass(frozen=True, slots=True)
class Problem:
    """A confirmed problem; its codes are "icd10:E11.9" and "sct:44054006". No `since`: known, but not since when."""

    codes: frozenset[str]
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Event:
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


@dataclass(frozen=True, slots=True)
class Facts:
    """One patient; events in order of time. `enrolled`: pathway and day of entry."""

    born: dt.date | None = None
    sex: str = ""
    problems: tuple[Problem, ...] = ()
    events: tuple[Event, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    decisions: tuple[Decision, ...] = ()
    targets: tuple[OwnTarget, ...] = ()
    enrolled: Mapping[str, dt.date] = field(default_factory=dict)

    def known_on(self, day: dt.date) -> Facts:
        """The same patient with nothing that happened after `day`."""
        return replace(
            self,
            problems=tuple(
                replace(one, until=None if one.until and one.until > day else one.until)
                for one in self.problems
                if one.since is None or one.since <= day
            ),
            events=tuple(sorted((one for one in self.events if one.day <= day), key=lambda one: one.day)),
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
