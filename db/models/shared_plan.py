"""What the shared plan stands on: concerns, barriers, its written parts, and the versions people agreed to."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base
from db.models.plan import Owned


class HealthConcern(Audited, Owned, Base):
    """A problem, social need or risk the plan is about (`kind`), in the patient's words first.

    `status` is FHIR Condition.clinicalStatus: active, inactive or resolved. `condition_id`: the entry of the problem
    list it stands for.
    """

    __tablename__ = "health_concern"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    condition_id: Mapped[int | None] = mapped_column(ForeignKey("condition.id"), index=True)
    kind: Mapped[str]
    words: Mapped[str | None]
    words_language: Mapped[str | None]
    text: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="active")
    priority: Mapped[str | None]
    note: Mapped[str | None]
    noticed_on: Mapped[dt.date | None]
    ended_on: Mapped[dt.date | None]
    reason: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    sensitive: Mapped[bool] = mapped_column(default=False)


class PlanBarrier(Audited, Base):
    """What stands in the way of a goal, a concern or the whole plan. `status`: active or resolved."""

    __tablename__ = "plan_barrier"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"), index=True)
    concern_id: Mapped[int | None] = mapped_column(ForeignKey("health_concern.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    help_text: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="active")
    noticed_on: Mapped[dt.date | None]
    ended_on: Mapped[dt.date | None]
    reason: Mapped[str | None]
    sensitive: Mapped[bool] = mapped_column(default=False)


class PlanPart(Audited, Base):
    """A written part of the plan, such as strengths or whom to call in an emergency; `part` names it in the content."""

    __tablename__ = "plan_part"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    part: Mapped[str]
    text: Mapped[str | None]
    written_on: Mapped[dt.date | None]


class PlanVersion(Audited, Base):
    """The plan as it was put to the team. `content` never changes; `content_hash` is the SHA-256 of its text."""

    __tablename__ = "plan_version"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    number: Mapped[int]
    frozen_at: Mapped[dt.datetime]
    frozen_on: Mapped[dt.date]
    frozen_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    frozen_by: Mapped[str]
    reason: Mapped[str | None]
    risk: Mapped[str | None]
    review_due: Mapped[dt.date | None]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    content_hash: Mapped[bytes] = mapped_column(LargeBinary)


class PlanSignOff(Audited, Base):
    """One who was asked about a version. `party`: patient or member. `answer`: accepted, dissented, no_answer or None.

    A reply that somebody here wrote down says how it came and who wrote it (`recorded_by`).
    """

    __tablename__ = "plan_sign_off"
    __table_args__ = (  # the few that still owe an answer
        Index("ix_plan_sign_off_answer", "answer", sqlite_where=text("answer IS NULL AND removed_at IS NULL")),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    plan_version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), index=True)
    party: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"), index=True)
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    name: Mapped[str]
    role: Mapped[str | None]
    organization: Mapped[str | None]
    answer: Mapped[str | None]
    reason: Mapped[str | None]
    answered_on: Mapped[dt.date | None]
    answered_by: Mapped[str | None]
    how: Mapped[str | None]
    recorded_by: Mapped[str | None]


class PlanCopy(Audited, Base):
    """Who received a version of the plan, how and when; `handout_id`: the exact pages, where they were made here."""

    __tablename__ = "plan_copy"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    plan_version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), index=True)
    to_kind: Mapped[str]
    to_name: Mapped[str]
    to_organization: Mapped[str | None]
    how: Mapped[str]
    given_on: Mapped[dt.date]
    given_by: Mapped[str]
    without_sensitive: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None]
    handout_id: Mapped[int | None] = mapped_column(ForeignKey("handout.id"), index=True)
