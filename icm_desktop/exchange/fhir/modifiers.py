"""Modifier extensions: what may turn a fact into its opposite. One that is not known keeps the fact off the chart."""

from __future__ import annotations

from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.results import NOT_DONE
from icm_desktop.exchange.fhir.values import Json, objs, text

_HARMLESS = frozenset({"Patient", "Organization", "Location", "Practitioner", "PractitionerRole", "HealthcareService"})
_KNOWN = frozenset(NOT_DONE)


def unknown_modifier(resource: Json, kind: str) -> str | None:
    """Why a resource must not be read as it stands, in plain words, or None.

    People and places are read all the same: leaving out a patient would leave out everything about them.

    Source: FHIR R4, Extensibility, modifier extensions.
    """
    if "modifierExtension" not in resource or kind in _HARMLESS:
        return None
    for modifier in objs(resource["modifierExtension"]):
        url = text(modifier.get("url")) or "without a name"
        if url not in _KNOWN and modifier.get("valueBoolean") is not False:
            return f"{kind} has a modifier that is not known here ({url.rpartition('/')[2]}): kept, not shown"
    return None


def has_inner_modifier(content: Content, resource: Json) -> bool:
    """Whether a modifier stands somewhere inside, which no mapping looks at."""
    inside = not content.is_packed and b'"modifierExtension"' in content.bytes_kept
    return inside and "modifierExtension" not in resource
