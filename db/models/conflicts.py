"""What people did about conflicts that the rules found: who has one, whom it was asked, what was decided and why."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base
from db.models.plan import Owned


class DetectedIssue(Audited, Owned, Base):
    """One conflict somebody did something about; the rules find it in `conflict_found`.

    `subject`: the medicines or goals it is about; `fingerprint`: the facts as they were then, `facts` so that people
    can read them. `state`: open, asked, resolved, overridden or muted (to `until_on`). A decision on goals has the
    value that holds instead of theirs: `target_low`..`target_high` in `target_unit`, or `decision` in words;
    `patient_words` maps a language to the sentence the patient reads.
    """

    __tablename__ = "detected_issue"
    __table_args__ = (
        Index("ix_detected_issue_patient_id_rule", "patient_id", "rule", "subject", "fingerprint"),
        Index("ix_detected_issue_rule_state", "rule", "state"),
        Index("ix_detected_issue_state_until_on", "state", "until_on"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    rule: Mapped[str]
    subject: Mapped[str]
    fingerprint: Mapped[str]
    severity: Mapped[str]
    facts: Mapped[list[Any]] = mapped_column(JSON)
    state: Mapped[str]
    team_question_id: Mapped[int | None] = mapped_column(ForeignKey("team_question.id"), index=True)
    decided_on: Mapped[dt.date | None]
    decided_by: Mapped[str | None]
    reason: Mapped[str | None]
    until_on: Mapped[dt.date | None]
    told: Mapped[str | None]
    decision: Mapped[str | None]
    target_low: Mapped[float | None] = mapped_column(Float)
    target_high: Mapped[float | None] = mapped_column(Float)
    target_unit: Mapped[str | None]
    patient_words: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
