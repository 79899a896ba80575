"""Patient."""

from __future__ import annotations

import re

from icm_desktop.domain import names
from icm_desktop.domain.matching import Person
from icm_desktop.exchange.fhir.mapped import Child, Context, Mapped
from icm_desktop.exchange.fhir.relatives import contact_row
from icm_desktop.exchange.fhir.us_core import background, sex
from icm_desktop.exchange.fhir.values import (
    Json,
    Name,
    Notes,
    code,
    concept_text,
    current_name,
    extension,
    flag,
    human_name,
    obj,
    objs,
    phone,
    text,
    texts,
    whole,
)

NO_NAME = "(no name)"
_SEXES = frozenset({"male", "female", "other", "unknown"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_GENDER_IDENTITY = (
    "http://hl7.org/fhir/us/core/StructureDefinition/us-core-genderIdentity",
    "http://hl7.org/fhir/StructureDefinition/patient-genderIdentity",
    "http://hl7.org/fhir/StructureDefinition/individual-genderIdentity",
)
_INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired"
_US_INTERPRETER = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed"


def patient(resource: Json, context: Context) -> Mapped:
    """A Patient with names, identifiers, telecoms, addresses and contacts."""
    notes = context.notes
    current = current_name(resource.get("name")) or Name(None, None, None, None, None)
    row = {
        "family": current.family or current.given or NO_NAME,
        "given": current.given if current.family else None,
        "prefix": current.prefix,
        "suffix": current.suffix,
        "preferred_name": _preferred(resource),
        "birth_date": _birth_date(resource, notes),
        "sex": _sex(resource, notes),
        "gender_identity": _gender_identity(resource),
        "language": _language(resource, notes),
        "interpreter_needed": _interpreter(resource),
        "phone": phone(resource.get("telecom")),
        **_death(resource, notes),
        **background(resource),
        "marital_status": concept_text(resource.get("maritalStatus")),
        "multiple_birth": whole(resource.get("multipleBirthInteger")),
    }
    for ignored in ("link", "photo"):
        if resource.get(ignored):
            notes.add(f"Patient.{ignored} is not read")
    children = [*_names(resource, notes), *_identifiers(resource), *_telecoms(resource, notes)]
    children += [*_addresses(resource, notes), *_contacts(resource, context)]
    return Mapped("patient", row, tuple(children))


def person(resource: Json) -> Person:
    """What is compared to find out whether two Patient resources can be one person."""
    current = current_name(resource.get("name"))
    born = text(resource.get("birthDate"))
    numbers = (names.digits(text(telecom.get("value"))) for telecom in _phones(resource))
    return Person(
        family=current.family if current else None,
        given=current.given if current else None,
        birth_date=born[:10] if born else None,
        sex=text(resource.get("gender")),
        phones=frozenset(number for number in numbers if number),
        identifiers=frozenset(
            (text(item.get("system")), value) for item in objs(resource.get("identifier")) if (value := _value(item))
        ),
    )


def _phones(resource: Json) -> list[Json]:
    return [item for item in objs(resource.get("telecom")) if item.get("system", "phone") in ("phone", "sms")]


def _value(item: Json) -> str | None:
    return text(item.get("value"))


def _preferred(resource: Json) -> str | None:
    for name in objs(resource.get("name")):
        if name.get("use") == "nickname":
            found = human_name(name)
            return (found.given or found.family) if found else None
    return None


def _birth_date(resource: Json, notes: Notes) -> str | None:
    found = notes.moment(resource, "birthDate")
    return found[:10] if found else None


def _sex(resource: Json, notes: Notes) -> str | None:
    found, told = text(resource.get("gender")), sex(resource)
    if found in ("male", "female") and told in ("male", "female") and found != told:
        notes.add("gender and us-core-sex differ: gender is shown, the other is kept with the original")
    if found is None or found == "unknown":
        return told or found
    if found in _SEXES:
        return found
    notes.add("gender is none of the four FHIR codes")
    return told or "unknown"


def _gender_identity(resource: Json) -> str | None:
    found = extension(resource, *_GENDER_IDENTITY)
    if found.get("extension"):
        found = next((part for part in objs(found["extension"]) if part.get("url") == "value"), {})
    return concept_text(found.get("valueCodeableConcept"))


def language(resource: Json) -> str | None:
    """The BCP 47 code of the preferred language of a Patient, or of the first one named."""
    spoken = objs(resource.get("communication"))
    preferred = [item for item in spoken if flag(item.get("preferred"))] or spoken[:1]
    named = (code(item.get("language")) or text(obj(item.get("language")).get("text")) for item in preferred)
    return next((found for found in named if found and _LANGUAGE.fullmatch(found)), None)


def _language(resource: Json, notes: Notes) -> str | None:
    found = language(resource)
    if found is None and objs(resource.get("communication")):
        notes.add("a language without a language code is not read")
    return found


def _interpreter(resource: Json) -> str | None:
    needed = extension(resource, _INTERPRETER).get("valueBoolean")
    if isinstance(needed, bool):
        return "yes" if needed else "no"
    coded = code({"coding": [obj(extension(resource, _US_INTERPRETER).get("valueCoding"))]})
    return {"373066001": "yes", "373067005": "no"}.get(coded or "")


def _death(resource: Json, notes: Notes) -> Json:
    when = notes.moment(resource, "deceasedDateTime")
    dead = flag(resource.get("deceasedBoolean")) or isinstance(resource.get("deceasedDateTime"), str)
    return {"deceased": dead, "deceased_on": when[:10] if when else None}


def _names(resource: Json, notes: Notes) -> list[Child]:
    rows = []
    for value in objs(resource.get("name")):
        name = human_name(value)
        if name is None:
            continue
        starts, ends = notes.period(value, "period")
        row = {"use": name.use, "family": name.family, "given": name.given, "prefix": name.prefix}
        rows.append(Child("patient_name", row | {"suffix": name.suffix, "starts_on": starts, "ends_on": ends}))
    return rows


def _identifiers(resource: Json) -> list[Child]:
    found = [(item, _value(item)) for item in objs(resource.get("identifier"))]
    return [
        Child(
            "patient_identifier",
            {
                "system": text(item.get("system")),
                "value": value,
                "use": text(item.get("use")),
                "type_text": concept_text(item.get("type")),
            },
        )
        for item, value in found
        if value
    ]


def _telecoms(resource: Json, notes: Notes) -> list[Child]:
    rows = []
    for item in objs(resource.get("telecom")):
        value = _value(item)
        if not value:
            continue
        starts, ends = _days(notes, item)
        row = {
            "system": text(item.get("system")),
            "value": value,
            "use": text(item.get("use")),
            "digits": names.digits(value) if item.get("system", "phone") in ("phone", "fax", "sms") else None,
            "rank": whole(item.get("rank")),
            "starts_on": starts,
            "ends_on": ends,
        }
        rows.append(Child("patient_telecom", row))
    return rows


def _days(notes: Notes, part: Json) -> tuple[str | None, str | None]:
    starts, ends = notes.period(part, "period")
    return (starts[:10] if starts else None), (ends[:10] if ends else None)


def _addresses(resource: Json, notes: Notes) -> list[Child]:
    rows = []
    for item in objs(resource.get("address")):
        row = {
            "use": text(item.get("use")),
            "line": ", ".join(texts(item.get("line"))) or text(item.get("text")),
            "city": text(item.get("city")),
            "state": text(item.get("state")),
            "postal_code": text(item.get("postalCode")),
            "country": text(item.get("country")),
        }
        if any(value for name, value in row.items() if name != "use"):
            starts, ends = _days(notes, item)
            row |= {"text": text(item.get("text")), "starts_on": starts, "ends_on": ends}
            rows.append(Child("patient_address", row))
    return rows


def _contacts(resource: Json, context: Context) -> list[Child]:
    """Contacts, without those who also came as a RelatedPerson: that says more of them."""
    rows: list[Child] = []
    if not resource.get("contact"):
        return rows
    relatives = context.links.relatives(resource)
    for item in objs(resource["contact"]):
        name = human_name(obj(item.get("name")))
        if name and names.folded(f"{name.given or ''} {name.family or ''}") in relatives:
            continue
        row = contact_row(item, context.notes, names.spoken(name.given, name.family, name.prefix) if name else None)
        row["organization"] = text(obj(item.get("organization")).get("display"))
        if row["name"] or row["phone"]:
            rows.append(Child("patient_contact", row))
    return rows
