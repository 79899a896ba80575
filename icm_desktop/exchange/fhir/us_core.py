"""US Core extensions of a Patient: race, ethnicity, birth sex, orientation and pronouns."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir.values import Json, concept_text, extension, obj, objs, text

_US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/"
_RACE, _ETHNICITY = f"{_US_CORE}us-core-race", f"{_US_CORE}us-core-ethnicity"
_BIRTH_SEX = f"{_US_CORE}us-core-birthsex"
_SEX = (f"{_US_CORE}us-core-sex", f"{_US_CORE}us-core-individual-sex")
# SNOMED CT, as 45 CFR 170.207(n)(2) names them.
_SEXES = {"248152002": "female", "248153007": "male", "asked-declined": "unknown", "unknown": "unknown"}
_ORIENTATION = f"{_US_CORE}us-core-sexual-orientation"
_PRONOUNS = "http://hl7.org/fhir/StructureDefinition/individual-pronouns"
# The birth sex codes of US Core (administrative gender, null flavours).
_BIRTH_SEXES = frozenset({"M", "F", "OTH", "UNK", "ASKU"})


def background(resource: Json) -> dict[str, Any]:
    """The columns of a patient that come from US Core extensions; None where the extension is absent.

    Source: US Core 3.1 to 7.0, us-core-race, us-core-ethnicity, us-core-birthsex; HL7 individual-pronouns.
    """
    born_as = text(extension(resource, _BIRTH_SEX).get("valueCode"))
    return {
        "birth_sex": born_as if born_as in _BIRTH_SEXES else None,
        "sexual_orientation": concept_text(extension(resource, _ORIENTATION).get("valueCodeableConcept")),
        "pronouns": _part(extension(resource, _PRONOUNS), "value"),
        "race": _categories(extension(resource, _RACE)),
        "ethnicity": _categories(extension(resource, _ETHNICITY)),
    }


def sex(resource: Json) -> str | None:
    """FHIR's word for the sex that US Core tells apart from the administrative gender; None when nobody asked."""
    found = extension(resource, *_SEX)
    coded = text(found.get("valueCode")) or text(obj(found.get("valueCoding")).get("code"))
    return _SEXES.get(coded or "")


def _part(found: Json, name: str) -> str | None:
    for part in objs(found.get("extension")):
        if part.get("url") == name:
            return concept_text(part.get("valueCodeableConcept")) or text(part.get("valueString"))
    return None


def _categories(found: Json) -> list[Json] | None:
    """Categories first, then details; only the words where there is no code. Declined and unknown are codes too."""
    parts = objs(found.get("extension"))
    coded = [
        obj(part.get("valueCoding"))
        for name in ("ombCategory", "detailed")
        for part in parts
        if part.get("url") == name
    ]
    rows = [{"code": text(one.get("code")), "text": text(one.get("display")) or text(one.get("code"))} for one in coded]
    rows = [row for row in rows if row["text"]]
    if not rows:
        words = _part(found, "text")
        rows = [{"code": None, "text": words}] if words else []
    return rows or None
