"""Problems and allergies of a C-CDA document."""

from __future__ import annotations

from collections.abc import Iterator

from icm_desktop.exchange.ccda import times
from icm_desktop.exchange.ccda.codes import named, only, silent
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.tree import ABSENT, Node
from icm_desktop.exchange.fhir.values import Json

PROBLEM, OLD_PROBLEM = "22.4.4", "1.28"
_ALLERGY, _ALLERGY_TO, _OLD_ALERT = "22.4.7", "22.4.90", "1.18"
_SEVERITY_CODES = {"255604002": "mild", "371923003": "mild", "6736007": "moderate", "371924009": "severe"}
_SEVERITY_CODES |= {"24484000": "severe", "399166001": "severe"}
_STATUSES = {"55561003": "active", "73425007": "inactive", "413322009": "resolved", "246455001": "recurrence"}
_STATUSES |= {"277022003": "remission", "7087005": "active"}
# SNOMED CT: a finding that says nothing of what it is ("problem"); with a negation it says that there is none.
_ANY_PROBLEM = frozenset({"55607006", "404684003", "64572001", "409586006", "282291009"})
_NONE_KNOWN = {
    "409137002": "No known drug allergy",
    "429625007": "No known food allergy",
    "716186003": "No known allergy",
}
_NO_SORT = {"416098002": "409137002", "419511003": "409137002", "414285001": "429625007", "418471000": "429625007"}
# SNOMED CT: what sort of reaction, and to what.
_KINDS = {"419199007": "allergy", "416098002": "allergy", "414285001": "allergy", "106190000": "allergy"}
_KINDS |= {
    "59037007": "intolerance",
    "235719002": "intolerance",
    "418038007": "intolerance",
    "420134006": "intolerance",
}
_CATEGORIES = {"416098002": "medication", "419511003": "medication", "59037007": "medication"}
_CATEGORIES |= {"414285001": "food", "418471000": "food", "235719002": "food"}
_CATEGORIES |= {"426232007": "environment", "232347008": "environment"}
_SNOMED = "http://snomed.info/sct"


def inner(node: Node, *templates: str) -> Iterator[Node]:
    """Observations inside an entry, by any of these templates; or the entry itself."""
    wanted = frozenset(templates)
    if node.tag == "observation" and node.templates() & wanted:
        yield node
        return
    for one in node.all("entryRelationship", "observation"):
        if one.templates() & wanted:
            yield one


def concern(doc: Document, node: Node, category: str, *, past: bool = False) -> int:
    """The problems of a concern act, a diagnosis act or of a bare problem observation; says how many."""
    count = 0
    for one in inner(node, PROBLEM, OLD_PROBLEM):
        _problem(doc, one, node, category, past=past)
        count += 1
    return count


def _problem(doc: Document, node: Node, act: Node, category: str, *, past: bool) -> None:
    value = next(node.all("value"), ABSENT)
    code = doc.concept(value)
    negated = node.get("negationInd") == "true"
    if negated and (silent(value) or value.get("code") in _ANY_PROBLEM):
        doc.leave("it says that there are no known problems of this sort; no screen shows that yet", "Condition")
        return
    if not code:
        told = doc.text(node) or doc.text(act)
        code = {"text": told} if told else {}
    if not code:
        doc.leave("a problem without a name is not read", "Condition")
        return
    during = times.period(node.one("effectiveTime"))
    status = _status(node) or _of_times(node, act, past=past)
    made: Json = {
        "resourceType": "Condition",
        "subject": doc.patient,
        "code": code,
        "category": [only(category)],
        "clinicalStatus": only(status) if status and not negated else None,
        "verificationStatus": only("refuted" if negated else "confirmed"),
        "severity": _severity_concept(doc, node),
        "onsetDateTime": during.get("start"),
        "abatementDateTime": during.get("end"),
        "recordedDate": doc.said_at(node) or doc.said_at(act),
        "recorder": doc.said_by(node) or doc.said_by(act),
        "note": [{"text": words} for words in _comments(doc, node)],
    }
    if act.one("statusCode").get("code") == "nullified" or node.one("statusCode").get("code") == "nullified":
        made["verificationStatus"] = only("entered-in-error")
    doc.add(made, node)


def _status(node: Node) -> str | None:
    """What an observation of its status inside it says (codes of C-CDA R1.1 and R2.1)."""
    for one in node.all("entryRelationship", "observation"):
        if one.templates() & {"22.4.6", "22.4.28"} or one.one("code").get("code") == "33999-4":
            return _STATUSES.get(one.one("value").get("code") or "")
    return None


