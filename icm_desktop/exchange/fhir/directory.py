"""The people and places care comes from: Organization, Location, Practitioner, PractitionerRole."""

from __future__ import annotations

from icm_desktop.domain import names
from icm_desktop.exchange.fhir.mapped import Context, Mapped, NotMapped
from icm_desktop.exchange.fhir.values import (
    Json,
    address_line,
    code,
    concept_text,
    current_name,
    first_text,
    obj,
    objs,
    phone,
    text,
    texts,
)

_NPI = ("http://hl7.org/fhir/sid/us-npi", "urn:oid:2.16.840.1.113883.4.6")


def organization(resource: Json, context: Context) -> Mapped:
    """An Organization; one without a name goes by its type or identifier."""
    row = {
        "name": place_name(resource) or "(no name)",
        "phone": phone(resource.get("telecom")),
        "fax": phone(resource.get("telecom"), ("fax",)),
        "address": address_line(next(iter(objs(resource.get("address"))), None)),
        "kind": first_text(resource.get("type")),
        "email": phone(resource.get("telecom"), ("email",)),
        "website": phone(resource.get("telecom"), ("url",)),
    }
    return Mapped("organization", row)


def location(resource: Json, context: Context) -> Mapped:
    """A Location."""
    row = {
        "name": place_name(resource) or text(resource.get("description")) or "(no name)",
        "phone": phone(resource.get("telecom")),
        "address": address_line(resource.get("address")),
        "organization_id": context.links.row(resource.get("managingOrganization"), "organization"),
    }
    return Mapped("location", row)


def practitioner(resource: Json, context: Context, roles: tuple[Json, ...] = ()) -> Mapped:
    """A Practitioner; specialty, phone and organisation come from the PractitionerRoles that came along.

    Args:
        resource: The Practitioner.
        context: Answers references.
        roles: PractitionerRole resources of this practitioner.
    """
    name = current_name(resource.get("name"))
    telecoms = [telecom for role in (resource, *roles) for telecom in objs(role.get("telecom"))]
    organizations = [context.links.row(role.get("organization"), "organization") for role in roles]
    row = {
        "family": (name.family or name.given if name else None) or "(no name)",
        "given": name.given if name and name.family else None,
        "prefix": name.prefix if name else None,
        "suffix": name.suffix if name else None,
        "specialty": next((found for role in roles if (found := _specialty(role))), _qualification(resource)),
        "phone": phone(telecoms),
        "fax": phone(telecoms, ("fax",)),
        "organization_id": next((found for found in organizations if found), None),
        "inside": False,
        "npi": _npi(resource),
        "email": phone(telecoms, ("email",)),
        "languages": [found for one in objs(resource.get("communication")) if (found := code(one))] or None,
    }
    return Mapped("practitioner", row)


def practitioner_role(resource: Json, context: Context) -> Mapped:
    """A PractitionerRole; one that says neither who nor for whom nor what is refused."""
    links = context.links
    row = {
        "practitioner_id": links.row(resource.get("practitioner"), "practitioner"),
        "organization_id": links.row(resource.get("organization"), "organization"),
        "role": first_text(resource.get("code")),
        "specialty": first_text(resource.get("specialty")),
        "phone": phone(resource.get("telecom")),
    }
    if not any(row.values()):
        raise NotMapped("PractitionerRole names neither a person, an organisation nor a role")
    return Mapped("practitioner_role", row)


def place_name(resource: Json) -> str | None:
    """The name of an Organization or Location, or what stands for it."""
    identifier = next((text(item.get("value")) for item in objs(resource.get("identifier"))), None)
    aliases = texts(resource.get("alias"))
    found = names.tidy(text(resource.get("name"))) or (aliases[0] if aliases else None)
    return found or first_text(resource.get("type")) or identifier


def spoken_name(resource: Json) -> str | None:
    """A person's or place's name in one line, whatever resource describes it."""
    name = resource.get("name")
    if isinstance(name, str):
        return names.tidy(name)
    current = current_name(name)
    if current is not None:
        return names.spoken(current.given, current.family, current.prefix, current.suffix)
    kind = resource.get("resourceType")
    if kind in ("Organization", "Location"):
        return place_name(resource)
    if kind == "HealthcareService":
        return first_text(resource.get("type"))
    return first_text(resource.get("code")) or concept_text(obj(resource.get("type")))


def _npi(resource: Json) -> str | None:
    numbers = [one for one in objs(resource.get("identifier")) if text(one.get("system")) in _NPI]
    return next((found for one in numbers if (found := text(one.get("value")))), None)


def _specialty(role: Json) -> str | None:
    return first_text(role.get("specialty")) or first_text(role.get("code"))


def _qualification(resource: Json) -> str | None:
    for qualification in objs(resource.get("qualification")):
        found = concept_text(qualification.get("code"))
        if found:
            return found
    return None
