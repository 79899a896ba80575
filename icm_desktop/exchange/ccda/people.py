"""Names, addresses and numbers of people and places, and the resources that are made of them."""

from __future__ import annotations

import re

from icm_desktop.exchange.ccda import times
from icm_desktop.exchange.ccda.codes import Words, concept
from icm_desktop.exchange.ccda.tree import ABSENT, Node
from icm_desktop.exchange.fhir.values import Json

# Identifier systems that have a URI of their own in FHIR.
_SYSTEMS = {
    "2.16.840.1.113883.4.6": "http://hl7.org/fhir/sid/us-npi",
    "2.16.840.1.113883.4.1": "http://hl7.org/fhir/sid/us-ssn",
    "2.16.840.1.113883.4.572": "http://hl7.org/fhir/sid/us-medicare",
}
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# HL7 v3 EntityNameUse to FHIR NameUse; PostalAddressUse and TelecommunicationAddressUse to FHIR.
_NAME_USE = {"L": "official", "C": "usual", "P": "nickname", "ASGN": "usual", "A": "nickname"}
_USE = {
    "H": "home",
    "HP": "home",
    "HV": "home",
    "WP": "work",
    "DIR": "work",
    "TMP": "temp",
    "BAD": "old",
    "MC": "mobile",
}
_SCHEMES = {"tel": "phone", "fax": "fax", "mailto": "email", "http": "url", "https": "url", "sms": "sms"}
GENDERS = {"M": "male", "F": "female", "UN": "other", "OTH": "other"}


def identifiers(node: Node) -> list[Json]:
    """The ids of an element as FHIR identifiers."""
    made = []
    for one in node.all("id"):
        root, value = one.get("root"), one.get("extension")
        if root is None or one.get("nullFlavor") is not None:
            continue
        if value is None:
            made.append({"system": "urn:ietf:rfc:3986", "value": urn(root)})
        else:
            made.append({"system": _SYSTEMS.get(root) or urn(root), "value": value})
    return made


def urn(root: str) -> str:
    """A root as URI."""
    return f"urn:uuid:{root.lower()}" if _UUID.fullmatch(root) else f"urn:oid:{root}"


def name(node: Node) -> Json:
    """A PN as HumanName; empty when it names nobody."""
    if not node or node.get("nullFlavor") is not None:
        return {}
    parts = {tag: [found for one in node.all(tag) if (found := one.words())] for tag in ("given", "prefix", "suffix")}
    made: Json = {tag: found for tag, found in parts.items() if found}
    family = " ".join(filter(None, (one.words() for one in node.all("family"))))
    if family:
        made["family"] = family
    if not family and "given" not in made:
        words = node.words()
        made = {"text": words} if words else {}
    uses = (node.get("use") or "").split()
    birth = any("BR" in (one.get("qualifier") or "").split() for one in node.all("family"))
    use = "maiden" if birth else next((_NAME_USE[each] for each in uses if each in _NAME_USE), None)
    during = times.period(node.one("validTime"))
    if made and use:
        made["use"] = use
    if made and during:
        made["period"] = during
        if "end" in during and not birth:
            made["use"] = "old"
    return made


def names(node: Node) -> list[Json]:
    """Every name of a person."""
    return [found for one in node.all("name") if (found := name(one))]


def shown(node: Node) -> str | None:
    """A person's or a place's name in one line."""
    found = name(node.one("name"))
    if "text" in found:
        return str(found["text"])
    parts = [*found.get("prefix", ()), *found.get("given", ()), found.get("family"), *found.get("suffix", ())]
    return " ".join(part for part in parts if part) or None


def addresses(node: Node) -> list[Json]:
    """Every address of an element."""
    made = []
    for one in node.all("addr"):
        found: Json = {
            "line": [words for line in one.all("streetAddressLine") if (words := line.words())],
            "city": one.one("city").words(),
            "state": one.one("state").words(),
            "postalCode": one.one("postalCode").words(),
            "country": one.one("country").words(),
        }
        found = {part: value for part, value in found.items() if value}
        if not found and one.text.strip():
            found = {"text": one.words()}
        if not found:
            continue
        use = _use(one)
        during = times.period(one.one("useablePeriod"))
        made.append(found | ({"use": use} if use else {}) | ({"period": during} if during else {}))
    return made


def telecoms(node: Node) -> list[Json]:
    """Every number and electronic address of an element."""
    made = []
    for one in node.all("telecom"):
        value = one.get("value")
        if value is None:
            continue
        scheme, colon, rest = value.partition(":")
        kind = _SCHEMES.get(scheme.lower()) if colon else None
        plain = value if kind == "url" else rest.removeprefix("//") if kind else value
        if not plain.strip():
            continue
        use = _use(one)
        during = times.period(one.one("useablePeriod"))
        found: Json = {"system": kind or ("email" if "@" in value else "phone"), "value": plain.strip()}
        made.append(found | ({"use": use} if use else {}) | ({"period": during} if during else {}))
    return made


def _use(node: Node) -> str | None:
    return next((_USE[each] for each in (node.get("use") or "").split() if each in _USE), None)


def organization(node: Node) -> Json:
    """An Organization without its id; empty when nothing names it."""
    found = node.one("name").words()
    numbers = identifiers(node)
    if not found and not numbers:
        return {}
    made: Json = {"resourceType": "Organization", "name": found, "identifier": numbers}
    made |= {"telecom": telecoms(node), "address": addresses(node)}
    return {key: value for key, value in made.items() if value}


def practitioner(assigned: Node, words: Words) -> Json:
    """The Practitioner of an assignedAuthor or assignedEntity without its id; empty when no person is named."""
    person = assigned.one("assignedPerson") or assigned.one("associatedPerson")
    found = names(person)
    if not found:
        return {}
    made: Json = {"resourceType": "Practitioner", "name": found[:1], "identifier": identifiers(assigned)}
    made |= {"telecom": telecoms(assigned), "address": addresses(assigned)}
    specialty = concept(assigned.one("code"), words)
    made["qualification"] = [{"code": specialty}] if specialty else []
    return {key: value for key, value in made.items() if value}


def who(node: Node) -> str | None:
    """The person or else the organisation of an author, performer or participant, in one line."""
    for tag in ("assignedAuthor", "assignedEntity", "associatedEntity", "participantRole", "relatedEntity"):
        role = node.one(tag)
        if not role:
            continue
        for part in ("assignedPerson", "associatedPerson", "relatedPerson", "playingEntity"):
            found = shown(role.one(part))
            if found:
                return found
        for part in ("representedOrganization", "scopingOrganization", "scopingEntity"):
            found = role.one(part, "name").words() or role.one(part, "desc").words()
            if found:
                return found
    return None


def first_author(node: Node) -> Node:
    """The author of an entry, if it has one of its own."""
    return next(node.all("author"), ABSENT)
