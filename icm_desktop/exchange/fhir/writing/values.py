"""FHIR datatypes from our columns: the mirror of `exchange.fhir.values`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Row

UCUM = "http://unitsofmeasure.org"
TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"
UNKNOWN = {"text": "unknown"}


def compact(resource: Json) -> Json:
    """The fields that say something: FHIR has no empty values."""
    return {name: value for name, value in resource.items() if value is not None and value not in ("", [], {})}


def concept(text: str | None, code: str | None = None, system: str | None = None, others: Any = None) -> Json | None:
    """A CodeableConcept of a code with its words, or of words alone; None when there is neither."""
    codings = [compact({"system": system, "code": code})] if code else []
    for one in others or ():
        shown = one.get("display") or one.get("text")
        codings.append(compact({"system": one.get("system"), "code": one.get("code"), "display": shown}))
    return compact({"coding": codings, "text": text}) if codings or text else None


def coded(row: Row) -> Json | None:
    """What a fact is: its code, the other codes it came with, and its words."""
    return concept(row["text"], row["code"], row["code_system"], row["other_codes"])


def named(text: str | None) -> Json | None:
    """A CodeableConcept of words alone."""
    return {"text": text} if text else None


def status(code: str | None, system: str) -> Json | None:
    """A CodeableConcept of one of HL7's status codes."""
    return {"coding": [{"system": f"{TERMINOLOGY}/{system}", "code": code}]} if code else None


def several(*concepts: Json | None) -> list[Json]:
    """The ones that say something, as a list."""
    return [one for one in concepts if one]


def whom(name: str | None) -> Json | None:
    """A Reference to somebody known by name alone."""
    return {"display": name} if name else None


def body(name: str | None) -> Json | None:
    """A Reference to an organisation known by name alone."""
    return {"type": "Organization", "display": name} if name else None


def called(reference: Json | None, name: str | None) -> Json | None:
    """A Reference with the name it goes by."""
    if reference is None:
        return whom(name)
    return {**reference, "display": name} if name else reference


def quantity(value: float | None, unit: str | None, comparator: str | None = None) -> Json | None:
    """A Quantity; what looks like UCUM is said to be."""
    if value is None:
        return None
    found = {"value": plain(value), "comparator": comparator, "unit": unit}
    return compact(found | ({"system": UCUM, "code": unit} if unit and " " not in unit else {}))


def plain(value: float) -> float | int:
    """A whole number without a fraction."""
    return int(value) if abs(value) < 2**53 and value == int(value) else value


def period(start: Any, end: Any) -> Json | None:
    """A Period of two stored moments or days."""
    return compact({"start": moment(start), "end": moment(end)}) or None


def moment(when: Any) -> str | None:
    """A stored moment, a day or an instant as a FHIR date or dateTime; an instant keeps its zone."""
    if isinstance(when, dt.datetime):
        return when.isoformat(timespec="seconds").replace("+00:00", "Z")
    return when.isoformat() if isinstance(when, dt.date) else when or None


def in_zone(when: dt.datetime | None, zone: dt.tzinfo) -> str | None:
    """An instant with the offset of the place: what a visit elsewhere is read by."""
    return moment(when.astimezone(zone)) if when is not None else None


def first_instant(*whens: Any) -> str | None:
    """The first of these that has a time of day, for fields that allow nothing less."""
    return next((found for when in whens if (found := moment(when)) and "T" in found), None)


def notes(*texts: str | None) -> list[Json]:
    """Annotations."""
    return [{"text": text} for text in texts if text]


def telecom(system: str, value: str | None, **more: Any) -> list[Json]:
    """One ContactPoint, as a list."""
    return [compact({"system": system, "value": value, **more})] if value else []


def human_name(row: Row, use: str | None = None) -> Json | None:
    """A HumanName of the name columns."""
    found = compact({"family": row["family"], "given": words(row["given"]), "prefix": words(row["prefix"]),
                     "suffix": words(row["suffix"])})  # fmt: skip
    return compact({"use": use, **found}) if found else None


def words(text: str | None) -> list[str]:
    """The words of a text: given names are a list in FHIR."""
    return text.split() if text else []


def address(text: str | None) -> list[Json]:
    """An Address of one line, as a list."""
    return [{"text": text}] if text else []


def languages(codes: Iterable[str] | None) -> list[Json]:
    """Languages somebody speaks."""
    return [concept(None, code, "urn:ietf:bcp:47") or {} for code in codes or ()]


def profile(*names: str) -> Json:
    """The US Core profile a resource is shaped by."""
    return {"profile": [f"http://hl7.org/fhir/us/core/StructureDefinition/{name}" for name in names]}
