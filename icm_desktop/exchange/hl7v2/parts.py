"""Data types of HL7 v2 as FHIR has them: times, names, numbers, addresses, codes."""

from __future__ import annotations

import re

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.hl7v2.messages import Segment

_TIME = re.compile(r"(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:\.\d+)?(?:([+-])(\d{2})(\d{2}))?", re.ASCII)
# HL7 table 0396, as far as FHIR has a name for it.
SYSTEMS = {
    "LN": "http://loinc.org", "LOINC": "http://loinc.org", "SCT": "http://snomed.info/sct", "SNM3": "http://snomed.info/sct",
    "SNOMED-CT": "http://snomed.info/sct", "I10": "http://hl7.org/fhir/sid/icd-10-cm",
    "I10C": "http://hl7.org/fhir/sid/icd-10-cm", "ICD10": "http://hl7.org/fhir/sid/icd-10-cm",
    "I9C": "http://hl7.org/fhir/sid/icd-9-cm", "I9": "http://hl7.org/fhir/sid/icd-9-cm",
    "RXNORM": "http://www.nlm.nih.gov/research/umls/rxnorm", "NDC": "http://hl7.org/fhir/sid/ndc",
    "CVX": "http://hl7.org/fhir/sid/cvx", "C4": "http://www.ama-assn.org/go/cpt", "CPT": "http://www.ama-assn.org/go/cpt",
    "UCUM": "http://unitsofmeasure.org",
}  # fmt: skip
GENDERS = {"M": "male", "F": "female", "O": "other", "A": "other", "U": "unknown", "N": "other"}
_NAME_USES = {"L": "official", "D": "usual", "M": "maiden", "N": "nickname", "B": "maiden", "A": "nickname"}
_ADDRESS_USES = {"H": "home", "P": "home", "L": "home", "M": "home", "B": "work", "O": "work", "C": "temp", "BA": "old"}
_NUMBER_USES = {"PRN": "home", "ORN": "home", "WPN": "work", "PRS": "mobile", "VHN": "home"}
_NUMBER_KINDS = {"FX": "fax", "INTERNET": "email", "X.400": "email", "CP": "phone", "PH": "phone", "BP": "phone"}


def moment(told: str) -> str | None:
    """A DTM ("202603011430-0500") as FHIR writes it; what is none is given back, to be told as such.

    Without an offset it is the time on the practice's wall.
    """
    if not told:
        return None
    found = _TIME.fullmatch(told)
    if found is None:
        return told
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if minute is None or day is None:
        return date
    return f"{date}T{hour}:{minute}:{second or '00'}{f'{sign}{hours}:{minutes}' if sign else ''}"


def names(segment: Segment, number: int) -> list[Json]:
    """Every XPN of a field as HumanName."""
    made = []
    for one in segment.repeats(number):
        family, given = segment.part(one, 1), [segment.part(one, 2), segment.part(one, 3)]
        found: Json = {
            "family": family,
            "given": [name for name in given if name],
            "suffix": [segment.part(one, 4)] if segment.part(one, 4) else [],
            "prefix": [segment.part(one, 5)] if segment.part(one, 5) else [],
        }
        found = {name: value for name, value in found.items() if value}
        if found:
            use = _NAME_USES.get(segment.part(one, 7))
            made.append(found | ({"use": use} if use else {}))
    return made


def person(segment: Segment, number: int) -> str | None:
    """The first XCN of a field in one line."""
    one = next(iter(segment.repeats(number)), "")
    parts = (segment.part(one, place) for place in (6, 3, 4, 2, 5))
    return " ".join(part for part in parts if part) or None


def identifiers(segment: Segment, *numbers: int) -> list[Json]:
    """Every CX of some fields as identifier; the assigning authority is its system."""
    made = []
    for number in numbers:
        for one in segment.repeats(number):
            value, kind = segment.part(one, 1), segment.part(one, 5)
            if not value:
                continue
            found: Json = {"system": authority(segment, one, 4), "value": value}
            if kind == "SS":
                found["system"] = "http://hl7.org/fhir/sid/us-ssn"
            elif kind:
                found["type"] = {"coding": [{"code": kind}]}
            made.append({name: each for name, each in found.items() if each})
    return made


def authority(segment: Segment, repetition: str, component: int) -> str | None:
    """An HD as URI: its universal id where it has one, else its name."""
    name, universal, kind = (segment.part(repetition, component, sub) for sub in (1, 2, 3))
    if universal and kind == "ISO":
        return f"urn:oid:{universal}"
    return universal or (f"urn:hl7v2:{name}" if name else None)


def addresses(segment: Segment, number: int) -> list[Json]:
    """Every XAD of a field."""
    made = []
    for one in segment.repeats(number):
        lines = [line for line in (segment.part(one, 1), segment.part(one, 2)) if line]
        found: Json = {"line": lines, "city": segment.part(one, 3), "state": segment.part(one, 4)}
        found |= {"postalCode": segment.part(one, 5), "country": segment.part(one, 6)}
        found = {name: value for name, value in found.items() if value}
        if found:
            use = _ADDRESS_USES.get(segment.part(one, 7))
            made.append(found | ({"use": use} if use else {}))
    return made


def telecoms(segment: Segment, *numbers: int) -> list[Json]:
    """Every XTN of some fields; a field of business numbers is known by its use."""
    made = []
    for number in numbers:
        for one in segment.repeats(number):
            kind = segment.part(one, 3).upper()
            parts = (segment.part(one, place) for place in (5, 6, 7))
            value = segment.part(one, 4) if kind in ("INTERNET", "X.400") else segment.part(one, 1)
            value = value or "".join(parts) or segment.part(one, 12)
            if not value:
                continue
            use = "mobile" if kind == "CP" else _NUMBER_USES.get(segment.part(one, 2))
            system = _NUMBER_KINDS.get(kind, "email" if "@" in value else "phone")
            made.append({"system": system, "value": value} | ({"use": use} if use else {}))
    return made


def concept(segment: Segment, number: int) -> Json:
    """The first CE or CWE of a field; empty when it says nothing."""
    one = next(iter(segment.repeats(number)), "")
    codings, shown = [], ""
    for place in (1, 4):
        code, display, system = (segment.part(one, place + offset) for offset in range(3))
        shown = shown or display
        if code:
            known = SYSTEMS.get(system.upper(), f"urn:hl7v2:{system}" if system else None)
            coding = {"system": known, "code": code, "display": display}
            codings.append({name: value for name, value in coding.items() if value})
    shown = shown or segment.part(one, 9)
    return {name: value for name, value in (("coding", codings), ("text", shown)) if value}


def place(segment: Segment, number: int) -> str | None:
    """A PL in one line: "4 West, room 12, bed B, St. Mary"."""
    one = next(iter(segment.repeats(number)), "")
    point, room, bed, facility = (segment.part(one, at) for at in range(1, 5))
    parts = (point, f"room {room}" if room else "", f"bed {bed}" if bed else "", facility, segment.part(one, 9))
    return ", ".join(part for part in parts if part) or None
