"""Provenance: who recorded or sent which resources."""

from __future__ import annotations

from icm_desktop.exchange.fhir.mapped import Context, Links, Mapped
from icm_desktop.exchange.fhir.values import Json, code, codings, concept_text, joined, objs, text

_ONLY_PASSED_ON = frozenset({"transmitter", "assembler"})


def provenance(resource: Json, context: Context) -> Mapped:
    """A Provenance: who recorded or sent which resources. Facts without an author take theirs from it (`recorders`)."""
    notes, links = context.notes, context.links
    who, organization = agents(resource, links)
    targets = (links.source(one) for one in objs(resource.get("target")))
    activity = concept_text(resource.get("activity"))
    row = {
        "status": None,
        "code_system": None,
        "code": code(resource.get("activity")),
        "text": activity or joined(resource.get("reason")),
        "other_codes": None,
        "activity": activity,
        "targets": list(dict.fromkeys(filter(None, targets))) or None,
        "recorded_when": notes.moment(resource, "recorded"),
        "author": who,
        "organization": organization,
    }
    return Mapped("provenance", row)


def agents(resource: Json, links: Links) -> tuple[str | None, str | None]:
    """The person and the organisation a Provenance names; of people not those who only passed it on."""
    parts = sorted(objs(resource.get("agent")), key=lambda part: "author" not in _roles(part))
    people = [part.get("who") for part in parts if not _roles(part) or _roles(part) - _ONLY_PASSED_ON]
    people = [who for who in people if links.kind(who) not in ("Organization", "Device")]
    bodies = [part.get("onBehalfOf") for part in parts]
    bodies += [part.get("who") for part in parts if links.kind(part.get("who")) == "Organization"]
    return next(filter(None, map(links.label, people)), None), next(filter(None, map(links.label, bodies)), None)


def _roles(part: Json) -> frozenset[str]:
    return frozenset(filter(None, (text(one.get("code")) for one in codings(part.get("type")))))
