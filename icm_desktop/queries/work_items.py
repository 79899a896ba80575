"""What the sources of the worklist share: the question, one item, and the notes kept about computed items."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.engine import driver_connection
from db.models.plan import ContactLog
from db.search import among, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.referrals import LadderStep
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain.attempts import Attempt
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, allows
from icm_desktop.queries.pathways_in_use import InUse, in_use
from icm_desktop.queries.people import names_of_users
from icm_desktop.queries.practice_policies import practice_policies

NOBODY = 0  # the patient of an item that is about the practice
SECTIONS = ("critical", "handed_on", "here", "overdue", "due_today", "expected", "waiting", "done_today")
SAFETY, TRANSITION, URGENT, OTHER = 0, 1, 2, 3
KIND_ORDER = (
    "screening", "result", "conflict", "follow_up", "transition", "referral", "appointment", "letter", "plan_action",
    "plan_review", "plan_answer", "task", "pathway", "rescreen", "request", "question", "care_note", "near_miss",
    "recommendation", "relapse", "relapse_plan", "reconciliation", "emergency_access", "patient", "wait_list",
)  # fmt: skip
_CLINICAL_KINDS = (
    "screening", "result", "conflict", "follow_up", "rescreen", "transition", "pathway", "plan_review", "plan_answer",
    "recommendation", "relapse", "relapse_plan", "reconciliation",
)  # fmt: skip
Params = tuple[tuple[str, str], ...]
AtOnce = frozenset[tuple[int, dt.date]]  # whose answer about safety, of which day, waits for a clinician


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A row before its patient is looked up; `neutral` is what roles without clinical facts read instead.

    `patient_id` is NOBODY when it is about the practice.
    `tie` ranks rows of one kind that are due on one day: who has waited longest. An item that is not `whole` has a rank
    only; what else a row shows is looked up for the page.
    """

    key: str
    section: str
    kind: str
    patient_id: int
    title: str
    due: dt.date | None
    days_late: int = 0
    priority: int = OTHER
    title_params: Params = ()
    title_text: str | None = None
    why: str = ""
    why_params: Params = ()
    neutral: str | None = None
    owner: Owner | None = None
    held_until: dt.date | None = None
    can_finish: bool = True
    version: int = 1
    tie: str = ""
    whole: bool = True
    ladder: tuple[LadderStep, ...] = ()

    @property
    def number(self) -> int:
        """The id in the key."""
        return int(self.key.split(":")[1])

    def rank(self) -> tuple[int, int, int, int, str, int, str]:
        """Section, then priority, then days late, then kind, then as they were made."""
        kind = KIND_ORDER.index(self.kind)
        return SECTIONS.index(self.section), self.priority, -self.days_late, kind, self.tie, self.number, self.key


@dataclass(frozen=True, slots=True)
class Found:
    """What a source has: every item it could need for this page, and how many match in all, by section."""

    items: tuple[WorkItem, ...]
    counts: tuple[tuple[str, int], ...]

    @classmethod
    def all_of(cls, items: Iterable[WorkItem]) -> Found:
        """Items that are all there is."""
        shown = tuple(items)
        sections = [item.section for item in shown]
        return cls(shown, tuple((section, sections.count(section)) for section in SECTIONS if section in sections))


@dataclass(frozen=True, slots=True)
class Ranked:
    """What the standings say: the first items by their rank, how many there are, and those to be decided one by one."""

    first: tuple[WorkItem, ...]
    counts: Counter[str]
    apart: tuple[WorkItem, ...] = ()

    def with_others(self, others: Found) -> Found:
        """Together with what was decided one by one."""
        counts = self.counts + Counter(dict(others.counts))
        return Found((*self.first, *others.items), tuple(counts.items()))


@dataclass(frozen=True, slots=True)
class Note:
    """A computed item was put off, or finished."""

    held_until: dt.date | None
    done_on: dt.date | None


