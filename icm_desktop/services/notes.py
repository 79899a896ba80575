"""Notes: written, addressed, opened and amended; sensitive kinds only by whom they were given to."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.models.access import UserAccount
from db.models.clinical import Observation
from db.models.notes import CareNote, CareNoteReader, NoteGrant
from db.models.plan import Goal
from db.models.scheduling import ServiceRequest
from db.repositories import care_notes
from db.unit_of_work import UnitOfWork
from icm_desktop import holding
from icm_desktop.changes import Changes
from icm_desktop.content import team as content
from icm_desktop.contracts.notes import (
    AmendNote,
    GrantsSaved,
    MistakenNote,
    NewNote,
    NoteAmendment,
    NoteSaved,
    Opened,
    OpenedNote,
    OpenInEmergency,
    SetGrants,
)
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.note_access import access, granted_kinds, grants_of
from icm_desktop.queries.notes import rows_of
from icm_desktop.services import cleaning, emergency_openings, note_words
from icm_desktop.services.person_rows import patient_of

LONGEST = 20_000
EMERGENCY = dt.timedelta(hours=1)
_SHORTEST_REASON = 10
_LONGEST_REASON = 500


@requires(Privilege.CLINICAL_WRITE)
def write(uow: UnitOfWork, request: NewNote) -> NoteSaved:
    """Write a note and address it. A sensitive kind is written only by whom it was given to, to such colleagues.

    Raises:
        NotFound: patients.unknown.
        NotAllowed: notes.not_given.
        Invalid: notes.empty, no_such_kind, no_such_reader, reader_not_given, apart_for_nobody, not_this_patient;
            registration.too_long.
    """
    patient_of(uow, request.patient_id)
    if request.kind not in content.codes("note_kind"):
        raise Invalid("notes.no_such_kind", "kind")
    if request.kind in content.given_kinds() and request.kind not in granted_kinds(uow, uow.actor.user_id):
        raise NotAllowed("notes.not_given", "kind")
    if request.kind in content.apart_kinds() and request.to_user_ids:
        raise Invalid("notes.apart_for_nobody", "to_user_ids")
    text = cleaning.note("text", request.text, LONGEST)
    if not text:
        raise Invalid("notes.empty", "text")
    note = CareNote(
        patient_id=request.patient_id, kind=request.kind, status="final", written_at=uow.now,
        author=uow.actor.name, author_user_id=uow.actor.user_id, goal_id=request.goal_id,
        service_request_id=request.referral_id, observation_id=request.result_id,
    )  # fmt: skip
    note_words.put(uow, note, text)
    _check_links(uow, note)
    uow.session.add(note)
    uow.session.flush()
    for user_id in dict.fromkeys(request.to_user_ids):
        _check_reader(uow, user_id, request.kind)
        uow.session.add(CareNoteReader(care_note_id=note.id, patient_id=note.patient_id, user_id=user_id))
    return _saved(uow, note)


@requires(Privilege.CLINICAL_READ)
def open_note(uow: UnitOfWork, note_id: int) -> OpenedNote:
    """A note in full; it counts as read by the user, and the opening of a sensitive one is recorded.

    Raises:
        NotFound: notes.unknown, also for a sensitive note the user may not read.
    """
    note = _note(uow, note_id)
    kinds = set()
    for reader in care_notes.not_read_by(uow.session, note.id, uow.actor.user_id):
        reader.read_at = uow.now
        kinds.add("note_read")
    if note.kind in content.sensitive_kinds():
        until = access(uow, note.patient_id).open_until
        detail = {"emergency": True} if until is not None else None
        uow.record("note.opened", patient_id=note.patient_id, object_kind="care_note", object_id=note.id, detail=detail)
    uow.session.flush()
    (row,) = rows_of(uow, [note])
    return OpenedNote(
        row, note_words.words(uow, note), _amendments(uow, note), Changes.of(*kinds, patient_id=note.patient_id)
    )


@requires(Privilege.CLINICAL_WRITE)
def amend(uow: UnitOfWork, request: AmendNote) -> NoteSaved:
    """Add to a note: the words before it stay, everybody it was addressed to has it before them again.

    Raises:
        NotFound: notes.unknown.
        Conflict: notes.mistaken.
        Invalid: notes.empty, reason_missing; registration.too_long.
    """
    note = _note(uow, request.note_id)
    if note.status == MISTAKEN:
        raise Conflict("notes.mistaken")
    if note.kind in content.apart_kinds() and note.author_user_id != uow.actor.user_id:
        raise NotFound("notes.unknown")
    text, reason = (
        cleaning.note("text", request.text, LONGEST),
        cleaning.line("reason", request.reason, _LONGEST_REASON),
    )
    if not text:
        raise Invalid("notes.empty", "text")
    if not reason:
        raise Invalid("notes.reason_missing", "reason")
    added = CareNote(
        patient_id=note.patient_id, kind=note.kind, status="final", reason=reason, written_at=uow.now,
        author=uow.actor.name, author_user_id=uow.actor.user_id, amends_id=note.id,
    )  # fmt: skip
    note_words.put(uow, added, text)
    uow.session.add(added)
    for reader in care_notes.other_readers(uow.session, note.id, uow.actor.user_id):
        reader.read_at = None
    return _saved(uow, note)


@requires(Privilege.CLINICAL_WRITE)
def mistaken(uow: UnitOfWork, request: MistakenNote) -> NoteSaved:
    """Say that a note was entered in error; it stays readable, struck through, with the reason in the history.

    Raises:
        NotFound: notes.unknown.
        Conflict: notes.changed_meanwhile, notes.mistaken.
        Invalid: notes.reason_missing; registration.too_long.
    """
    note = _note(uow, request.note_id)
    if note.version != request.expected_version:
        raise Conflict("notes.changed_meanwhile")
    if note.status == MISTAKEN:
        raise Conflict("notes.mistaken")
    reason = cleaning.line("reason", request.reason, _LONGEST_REASON)
    if not reason:
        raise Invalid("notes.reason_missing", "reason")
    uow.record("record.mistaken", patient_id=note.patient_id, object_kind="care_note", object_id=note.id,
               detail={"reason": reason})  # fmt: skip
    note.status, note.reason = MISTAKEN, reason
    return _saved(uow, note)


@requires(Privilege.CLINICAL_READ)
def open_in_emergency(uow: UnitOfWork, request: OpenInEmergency) -> Opened:
    """Open the sensitive notes of a patient for an hour; recorded with the reason, on Today of every administrator.

    Source: 42 CFR 2.51 (the circumstances are put on record); 45 CFR 164.312(a)(2)(ii).

    Raises:
        NotFound: patients.unknown.
        Invalid: notes.emergency_reason, notes.emergency_personnel at "personnel", notes.emergency_affiliation at
            "affiliation"; registration.too_long.
    """
    patient_of(uow, request.patient_id)
    reason = cleaning.line("reason", request.reason, _LONGEST_REASON)
    if not reason or len(reason) < _SHORTEST_REASON:
        raise Invalid("notes.emergency_reason", "reason")
    row = emergency_openings.opening(uow, request, reason, uow.now + EMERGENCY)
    uow.record("note.emergency", patient_id=row.patient_id, object_kind="emergency_access", object_id=row.id,
               detail={"reason": reason})  # fmt: skip
    return Opened(row.ends_at, Changes.of("care_note", "worklist", patient_id=row.patient_id))


@requires(Privilege.USERS)
def set_grants(uow: UnitOfWork, request: SetGrants) -> GrantsSaved:
    """Give a user sensitive kinds of notes, or take them away; every decision stays with its reason.

    Raises:
        NotFound: set_up.gone.
        Invalid: notes.no_such_kind, notes.role_reads_none; registration.too_long.
    """
    user = uow.session.get(UserAccount, request.user_id)
    if user is None or user.removed_at is not None:
        raise NotFound("set_up.gone")
    if not set(request.kinds) <= content.given_kinds().keys():
        raise Invalid("notes.no_such_kind", "kinds")
    if request.kinds and not allows(user.role, Privilege.CLINICAL_READ):
        raise Invalid("notes.role_reads_none", "kinds")
    reason = cleaning.line("reason", request.reason, _LONGEST_REASON)
    for before in grants_of(uow, user):
        if before.granted != (before.kind in request.kinds):
            uow.session.add(
                NoteGrant(user_id=user.id, kind=before.kind, granted=not before.granted, decided_at=uow.now,
                          reason=reason)
            )  # fmt: skip
    holding.hand_out(uow)
    return GrantsSaved(grants_of(uow, user), Changes.of("user", "care_note", action_id=uow.action_id))


def _note(uow: UnitOfWork, note_id: int) -> CareNote:
    """The note, if the user may read it; else it is not there."""
    note = uow.session.get(CareNote, note_id)
    if note is None or note.removed_at is not None or note.amends_id is not None:
        raise NotFound("notes.unknown")
    sensitive = note.kind in content.sensitive_kinds() and note.author_user_id != uow.actor.user_id
    if sensitive and note.kind not in access(uow, note.patient_id).open_kinds:
        raise NotFound("notes.unknown")
    return note


def _amendments(uow: UnitOfWork, note: CareNote) -> tuple[NoteAmendment, ...]:
    added = care_notes.amendments(uow.session, note.id)
    return tuple(
        NoteAmendment(note_words.words(uow, row), row.reason or "", row.author, row.written_at) for row in added
    )


def _check_links(uow: UnitOfWork, note: CareNote) -> None:
    linked: tuple[tuple[Any, int | None], ...] = (
        (Goal, note.goal_id), (ServiceRequest, note.service_request_id), (Observation, note.observation_id),
    )  # fmt: skip
    for model, row_id in linked:
        row = uow.session.get(model, row_id) if row_id is not None else None
        if row_id is not None and (row is None or row.removed_at is not None or row.patient_id != note.patient_id):
            raise Invalid("notes.not_this_patient", "about")


def _check_reader(uow: UnitOfWork, user_id: int, kind: str) -> None:
    user = uow.session.get(UserAccount, user_id)
    if user is None or user.disabled_at is not None or user.removed_at is not None:
        raise Invalid("notes.no_such_reader", "to_user_ids")
    if not allows(user.role, Privilege.CLINICAL_READ):
        raise Invalid("notes.reader_not_given", "to_user_ids", name=user.display_name)
    if kind in content.sensitive_kinds() and kind not in granted_kinds(uow, user_id):
        raise Invalid("notes.reader_not_given", "to_user_ids", name=user.display_name)


def _saved(uow: UnitOfWork, note: CareNote) -> NoteSaved:
    uow.session.flush()
    return NoteSaved(note.id, Changes.of("care_note", "worklist", patient_id=note.patient_id, action_id=uow.action_id))
