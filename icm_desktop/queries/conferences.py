"""Meetings of the team, and one of them in full."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sqlalchemy import Select, func, select

from db.models.conferences import ConferenceAttendee, ConferenceCase, TeamConference
from db.models.plan import Task
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.care_plan import task_days
from icm_desktop.contracts.conferences import Attendee, CaseRow, CaseTask, Conference, ConferenceRow
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.owner_names import owner_of

MOST = 500


@requires(Privilege.CLINICAL_READ)
def conferences(uow: UnitOfWork, patient_id: int | None = None) -> tuple[ConferenceRow, ...]:
    """Meetings, the latest first; of a patient only those they were talked about."""
    wanted = select(TeamConference).where(TeamConference.removed_at.is_(None))
    if patient_id is not None:
        mine = select(ConferenceCase.team_conference_id).where(
            ConferenceCase.patient_id == patient_id, ConferenceCase.removed_at.is_(None)
        )
        wanted = wanted.where(TeamConference.id.in_(mine))
    return _rows(uow, wanted.order_by(TeamConference.held_on.desc(), TeamConference.id.desc()).limit(MOST))


@requires(Privilege.CLINICAL_READ)
def conference(uow: UnitOfWork, conference_id: int) -> Conference:
    """A meeting with who took part and its cases.

    Raises:
        NotFound: conferences.unknown.
    """
    wanted = select(TeamConference).where(TeamConference.id == conference_id, TeamConference.removed_at.is_(None))
    stored = uow.session.scalars(wanted).first()
    if stored is None:
        raise NotFound("conferences.unknown")
    people = select(ConferenceAttendee).where(
        ConferenceAttendee.team_conference_id == conference_id, ConferenceAttendee.removed_at.is_(None)
    )
    attendees = tuple(
        Attendee(row.name, row.user_id, row.role_text, row.id)
        for row in uow.session.scalars(people.order_by(ConferenceAttendee.id))
    )
    (row,) = _rows(uow, wanted)
    due = uow.today + dt.timedelta(days=task_days())
    return Conference(row, stored.note, attendees, _cases(uow, conference_id), due)


def _rows(uow: UnitOfWork, wanted: Select[TeamConference]) -> tuple[ConferenceRow, ...]:
    stored = uow.session.scalars(wanted).all()
    ids = {row.id for row in stored}
    counts = []
    for model in (ConferenceAttendee, ConferenceCase):
        counted = (
            select(model.team_conference_id, func.count())
            .where(model.team_conference_id.in_(among(ids)), model.removed_at.is_(None))
            .group_by(model.team_conference_id)
        )
        counts.append({row[0]: row[1] for row in uow.session.execute(counted)})
    return tuple(
        ConferenceRow(
            row.id, row.version, row.title, row.held_on, row.starts_at, row.how, row.place,
            counts[0].get(row.id, 0), counts[1].get(row.id, 0),
        )
        for row in stored
    )  # fmt: skip


def _cases(uow: UnitOfWork, conference_id: int) -> tuple[CaseRow, ...]:
    kept = select(ConferenceCase).where(
        ConferenceCase.team_conference_id == conference_id, ConferenceCase.removed_at.is_(None)
    )
    stored = uow.session.scalars(kept.order_by(ConferenceCase.position, ConferenceCase.id)).all()
    whose = heads(uow, {row.patient_id for row in stored})
    tasks = select(Task).where(
        Task.conference_case_id.in_(among({row.id for row in stored})), Task.removed_at.is_(None)
    )
    done: dict[int | None, list[CaseTask]] = defaultdict(list)
    for task in uow.session.scalars(tasks.order_by(Task.id)):
        shown = CaseTask(task.text or "", owner_of(task), task.due_on, task.status or "requested", task.id)
        done[task.conference_case_id].append(shown)
    return tuple(
        CaseRow(row.id, row.version, whose[row.patient_id], row.question, row.decision, row.reason, tuple(done[row.id]))
        for row in stored
        if row.patient_id in whose
    )
