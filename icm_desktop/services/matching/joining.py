"""Joins two records' names, numbers, addresses and plain facts so that the survivor's own stay the current ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from db.models.patient import Patient, PatientAddress, PatientIdentifier, PatientName, PatientPhoto, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.merge_fields import NAME, Outcome, outcomes
from icm_desktop.permissions import Privilege, requires

_LAST = 100  # rank of a number that comes after all of the survivor's own
_CURRENT = (None, "official", "usual")


@requires(Privilege.MERGE)
def fields_of(uow: UnitOfWork, patient: Patient) -> dict[str, Any]:
    """The facts of a patient's own row, as `outcomes` compares them."""
    return {column.key: getattr(patient, column.key) for column in Patient.__mapper__.column_attrs}


@requires(Privilege.MERGE)
def join(uow: UnitOfWork, source: Patient, survivor: Patient, take: tuple[str, ...]) -> list[Outcome]:
    """Bring the survivor's facts and details to what the merge makes of them; the details still lie with each.

    Args:
        uow: The unit of work.
        source: The record that goes.
        survivor: The record that stays.
        take: Fields taken from the source although the survivor has a value.
    """
    found = outcomes(fields_of(uow, source), fields_of(uow, survivor), take)
    _join_names(uow, source, survivor, "name" in take)
    _join_telecoms(uow, source, survivor, "phone" in take)
    _join_addresses(uow, source, survivor)
    _drop_repeated(uow, _kept(uow, PatientIdentifier, source), _kept(uow, PatientIdentifier, survivor), _number)
    if _kept(uow, PatientPhoto, survivor):
        for photo in _kept(uow, PatientPhoto, source):
            photo.removed_at = uow.now
    for outcome in found:
        if outcome.changes:
            _set(source, survivor, outcome)
    uow.session.flush()
    return found


def _set(source: Patient, survivor: Patient, outcome: Outcome) -> None:
    for field in NAME if outcome.field == "name" else (outcome.field,):
        setattr(survivor, field, getattr(source, field))


def _kept(uow: UnitOfWork, kind: type[Any], patient: Patient) -> list[Any]:
    chosen = select(kind).where(kind.patient_id == patient.id, kind.removed_at.is_(None)).order_by(kind.id)
    return list(uow.session.scalars(chosen))


def _join_names(uow: UnitOfWork, source: Patient, survivor: Patient, take: bool) -> None:
    theirs, ours = _kept(uow, PatientName, source), _kept(uow, PatientName, survivor)
    leaving, staying = (survivor, source) if take else (source, survivor)
    rows = ours if take else theirs
    if not any(_name(row) == (leaving.family, leaving.given) for row in rows):
        uow.session.add(PatientName(patient_id=survivor.id, use="old", family=leaving.family, given=leaving.given))
    for row in rows:
        if row.use in _CURRENT:
            row.use = "old"
    same = (staying.family, staying.given)
    for row in rows:
        if _name(row) == same:
            row.removed_at = uow.now  # it would only repeat the current name
    _drop_repeated(uow, theirs, ours, _name)


def _name(row: PatientName) -> tuple[Any, ...]:
    return row.family, row.given


def _number(row: PatientIdentifier) -> tuple[Any, ...]:
    return row.system, row.value


def _telecom(row: PatientTelecom) -> tuple[Any, ...]:
    return row.system, row.digits or row.value.strip().lower()


def _join_telecoms(uow: UnitOfWork, source: Patient, survivor: Patient, take: bool) -> None:
    theirs, ours = _kept(uow, PatientTelecom, source), _kept(uow, PatientTelecom, survivor)
    for system in {row.system for row in ours}:
        later = ours if take and system == "phone" else theirs
        for row in later:
            if row.system == system:
                row.rank = _LAST + (row.rank or 0)
    _drop_repeated(uow, theirs, ours, _telecom)


def _join_addresses(uow: UnitOfWork, source: Patient, survivor: Patient) -> None:
    theirs, ours = _kept(uow, PatientAddress, source), _kept(uow, PatientAddress, survivor)
    _drop_repeated(uow, theirs, ours, lambda row: (row.line, row.city, row.state, row.postal_code))
    if any(row.use != "old" for row in ours):
        for row in theirs:
            row.use = "old"


def _drop_repeated(uow: UnitOfWork, theirs: Iterable[Any], ours: Iterable[Any], key: Any) -> None:
    known = {key(row) for row in ours}
    for row in theirs:
        if row.removed_at is None and key(row) in known:
            row.removed_at = uow.now
