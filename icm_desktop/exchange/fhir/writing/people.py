"""Patient and RelatedPerson, with the US Core extensions."""

from __future__ import annotations

import datetime as dt

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    TERMINOLOGY,
    UNKNOWN,
    address,
    compact,
    concept,
    human_name,
    named,
    period,
    profile,
    several,
    telecom,
)

_US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition"
_OMB = "urn:oid:2.16.840.1.113883.6.238"
_NULL = f"{TERMINOLOGY}/v3-NullFlavor"
_OMB_CATEGORIES = frozenset({"1002-5", "2028-9", "2054-5", "2076-8", "2106-3", "2131-1", "2135-2", "2186-5"})
_NO_ANSWER = frozenset({"UNK", "ASKU"})
_USES = frozenset({"usual", "official", "temp", "nickname", "anonymous", "old", "maiden"})
_REACHED_BY = frozenset({"phone", "fax", "email", "pager", "url", "sms", "other"})
_TELECOM_USES = frozenset({"home", "work", "temp", "old", "mobile"})
_MARITAL = f"{TERMINOLOGY}/v3-MaritalStatus"


def patient(row: Row, refs: Refs) -> Json:
    """A Patient, with the record number of this practice beside the numbers of others."""
    ours = {"use": "usual", "system": refs.system, "value": row["record_number"],
            "type": concept("Record number", "MR", f"{TERMINOLOGY}/v2-0203")}  # fmt: skip
    names = [found for one in row.of("patient_name") if (found := _name(one))]
    return {
        "meta": profile("us-core-patient"),
        "extension": _extensions(row),
        "identifier": [ours, *identifiers(row)],
        "name": names or several(human_name(row, "official")) or [{"text": "unknown"}],
        "telecom": telecoms(row),
        "gender": row["sex"] or "unknown",
        "birthDate": row["birth_date"],
        **_death(row),
        "address": addresses(row),
        "maritalStatus": named(row["marital_status"]),
        **_multiple(row["multiple_birth"]),
        "contact": [_contact(one) for one in row.of("patient_contact") if one["source_id"] == row["source_id"]
                    and row["source_id"] is not None],
        "communication": _communication(row["language"]),
        "managingOrganization": refs.practice() if row["source_id"] is None else None,
    }  # fmt: skip


def _name(row: Row) -> Json | None:
    found = human_name(row, row["use"] if row["use"] in _USES else None)
    return compact(found | {"period": period(row["starts_on"], row["ends_on"])}) if found else None


def identifiers(row: Row) -> list[Json]:
    """The numbers others know the patient by."""
    return [
        compact({"use": one["use"], "type": named(one["type_text"]), "system": one["system"], "value": one["value"]})
        for one in row.of("patient_identifier")
    ]


def telecoms(row: Row) -> list[Json]:
    """Numbers and addresses to reach the patient by."""
    found = [_telecom(one) for one in row.of("patient_telecom")]
    return found or telecom("phone", row["phone"])


def _telecom(row: Row) -> Json:
    system = row["system"] if row["system"] in _REACHED_BY else "other"
    use = row["use"] if row["use"] in _TELECOM_USES else None
    rank = row["rank"] if row["rank"] and row["rank"] > 0 else None
    found = {"system": system, "value": row["value"], "use": use, "rank": rank}
    return compact(found | {"period": period(row["starts_on"], row["ends_on"])})


def addresses(row: Row) -> list[Json]:
    """Postal addresses."""
    return [_address(one) for one in row.of("patient_address")]


def _address(row: Row) -> Json:
    use = row["use"] if row["use"] in ("home", "work", "temp", "old", "billing") else None
    found = {"use": use, "text": row["text"], "line": several_words(row["line"]), "city": row["city"]}
    found |= {"state": row["state"], "postalCode": row["postal_code"], "country": row["country"]}
    return compact(found | {"period": period(row["starts_on"], row["ends_on"])})


def several_words(text: str | None) -> list[str]:
    """A line as a list of one."""
    return [text] if text else []


def _death(row: Row) -> Json:
    if row["deceased_on"]:
        return {"deceasedDateTime": row["deceased_on"]}
    return {"deceasedBoolean": True} if row["deceased"] else {}


