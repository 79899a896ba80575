"""What the team has going on with the sample patients for show: case reviews, relapse plans, questions, letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from db.models.team import TeamMember
from db.unit_of_work import UnitOfWork
from icm_desktop.content.sample import sample
from icm_desktop.contracts.case_review import CaseReviewFilter, Recommend, ReviewRow, SaveRelapsePlan
from icm_desktop.contracts.plan_document import MEMBER, PlanReader
from icm_desktop.contracts.questions import AnswerQuestion, AskQuestion
from icm_desktop.contracts.team_letters import ABOUT_QUESTION, KeepTeamLetter, TeamLetterRequest
from icm_desktop.domain.treat_to_target import GOOD
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.case_review import case_review
from icm_desktop.reports.team_letter import render
from icm_desktop.sample.case import SHOWN
from icm_desktop.services import case_review as reviews
from icm_desktop.services import questions, team_letters

_WHY = "Treats the patient with us; a sample"


@requires(Privilege.SETTINGS)
def record_team_work(uow: UnitOfWork) -> None:
    """Record it as of today, as far as there are patients it fits."""
    told = sample("team_work")
    rows = [row for row in case_review(uow, CaseReviewFilter()).rows if row.head.id <= SHOWN and row.may_read]
    for row, one in zip([row for row in rows if row.review.state != "not_due"], told["recommendation"], strict=False):
        due = uow.today + dt.timedelta(days=one["due_in"])
        reviews.recommend(uow, Recommend(
            row.head.id, one["kind"], one["text"], one["to_role"], told["consultant"], uow.today, due))  # fmt: skip
    better = [row for row in rows if row.plan_wanted or any(one.state in GOOD for one in row.standings)]
    for row in (better or rows)[-1:]:
        reviews.save_plan(uow, _relapse_plan(uow, row, told["relapse"]))
    for member, one in zip(_members(uow), told["question"], strict=False):
        _ask(uow, member, one)


def _relapse_plan(uow: UnitOfWork, row: ReviewRow, told: dict[str, Any]) -> SaveRelapsePlan:
    language = "es" if (row.head.language or "en").startswith("es") else "en"
    name = f"{row.head.given or ''} {row.head.family}".strip()
    check_on = uow.today + dt.timedelta(days=told["check_in"])
    return SaveRelapsePlan(row.head.id, language, told[language], check_on, name, "in_person")


def _members(uow: UnitOfWork) -> Iterator[TeamMember]:
    """One member from elsewhere of each patient, in order."""
    wanted = select(TeamMember).where(
        TeamMember.patient_id <= SHOWN, TeamMember.removed_at.is_(None), TeamMember.kind == "practitioner"
    )
    seen: set[int] = set()
    for row in uow.session.scalars(wanted.order_by(TeamMember.patient_id, TeamMember.id)).all():
        if row.patient_id not in seen:
            seen.add(row.patient_id)
            yield row


def _ask(uow: UnitOfWork, member: TeamMember, one: dict[str, Any]) -> None:
    due = uow.today + dt.timedelta(days=one["due_in"])
    asked = AskQuestion(member.patient_id, member.id, one["channel"], one["text"], due, shared_reason=_WHY)
    number = questions.ask(uow, asked).question_id
    if one.get("answer"):
        questions.answer(uow, AnswerQuestion(number, 1, one["channel"], one["answer"], next_step=one.get("next_step")))
    if one.get("letter"):
        reader = PlanReader(MEMBER, member.name, member.organization_text, member.kind)
        letter = TeamLetterRequest(member.patient_id, reader, ABOUT_QUESTION, number)
        made = render(uow, letter)
        team_letters.keep(uow, KeepTeamLetter(letter, made.content, "mail", _WHY))
