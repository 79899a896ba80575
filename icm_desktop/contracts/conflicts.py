"""Conflicts of a patient: what the rules found, by what, what no rule could look at, and what people did about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead
from icm_desktop.domain.conflicts.checking import Finding, NotChecked
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.domain.conflicts.rules import Told, Words


@dataclass(frozen=True, slots=True)
class CheckedPatient:
    """What the rules say of one patient. `checked` of `medicines` had ingredients the rules know."""

    patient_id: int
    findings: tuple[Finding, ...]
    medicines: int
    checked: int
    not_checked: tuple[NotChecked, ...]


@dataclass(frozen=True, slots=True)
class ConflictKey:
    """Which conflict: whose, by which rule, about what, by which facts."""

    patient_id: int
    rule: str
    subject: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ConflictQuestion:
    """Whom it was asked; `days` since then, as long as there is no answer. `status`: open, answered or withdrawn."""

    id: int
    whom: str
    asked_on: dt.date
    due_on: dt.date | None
    status: str
    days: int
    days_late: int
    answer: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a clinician decided; `low`..`high` in `unit`, or `text`, holds instead of the goals.

    `words`: the patient's sentence by language.
    """

    by: str
    on: dt.date
    reason: str
    until: dt.date | None = None
    told: str | None = None
    text: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One conflict as people work on it. `why`: why one that was decided is open again, `before`: by which facts then.

    `issue_id` is None as long as nobody did anything; `goal`: it is about goals or the words of the plan; `measured`:
    a value in `unit` can be decided. `owner_noted`: somebody gave it to the owner, who is the coordinator otherwise.
    """

    key: ConflictKey
    head: PatientHead
    told: Told
    severity: str
    relation: str
    facts: tuple[Evidence, ...]
    state: str
    why: str
    owner: Owner | None
    question: ConflictQuestion | None
    decision: Decision | None
    first_seen: dt.date
    since: dt.date
    last_seen: dt.date
    gone_on: dt.date | None
    due: dt.date | None
    overdue_after: dt.date | None
    issue_id: int | None = None
    version: int = 0
    before: tuple[Evidence, ...] = ()
    goal: bool = False
    measured: bool = False
    unit: str = ""
    owner_noted: bool = False


@dataclass(frozen=True, slots=True)
class PatientConflicts:
    """Findings worst first, and where each stands. `version`: of the rules. `rows` also hold those that are gone."""

    head: PatientHead
    day: dt.date
    findings: tuple[Finding, ...]
    medicines: int
    checked: int
    not_checked: tuple[NotChecked, ...]
    version: str
    rows: tuple[ConflictRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AssignConflict:
    """Somebody looks after it from now on."""

    key: ConflictKey
    version: int
    owner_id: int


@dataclass(frozen=True, slots=True)
class AskAboutConflict:
    """Put a question about it to a member of the team; the fields as in `AskQuestion`."""

    key: ConflictKey
    version: int
    member_id: int
    channel: str
    question: str
    due_on: dt.date | None
    topic: str | None = None
    shared_reason: str | None = None


@dataclass(frozen=True, slots=True)
class DecideConflict:
    """A clinician decides. `state`: resolved, overridden or muted (then `until_on`).

    `decided_by`: the clinician's name, None: who is signed in. `low`..`high` or `decision` hold instead of the goals.
    """

    key: ConflictKey
    version: int
    state: str
    reason: str
    decided_by: str | None = None
    until_on: dt.date | None = None
    told: str | None = None
    decision: str | None = None
    low: float | None = None
    high: float | None = None
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReopenConflict:
    """What was decided does not hold any more, and why."""

    key: ConflictKey
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class ConflictSaved:
    """The conflict that was acted on."""

    issue_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ConflictsRechecked:
    """How many patients were checked again."""

    patients: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ProposedMedicine:
    """A medicine that is about to be saved. `entry`: its row when it is there already (changed or started again)."""

    text: str
    rxcui: tuple[str, ...] = ()
    dose_value: float | None = None
    dose_unit: str | None = None
    times_per_day: float | None = None
    prescriber: str | None = None
    starts_on: dt.date | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class ProposedGoal:
    """A goal that is about to be saved: words, LOINC of the measure, ends of the target (None: open) in a UCUM unit."""

    text: str
    measure_code: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    author: str | None = None
    goal_id: int | None = None


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """What is about to be saved for a patient. `ends`: medicines (row ids) the same act stops."""

    patient_id: int
    medicines: tuple[ProposedMedicine, ...] = ()
    goals: tuple[ProposedGoal, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Interruption:
    """New conflicts at the stop level the change would bring, and what of it could not be checked."""

    head: PatientHead
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    medicines: int
    checked: int
    version: str
    may_override: bool


@dataclass(frozen=True, slots=True)
class ConflictAnswer:
    """What somebody chose when a save was interrupted. `choice`: override (with the reason) or keep_open."""

    rule: str
    subject: str
    choice: str
    reason: str | None = None


OVERRIDE, KEEP_OPEN = "override", "keep_open"


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """Which conflicts of the practice. `severities` empty: all; `search`: words of a rule, or of a patient's name."""

    severities: tuple[str, ...] = ()
    mine: bool = False
    waiting: bool = False
    decided: bool = False
    search: str = ""
    limit: int = 500


@dataclass(frozen=True, slots=True)
class ConflictBoard:
    """The first rows, worst first, and how many there are by severity. `outdated`: patients still to be checked."""

    rows: tuple[ConflictRow, ...]
    counts: tuple[tuple[str, int], ...]
    version: str
    outdated: int


@dataclass(frozen=True, slots=True)
class RuleRate:
    """What people did about one rule. Of `decided` conflicts `accepted` were resolved and `overridden` were.

    `now`: how many stand; `muted`: for how many patients at present; `flagged`: overridden more often than the limit
    within its days, so that somebody should look at the rule.
    """

    rule: str
    title: Words
    now: int
    decided: int
    accepted: int
    overridden: int
    muted: int
    recent_decided: int
    recent_overridden: int
    flagged: bool


@dataclass(frozen=True, slots=True)
class ActRow:
    """One decision behind a number."""

    issue_id: int
    head: PatientHead
    state: str
    severity: str
    by: str
    on: dt.date
    reason: str
    until: dt.date | None
