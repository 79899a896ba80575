"""Problems, medicines and allergies of a chart: what is current, alike entries counted on one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
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
from icm_desktop.domain.same_facts import keys
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.folding import Group, differences_of
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
    MedicationEntry.code_system,
    MedicationEntry.other_codes,
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
        AllergyIntolerance.code_system,
        AllergyIntolerance.other_codes,
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

Row = TypeVar("Row", ProblemRow, MedicineRow, AllergyRow)
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
    coded = {row.id: tuple(all_codes(row)) for row in rows}

    def keys_of(row: ProblemRow) -> Iterable[Hashable]:
        return ((row.social, key) for key in keys(row.text, coded[row.id]))

    ordered = sorted(listed, key=lambda one: one.social)
    return tuple(_line(group) for group in differences_of(uow, patient_id).fold("condition", ordered, keys_of))


@requires(Privilege.CLINICAL_READ)
def medicines(uow: UnitOfWork, patient_id: int) -> tuple[MedicineRow, ...]:
    """Current medicines, requested or reported, by name.

    Only entries that say exactly the same share a line; the prescriber may be another one where it came from another
    source, and the line names both.
    """
    rows = uow.session.execute(_MEDICINES, {"patient_id": patient_id}).all()
    sources = sources_of(uow, (row.source_id for row in rows))
    listed_now = (replace(_medicine(row, sources), over_since=_over(uow, row.ends_when)) for row in rows)
    newest_first = sorted(listed_now, key=lambda one: one.starts or "", reverse=True)
    listed = sorted(newest_first, key=lambda one: folded(one.text))
    coded = {row.id: tuple(all_codes(row)) for row in rows}

    def keys_of(row: MedicineRow) -> Iterable[Hashable]:
        return ((key, row.dosage, row.status) for key in keys(row.text, coded[row.id]))

    def two_orders(one: MedicineRow, other: MedicineRow) -> bool:
        return one.prescriber != other.prescriber and one.provenance.source == other.provenance.source

    groups = differences_of(uow, patient_id).fold("medication_entry", listed, keys_of, two_orders)
    return tuple(_line(group) for group in groups)


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
        return Allergies("some", _folded_allergies(uow, patient_id, some))
    none_known_on = uow.session.scalar(select(Patient.no_known_allergies_on).where(Patient.id == patient_id))
    if none_known_on is not None or rows:
        return Allergies("none", none_known_on=none_known_on)
    return Allergies("not_recorded")


def _folded_allergies(uow: UnitOfWork, patient_id: int, rows: list[Any]) -> tuple[AllergyRow, ...]:
    """One line for each substance, with every reaction that somebody told of."""
    sources = sources_of(uow, (row.source_id for row in rows))
    coded = {row.id: tuple(all_codes(row)) for row in rows}
    groups = differences_of(uow, patient_id).fold(
        "allergy_intolerance", [_allergy(row, sources) for row in rows], lambda row: keys(row.text, coded[row.id])
    )
    return tuple(_worst(group) for group in groups)


def _worst(group: Group[AllergyRow]) -> AllergyRow:
    """Nothing that somebody warns of is lost on the one line, unless a person decided against it."""
    told = (group.shown, *group.others)
    reactions = {folded(row.reaction): row.reaction for row in reversed(told) if row.reaction}
    line = _line(group)
    if not group.decided or line.criticality is None:
        worst = min(told, key=lambda row: _DANGER.get(row.criticality or "", 1) if row.criticality else 3)
        line = replace(line, criticality=worst.criticality)
    return replace(line, reaction=", ".join(reversed(reactions.values())) or None)


def _over(uow: UnitOfWork, ends: str | None) -> dt.date | None:
    day = moments.local_day(ends, uow.zone)
    return day if day is not None and day < uow.today else None


def _weight(allergy: Any) -> tuple[int, bool]:
    """The dangerous ones first, allergies before intolerances."""
    return _DANGER.get(allergy.criticality, 1), allergy.kind == "intolerance"


def _line(group: Group[Row]) -> Row:
    """What is shown of a fact, with how many more entries tell of it and who else."""
    return replace(group.shown, others=len(group.others), also=group.also, differs=group.differs)


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
