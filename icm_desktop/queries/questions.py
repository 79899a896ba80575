"""The questions of a patient as threads, and whether somebody may be told about a matter."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.team import TeamMember, TeamMessage, TeamQuestion
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.questions import OPEN, AskSharing, QuestionMessage, QuestionRow, SharingAnswer
from icm_desktop.domain.deadlines import days_late
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.labels import labels
from icm_desktop.queries.owner_names import owner_of
from icm_desktop.queries.team_sharing import on_file

ANSWER = "answer"


@requires(Privilege.CLINICAL_READ)
def questions(uow: UnitOfWork, patient_id: int) -> tuple[QuestionRow, ...]:
    """Every question of a patient: open ones by their due day, then the others, the latest first."""
    kept = select(TeamQuestion).where(TeamQuestion.patient_id == patient_id, TeamQuestion.removed_at.is_(None))
    stored = uow.session.scalars(kept.order_by(TeamQuestion.id.desc())).all()
    said = _messages(uow, patient_id)
    pointed = [("goal", row.goal_id) for row in stored] + [
        ("service_request", row.service_request_id) for row in stored
    ]
    names = labels(uow, [(table, row_id) for table, row_id in pointed if row_id is not None])
    rows = [_row(uow, row, tuple(said[row.id]), names) for row in stored]
    open_ones = sorted((row for row in rows if row.status == OPEN), key=lambda row: (row.due_on is None, row.due_on))
    return (*open_ones, *(row for row in rows if row.status != OPEN))


@requires(Privilege.CLINICAL_READ)
def sharing(uow: UnitOfWork, asked: AskSharing) -> SharingAnswer:
    """Whether a member of the team may be told about a topic, by what is on file today.

    Raises:
        NotFound: team.unknown.
    """
    member = uow.session.get(TeamMember, asked.member_id)
    if member is None or member.removed_at is not None or member.patient_id != asked.patient_id:
        raise NotFound("team.unknown", "member_id")
    found = on_file(uow, asked.patient_id).sharing(asked.topic, member.kind, member.name, member.patient_contact_id)
    return SharingAnswer(found.allowed, f"sharing.{found.why}")


def _messages(uow: UnitOfWork, patient_id: int) -> dict[int, list[QuestionMessage]]:
    wanted = (
        select(TeamMessage, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == TeamMessage.created_by_id)
        .where(TeamMessage.patient_id == patient_id, TeamMessage.removed_at.is_(None))
        .order_by(TeamMessage.at, TeamMessage.id)
    )
    found: dict[int, list[QuestionMessage]] = defaultdict(list)
    for row, by in uow.session.execute(wanted):
        found[row.team_question_id].append(QuestionMessage(row.kind, row.at, row.channel, row.said_by, by, row.text))
    return found


def _row(
    uow: UnitOfWork, row: TeamQuestion, said: tuple[QuestionMessage, ...], names: dict[tuple[str, int], str]
) -> QuestionRow:
    answers = [one.text for one in said if one.kind == ANSWER]
    late = days_late(row.due_on, uow.today) if row.due_on is not None and row.status == OPEN else 0
    return QuestionRow(
        id=row.id, version=row.version, member_id=row.team_member_id, asked_name=row.asked_name,
        asked_kind=row.asked_kind, channel=row.channel, question=row.question, topic=row.topic, asked_on=row.asked_on,
        due_on=row.due_on, days_late=late, status=row.status, answered_on=row.answered_on,
        answer=answers[-1] if answers else None, next_step=row.next_step, shared_reason=row.shared_reason,
        owner=owner_of(row),
        about=names.get(("goal", row.goal_id or 0)) or names.get(("service_request", row.service_request_id or 0)),
        messages=said,
    )  # fmt: skip
