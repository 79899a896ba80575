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


class ScreeningFollowUp(Audited, Base):
    """What was done after a positive screen: the act (a code of the content), the day, a note. It ends that work.

    It followed a score, or a form from elsewhere that came without one.
    """

    __tablename__ = "screening_follow_up"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    observation_id: Mapped[int | None] = mapped_column(ForeignKey("observation.id"), index=True)
    response_id: Mapped[int | None] = mapped_column(ForeignKey("questionnaire_response.id"), index=True)
    done_on: Mapped[dt.date]
    act: Mapped[str]
    note: Mapped[str | None]


class SocialNeed(Audited, Base):
    """What a patient said about one social need: whether help is wanted (yes, no), and what was done about it.

    Whether there is a need at all comes from the answers; here is only what a person said or did here.
    """

    __tablename__ = "social_need"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    domain: Mapped[str]
    wants_help: Mapped[str | None]
    asked_on: Mapped[dt.date | None]
    service_request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    concern_id: Mapped[int | None] = mapped_column(ForeignKey("health_concern.id"))
    note: Mapped[str | None]
