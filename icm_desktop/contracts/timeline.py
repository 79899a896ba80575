"""The timeline of a chart: everything that happened or will, ours and others', newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.records import FactRef

# Groups of entries that a filter can choose; roles without clinical facts have LOGISTIC_GROUPS only.
GROUPS = (
    "due",
    "visits",
    "results",
    "problems",
    "medicines",
    "procedures",
    "documents",
    "screening",
    "plan",
    "claims",
    "consents",
    "insurance",
    "alerts",
    "appointments",
    "referrals",
    "contacts",
)
LOGISTIC_GROUPS = ("due", "insurance", "alerts", "appointments", "referrals", "contacts")


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """What the timeline shows. `whose`: "", "ours" or "outside"; `search` looks inside notes; days are local.

    `mistaken`: also what was entered in error. `since`: only what others recorded or changed here after that moment,
    or what an import brought.
    """

    patient_id: int
    groups: frozenset[str] = frozenset()
    whose: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    organization: str | None = None
    search: str = ""
    mistaken: bool = False
    since: dt.datetime | None = None
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class SinceLooked:
    """How many records of a group are new, and how many that were there before were changed."""

    group: str
    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class ResultPart:
    """One value of a day's results: its name, value and the flag against its range ("", "low", "high")."""

    name: str
    value: str
    flag: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry. Of the group "due" `step` is "due", or "due_" with what is asked for next.

    `day` is the local day or the partial date as known ("" when none); `when` the stored moment.

    `step` tells what kind of entry it is among its kind: the class of a visit, "started", "ended", the state of a
    referral, the status of an appointment. `count` and `parts` are for the results of one day, all of one category.
    `hit` is the context of a word that was looked for: before, the word, after.
    """

    ref: FactRef
    group: str
    day: str
    when: str | None
    title: str
    detail: str
    step: str
    outside: bool
    organization: str | None
    author: str | None
    mistaken: bool = False
    count: int = 1
    parts: tuple[ResultPart, ...] = ()
    hit: tuple[str, str, str] | None = None
    ends: str | None = None
