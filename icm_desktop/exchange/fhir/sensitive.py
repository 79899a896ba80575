"""What must not stand on a page without being asked for: mental health and substance use, by label, code or words."""

from __future__ import annotations

from icm_desktop.exchange.fhir.values import Json, has_code, obj, objs

# HL7 v3 Confidentiality and ActCode labels that a sender puts on such resources.
_LABELS = frozenset({"R", "V", "PSY", "MH", "BH", "SUD", "ETH", "ETHUD", "OPIOIDUD", "42CFRPart2"})
# SNOMED CT: psychiatry, psychotherapy.
_CODES = frozenset({"394587001", "394913002"})
_WORDS = (
    *("mental health", "behavioral health", "behavioural health", "psych", "substance", "addiction"),
    *("mood", "depress", "anxiety", "suicid"),
    *("salud mental", "psiqu", "psicol", "depresi", "ansiedad", "adicci"),
)


def is_sensitive(resource: Json, *words: str | None) -> bool:
    """Whether a resource, or the words it is shown with, tell of mental health or substance use.

    Args:
        resource: Its security labels and specialty codes are looked at.
        words: What people would read of it.
    """
    if has_code([{"coding": objs(obj(resource.get("meta")).get("security"))}], _LABELS):
        return True
    if any(has_code(resource.get(name), _CODES) for name in ("specialty", "serviceType", "category")):
        return True
    shown = " ".join(word for word in words if word).lower()
    return any(word in shown for word in _WORDS)
