"""Encounter, Procedure, Immunization and Appointment."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    TERMINOLOGY,
    UNKNOWN,
    called,
    coded,
    compact,
    in_zone,
    moment,
    named,
    notes,
    period,
    profile,
    several,
    whom,
)

_ACT = f"{TERMINOLOGY}/v3-ActCode"
_ENCOUNTER = frozenset({
    "planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled", "entered-in-error", "unknown",
})  # fmt: skip
_PROCEDURE = frozenset({
    "preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "entered-in-error", "unknown",
})  # fmt: skip
_APPOINTMENT = frozenset({
    "proposed", "pending", "booked", "arrived", "fulfilled", "cancelled", "noshow", "entered-in-error", "checked-in",
    "waitlist",
})  # fmt: skip
_WITHOUT_TIME = frozenset({"proposed", "cancelled", "waitlist"})  # app-3


def encounter(row: Row, refs: Refs) -> Json:
    """An Encounter."""
    people = [{"individual": whom(row["participant"])}] if row["participant"] else []
    stay = {"admitSource": named(row["admitted_from"]), "dischargeDisposition": named(row["discharge"])}
    return {
        "meta": profile("us-core-encounter"),
        "status": row["status"] if row["status"] in _ENCOUNTER else "unknown",
        "class": {"system": _ACT, "code": row["class_code"] or "AMB"},
        "type": several(coded(row) or UNKNOWN),
        "priority": named(row["priority"]),
        "subject": refs.patient(),
        "participant": people,
        "period": period(row["starts_when"], row["ends_when"]),
        "reasonCode": several(named(row["reason"])),
        "hospitalization": compact(stay),
        "location": [{"location": whom(row["location"])}] if row["location"] else [],
        "serviceProvider": whom(row["organization"]),
    }


def procedure(row: Row, refs: Refs) -> Json:
    """A Procedure, done or not."""
    start, end = row["performed_when"], row["performed_end"]
    when: Json = {"performedPeriod": period(start, end)} if end else {"performedDateTime": moment(start)}
    return {
        "meta": profile("us-core-procedure"),
        "status": row["status"] if row["status"] in _PROCEDURE else "unknown",
        "statusReason": named(row["not_done_reason"]),
        "code": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "encounter": refs.key(row["encounter_source"]),
        **when,
        "performer": [{"actor": whom(row["author"])}] if row["author"] else [],
        "reasonCode": several(named(row["reason"])),
        "outcome": named(row["outcome"]),
        "note": notes(row["note"]),
    }


def immunization(row: Row, refs: Refs) -> Json:
    """An Immunization; one without a day says so, because FHIR asks for one."""
    when: Json = {"occurrenceDateTime": moment(row["occurred_when"])}
    return {
        "meta": profile("us-core-immunization"),
        "status": row["status"] if row["status"] in ("completed", "entered-in-error", "not-done") else "completed",
        "statusReason": named(row["not_done_reason"]),
        "vaccineCode": coded(row) or UNKNOWN,
        "patient": refs.patient(),
        **(when if row["occurred_when"] else {"occurrenceString": "unknown"}),
        "recorded": moment(row["recorded_when"]),
        "lotNumber": row["lot_number"],
        "performer": [{"actor": whom(row["author"])}] if row["author"] else [],
        "note": notes(row["note"]),
    }


def appointment(row: Row, refs: Refs) -> Json:
    """An Appointment, in the time of the place where it is; the practice takes part in those that are here."""
    told = row["status"] if row["status"] in _APPOINTMENT else "booked"
    start, end = _times(row, refs)
    return {
        "identifier": [{"system": "urn:ietf:rfc:5545", "value": row["ical_uid"]}] if row["ical_uid"] else [],
        "status": told if start or told in _WITHOUT_TIME else "proposed",
        "cancelationReason": named(row["cancel_reason"]) if told in ("cancelled", "noshow") else None,
        "description": row["reason"],
        "start": start,
        "end": end,
        "minutesDuration": row["minutes"],
        "basedOn": several(refs.to("service_request", row["service_request_id"])),
        "participant": [_part(actor) for actor in _actors(row, refs)],
    }


def _times(row: Row, refs: Refs) -> tuple[str | None, str | None]:
    """Start and end; FHIR asks for both or none (app-2)."""
    start: dt.datetime | None = row["starts_at"]
    if start is None:
        return None, None
    end = row["ends_at"] or start + dt.timedelta(minutes=row["minutes"] or 0)
    zone = ZoneInfo(row["time_zone"]) if row["time_zone"] else refs.zone
    return in_zone(start, zone), in_zone(end, zone)


def _actors(row: Row, refs: Refs) -> list[Json]:
    with_whom = called(refs.to("practitioner", row["practitioner_id"]), row["with_text"])
    place = whom(row["where_text"]) if row["outside"] else called(refs.place(), row["where_text"])
    return several(refs.patient(), with_whom, place)


def _part(actor: Json) -> Json:
    return {"actor": actor, "status": "accepted"}
