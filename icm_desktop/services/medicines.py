"""Medicines are put on the list, changed, held, stopped, taken again, or said never to have been taken."""

from __future__ import annotations

from typing import Any

from db.models.clinical import MedicationEntry
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.conflicts import formulary
from icm_desktop.contracts.medicines import MedicineSaved, SaveMedicine, SetMedicineStatus
from icm_desktop.domain import medicines as rules
from icm_desktop.domain import moments
from icm_desktop.domain.conflicts.medicines import ingredients_of
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import cleaning, conflict_answers
from icm_desktop.services.person_rows import patient_of

KIND = "medication_entry"
_LONGEST_WORDS = 500
_STATUSES = (rules.ON, rules.ON_HOLD, rules.ENDED, rules.NOT_TAKEN)


@requires(Privilege.CLINICAL_WRITE)
def save(uow: UnitOfWork, request: SaveMedicine) -> MedicineSaved:
    """Put a medicine on the list or change what an entry says; a name nobody knows is kept and not checked.

    Raises:
        NotFound: patients.unknown, medicines.unknown.
        Conflict: medicines.changed_meanwhile; conflicts.must_be_answered.
        Invalid: medicines.name_missing, bad_dose, unit_missing, bad_unit, bad_route, bad_often, bad_slot,
            never_and_slots; demographics.bad_date, date_in_future, ends_before_start; registration.too_long at the
            field.
    """
    patient_of(uow, request.patient_id)
    before = conflict_answers.standing(uow, request.patient_id)
    row = _row(uow, request)
    values = values_of(uow, request, row)
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    uow.session.add(row)
    uow.session.flush()
    conflict_answers.keep(uow, row.patient_id, request.answers, before)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def set_status(uow: UnitOfWork, request: SetMedicineStatus) -> MedicineSaved:
    """Hold, stop or take a medicine again, or say that it was never taken; all but taking it again with the reason.

    Raises:
        NotFound: medicines.unknown.
        Conflict: medicines.changed_meanwhile, medicines.same_status; conflicts.must_be_answered when it is taken again.
        Invalid: medicines.bad_status, reason_missing, stop_in_future, stop_before_start; registration.too_long.
    """
    row = _stored(uow, request.entry_id, request.expected_version)
    if request.status not in _STATUSES:
        raise Invalid("medicines.bad_status", field="status")
    if row.status == request.status:
        raise Conflict("medicines.same_status")
    reason = cleaning.line("reason", request.reason)
    if reason is None and request.status != rules.ON:
        raise Invalid("medicines.reason_missing", field="reason")
    before = conflict_answers.standing(uow, row.patient_id) if request.status == rules.ON else frozenset()
    row.ends_when = _end(uow, row, request)
    row.status, row.status_reason = request.status, reason
    uow.session.flush()
    if request.status == rules.ON:
        conflict_answers.keep(uow, row.patient_id, request.answers, before)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def values_of(uow: UnitOfWork, request: SaveMedicine, row: MedicationEntry) -> dict[str, Any]:
    """The columns of an entry as a form says them, each checked.

    Raises:
        Invalid: as `save`.
    """
    text = cleaning.line("text", request.text)
    if text is None:
        raise Invalid("medicines.name_missing", field="text")
    dose = _dose(request)
    _check_choices(request, row)
    starts = cleaning.day("starts_on", request.starts_on, not_after=uow.today)
    starts, ends = cleaning.dates(starts, request.ends_on)
    words = cleaning.line("words", request.words, _LONGEST_WORDS)
    built = rules.directions(
        dose, request.unit, request.route, request.often, request.slots, as_needed=request.as_needed
    )
    over = ends is not None and moments.span(ends, uow.zone).last < uow.today
    values: dict[str, Any] = {
        "text": text,
        "dosage": words or built or None,
        "dose_value": dose,
        "dose_unit": request.unit or None,
        "route": request.route or None,
        "times_per_day": rules.times_per_day(request.often, request.slots) or row.times_per_day,
        "as_needed": request.as_needed,
        **_amounts(request, row, dose),
        "reason": cleaning.line("reason", request.reason),
        "author": cleaning.line("prescriber", request.prescriber),
        "patient_reported": request.patient_reported,
        "starts_when": _kept(uow, row.starts_when, starts),
        "ends_when": _kept(uow, row.ends_when, ends),
        "note": cleaning.note("note", request.note),
    }
    if row.id is None:
        values |= {"kind": "entry", "intent": "order", "status": rules.DONE if over else rules.ON,
                   "recorded_when": uow.today.isoformat()}  # fmt: skip
    elif text != row.text:
        values |= {"code": None, "code_system": None, "other_codes": None}  # they were those of another name
    return values


