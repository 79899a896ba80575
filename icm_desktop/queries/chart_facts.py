"""Problems, medicines and allergies of a chart: what is current, alike entries counted on one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Integer, bindparam, select

from db.models.clinical import AllergyIntolerance, Condition, MedicationEntry
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.contracts.chart import Allergies, AllergyRow, MedicineRow, ProblemRow
from icm_desktop.domain import moments
from icm_desktop.domain.medicines import NOT_ORDERED
from icm_desktop.domain.names import folded
from icm_desktop.domain.plain_text import untagged
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.provenance import Whence, provenance, sources_of

_ACTIVE_PROBLEM = ("active", "recurrence", "relapse")
_NOT_TRUE = ("refuted", "entered-in-error")
_CURRENT_MEDICINE = ("active", "on-hold")
_DANGER = {"high": 0, "low": 2}  # FHIR R4 AllergyIntolerance.criticality; not known stands between
_PATIENT = bindparam("patient_id", type_=Integer)
# Built once: putting a statement together costs more than running it.
_PROBLEMS = select(
    Condition.id,
    Condition.text,
    Condition.code,
    Condition.code_system,
    Condition.status,
    Condition.onset_when,
    Condition.other_codes,
    Condition.category,
    Condition.source_id,
    Condition.author,
    Condition.organization,
    Condition.recorded_when,
).where(
    Condition.patient_id == _PATIENT,
    Condition.removed_at.is_(None),
    Condition.verification.is_(None) | Condition.verification.not_in(_NOT_TRUE),
    Condition.status.in_(_ACTIVE_PROBLEM) | (Condition.status.is_(None) & Condition.abated_when.is_(None)),
)
_MEDICINES = select(
    MedicationEntry.id,
    MedicationEntry.text,
    MedicationEntry.dosage,
    MedicationEntry.reason,
    MedicationEntry.author,
    MedicationEntry.status,
    MedicationEntry.as_needed,
    MedicationEntry.patient_reported,
    MedicationEntry.starts_when,
    MedicationEntry.ends_when,
    MedicationEntry.code,
    MedicationEntry.source_id,
    MedicationEntry.organization,
    MedicationEntry.recorded_when,
).where(
    MedicationEntry.patient_id == _PATIENT,
    MedicationEntry.removed_at.is_(None),
    MedicationEntry.status.in_(_CURRENT_MEDICINE),
    MedicationEntry.intent.is_(None) | MedicationEntry.intent.not_in(NOT_ORDERED),
)
_ALLERGIES = (
    select(
        AllergyIntolerance.id,
        AllergyIntolerance.text,
        AllergyIntolerance.kind,
        AllergyIntolerance.reaction,
        AllergyIntolerance.criticality,
        AllergyIntolerance.code,
        AllergyIntolerance.source_id,
        AllergyIntolerance.author,
        AllergyIntolerance.organization,
        AllergyIntolerance.recorded_when,
    )
    .where(
        AllergyIntolerance.patient_id == _PATIENT,
        AllergyIntolerance.removed_at.is_(None),
        AllergyIntolerance.verification.is_(None) | AllergyIntolerance.verification.not_in(_NOT_TRUE),
        AllergyIntolerance.status.is_(None) | (AllergyIntolerance.status == "active"),
    )
    .order_by(AllergyIntolerance.id)
)

Row = TypeVar("Row", ProblemRow, MedicineRow)
Sources = Mapping[int, Whence]


@requires(Privilege.CLINICAL_READ)
def problems(uow: UnitOfWork, patient_id: int) -> tuple[ProblemRow, ...]:
    """Active problems, medical ones first, each group by onset with the latest first.

    Left out: resolved, inactive and in remission; refuted or entered in error. A condition without a status counts as
    active unless it has an end.
    """
    rows = uow.session.execute(_PROBLEMS, {"patient_id": patient_id}).all()
    sources = sources_of(uow, (row.source_id for row in rows))
    listed = sorted((_problem(row, sources) for row in rows), key=lambda one: one.onset or "", reverse=True)
    return _folded(sorted(listed, key=lambda one: one.social), lambda one: (one.social, folded(one.text)))


@requires(Privilege.CLINICAL_READ)
def medicines(uow: UnitOfWork, patient_id: int) -> tuple[MedicineRow, ...]:
    """Current medicines, requested or reported, by name; only entries that say exactly the same share a line."""
    rows = uow.session.execute(_MEDICINES, {"patient_id": patient_id}).all()
    sources = sources_of(uow, (row.source_id for row in rows))
    listed_now = (replace(_medicine(row, sources), over_since=_over(uow, row.ends_when)) for row in rows)
    newest_first = sorted(listed_now, key=lambda one: one.starts or "", reverse=True)
    listed = sorted(newest_first, key=lambda one: folded(one.text))
    return _folded(listed, lambda one: (folded(one.text), one.dosage, one.prescriber, one.status))


@requires(Privilege.CLINICAL_READ)
def allergies(uow: UnitOfWork, patient_id: int) -> Allergies:
    """Active allergies and intolerances, or that none is known, or that nobody recorded any."""
    return _known_allergies(uow, patient_id)


@requires(Privilege.PRINT_HANDOUT)
def allergies_to_print(uow: UnitOfWork, patient_id: int) -> Allergies:
    """The same, for the patient's own list: who prints it need not read charts, as with the medicines on it."""
    return _known_allergies(uow, patient_id)