def _multiple(place: int | None) -> Json:
    if place is None:
        return {}
    return {"multipleBirthInteger": place} if place else {"multipleBirthBoolean": False}


def _communication(language: str | None) -> list[Json]:
    spoken = concept(None, language, "urn:ietf:bcp:47")
    return [{"language": spoken, "preferred": True}] if spoken else []


def _extensions(row: Row) -> list[Json]:
    found = [
        _categories("us-core-race", row["race"]),
        _categories("us-core-ethnicity", row["ethnicity"]),
        _simple(f"{_US_CORE}/us-core-birthsex", "valueCode", row["birth_sex"]),
        _simple(f"{_US_CORE}/us-core-genderIdentity", "valueCodeableConcept", named(row["gender_identity"])),
        _simple(f"{_US_CORE}/us-core-sexual-orientation", "valueCodeableConcept", named(row["sexual_orientation"])),
        _pronouns(row["pronouns"]),
        _simple("http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired", "valueBoolean",
                {"yes": True, "no": False}.get(row["interpreter_needed"])),
    ]  # fmt: skip
    return [one for one in found if one]


def _simple(url: str, name: str, value: object) -> Json | None:
    return None if value is None else {"url": url, name: value}


def _pronouns(words_: str | None) -> Json | None:
    if not words_:
        return None
    part = {"url": "value", "valueCodeableConcept": {"text": words_}}
    return {"url": "http://hl7.org/fhir/StructureDefinition/individual-pronouns", "extension": [part]}


def _categories(name: str, told: list[Json] | None) -> Json | None:
    if not told:
        return None
    parts = [_category(one) for one in told if one.get("code")]
    said = ", ".join(str(one["text"]) for one in told)
    return {"url": f"{_US_CORE}/{name}", "extension": [*parts, {"url": "text", "valueString": said}]}


def _category(one: Json) -> Json:
    code = one["code"]
    url = "ombCategory" if code in _OMB_CATEGORIES | _NO_ANSWER else "detailed"
    system = _NULL if code in _NO_ANSWER else _OMB
    return {"url": url, "valueCoding": compact({"system": system, "code": code, "display": one.get("text")})}


def _contact(row: Row) -> Json:
    return compact({
        "relationship": several(_relation(row)),
        "name": {"text": row["name"]} if row["name"] else None,
        "telecom": [*telecom("phone", row["phone"]), *telecom("email", row["email"])],
        "address": next(iter(address(row["address"])), None),
        "gender": row["sex"],
        "period": period(row["starts_on"], row["ends_on"]),
    })  # fmt: skip


def _relation(row: Row) -> Json | None:
    return concept(row["relationship_text"], row["relationship_code"], f"{TERMINOLOGY}/v3-RoleCode")


_AUTHORITY = {
    "health_care_proxy": ("HPOWATT", "healthcare power of attorney"),
    "guardian": ("GUARD", "guardian"),
    "power_of_attorney": ("POWATT", "power of attorney"),
    "parent": ("PRN", "parent"),
    "other": ("RESPRSN", "responsible party"),
}


def related_person(row: Row, refs: Refs) -> Json:
    """A relative, carer or proxy; what they may hear stands in the Consents, not here."""
    code, shown = _AUTHORITY.get(row["authority"] or "", (None, None))
    relations = several(_relation(row), concept(shown, code, f"{TERMINOLOGY}/v3-RoleCode"))
    if row["is_emergency"]:
        relations += several(concept("Emergency contact", "C", f"{TERMINOLOGY}/v2-0131"))
    spoken = concept(None, row["language"], "urn:ietf:bcp:47")
    return {
        "meta": profile("us-core-relatedperson"),
        "active": row["removed_at"] is None,
        "patient": refs.patient(),
        "relationship": relations or [UNKNOWN],
        "name": [{"text": row["name"]}] if row["name"] else [],
        "telecom": [*telecom("phone", row["phone"]), *telecom("email", row["email"])],
        "gender": row["sex"],
        "birthDate": _day(row["birth_date"]),
        "address": address(row["address"]),
        "period": period(row["starts_on"], row["ends_on"]),
        "communication": [{"language": spoken}] if spoken else [],
    }


def _day(value: str | dt.date | None) -> str | None:
    return str(value) if value else None
