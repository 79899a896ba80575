"""The chart: banner, Summary, and what the command line prints of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import Owner, PatientHead, Provenance
from icm_desktop.contracts.demographics import AlertRow
from icm_desktop.contracts.partners import Synced
from icm_desktop.contracts.transitions import ReadmissionRow


@dataclass(frozen=True, slots=True)
class Allergies:
    """`state`: "some", "none" (known none, with the date) or "not_recorded"; never a bare empty list."""

    state: str
    items: tuple[AllergyRow, ...] = ()
    none_known_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AllergyRow:
    """One active allergy or intolerance. `others` and `also`: entries it stands for, and who else says so."""

    id: int
    text: str
    kind: str | None
    reaction: str | None
    criticality: str | None
    provenance: Provenance
    others: int = 0
    also: tuple[Provenance, ...] = ()
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """The patient banner. `allergies` is None for roles without clinical facts; `alerts` are in force today.

    `readmission`: a stay that began within 30 days of a discharge; `differences`: facts of which somebody outside says
    otherwise; `synced`: when each exchange partner was last asked about the patient: all for roles that read clinical
    facts."""

    head: PatientHead
    allergies: Allergies | None
    interpreter_needed: str | None
    best_time: str | None
    similar_name: bool
    version: int
    sources: tuple[str, ...] = ()
    alerts: tuple[AlertRow, ...] = ()
    photo_id: int | None = None
    readmission: ReadmissionRow | None = None
    outdated_pages: int = 0
    differences: int = 0
    synced: tuple[Synced, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """An active problem; `social` for social findings and other non-problems that came as Condition.

    `others` counts further entries of it, `also` names who else says so, `differs`: sources contradict each other.
    """

    id: int
    text: str
    code: str | None
    code_system: str | None
    status: str | None
    onset: str | None
    social: bool
    provenance: Provenance
    others: int = 0
    also: tuple[Provenance, ...] = ()
    differs: bool = False


@dataclass(frozen=True, slots=True)
class MedicineRow:
    """A current medicine as recorded; nothing is folded away silently.

    `others` counts further entries of the same text, `also` names who else says so; `differs`: they contradict each
    other. `over_since`: its last day, where that has passed although it is
    still recorded as taken.
    """

    id: int
    text: str
    dosage: str | None
    reason: str | None
    prescriber: str | None
    status: str | None
    as_needed: bool
    patient_reported: bool
    starts: str | None
    provenance: Provenance
    others: int = 0
    over_since: dt.date | None = None
    also: tuple[Provenance, ...] = ()
    differs: bool = False


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One value with its local day."""

    on: str
    value: float
    unit: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal with its last value, a small trend and its next action."""

    id: int
    words: str | None
    text: str | None
    target: str | None
    measure_code: str | None
    status: str
    achievement: str | None
    due_on: dt.date | None
    owner: Owner | None
    last: TrendPoint | None
    trend: tuple[TrendPoint, ...]
    next_action: str | None
    next_action_due: dt.date | None
    next_action_owner: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class NextDate:
    """A coming appointment, here or outside."""

    appointment_id: int
    starts_at: dt.datetime
    minutes: int | None
    what: str | None
    with_whom: str | None
    where: str | None
    phone: str | None
    outside: bool
    status: str


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """A referral that is not closed, with who has the ball."""

    id: int
    service: str | None
    to: str | None
    state: str
    ball_with: str | None
    due: dt.date | None
    days_over: int


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One person or organisation of the care team; `current` when their team is active.

    Of our own team `role_code` says what they do (a code of resources/content/codes/team.toml), `lead` who leads.
    """

    name: str
    role: str | None
    organization: str | None
    phone: str | None
    current: bool
    provenance: Provenance
    role_code: str | None = None
    lead: bool = False


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The last value of one measurement with those before it."""

    code: str | None
    text: str
    last: TrendPoint
    trend: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class Clinical:
    """The part of Summary that front desk may not see."""

    problems: tuple[ProblemRow, ...]
    medicines: tuple[MedicineRow, ...]
    allergies: Allergies
    goals: tuple[GoalRow, ...]
    results: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything chart Summary shows. `counts`: stored records per kind except entered-in-error, before folding.

    `last_looked_at`: when this person opened it before; only known as it is opened.
    """

    banner: Banner
    clinical: Clinical | None
    next_dates: tuple[NextDate, ...]
    open_referrals: tuple[OpenReferral, ...]
    team: tuple[TeamMember, ...]
    counts: tuple[tuple[str, int], ...]
    last_import_at: dt.datetime | None = None
    last_looked_at: dt.datetime | None = None
