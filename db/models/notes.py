"""Notes colleagues write to each other about a patient, who is to read them, and who may read the sensitive kinds."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class CareNote(Audited, Base):
    """A note; its words never change. What is added later is a note of its own with `amends_id` and the reason.

    `kind` is one of resources/content/codes/care_notes.toml, which says which kinds are sensitive. `status`: final, or
    entered-in-error. Words of a sensitive kind are in `sealed`, with the key of a compartment, and `text` is empty.
    """

    __tablename__ = "care_note"
    __table_args__ = (Index("ix_care_note_patient_id_written_at", "patient_id", "written_at"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    kind: Mapped[str]
    status: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[dt.datetime]
    author: Mapped[str]
    author_user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    amends_id: Mapped[int | None] = mapped_column(ForeignKey("care_note.id"), index=True)
    reason: Mapped[str | None]
    sealed: Mapped[bytes | None]
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    service_request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    observation_id: Mapped[int | None] = mapped_column(ForeignKey("observation.id"))


class CareNoteReader(Audited, Base):
    """Somebody a note is addressed to, and when they read it."""

    __tablename__ = "care_note_reader"
    __table_args__ = (Index("ix_care_note_reader_user_id_read_at", "user_id", "read_at"),)

    care_note_id: Mapped[int] = mapped_column(ForeignKey("care_note.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    read_at: Mapped[dt.datetime | None]


class NoteGrant(Audited, Base):
    """Whether a user may read a sensitive kind of note; the newest counts, each with the reason."""

    __tablename__ = "note_grant"

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    kind: Mapped[str]
    granted: Mapped[bool]
    decided_at: Mapped[dt.datetime]
    reason: Mapped[str | None]


class EmergencyAccess(Audited, Base):
    """Sensitive notes of one patient opened in an emergency by somebody who otherwise may not, for a while.

    `reason` is the nature of the emergency, `personnel` and `affiliation` who got to know and where they work;
    `ended_at`: the user closed them again before the time was over.
    """

    __tablename__ = "emergency_access"
    __table_args__ = (
        Index("ix_emergency_access_patient_id_user_id", "patient_id", "user_id"),
        Index("ix_emergency_access_opened_at", "opened_at"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    opened_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    reason: Mapped[str]
    personnel: Mapped[str | None]
    affiliation: Mapped[str | None]
    ended_at: Mapped[dt.datetime | None]
