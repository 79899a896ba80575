"""The people and places care comes from: Organization, Location, Practitioner, PractitionerRole, HealthcareService."""

from __future__ import annotations

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.plans import contact_points
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    address,
    human_name,
    languages,
    named,
    profile,
    several,
    telecom,
)

_NPI = "http://hl7.org/fhir/sid/us-npi"


def organization(row: Row, refs: Refs) -> Json:
    """An Organization of the directory, or this practice."""
    return {
        "meta": profile("us-core-organization"),
        "active": True,
        "type": several(named(row["kind"])),
        "name": row["name"],
        "telecom": [*contact_points(row), *telecom("url", row["website"])],
        "address": address(row["address"]),
    }


def location(row: Row, refs: Refs) -> Json:
    """A Location."""
    place = address(row["address"])
    return {
        "meta": profile("us-core-location"),
        "status": "active",
        "name": row["name"],
        "telecom": telecom("phone", row["phone"]),
        "address": place[0] if place else None,
        "managingOrganization": refs.to("organization", row["organization_id"]),
    }


def practice_place(row: Row, refs: Refs) -> Json:
    """Where this practice sees patients: only a place can take part in an Appointment, not an organisation."""
    return {**location(row, refs), "managingOrganization": refs.practice()}


def practitioner(row: Row, refs: Refs) -> Json:
    """A Practitioner."""
    specialty = named(row["specialty"])
    return {
        "meta": profile("us-core-practitioner"),
        "identifier": [{"system": _NPI, "value": row["npi"]}] if row["npi"] else [],
        "active": row["left_on"] is None,
        "name": several(human_name(row)),
        "telecom": contact_points(row),
        "address": address(row["address"]),
        "qualification": [{"code": specialty}] if specialty else [],
        "communication": languages(row["languages"]),
    }


def user(row: Row, refs: Refs) -> Json:
    """A colleague of this practice as a Practitioner; how they sign in stays here."""
    return {
        "meta": profile("us-core-practitioner"),
        "active": row["disabled_at"] is None,
        "name": [{"text": row["display_name"]}],
        "telecom": [*telecom("phone", row["phone"]), *telecom("email", row["email"])],
        "qualification": [{"code": {"text": row["job_title"]}}] if row["job_title"] else [],
    }


def practitioner_role(row: Row, refs: Refs) -> Json:
    """A PractitionerRole."""
    return {
        "meta": profile("us-core-practitionerrole"),
        "practitioner": refs.to("practitioner", row["practitioner_id"]),
        "organization": refs.to("organization", row["organization_id"]),
        "code": several(named(row["role"])),
        "specialty": several(named(row["specialty"])),
        "telecom": telecom("phone", row["phone"]),
    }


def healthcare_service(row: Row, refs: Refs) -> Json:
    """A HealthcareService."""
    return {
        "providedBy": refs.to("organization", row["organization_id"]),
        "category": several(named(row["category"])),
        "name": row["name"],
        "comment": row["note"],
        "telecom": contact_points(row),
        "communication": languages(row["languages"]),
        "referralMethod": several(named(row["referral_how"])),
        "availabilityExceptions": row["hours_text"],
    }
