"""Condition and AllergyIntolerance."""

from __future__ import annotations

import datetime as dt

from icm_desktop.domain import moments
from icm_desktop.exchange.fhir.mapped import Context, Mapped, some
from icm_desktop.exchange.fhir.values import (
    Json,
    Notes,
    code,
    coded,
    concept_text,
    first_text,
    flag,
    has_code,
    joined,
    note_text,
    obj,
    objs,
    quantity_text,
    text,
    texts,
)

# SNOMED CT 716186003 "No known allergy"; narrower ones (no known drug allergy) do not say that there is none at all.
_NO_KNOWN_ALLERGY = frozenset({"716186003"})


def onset(resource: Json, notes: Notes, name: str) -> str | None:
    """An onset[x] or abatement[x]: a date or the start of a period; what ages and words say, `in_words` tells."""
    return notes.moment(resource, f"{name}DateTime") or notes.period(resource, f"{name}Period")[0]


def in_words(resource: Json, *fields: str) -> str | None:
    """The notes of a resource, and dates that it tells only as an age, a range or in words ("onset: 40 a")."""
    found = []
    for name in fields:
        limits = obj(resource.get(f"{name}Range"))
        ends = " to ".join(filter(None, (quantity_text(limits.get(end)) for end in ("low", "high"))))
        told = text(resource.get(f"{name}String")) or quantity_text(resource.get(f"{name}Age")) or ends
        if told:
            found.append(f"{name}: {told}")
    written = note_text(resource)
    return "\n".join([*([written] if written else []), *found]) or None


def author(resource: Json, context: Context, *fields: str) -> str | None:
    """The first of the reference fields that names somebody."""
    for name in fields:
        for reference in objs(resource.get(name)):
            found = context.links.label(reference)
            if found:
                return found
    return None


def reasons(resource: Json, context: Context) -> str | None:
    """Why it was ordered: in its own words, else what it points to."""
    labels = (context.links.label(reference) for reference in objs(resource.get("reasonReference")))
    return joined(resource.get("reasonCode")) or ", ".join(dict.fromkeys(filter(None, labels))) or None


def condition(resource: Json, context: Context) -> Mapped:
    """A Condition. R4 codes and the bare codes of older exports are both read."""
    notes = context.notes
    categories = [category for category in objs(resource.get("category")) if code(category)]
    row = {
        **coded(resource.get("code")),
        "status": _status(resource, "clinicalStatus"),
        "verification": _status(resource, "verificationStatus"),
        "category": ",".join(dict.fromkeys(filter(None, map(code, categories)))) or None,
        "severity": concept_text(resource.get("severity")),
        "onset_when": onset(resource, notes, "onset"),
        "abated_when": onset(resource, notes, "abatement"),
        "recorded_when": notes.moment(resource, "recordedDate") or notes.moment(resource, "assertedDate"),
        "author": author(resource, context, "recorder", "asserter"),
        "organization": None,
        **some(
            note=in_words(resource, "onset", "abatement"),
            encounter_source=context.links.key(resource.get("encounter")),
        ),
    }
    if flag(resource.get("abatementBoolean")) and row["status"] is None:
        row["status"] = "resolved"
    _unread(resource, notes, "stage", "evidence")
    return Mapped("condition", row)


def allergy(resource: Json, context: Context) -> Mapped:
    """An AllergyIntolerance with its reactions in one line."""
    notes = context.notes
    reactions = objs(resource.get("reaction"))
    shown = [_reaction(reaction) for reaction in reactions]
    row = {
        **coded(resource.get("code")),
        "status": _status(resource, "clinicalStatus"),
        "verification": _status(resource, "verificationStatus"),
        "kind": text(resource.get("type")),
        "category": ",".join(texts(resource.get("category"))) or None,
        "criticality": text(resource.get("criticality")),
        "reaction": "; ".join(dict.fromkeys(filter(None, shown))) or None,
        "onset_when": onset(resource, notes, "onset"),
        "recorded_when": notes.moment(resource, "recordedDate") or notes.moment(resource, "assertedDate"),
        "author": author(resource, context, "recorder", "asserter"),
        "organization": None,
        **some(note=_notes(resource, reactions), severity=_worst(reactions)),
    }
    if row["text"] is None:
        row["text"] = first_text([reaction.get("substance") for reaction in reactions])
    return Mapped("allergy_intolerance", row)


def _worst(reactions: list[Json]) -> str | None:
    """How bad the worst reaction was."""
    told = {text(reaction.get("severity")) for reaction in reactions}
    return next((one for one in ("severe", "moderate", "mild") if one in told), None)


def _reaction(reaction: Json) -> str | None:
    """What happened, how bad it was, and what was told about it: "Hives (severe): an hour after lunch"."""
    shown, told = joined(reaction.get("manifestation")), text(reaction.get("description"))
    words, severity = shown or told, text(reaction.get("severity"))
    if words and severity:
        words = f"{words} ({severity})"
    return f"{words}: {told}" if shown and told and told.casefold() != shown.casefold() else words


def _notes(resource: Json, reactions: list[Json]) -> str | None:
    """The notes of an allergy, then those of each reaction."""
    found = [in_words(resource, "onset"), *map(note_text, reactions)]
    return "\n".join(dict.fromkeys(filter(None, found))) or None


def no_known_allergies_on(resource: Json, zone: dt.tzinfo) -> dt.date | None:
    """The day "no known allergy" was recorded, when this AllergyIntolerance says so and still holds."""
    if not has_code([resource.get("code")], _NO_KNOWN_ALLERGY):
        return None
    if _status(resource, "verificationStatus") in ("entered-in-error", "refuted"):
        return None
    if _status(resource, "clinicalStatus") in ("inactive", "resolved"):
        return None
    when = Notes(zone).moment(resource, "recordedDate") or Notes(zone).moment(resource, "onsetDateTime")
    return moments.span(when, zone).first if when else None


def _status(resource: Json, name: str) -> str | None:
    return code(resource.get(name)) or text(resource.get(name)) or concept_text(resource.get(name))


def _unread(resource: Json, notes: Notes, *fields: str) -> None:
    for name in fields:
        if resource.get(name) and not flag(resource.get(name)):
            notes.add(f"{resource.get('resourceType')}.{name} is not read")
