"""Medicines, results and vital signs as entries."""

from __future__ import annotations

from icm_desktop.exchange.ccda.writing.markup import NOTHING, Markup, el
from icm_desktop.exchange.ccda.writing.parts import (
    ACT_CODE,
    R2_0,
    R2_1,
    SNOMED,
    coded,
    during,
    measured,
    moment,
    number,
    points,
    quantity,
    said_by,
    status,
    template,
)
from icm_desktop.exchange.fhir.values import Json, code, obj, objs, text

_STATES = {
    "active": "active",
    "completed": "completed",
    "on-hold": "suspended",
    "stopped": "aborted",
    "intended": "active",
}
_UNITS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400, "wk": 604_800}


def medicine(resource: Json, name: str, drug: object, root: str) -> Markup:
    """A medication activity: taken (EVN) or ordered (INT)."""
    ordered = resource["resourceType"] == "MedicationRequest"
    dosage = next(iter(objs(resource.get("dosageInstruction" if ordered else "dosage"))), {})
    span = obj(resource.get("effectivePeriod")) or obj(obj(obj(dosage.get("timing")).get("repeat")).get("boundsPeriod"))
    start = text(span.get("start")) or text(resource.get("effectiveDateTime"))
    at = text(resource.get("authoredOn")) or text(resource.get("dateAsserted"))
    times = el(
        "effectiveTime", *_low_high(start or (at if ordered else None), text(span.get("end"))), xsi__type="IVL_TS"
    )
    product = el(
        "manufacturedProduct",
        template("22.4.23", R2_0),
        el("manufacturedMaterial", coded("code", drug)),
        classCode="MANU",
    )
    each = obj(next(iter(objs(dosage.get("doseAndRate"))), {}).get("doseQuantity"))
    needed = resource.get("status") == "not-taken"
    return el(
        "substanceAdministration",
        template("22.4.16", R2_0),
        number(resource, root),
        points(name),
        status(_STATES.get(str(resource.get("status")), "active")),
        times,
        _how_often(dosage),
        coded("routeCode", dosage["route"]) if dosage.get("route") else NOTHING,
        quantity(each, "doseQuantity") if each.get("value") is not None else el("doseQuantity", nullFlavor="UNK"),
        el("consumable", product),
        said_by(resource, at, "requester", "informationSource"),
        _sig(dosage),
        *(_reason(one) for one in objs(resource.get("reasonCode"))),
        _as_needed(dosage),
        classCode="SBADM",
        moodCode="INT" if ordered else "EVN",
        negationInd="true" if needed else None,
    )


def _low_high(start: str | None, end: str | None) -> list[Markup]:
    """The two ends of a span, in an element that has a type of its own."""
    low = moment("low", start)
    return [low, moment("high", end)] if end else [low]


def _how_often(dosage: Json) -> Markup:
    repeat = obj(obj(dosage.get("timing")).get("repeat"))
    often, period, unit = repeat.get("frequency"), repeat.get("period"), str(repeat.get("periodUnit"))
    if not isinstance(period, int | float) or unit not in _UNITS:
        return NOTHING
    times = often if isinstance(often, int) and often > 0 else 1
    value, named = (period / times, unit)
    if value != int(value) and unit == "d":
        value, named = value * 24, "h"
    inside = el("period", value=f"{value:g}", unit=named)
    return el(
        "effectiveTime", inside, xsi__type="PIVL_TS", institutionSpecified="true" if times > 1 else None, operator="A"
    )


def _sig(dosage: Json) -> Markup:
    words = text(dosage.get("text"))
    if words is None:
        return NOTHING
    inside = el(
        "substanceAdministration",
        template("22.4.147"),
        el("code", code="76662-6", codeSystem="2.16.840.1.113883.6.1", displayName="Instructions Medication"),
        el("text", words),
        el("consumable", el("manufacturedProduct", el("manufacturedLabeledDrug", nullFlavor="NA"))),
        classCode="SBADM",
        moodCode="INT",
    )
    return el("entryRelationship", inside, typeCode="COMP")


def _reason(concept: Json) -> Markup:
    inside = el(
        "observation",
        template("22.4.19", R2_0),
        el("id", nullFlavor="NI"),
        el("code", code="ASSERTION", codeSystem=ACT_CODE),
        status("completed"),
        coded("value", concept, xsi__type="CD"),
        classCode="OBS",
        moodCode="EVN",
    )
    return el("entryRelationship", inside, typeCode="RSON")


def _as_needed(dosage: Json) -> Markup:
    concept = dosage.get("asNeededCodeableConcept")
    if not concept and dosage.get("asNeededBoolean") is not True:
        return NOTHING
    inside = coded("value", concept, xsi__type="CD") if concept else NOTHING
    code_ = el("code", code="ASSERTION", codeSystem=ACT_CODE)
    return el("precondition", el("criterion", template("22.4.25", R2_0), code_, inside), typeCode="PRCN")


def results(observations: list[tuple[str, Json]], root: str) -> Markup:
    """The results of one day as one organizer."""
    inside = [_observed(name, one, root, template("22.4.2", R2_1)) for name, one in observations]
    return _organizer(observations[0][1], root, "22.4.1", el("code", nullFlavor="UNK"), inside, "BATTERY")


def vitals(observations: list[tuple[str, Json]], root: str) -> Markup:
    """The vital signs of one day as one organizer."""
    panel = el(
        "code",
        el("translation", code="74728-7", codeSystem="2.16.840.1.113883.6.1"),
        code="46680005",
        codeSystem=SNOMED,
        displayName="Vital signs",
    )
    inside = [_observed(name, one, root, template("22.4.27", R2_0)) for name, one in observations]
    return _organizer(observations[0][1], root, "22.4.26", panel, inside, "CLUSTER")


def _organizer(first: Json, root: str, kind: str, panel: Markup, inside: list[Markup], class_: str) -> Markup:
    at = text(first.get("effectiveDateTime"))
    own = el("id", root=root, extension=f"group-{first['id']}")
    every = (el("component", one) for one in inside)
    head = (template(kind, R2_1), own, panel, status("completed"), during(at, at))
    return el("organizer", *head, *every, classCode=class_, moodCode="EVN")


def _observed(name: str, resource: Json, root: str, templates: Markup) -> Markup:
    at = text(resource.get("effectiveDateTime"))
    meant = code(next(iter(objs(resource.get("interpretation"))), None))
    told = el("interpretationCode", code=meant, codeSystem="2.16.840.1.113883.5.83") if meant else NOTHING
    return el(
        "observation",
        templates,
        number(resource, root),
        coded("code", resource.get("code")),
        points(name),
        status("completed"),
        moment("effectiveTime", at),
        measured(resource),
        told,
        classCode="OBS",
        moodCode="EVN",
    )
