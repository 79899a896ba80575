"""What proof needs beside the records: what an hour costs, what a program costs besides, surveys, imported tables."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class HourlyRate(Audited, Base):
    """What an hour of somebody in a role costs the practice, from a day on; the newest of each role counts."""

    __tablename__ = "hourly_rate"

    role: Mapped[str]
    amount: Mapped[float] = mapped_column(Float)
    starts_on: Mapped[dt.date]


class ProgramExpense(Audited, Base):
    """What a program costs beside the time of people: software, rooms ...; each month from one day to another."""

    __tablename__ = "program_expense"

    what: Mapped[str]
    per_month: Mapped[float] = mapped_column(Float)
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date | None]


class ClassificationTable(Audited, Base):
    """A table a practice brought: for each diagnosis code its shares. `kind`: emergency; the newest counts.

    `rows`: code without a dot to [non-emergent, treatable in primary care, preventable, not preventable].
    """

    __tablename__ = "classification_table"

    kind: Mapped[str]
    name: Mapped[str]
    rows: Mapped[dict[str, Any]] = mapped_column(JSON)


class SurveyAnswer(Audited, Base):
    """A survey that came back without a name. It points at no patient; `practitioner_id`: whom it is about, if said.

    `answers`: by item; `scores`: {score: [value, of]}, as `domain.instruments` counts them.
    """

    __tablename__ = "survey_answer"
    __table_args__ = (Index("ix_survey_answer_answered_on", "answered_on"),)

    instrument: Mapped[str]
    instrument_version: Mapped[str]
    answered_on: Mapped[dt.date]
    language: Mapped[str]
    mode: Mapped[str]
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    scores: Mapped[dict[str, Any]] = mapped_column(JSON)