def _of_times(node: Node, act: Node, *, past: bool) -> str | None:
    """An end of the problem itself, then the state of the concern.

    Source: C-CDA R2.1 problem observation: effectiveTime/high tells that the problem is over, also where the day is
    not known; the status of the concern act tells only whether somebody still follows it.
    """
    told = act.one("statusCode").get("code") if act.tag == "act" else None
    high = node.one("effectiveTime", "high")
    if high.get("value") or (high.get("nullFlavor") == "UNK" and told != "active"):
        return "resolved"
    if past:
        return "inactive"
    # Many systems call every concern "completed": it is left open, and counts as current, rather than hidden.
    return {"active": "active", "suspended": "inactive", "aborted": "inactive"}.get(told or "")


def _severity_concept(doc: Document, node: Node) -> Json:
    for one in node.all("entryRelationship", "observation"):
        if "22.4.8" in one.templates():
            return doc.concept(one.one("value"))
    return {}


def _comments(doc: Document, node: Node) -> Iterator[str]:
    """Comment activities inside an entry."""
    for one in node.all("entryRelationship", "act"):
        if one.one("code").get("code") == "48767-8" and (words := doc.text(one)):
            yield words


def allergies(doc: Document, node: Node) -> int:
    """The allergies of an allergy concern act; says how many."""
    count = 0
    for one in inner(node, _ALLERGY, _ALLERGY_TO, _OLD_ALERT):
        _allergy(doc, one, node)
        count += 1
    return count


def _allergy(doc: Document, node: Node, act: Node) -> None:
    sort = node.one("value").get("code") or ""
    substance = next((one for part in node.all("participant") if (one := _substance(part))), ABSENT)
    code = doc.concept(substance)
    negated = node.get("negationInd") == "true"
    unnamed = silent(substance) or not code
    if negated and unnamed:
        number = _NO_SORT.get(sort, "716186003")
        code, negated = named(_SNOMED, number, _NONE_KNOWN[number]), False
    elif not code:
        # In older documents "no known allergies" is the value itself.
        told = doc.text(node)
        code = doc.concept(node.one("value")) if sort in _NONE_KNOWN else ({"text": told} if told else {})
    if not code:
        doc.leave("an allergy that names no substance is not read", "AllergyIntolerance")
        return
    during = times.period(node.one("effectiveTime"))
    status = _status(node) or ("resolved" if "end" in during else _act_status(act))
    made: Json = {
        "resourceType": "AllergyIntolerance",
        "patient": doc.patient,
        "code": code,
        "type": _KINDS.get(sort),
        "category": [_CATEGORIES[sort]] if sort in _CATEGORIES else None,
        "clinicalStatus": only(status),
        "verificationStatus": only("refuted" if negated else "confirmed"),
        "criticality": _criticality(node),
        "onsetDateTime": during.get("start"),
        "recordedDate": doc.said_at(node) or doc.said_at(act) or _no_time(doc, code),
        "recorder": doc.said_by(node) or doc.said_by(act),
        "reaction": list(_reactions(doc, node)),
        "note": [{"text": words} for words in _comments(doc, node)],
    }
    doc.add(made, node)


def _no_time(doc: Document, code: Json) -> str | None:
    """ "No known allergy" needs the day on which it was said: that of the document where the entry has none."""
    none_known = any(one.get("code") in _NONE_KNOWN for one in code.get("coding", ()))
    return times.moment(doc.told_at) if none_known else None


def _substance(part: Node) -> Node:
    return part.one("participantRole", "playingEntity", "code")


def _act_status(act: Node) -> str:
    """An allergy counts until somebody says that it does not: "completed" is said of many that hold."""
    told = act.one("statusCode").get("code") if act.tag == "act" else None
    return "inactive" if told in ("aborted", "suspended") else "active"


def _criticality(node: Node) -> str | None:
    for one in node.all("entryRelationship", "observation"):
        if one.one("code").get("code") == "82606-5":
            told = one.one("value").get("code")
            return {"CRITH": "high", "CRITL": "low", "CRITU": "unable-to-assess"}.get(told or "")
    return None


def _reactions(doc: Document, node: Node) -> Iterator[Json]:
    own = _severity(node)
    found = False
    for one in node.all("entryRelationship", "observation"):
        if "22.4.9" not in one.templates():
            continue
        shown = doc.concept(one.one("value"))
        told = None if shown else doc.text(one)
        if shown or told:
            found = True
            made: Json = {"manifestation": [shown] if shown else None, "description": told}
            made["severity"] = _severity(one) or own
            yield {name: value for name, value in made.items() if value}
    if own and not found:
        yield {"severity": own}


def _severity(node: Node) -> str | None:
    for one in node.all("entryRelationship", "observation"):
        if "22.4.8" in one.templates():
            return _SEVERITY_CODES.get(one.one("value").get("code") or "")
    return None
