"""Worklist items of the team: answers that are due, notes to be read, near misses to follow up."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, literal_column, select

from db.models.conferences import NearMiss
from db.models.notes import CareNote
from db.models.patient import Patient
from db.models.reconciliation import MedicationReconciliation
from db.models.team import TeamQuestion
from db.models.types import IsoDate
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.notes import unread
from icm_desktop.queries.work_items import NOBODY, Found, Scope, WorkItem

_OWNER = ("owner_kind", "owner_name", "owner_user_id", "owner_practitioner_id")


@requires(Privilege.WORKLIST)
def question_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Open questions whose answer is due, for whoever waits for it."""
    if not scope.wants("question"):
        return Found((), ())
    wanted = scope.of_patients(_open_questions(), TeamQuestion.patient_id)
    return scope.settled(_question(scope, row) for row in uow.session.execute(wanted, {"day": scope.day}))


@cache
def _open_questions() -> Select[*tuple[Any, ...]]:
    columns = (TeamQuestion.id, TeamQuestion.version, TeamQuestion.patient_id, TeamQuestion.asked_name,
               TeamQuestion.asked_on, TeamQuestion.due_on, TeamQuestion.owner_kind, TeamQuestion.owner_name,
               TeamQuestion.owner_user_id, TeamQuestion.owner_practitioner_id)  # fmt: skip
    return (
        select(*columns, Patient.coordinator_id)
        .join(Patient, Patient.id == TeamQuestion.patient_id)
        .where(TeamQuestion.removed_at.is_(None), Patient.deceased.is_(False), TeamQuestion.status == "open")
        .where(TeamQuestion.due_on <= bindparam("day", type_=IsoDate))
    )


def _question(scope: Scope, row: Row[*tuple[Any, ...]]) -> WorkItem:
    return WorkItem(
        key=f"question:{row.id}", section=scope.section(row.due_on), kind="question", patient_id=row.patient_id,
        title="today.question", title_params=(("whom", row.asked_name),), neutral="today.neutral_question",
        why="today.why_question", why_params=(("asked_on", row.asked_on.isoformat()),), due=row.due_on,
        days_late=days_late(row.due_on, scope.day), owner=scope.owner(row), can_finish=False, version=row.version,
    )  # fmt: skip


@requires(Privilege.WORKLIST)
def note_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Notes addressed to the user that wait to be read; the key names the user, so that each puts off their own."""
    if not scope.clinical or not scope.wants("care_note"):
        return Found((), ())
    ids = as_text(note_id for note_id, _ in unread(uow))
    wanted = scope.of_patients(_notes(), CareNote.patient_id)
    return scope.settled(_note(scope, row) for row in uow.session.execute(wanted, {"ids": ids}))


@cache
def _notes() -> Select[*tuple[Any, ...]]:
    return select(CareNote.id, CareNote.version, CareNote.patient_id, CareNote.author, CareNote.written_at).where(
        CareNote.id.in_(listed(bindparam("ids", type_=String)))
    )


def _note(scope: Scope, row: Row[*tuple[Any, ...]]) -> WorkItem:
    day = row.written_at.astimezone(scope.uow.zone).date()
    return WorkItem(
        key=f"care_note:{row.id}:{scope.uow.actor.user_id}", section="due_today", kind="care_note",
        patient_id=row.patient_id,
        title="today.read_note", title_params=(("author", row.author),), why="today.why_note",
        why_params=(("written_on", day.isoformat()),), due=day, owner=scope.coordinator(scope.uow.actor.user_id),
        can_finish=False, version=row.version,
    )  # fmt: skip


@requires(Privilege.WORKLIST)
def reconciliation_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Comparisons of medicine lists that somebody prepared and no clinician has signed, for who may sign them."""
    if not allows(uow.actor.role, Privilege.RECONCILE) or not scope.wants("reconciliation"):
        return Found((), ())
    kept = MedicationReconciliation
    wanted = (
        select(kept.id, kept.version, kept.patient_id, kept.prepared_on, kept.prepared_by)
        .join(Patient, Patient.id == kept.patient_id)
        .where(kept.removed_at.is_(None), Patient.deceased.is_(False), kept.prepared_on <= scope.day)
        .where(kept.status == literal_column("'prepared'"))  # so that SQLite sees the index of these
    )
    return scope.settled(_reconciliation(scope, row) for row in uow.session.execute(
        scope.of_patients(wanted, kept.patient_id)))  # fmt: skip


def _reconciliation(scope: Scope, row: Row[*tuple[Any, ...]]) -> WorkItem:
    return WorkItem(
        key=f"reconciliation:{row.id}", section=scope.section(row.prepared_on), kind="reconciliation",
        patient_id=row.patient_id, title="today.sign_reconciliation", title_params=(("who", row.prepared_by),),
        why="today.why_reconciliation", why_params=(("prepared_on", row.prepared_on.isoformat()),),
        due=row.prepared_on, days_late=days_late(row.prepared_on, scope.day), can_finish=False, version=row.version,
    )  # fmt: skip


@requires(Privilege.WORKLIST)
def near_miss_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Near misses whose follow-up is due, for whoever looks after it; those nobody has yet, for who may review them.

    One that is about no patient is work of the practice.
    """
    if not allows(uow.actor.role, Privilege.NEAR_MISS_READ) or not scope.wants("near_miss"):
        return Found((), ())
    wanted = _near_misses()[: 2 if allows(uow.actor.role, Privilege.NEAR_MISS_REVIEW) else 1]
    found = [row for each in wanted for row in uow.session.execute(each, {"day": scope.day})]
    return scope.settled(_near_miss(scope, row) for row in found)


@cache
def _near_misses() -> tuple[Select[*tuple[Any, ...]], ...]:
    """Those that are due for who looks after them, and those nobody has."""
    kept = select(
        NearMiss.id, NearMiss.version, NearMiss.patient_id, NearMiss.happened_on, NearMiss.due_on, NearMiss.created_at,
        NearMiss.held_until, *(getattr(NearMiss, name) for name in _OWNER)
    ).where(NearMiss.removed_at.is_(None))  # fmt: skip
    due = NearMiss.due_on <= bindparam("day", type_=IsoDate)
    return (
        kept.where(NearMiss.status.in_(("open", "reviewed")), due, NearMiss.owner_kind.is_not(None)),
        kept.where(NearMiss.status == "open", NearMiss.owner_kind.is_(None)),
    )


def _near_miss(scope: Scope, row: Row[*tuple[Any, ...]]) -> WorkItem:
    noted = row.created_at.astimezone(scope.uow.zone).date() if row.created_at else row.happened_on
    due = row.due_on or noted
    held = row.held_until if row.held_until and row.held_until > scope.day else None
    owner = Owner(OwnerKind(row.owner_kind), row.owner_name, row.owner_user_id) if row.owner_kind else None
    return WorkItem(
        key=f"near_miss:{row.id}", section="waiting" if held else scope.section(due), kind="near_miss",
        patient_id=row.patient_id or NOBODY, title="today.near_miss" if owner else "today.near_miss_of_nobody",
        why="today.why_near_miss", why_params=(("happened_on", row.happened_on.isoformat()),), due=due,
        days_late=days_late(due, scope.day), owner=owner, held_until=held, can_finish=False, version=row.version,
    )  # fmt: skip
