"""Medication, MedicationRequest and MedicationStatement."""

from __future__ import annotations

from typing import Any

from icm_desktop.domain.medicines import FORBIDDEN
from icm_desktop.exchange.fhir.dosage import dosage
from icm_desktop.exchange.fhir.mapped import Context, Mapped, some
from icm_desktop.exchange.fhir.problems import author, reasons
from icm_desktop.exchange.fhir.values import (
    Json,
    coded,
    concept_text,
    flag,
    joined,
    note_text,
    number,
    obj,
    objs,
    text,
    whole,
)

_DAYS = {
    "d": 1.0,
    "day": 1.0,
    "days": 1.0,
    "wk": 7.0,
    "week": 7.0,
    "weeks": 7.0,
    "mo": 30.0,
    "month": 30.0,
    "h": 1 / 24,
}


def medication(resource: Json, context: Context) -> Mapped:
    """A Medication becomes no row: it is resolved into the entries that reference it."""
    return Mapped(None)


def medication_request(resource: Json, context: Context) -> Mapped:
    """A MedicationRequest as a medication entry."""
    instructions = objs(resource.get("dosageInstruction"))
    written = context.notes.moment(resource, "authoredOn")
    starts, ends = _bounds(instructions, context)
    supply = obj(resource.get("dispenseRequest"))
    row = {
        **medicine(resource, context),
        "kind": "request",
        "status": text(resource.get("status")),
        "intent": text(resource.get("intent")),
        **dosage(instructions).columns(),
        "reason": reasons(resource, context),
        "patient_reported": flag(resource.get("reportedBoolean")),
        "starts_when": starts or written,
        "ends_when": ends,
        "recorded_when": written,
        "author": author(resource, context, "requester", "recorder"),
        "organization": None,
        **_more(resource, context, "encounter"),
        **some(
            refills=whole(supply.get("numberOfRepeatsAllowed")),
            days_supply=days_of(supply.get("expectedSupplyDuration")),
        ),
    }
    if flag(resource.get("doNotPerform")):
        row["intent"] = FORBIDDEN
    return Mapped("medication_entry", row)


def medication_statement(resource: Json, context: Context) -> Mapped:
    """A MedicationStatement as a medication entry; reported when the patient or a relative said so."""
    notes = context.notes
    starts, ends = notes.period(resource, "effectivePeriod")
    row = {
        **medicine(resource, context),
        "kind": "statement",
        "status": text(resource.get("status")),
        "intent": None,
        **dosage(resource.get("dosage")).columns(),
        "reason": reasons(resource, context),
        "patient_reported": context.links.kind(resource.get("informationSource")) in ("Patient", "RelatedPerson"),
        "starts_when": starts or notes.moment(resource, "effectiveDateTime"),
        "ends_when": ends,
        "recorded_when": notes.moment(resource, "dateAsserted"),
        "author": author(resource, context, "informationSource"),
        "organization": None,
        **_more(resource, context, "context"),
    }
    return Mapped("medication_entry", row)


def days_of(duration: object) -> float | None:
    """A supply in days, or None when its unit is none we know."""
    found = obj(duration)
    unit = (text(found.get("code")) or text(found.get("unit")) or "d").lower()
    value = number(found.get("value"))
    return value * _DAYS[unit] if value is not None and unit in _DAYS else None


def _more(resource: Json, context: Context, encounter: str) -> dict[str, Any]:
    why = resource.get("statusReason")
    return some(
        status_reason=concept_text(why) or joined(why),
        note=note_text(resource),
        encounter_source=context.links.key(resource.get(encounter)),
    )


def medicine(resource: Json, context: Context) -> dict[str, Any]:
    """The code columns of the medicine, which is named in the resource or in a Medication it points to."""
    concept = resource.get("medicationCodeableConcept")
    reference = resource.get("medicationReference")
    if not obj(concept) and obj(reference):
        target = context.links.target(reference)
        concept = target.get("code")
        ingredients = [obj(part).get("itemCodeableConcept") for part in objs(target.get("ingredient"))]
        columns = coded(concept)
        columns["text"] = columns["text"] or joined(ingredients, " / ") or context.links.label(reference)
        if columns["text"] is None:
            context.notes.add("the medicine is only a reference that could not be resolved")
        return columns
    columns = coded(concept)
    if columns["text"] is None:
        context.notes.add("no medicine is named")
    return columns


def _bounds(instructions: list[Json], context: Context) -> tuple[str | None, str | None]:
    for instruction in instructions:
        repeat = obj(obj(instruction.get("timing")).get("repeat"))
        if obj(repeat.get("boundsPeriod")):
            return context.notes.period(repeat, "boundsPeriod")
        if repeat.get("boundsDuration") or repeat.get("boundsRange"):
            context.notes.add(f"a length of treatment is only kept in the words of the dosage: {_length(repeat)}")
    return None, None


def _length(repeat: Json) -> str:
    return concept_text(repeat.get("boundsDuration")) or "duration"
