"""Lists of medicines compared line by line, what was decided about each medicine, and who signed it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class MedicationReconciliation(Audited, Base):
    """One comparison of lists. `number`: 1, 2, 3 ... of the patient, in the order they were signed; 0 until then.

    `status`: prepared (waits for a clinician) or signed. `lists`: the lists as they were compared, {key, kind, title,
    dated, lines}. `content`, `content_hash`: every medicine as it was signed. `encounter_id`: the stay it follows.
    """

    __tablename__ = "medication_reconciliation"
    __table_args__ = (
        Index("ix_medication_reconciliation_patient_id_signed_on", "patient_id", "signed_on"),
        Index(  # the few that wait for a clinician
            "ix_medication_reconciliation_prepared_on", "prepared_on",
            sqlite_where=text("status = 'prepared' AND removed_at IS NULL"),
        ),
    )  # fmt: skip

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    number: Mapped[int]
    status: Mapped[str]
    encounter_id: Mapped[int | None] = mapped_column(ForeignKey("encounter.id"), index=True)
    lists: Mapped[list[Any]] = mapped_column(JSON)
    content: Mapped[list[Any]] = mapped_column(JSON)
    content_hash: Mapped[str | None]
    prepared_by: Mapped[str]
    prepared_on: Mapped[dt.date]
    signed_by: Mapped[str | None]
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    signed_on: Mapped[dt.date | None]
    signed_at: Mapped[dt.datetime | None]
    note: Mapped[str | None]


class ReconciledMedicine(Audited, Base):
    """What was decided about one medicine of a signed reconciliation: keep, change, stop or ask.

    `medicine`: its name, generic first; `difference`: how the lists differed; `facts`: what each list said. `becomes`:
    what it is changed to. One that is asked stays unresolved until `settled` (keep, change or stop) says how it ended.
    """

    __tablename__ = "reconciled_medicine"

    reconciliation_id: Mapped[int] = mapped_column(ForeignKey("medication_reconciliation.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    place: Mapped[int]
    medicine: Mapped[str]
    checked: Mapped[bool]
    difference: Mapped[str]
    facts: Mapped[list[Any]] = mapped_column(JSON)
    decision: Mapped[str]
    reason: Mapped[str | None]
    becomes: Mapped[str | None]
    entries: Mapped[list[Any]] = mapped_column(JSON)
    team_question_id: Mapped[int | None] = mapped_column(ForeignKey("team_question.id"), index=True)
    settled: Mapped[str | None]
    settled_on: Mapped[dt.date | None]
    settled_by: Mapped[str | None]
    settled_reason: Mapped[str | None]
