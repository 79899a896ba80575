"""Communication, MedicationDispense, Device and HealthcareService."""

from __future__ import annotations

from icm_desktop.exchange.fhir import attachments
from icm_desktop.exchange.fhir.mapped import Context, Mapped
from icm_desktop.exchange.fhir.medicines import days_of, medicine
from icm_desktop.exchange.fhir.sensitive import is_sensitive
from icm_desktop.exchange.fhir.values import (
    Json,
    address_line,
    code,
    coded,
    concept_text,
    first_text,
    joined,
    note_text,
    number,
    obj,
    objs,
    phone,
    text,
)


def communication(resource: Json, context: Context) -> Mapped:
    """A Communication, made or tried; attachments become documents."""
    notes, links = context.notes, context.links
    payloads = objs(resource.get("payload"))
    said = [text(one.get("contentString")) or links.label(one.get("contentReference")) for one in payloads]
    to = dict.fromkeys(filter(None, map(links.label, objs(resource.get("recipient")))))
    status = text(resource.get("status"))
    topic = resource.get("topic") or next(iter(objs(resource.get("reasonCode"))), None)
    row = {
        **coded(topic),
        "status": status,
        "category": joined(resource.get("category")),
        "medium": joined(resource.get("medium")),
        "sent_when": notes.moment(resource, "sent"),
        "received_when": notes.moment(resource, "received"),
        "sender": links.label(resource.get("sender")),
        "recipient": ", ".join(to) or None,
        "message": "\n".join(filter(None, [*said, note_text(resource)])) or None,
        "not_done_reason": concept_text(resource.get("statusReason")) if status == "not-done" else None,
        "recorded_when": notes.moment(resource, "sent") or notes.moment(resource, "received"),
        "author": links.label(resource.get("sender")),
        "organization": links.workplace(resource.get("sender")).name,
    }
    row["text"] = row["text"] or row["category"]
    if status != "not-done" and concept_text(resource.get("statusReason")):
        notes.add("why a communication has its status is not read")
    papers = [obj(one.get("contentAttachment")) for one in payloads]
    made = attachments.document(
        topic or next(iter(objs(resource.get("category"))), None),
        "current",
        papers,
        context,
        created_when=row["sent_when"],
        recorded_when=row["sent_when"],
        author=row["sender"],
    )
    return Mapped("communication", row, also=(made,) if made else ())


def medication_dispense(resource: Json, context: Context) -> Mapped:
    """A MedicationDispense: a refill, or one that was not done."""
    notes, links = context.notes, context.links
    quantity = obj(resource.get("quantity"))
    status = text(resource.get("status"))
    why = concept_text(resource.get("statusReasonCodeableConcept")) or links.label(
        resource.get("statusReasonReference")
    )
    orders = objs(resource.get("authorizingPrescription"))
    handed = notes.moment(resource, "whenHandedOver") or notes.moment(resource, "whenPrepared")
    row = {
        **medicine(resource, context),
        "status": status,
        "medication_source": next(filter(None, (links.source(one, "MedicationRequest") for one in orders)), None),
        "handed_over_when": handed,
        "quantity": number(quantity.get("value")),
        "quantity_unit": text(quantity.get("unit")) or text(quantity.get("code")),
        "days_supply": days_of(resource.get("daysSupply")),
        "not_done_reason": why if status in ("declined", "cancelled", "stopped", "on-hold") else None,
        "recorded_when": handed,
        "author": next(filter(None, (links.label(one.get("actor")) for one in objs(resource.get("performer")))), None),
        "organization": links.label(resource.get("location")),
    }
    return Mapped("medication_dispense", row)


def device(resource: Json, context: Context) -> Mapped:
    """A Device of a patient."""
    notes, links = context.notes, context.links
    carrier = next(iter(objs(resource.get("udiCarrier"))), {})
    named = next((text(one.get("name")) for one in objs(resource.get("deviceName")) if text(one.get("name"))), None)
    row = {
        **coded(resource.get("type")),
        "status": text(resource.get("status")),
        "udi": text(carrier.get("carrierHRF")) or text(carrier.get("deviceIdentifier")),
        "serial_number": text(resource.get("serialNumber")),
        "lot_number": text(resource.get("lotNumber")),
        "manufacturer": text(resource.get("manufacturer")),
        "made_when": notes.moment(resource, "manufactureDate"),
        "expires_when": notes.moment(resource, "expirationDate"),
        "note": note_text(resource),
        "recorded_when": None,
        "author": None,
        "organization": links.label(resource.get("owner")),
    }
    row["text"] = row["text"] or named or text(resource.get("modelNumber"))
    return Mapped("device", row)


def healthcare_service(resource: Json, context: Context) -> Mapped:
    """A HealthcareService: an entry of the directory."""
    links = context.links
    places = [links.target(one) for one in objs(resource.get("location"))]
    addresses = (address_line(place.get("address")) for place in places)
    hours = [text(one.get("availableStartTime")) for one in objs(resource.get("availableTime"))]
    name = text(resource.get("name")) or first_text(resource.get("type")) or first_text(resource.get("category"))
    row = {
        "organization_id": links.row(resource.get("providedBy"), "organization"),
        "name": name or links.label(resource.get("providedBy")) or "(no name)",
        "category": joined(resource.get("category")) or joined(resource.get("type")),
        "phone": phone(resource.get("telecom")),
        "fax": phone(resource.get("telecom"), ("fax",)),
        "email": phone(resource.get("telecom"), ("email",)),
        "address": next(filter(None, addresses), None),
        "hours_text": text(resource.get("availabilityExceptions")),
        "referral_how": joined(resource.get("referralMethod")),
        "languages": [found for one in objs(resource.get("communication")) if (found := code(one))] or None,
        "insurances": None,
        "wait_text": None,
        "note": "\n".join(filter(None, (text(resource.get("comment")), text(resource.get("extraDetails"))))) or None,
        "sensitive": is_sensitive(context.sensitive, resource, name, joined(resource.get("specialty"))),
    }
    if any(hours):
        context.notes.add("opening hours of a service are not read")
    return Mapped("healthcare_service", row)
