"""Medicines and immunizations of a C-CDA document."""

from __future__ import annotations

from icm_desktop.exchange.ccda import people, times
from icm_desktop.exchange.ccda.codes import silent
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.problems import PROBLEM
from icm_desktop.exchange.ccda.tree import ABSENT, Node
from icm_desktop.exchange.fhir.values import Json

_STATUSES = {"active": "active", "suspended": "on-hold", "aborted": "stopped", "held": "on-hold"}
_STATUSES |= {"nullified": "entered-in-error", "cancelled": "stopped", "new": "draft"}
_OPEN_END = "The document calls this entry completed and gives no end: it is taken as current."


def medicine(doc: Document, node: Node, *, stay: bool = False) -> None:
    """A medication activity: what is taken (mood EVN) or ordered (INT, RQO). `stay`: it is of the discharge."""
    code = _product(doc, node)
    negated = node.get("negationInd") == "true"
    if not code:
        what = "it says that no medicines are known; no screen shows that yet" if negated else _NAMELESS
        doc.leave(what, "MedicationStatement")
        return
    ordered = node.get("moodCode") not in (None, "EVN")
    when = list(node.all("effectiveTime"))
    during = next((found for one in when if (found := times.period(one)) and not one.one("period")), {})
    status, note = _status(doc, node, during)
    notes = [words for words in (note, *_instructions(doc, node)) if words]
    made: Json = {
        "resourceType": "MedicationRequest" if ordered else "MedicationStatement",
        "subject": doc.patient,
        "status": "not-taken" if negated and not ordered else status,
        "medicationCodeableConcept": code,
        "note": [{"text": words} for words in notes],
    }
    visit = {"reference": f"Encounter/{doc.encounter}"} if stay and doc.encounter else None
    dosage = _dosage(doc, node, when)
    reasons = [found for one in _reasons(node) if (found := doc.concept(one))]
    if ordered:
        bounds = {"boundsPeriod": during} if during else {}
        timing = dict(dosage.get("timing", {}))
        if bounds:
            timing["repeat"] = {**timing.get("repeat", {}), **bounds}
        made |= {"intent": "order", "authoredOn": doc.said_at(node) or during.get("start"), "encounter": visit}
        made |= {"dosageInstruction": [{**dosage, "timing": timing} if timing else dosage]}
        made |= {"requester": doc.said_by(node), "reasonCode": reasons, "doNotPerform": negated or None}
        made["dispenseRequest"] = _supply(node)
    else:
        made |= {"effectivePeriod": during, "dateAsserted": doc.said_at(node), "context": visit, "dosage": [dosage]}
        made |= {"informationSource": doc.said_by(node), "reasonCode": reasons}
    doc.add(made, node)


_NAMELESS = "a medicine without a name is not read"


def _product(doc: Document, node: Node) -> Json:
    made = node.one("consumable", "manufacturedProduct", "manufacturedMaterial")
    found = doc.concept(made.one("code"))
    name = made.one("name").words()
    if not found and name:
        return {"text": name}
    if not found and not silent(made.one("code")):
        told = doc.text(node)
        return {"text": told} if told else {}
    return found


def _status(doc: Document, node: Node, during: Json) -> tuple[str, str | None]:
    """What of a medicine holds, and what people should know of how that was found.

    "completed" with an end is over. Without one it stands in most documents for medicines that are taken: hiding them
    would harm more than showing one that is over.
    """
    told = node.one("statusCode").get("code") or ""
    if told == "completed":
        end, now = during.get("end"), times.moment(doc.told_at)
        if end is not None:
            return ("active", None) if now is not None and end[:10] > now[:10] else ("completed", None)
        return "active", _OPEN_END
    return _STATUSES.get(told, "unknown"), None


