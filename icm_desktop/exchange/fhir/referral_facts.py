"""Dated facts of a referral, read from the resources around it.

Which status means which fact follows the FHIR R4 status codes of ServiceRequest, Task, Appointment and Encounter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from icm_desktop.exchange.fhir.values import Json, Notes, concept_text, has_code, obj, objs, text

# SNOMED CT 371530004 "Clinical consultation report": the Task that asks for the consultant's note (CMS50).
CONSULT_REPORT = frozenset({"371530004"})
_TASK = {
    "received": "received",
    "accepted": "accepted",
    "rejected": "declined",
    "on-hold": "more_info",
    "in-progress": "seen",
}
_APPOINTMENT = {
    "booked": "scheduled",
    "fulfilled": "seen",
    "arrived": "seen",
    "checked-in": "seen",
    "noshow": "no_show",
}
_ORDER = ("sent", "received", "more_info", "declined", "accepted", "scheduled", "no_show", "seen", "report_received")
ENDED = frozenset({"closed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Fact:
    """The referral reached `state` on a local day; `how` names the resource that says so."""

    state: str
    happened_on: dt.date
    how: str
    note: str | None = None

    @property
    def order(self) -> tuple[dt.date, int]:
        """Facts of one day come in the order of the loop."""
        return self.happened_on, _ORDER.index(self.state) if self.state in _ORDER else len(_ORDER)


def of_request(resource: Json, zone: dt.tzinfo) -> Iterator[Fact]:
    """An active referral was sent the day it was written."""
    day = Notes(zone).day(resource, "authoredOn")
    if day and resource.get("status") in ("active", "on-hold", "completed"):
        yield Fact("sent", day, "ServiceRequest")


def of_task(resource: Json, request: Json, zone: dt.tzinfo) -> Iterator[Fact]:
    """What a Task about the referral says. A finished fulfilment closes it only when the request is completed too."""
    notes, status = Notes(zone), text(resource.get("status"))
    changed = notes.day(resource, "lastModified") or notes.day(resource, "authoredOn")
    ended = notes.day(obj(resource.get("executionPeriod")), "end") or changed
    state = _TASK.get(status or "")
    if state and changed:
        yield Fact(state, changed, "Task", concept_text(resource.get("statusReason")))
    if status == "completed" and ended:
        if has_code([resource.get("code")], CONSULT_REPORT) or resource.get("output"):
            yield Fact("report_received", ended, "Task")
        elif request.get("status") != "completed":
            yield Fact("seen", ended, "Task")


def of_appointment(resource: Json, request: Json, zone: dt.tzinfo) -> Iterator[Fact]:
    """A visit booked for the referral, kept or missed. A booking without its own date counts from the request."""
    notes, state = Notes(zone), _APPOINTMENT.get(text(resource.get("status")) or "")
    start, created = notes.day(resource, "start"), notes.day(resource, "created")
    if state == "scheduled":
        booked = created or notes.day(obj(resource.get("meta")), "lastUpdated") or notes.day(request, "authoredOn")
        if booked:
            yield Fact("scheduled", booked, "Appointment")
    elif state and start:
        if created and created <= start:
            yield Fact("scheduled", created, "Appointment")
        yield Fact(state, start, "Appointment")


def of_encounter(resource: Json, zone: dt.tzinfo) -> Iterator[Fact]:
    """The visit itself."""
    start = Notes(zone).day(obj(resource.get("period")), "start")
    if start and resource.get("status") in ("finished", "in-progress", "arrived"):
        yield Fact("seen", start, "Encounter")


def of_document(resource: Json, zone: dt.tzinfo) -> Iterator[Fact]:
    """The consultant's note that came back."""
    notes = Notes(zone)
    day = notes.day(resource, "date") or notes.day(resource, "issued")
    if day and resource.get("status") not in ("entered-in-error", "superseded", "cancelled"):
        yield Fact("report_received", day, text(resource.get("resourceType")) or "DocumentReference")


def of_end(resource: Json, last: dt.date | None, zone: dt.tzinfo) -> Iterator[Fact]:
    """A completed or revoked request ends at its last dated fact."""
    state = {"completed": "closed", "revoked": "cancelled"}.get(text(resource.get("status")) or "")
    day = last or Notes(zone).day(resource, "authoredOn")
    if state and day:
        yield Fact(state, day, "ServiceRequest")


def encounters_of_document(resource: Json) -> list[Json]:
    """References to the visits a document reports on."""
    return [*objs(obj(resource.get("context")).get("encounter")), *objs(resource.get("encounter"))]


def requests_of(resource: Json) -> list[Json]:
    """References that may name the request a resource belongs to."""
    found = [*objs(resource.get("basedOn")), *objs(resource.get("incomingReferral")), obj(resource.get("focus"))]
    return [reference for reference in [*found, *objs(obj(resource.get("context")).get("related"))] if reference]