@dataclass(slots=True)
class Scope:
    """One question to the worklist, with what every source needs to answer it.

    `need` is how many rows the page could need, None when all are; `patients` whose rows are asked for, None for all.
    """

    uow: UnitOfWork
    asked: WorkFilter
    day: dt.date
    need: int | None
    users: dict[int, str] = field(default_factory=dict)
    patients: frozenset[int] | None = None
    _notes: dict[str, Note | None] = field(default_factory=dict)
    _policies: Policies | None = None
    _using: InUse | None = None

    @classmethod
    def of(cls, uow: UnitOfWork, asked: WorkFilter) -> Scope:
        """The scope of a filter; a search for patients needs every row, since names are looked at last."""
        names = names_of_users(uow)
        need = None if asked.search or asked.language else asked.offset + asked.limit
        return cls(uow, asked, asked.on or uow.today, need, names)

    @property
    def policies(self) -> Policies:
        """What the practice goes by, read once."""
        if self._policies is None:
            self._policies = practice_policies(self.uow)
        return self._policies

    @property
    def using(self) -> InUse:
        """The pathways the practice works by, read once."""
        if self._using is None:
            self._using = in_use(self.uow, self.policies)
        return self._using

    @property
    def clinical(self) -> bool:
        """Whether the role reads clinical facts."""
        return allows(self.uow.actor.role, Privilege.CLINICAL_READ)

    def of_patients(
        self, wanted: Select[*tuple[Any, ...]], patient_id: InstrumentedAttribute[int]
    ) -> Select[*tuple[Any, ...]]:
        """The query for the patients asked for; worded so that SQLite finds the rows by their patients."""
        if self.patients is None:
            return wanted
        each = aliased(patient_id.class_)
        theirs = select(each.id).where(getattr(each, patient_id.key).in_(among(self.patients)))
        return wanted.where(patient_id.class_.id.in_(theirs))

    def wants(self, kind: str) -> bool:
        """Whether rows of this kind are asked for."""
        return not self.asked.kinds or self.shown_kind(kind) in self.asked.kinds

    def shown_kind(self, kind: str) -> str:
        """The kind as this role reads it: that there was a screening or a result is a clinical fact too."""
        return "task" if kind in _CLINICAL_KINDS and not self.clinical else kind

    def owner(self, row: Row[*tuple[Any, ...]]) -> Owner | None:
        """Who was given it (the owner columns of a row); else the patient's coordinator."""
        if not row.owner_kind or not row.owner_name:
            return self.coordinator(row.coordinator_id)
        kind = OwnerKind(row.owner_kind)
        return Owner(kind, row.owner_name, row.owner_user_id if kind is OwnerKind.USER else row.owner_practitioner_id)

    def coordinator(self, user_id: int | None) -> Owner | None:
        """The patient's coordinator as owner of what nobody was given."""
        if user_id is None or user_id not in self.users:
            return None
        return Owner(OwnerKind.USER, self.users[user_id], user_id)

    def mine(self, owner: Owner | None) -> bool:
        """Whether the filter shows an item of this owner: everyone's, or mine and what nobody has."""
        if self.asked.everyone or owner is None:
            return True
        return owner.kind is OwnerKind.USER and owner.id == self.uow.actor.user_id

    def end_of_day(self) -> dt.datetime:
        """When the day asked for ends."""
        return day_span(self.day, self.uow.zone).ends_at

    def light(self, key: str, kind: str, due: dt.date, priority: int, tie: str) -> WorkItem:
        """An item with a rank only."""
        return WorkItem(
            key=key,
            section=self.section(due),
            kind=kind,
            patient_id=0,
            title="",
            due=due,
            days_late=days_late(due, self.day),
            priority=priority,
            tie=tie,
            whole=False,
        )

    def section(self, due: dt.date) -> str:
        """Overdue once the due day has passed."""
        return "overdue" if due < self.day else "due_today"

    def look_up_notes(self, keys: Iterable[str]) -> None:
        """Read what was noted last about these computed items."""
        unknown = [key for key in keys if key not in self._notes]
        self._notes |= dict.fromkeys(unknown)
        if not unknown:
            return
        found = driver_connection(self.uow.session.connection()).execute(_NOTES_OF, (json.dumps(unknown),))
        for key, *days in found:
            self._notes[key] = Note(*(dt.date.fromisoformat(day) if day else None for day in days))

    def noted(self, kind: str) -> list[str]:
        """Keys of computed items of a kind that somebody put off beyond the day, or finished."""
        found = driver_connection(self.uow.session.connection()).execute(
            "SELECT item_key FROM worklist_hold WHERE item_key >= ? AND item_key < ? AND removed_at IS NULL "
            "AND (held_until > ? OR done_on IS NOT NULL)",
            (f"{kind}:", f"{kind};", self.day.isoformat()),
        )
        return [row[0] for row in found]

    def done_on(self, key: str) -> dt.date | None:
        """On which day a computed item was finished."""
        note = self._note(key)
        return note.done_on if note else None

    def held_until(self, key: str) -> dt.date | None:
        """Until when a computed item is put off."""
        note = self._note(key)
        return note.held_until if note else None

    def _note(self, key: str) -> Note | None:
        if key not in self._notes:
            self.look_up_notes([key])
        return self._notes[key]

    def tries(self, keys: Sequence[str]) -> dict[str, tuple[int, str]]:
        """How often somebody tried, and how the last try went."""
        found: dict[str, tuple[int, str]] = {}
        values = {"keys": json.dumps(list(keys)), "until": self._known_until()}
        for key, count, outcome, _ in self.uow.session.execute(_tries_of(), values) if keys else ():
            found[key or ""] = (count, outcome)  # SQLite takes the other columns from the row of the maximum
        return found

    def attempts(self, keys: Sequence[str]) -> dict[str, list[Attempt]]:
        """Every try about these items, in order of time."""
        found: dict[str, list[Attempt]] = defaultdict(list)
        values = {"keys": json.dumps(list(keys)), "until": self._known_until()}
        for key, at, outcome in self.uow.session.execute(_attempts_of(), values) if keys else ():
            found[key].append(Attempt(at.astimezone(self.uow.zone).date(), outcome))
        return found

    def _known_until(self) -> dt.datetime:
        return self.uow.now + dt.timedelta(seconds=1)

    def section_of(self, key: str, usual: str) -> str | None:
        """Where a computed item stands after its notes: None when it was finished, waiting while it is held."""
        note = self._note(key)
        if note is None:
            return usual
        if note.done_on is not None and note.done_on <= self.day:
            return None
        return "waiting" if note.held_until is not None and note.held_until > self.day else usual

    def settled(self, items: Iterable[WorkItem]) -> Found:
        """Computed items with their notes applied: finished ones gone, held ones waiting, only those the filter shows.

        What is critical shows to everybody, whoever's patient it is.
        """
        return Found.all_of(self._settled(items))

    def _settled(self, items: Iterable[WorkItem]) -> Iterator[WorkItem]:
        items = list(items)
        self.look_up_notes(item.key for item in items)
        for item in items:
            section = self.section_of(item.key, item.section)
            if section is None or not (item.section == "critical" or self.mine(item.owner)):
                continue
            waits = section == "waiting"
            yield replace(item, section=section, held_until=self.held_until(item.key)) if waits else item


_NOTES_OF = (
    "SELECT item_key, held_until, done_on FROM worklist_hold "
    "WHERE item_key IN (SELECT value FROM json_each(?)) AND removed_at IS NULL ORDER BY id"
)


@cache
def _tries_of() -> Select[*tuple[Any, ...]]:
    return (
        select(ContactLog.item_key, func.count(), ContactLog.outcome, func.max(ContactLog.at))
        .where(
            ContactLog.item_key.in_(listed(bindparam("keys", type_=String))),
            ContactLog.removed_at.is_(None),
            ContactLog.at < bindparam("until", type_=ContactLog.at.type),
        )
        .group_by(ContactLog.item_key)
    )


@cache
def _attempts_of() -> Select[*tuple[Any, ...]]:
    return (
        select(ContactLog.item_key, ContactLog.at, ContactLog.outcome)
        .where(
            ContactLog.item_key.in_(listed(bindparam("keys", type_=String))),
            ContactLog.removed_at.is_(None),
            ContactLog.at < bindparam("until", type_=ContactLog.at.type),
        )
        .order_by(ContactLog.at, ContactLog.id)
    )
