"""Screening beside the answers themselves: which questionnaires are in use, and how safety was assessed."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class InstrumentUse(Audited, Base):
    """Whether the practice uses a questionnaire. `licence`: its own words on the right to use it, where it needs one.

    `cut_offs`: ids of the optional cut-offs it chose, separated by blanks.
    """

    __tablename__ = "instrument_use"

    instrument: Mapped[str] = mapped_column(index=True)
    in_use: Mapped[bool]
    licence: Mapped[str | None]
    cut_offs: Mapped[str | None]


class SafetyAssessment(Audited, Base):
    """What a clinician found and did after an answer about death or self-harm. It ends the work on that answer."""

    __tablename__ = "safety_assessment"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    response_id: Mapped[int | None] = mapped_column(ForeignKey("questionnaire_response.id"), index=True)
    observation_id: Mapped[int | None] = mapped_column(ForeignKey("observation.id"), index=True)
    assessed_on: Mapped[dt.date]
    risk: Mapped[str]
    steps: Mapped[str | None]
    note: Mapped[str]
