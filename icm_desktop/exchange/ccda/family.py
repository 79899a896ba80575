"""Family history and insurance of a C-CDA document."""

from __future__ import annotations

from icm_desktop.exchange.ccda import times
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.tree import Node
from icm_desktop.exchange.fhir.values import Json

_SEX = {"M": "male", "F": "female"}


def relative(doc: Document, node: Node) -> None:
    """A family history organizer: one relative and what they had; what they did not have stands in the note."""
    person = node.one("subject", "relatedSubject")
    relation = doc.concept(person.one("code"))
    had, without = [], []
    for one in node.all("component", "observation"):
        found = doc.concept(one.one("value"))
        if not found:
            continue
        if one.get("negationInd") == "true":
            without.append(str(found.get("text", "")))
            continue
        had.append({"code": found} | _onset(one))
    if not relation and not had:
        doc.leave("a relative who is not named is not read", "FamilyMemberHistory")
        return
    about = person.one("subject")
    notes = [f"Did not have: {', '.join(filter(None, without))}"] if any(without) else []
    made: Json = {
        "resourceType": "FamilyMemberHistory",
        "patient": doc.patient,
        "status": "completed",
        "relationship": relation or {"text": "relative"},
        "sex": {"coding": [{"code": sex}]}
        if (sex := _SEX.get(about.one("administrativeGenderCode").get("code") or ""))
        else None,
        "bornDate": times.of(about.one("birthTime")),
        "deceasedBoolean": True if about.one("deceasedInd").get("value") == "true" else None,
        "condition": had,
        "note": [{"text": words} for words in notes],
    }
    doc.add(made, node)


def _onset(node: Node) -> Json:
    for one in node.all("entryRelationship", "observation"):
        if "22.4.31" in one.templates() and (age := times.quantity(one.one("value"))):
            return {"onsetAge": age}
    when = times.of(node.one("effectiveTime"))
    return {"onsetString": when} if when else {}


def coverage(doc: Document, node: Node) -> None:
    """A coverage activity: each policy in it."""
    policies = [one for one in node.all("entryRelationship", "act") if "22.4.61" in one.templates()]
    for policy in policies:
        _policy(doc, policy)
    if not policies:
        doc.leave("an insurance without a policy is not read", "Coverage")


def _policy(doc: Document, node: Node) -> None:
    payer = next((one for one in node.all("performer") if one.one("assignedEntity", "representedOrganization")), None)
    name = payer.one("assignedEntity", "representedOrganization", "name").words() if payer is not None else ""
    kind = doc.concept(node.one("code"))
    covered = next((one for one in node.all("participant") if one.get("typeCode") == "COV"), None)
    number = None
    if covered is not None:
        ids = covered.all("participantRole", "id")
        number = next((one.get("extension") for one in ids if one.get("extension")), None)
    if not name and not kind:
        doc.leave("an insurance without a payer is not read", "Coverage")
        return
    doc.add(
        {
            "resourceType": "Coverage",
            "beneficiary": doc.patient,
            "status": "active",
            "type": kind,
            "payor": [{"display": name}] if name else None,
            "subscriberId": number,
            "period": times.period(covered.one("time")) if covered is not None else None,
        },
        node,
    )
