"""Results, vital signs, social history, functions and other observations of a C-CDA document."""

from __future__ import annotations

from icm_desktop.exchange.ccda import people, times
from icm_desktop.exchange.ccda.codes import Words, named, only
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.tree import ABSENT, Node
from icm_desktop.exchange.fhir.values import Json

_LOINC = "http://loinc.org"
_SYSTOLIC, _DIASTOLIC, _PANEL = "8480-6", "8462-4", "85354-9"
_STATUSES = {"completed": "final", "active": "preliminary", "aborted": "cancelled", "cancelled": "cancelled"}
_STATUSES |= {"nullified": "entered-in-error", "held": "preliminary", "suspended": "preliminary"}
_BIRTH_SEX = "76689-9"
_GENDER_OF_OBSERVATION = {"M": "M", "F": "F", "UNK": "UNK"}


def panel(doc: Document, node: Node) -> None:
    """A result organizer: a report, and a result for each of its observations."""
    found = _members(doc, node, "laboratory")
    code = doc.concept(node.one("code"))
    if not found and not code:
        doc.leave("a report without a name and results is not read", "DiagnosticReport")
        return
    made: Json = {
        "resourceType": "DiagnosticReport",
        "subject": doc.patient,
        "code": code or {"text": "Results"},
        "status": _STATUSES.get(node.one("statusCode").get("code") or "", "unknown"),
        "category": [only("LAB")],
        "effectiveDateTime": times.of(node.one("effectiveTime")) or next(map(_when, found), None),
        "performer": _performers(doc, node),
        "result": [doc.reference(one) for one in found],
    }
    doc.add(made, node)


def _when(resource: Json) -> str | None:
    told = resource.get("effectiveDateTime")
    return told if isinstance(told, str) else None


def _performers(doc: Document, node: Node) -> list[Json]:
    found = next((name for one in node.all("performer") if (name := people.who(one))), None)
    said = doc.said_by(node)
    return [{"display": found}] if found else ([said] if said else [])


def vitals(doc: Document, node: Node) -> None:
    """A vital signs organizer; both pressures of one organizer are one blood pressure."""
    _members(doc, node, "vital-signs")


def group(doc: Document, node: Node, category: str) -> None:
    """An organizer of observations of another sort, such as functions or advance directives."""
    _members(doc, node, category)


def _members(doc: Document, node: Node, category: str) -> list[Json]:
    inside = list(node.all("component", "observation"))
    pair = {code: one for one in inside if (code := _pressure(one)) is not None}
    both = len(pair) == 2
    if both:
        inside = [one for one in inside if one not in pair.values()]
    when = times.of(node.one("effectiveTime"))
    made = [found for one in inside if (found := observation(doc, one, category, when=when)) is not None]
    if both:
        made.append(_blood_pressure(doc, pair, node, when))
    for inside_it in node.all("component", "organizer"):  # a pressure, or a panel of a panel
        made += _members(doc, inside_it, category)
    return made


def _pressure(node: Node) -> str | None:
    code = node.one("code").get("code")
    whole = code in (_SYSTOLIC, _DIASTOLIC) and times.quantity(node.one("value"))
    return code if whole and node.get("negationInd") != "true" else None


def _blood_pressure(doc: Document, pair: dict[str, Node], node: Node, when: str | None) -> Json:
    upper, lower = pair[_SYSTOLIC], pair[_DIASTOLIC]
    parts = [
        {"code": doc.concept(one.one("code")), "valueQuantity": times.quantity(one.one("value"))}
        for one in (upper, lower)
    ]
    made: Json = {
        "resourceType": "Observation",
        "subject": doc.patient,
        "status": _STATUSES.get(upper.one("statusCode").get("code") or "", "unknown"),
        "category": [only("vital-signs")],
        "code": named(_LOINC, _PANEL, "Blood pressure"),
        "effectiveDateTime": times.of(upper.one("effectiveTime")) or when,
        "performer": _performers(doc, upper) or _performers(doc, node),
        "component": parts,
    }
    return doc.add(made, upper)


def observation(doc: Document, node: Node, category: str | None, *, when: str | None = None) -> Json | None:
    """One observation; None when it says nothing."""
    code = doc.concept(node.one("code"))
    value = next(node.all("value"), ABSENT)
    found = times.value(value, doc.words)
    if not code and (told := doc.text(node)):
        code = {"text": told}
    if not code:
        doc.leave("an observation without a name is not read", "Observation")
        return None
    absent = value.get("nullFlavor") if value and not found else None
    made: Json = {
        "resourceType": "Observation",
        "subject": doc.patient,
        "status": _STATUSES.get(node.one("statusCode").get("code") or "", "unknown"),
        "category": [only(category)] if category else None,
        "code": code,
        "effectiveDateTime": times.of(node.one("effectiveTime")) or when,
        **found,
        "dataAbsentReason": {"text": _ABSENT.get(absent, "not told")} if absent else None,
        "interpretation": [shown for one in node.all("interpretationCode") if (shown := doc.concept(one))],
        "referenceRange": _ranges(node, doc.words),
        "bodySite": doc.concept(node.one("targetSiteCode")),
        "method": doc.concept(node.one("methodCode")),
        "performer": _performers(doc, node),
        "note": [{"text": words} for words in _notes(doc, node, has_value=bool(found))],
        "component": [part for one in _inside(node) if (part := _component(doc, one))],
    }
    if node.get("negationInd") == "true":
        made["status"] = "cancelled"
    during = times.period(node.one("effectiveTime"))
    if category == "social-history" and "end" in during:
        made.pop("effectiveDateTime")
        made["effectivePeriod"] = during
    return doc.add(made, node)


_ABSENT = {"UNK": "unknown", "NASK": "not asked", "ASKU": "asked, not known", "NAV": "not available", "NI": "not told"}
_ABSENT |= {"NA": "not applicable", "OTH": "other", "MSK": "masked", "NAVU": "not available"}


def _inside(node: Node) -> list[Node]:
    """The items of an assessment scale."""
    if "22.4.69" not in node.templates():
        return []
    return [one for one in node.all("entryRelationship", "observation") if "22.4.86" in one.templates()]


def _component(doc: Document, node: Node) -> Json:
    code = doc.concept(node.one("code"))
    return {"code": code, **times.value(node.one("value"), doc.words)} if code else {}


def _notes(doc: Document, node: Node, *, has_value: bool) -> list[str]:
    found = []
    for one in node.all("entryRelationship", "act"):
        if one.one("code").get("code") == "48767-8" and (words := doc.text(one)):
            found.append(words)
    if not has_value and (told := doc.text(node)):
        found.append(told)
    return found


def _ranges(node: Node, words: Words) -> list[Json]:
    made = []
    for one in node.all("referenceRange", "observationRange"):
        limits = {end: found for end in ("low", "high") if (found := times.quantity(one.one("value", end)))}
        told = one.one("text").words() or words.of(one.one("text"))
        if limits or told:
            made.append(limits | ({"text": told} if told else {}))
    return made


def birth_sex(root: Node) -> str | None:
    """The sex at birth an observation of the social history tells."""
    for node in root.walk():
        if node.tag == "observation" and node.one("code").get("code") == _BIRTH_SEX:
            told = node.one("value").get("code") or node.one("value").get("nullFlavor")
            return _GENDER_OF_OBSERVATION.get(told or "")
    return None
