"""Meetings of the team about several patients, and errors and near misses with what was changed after them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base
from db.models.plan import Owned


class TeamConference(Audited, Base):
    """A meeting of the team. `how`: in_person, phone or video."""

    __tablename__ = "team_conference"
    __table_args__ = (Index("ix_team_conference_held_on", "held_on"),)

    title: Mapped[str]
    held_on: Mapped[dt.date]
    starts_at: Mapped[str | None]
    how: Mapped[str]
    place: Mapped[str | None]
    note: Mapped[str | None]


class ConferenceAttendee(Audited, Base):
    """Somebody who took part, of the practice or from outside."""

    __tablename__ = "conference_attendee"

    team_conference_id: Mapped[int] = mapped_column(ForeignKey("team_conference.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    name: Mapped[str]
    role_text: Mapped[str | None]


class ConferenceCase(Audited, Base):
    """One patient at a meeting: what was talked about, what was decided and why. Its tasks are rows of `task`."""

    __tablename__ = "conference_case"

    team_conference_id: Mapped[int] = mapped_column(ForeignKey("team_conference.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    question: Mapped[str | None]
    decision: Mapped[str | None]
    reason: Mapped[str | None]


class NearMiss(Audited, Owned, Base):
    """An error or near miss: what happened, not who is to blame. `status`: open, reviewed or closed.

    `kind` is one of resources/content/codes/near_misses.toml. `reached_patient` None: not known.
    """

    __tablename__ = "near_miss"
    __table_args__ = (
        Index("ix_near_miss_status_due_on", "status", "due_on"),
        Index("ix_near_miss_happened_on", "happened_on"),
    )

    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    status: Mapped[str]
    happened_on: Mapped[dt.date]
    text: Mapped[str]
    reached_patient: Mapped[bool | None]
    due_on: Mapped[dt.date | None]
    held_until: Mapped[dt.date | None]
    changed_text: Mapped[str | None]
    reviewed_on: Mapped[dt.date | None]
    reviewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    closed_on: Mapped[dt.date | None]
