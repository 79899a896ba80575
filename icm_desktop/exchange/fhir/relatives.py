"""RelatedPerson and FamilyMemberHistory."""

from __future__ import annotations

from typing import Any

from icm_desktop.domain import names
from icm_desktop.exchange.fhir.mapped import Context, Mapped, NotMapped
from icm_desktop.exchange.fhir.values import (
    Json,
    Notes,
    address_line,
    code,
    codings,
    concept_text,
    current_name,
    first_text,
    human_name,
    note_text,
    obj,
    objs,
    phone,
    quantity_text,
    text,
)

# HL7 v3 RoleCode and v2 0131: who decides for the patient, and whom to call in an emergency.
_AUTHORITY = {
    "POWATT": "power_of_attorney",
    "HPOWATT": "health_care_proxy",
    "DPOWATT": "power_of_attorney",
    "SPOWATT": "power_of_attorney",
    "HCPROXY": "health_care_proxy",
    "GUARD": "guardian",
    "GUADLTM": "guardian",
    "RESPRSN": "other",
    "PRN": "parent",
    "MTH": "parent",
    "FTH": "parent",
    "NMTH": "parent",
    "NFTH": "parent",
}
_ASSIGNED_ONLY = frozenset({"PRN", "MTH", "FTH", "NMTH", "NFTH"})  # a parent decides for a child, not for an adult
_EMERGENCY = frozenset({"C", "ECON"})
# HL7 v3 ActCode sensitivity labels a consent may withhold, in the words of `patient_contact.may_not`.
_WITHHELD = {
    "PSY": "mental_health",
    "MH": "mental_health",
    "BH": "mental_health",
    "ETH": "substance_use",
    "ETHUD": "substance_use",
    "SUD": "substance_use",
    "OPIOIDUD": "substance_use",
    "HIV": "hiv",
    "SEX": "sexual_health",
    "STD": "sexual_health",
    "SDV": "safety",
}


def contact_row(part: Json, notes: Notes, name: str | None) -> dict[str, Any]:
    """The columns that a RelatedPerson and a Patient.contact have in common."""
    relations = objs(part.get("relationship"))
    codes = [text(one.get("code")) or "" for relation in relations for one in codings(relation)]
    starts, ends = notes.period(part, "period")
    return {
        "name": name,
        "relationship_text": first_text(relations),
        "relationship_code": next(filter(None, map(code, relations)), None),
        "phone": phone(part.get("telecom")),
        "email": phone(part.get("telecom"), ("email",)),
        "address": address_line(next(iter(objs(part.get("address"))), None)),
        "sex": text(part.get("gender")),
        "is_emergency": True if _EMERGENCY.intersection(codes) else None,
        "authority": next((_AUTHORITY[one] for one in codes if one in _AUTHORITY and one not in _ASSIGNED_ONLY), None),
        "starts_on": starts[:10] if starts else None,
        "ends_on": ends[:10] if ends else None,
    }


def related_person(resource: Json, context: Context) -> Mapped:
    """A RelatedPerson as a contact; what a consent withholds from them stands in `may_not`.

    The Patient may name the same person as a contact: what only stands there is added.
    """
    found = current_name(resource.get("name"))
    name = names.spoken(found.given, found.family, found.prefix, found.suffix) if found else None
    row = contact_row(resource, context.notes, name or first_text(resource.get("relationship")))
    born = context.notes.moment(resource, "birthDate")
    spoken = objs(resource.get("communication"))
    withheld = {_WITHHELD[label] for label in context.links.withheld_from(resource) if label in _WITHHELD}
    row |= {
        "language": next(filter(None, (code(one.get("language")) for one in spoken)), None),
        "birth_date": born[:10] if born else None,
        "organization": None,
        "may": None,
        "may_not": sorted(withheld) or None,
        "note": None,
    }
    _add_told(row, _told_by_patient(resource, context))
    if row["name"] is None and row["phone"] is None:
        raise NotMapped("RelatedPerson has neither a name nor a phone number", refused=False)
    if resource.get("active") is False:
        context.notes.add("a person who is no longer a contact is kept with its end")
        row["ends_on"] = row["ends_on"] or row["starts_on"]
    if resource.get("photo"):
        context.notes.add("a photo is not read")
    return Mapped("patient_contact", row)


def _told_by_patient(resource: Json, context: Context) -> dict[str, Any]:
    """The columns of the Patient's contact of the same name; empty when there is none."""
    mine = _folded(current_name(resource.get("name")))
    for part in objs(context.links.target(resource.get("patient")).get("contact")):
        if mine and _folded(human_name(obj(part.get("name")))) == mine:
            return contact_row(part, context.notes, None)
    return {}


def _add_told(row: dict[str, Any], told: dict[str, Any]) -> None:
    for name in ("phone", "email", "address", "sex", "is_emergency", "authority"):
        row[name] = row[name] or told.get(name)
    words = told.get("relationship_text")
    if words and names.folded(words) != names.folded(row["relationship_text"] or ""):
        row["note"] = words


def _folded(name: Any) -> str:
    return names.folded(f"{name.given or ''} {name.family or ''}").strip() if name else ""


def family_member_history(resource: Json, context: Context) -> Mapped:
    """A FamilyMemberHistory: one relative and what they had."""
    notes = context.notes
    relation = resource.get("relationship")
    coding = next(iter(codings(relation)), {})
    dead = resource.get("deceasedBoolean")
    when = notes.moment(resource, "deceasedDate") or quantity_text(resource.get("deceasedAge"))
    row = {
        "status": text(resource.get("status")),
        "code_system": text(coding.get("system")),
        "code": code(relation),
        "text": concept_text(relation),
        "other_codes": None,
        "relationship_text": concept_text(relation),
        "relationship_code": code(relation),
        "name": text(resource.get("name")),
        "sex": code(resource.get("sex")),
        "born_when": notes.moment(resource, "bornDate") or notes.period(resource, "bornPeriod")[0],
        "deceased": dead
        if isinstance(dead, bool)
        else (True if when or text(resource.get("deceasedString")) else None),
        "deceased_when": when or text(resource.get("deceasedString")),
        "conditions": [_had(one, notes) for one in objs(resource.get("condition"))] or None,
        "note": note_text(resource),
        "recorded_when": notes.moment(resource, "date"),
        "author": None,
        "organization": None,
    }
    return Mapped("family_member_history", row)


def _had(part: Json, notes: Notes) -> dict[str, Any]:
    coding = next(iter(codings(part.get("code"))), {})
    onset = quantity_text(part.get("onsetAge")) or text(part.get("onsetString"))
    outcome = concept_text(part.get("outcome"))
    return {
        "code_system": text(coding.get("system")),
        "code": code(part.get("code")),
        "text": concept_text(part.get("code")),
        "onset": onset or notes.period(part, "onsetPeriod")[0],
        "note": "\n".join(filter(None, (note_text(part), outcome))) or None,
    }
