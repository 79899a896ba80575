"""Adding patients: record numbers that are never used twice."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.patient import Patient
from db.unit_of_work import SEE_INCOMPLETE

_DIGITS = 6


def next_record_number(session: Session) -> str:
    """The number after the last one given, "000001" first; removed patients and running imports keep theirs."""
    everybody = {SEE_INCOMPLETE: True}
    last = session.execute(
        select(Patient.record_number).order_by(Patient.id.desc()).limit(1), execution_options=everybody
    ).scalar()
    number = int(last) + 1 if last and last.isdecimal() else 1
    while session.execute(
        select(Patient.id).where(Patient.record_number == record_number(number)), execution_options=everybody
    ).scalar():
        number += 1
    return record_number(number)


def record_number(number: int) -> str:
    """The number as it is kept and printed."""
    return str(number).zfill(_DIGITS)
