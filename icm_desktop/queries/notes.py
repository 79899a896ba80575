"""The notes of a patient, and what waits for the user to be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Integer, Select, bindparam, func, select

from db.models.access import UserAccount
from db.models.clinical import Observation
from db.models.notes import CareNote, CareNoteReader
from db.models.scheduling import ServiceRequest
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content.team import sensitive_kinds
from icm_desktop.contracts.notes import MayBeAddressed, NoteLinks, NoteReader, NoteRow, PatientNotes
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.care_plan import ordered_goals
from icm_desktop.queries.labels import labels
from icm_desktop.queries.note_access import NOT_GRANTED, access, granted_kinds, readable
from icm_desktop.queries.people import colleagues
from icm_desktop.queries.team import members

_RESULTS = 30


@requires(Privilege.CLINICAL_READ)
def notes(uow: UnitOfWork, patient_id: int) -> PatientNotes:
    """The notes the user may read, the newest first; words of sensitive ones are read by opening them.

    Sensitive notes a user was not given do not show at all; of those the patient holds back there is a number.
    """
    may = access(uow, patient_id)
    theirs = CareNote.patient_id == patient_id
    shown = select(CareNote).where(theirs, CareNote.removed_at.is_(None), CareNote.amends_id.is_(None))
    wanted = shown.where(readable(uow, may.open_kinds))
    stored = uow.session.scalars(wanted.order_by(CareNote.written_at.desc(), CareNote.id.desc())).all()
    back = [kind for kind, why in may.closed if why != NOT_GRANTED]
    counted = (
        select(CareNote.kind, func.count())
        .where(theirs, CareNote.removed_at.is_(None), CareNote.amends_id.is_(None), CareNote.kind.in_(back))
        .where(~readable(uow, may.open_kinds), CareNote.status != MISTAKEN)
        .group_by(CareNote.kind)
    )
    held = tuple((kind, count) for kind, count in uow.session.execute(counted)) if back else ()
    return PatientNotes(rows_of(uow, stored), may, held)


@requires(Privilege.CLINICAL_READ)
def rows_of(uow: UnitOfWork, stored: Sequence[CareNote]) -> tuple[NoteRow, ...]:
    """Notes as lists show them."""
    ids = {row.id for row in stored}
    readers, amended = _readers(uow, ids), _amended(uow, ids)
    pointed = [("goal", row.goal_id) for row in stored] + [
        ("service_request", row.service_request_id) for row in stored
    ]
    names = labels(uow, [(table, row_id) for table, row_id in pointed if row_id is not None])
    results = _results(uow, {row.observation_id for row in stored if row.observation_id is not None})
    found = []
    for row in stored:
        sensitive, mine = row.kind in sensitive_kinds(), row.author_user_id == uow.actor.user_id
        about = (
            names.get(("goal", row.goal_id or 0)) or names.get(("service_request", row.service_request_id or 0))
            or results.get(row.observation_id or 0)
        )  # fmt: skip
        unread = any(one.user_id == uow.actor.user_id and one.read_at is None for one in readers[row.id])
        found.append(
            NoteRow(
                row.id, row.version, row.kind, sensitive, "" if sensitive else row.text, row.author, mine,
                row.written_at, tuple(readers[row.id]), unread and row.status != MISTAKEN, amended.get(row.id, 0),
                row.status == MISTAKEN, about,
            )
        )  # fmt: skip
    return tuple(found)


def _readers(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, list[NoteReader]]:
    found: dict[int, list[NoteReader]] = defaultdict(list)
    wanted = (
        select(CareNoteReader.care_note_id, CareNoteReader.user_id, UserAccount.display_name, CareNoteReader.read_at)
        .join(UserAccount, UserAccount.id == CareNoteReader.user_id)
        .where(CareNoteReader.care_note_id.in_(among(set(ids))), CareNoteReader.removed_at.is_(None))
        .order_by(CareNoteReader.id)
    )
    for note_id, user_id, name, read_at in uow.session.execute(wanted):
        found[note_id].append(NoteReader(user_id, name, read_at))
    return found


def _amended(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, int]:
    counted = (
        select(CareNote.amends_id, func.count())
        .where(CareNote.amends_id.in_(among(set(ids))), CareNote.removed_at.is_(None))
        .group_by(CareNote.amends_id)
    )
    return {note_id: count for note_id, count in uow.session.execute(counted) if note_id is not None}


def _results(uow: UnitOfWork, ids: set[int]) -> dict[int, str]:
    wanted = select(Observation.id, Observation.code, Observation.text).where(Observation.id.in_(among(ids)))
    return {row.id: codes.result_name(row.code, row.text) for row in uow.session.execute(wanted)} if ids else {}


@requires(Privilege.SIGN_IN)
def unread(uow: UnitOfWork) -> tuple[tuple[int, int], ...]:
    """The notes addressed to the user that they have not read, (note, patient), the oldest first.

    One the user may no longer read is none of them.
    """
    mine = {"me": uow.actor.user_id}
    waiting = [(row.id, row.patient_id, row.kind) for row in uow.session.execute(_unread(), mine)]
    closed = {
        (patient_id, kind)
        for patient_id in {patient_id for _, patient_id, kind in waiting if kind in sensitive_kinds()}
        for kind, _ in access(uow, patient_id).closed
    }
    return tuple((note_id, patient_id) for note_id, patient_id, kind in waiting if (patient_id, kind) not in closed)


@cache
def _unread() -> Select[int, int, str]:
    return (
        select(CareNote.id, CareNote.patient_id, CareNote.kind)
        .join(CareNoteReader, CareNoteReader.care_note_id == CareNote.id)
        .where(CareNoteReader.user_id == bindparam("me", type_=Integer), CareNoteReader.read_at.is_(None))
        .where(CareNoteReader.removed_at.is_(None), CareNote.removed_at.is_(None), CareNote.status != MISTAKEN)
        .order_by(CareNote.id)
    )


@requires(Privilege.CLINICAL_READ)
def links(uow: UnitOfWork, patient_id: int) -> NoteLinks:
    """Goals, open referrals and the latest results a note can be linked to."""
    goals = [(row.id, row.words or row.text or "") for row in ordered_goals(uow, patient_id)]
    referrals = select(ServiceRequest.id, ServiceRequest.text, ServiceRequest.to_text).where(
        ServiceRequest.patient_id == patient_id, ServiceRequest.is_referral.is_(True),
        ServiceRequest.removed_at.is_(None), ServiceRequest.closed_on.is_(None),
    )  # fmt: skip
    results = (
        select(Observation.id, Observation.code, Observation.text, Observation.effective_when)
        .where(Observation.patient_id == patient_id, Observation.removed_at.is_(None))
        .order_by(Observation.effective_when.desc(), Observation.id.desc())
        .limit(_RESULTS)
    )
    return NoteLinks(
        tuple(goals),
        tuple((row.id, row.text or row.to_text or "") for row in uow.session.execute(referrals)),
        tuple(
            (row.id, f"{codes.result_name(row.code, row.text)} {(row.effective_when or '')[:10]}".strip())
            for row in uow.session.execute(results)
        ),
    )


@requires(Privilege.CLINICAL_READ)
def may_be_addressed(uow: UnitOfWork, patient_id: int) -> tuple[MayBeAddressed, ...]:
    """Colleagues who read clinical facts, those of the team first, with the sensitive kinds each was given."""
    on_team = {row.user_id for row in members(uow, patient_id) if row.state == "now"}
    found = [
        MayBeAddressed(one.id, one.display_name, one.id in on_team, granted_kinds(uow, one.id))
        for one in colleagues(uow)
        if one.role != "front_desk" and one.id != uow.actor.user_id
    ]
    return tuple(sorted(found, key=lambda one: (not one.on_team, one.name)))
