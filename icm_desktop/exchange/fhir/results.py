"""Observation with its components, and QuestionnaireResponse."""

from __future__ import annotations

from typing import Any

from icm_desktop.domain import moments
from icm_desktop.exchange.fhir.mapped import Child, Context, Mapped, some
from icm_desktop.exchange.fhir.problems import author
from icm_desktop.exchange.fhir.ranges import Whose, reference_range
from icm_desktop.exchange.fhir.values import (
    Json,
    Notes,
    code,
    coded,
    codings,
    concept_text,
    extension,
    joined,
    note_text,
    number,
    obj,
    objs,
    quantity_text,
    text,
)

NOT_DONE = ("http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-notDone",)
_NOT_DONE_REASON = ("http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-notDoneReason",)
_DEEPEST = 50  # nested groups of a questionnaire


def observation(resource: Json, context: Context) -> Mapped:
    """An Observation; its parts become rows of their own."""
    notes = context.notes
    low, high, limits = reference_range(resource, _whose(resource, context))
    not_done = extension(resource, *NOT_DONE).get("valueBoolean") is True
    why_not = extension(resource, *_NOT_DONE_REASON).get("valueCodeableConcept")
    row = {
        **coded(resource.get("code")),
        "status": "cancelled" if not_done else text(resource.get("status")),
        "category": next(filter(None, map(code, objs(resource.get("category")))), None),
        "effective_when": effective(resource, notes),
        **value(resource, notes),
        "interpretation": joined(resource.get("interpretation")),
        "reference_low": low,
        "reference_high": high,
        "absent_reason": _absent(resource) or (concept_text(why_not) if why_not else None),
        "encounter_source": context.links.key(resource.get("encounter")),
        "recorded_when": notes.moment(resource, "issued"),
        "author": author(resource, context, "performer"),
        "organization": None,
        **some(
            reference_text=limits,
            note=note_text(resource),
            body_site=concept_text(resource.get("bodySite")),
            method=concept_text(resource.get("method")),
            specimen=_specimen(resource, context),
            members=_members(resource, context),
        ),
    }
    components = objs(resource.get("component"))
    whose = _whose(resource, context)
    return Mapped("observation", row, tuple(_component(component, notes, whose) for component in components))


def _whose(resource: Json, context: Context) -> Whose:
    """Sex, and age on the day of the result, as far as the patient came in the same import."""
    person = context.links.target(resource.get("subject"))
    day = moments.local_day(effective(resource, context.notes), context.notes.zone)
    born = Notes(context.notes.zone).moment(person, "birthDate")  # what is none is told where the person is read
    return Whose(text(person.get("gender")), moments.age_in_years(born, day) if day is not None else None)


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


def _component(component: Json, notes: Notes, whose: Whose) -> Child:
    row = coded(component.get("code"))
    del row["other_codes"]
    found = value(component, notes)
    row |= {name: found[name] for name in ("value_number", "value_unit", "value_text", "value_code")}
    low, high, limits = reference_range(component, whose)
    row |= some(
        value_comparator=found["value_comparator"],
        interpretation=joined(component.get("interpretation")),
        reference_low=low,
        reference_high=high,
        reference_text=limits,
        absent_reason=_absent(component),
    )
    return Child("observation_component", row)


def _absent(resource: Json) -> str | None:
    return code(resource.get("dataAbsentReason")) or concept_text(resource.get("dataAbsentReason"))


def _members(resource: Json, context: Context) -> list[str] | None:
    """Source keys of the results of a panel, in order."""
    members = objs(resource.get("hasMember"))
    return [key for one in members if (key := context.links.source(one, "Observation"))] or None


def _specimen(resource: Json, context: Context) -> str | None:
    reference = resource.get("specimen")
    if not obj(reference):
        return None
    target = context.links.target(reference)
    return concept_text(target.get("type")) or text(obj(reference).get("display"))


def effective(resource: Json, notes: Notes) -> str | None:
    """When an observation or report holds: the moment, the start of the period, or the first of several times."""
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
