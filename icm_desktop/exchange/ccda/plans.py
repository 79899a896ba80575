"""Goals, planned care, referrals and care teams of a C-CDA document."""

from __future__ import annotations

from dataclasses import dataclass, field

from icm_desktop.exchange.ccda import people, times
from icm_desktop.exchange.ccda.codes import named, only
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.tree import ABSENT, Node
from icm_desktop.exchange.fhir.values import Json

_GOALS = {"active": "active", "completed": "completed", "cancelled": "cancelled", "aborted": "cancelled"}
_GOALS |= {"suspended": "on-hold", "nullified": "entered-in-error"}
_STATES = {"active": "not-started", "new": "not-started", "completed": "completed", "cancelled": "cancelled"}
_STATES |= {"aborted": "stopped", "suspended": "on-hold", "held": "on-hold", "nullified": "entered-in-error"}
_REFERRAL = named("http://snomed.info/sct", "3457005", "Patient referral")


@dataclass(slots=True)
class Plan:
    """The activities of all sections that plan something, in order: together they are one plan."""

    title: str = ""
    activities: list[Json] = field(default_factory=list)

    def finish(self, doc: Document) -> None:
        """Add the plan if the document has one."""
        if not self.activities:
            return
        made: Json = {
            "resourceType": "CarePlan",
            "subject": doc.patient,
            "status": "active",
            "intent": "plan",
            "title": self.title or "Plan of treatment",
            "created": times.moment(doc.told_at),
            "activity": self.activities,
            "id": doc.number,
        }
        doc.add(made)


def goal(doc: Document, node: Node) -> None:
    """A goal observation."""
    value = next(node.all("value"), ABSENT)
    code = doc.concept(node.one("code"))
    words = doc.text(node)
    described = {"text": words} if words else code
    if not described and not value:
        doc.leave("a goal without words is not read", "Goal")
        return
    target = _target(doc, value)
    if not described:
        described = {"text": str(target.get("detailString") or doc.concept(value).get("text") or "Goal")}
    during = times.period(node.one("effectiveTime"))
    if during.get("end"):
        target["dueDate"] = str(during["end"])[:10]
    if target and code:
        target["measure"] = code
    patient_said = _by_patient(node)
    author = doc.said_by(node)
    doc.add(
        {
            "resourceType": "Goal",
            "subject": doc.patient,
            "lifecycleStatus": _GOALS.get(node.one("statusCode").get("code") or "", "active"),
            "description": described | {"coding": code["coding"]} if "coding" in code else described,
            "startDate": (during.get("start") or "")[:10] or None,
            "expressedBy": doc.patient if patient_said else author,
            "priority": _priority(node),
            "target": [target] if target else None,
        },
        node,
    )


def _target(doc: Document, value: Node) -> Json:
    found = times.value(value, doc.words) if value else {}
    if "valueQuantity" in found:
        return {"detailQuantity": found["valueQuantity"]}
    if "valueRange" in found:
        return {"detailRange": found["valueRange"]}
    told = found.get("valueString") or found.get("valueCodeableConcept", {}).get("text")
    return {"detailString": told} if told else {}


def _by_patient(node: Node) -> bool:
    """Whether the patient is the author: by the same ids as the record target no author has, by its code it can."""
    return any(one.one("assignedAuthor", "code").get("code") == "ONESELF" for one in node.all("author"))


def _priority(node: Node) -> Json:
    for one in node.all("entryRelationship", "observation"):
        if "22.4.143" in one.templates():
            told = {"394849002": "high-priority", "394848005": "medium-priority", "441808003": "medium-priority"}
            found = told.get(one.one("value").get("code") or "")
            return only(found) if found else {}
    return {}


