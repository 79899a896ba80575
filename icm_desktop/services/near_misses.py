"""Errors and near misses: noted by anybody, followed up by one person, reviewed and closed by those who may."""

from __future__ import annotations

import datetime as dt

from db.models.access import UserAccount
from db.models.conferences import NearMiss
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import team as content
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.near_misses import (
    CLOSED,
    OPEN,
    REVIEWED,
    FollowUpNearMiss,
    NearMissSaved,
    NoteNearMiss,
    SetNearMissStatus,
)
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.services import cleaning
from icm_desktop.services.person_rows import patient_of

_LONGEST = 4000
_OLDEST = dt.date(2000, 1, 1)
_LATEST = dt.timedelta(days=3 * 366)
_NEXT: dict[str, frozenset[str]] = {
    OPEN: frozenset({REVIEWED, CLOSED}),
    REVIEWED: frozenset({CLOSED, OPEN}),
    CLOSED: frozenset({OPEN}),
}


@requires(Privilege.NEAR_MISS_NOTE)
def note(uow: UnitOfWork, request: NoteNearMiss) -> NearMissSaved:
    """Note an error or near miss in seconds: a kind and a line are enough.

    Raises:
        NotFound: patients.unknown.
        Invalid: near_misses.no_such_kind, empty, bad_day, due_past, due_too_far; team.no_such_user;
            registration.too_long.
    """
    if request.patient_id is not None:
        patient_of(uow, request.patient_id)
    row = NearMiss(patient_id=request.patient_id, status=OPEN)
    _write(uow, row, request.kind, request.text, request.happened_on or uow.today)
    row.reached_patient = request.reached_patient
    _give(uow, row, request.owner_id, request.due_on)
    uow.session.add(row)
    return _saved(uow, row)


@requires(Privilege.NEAR_MISS_READ)
def follow_up(uow: UnitOfWork, request: FollowUpNearMiss) -> NearMissSaved:
    """Say who looks after it until when, and what was changed.

    Raises:
        NotFound: near_misses.unknown.
        Conflict: near_misses.changed_meanwhile, near_misses.is_closed.
        Invalid: as in `note`.
    """
    row = _as_read(uow, request.near_miss_id, request.expected_version)
    if row.status == CLOSED:
        raise Conflict("near_misses.is_closed")
    _write(uow, row, request.kind, request.text, request.happened_on)
    row.reached_patient = request.reached_patient
    _give(uow, row, request.owner_id, request.due_on)
    row.changed_text = cleaning.note("changed_text", request.changed_text, _LONGEST)
    return _saved(uow, row)


@requires(Privilege.NEAR_MISS_REVIEW)
def set_status(uow: UnitOfWork, request: SetNearMissStatus) -> NearMissSaved:
    """Review it, close it once it says what was changed, or open it again.

    Raises:
        NotFound: near_misses.unknown.
        Conflict: near_misses.changed_meanwhile, near_misses.no_such_step.
        Invalid: near_misses.nothing_changed.
    """
    row = _as_read(uow, request.near_miss_id, request.expected_version)
    if request.status not in _NEXT.get(row.status, frozenset()):
        raise Conflict("near_misses.no_such_step")
    if request.status == CLOSED and not row.changed_text:
        raise Invalid("near_misses.nothing_changed", "changed_text")
    if request.status in (REVIEWED, CLOSED) and row.reviewed_on is None:
        row.reviewed_on, row.reviewed_by_id = uow.today, uow.actor.user_id
    row.status, row.closed_on = request.status, uow.today if request.status == CLOSED else None
    if request.status == OPEN:
        row.reviewed_on = row.reviewed_by_id = None
    return _saved(uow, row)


def _write(uow: UnitOfWork, row: NearMiss, kind: str, text: str, happened_on: dt.date) -> None:
    if kind not in content.codes("near_miss_kind"):
        raise Invalid("near_misses.no_such_kind", "kind")
    kept = cleaning.note("text", text, _LONGEST)
    if not kept:
        raise Invalid("near_misses.empty", "text")
    if not _OLDEST <= happened_on <= uow.today:
        raise Invalid("near_misses.bad_day", "happened_on")
    row.kind, row.text, row.happened_on = kind, kept, happened_on


def _give(uow: UnitOfWork, row: NearMiss, user_id: int | None, due_on: dt.date | None) -> None:
    if due_on is not None and due_on != row.due_on and due_on < uow.today:
        raise Invalid("near_misses.due_past", "due_on")
    if due_on is not None and due_on - uow.today > _LATEST:
        raise Invalid("near_misses.due_too_far", "due_on")
    if due_on != row.due_on:
        row.held_until = None
    row.due_on = due_on
    if user_id is None:
        row.owner_kind = row.owner_name = row.owner_user_id = None
        return
    user = uow.session.get(UserAccount, user_id)
    if user is None or ((user.disabled_at is not None or user.removed_at is not None) and user_id != row.owner_user_id):
        raise Invalid("team.no_such_user", "owner_id")
    if not allows(user.role, Privilege.NEAR_MISS_READ):
        raise Invalid("near_misses.owner_reads_none", "owner_id")
    row.owner_kind, row.owner_name, row.owner_user_id = OwnerKind.USER.value, user.display_name, user.id


def _as_read(uow: UnitOfWork, near_miss_id: int, version: int) -> NearMiss:
    row = uow.session.get(NearMiss, near_miss_id)
    if row is None or row.removed_at is not None:
        raise NotFound("near_misses.unknown")
    if row.version != version:
        raise Conflict("near_misses.changed_meanwhile")
    return row


def _saved(uow: UnitOfWork, row: NearMiss) -> NearMissSaved:
    uow.session.flush()
    changes = Changes.of("near_miss", "worklist", patient_id=row.patient_id, action_id=uow.action_id)
    return NearMissSaved(row.id, changes)
