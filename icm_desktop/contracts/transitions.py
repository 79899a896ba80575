"""Transitions of care: the discharge, its clocks, what was done, and how it ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead
from icm_desktop.domain.lace import Lace
from icm_desktop.domain.transitions import Clock

OPEN, OVERDUE, CLOSED, EVERY = "open", "overdue", "closed", "every"


@dataclass(frozen=True, slots=True)
class TransitionFilter:
    """Which discharges: open ones, those with something overdue, closed ones of the last months, or all of them."""

    show: str = OPEN
    mine: bool = False
    search: str = ""


@dataclass(frozen=True, slots=True)
class ReadmissionRow:
    """The stay began `days` after an earlier discharge (`index_ended`)."""

    index_ended: dt.date
    began: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class TriedRow:
    """One contact that was tried since the discharge, here or as told by the records that came."""

    at: dt.datetime
    reached: bool
    by: str
    how: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class VisitElsewhere:
    """A visit elsewhere since the discharge. `key`: appointment:ID or encounter:ID."""

    key: str
    day: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class TransitionRow:
    """One discharge with its clocks on a day. `clocks`: contact, visit, reconciliation, then the other steps.

    `next`: the clock that runs out first among those that are owed. `hours_left` of it, when it runs out today or
    tomorrow. `after_readmission`: this stay was a readmission; `readmitted`: another stay followed. `day` of
    `days` of the service. `acute`: what a person said of the admission. `illnesses`: those LACE
    counts, in English and Spanish. `superseded`: the patient came home again later. `visit_days`: set for this
    discharge, with its reason. `elsewhere`: visits elsewhere that could count; `seen_elsewhere` the key of the one that
    does.
    """

    encounter_id: int
    version: int
    head: PatientHead
    owner: Owner | None
    discharged_on: dt.date
    admitted_on: dt.date | None
    facility: str | None
    reason: str | None
    discharged_to: str | None
    imported: bool
    complexity: str
    acute: bool | None
    lace: Lace
    clocks: tuple[Clock, ...]
    next: Clock | None
    hours_left: int | None
    day: int
    days: int
    booked_at: dt.datetime | None = None
    booked_with: str | None = None
    after_readmission: ReadmissionRow | None = None
    readmitted: ReadmissionRow | None = None
    outcome: str | None = None
    closed_on: dt.date | None = None
    closed_why: str | None = None
    tried: tuple[TriedRow, ...] = ()
    illnesses: tuple[tuple[str, str], ...] = ()
    superseded: bool = False
    visit_days: int | None = None
    visit_reason: str | None = None
    elsewhere: tuple[VisitElsewhere, ...] = ()
    seen_elsewhere: str = ""

    def clock(self, what: str) -> Clock:
        """One clock by its name."""
        return next(one for one in self.clocks if one.what == what)


@dataclass(frozen=True, slots=True)
class DestinationChoice:
    """Where somebody may go after a stay; `home`: transitional care begins."""

    id: str
    text: str
    home: bool


@dataclass(frozen=True, slots=True)
class DischargeChoices:
    """What a discharge is typed with: places, complexities, and facilities named before."""

    destinations: tuple[DestinationChoice, ...]
    complexities: tuple[str, ...]
    facilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordDischarge:
    """A discharge the practice heard of. `discharged_at` is aware UTC when the time is known."""

    patient_id: int
    discharged_on: dt.date
    destination: str
    facility: str = ""
    reason: str = ""
    admitted_on: dt.date | None = None
    complexity: str = ""
    acute: bool | None = None
    discharged_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class DescribeTransition:
    """Say, or say anew, how complex the patient is and whether the admission was an emergency.

    `visit_days`: within how many days they are to be seen whatever the complexity, with the reason. `seen_elsewhere`:
    the key of a visit elsewhere that counts.
    """

    encounter_id: int
    expected_version: int
    complexity: str = ""
    acute: bool | None = None
    visit_days: int | None = None
    visit_reason: str = ""
    seen_elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class SignStep:
    """A step of the transition was done: by whom (empty: who is signed in), on which day (None: today)."""

    encounter_id: int
    kind: str
    done_on: dt.date | None = None
    done_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CloseTransition:
    """End a transition with a coded outcome; "" opens it again."""

    encounter_id: int
    expected_version: int
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TransitionSaved:
    """The discharge after the act; `row` is None when it starts no transition (not at home)."""

    encounter_id: int
    row: TransitionRow | None = None
    changes: Changes = field(default_factory=Changes)
