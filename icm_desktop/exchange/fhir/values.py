"""FHIR datatypes read defensively: whatever has the wrong shape counts as absent, never as an error."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field
from typing import Any

from icm_desktop.domain import moments, names

Json = dict[str, Any]

_NOTHING: Json = {}


@dataclass(slots=True)
class Notes:
    """What of one resource was not understood, in plain words."""

    zone: dt.tzinfo
    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Keep a remark once."""
        if line not in self.lines:
            self.lines.append(line)

    def moment(self, resource: Json, name: str) -> str | None:
        """The stored form of a date field, or None with a remark when it names no real date."""
        value = resource.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            self.add(f"{name} is not a date")
            return None
        try:
            return moments.stored(value, self.zone)
        except moments.NotAMoment:
            self.add(f"{name} is not a date that exists")
            return None

    def day(self, resource: Json, name: str) -> dt.date | None:
        """A date field as a day of the practice, or None when it is absent or partial."""
        return moments.local_day(self.moment(resource, name), self.zone)

    def period(self, resource: Json, name: str) -> tuple[str | None, str | None]:
        """Start and end of a Period field."""
        found = obj(resource.get(name))
        return (self.moment(found, "start"), self.moment(found, "end")) if found else (None, None)


def obj(value: object) -> Json:
    """The JSON object, or an empty one."""
    return value if isinstance(value, dict) else _NOTHING


def objs(value: object) -> list[Json]:
    """The JSON objects of a list; a single object counts as a list of one."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    return [value] if isinstance(value, dict) else []


def text(value: object) -> str | None:
    """A string without white space around it or NUL in it, or None."""
    if not isinstance(value, str):
        return None
    if "\x00" in value:
        value = value.replace("\x00", "")
    return value.strip() or None


def texts(value: object) -> list[str]:
    """The non-empty strings of a list."""
    found = value if isinstance(value, list) else [value]
    return [item for item in map(text, found) if item]


def number(value: object) -> float | None:
    """A finite number, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def whole(value: object) -> int | None:
    """A number of reasonable size without fraction, or None."""
    found = number(value)
    return int(found) if found is not None and found == int(found) and abs(found) < 2**31 else None


def flag(value: object) -> bool:
    """True only for JSON true."""
    return value is True


def codings(concept: object) -> list[Json]:
    """The codings of a CodeableConcept that carry a code or a display."""
    found = objs(obj(concept).get("coding"))
    return [coding for coding in found if text(coding.get("code")) or text(coding.get("display"))]


def code(concept: object) -> str | None:
    """The first code of a CodeableConcept."""
    for coding in codings(concept):
        found = text(coding.get("code"))
        if found:
            return found
    return None


def concept_text(concept: object) -> str | None:
    """What a CodeableConcept says to a reader: its text, a display, or the bare code."""
    found = text(obj(concept).get("text"))
    if found:
        return found
    coded = codings(concept)
    for name in ("display", "code"):
        for coding in coded:
            found = text(coding.get(name))
            if found:
                return found
    return None


def first_text(concepts: object) -> str | None:
    """The text of the first CodeableConcept of a list that has one."""
    for concept in objs(concepts):
        found = concept_text(concept)
        if found:
            return found
    return None


def joined(concepts: object, separator: str = ", ") -> str | None:
    """The texts of a list of CodeableConcepts, each once."""
    found = dict.fromkeys(item for item in map(concept_text, objs(concepts)) if item)
    return separator.join(found) or None


def coded(concept: object) -> Json:
    """The code columns every fact has: code_system, code, text, other_codes."""
    main: Json = _NOTHING
    others: list[Json] = []
    for coding in codings(concept):
        if not text(coding.get("code")):
            continue
        if not main:
            main = coding
        else:
            others.append({name: text(coding.get(name)) for name in ("system", "code", "display")})
    return {
        "code_system": text(main.get("system")),
        "code": text(main.get("code")),
        "text": concept_text(concept),
        "other_codes": others or None,
    }


def has_code(concepts: object, wanted: frozenset[str]) -> bool:
    """Whether one of the CodeableConcepts carries one of the codes."""
    return any(text(coding.get("code")) in wanted for concept in objs(concepts) for coding in codings(concept))


def amount(value: float) -> str:
    """A number as people write it: 1, 0.25; one half is "half"."""
    return "half" if value == 0.5 else f"{value:g}"


def quantity_text(quantity: object) -> str | None:
    """A Quantity as people write it: "20 mg"."""
    found = obj(quantity)
    value = number(found.get("value"))
    unit = text(found.get("unit")) or text(found.get("code"))
    return None if value is None else " ".join(part for part in (f"{value:g}", unit) if part)


def extension(resource: Json, *urls: str) -> Json:
    """The first extension, modifiers included, with one of these URLs; empty when there is none."""
    for name in ("extension", "modifierExtension"):
        if name in resource:
            for found in objs(resource[name]):
                if found.get("url") in urls:
                    return found
    return _NOTHING


def note_text(resource: Json) -> str | None:
    """The texts of the notes (Annotations) of a resource, one per line."""
    if "note" not in resource:
        return None
    return (
        "\n".join(dict.fromkeys(filter(None, (text(note.get("text")) for note in objs(resource.get("note")))))) or None
    )


def phone(telecoms: object, kinds: tuple[str, ...] = ("phone", "sms")) -> str | None:
    """The best number of a list of ContactPoints: lowest rank, not old, mobile before others."""
    best: tuple[tuple[int, int], str] | None = None
    for telecom in objs(telecoms):
        value, use = text(telecom.get("value")), telecom.get("use")
        if value is None or telecom.get("system", kinds[0]) not in kinds or use == "old":
            continue
        order = (whole(telecom.get("rank")) or 99, 0 if use == "mobile" else 1)
        if best is None or order < best[0]:
            best = order, value
    return best[1] if best else None


def address_line(address: object) -> str | None:
    """An Address in one line."""
    found = obj(address)
    lines = texts(found.get("line"))
    place = " ".join(texts([found.get("state"), found.get("postalCode")]))
    parts = [*lines, text(found.get("city")), place or None]
    return ", ".join(part for part in parts if part) or text(found.get("text"))


@dataclass(frozen=True, slots=True)
class Name:
    """One HumanName, tidied."""

    use: str | None
    family: str | None
    given: str | None
    prefix: str | None
    suffix: str | None


def human_name(value: Json) -> Name | None:
    """A HumanName; one that has only `text` is split into family and given name. None when it says nothing."""
    family, given = names.tidy(text(value.get("family"))), names.tidy(" ".join(texts(value.get("given"))))
    if not family and not given:
        written = names.tidy(text(value.get("text")))
        if written is None:
            return None
        family, given = names.split(written)
    prefix, suffix = (names.tidy(" ".join(texts(value.get(part)))) for part in ("prefix", "suffix"))
    return Name(text(value.get("use")), family or None, given, prefix, suffix)


_BEST_USE = {"official": 0, "usual": 1, None: 2, "temp": 3, "anonymous": 4, "nickname": 5, "maiden": 6, "old": 7}


def current_name(value: object) -> Name | None:
    """The name to call somebody by in lists: official, then usual, then any that is not old."""
    found = [name for name in map(human_name, objs(value)) if name]
    return min(found, key=lambda name: (_BEST_USE.get(name.use, 4), name.family is None)) if found else None
