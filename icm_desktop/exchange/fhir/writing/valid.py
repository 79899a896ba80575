"""What came in another format, or carelessly, leaves as FHIR R4 asks: times with their zone, what must be there."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import unquote

from icm_desktop.exchange.fhir.values import Json, obj, objs

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_ASKS = re.compile(r"([A-Z]\w+)\?identifier=(?:([^|&]*)\|)?([^|&]+)")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?", re.ASCII)
_OFFSET = re.compile(r"Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00", re.ASCII)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_NAMES = re.compile(
    r"(?:\w+(?:Date|DateTime)|date|start|end|recorded|issued|created|sent|received|started|authored|authoredOn|"
    r"lastUpdated|lastModified|dateAsserted|assertedDate|whenPrepared|whenHandedOver|event)"
)  # elements that hold a date, a dateTime or an instant
_INSTANTS = frozenset({
    ("", "lastUpdated"), ("Provenance", "recorded"), ("DocumentReference", "date"), ("Observation", "issued"),
    ("DiagnosticReport", "issued"), ("Appointment", "start"), ("Appointment", "end"),
})  # fmt: skip
_CODE_SYSTEM = "http://terminology.hl7.org/CodeSystem/"
_CLASSES = frozenset({"AMB", "EMER", "FLD", "HH", "IMP", "ACUTE", "NONAC", "OBSENC", "PRENC", "SS", "VR"})  # ActCode
_STATUS_SYSTEMS = {
    ("Condition", "clinicalStatus"): "condition-clinical",
    ("Condition", "verificationStatus"): "condition-ver-status",
    ("AllergyIntolerance", "clinicalStatus"): "allergyintolerance-clinical",
    ("AllergyIntolerance", "verificationStatus"): "allergyintolerance-verification",
}
NO_CLASS: Json = {"system": f"{_CODE_SYSTEM}v3-NullFlavor", "code": "UNK", "display": "unknown"}
UNKNOWN: Json = {
    "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"},
    ]
}


def as_valid(resource: Json, zone: dt.tzinfo) -> Json:
    """A copy that validators take; nothing that a person said is lost or made up.

    A time without a zone gets that of the practice, an empty element goes, what must be there and nobody told is said
    to be unknown, a status gets the system its codes are of, and a search is no address.
    Source: FHIR R4, data types instant and dateTime; Encounter.class, AllergyIntolerance.reaction.manifestation and
    MedicationAdministration.effective[x] (1..); Condition con-4; Organization org-2.
    """
    kind = str(resource["resourceType"])
    made: Json = _cleaned(resource, kind, zone)
    for name in ("clinicalStatus", "verificationStatus"):
        if (system := _STATUS_SYSTEMS.get((kind, name))) is not None and isinstance(made.get(name), dict):
            made[name] = _with_system(made[name], _CODE_SYSTEM + system)
    if kind == "Encounter":
        made["class"] = _class(obj(made.get("class")))
    elif kind == "AllergyIntolerance" and made.get("reaction"):
        made["reaction"] = [one if one.get("manifestation") else {**one, "manifestation": [UNKNOWN]}
                            for one in objs(made["reaction"])]  # fmt: skip
    elif kind == "MedicationAdministration" and not any(name.startswith("effective") for name in made):
        made["effectivePeriod"] = UNKNOWN
    elif kind == "Immunization" and not any(name.startswith("occurrence") for name in made):
        made["occurrenceString"] = "unknown"
    elif kind == "Organization":
        made |= {name: [_not_home(one) for one in objs(made[name])] for name in ("address",) if made.get(name)}
    return made


def _cleaned(value: Json, kind: str, zone: dt.tzinfo) -> Json:
    made: Json = {}
    for name, part in value.items():
        cleaned = _part(name, part, kind, zone)
        if cleaned is not None and cleaned not in ({}, []):
            made[name] = cleaned
    return made


def _part(name: str, part: Any, kind: str, zone: dt.tzinfo) -> Any:
    if isinstance(part, dict):
        return _named(_cleaned(part, "", zone))
    if isinstance(part, list):
        several = [_part(name, one, kind, zone) for one in part]
        # Extensions of parts of a list stand at the same place as the part: nothing may move there.
        return several if name.startswith("_") else [one for one in several if one is not None and one != {}]
    return _moment(name, part, kind, zone) if isinstance(part, str) and _NAMES.fullmatch(name) else part


def _named(value: Json) -> Json:
    """A Reference that asks for somebody by a number, as only transactions may, names that number instead."""
    found = _ASKS.fullmatch(value["reference"]) if isinstance(value.get("reference"), str) else None
    if found is None:
        return value
    kind, system, number = found.groups()
    rest = {name: part for name, part in value.items() if name != "reference"}
    number_of = {"system": unquote(system), "value": unquote(number)} if system else {"value": unquote(number)}
    return {"type": kind, "identifier": number_of, **rest}


def _moment(name: str, told: str, kind: str, zone: dt.tzinfo) -> str | None:
    """A date or a time as FHIR writes it; None for what is neither."""
    found = _TIME.fullmatch(told)
    if not _is_day(told[: len("2026-01-31")]):
        return None
    instant = (kind, name) in _INSTANTS or ("", name) in _INSTANTS
    if found is None:
        if not _DATE.fullmatch(told):
            return None
        whole = instant and len(told) == len("2026-01-31")
        return _zoned(f"{told}T00:00:00", "", zone) if whole else told
    day, clock, seconds, fraction, offset = found.groups()
    if not _CLOCK.fullmatch(f"{clock}{seconds or ''}"):
        return day
    if seconds and _OFFSET.fullmatch(offset or ""):
        return told
    return _zoned(f"{day}T{clock}{seconds or ':00'}", fraction or "", zone, offset)


def _is_day(told: str) -> bool:
    """Whether a date of any precision exists."""
    if not _DATE.fullmatch(told):
        return False
    try:
        dt.date.fromisoformat((told + "-01-01")[: len("2026-01-31")])
    except ValueError:
        return False
    return True


def _zoned(local: str, fraction: str, zone: dt.tzinfo, offset: str | None = None) -> str:
    if offset is None or not _OFFSET.fullmatch(offset):
        offset = dt.datetime.fromisoformat(local).replace(tzinfo=zone).isoformat()[len(local) :][: len("+05:30")]
    return f"{local}{fraction}{offset}"


def _class(told: Json) -> Json:
    if told.get("code") in _CLASSES and not told.get("system"):
        return {"system": f"{_CODE_SYSTEM}v3-ActCode", **told}
    return told or NO_CLASS


def _with_system(concept: Json, system: str) -> Json:
    codings = [one if one.get("system") else {"system": system, **one} for one in objs(concept.get("coding"))]
    return {**concept, "coding": codings} if codings else concept


def _not_home(address: Json) -> Json:
    return {name: part for name, part in address.items() if name != "use" or part != "home"}
