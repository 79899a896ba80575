"""Target populations: rules of the practice's own, who is left out of one and why, risk levels people set."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class PopulationRule(Audited, Base):
    """A rule made here; `criteria` as a content file writes them. Taken back by taking the row away."""

    __tablename__ = "population_rule"

    title: Mapped[str]
    about: Mapped[str | None]
    criteria: Mapped[list[Any]] = mapped_column(JSON)
    chosen_for_use: Mapped[bool | None]


class PopulationExclusion(Audited, Base):
    """A patient is left out of a population, with the reason, until a day or for good; over when it is taken away.

    `population`: the id of a shipped one, or "own-" and the id of the rule.
    """

    __tablename__ = "population_exclusion"
    __table_args__ = (Index("ix_population_exclusion_population", "population", "patient_id"),)

    population: Mapped[str]
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    reason: Mapped[str]
    excluded_on: Mapped[dt.date]
    until_on: Mapped[dt.date | None]


class RiskAdjustment(Audited, Base):
    """A clinician's own level of a patient's risk in place of the one by points, with the reason; the newest counts.

    `level`: 1 to 6, None: the one by points again. `points_level`: what the points said then.
    """

    __tablename__ = "risk_adjustment"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    level: Mapped[int | None]
    points_level: Mapped[int]
    reason: Mapped[str]
    set_on: Mapped[dt.date]
