"""Today: one ranked list of what is due or late."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead
from icm_desktop.contracts.demographics import CallRules
from icm_desktop.contracts.referrals import LadderStep

MOST_CHECKING = 1000
QUEUES = ("arrivals", "tomorrow", "follow_up", "unscheduled", "quiet", "wait_list")


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """Whose work to show: mine and unassigned (default), everyone's. `on` replays a day; None is today.

    `queue` shows one of the front desk's lists instead of all that is due: arrivals, tomorrow, follow_up, unscheduled,
    quiet or wait_list.
    """

    everyone: bool = False
    kinds: tuple[str, ...] = ()
    language: str | None = None
    search: str = ""
    on: dt.date | None = None
    limit: int = 100
    offset: int = 0
    queue: str = ""


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many rows of each queue wait for somebody now; what rests or is put off is not counted."""

    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One thing to do. `key` is stable ("plan_action:12", "referral:7:schedule").

    `section`: critical, overdue, due_today, waiting, done_today; in queues also here, expected and handed_on. `kind`:
    plan_action, task, referral, appointment, letter, result, screening, follow_up, rescreen, patient,
    wait_list. `title` and `why` are codes
    with params the screen words, or plain text the practice typed (`title_text`);
    roles that may not read clinical facts get a neutral title. `ladder`: to whom a late referral goes or went.
    `head` is None when the work is about nobody in particular (a near miss of the practice).
    """

    key: str
    section: str
    kind: str
    head: PatientHead | None
    title: str
    title_params: tuple[tuple[str, str], ...]
    title_text: str | None
    why: str
    why_params: tuple[tuple[str, str], ...]
    due: dt.date | None
    days_late: int
    owner: Owner | None
    tries: int
    last_outcome: str | None
    held_until: dt.date | None
    priority: int
    can_finish: bool
    version: int
    best_time: str | None
    ladder: tuple[LadderStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Worklist:
    """The list with the count of each section over all matching rows, and the next item when nothing is due.

    `checking`: of how many patients what is due is still being worked out; beyond `MOST_CHECKING` they are not counted.
    """

    day: dt.date
    rows: tuple[WorkRow, ...]
    counts: tuple[tuple[str, int], ...]
    total: int
    next_row: WorkRow | None = None
    checking: int = 0


@dataclass(frozen=True, slots=True)
class FinishWork:
    """Mark a worklist row done."""

    key: str
    expected_version: int


@dataclass(frozen=True, slots=True)
class HoldWork:
    """Put a row off until a local day."""

    key: str
    until: dt.date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LogContact:
    """Log a contact attempt. `outcome`: reached, left_message, no_answer, wrong_number, declined.

    `next_try_on` puts the row off. After a wrong number `wrong_number_id` ends that number today, and `new_number` is
    added in its place. `no_show_reason`: why the visit the row is about was missed, when it was told.
    """

    patient_id: int
    channel: str
    outcome: str
    note: str | None = None
    key: str | None = None
    next_try_on: dt.date | None = None
    wrong_number_id: int | None = None
    new_number: str | None = None
    no_show_reason: str | None = None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact that was tried."""

    at: dt.datetime
    by: str
    channel: str
    outcome: str
    note: str | None
    next_try_on: dt.date | None


@dataclass(frozen=True, slots=True)
class CallFor:
    """Whom to call, and the worklist row it is for."""

    patient_id: int
    key: str | None = None


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number in use today."""

    id: int
    value: str
    use: str | None


@dataclass(frozen=True, slots=True)
class CallCard:
    """What is seen before and during a call: numbers, the last contacts, and what comes after another vain try.

    `wants`: what the call is for, each with what it is: "action", "goal", "visit" (a kind) or "also" (other steps of
    the plan that are due); plan texts only for who may read them. `steps`: of pathways that are due too, in English and
    Spanish, for the same. `wish`: what was written when the row was put off.
    `no_show_reasons`: the codes to choose from when the row is about a missed visit, `no_show_reason` the one that is
    known. `tries` of at most `most` so far without reaching anybody; `next_try_on` is None when the coordinator takes
    over after one more.
    """

    numbers: tuple[PhoneNumber, ...]
    contacts: tuple[ContactRow, ...]
    wish: str | None
    tries: int
    most: int
    next_try_on: dt.date | None
    no_show_reasons: tuple[str, ...] = ()
    no_show_reason: str | None = None
    wants: tuple[tuple[str, str], ...] = ()
    steps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WorkDetail:
    """The pane beside the list: contact numbers, what must be known before calling, last contacts, next visit."""

    head: PatientHead
    phones: tuple[tuple[str, str], ...]
    best_time: str | None
    contacts: tuple[ContactRow, ...]
    next_visit: dt.datetime | None
    next_visit_with: str | None
    calling: CallRules | None = None


@dataclass(frozen=True, slots=True)
class WorkDone:
    """What a worklist act changed."""

    key: str
    changes: Changes
