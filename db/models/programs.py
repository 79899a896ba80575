"""Care-management programs: who is in one with which consent, and the minutes spent. Nothing here is a claim."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class ProgramEnrolment(Audited, Base):
    """A patient in a program of resources/content/programs. `status`: active, on_hold, ended, or declined.

    `consent_by`: who gave it (the patient, or a representative by name); `consent_how`: verbal or written;
    `consent_taken_by`: who asked. `gates`: {gate of the program: day somebody said it is met}.
    """

    __tablename__ = "program_enrolment"
    __table_args__ = (
        Index("ix_program_enrolment_patient_id_program", "patient_id", "program"),
        Index("ix_program_enrolment_status_program", "status", "program"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    program: Mapped[str]
    status: Mapped[str]
    enrolled_on: Mapped[dt.date]
    practitioner: Mapped[str | None]
    consent_on: Mapped[dt.date | None]
    consent_by: Mapped[str | None]
    consent_how: Mapped[str | None]
    consent_taken_by: Mapped[str | None]
    gates: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    ended_on: Mapped[dt.date | None]
    reason: Mapped[str | None]


class TimeEntry(Audited, Base):
    """Time one person spent for one patient, within one local day. `program` is None when it counts for none.

    `role`: that of the person then. `activity`: chart, call, task, conference or other. `source`: captured or typed.
    `reason`: why it was typed or changed.
    """

    __tablename__ = "time_entry"
    __table_args__ = (
        Index("ix_time_entry_user_id_starts_at", "user_id", "starts_at"),
        Index("ix_time_entry_patient_id_starts_at", "patient_id", "starts_at"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    role: Mapped[str]
    program: Mapped[str | None]
    activity: Mapped[str]
    source: Mapped[str]
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    reason: Mapped[str | None]
    note: Mapped[str | None]
