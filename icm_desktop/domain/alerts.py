"""Alerts of a chart: which are clinical, and in which order they are shown."""

from __future__ import annotations

SEVERITIES = ("high", "caution", "info")
TRANSPORT = "transport"
NEVER_CLINICAL = ("admin", "administrative", "contact", TRANSPORT)
ALWAYS_CLINICAL = ("clinical", "drug", "diet", "behavioral", "behavioural", "lab")


def is_clinical(clinical: bool | None, category: str | None) -> bool:
    """Whether only those who read clinical facts may see an alert; nobody having said so, yes unless administrative."""
    kind = (category or "").casefold()
    if clinical is None:
        return kind not in NEVER_CLINICAL
    return clinical or kind in ALWAYS_CLINICAL


def rank(severity: str | None) -> int:
    """Place in the order of severity; one nobody rated stands with "caution"."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else SEVERITIES.index("caution")
