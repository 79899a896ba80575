"""The care team of a patient as we keep it, and what was asked of whom: one thread per question."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base
from db.models.plan import Owned


class TeamMember(Audited, Base):
    """Somebody on the team around a patient, from a day and to a day.

    Who leads is `Patient.coordinator_id`, so that two never can.

    `kind`: user (inside), practitioner or organization (of the directory), contact (a person of the patient's), or
    person, by name only. `role_code` is one of resources/content/codes/care_team.toml. Phone and fax typed here stand
    in place of those of the directory. `care_team_member_id`: the imported member it was taken over from.
    """

    __tablename__ = "team_member"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    name: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"), index=True)
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    patient_contact_id: Mapped[int | None] = mapped_column(ForeignKey("patient_contact.id"))
    care_team_member_id: Mapped[int | None] = mapped_column(ForeignKey("care_team_member.id"))
    role_code: Mapped[str]
    role_text: Mapped[str | None]
    organization_text: Mapped[str | None]
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date | None]
    end_reason: Mapped[str | None]
    note: Mapped[str | None]


class TeamQuestion(Audited, Owned, Base):
    """A question put to somebody of the team; the owner waits for the answer. `status`: open, answered or withdrawn.

    `shared_reason`: why something was told although no consent on file covers it.
    """

    __tablename__ = "team_question"
    __table_args__ = (Index("ix_team_question_status_due_on", "status", "due_on"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    team_member_id: Mapped[int | None] = mapped_column(ForeignKey("team_member.id"))
    asked_name: Mapped[str]
    asked_kind: Mapped[str]
    channel: Mapped[str]
    question: Mapped[str]
    topic: Mapped[str | None]
    asked_on: Mapped[dt.date]
    due_on: Mapped[dt.date | None]
    status: Mapped[str]
    answered_on: Mapped[dt.date | None]
    next_step: Mapped[str | None]
    shared_reason: Mapped[str | None]
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    service_request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))


class TeamMessage(Audited, Base):
    """One thing said about a question. `kind`: asked, reminded, told or answer; `said_by` whose words they are."""

    __tablename__ = "team_message"

    team_question_id: Mapped[int] = mapped_column(ForeignKey("team_question.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    at: Mapped[dt.datetime]
    channel: Mapped[str]
    said_by: Mapped[str]
    text: Mapped[str]
