"""Every medicine of a patient across prescribers and organisations, resolved to ingredients, and the allergies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from db.models.clinical import AllergyIntolerance, MedicationEntry
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content.conflicts import allergen, formulary, rule_book
from icm_desktop.contracts.medicines import AllergyEntry, MedicineEntry, Medicines, Recognised
from icm_desktop.domain import medicine_lines, moments
from icm_desktop.domain.conflicts.medicines import ingredients_of
from icm_desktop.domain.medicines import SLOTS, STATES, state_of
from icm_desktop.domain.names import folded
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.chart_facts import all_codes
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.provenance import Whence, provenance, sources_of
from icm_desktop.queries.reconciliations import standing

_RXNORM = "rxnorm"
_NOT_TRUE = ("refuted", MISTAKEN)
_PAST = ("inactive", "resolved")
_DANGER = {"high": 0, "low": 2}


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> Medicines:
    """The whole list: what is taken first, then held, over, never; each by its generic name.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    rows = list(
        uow.session.scalars(
            select(MedicationEntry).where(
                MedicationEntry.patient_id == patient_id, MedicationEntry.removed_at.is_(None)
            )
        )
    )
    sources = sources_of(uow, (row.source_id for row in rows))
    entries = [_entry(uow, row, sources) for row in rows if row.status != MISTAKEN]
    entries.sort(key=lambda one: (STATES.index(one.state), folded(one.name), one.id))
    allergies, none_coded = _allergies(uow, patient_id)
    none_on = uow.session.scalar(select(Patient.no_known_allergies_on).where(Patient.id == patient_id))
    current = any(one.current for one in allergies)
    are = "some" if current else "none" if none_on is not None or none_coded else "not_recorded"
    told = standing(uow, patient_id)
    return Medicines(
        head=head,
        day=uow.today,
        entries=tuple(entries),
        allergies=allergies,
        allergies_are=are,
        none_known_on=none_on,
        version=rule_book().version,
        last_reconciled=told.signed_on,
        last_reconciled_by=told.signed_by,
        unresolved=told.unresolved,
        prepared=told.prepared,
    )


@requires(Privilege.CLINICAL_READ)
def recognise(uow: UnitOfWork, text: str) -> Recognised:
    """What is known of a name while it is typed."""
    ingredients = ingredients_of(formulary(), text[: medicine_lines.LONGEST_LINE])
    return Recognised(ingredients, *medicine_lines.generic_first(formulary(), text, ingredients))


def _entry(uow: UnitOfWork, row: MedicationEntry, sources: Mapping[int, Whence]) -> MedicineEntry:
    written = row.text or row.code or ""
    rxnorm = tuple(code for system, code in all_codes(row) if code and _RXNORM in (system or ""))
    ingredients = ingredients_of(formulary(), row.text or "", rxnorm)
    name, brand = medicine_lines.generic_first(formulary(), written, ingredients)
    times = (row.morning, row.noon, row.evening, row.bedtime)
    ends = moments.local_day(row.ends_when, uow.zone)
    return MedicineEntry(
        id=row.id,
        version=row.version,
        name=name,
        brand=brand,
        written=written,
        ingredients=ingredients,
        mg_per_day=_mg_per_day(row, written) if len(ingredients) == 1 else None,
        dosage=row.dosage,
        route=row.route,
        dose_value=row.dose_value,
        dose_unit=row.dose_unit,
        times_per_day=row.times_per_day,
        times=times,
        as_needed=row.as_needed,
        reason=row.reason,
        prescriber=None if row.patient_reported else row.author,
        said_by=row.author if row.patient_reported else None,
        patient_reported=row.patient_reported,
        starts=_day(uow, row.starts_when),
        ends=_day(uow, row.ends_when),
        state=state_of(row.status, row.intent, ends, uow.today),
        status=row.status,
        status_reason=row.status_reason,
        intent=row.intent,
        note=row.note,
        stay=row.encounter_source,
        provenance=provenance(sources, row.source_id, row.author, row.organization, row.recorded_when),
    )


def _day(uow: UnitOfWork, when: str | None) -> str | None:
    """A date as it was told, of an instant the local day."""
    day = moments.local_day(when, uow.zone) if when and moments.is_instant(when) else None
    return day.isoformat() if day is not None else when


def _mg_per_day(row: MedicationEntry, written: str) -> float | None:
    if row.as_needed:
        return None
    told = medicine_lines.daily_mg(written, row.dosage, row.dose_value, row.dose_unit, row.times_per_day)
    slots = {slot: getattr(row, slot) for slot in SLOTS}
    return told if told is not None else medicine_lines.slots_mg(written, slots)


def _allergies(uow: UnitOfWork, patient_id: int) -> tuple[tuple[AllergyEntry, ...], bool]:
    """Allergies, the dangerous ones first, what no longer counts last; and whether a code says there is none."""
    rows = list(
        uow.session.scalars(
            select(AllergyIntolerance).where(
                AllergyIntolerance.patient_id == patient_id, AllergyIntolerance.removed_at.is_(None)
            )
        )
    )
    sources = sources_of(uow, (row.source_id for row in rows))
    none = [row for row in rows if row.code in codes.no_known_allergies()]
    found = [_allergy(row, sources) for row in rows if row not in none and row.verification != MISTAKEN]
    found.sort(key=lambda one: (not one.current, _DANGER.get(one.criticality or "", 1), folded(one.text), one.id))
    return tuple(found), bool(none)


def _allergy(row: Any, sources: Mapping[int, Whence]) -> AllergyEntry:
    rxnorm = tuple(code for system, code in all_codes(row) if code and _RXNORM in (system or ""))
    return AllergyEntry(
        id=row.id,
        version=row.version,
        text=row.text or row.code or "",
        kind=row.kind,
        category=row.category,
        reaction=row.reaction,
        severity=row.severity,
        criticality=row.criticality,
        verification=row.verification,
        status=row.status,
        onset=row.onset_when,
        note=row.note,
        current=row.status not in _PAST and row.verification not in _NOT_TRUE,
        known=bool(allergen(row.text or "", rxnorm)),
        provenance=provenance(sources, row.source_id, row.author, row.organization, row.recorded_when),
    )
