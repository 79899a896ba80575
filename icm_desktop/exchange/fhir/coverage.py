"""Coverage, Consent and Flag: who pays, what was agreed to, what must be known before speaking to the patient."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir import attachments
from icm_desktop.exchange.fhir.mapped import Context, Mapped
from icm_desktop.exchange.fhir.problems import author
from icm_desktop.exchange.fhir.values import (
    Json,
    code,
    coded,
    concept_text,
    first_text,
    has_code,
    joined,
    obj,
    objs,
    phone,
    text,
    whole,
)

# HL7 v3 ActCode consent policies: opting in permits, opting out denies unless a provision says otherwise.
_POLICY = {"OPTIN": "permit", "OPTINR": "permit", "OPTOUT": "deny", "OPTOUTE": "deny"}
# FHIR flag-category codes that tell nothing clinical.
_ADMINISTRATIVE = frozenset({"admin", "contact", "advance-directive"})
_PRIORITY = "http://hl7.org/fhir/StructureDefinition/flag-priority"
_SEVERITY = {"PN": "info", "PL": "info", "PM": "caution", "PH": "high"}  # codes of the flag-priority extension
_DEEPEST = 5  # provisions within provisions


def coverage(resource: Json, context: Context) -> Mapped:
    """A Coverage."""
    notes, links = context.notes, context.links
    payers = objs(resource.get("payor"))
    starts, ends = notes.period(resource, "period")
    plan = _of_class(resource, "plan") or text(obj(resource.get("class")).get("name"))
    numbers = (text(one.get("value")) for one in objs(resource.get("identifier")))
    row = {
        **coded(resource.get("type")),
        "status": text(resource.get("status")),
        "payer": next(filter(None, map(links.label, payers)), None),
        "kind": concept_text(resource.get("type")),
        "member_id": text(resource.get("subscriberId")) or next(filter(None, numbers), None),
        "group_number": _of_class(resource, "group"),
        "subscriber": links.label(resource.get("subscriber")) or links.label(resource.get("policyHolder")),
        "relationship_text": concept_text(resource.get("relationship")),
        "phone": next(filter(None, (links.phone(one) or phone(one.get("telecom")) for one in payers)), None),
        "starts_on": _day(starts),
        "ends_on": _day(ends),
        "position": whole(resource.get("order")),
        "recorded_when": starts,
        "author": None,
        "organization": None,
        "note": None,
    }
    row["text"] = plan or row["text"] or row["payer"]
    if resource.get("costToBeneficiary"):
        notes.add("what the patient pays under a coverage is not read")
    return Mapped("coverage", row)


def consent(resource: Json, context: Context) -> Mapped:
    """A Consent; what it keeps from being told stands with what it covers, other rules inside it in its note."""
    notes, links = context.notes, context.links
    provision = obj(resource.get("provision"))
    starts, ends = notes.period(provision, "period")
    policy = code(resource.get("policyRule")) or ""
    actors = [actor.get("reference") for actor in objs(provision.get("actor"))]
    scope = concept_text(resource.get("scope"))
    row = {
        **coded(next(iter(objs(resource.get("category"))), None)),
        "status": text(resource.get("status")),
        "scope": code(resource.get("scope")) or scope,
        "category": joined(resource.get("category")),
        "decision": text(provision.get("type")) or _POLICY.get(policy),
        "purpose": _labels(provision.get("purpose")),
        "covers": [*_covered(provision), *_denied(provision)] or None,
        "recipients": list(dict.fromkeys(filter(None, map(links.label, actors)))) or None,
        "given_on": _day(notes.moment(resource, "dateTime")),
        "given_by": author(resource, context, "performer"),
        "given_how": None,
        "taken_by": next(filter(None, map(links.label, objs(resource.get("organization")))), None),
        "starts_on": _day(starts),
        "expires_on": _day(ends),
        "recorded_when": notes.moment(resource, "dateTime"),
        "author": author(resource, context, "performer"),
        "organization": next(filter(None, map(links.label, objs(resource.get("organization")))), None),
        "note": "\n".join(_exceptions(provision, context, 0)) or None,
    }
    row["text"] = row["text"] or scope
    paper = attachments.document(
        next(iter(objs(resource.get("category"))), None),
        "current",
        objs(resource.get("sourceAttachment")),
        context,
        created_when=row["recorded_when"],
        recorded_when=row["recorded_when"],
    )
    return Mapped("consent", row, also=(paper,) if paper else ())


def flag(resource: Json, context: Context) -> Mapped:
    """A Flag. One without a category counts as clinical: it is shown to fewer people, never to more."""
    starts, ends = context.notes.period(resource, "period")
    categories = objs(resource.get("category"))
    priority = next((one for one in objs(resource.get("extension")) if one.get("url") == _PRIORITY), {})
    row = {
        **coded(resource.get("code")),
        "status": text(resource.get("status")),
        "category": first_text(categories),
        "severity": _SEVERITY.get(code(priority.get("valueCodeableConcept")) or ""),
        "clinical": not has_code(categories, _ADMINISTRATIVE),
        "when_booking": None,
        "starts_on": _day(starts),
        "ends_on": _day(ends),
        "recorded_when": starts,
        "author": author(resource, context, "author"),
        "organization": None,
        "note": None,
    }
    return Mapped("flag", row)


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None


def _of_class(resource: Json, kind: str) -> str | None:
    for part in objs(resource.get("class")):
        if code(part.get("type")) == kind:
            name, value = text(part.get("name")), text(part.get("value"))
            return (name or value) if kind == "plan" else (value or name)
    return None


def _labels(codings: object) -> str | None:
    found = (text(one.get("display")) or text(one.get("code")) for one in objs(codings))
    return ", ".join(dict.fromkeys(filter(None, found))) or None


def _covered(provision: Json) -> list[str]:
    """The codes of what a provision is limited to: security labels, classes of data, codes."""
    found: list[Any] = [
        text(one.get("code")) for name in ("securityLabel", "class") for one in objs(provision.get(name))
    ]
    found += [code(one) or concept_text(one) for one in objs(provision.get("code"))]
    return list(dict.fromkeys(filter(None, found)))


def _denied(provision: Json) -> list[dict[str, str]]:
    """What everybody it permits is not to be told: the labels of rules inside that deny and say nothing else."""
    labels = [label for part in objs(provision.get("provision")) if _is_denial(part) for label in part["securityLabel"]]
    found = {text(label.get("code")): text(label.get("display")) for label in objs(labels)}
    return [{"code": key, "text": words or key, "decision": "deny"} for key, words in found.items() if key]


def _is_denial(part: Json) -> bool:
    labels = objs(part.get("securityLabel"))
    return (
        bool(labels)
        and part.keys() == {"type", "securityLabel"}
        and part["type"] == "deny"
        and all(text(label.get("code")) for label in labels)
    )


def _exceptions(provision: Json, context: Context, depth: int) -> list[str]:
    """One line for each rule inside the rule: "deny: psychiatry disorder information sensitivity"."""
    lines: list[str] = []
    if depth >= _DEEPEST:
        context.notes.add("rules of a consent nested too deeply are not read")
        return lines
    for part in objs(provision.get("provision")):
        if depth == 0 and _is_denial(part):
            continue
        who = (context.links.label(actor.get("reference")) for actor in objs(part.get("actor")))
        told = [_labels(part.get(name)) for name in ("securityLabel", "class", "purpose")]
        told += [joined(part.get("code")), joined(part.get("action")), *who]
        words = ", ".join(filter(None, told))
        lines.append(": ".join(filter(None, (text(part.get("type")), words))))
        lines += _exceptions(part, context, depth + 1)
    return [line for line in lines if line]
