"""Synthea's tables of people and places: patients, organisations, providers, payers and who was insured where."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir.values import Json

Row = dict[str, str]
_GENDERS = {"M": "male", "F": "female"}
_MARITAL = {"M": "Married", "S": "Never Married", "D": "Divorced", "W": "Widowed"}
_US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/"
# CDC Race and Ethnicity, as US Core names them.
_RACES = {"white": "2106-3", "black": "2054-5", "asian": "2028-9", "native": "1002-5", "hawaiian": "2076-8"}
_ETHNICITIES = {"hispanic": "2135-2", "nonhispanic": "2186-5"}
_SHOWN = {"2106-3": "White", "2054-5": "Black or African American", "2028-9": "Asian"}
_SHOWN |= {"1002-5": "American Indian or Alaska Native", "2076-8": "Native Hawaiian or Other Pacific Islander"}
_SHOWN |= {"2135-2": "Hispanic or Latino", "2186-5": "Not Hispanic or Latino"}


def patient(row: Row) -> Json:
    """A row of patients."""
    names: list[Json] = [_name(row, row.get("LAST", ""), "official")]
    if row.get("MAIDEN"):
        names.append(_name(row, row["MAIDEN"], "maiden"))
    numbers = (("SSN", "http://hl7.org/fhir/sid/us-ssn"), ("DRIVERS", "urn:oid:2.16.840.1.113883.4.3.25"))
    married = row.get("MARITAL", "")
    return {
        "identifier": [{"system": system, "value": row[name]} for name, system in numbers if row.get(name)],
        "name": names,
        "gender": _GENDERS.get(row.get("GENDER", ""), "unknown"),
        "birthDate": row.get("BIRTHDATE"),
        "deceasedDateTime": row.get("DEATHDATE"),
        "maritalStatus": {"text": _MARITAL.get(married, married)} if married else None,
        "address": [_address(row)],
        "extension": [
            *_background("race", _RACES, row.get("RACE")),
            *_background("ethnicity", _ETHNICITIES, row.get("ETHNICITY")),
        ],
    }


def _name(row: Row, family: str, use: str) -> Json:
    parts: Json = {
        "use": use,
        "family": family,
        "given": [name for name in (row.get("FIRST"), row.get("MIDDLE")) if name],
        "prefix": [row["PREFIX"]] if row.get("PREFIX") else [],
        "suffix": [row["SUFFIX"]] if row.get("SUFFIX") else [],
    }
    return {name: value for name, value in parts.items() if value}


def _address(row: Row) -> Json:
    told = {
        "line": [row["ADDRESS"]] if row.get("ADDRESS") else [],
        "city": row.get("CITY"),
        "state": row.get("STATE"),
        "postalCode": row.get("ZIP"),
    }
    return {name: value for name, value in told.items() if value}


def _background(name: str, codes: dict[str, str], word: str | None) -> list[Json]:
    if not word:
        return []
    code = codes.get(word.lower())
    if code is None:
        return [{"url": f"{_US_CORE}us-core-{name}", "extension": [{"url": "text", "valueString": word}]}]
    coding = {"system": "urn:oid:2.16.840.1.113883.6.238", "code": code, "display": _SHOWN[code]}
    return [{"url": f"{_US_CORE}us-core-{name}", "extension": [{"url": "ombCategory", "valueCoding": coding}]}]


def _phone(row: Row) -> list[Json]:
    return [{"system": "phone", "value": row["PHONE"]}] if row.get("PHONE") else []


def organization(row: Row) -> Json:
    """A row of organisations."""
    return {"name": row.get("NAME"), "telecom": _phone(row), "address": [_address(row)]}


def payer(row: Row) -> Json:
    """A row of payers."""
    return organization(row) | {"type": [{"text": "Payer"}]}


def provider(row: Row) -> Json:
    """A row of providers; where they work comes as a role of its own."""
    return {"name": [{"text": row.get("NAME", "")}], "address": [_address(row)]}


def coverage(row: Row) -> Json:
    """A row of payer transitions: who was insured with whom, from when to when."""
    starts, ends = row.get("START_DATE") or row.get("START_YEAR"), row.get("END_DATE") or row.get("END_YEAR")
    period = {name: value for name, value in (("start", starts), ("end", ends)) if value}
    return {
        "beneficiary": {"reference": f"Patient/{row.get('PATIENT', '')}"},
        "status": "active",
        "payor": [{"reference": f"Organization/{row['PAYER']}"}] if row.get("PAYER") else None,
        "subscriberId": row.get("MEMBERID"),
        "subscriber": {"display": row["OWNERNAME"]} if row.get("OWNERNAME") else None,
        "period": period,
    }


PEOPLE: dict[str, tuple[str, str, Any, str]] = {
    "patients": ("Patient", "ID BIRTHDATE FIRST LAST", patient, ""),
    "organizations": ("Organization", "ID NAME", organization, ""),
    "providers": ("Practitioner", "ID ORGANIZATION NAME", provider, ""),
    "payers": ("Organization", "ID NAME", payer, ""),
    "payer_transitions": ("Coverage", "PATIENT PAYER", coverage, "PATIENT MEMBERID PAYER START_YEAR START_DATE"),
}