def activity(doc: Document, plan: Plan, node: Node, title: str) -> None:
    """Something planned: a procedure, test, visit, medicine or instruction."""
    code = doc.concept(node.one("code"))
    if node.tag in ("substanceAdministration", "supply"):
        product = node.one("consumable", "manufacturedProduct") or node.one("product", "manufacturedProduct")
        code = doc.concept(product.one("manufacturedMaterial", "code")) or code
    words = doc.text(node)
    shown = _label(doc, code, words, node)
    if shown is None:
        doc.leave("a planned step without words is not read", "CarePlan")
        return
    told = node.one("statusCode").get("code") or ""
    state = _STATES.get(told, "not-started")
    if node.get("moodCode") not in (None, "EVN") and state == "completed":
        state = "not-started"  # of what is asked for, "completed" says only that the wish was written down
    during = _times(node)
    detail: Json = {
        "status": state,
        "code": {"coding": code["coding"]} if "coding" in code else None,
        "description": shown,
        "scheduledPeriod": during,
        "doNotPerform": True if node.get("negationInd") == "true" else None,
        "performer": [{"display": name} for one in node.all("performer") if (name := people.who(one))],
    }
    plan.title = plan.title or title
    plan.activities.append({"detail": {name: value for name, value in detail.items() if value not in (None, {}, [])}})


def _times(node: Node) -> Json:
    """When something is planned for: one moment is also its end, so that it can be due."""
    inside = (below for one in node.all("entryRelationship") for below in one.children)
    found = times.period(node.one("effectiveTime")) or next(
        (when for one in inside if (when := times.period(one.one("effectiveTime")))), {}
    )
    if "start" in found and "end" not in found and node.one("effectiveTime").get("value"):
        found["end"] = found["start"]
    return found


def _label(doc: Document, code: Json, words: str | None, node: Node) -> str | None:
    """What to call a step: an instruction by its words, all else by what it is."""
    name = code.get("text")
    if node.templates() & {"22.4.20", "22.4.131", "22.4.146"} and words:
        return words
    if name:
        return str(name)
    return words or _inner_label(doc, node) or node.one("code").get("code")


def _inner_label(doc: Document, node: Node) -> str | None:
    """What a step is called by the entry inside it, where it has no name of its own."""
    for one in node.all("entryRelationship"):
        for inside in one.children:
            found = doc.concept(inside.one("code")).get("text") or doc.text(inside)
            if found:
                return str(found)
    return None


def referral(doc: Document, node: Node) -> None:
    """A patient referral act: who is asked to see the patient, and why."""
    code = doc.concept(node.one("code"))
    to = [{"display": name} for one in node.all("participant") if (name := people.who(one))]
    reasons = [one.one("value") for one in node.all("entryRelationship", "observation")]
    words = doc.text(node)
    notes = [words] if words else []
    for one in node.all("entryRelationship", "act"):
        told = doc.text(one)
        notes += [told] if told else []
    doc.add(
        {
            "resourceType": "ServiceRequest",
            "subject": doc.patient,
            "status": "completed" if node.one("statusCode").get("code") == "completed" else "active",
            "intent": "order",
            "category": [_REFERRAL],
            "code": code or _REFERRAL,
            "priority": "urgent" if node.one("priorityCode").get("code") in ("UR", "S", "A", "EM") else "routine",
            "authoredOn": doc.said_at(node) or times.of(node.one("effectiveTime")),
            "requester": doc.said_by(node),
            "performer": to,
            "reasonCode": [found for one in reasons if (found := doc.concept(one))],
            "note": [{"text": told} for told in dict.fromkeys(notes)],
        },
        node,
    )


def team(doc: Document, node: Node) -> None:
    """A care team organizer."""
    members = []
    for act in node.all("component", "act"):
        for one in act.all("performer"):
            label = people.who(one)
            if label is None:
                continue
            role = doc.concept(one.one("functionCode"))
            members.append({"member": {"display": label}} | ({"role": [role]} if role else {}))
    if not members:
        doc.leave("a care team without members is not read", "CareTeam")
        return
    told = node.one("statusCode").get("code")
    doc.add(
        {
            "resourceType": "CareTeam",
            "subject": doc.patient,
            "status": {"active": "active", "completed": "inactive"}.get(told or "", "active"),
            "name": doc.concept(node.one("code")).get("text"),
            "period": times.period(node.one("effectiveTime")),
            "participant": members,
        },
        node,
    )
