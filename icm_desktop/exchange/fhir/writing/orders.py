"""ServiceRequest and Task: what was asked of whom, and where it stands."""

from __future__ import annotations

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.plans import owner
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    UNKNOWN,
    called,
    coded,
    compact,
    concept,
    moment,
    named,
    notes,
    period,
    profile,
    several,
    whom,
)

SNOMED = "http://snomed.info/sct"
_REFERRAL = {"coding": [{"system": SNOMED, "code": "3457005", "display": "Patient referral"}]}
_STATUSES = frozenset({"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"})
_INTENTS = frozenset({
    "proposal", "plan", "directive", "order", "original-order", "reflex-order", "filler-order", "instance-order",
    "option",
})  # fmt: skip
_TASK = frozenset({
    "draft", "requested", "received", "accepted", "rejected", "ready", "cancelled", "in-progress", "on-hold", "failed",
    "completed", "entered-in-error",
})  # fmt: skip
# The state of a referral as the status of the Task that carries it. Source: FHIR R4 task-status and its state machine.
_STATE = {
    "draft": "draft", "sent": "requested", "received": "received", "more_info": "on-hold", "declined": "rejected",
    "accepted": "accepted", "scheduled": "accepted", "no_show": "in-progress", "visit_cancelled": "on-hold",
    "seen": "in-progress", "report_received": "completed", "reviewed": "completed", "patient_informed": "completed",
    "closed": "completed", "cancelled": "cancelled", "patient_declined": "cancelled", "expired": "failed",
    "rerouted": "cancelled",
}  # fmt: skip


def service_request(row: Row, refs: Refs) -> Json:
    """A ServiceRequest: a referral, or another order."""
    forbidden = row["intent"] == "do-not-perform"
    performer = refs.to("practitioner", row["to_practitioner_id"]) or refs.to("organization", row["to_organization_id"])
    return {
        "meta": profile("us-core-servicerequest"),
        "status": row["status"] if row["status"] in _STATUSES else "unknown",
        "intent": row["intent"] if row["intent"] in _INTENTS else "order",
        "category": [_REFERRAL] if row["is_referral"] else [],
        "priority": "urgent" if row["urgency"] in ("urgent", "stat", "asap") else "routine",
        "doNotPerform": True if forbidden else None,
        "code": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "authoredOn": moment(row["ordered_on"] or row["recorded_when"]),
        "requester": whom(row["requester"] or row["author"]),
        "performer": several(called(performer, row["to_text"])),
        "reasonCode": several(named(row["reason"])),
        "note": notes(row["question"]),
    }


def referral_task(row: Row, refs: Refs) -> Json:
    """The Task that carries a referral of ours: its status, whom it waits for, and its dated facts as notes.

    Source: HL7 SDOH Clinical Care and 360X: a referral is a ServiceRequest with a Task that focuses on it.
    """
    events = row.of("referral_event")
    last = events[-1] if events else None
    request = refs.to("service_request", row["id"])
    done = _STATE.get(last["state"]) == "completed" if last else False
    return {
        "basedOn": several(request),
        "status": _STATE.get(last["state"], "requested") if last else "draft",
        "statusReason": named(last["note"]) if last else None,
        "businessStatus": named(last["state"].replace("_", " ")) if last else None,
        "intent": "order",
        "priority": "urgent" if row["urgency"] in ("urgent", "stat", "asap") else "routine",
        "code": concept("fulfill", "fulfill", "http://hl7.org/fhir/CodeSystem/task-code"),
        "focus": request,
        "for": refs.patient(),
        "executionPeriod": period(None, last["happened_on"]) if last and done else None,
        "authoredOn": moment(row["ordered_on"] or row["created_at"]),
        "lastModified": moment(last["happened_on"] if last else row["updated_at"]),
        "requester": refs.practice(),
        "owner": owner(row, refs),
        "note": notes(*(_fact(one) for one in events)),
    }


def _fact(event: Row) -> str:
    told = ", ".join(filter(None, (event["how"], event["person"], event["note"])))
    return ": ".join(filter(None, (f"{event['happened_on']} {event['state'].replace('_', ' ')}", told)))


def task(row: Row, refs: Refs) -> Json:
    """A Task."""
    told = row["status"] if row["status"] in _TASK else "requested"
    return {
        "basedOn": several(refs.to("service_request", row["service_request_id"])),
        "status": told,
        "businessStatus": named(row["business_status"]),
        "intent": "order",
        "code": coded(row),
        "description": row["description"] or row["text"],
        "for": refs.patient(),
        "executionPeriod": period(None, row["done_on"]),
        "authoredOn": moment(row["recorded_when"] or row["created_at"]),
        "requester": whom(row["author"]),
        "owner": owner(row, refs),
        "restriction": compact({"period": period(None, row["due_on"])}),
    }
