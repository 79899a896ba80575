"""Encounter, Procedure, Immunization and Appointment: what happened or will happen at a date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icm_desktop.domain import moments
from icm_desktop.exchange.fhir.mapped import Context, Mapped, NotMapped, some
from icm_desktop.exchange.fhir.problems import author, in_words, onset
from icm_desktop.exchange.fhir.sensitive import is_sensitive
from icm_desktop.exchange.fhir.values import (
    Json,
    code,
    coded,
    concept_text,
    first_text,
    flag,
    joined,
    obj,
    objs,
    quantity_text,
    text,
    whole,
)

_PLACES = ("Location", "HealthcareService", "Organization")


def encounter(resource: Json, context: Context) -> Mapped:
    """An Encounter."""
    starts, ends = context.notes.period(resource, "period")
    class_ = obj(resource.get("class"))
    kinds = objs(resource.get("type"))
    people = [part.get("individual") for part in objs(resource.get("participant"))]
    row: dict[str, Any] = {
        **coded(kinds[0] if kinds else None),
        "status": text(resource.get("status")),
        "class_code": _class(class_),
        "starts_when": starts,
        "ends_when": ends,
        "reason": _reason(resource, context),
        "discharge": concept_text(obj(resource.get("hospitalization")).get("dischargeDisposition")),
        "participant": next(filter(None, map(context.links.label, people)), None),
        "location": _first_label(context, [part.get("location") for part in objs(resource.get("location"))]),
        "recorded_when": starts,
        "author": None,
        "organization": context.links.label(resource.get("serviceProvider")),
        **some(
            admitted_from=concept_text(obj(resource.get("hospitalization")).get("admitSource")),
            priority=concept_text(resource.get("priority")),
        ),
    }
    if row["text"] is None:
        row["text"] = concept_text(resource.get("serviceType"))
    return Mapped("encounter", row)


def _class(told: Json) -> str | None:
    """The class of a visit; that it is unknown is no class."""
    if (text(told.get("system")) or "").endswith("v3-NullFlavor"):
        return None
    return text(told.get("code")) or code(told) or text(told.get("display"))


def procedure(resource: Json, context: Context) -> Mapped:
    """A Procedure, done or recorded as not done."""
    notes = context.notes
    starts, ends = notes.period(resource, "performedPeriod")
    performers = [part.get("actor") for part in objs(resource.get("performer"))]
    refused = resource.get("status") == "not-done"
    row: dict[str, Any] = {
        **coded(resource.get("code")),
        "status": text(resource.get("status")),
        "performed_when": starts or onset(resource, notes, "performed"),
        "performed_end": ends,
        "not_done_reason": concept_text(resource.get("statusReason")) if refused else None,
        "recorded_when": None,
        "author": _first_label(context, performers) or author(resource, context, "recorder", "asserter"),
        "organization": None,
        **some(
            reason=_reason(resource, context),
            outcome=concept_text(resource.get("outcome")),
            note=in_words(resource, "performed"),
            encounter_source=context.links.key(resource.get("encounter")),
        ),
    }
    return Mapped("procedure", row)


def immunization(resource: Json, context: Context) -> Mapped:
    """An Immunization, given or recorded as not given."""
    performers = [part.get("actor") for part in objs(resource.get("performer"))]
    status = text(resource.get("status"))
    if flag(resource.get("notGiven")):
        status = "not-done"
    row: dict[str, Any] = {
        **coded(resource.get("vaccineCode")),
        "status": status,
        "occurred_when": context.notes.moment(resource, "occurrenceDateTime") or context.notes.moment(resource, "date"),
        "not_done_reason": concept_text(resource.get("statusReason")) if status == "not-done" else None,
        "recorded_when": context.notes.moment(resource, "recorded"),
        "author": _first_label(context, performers),
        "organization": context.links.label(resource.get("location")),
        **some(
            lot_number=text(resource.get("lotNumber")),
            dose_text=quantity_text(resource.get("doseQuantity")),
            note=in_words(resource, "occurrence"),
        ),
    }
    return Mapped("immunization", row)


def appointment(resource: Json, context: Context) -> Mapped:
    """An Appointment. It is outside unless a clinician of this practice or the practice itself takes part.

    Which organisation is the practice, its name says, earlier visits, or the records it began with (`home.py`).

    Raises:
        NotMapped: it has no status.
    """
    status = text(resource.get("status"))
    if status is None:
        raise NotMapped("Appointment has no status")
    links, notes = context.links, context.notes
    actors = [part.get("actor") for part in objs(resource.get("participant"))]
    people = [actor for actor in actors if links.kind(actor) in ("Practitioner", "PractitionerRole")]
    places = [actor for actor in actors if links.kind(actor) in _PLACES]
    workplaces = [links.workplace(actor) for actor in [*places, *people]]
    starts, ends = (moments.instant(notes.moment(resource, name)) for name in ("start", "end"))
    row: dict[str, Any] = {
        "starts_at": starts,
        "ends_at": ends,
        "time_zone": None,
        "minutes": _minutes(resource, starts, ends),
        "practitioner_id": next(filter(None, map(links.our_clinician, people)), None)
        or _first_row(context, people, "practitioner"),
        "organization_id": next((place.organization_id for place in workplaces if place.organization_id), None),
        "service_request_id": _first_row(context, objs(resource.get("basedOn")), "service_request"),
        "status": status,
        "outside": not any(links.is_ours(actor) for actor in [*people, *places]),
        "with_text": _first_label(context, people),
        "where_text": _first_label(context, places) or next((place.name for place in workplaces if place.name), None),
        "phone": next(filter(None, map(links.phone, [*people, *places])), None),
        "reason": _appointment_reason(resource),
        "cancel_reason": concept_text(resource.get("cancelationReason")) if status in ("cancelled", "noshow") else None,
    }
    told = (row["reason"], joined(resource.get("specialty")))
    row["sensitive"] = is_sensitive(context.sensitive, resource, *told)
    for name in ("comment", "patientInstruction", "recurrenceTemplate"):
        if resource.get(name):
            notes.add(f"Appointment.{name} is kept with the original, not shown")
    return Mapped("appointment", row)


def _appointment_reason(resource: Json) -> str | None:
    kinds = (joined(resource.get(name)) for name in ("serviceType", "reasonCode", "specialty"))
    return text(resource.get("description")) or next(filter(None, kinds), None)


def _minutes(resource: Json, starts: dt.datetime | None, ends: dt.datetime | None) -> int | None:
    told = whole(resource.get("minutesDuration"))
    if told is not None and told > 0:
        return told
    if starts and ends and ends > starts:
        return int((ends - starts).total_seconds() // 60)
    return None


def _first_label(context: Context, references: list[Any]) -> str | None:
    return next(filter(None, map(context.links.label, references)), None)


def _first_row(context: Context, references: list[Any], table: str) -> int | None:
    return next((found for reference in references if (found := context.links.row(reference, table))), None)


def _reason(resource: Json, context: Context) -> str | None:
    labels = (context.links.label(reference) for reference in objs(resource.get("reasonReference")))
    return first_text(resource.get("reasonCode")) or next(filter(None, labels), None)
