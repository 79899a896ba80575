"""ServiceRequest and Task."""

from __future__ import annotations

import re

from icm_desktop.exchange.fhir.mapped import Context, Mapped
from icm_desktop.exchange.fhir.plans import owner
from icm_desktop.exchange.fhir.problems import author, reasons
from icm_desktop.exchange.fhir.sensitive import is_sensitive
from icm_desktop.exchange.fhir.values import (
    Json,
    code,
    coded,
    codings,
    concept_text,
    flag,
    has_code,
    joined,
    obj,
    objs,
    text,
)

# SNOMED CT: patient referral as a category; laboratory, imaging, surgical procedure: orders, not referrals.
_REFERRAL = frozenset({"3457005", "referral"})
_OTHER_ORDERS = frozenset({"108252007", "363679005", "387713003"})
_REFERRAL_WORDS = re.compile(r"\b(referral|refer to|referred to|consultation|consult)\b", re.IGNORECASE)
_URGENT = frozenset({"urgent", "asap", "stat"})
_DONE = frozenset({"completed"})


def is_referral(resource: Json) -> bool:
    """Whether a ServiceRequest hands the patient to somebody else: by its category or the name of what is asked for."""
    if flag(resource.get("doNotPerform")) or has_code(resource.get("category"), _OTHER_ORDERS):
        return False
    if has_code(resource.get("category"), _REFERRAL):
        return True
    concepts = [*objs(resource.get("category")), obj(resource.get("code"))]
    words = [concept_text(concept) for concept in concepts]
    words += [text(coding.get("display")) for concept in concepts for coding in codings(concept)]
    return any(_REFERRAL_WORDS.search(word) for word in words if word)


def service_request(resource: Json, context: Context) -> Mapped:
    """A ServiceRequest: a referral, or another order. Dated facts of a referral are derived in `referral_facts`."""
    notes, links = context.notes, context.links
    performers = objs(resource.get("performer"))
    places = [links.workplace(performer) for performer in performers]
    people = [links.row(performer, "practitioner") for performer in performers]
    labels = [label for label in map(links.label, performers) if label]
    written = notes.moment(resource, "authoredOn")
    row = {
        **coded(resource.get("code")),
        "status": text(resource.get("status")),
        "is_referral": is_referral(resource),
        "intent": "do-not-perform" if flag(resource.get("doNotPerform")) else text(resource.get("intent")),
        "to_practitioner_id": next((found for found in people if found), None),
        "to_organization_id": next((place.organization_id for place in places if place.organization_id), None),
        "to_text": next((place.name for place in places if place.name), None)
        or ", ".join(labels)
        or concept_text(resource.get("performerType")),
        "to_phone": next(filter(None, map(links.phone, performers)), None),
        "reason": reasons(resource, context),
        "question": "\n".join(filter(None, (text(note.get("text")) for note in objs(resource.get("note"))))) or None,
        "urgency": "urgent" if text(resource.get("priority")) in _URGENT else "routine",
        "ordered_on": notes.day(resource, "authoredOn"),
        "requester": author(resource, context, "requester"),
        "recorded_when": written,
        "author": author(resource, context, "requester"),
        "organization": None,
        "closed_on": None,
        "service": None,
        **owner(None, context),
    }
    row["text"] = row["text"] or joined(resource.get("category"))
    row["sensitive"] = is_sensitive(context.sensitive, resource, row["text"], row["reason"], row["to_text"])
    return Mapped("service_request", row)


def task(resource: Json, context: Context) -> Mapped:
    """A Task with whom it waits for and when it is due."""
    notes, links = context.notes, context.links
    restriction = notes.period(obj(resource.get("restriction")), "period")[1]
    status = text(resource.get("status"))
    done = notes.day(obj(resource.get("executionPeriod")), "end") or notes.day(resource, "lastModified")
    requests = [*objs(resource.get("basedOn")), obj(resource.get("focus"))]
    row = {
        **coded(resource.get("code")),
        "status": status,
        **owner(resource.get("owner"), context),
        "description": text(resource.get("description")),
        "business_status": concept_text(resource.get("businessStatus")),
        "service_request_id": next(filter(None, (links.row(found, "service_request") for found in requests)), None),
        "due_on": notes.day({"end": restriction}, "end"),
        "done_on": done if status in _DONE else None,
        "recorded_when": notes.moment(resource, "authoredOn"),
        "author": author(resource, context, "requester"),
        "organization": None,
    }
    row["text"] = row["text"] or row["description"] or code(resource.get("code")) or "(no description)"
    return Mapped("task", row)