def _known_allergies(uow: UnitOfWork, patient_id: int) -> Allergies:
    rows = uow.session.execute(_ALLERGIES, {"patient_id": patient_id}).all()
    some = sorted((row for row in rows if row.code not in codes.no_known_allergies()), key=_weight)
    if some:
        sources = sources_of(uow, (row.source_id for row in some))
        return Allergies("some", tuple(_allergy(row, sources) for row in some))
    none_known_on = uow.session.scalar(select(Patient.no_known_allergies_on).where(Patient.id == patient_id))
    if none_known_on is not None or rows:
        return Allergies("none", none_known_on=none_known_on)
    return Allergies("not_recorded")


def _over(uow: UnitOfWork, ends: str | None) -> dt.date | None:
    day = moments.local_day(ends, uow.zone)
    return day if day is not None and day < uow.today else None


def _weight(allergy: Any) -> tuple[int, bool]:
    """The dangerous ones first, allergies before intolerances."""
    return _DANGER.get(allergy.criticality, 1), allergy.kind == "intolerance"


def _folded(rows: Sequence[Row], key: Callable[[Row], object]) -> tuple[Row, ...]:
    """One line for entries that are alike, the first of each kept, with the number of the others."""
    first: dict[object, Row] = {}
    for row in rows:
        same = key(row)
        first[same] = replace(first[same], others=first[same].others + 1) if same in first else row
    return tuple(first.values())


def _problem(row: Any, sources: Sources) -> ProblemRow:
    return ProblemRow(
        id=row.id,
        text=untagged(row.text or row.code or ""),
        code=row.code,
        code_system=row.code_system,
        status=row.status,
        onset=row.onset_when,
        social=codes.not_problems().holds(all_codes(row), row.category),
        provenance=provenance(sources, row.source_id, row.author, row.organization, row.recorded_when),
    )


def all_codes(row: Any) -> Iterable[tuple[str | None, str | None]]:
    """System and code of every coding of a stored fact."""
    yield row.code_system, row.code
    for other in row.other_codes or ():
        if isinstance(other, dict):
            yield other.get("system"), other.get("code")
        elif isinstance(other, list | tuple) and len(other) > 1:
            yield other[0], other[1]


def _medicine(row: Any, sources: Sources) -> MedicineRow:
    return MedicineRow(
        id=row.id,
        text=row.text or row.code or "",
        dosage=row.dosage,
        reason=row.reason,
        prescriber=None if row.patient_reported else row.author,  # who reported it stays in the provenance
        status=row.status,
        as_needed=row.as_needed,
        patient_reported=row.patient_reported,
        starts=row.starts_when,
        provenance=provenance(sources, row.source_id, row.author, row.organization, row.recorded_when),
    )


def _allergy(row: Any, sources: Sources) -> AllergyRow:
    return AllergyRow(
        id=row.id,
        text=row.text or row.code or "",
        kind=row.kind,
        reaction=row.reaction,
        criticality=row.criticality,
        provenance=provenance(sources, row.source_id, row.author, row.organization, row.recorded_when),
    )
