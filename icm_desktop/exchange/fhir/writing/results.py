"""Observation with its components, QuestionnaireResponse and DiagnosticReport."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    TERMINOLOGY,
    UNKNOWN,
    body,
    coded,
    compact,
    concept,
    first_instant,
    moment,
    named,
    notes,
    plain,
    quantity,
    several,
    status,
    whom,
)

_STATUSES = frozenset({
    "registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error", "unknown",
})  # fmt: skip
_CATEGORY = f"{TERMINOLOGY}/observation-category"
_CATEGORIES = frozenset({
    "social-history", "vital-signs", "imaging", "laboratory", "procedure", "survey", "exam", "therapy", "activity",
})  # fmt: skip
_ANSWERED = frozenset({"in-progress", "completed", "amended", "entered-in-error", "stopped"})
_LOINC = "http://loinc.org"


def observation(row: Row, refs: Refs) -> Json:
    """An Observation."""
    response = refs.to("questionnaire_response", row["response_id"])
    return {
        "status": row["status"] if row["status"] in _STATUSES else "unknown",
        "category": several(_category(row["category"])),
        "code": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "encounter": refs.key(row["encounter_source"]),
        "effectiveDateTime": moment(row["effective_when"]),
        "issued": first_instant(row["recorded_when"]),
        "performer": several(whom(row["author"])),
        **value(row, row["value_code_system"]),
        "dataAbsentReason": _absent(row),
        "interpretation": several(named(row["interpretation"])),
        "note": notes(row["note"]),
        "bodySite": named(row["body_site"]),
        "method": named(row["method"]),
        "specimen": whom(row["specimen"]),
        "referenceRange": _range(row),
        "hasMember": [found for key in row["members"] or () if (found := refs.key(key))],
        "derivedFrom": several(response),
        "component": [_component(part) for part in row.of("observation_component")],
    }


def _category(code: str | None) -> Json | None:
    return concept(None, code, _CATEGORY) if code in _CATEGORIES else named(code)


def value(row: Row, code_system: str | None) -> Json:
    """The value[x]: a number with its unit, a code, or words."""
    if row["value_number"] is not None:
        return {"valueQuantity": quantity(row["value_number"], row["value_unit"], row["value_comparator"])}
    if row["value_code"]:
        return {"valueCodeableConcept": concept(row["value_text"], row["value_code"], code_system)}
    return {"valueString": row["value_text"]}


def _absent(row: Row) -> Json | None:
    """Why there is no value; FHIR allows none beside a value (obs-6)."""
    if row["value_number"] is not None or row["value_code"] or row["value_text"]:
        return None
    reason = row["absent_reason"]
    return status(reason, "data-absent-reason") if reason and " " not in reason else named(reason)


def _range(row: Row) -> list[Json]:
    low, high = (quantity(row[name], row["value_unit"]) for name in ("reference_low", "reference_high"))
    return several(compact({"low": low, "high": high, "text": row["reference_text"]}))


def _component(row: Row) -> Json:
    return compact({
        "code": coded(row) or UNKNOWN,
        **value(row, None),
        "dataAbsentReason": _absent(row),
        "interpretation": several(named(row["interpretation"])),
        "referenceRange": _range(row),
    })  # fmt: skip


def questionnaire_response(row: Row, refs: Refs) -> Json:
    """A QuestionnaireResponse; scores are Observations derived from it."""
    return {
        "language": row["language"],
        "questionnaire": _questionnaire(row, refs),
        "status": row["status"] if row["status"] in _ANSWERED else "completed",
        "subject": refs.patient(),
        "authored": moment(row["authored_when"]),
        "author": whom(row["author"]),
        "item": [_item(one, place) for place, one in enumerate(row["items"] or (), start=1)],
    }


def _questionnaire(row: Row, refs: Refs) -> str | None:
    named_by = row["questionnaire"]
    if named_by and "://" in named_by:
        return str(named_by)
    return f"{refs.system}/Questionnaire/{named_by or row['instrument']}" if named_by or row["instrument"] else None


def _item(one: Json, place: int) -> Json:
    answer, value_ = one.get("code"), one.get("value")
    shown = one.get("answer") or (value_ if isinstance(value_, str) else None)
    if answer:
        told: Json = {"valueCoding": compact({"system": _LOINC, "code": answer, "display": shown})}
    elif isinstance(value_, bool):
        told = {"valueBoolean": value_}
    elif isinstance(value_, int | float) and not one.get("answer"):
        told = {"valueDecimal": plain(float(value_))}
    else:
        told = {"valueString": shown} if shown else {}
    found: dict[str, Any] = {"linkId": one.get("link_id") or str(place), "text": one.get("text")}
    return compact(found | {"answer": [told] if told else []})


def diagnostic_report(row: Row, refs: Refs) -> Json:
    """A DiagnosticReport."""
    return {
        "status": row["status"] or "unknown",
        "category": several(named(row["category"])),
        "code": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "encounter": refs.key(row["encounter_source"]),
        "effectiveDateTime": moment(row["effective_when"]),
        "issued": first_instant(row["issued_when"]),
        "performer": several(whom(row["author"]), body(row["organization"])),
        "result": [found for key in row["results"] or () if (found := refs.key(key))],
        "conclusion": row["conclusion"],
    }
