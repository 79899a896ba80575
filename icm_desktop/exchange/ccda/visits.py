"""Encounters, procedures, devices and notes of a C-CDA document."""

from __future__ import annotations

import base64
import binascii

from icm_desktop.exchange.ccda import people, problems, times
from icm_desktop.exchange.ccda.codes import LONGEST_NOTE
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.header import act_class
from icm_desktop.exchange.ccda.tree import Node
from icm_desktop.exchange.fhir.values import Json

_PROCEDURES = {"completed": "completed", "active": "in-progress", "aborted": "stopped", "cancelled": "not-done"}
_PROCEDURES |= {"nullified": "entered-in-error", "suspended": "on-hold"}
_NOTE, _DIAGNOSIS = "22.4.202", "22.4.80"


def encounter(doc: Document, node: Node) -> None:
    """A visit or stay that happened, with what was found at it."""
    code = doc.concept(node.one("code"))
    during = times.period(node.one("effectiveTime"))
    places = [name for one in node.all("participant") if (name := _place(one))]
    disposition = doc.concept(node.one("dischargeDispositionCode"))
    told = node.one("statusCode").get("code") or ""
    made: Json = {
        "resourceType": "Encounter",
        "subject": doc.patient,
        "status": {"active": "in-progress", "aborted": "cancelled", "cancelled": "cancelled"}.get(told, "finished"),
        "class": {"code": class_} if (class_ := act_class(node.one("code"))) else None,
        "type": [code] if code else None,
        "period": during,
        "participant": [
            {"individual": {"display": name}} for one in node.all("performer") if (name := people.who(one))
        ],
        "location": [{"location": {"display": name}} for name in places],
        "reasonCode": [found for one in _reasons(node) if (found := doc.concept(one))],
        "hospitalization": {"dischargeDisposition": disposition} if disposition else None,
    }
    if told == "nullified":
        made["status"] = "entered-in-error"
    doc.add(made, node)
    for act in node.all("entryRelationship", "act"):
        if _DIAGNOSIS in act.templates():
            problems.concern(doc, act, "encounter-diagnosis")


def _place(node: Node) -> str | None:
    return people.who(node) if node.get("typeCode") == "LOC" else None


def _reasons(node: Node) -> list[Node]:
    inside = node.all("entryRelationship", "observation")
    found = (one.one("value") for one in inside if "22.4.19" in one.templates())
    return [value for value in found if value.get("code")]


def procedure(doc: Document, node: Node) -> None:
    """Something that was done; implants of it are devices of their own."""
    code = doc.concept(node.one("code"))
    if not code and (told := doc.text(node)):
        code = {"text": told}
    if not code:
        doc.leave("a procedure without a name is not read", "Procedure")
        return
    during = times.period(node.one("effectiveTime"))
    performer = next((name for one in node.all("performer") if (name := people.who(one))), None)
    refused = node.get("negationInd") == "true"
    value = times.value(node.one("value"), doc.words) if node.tag == "observation" else {}
    outcome = value.get("valueCodeableConcept") or ({"text": value["valueString"]} if "valueString" in value else None)
    done = {"performedPeriod": during} if "end" in during else {"performedDateTime": during.get("start")}
    doc.add(
        {
            "resourceType": "Procedure",
            "subject": doc.patient,
            "status": "not-done" if refused else _PROCEDURES.get(node.one("statusCode").get("code") or "", "unknown"),
            "code": code,
            **done,
            "performer": [{"actor": {"display": performer}}] if performer else None,
            "recorder": doc.said_by(node),
            "reasonCode": [found for one in _reasons(node) if (found := doc.concept(one))],
            "outcome": outcome,
        },
        node,
    )
    for part in node.all("participant"):
        if "22.4.37" in part.one("participantRole").templates():
            device(doc, part)


def device(doc: Document, part: Node) -> None:
    """A product instance: an implant or another device of the patient."""
    role = part.one("participantRole")
    code = doc.concept(role.one("playingDevice", "code"))
    model = role.one("playingDevice", "manufacturerModelName").words()
    if not code and not model:
        doc.leave("a device without a name is not read", "Device")
        return
    number = next((one.get("extension") for one in role.all("id") if one.get("extension")), None)
    doc.add(
        {
            "resourceType": "Device",
            "patient": doc.patient,
            "type": code or {"text": model},
            "udiCarrier": [{"carrierHRF": number}] if number else None,
            "manufacturer": role.one("scopingEntity", "desc").words() or None,
        },
        role,
    )


def supply(doc: Document, node: Node) -> None:
    """A device or supply that stands alone in the section of medical equipment."""
    found = [one for one in node.all("participant") if "22.4.37" in one.one("participantRole").templates()]
    for part in found:
        device(doc, part)
    if not found:
        doc.leave("a supply that names no device is not read", "Device")


def note(doc: Document, node: Node) -> None:
    """A note that is an entry of its own: its words, or the file inside it."""
    text = node.one("text")
    code = doc.concept(node.one("code"))
    data = _bytes(doc, text)
    if not data:
        doc.leave("a note without words is not read", "DocumentReference")
        return
    kind = text.get("mediaType") if text.get("representation") == "B64" else "text/plain"
    author = doc.said_by(node)
    doc.add(
        {
            "resourceType": "DocumentReference",
            "subject": doc.patient,
            "status": "current",
            "type": code or {"text": "Note"},
            "date": times.of(node.one("effectiveTime")) or doc.said_at(node),
            "author": [author] if author else None,
            "content": [{"attachment": {"contentType": kind, "data": base64.b64encode(data).decode("ascii")}}],
        },
        node,
    )


def _bytes(doc: Document, text: Node) -> bytes:
    if text.get("representation") == "B64":
        try:
            return base64.b64decode("".join(text.text.split()), validate=True)
        except (binascii.Error, ValueError):
            return b""
    return (doc.words.of(text, LONGEST_NOTE) or "").encode()
