"""Meetings of the team: who took part, cases with their decision, and tasks that come of them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.models.conferences import ConferenceAttendee, ConferenceCase, TeamConference
from db.models.plan import Task
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.conferences import (
    Attendee,
    CaseTask,
    ConferenceSaved,
    RemoveCase,
    SaveCase,
    SaveConference,
)
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import cleaning
from icm_desktop.services.person_rows import patient_of
from icm_desktop.services.plan_input import write_owner

HOW = ("in_person", "phone", "video")
_LONGEST = 4000
_FIRST, _AHEAD = dt.date(2000, 1, 1), dt.timedelta(days=366)


@requires(Privilege.CLINICAL_WRITE)
def save(uow: UnitOfWork, request: SaveConference) -> ConferenceSaved:
    """Add a meeting, or change it and who took part.

    Raises:
        NotFound: conferences.unknown.
        Conflict: conferences.changed_meanwhile.
        Invalid: conferences.no_title, bad_day, bad_time, bad_how, nobody; registration.too_long.
    """
    row = _meeting(uow, request.conference_id, request.expected_version) or TeamConference()
    title = cleaning.line("title", request.title)
    if not title:
        raise Invalid("conferences.no_title", "title")
    if not _FIRST <= request.held_on <= uow.today + _AHEAD:
        raise Invalid("conferences.bad_day", "held_on")
    if request.how not in HOW:
        raise Invalid("conferences.bad_how", "how")
    row.title, row.held_on, row.how = title, request.held_on, request.how
    row.starts_at, row.place = _time(request.starts_at), cleaning.line("place", request.place)
    row.note = cleaning.note("note", request.note, _LONGEST)
    uow.session.add(row)
    uow.session.flush()
    _write_attendees(uow, row, request.attendees)
    return _saved(uow, row.id)


@requires(Privilege.CLINICAL_WRITE)
def save_case(uow: UnitOfWork, request: SaveCase) -> ConferenceSaved:
    """Put a patient on a meeting, or note what was decided and why; each new task is work on Today.

    Raises:
        NotFound: conferences.unknown, patients.unknown.
        Conflict: conferences.changed_meanwhile.
        Invalid: conferences.twice, reason_missing, task_empty, bad_due; plans.no_such_owner, plans.owner_missing;
            registration.too_long.
    """
    _meeting(uow, request.conference_id)
    patient_of(uow, request.patient_id)
    row = _case(uow, request.case_id, request.expected_version) if request.case_id is not None else _new(uow, request)
    row.question = cleaning.note("question", request.question, _LONGEST)
    row.decision = cleaning.note("decision", request.decision, _LONGEST)
    row.reason = cleaning.note("reason", request.reason, _LONGEST)
    if row.decision and not row.reason:
        raise Invalid("conferences.reason_missing", "reason")
    uow.session.add(row)
    uow.session.flush()
    for task in request.new_tasks:
        _add_task(uow, row, task)
    return _saved(uow, row.team_conference_id, row)


@requires(Privilege.CLINICAL_WRITE)
def remove_case(uow: UnitOfWork, request: RemoveCase) -> ConferenceSaved:
    """Take a patient off a meeting; what was given as a task stays.

    Raises:
        NotFound: conferences.unknown.
        Conflict: conferences.changed_meanwhile.
    """
    row = _case(uow, request.case_id, request.expected_version)
    row.removed_at = uow.now
    return _saved(uow, row.team_conference_id, row)


def _write_attendees(uow: UnitOfWork, row: TeamConference, wanted: tuple[Attendee, ...]) -> None:
    named = [(cleaning.line("attendees", one.name), one) for one in wanted]
    if not any(name for name, _ in named):
        raise Invalid("conferences.nobody", "attendees")
    kept = select(ConferenceAttendee).where(
        ConferenceAttendee.team_conference_id == row.id, ConferenceAttendee.removed_at.is_(None)
    )
    there = {(one.user_id, one.name): one for one in uow.session.scalars(kept)}
    keys = set()
    for name, one in named:
        if not name or (key := (one.user_id, name)) in keys:
            continue
        keys.add(key)
        stored = there.get(key) or ConferenceAttendee(team_conference_id=row.id, user_id=one.user_id, name=name)
        stored.role_text = cleaning.line("attendees", one.role_text)
        uow.session.add(stored)
    for key, gone in there.items():
        if key not in keys:
            gone.removed_at = uow.now


def _add_task(uow: UnitOfWork, row: ConferenceCase, wanted: CaseTask) -> None:
    text = cleaning.line("task", wanted.text, 1000)
    if not text:
        raise Invalid("conferences.task_empty", "task")
    if wanted.due_on is None or wanted.due_on < uow.today:
        raise Invalid("conferences.bad_due", "task_due")
    task = Task(
        patient_id=row.patient_id, text=text, status="requested", due_on=wanted.due_on, conference_case_id=row.id,
        recorded_when=uow.today.isoformat(), author=uow.actor.name,
    )  # fmt: skip
    write_owner(uow, task, wanted.owner, row.patient_id)
    uow.session.add(task)


def _time(typed: str | None) -> str | None:
    if not (text := (typed or "").strip()):
        return None
    try:
        return dt.time.fromisoformat(text).strftime("%H:%M")
    except ValueError:
        raise Invalid("conferences.bad_time", "starts_at") from None


def _new(uow: UnitOfWork, request: SaveCase) -> ConferenceCase:
    same = select(func.count()).where(
        ConferenceCase.team_conference_id == request.conference_id, ConferenceCase.removed_at.is_(None)
    )
    if uow.session.scalar(same.where(ConferenceCase.patient_id == request.patient_id)):
        raise Invalid("conferences.twice", "patient_id")
    place = uow.session.scalar(same) or 0
    return ConferenceCase(team_conference_id=request.conference_id, patient_id=request.patient_id, position=place)


def _meeting(uow: UnitOfWork, conference_id: int | None, version: int | None = None) -> TeamConference | None:
    if conference_id is None:
        return None
    row = uow.session.get(TeamConference, conference_id)
    if row is None or row.removed_at is not None:
        raise NotFound("conferences.unknown")
    if version is not None and row.version != version:
        raise Conflict("conferences.changed_meanwhile")
    return row


def _case(uow: UnitOfWork, case_id: int, version: int) -> ConferenceCase:
    row = uow.session.get(ConferenceCase, case_id)
    if row is None or row.removed_at is not None:
        raise NotFound("conferences.unknown")
    if row.version != version:
        raise Conflict("conferences.changed_meanwhile")
    return row


def _saved(uow: UnitOfWork, conference_id: int, case: ConferenceCase | None = None) -> ConferenceSaved:
    uow.session.flush()
    whose = case.patient_id if case is not None else None
    changes = Changes.of("conference", "task", "worklist", patient_id=whose, action_id=uow.action_id)
    return ConferenceSaved(conference_id, changes, case.id if case is not None else None)
