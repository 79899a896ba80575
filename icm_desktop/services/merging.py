"""Merging two records of one person, and taking that back, at once or days later."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, select

from db import undo as acts
from db.errors import DatabaseProblem
from db.models.audit import Action, AuditEvent
from db.models.base import Base
from db.models.patient import Patient, PatientMerge
from db.repositories.imports import import_lock
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.duplicates import Merged, MergePatients
from icm_desktop.domain.merge_fields import TAKEABLE
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.owned_rows import owned
from icm_desktop.services.matching.joining import join
from icm_desktop.services.matching.moving import move_decisions, move_rows, move_sources, place_drafts
from icm_desktop.services.source_differences import ask_between_sources

KINDS = (
    "patient", "duplicates", "appointment", "referral", "goal", "plan_action", "task", "contact", "chart", "document",
    "care_team", "worklist", "note", "handout", "difference",
)  # fmt: skip


@requires(Privilege.MERGE)
def merge(uow: UnitOfWork, request: MergePatients) -> Merged:
    """Make two records one: everything of the source goes to the survivor, and the source is removed, not deleted.

    Raises:
        Invalid: merging.same_record; merging.not_to_take.
        NotFound: patients.unknown.
        Conflict: merging.changed_meanwhile when one of them is not as it was shown; merging.import_running.
    """
    source, survivor = _both(uow, request)
    _refuse_during_import(uow)
    join(uow, source, survivor, request.take)
    moved = move_rows(uow, source.id, survivor.id)
    move_sources(uow, source.id, survivor.id)
    move_decisions(uow, source.id, survivor.id)
    source.removed_at, source.merged_into_id = uow.now, survivor.id
    survivor.updated_at = uow.now  # forms that are open on it must be read again
    row = PatientMerge(
        survivor_id=survivor.id, merged_id=source.id, at=uow.now, by_user_id=uow.actor.user_id, reason=request.reason
    )
    row.moved = {"rows": dict(moved), "action": uow.action_id, "drafts": _draft_ids(uow, source.id)}
    uow.session.add(row)
    uow.session.flush()
    place_drafts(uow, row)
    ask_between_sources(uow, [survivor.id])
    head = heads(uow, [survivor.id])[survivor.id]
    changes = Changes.of(*KINDS, patient_id=survivor.id, action_id=uow.action_id)
    return Merged(row.id, head, source.record_number, tuple(sorted(moved.items())), changes)


@requires(Privilege.MERGE)
def undo_merge(uow: UnitOfWork, merge_id: int) -> Merged:
    """Take a merge back, however long ago: both records are again as they were.

    Raises:
        NotFound: merging.unknown.
        Conflict: merging.already_undone; merging.changed_since when rows that were moved have been changed or used
            since; merging.import_running.
    """
    row = uow.session.get(PatientMerge, merge_id)
    if row is None:
        raise NotFound("merging.unknown")
    if row.removed_at is not None:
        raise Conflict("merging.already_undone")
    _refuse_during_import(uow)
    try:
        acts.undo(uow, _standing_act(uow, int((row.moved or {})["action"])))
    except DatabaseProblem as problem:
        raise Conflict("merging.changed_since") from problem
    settle_undone(uow, row)
    source = uow.session.get_one(Patient, row.merged_id)
    head = heads(uow, [row.survivor_id])[row.survivor_id]
    changes = Changes.of(*KINDS, action_id=uow.action_id)
    return Merged(row.id, head, source.record_number, tuple((row.moved or {})["rows"].items()), changes)


@requires(Privilege.MERGE)
def settle(uow: UnitOfWork, action_id: int) -> None:
    """What undo and redo of a merge, whichever way they came, have to see to besides the rows themselves."""
    chosen = select(AuditEvent.object_id).where(
        AuditEvent.action_id == action_id, AuditEvent.object_kind == PatientMerge.__tablename__
    )
    for merge_id in uow.session.scalars(chosen.distinct()).all():
        row = uow.session.get(PatientMerge, merge_id, populate_existing=True)
        if row is not None and row.removed_at is not None:
            settle_undone(uow, row)
        elif row is not None:
            row.undone_at = None
            place_drafts(uow, row)


@requires(Privilege.MERGE)
def settle_undone(uow: UnitOfWork, row: PatientMerge) -> None:
    """Refuse when something new hangs on what goes back, else note when the merge was undone and give drafts back.

    Raises:
        Conflict: merging.changed_since.
    """
    row.undone_at = uow.now
    uow.session.flush()
    if any(_new_on_old(uow, row)):
        raise Conflict("merging.changed_since")
    place_drafts(uow, row)


def _standing_act(uow: UnitOfWork, action_id: int) -> int:
    """The act that holds now: the merge itself, or the redo of it after an undo."""
    while True:
        undone = uow.session.scalar(select(Action.id).where(Action.undo_of == action_id))
        again = None if undone is None else uow.session.scalar(select(Action.id).where(Action.undo_of == undone))
        if again is None:
            return action_id
        action_id = again


def _both(uow: UnitOfWork, request: MergePatients) -> tuple[Patient, Patient]:
    if request.source_id == request.survivor_id:
        raise Invalid("merging.same_record")
    if not set(request.take) <= set(TAKEABLE):
        raise Invalid("merging.not_to_take")
    found = []
    for patient_id, version in (
        (request.source_id, request.source_version),
        (request.survivor_id, request.survivor_version),
    ):
        patient = uow.session.get(Patient, patient_id)
        if patient is None or patient.removed_at is not None:
            raise NotFound("patients.unknown")
        if patient.version != version:
            raise Conflict("merging.changed_meanwhile")
        found.append(patient)
    return found[0], found[1]


def _refuse_during_import(uow: UnitOfWork) -> None:
    """An import that is running has already decided which record its rows go to."""
    lock = import_lock(uow.database)
    if not lock.take():
        raise Conflict("merging.import_running")
    lock.release()


def _draft_ids(uow: UnitOfWork, patient_id: int) -> list[int]:
    drafts = Base.metadata.tables["draft"]
    return list(uow.session.scalars(select(drafts.c.id).where(drafts.c.patient_id == patient_id)))


def _new_on_old(uow: UnitOfWork, row: PatientMerge) -> Iterator[bool]:
    """For each link between two records of a patient: whether one of the survivor's hangs on one of the other's."""
    for child, column, owner in _links():
        parent = owner.alias("parent")
        hanging = (
            select(child.c.id)
            .join(parent, column == parent.c.id)
            .where(child.c.patient_id == row.survivor_id, parent.c.patient_id == row.merged_id)
        )
        if "removed_at" in child.c:
            hanging = hanging.where(child.c.removed_at.is_(None))
        yield uow.session.scalar(hanging.limit(1)) is not None


@cache
def _links() -> tuple[tuple[Table, Column[Any], Table], ...]:
    tables = {kind.__tablename__ for kind in owned()}
    return tuple(
        (table, link.parent, link.column.table)
        for table in Base.metadata.sorted_tables
        if table.name in tables
        for link in table.foreign_keys
        if link.column.table.name in tables
    )


def was_merge(act: Action) -> bool:
    """Whether an act is a merge, so that taking it back needs `settle`."""
    return act.name == "services.merging.merge"