def _row(uow: UnitOfWork, request: SaveMedicine) -> MedicationEntry:
    if request.entry_id is None:
        return MedicationEntry(patient_id=request.patient_id)
    row = _stored(uow, request.entry_id, request.expected_version)
    if row.patient_id != request.patient_id:
        raise NotFound("medicines.unknown")
    return row


def _stored(uow: UnitOfWork, entry_id: int, version: int) -> MedicationEntry:
    row = uow.session.get(MedicationEntry, entry_id)
    if row is None or row.removed_at is not None or row.status == MISTAKEN:
        raise NotFound("medicines.unknown")
    if row.version != version:
        raise Conflict("medicines.changed_meanwhile")
    return row


def _dose(request: SaveMedicine) -> float | None:
    """The amount per time; words and signs are refused, never guessed."""
    if not request.dose.strip():
        if request.slots and request.unit and not request.words.strip():
            raise Invalid("medicines.dose_missing", field="dose")
        return None
    value = rules.amount(request.dose)
    if value is None:
        raise Invalid("medicines.bad_dose", field="dose")
    if not request.unit:
        raise Invalid("medicines.unit_missing", field="unit")
    return value


def _amounts(request: SaveMedicine, row: MedicationEntry, dose: float | None) -> dict[str, str | None]:
    """What is taken at each of the four times; amounts of before stay where neither times nor dose were changed."""
    before = {slot: getattr(row, slot) for slot in rules.SLOTS}
    same = {slot for slot, much in before.items() if much} == set(request.slots) and dose == row.dose_value
    if same:
        return before
    much = rules.per_time(dose if dose is not None else 1, request.unit)
    return {slot: much if slot in request.slots else None for slot in rules.SLOTS}


def _kept(uow: UnitOfWork, before: str | None, typed: str | None) -> str | None:
    """A moment as it was stored, when the day of it was left as it was."""
    day = moments.local_day(before, uow.zone) if before and moments.is_instant(before) else None
    return before if day is not None and day.isoformat() == typed else typed


def _check_choices(request: SaveMedicine, row: MedicationEntry) -> None:
    if request.unit and request.unit not in (*rules.UNITS, row.dose_unit):
        raise Invalid("medicines.bad_unit", field="unit")
    if request.route and request.route not in (*rules.ROUTES, row.route):
        raise Invalid("medicines.bad_route", field="route")
    if request.often and request.often not in rules.OFTEN:
        raise Invalid("medicines.bad_often", field="often")
    if not set(request.slots) <= set(rules.SLOTS):
        raise Invalid("medicines.bad_slot", field="slots")


def _end(uow: UnitOfWork, row: MedicationEntry, request: SetMedicineStatus) -> str | None:
    """The last day of a stopped medicine; one that is taken again has none."""
    if request.status == rules.ON_HOLD:
        return row.ends_when
    if request.status != rules.ENDED:
        return None
    day = request.on or uow.today
    if day > uow.today:
        raise Invalid("medicines.stop_in_future", field="on")
    started = moments.span(row.starts_when, uow.zone).first if row.starts_when else None
    if started is not None and day < started:
        raise Invalid("medicines.stop_before_start", field="on")
    return day.isoformat()


def _saved(uow: UnitOfWork, row: MedicationEntry) -> MedicineSaved:
    changes = Changes.of(KIND, patient_id=row.patient_id, action_id=uow.action_id)
    known = bool(ingredients_of(formulary(), row.text or ""))
    return MedicineSaved(row.id, changes, known)
