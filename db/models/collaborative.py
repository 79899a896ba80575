"""Collaborative care: what the psychiatric consultant recommended and what became of it; plans to prevent a relapse."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base
from db.models.plan import Owned


class CaseRecommendation(Audited, Owned, Base):
    """One recommendation of a case review. `status`: open, done, not-done, superseded.

    `kind` and `to_role` are of resources/content/caseload/treat_to_target.toml; the owner is set when it goes to one
    person. `given_by`: the consultant, who may be no user. `basis`: scores and weeks as they were that day.
    """

    __tablename__ = "case_recommendation"
    __table_args__ = (
        Index("ix_case_recommendation_given_on", "given_on"),
        Index("ix_case_recommendation_due_on", "due_on", sqlite_where=text("status = 'open' AND removed_at IS NULL")),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    to_role: Mapped[str]
    given_on: Mapped[dt.date]
    given_by: Mapped[str]
    due_on: Mapped[dt.date | None]
    status: Mapped[str]
    outcome_on: Mapped[dt.date | None]
    outcome_by: Mapped[str | None]
    outcome_reason: Mapped[str | None]
    superseded_by_id: Mapped[int | None] = mapped_column(ForeignKey("case_recommendation.id"))
    basis: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))


class RelapsePlan(Audited, Base):
    """A version of the plan to prevent a relapse; its words never change, the highest number is the one in use.

    `words`: text by part of resources/content/caseload/treat_to_target.toml. `agreed_by`: who signed it with us.
    """

    __tablename__ = "relapse_plan"
    __table_args__ = (Index("ix_relapse_plan_check_on", "check_on"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    number: Mapped[int]
    language: Mapped[str]
    words: Mapped[dict[str, str]] = mapped_column(JSON)
    check_on: Mapped[dt.date]
    agreed_on: Mapped[dt.date]
    agreed_by: Mapped[str]
    agreed_how: Mapped[str]
    written_by: Mapped[str]
    reason: Mapped[str | None]
