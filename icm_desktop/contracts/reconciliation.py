"""Reconciling lists of medicines: what can be compared, the comparison, the decisions, and what was signed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.conflicts import ConflictAnswer
from icm_desktop.domain.reconciliation import Matched, MedicineList


@dataclass(frozen=True, slots=True)
class Prescriber:
    """Somebody who can be asked: a member of the team, or (`member_id` None) only named on a list."""

    member_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class TypedList:
    """A list that was typed, pasted or read to us line by line."""

    kind: str
    title: str
    dated: str
    text: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reconciliation that waits for a clinician: its state as the form keeps it."""

    id: int
    version: int
    prepared_by: str
    prepared_on: dt.date
    state: str


@dataclass(frozen=True, slots=True)
class Offered:
    """The lists of the chart that can be compared, ours first; whom one can ask; what somebody prepared."""

    head: PatientHead
    lists: tuple[MedicineList, ...]
    prescribers: tuple[Prescriber, ...]
    channels: tuple[tuple[str, str], ...]
    prepared: Prepared | None
    discharged_on: dt.date | None
    may_sign: bool


@dataclass(frozen=True, slots=True)
class CompareLists:
    """Which lists of the chart (by key, the first is ours) and which typed ones are compared."""

    patient_id: int
    keys: tuple[str, ...]
    typed: tuple[TypedList, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """The lists and every medicine on one line. `seen`: what it was made of, to notice when the chart has changed."""

    lists: tuple[MedicineList, ...]
    medicines: tuple[Matched, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one medicine. `text`, `dosage`: what it is changed to. `ask_*`: the question."""

    key: str
    decision: str
    reason: str = ""
    text: str = ""
    dosage: str = ""
    ask_member: int | None = None
    ask_name: str = ""
    ask_question: str = ""
    ask_channel: str = "phone"
    ask_due: dt.date | None = None
    ask_reason: str = ""


@dataclass(frozen=True, slots=True)
class SignReconciliation:
    """Sign the decisions: each is applied to the chart in the same act.

    `prepared`: the one that waited, if any. `answers`: what was chosen about stop-level conflicts it brings.
    """

    compared: CompareLists
    seen: str
    decided: tuple[Decided, ...]
    note: str = ""
    prepared: int | None = None
    answers: tuple[ConflictAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class PrepareReconciliation:
    """Leave lists and decisions for a clinician to sign; `state` as the form keeps it."""

    patient_id: int
    state: str
    prepared: int | None = None


@dataclass(frozen=True, slots=True)
class ReconciledRow:
    """One medicine of a signed reconciliation, with the question and its answer. `open`: asked and not settled.

    `told_by_patient`: it stood on a list of the patient's own.
    """

    id: int
    version: int
    medicine: str
    checked: bool
    difference: str
    said: tuple[tuple[str, str], ...]
    decision: str
    reason: str | None
    becomes: str | None
    asked: str | None
    question: str | None
    question_due: dt.date | None
    answer: str | None
    settled: str | None
    settled_on: dt.date | None
    settled_by: str | None
    settled_reason: str | None
    told_by_patient: bool = False

    @property
    def open(self) -> bool:
        """Whether it still waits."""
        return self.decision == "ask" and self.settled is None


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A signed reconciliation as it was signed, with what became of its questions since."""

    id: int
    number: int
    head: PatientHead
    signed_on: dt.date
    signed_at: dt.datetime
    signed_by: str
    lists: tuple[tuple[str, str, str], ...]
    rows: tuple[ReconciledRow, ...]
    note: str | None
    after_stay: bool


@dataclass(frozen=True, slots=True)
class SettleMedicine:
    """How a medicine that was asked about ended: keep, change or stop, and why."""

    row_id: int
    expected_version: int
    decision: str
    reason: str
    text: str = ""
    dosage: str = ""
    answers: tuple[ConflictAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class ReconciliationSaved:
    """What was signed, prepared or settled."""

    id: int
    number: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class LastSigned:
    """A signed reconciliation: which, on what day, by whom."""

    id: int
    number: int
    signed_on: dt.date
    signed_at: dt.datetime
    signed_by: str
    encounter_id: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a patient stands: the last signed one, how many medicines still wait for an answer, one prepared or not."""

    signed_on: dt.date | None
    signed_by: str | None
    unresolved: int
    prepared: bool


@dataclass(frozen=True, slots=True)
class ReconciliationPrint:
    """A signed reconciliation on paper: for a prescriber, or (`for_patient`) in the patient's words."""

    reconciliation_id: int
    language: str = "en"
    paper: str = "letter"
    for_patient: bool = False
