"""Observation with its components, and QuestionnaireResponse."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir.mapped import Child, Context, Mapped
from icm_desktop.exchange.fhir.problems import author
from icm_desktop.exchange.fhir.values import (
    Json,
    Notes,
    code,
    coded,
    codings,
    concept_text,
    first_text,
    number,
    obj,
    objs,
    quantity_text,
    text,
)

_DEEPEST = 50  # nested groups of a questionnaire


def observation(resource: Json, context: Context) -> Mapped:
    """An Observation; its parts become rows of their own."""
    notes = context.notes
    low, high = _reference_range(resource)
    row = {
        **coded(resource.get("code")),
        "status": text(resource.get("status")),
        "category": next(filter(None, map(code, objs(resource.get("category")))), None),
        "effective_when": _effective(resource, notes),
        **value(resource, notes),
        "interpretation": first_text(resource.get("interpretation")),
        "reference_low": low,
        "reference_high": high,
        "absent_reason": code(resource.get("dataAbsentReason")) or concept_text(resource.get("dataAbsentReason")),
        "encounter_source": context.links.key(resource.get("encounter")),
        "recorded_when": notes.moment(resource, "issued"),
        "author": author(resource, context, "performer"),
        "organization": None,
    }
    components = objs(resource.get("component"))
    return Mapped("observation", row, tuple(_component(component, notes) for component in components))


def value(resource: Json, notes: Notes) -> dict[str, Any]:
    """The value columns of an Observation."""
    found: dict[str, Any] = dict.fromkeys(
        ("value_number", "value_comparator", "value_unit", "value_text", "value_code", "value_code_system")
    )
    quantity = obj(resource.get("valueQuantity"))
    concept = resource.get("valueCodeableConcept")
    if quantity:
        found["value_number"] = number(quantity.get("value"))
        found["value_comparator"] = text(quantity.get("comparator"))
        found["value_unit"] = text(quantity.get("code")) or text(quantity.get("unit"))
        if quantity.get("value") is not None and found["value_number"] is None:
            notes.add("a value that is not a number is not read")
    elif obj(concept):
        main = next(iter(codings(concept)), {})
        found["value_code"], found["value_code_system"] = text(main.get("code")), text(main.get("system"))
        found["value_text"] = concept_text(concept)
    elif "valueInteger" in resource:
        found["value_number"] = number(resource["valueInteger"])
    else:
        found["value_text"] = _as_text(resource, notes)
    return found


def questionnaire_response(resource: Json, context: Context) -> Mapped:
    """A QuestionnaireResponse with a flat list of its answers."""
    notes = context.notes
    items: list[Json] = []
    _flatten(resource.get("item"), items, notes, 0)
    row = {
        "status": text(resource.get("status")),
        "code_system": None,
        "code": None,
        "text": text(obj(resource.get("questionnaire")).get("display")),
        "other_codes": None,
        "questionnaire": text(resource.get("questionnaire")),
        "authored_when": notes.moment(resource, "authored"),
        "recorded_when": notes.moment(resource, "authored"),
        "language": text(resource.get("language")),
        "items": items or None,
        "author": author(resource, context, "author", "source"),
        "organization": None,
    }
    return Mapped("questionnaire_response", row)


def _component(component: Json, notes: Notes) -> Child:
    row = coded(component.get("code"))
    del row["other_codes"]
    found = value(component, notes)
    row |= {name: found[name] for name in ("value_number", "value_unit", "value_text", "value_code")}
    return Child("observation_component", row)


def _effective(resource: Json, notes: Notes) -> str | None:
    for name in ("effectiveDateTime", "effectiveInstant"):
        found = notes.moment(resource, name)
        if found:
            return found
    starts, ends = notes.period(resource, "effectivePeriod")
    if starts or ends:
        return starts or ends
    events = obj(resource.get("effectiveTiming")).get("event")
    return (
        notes.moment({"effectiveTiming": events[0]}, "effectiveTiming") if isinstance(events, list) and events else None
    )


def _as_text(resource: Json, notes: Notes) -> str | None:
    for name in ("valueString", "valueTime"):
        if name in resource:
            return text(resource[name])
    if isinstance(resource.get("valueBoolean"), bool):
        return "true" if resource["valueBoolean"] else "false"
    if "valueDateTime" in resource:
        return notes.moment(resource, "valueDateTime")
    if obj(resource.get("valueRange")):
        ends = (quantity_text(obj(resource["valueRange"]).get(end)) for end in ("low", "high"))
        return " to ".join(end for end in ends if end) or None
    if obj(resource.get("valueRatio")):
        parts = (quantity_text(obj(resource["valueRatio"]).get(part)) for part in ("numerator", "denominator"))
        return " / ".join(part for part in parts if part) or None
    if resource.get("valuePeriod"):
        return " to ".join(end for end in notes.period(resource, "valuePeriod") if end) or None
    if resource.get("valueSampledData"):
        notes.add("sampled data (a curve) is not read")
    return None


def _reference_range(resource: Json) -> tuple[float | None, float | None]:
    for found in objs(resource.get("referenceRange")):
        low, high = (number(obj(found.get(end)).get("value")) for end in ("low", "high"))
        if low is not None or high is not None:
            return low, high
    return None, None


def _flatten(items: object, into: list[Json], notes: Notes, depth: int) -> None:
    if depth > _DEEPEST:
        notes.add("questions nested too deeply are not read")
        return
    for item in objs(items):
        link, label = text(item.get("linkId")), text(item.get("text"))
        answers = objs(item.get("answer"))
        for answer in answers:
            coding = obj(answer.get("valueCoding"))
            shown = text(coding.get("display")) if coding else _answer(answer, notes)
            into.append({"link_id": link, "text": label, "code": text(coding.get("code")), "value": shown})
            _flatten(answer.get("item"), into, notes, depth + 1)
        _flatten(item.get("item"), into, notes, depth + 1)


def _answer(answer: Json, notes: Notes) -> Any:
    for name in ("valueBoolean", "valueDecimal", "valueInteger"):
        if isinstance(answer.get(name), bool | int | float):
            return answer[name]
    for name in ("valueDate", "valueDateTime"):
        if name in answer:
            return notes.moment(answer, name)
    for name in ("valueString", "valueUri", "valueTime"):
        if name in answer:
            return text(answer[name])
    if answer.get("valueQuantity"):
        return quantity_text(answer["valueQuantity"])
    if answer.get("valueReference"):
        return text(obj(answer["valueReference"]).get("display")) or text(
            obj(answer["valueReference"]).get("reference")
        )
    if answer.get("valueAttachment"):
        notes.add("an attached answer is not read")
    return None
