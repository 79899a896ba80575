"""Claim and ExplanationOfBenefit: what care cost. Amounts that a resource does not tell stay empty, never zero."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from icm_desktop.exchange.fhir.mapped import Context, Mapped
from icm_desktop.exchange.fhir.values import Json, code, coded, concept_text, first_text, number, obj, objs, text, whole

# Which amount an adjudication category means: HL7 codes, CARIN Blue Button, CMS Blue Button line variables.
_MEANS = {
    "submitted": "submitted",
    "line_sbmtd_chrg_amt": "submitted",
    "eligible": "allowed",
    "allowed": "allowed",
    "line_alowd_chrg_amt": "allowed",
    "benefit": "paid",
    "paidtoprovider": "paid",
    "line_prvdr_pmt_amt": "paid",
    "paidbypatient": "patient",
    "memberliability": "patient",
    "copay": "patient",
    "line_bene_pmt_amt": "patient",
}
_AMOUNTS = ("submitted", "allowed", "paid", "patient")


def claim(resource: Json, context: Context) -> Mapped:
    """A Claim: what was asked for."""
    row = _common(resource, context, "claim")
    row["submitted"] = number(obj(resource.get("total")).get("value"))
    if row["submitted"] is None:
        row["submitted"] = _sum(item["submitted"] for item in row["items"] or [])
    row["currency"] = text(obj(resource.get("total")).get("currency")) or row["currency"]
    return Mapped("claim", row)


def explanation_of_benefit(resource: Json, context: Context) -> Mapped:
    """An ExplanationOfBenefit: its own totals; what they do not tell is the sum of the lines, when all lines tell it.

    Source: FHIR R4 ExplanationOfBenefit.total and item.adjudication; the allowed amount is category "eligible".
    """
    row = _common(resource, context, "benefit")
    totals = _amounts(objs(resource.get("total")))
    items = row["items"] or []
    for name in _AMOUNTS:
        column = "patient_paid" if name == "patient" else name
        row[column] = totals[name] if totals[name] is not None else _sum(item[name] for item in items)
    paid = obj(obj(resource.get("payment")).get("amount"))
    if row["paid"] is None:
        row["paid"] = number(paid.get("value"))
    currencies = [obj(part.get("amount")).get("currency") for part in objs(resource.get("total"))]
    row["currency"] = next(filter(None, map(text, [*currencies, paid.get("currency")])), row["currency"])
    row["outcome"] = text(resource.get("outcome"))
    return Mapped("claim", row)


def _common(resource: Json, context: Context, kind: str) -> dict[str, Any]:
    notes, links = context.notes, context.links
    starts, ends = notes.period(resource, "billablePeriod")
    lines = [_line(item, context) for item in objs(resource.get("item"))]
    row: dict[str, Any] = {
        **coded(resource.get("type")),
        "status": text(resource.get("status")),
        "kind": kind,
        "use": text(resource.get("use")),
        "category": concept_text(resource.get("type")),
        "outcome": None,
        "starts_when": starts or notes.moment(resource, "created"),
        "ends_when": ends,
        "insurer": links.label(resource.get("insurer")) or _insurer(resource, context),
        "provider": links.label(resource.get("provider")),
        "currency": next((line.pop("currency") for line in lines if line.get("currency")), None),
        "submitted": None,
        "allowed": None,
        "paid": None,
        "patient_paid": None,
        "items": [{name: value for name, value in line.items() if name != "currency"} for line in lines] or None,
        "diagnoses": [found for one in objs(resource.get("diagnosis")) if (found := _diagnosis(one, context))] or None,
        "encounter_source": _encounter(resource, context),
        "recorded_when": notes.moment(resource, "created"),
        "author": links.label(resource.get("enterer")) or links.label(resource.get("provider")),
        "organization": links.label(resource.get("facility")) or links.workplace(resource.get("provider")).name,
    }
    row["text"] = next((line["text"] for line in lines if line["text"]), None) or row["text"]
    return row


def _line(item: Json, context: Context) -> dict[str, Any]:
    starts, _ = context.notes.period(item, "servicedPeriod")
    concept = item.get("productOrService")
    amounts = _amounts(objs(item.get("adjudication")))
    net = obj(item.get("net"))
    if amounts["submitted"] is None:
        amounts["submitted"] = number(net.get("value"))
    money = [obj(part.get("amount")) for part in objs(item.get("adjudication"))]
    return {
        "sequence": whole(item.get("sequence")),
        "code": code(concept),
        "text": concept_text(concept),
        "serviced": starts or context.notes.moment(item, "servicedDate"),
        **amounts,
        "currency": next(filter(None, (text(one.get("currency")) for one in [net, *money])), None),
    }


def _amounts(parts: list[Json]) -> dict[str, float | None]:
    """Each amount the parts tell; of several that mean the same the first one counts (allowed before eligible etc.)."""
    found: dict[str, float | None] = dict.fromkeys(_AMOUNTS)
    for part in parts:
        value = number(obj(part.get("amount")).get("value"))
        for told in objs(obj(part.get("category")).get("coding")):
            name = _MEANS.get((text(told.get("code")) or "").rpartition("/")[2])
            if name and found[name] is None and value is not None:
                found[name] = value
    return found


def _sum(values: Iterable[float | None]) -> float | None:
    """To the cent; None when one of them is not known, or there is none."""
    known = list(values)
    if not known or any(value is None for value in known):
        return None
    return round(sum(value for value in known if value is not None), 2)


def _insurer(resource: Json, context: Context) -> str | None:
    for insurance in objs(resource.get("insurance")):
        plan = context.links.target(insurance.get("coverage"))
        payers = (context.links.label(one) for one in objs(plan.get("payor")))
        found = next(filter(None, payers), None) or context.links.label(insurance.get("coverage"))
        if found:
            return found
    return None


def _diagnosis(part: Json, context: Context) -> dict[str, Any] | None:
    concept = part.get("diagnosisCodeableConcept")
    columns = coded(concept)
    columns.pop("other_codes")
    columns["text"] = columns["text"] or context.links.label(part.get("diagnosisReference"))
    columns["kind"] = first_text(part.get("type"))
    return columns if columns["text"] or columns["code"] else None


def _encounter(resource: Json, context: Context) -> str | None:
    for item in objs(resource.get("item")):
        for reference in objs(item.get("encounter")):
            found = context.links.key(reference)
            if found:
                return found
    return None