def _dosage(doc: Document, node: Node, when: list[Node]) -> Json:
    dose, rate = node.one("doseQuantity"), node.one("rateQuantity")
    words = _sig(doc, node)
    unit = doc.concept(node.one("administrationUnitCode")).get("text")
    amount = times.quantity(dose) or times.quantity(dose.one("low")) if not dose.one("high") else {}
    if amount and "unit" not in amount and unit:
        amount = amount | {"unit": unit}
    limits = {end: found for end in ("low", "high") if (found := times.quantity(dose.one(end)))}
    each: Json = {"doseQuantity": amount} if amount else ({"doseRange": limits} if len(limits) == 2 else {})
    speed = times.quantity(rate)
    if speed:
        each["rateQuantity"] = speed
    made: Json = {"text": words, "timing": times.timing(when), "route": doc.concept(node.one("routeCode"))}
    made |= {"doseAndRate": [each] if each else None}
    for condition in node.all("precondition"):
        needed = doc.concept(condition.one("criterion", "value")) or doc.concept(condition.one("criterion", "code"))
        said = doc.text(condition.one("criterion"))
        if not needed and said:
            needed = {"text": said}
        made |= {"asNeededCodeableConcept": needed} if needed else {"asNeededBoolean": True}
    return {name: value for name, value in made.items() if value}


def _sig(doc: Document, node: Node) -> str | None:
    """The instruction in free text (C-CDA R2.1 Medication Free Text Sig)."""
    for one in node.all("entryRelationship", "substanceAdministration"):
        if "22.4.147" in one.templates():
            return doc.text(one)
    return None


def _instructions(doc: Document, node: Node) -> list[str]:
    found = []
    for one in node.all("entryRelationship", "act"):
        if one.templates() & {"22.4.20", "22.4.64"}:
            words = doc.text(one) or doc.concept(one.one("code")).get("text")
            found += [words] if words else []
    return found


def _reasons(node: Node) -> list[Node]:
    wanted = {"22.4.19", PROBLEM}
    inside = node.all("entryRelationship", "observation")
    found = [one.one("value") for one in inside if one.templates() & wanted]
    return [one for one in found if one.get("code") or one.one("originalText")]


def _supply(node: Node) -> Json:
    for one in node.all("entryRelationship", "supply"):
        repeats = times.as_number(one.one("repeatNumber").get("value"))
        if isinstance(repeats, int) and repeats >= 0:
            return {"numberOfRepeatsAllowed": repeats}
    return {}


def immunization(doc: Document, node: Node) -> None:
    """An immunization activity, given or not given; one that is only planned is not read."""
    if node.get("moodCode") not in (None, "EVN"):
        doc.leave("an immunization that is only planned is not read", "Immunization")
        return
    made = node.one("consumable", "manufacturedProduct", "manufacturedMaterial")
    code = _product(doc, node)
    if not code:
        doc.leave("an immunization without a vaccine is not read", "Immunization")
        return
    refused = node.get("negationInd") == "true"
    performer = next((name for one in node.all("performer") if (name := people.who(one))), None)
    place = next((name for one in node.all("performer") if (name := _where(one))), None)
    why = next((one.one("code") for one in node.all("entryRelationship", "observation") if _refusal(one)), ABSENT)
    doc.add(
        {
            "resourceType": "Immunization",
            "patient": doc.patient,
            "status": "not-done" if refused else _given(node),
            "statusReason": doc.concept(why) if refused else None,
            "vaccineCode": code,
            "occurrenceDateTime": times.of(node.one("effectiveTime")),
            "recorded": doc.said_at(node),
            "lotNumber": made.one("lotNumberText").words() or None,
            "doseQuantity": times.quantity(node.one("doseQuantity")),
            "performer": [{"actor": {"display": performer}}] if performer else None,
            "location": {"display": place} if place else None,
        },
        node,
    )


def _where(node: Node) -> str | None:
    return node.one("assignedEntity", "representedOrganization", "name").words() or None


def _refusal(node: Node) -> bool:
    return "22.4.53" in node.templates()


def _given(node: Node) -> str:
    told = node.one("statusCode").get("code")
    return {"nullified": "entered-in-error", "aborted": "not-done", "cancelled": "not-done"}.get(
        told or "", "completed"
    )


def administered(doc: Document, node: Node) -> None:
    """A dose that was given during a visit: kept as it came, no part of what is taken."""
    code = _product(doc, node)
    if not code:
        doc.leave(_NAMELESS, "MedicationAdministration")
        return
    doc.add(
        {
            "resourceType": "MedicationAdministration",
            "subject": doc.patient,
            "status": "not-done" if node.get("negationInd") == "true" else "completed",
            "medicationCodeableConcept": code,
            "effectivePeriod": times.period(node.one("effectiveTime")),
        },
        node,
    )
