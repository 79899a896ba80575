"""Records of one person that were merged into another."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.patient import Patient


def merged_into(session: Session, patient_id: int) -> dict[int, str]:
    """Record numbers of the records that were merged into this one, also by way of others, by id."""
    found: dict[int, str] = {}
    into = [patient_id]
    while into:
        chosen = select(Patient.id, Patient.record_number).where(Patient.merged_into_id.in_(into))
        new = {row.id: row.record_number for row in session.execute(chosen)}
        found |= new
        into = list(new)
    return found
