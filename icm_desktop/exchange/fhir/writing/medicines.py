"""MedicationRequest and MedicationStatement, and what a pharmacy handed out."""

from __future__ import annotations

from icm_desktop.domain.medicines import FORBIDDEN
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    UCUM,
    UNKNOWN,
    coded,
    compact,
    moment,
    named,
    notes,
    period,
    plain,
    profile,
    quantity,
    several,
    whom,
)

_REQUEST = frozenset({"active", "on-hold", "cancelled", "completed", "entered-in-error", "stopped", "draft"})
_STATEMENT = frozenset({
    "active", "completed", "entered-in-error", "intended", "stopped", "on-hold", "unknown", "not-taken",
})  # fmt: skip
_INTENTS = frozenset({
    "proposal", "plan", "order", "original-order", "reflex-order", "filler-order", "instance-order", "option",
})  # fmt: skip
_TIMES = {"morning": "MORN", "noon": "NOON", "evening": "EVE", "bedtime": "HS"}  # HL7 EventTiming
_DISPENSED = frozenset({
    "preparation", "in-progress", "cancelled", "on-hold", "completed", "entered-in-error", "stopped", "declined",
    "unknown",
})  # fmt: skip


def is_request(row: Row) -> bool:
    """Whether the entry is an order; what was typed here tells what the patient takes, it orders nothing."""
    return bool(row["kind"] == "request")


def entry(row: Row, refs: Refs) -> Json:
    """A medication entry as the resource it came as."""
    return request(row, refs) if is_request(row) else statement(row, refs)


def request(row: Row, refs: Refs) -> Json:
    """A MedicationRequest."""
    supply = compact({"numberOfRepeatsAllowed": row["refills"], "expectedSupplyDuration": _days(row["days_supply"])})
    forbidden = row["intent"] == FORBIDDEN
    return {
        "resourceType": "MedicationRequest",
        "meta": profile("us-core-medicationrequest"),
        "status": row["status"] if row["status"] in _REQUEST else "unknown",
        "statusReason": named(row["status_reason"]),
        "intent": row["intent"] if row["intent"] in _INTENTS else "order",
        "doNotPerform": True if forbidden else None,
        "reportedBoolean": True if row["patient_reported"] else None,
        "medicationCodeableConcept": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "encounter": refs.key(row["encounter_source"]),
        "authoredOn": moment(row["recorded_when"] or row["created_at"]),
        "requester": whom(row["author"]),
        "reasonCode": several(named(row["reason"])),
        "note": notes(row["note"]),
        "dosageInstruction": dosage(row, bounds=True),
        "dispenseRequest": supply,
    }


def statement(row: Row, refs: Refs) -> Json:
    """A MedicationStatement: what is taken, as far as it is known here."""
    return {
        "resourceType": "MedicationStatement",
        "status": row["status"] if row["status"] in _STATEMENT else "unknown",
        "statusReason": several(named(row["status_reason"])),
        "medicationCodeableConcept": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "context": refs.key(row["encounter_source"]),
        "effectivePeriod": period(row["starts_when"], row["ends_when"]),
        "dateAsserted": moment(row["recorded_when"] or row["created_at"]),
        "informationSource": refs.patient() if row["patient_reported"] else whom(row["author"]),
        "reasonCode": several(named(row["reason"])),
        "note": notes(row["note"]),
        "dosage": dosage(row),
    }


def dosage(row: Row, *, bounds: bool = False) -> list[Json]:
    """How it is taken: the sentence people read, and amount, times and frequency where they are plain."""
    when = [code for name, code in _TIMES.items() if row[name]]
    span = period(row["starts_when"], row["ends_when"]) if bounds and row["ends_when"] else None
    repeat = compact({"boundsPeriod": span, **_often(row["times_per_day"]), "when": when})
    dose = quantity(row["dose_value"], row["dose_unit"])
    found = {
        "text": row["dosage"],
        "timing": compact({"repeat": repeat}),
        "asNeededBoolean": True if row["as_needed"] else None,
        "route": named(row["route"]),
        "doseAndRate": [{"doseQuantity": dose}] if dose else [],
    }
    return several(compact(found))


def _often(times: float | None) -> Json:
    """Times a day; what is less than once a day as once in so many days."""
    if times is None or times <= 0:
        return {}
    if times >= 1 and float(times).is_integer():
        return {"frequency": int(times), "period": 1, "periodUnit": "d"}
    days = round(1 / times, 2)
    return {"frequency": 1, "period": plain(days), "periodUnit": "d"} if times < 1 else {}


def _days(days: float | None) -> Json | None:
    return None if days is None else {"value": plain(days), "unit": "days", "system": UCUM, "code": "d"}


def dispense(row: Row, refs: Refs) -> Json:
    """A MedicationDispense."""
    order = refs.key(row["medication_source"])
    return {
        "status": row["status"] if row["status"] in _DISPENSED else "unknown",
        "statusReasonCodeableConcept": named(row["not_done_reason"]),
        "medicationCodeableConcept": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "performer": [{"actor": whom(row["author"])}] if row["author"] else [],
        "location": whom(row["organization"]),
        "authorizingPrescription": several(order),
        "quantity": quantity(row["quantity"], row["quantity_unit"]),
        "daysSupply": _days(row["days_supply"]),
        "whenHandedOver": moment(row["handed_over_when"]),
    }
