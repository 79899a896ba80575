"""A FHIR resource as lines a person reads: its name, its day, and every filled element with the element's name.

Nothing is chosen: what the machine form says, the readable form says, but for ids, codes behind words and files.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from icm_desktop.exchange.fhir.values import Json, address_line, concept_text, human_name, obj, quantity_text, text

_SKIPPED = frozenset({
    "resourceType", "id", "meta", "text", "implicitRules", "language", "contained", "subject", "patient",
    "beneficiary", "extension", "modifierExtension", "system", "userSelected", "reference", "_id", "coding", "rank",
})  # fmt: skip
_NAMES = ("code", "vaccineCode", "medicationCodeableConcept", "title", "description", "name", "type", "category",
          "topic", "relationship", "class")  # fmt: skip
_DAYS = ("onsetDateTime", "recordedDate", "effectiveDateTime", "performedDateTime", "occurrenceDateTime", "authoredOn",
         "authored", "dateAsserted", "sent", "date", "start", "issued", "created", "startDate", "birthDate",
         "dateTime", "whenHandedOver")  # fmt: skip
_PERIODS = ("effectivePeriod", "performedPeriod", "onsetPeriod", "period", "servicedPeriod", "billablePeriod")
_MOST_TEXT = 20_000  # letters of one attachment of plain text
_NUMBER = frozenset({"identifier"})  # of a patient people know it, of anything else nobody
_OWN_NUMBERS = {"Patient": frozenset[str]()}
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Told:
    """One resource in words: `title` may be empty; `day` as FHIR writes it; `lines` name and value."""

    kind: str
    title: str
    day: str | None
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """How values are said: `when` of a FHIR date, `yes` and `no`, and what references are called, by "Type/id"."""

    when: Say
    yes: str
    no: str
    names: Mapping[str, str]

    def told(self, resource: Json) -> Told:
        """The resource in words."""
        title = self._title(resource)
        lines = tuple(
            (name, words)
            for name, value in resource.items()
            if name not in _SKIPPED | _OWN_NUMBERS.get(str(resource["resourceType"]), _NUMBER)
            and (words := "; ".join(self._words(name, value)))
            and words != title
        )
        return Told(str(resource["resourceType"]), title, day_of(resource), lines)

    def _title(self, resource: Json) -> str:
        for name in _NAMES:
            for value in self._words(name, resource.get(name)):
                return value
        return ""

    def _words(self, name: str, value: object) -> Iterator[str]:
        """What a value says; several of a list one after the other."""
        if value is None or name in _SKIPPED:
            return
        if isinstance(value, list):
            for one in value:
                yield from self._words(name, one)
        elif isinstance(value, bool):
            yield self.yes if value else self.no
        elif isinstance(value, dict):
            if words := self._of(value):
                yield words
        elif isinstance(value, str) and _DATE.fullmatch(value):
            yield self.when(value)
        else:
            yield str(value)

    def _of(self, value: Json) -> str:
        """A datatype in words."""
        if "coding" in value or set(value) == {"text"}:
            return concept_text(value) or ""
        if "reference" in value or ("display" in value and "code" not in value):
            return str(value.get("display") or self.names.get(str(value.get("reference")), ""))
        if "value" in value and ("unit" in value or "code" in value) and isinstance(value["value"], int | float):
            return quantity_text(value) or ""
        if "start" in value or "end" in value:
            return " – ".join(self.when(str(value[end])) if value.get(end) else "…" for end in ("start", "end"))
        if "family" in value or "given" in value:
            name = human_name(value)
            parts = (*(name.given or "").split(), name.family or "") if name is not None else ()
            return " ".join(part for part in parts if part)
        if "line" in value or "postalCode" in value:
            return address_line(value) or ""
        if "contentType" in value or "data" in value:
            return _attachment(value)
        return ", ".join(self._inner(value))

    def _inner(self, value: Json) -> Iterator[str]:
        for name, inner in value.items():
            for words in self._words(name, inner):
                yield (
                    words if name in ("value", "text", "code", "display", "valueString") else f"{split(name)}: {words}"
                )


def names_in(resources: list[Json], reader: Reader) -> dict[str, str]:
    """What each resource is called, for those that point to it."""
    found = {}
    for resource in resources:
        title = reader.told(resource).title
        if title:
            found[f"{resource['resourceType']}/{resource['id']}"] = title
    return found


def day_of(resource: Json) -> str | None:
    """The day a resource is of, as it is written there."""
    for name in _DAYS:
        if when := text(resource.get(name)):
            return when
    for name in _PERIODS:
        if when := text(obj(resource.get(name)).get("start")):
            return when
    return None


def split(name: str) -> str:
    """ "clinicalStatus" as "clinical status"; what stands for a choice of types loses the type."""
    return _HUMP.sub(" ", _CHOICE.sub(r"\1", name)).lower()


def _attachment(value: Json) -> str:
    """Plain text as it is; any other file by its title and form."""
    title = ", ".join(part for part in (text(value.get("title")), text(value.get("contentType"))) if part)
    if not str(value.get("contentType", "")).startswith("text/plain") or not value.get("data"):
        return title
    try:
        words = base64.b64decode(str(value["data"]), validate=True).decode("utf-8", "replace")
    except binascii.Error:
        return title
    return f"{title}\n{words[:_MOST_TEXT]}"


_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?)?)?")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_TYPE = "Quantity|CodeableConcept|String|DateTime|Period|Boolean|Integer|Range|Age|Reference"
_CHOICE = re.compile(rf"^(value|onset|effective|performed|occurrence|medication|deceased|multipleBirth)({_OF_TYPE})$")
