"""Pathways in use: which the practice adopted, who is in one, what a person decided about a step, targets of their own.

What a pathway says is content; `pathway`, `activity` and `target` name parts of its file.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class PathwayAdoption(Audited, Base):
    """A named clinician stands for a pathway as it was on that day (`digest` of its file); removed when withdrawn."""

    __tablename__ = "pathway_adoption"

    pathway: Mapped[str] = mapped_column(index=True)
    content_version: Mapped[str]
    digest: Mapped[str]
    adopted_by: Mapped[str]
    adopted_role: Mapped[str | None]
    adopted_on: Mapped[dt.date]


class PathwayEdit(Audited, Base):
    """What the practice changed of a shipped pathway, all of it, one edition after the other; the file stays as it is.

    `edits`: changed steps and targets by their ids. It counts once a clinician adopts the pathway as it is then.
    """

    __tablename__ = "pathway_edit"

    pathway: Mapped[str] = mapped_column(index=True)
    edition: Mapped[int]
    edits: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str]


class PathwayEnrolment(Audited, Base):
    """A patient in a pathway, or not for now. `status`: enrolled or left; dismissed (the suggestion was turned
    down) or reopened.

    `evidence`: why it was suggested, as it was read that day.
    """

    __tablename__ = "pathway_enrolment"
    __table_args__ = (
        Index("ix_pathway_enrolment_patient_id_pathway", "patient_id", "pathway"),
        Index("ix_pathway_enrolment_pathway_status", "pathway", "status"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    pathway: Mapped[str]
    status: Mapped[str]
    entered_on: Mapped[dt.date]
    evidence: Mapped[str | None]
    left_on: Mapped[dt.date | None]
    reason: Mapped[str | None]


class StepDecision(Audited, Base):
    """What a person decided about one activity. `kind`: done, declined, not_applicable or deferred, to `until_on`."""

    __tablename__ = "step_decision"
    __table_args__ = (Index("ix_step_decision_made_on", "made_on"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    activity: Mapped[str]
    kind: Mapped[str]
    made_on: Mapped[dt.date]
    until_on: Mapped[dt.date | None]
    reason: Mapped[str | None]


class PathwayTarget(Audited, Base):
    """A target of one patient, with the reason; it counts in every pathway that has one of this name."""

    __tablename__ = "pathway_target"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    target: Mapped[str]
    value: Mapped[float] = mapped_column(Float)
    set_on: Mapped[dt.date]
    reason: Mapped[str]
