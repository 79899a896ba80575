"""Transitions of care: what people said and did about a discharge. The stay itself is an encounter."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class Transition(Audited, Base):
    """What was said of one discharge, the end of the stay `encounter_id`; made when somebody first says something.

    `complexity`: moderate or high, None when nobody said. `acute`: admitted in an emergency, None: as the records say.
    `outcome`: how it was closed (`domain.transitions.OUTCOMES`), None while it is open. `visit_days`: within how many
    days they are to be seen, where a person says otherwise than the complexity, and why (`visit_reason`). A visit
    elsewhere that counts: `seen_appointment_id` or `seen_encounter_id`.
    """

    __tablename__ = "transition"
    __table_args__ = (Index("ix_transition_closed_on", "closed_on"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    encounter_id: Mapped[int] = mapped_column(ForeignKey("encounter.id"), index=True)
    complexity: Mapped[str | None]
    acute: Mapped[bool | None]
    outcome: Mapped[str | None]
    closed_on: Mapped[dt.date | None]
    reason: Mapped[str | None]
    visit_days: Mapped[int | None]
    visit_reason: Mapped[str | None]
    seen_appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"))
    seen_encounter_id: Mapped[int | None] = mapped_column(ForeignKey("encounter.id"))


class TransitionStep(Audited, Base):
    """One thing done for a discharge: summary, pending_tests, referrals, red_flags, medication_reconciliation.

    `done_by`: who stands for it.
    """

    __tablename__ = "transition_step"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    transition_id: Mapped[int] = mapped_column(ForeignKey("transition.id"), index=True)
    kind: Mapped[str]
    done_on: Mapped[dt.date]
    done_by: Mapped[str]
    note: Mapped[str | None]
