"""Whether a value lies outside its reference range, as far as the value and the range can tell."""

from __future__ import annotations

import re

LOW, HIGH, NORMAL = "low", "high", "normal"
_RANGE = re.compile(r"\s*\(?\s*(-?\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(-?\d+(?:\.\d+)?)\s*\)?[^\d]*")
_AT_MOST = re.compile(r"\s*(?:<|<=|≤|less than|under)\s*(\d+(?:\.\d+)?)[^\d]*", re.IGNORECASE)
_AT_LEAST = re.compile(r"\s*(?:>|>=|≥|more than|over)\s*(\d+(?:\.\d+)?)[^\d]*", re.IGNORECASE)
# What senders write about a value, by what it says of the range. Source: HL7 v3 ObservationInterpretation.
_SAID = {
    **dict.fromkeys(("N", "NORMAL", "NEG", "ND"), NORMAL),
    **dict.fromkeys(("L", "LL", "LU", "LOW", "<", "CRITICAL LOW", "CRITICALLY LOW"), LOW),
    **dict.fromkeys(("H", "HH", "HU", "HIGH", ">", "CRITICAL HIGH", "CRITICALLY HIGH"), HIGH),
}


def flag(
    value: float | None, comparator: str | None, low: float | None, high: float | None, text: str | None = None
) -> str | None:
    """Where a value lies: "low", "high" or "normal"; None when there is no range or it cannot be told.

    Args:
        value: The number, None for results in words.
        comparator: "<", "<=", ">=", ">" when only a bound is known.
        low: Lower end of the range, a normal value itself.
        high: Upper end of the range, a normal value itself.
        text: The range in words, read when it has no numbers of its own: "70-99", "< 5".
    """
    if value is None:
        return None
    if low is None and high is None:
        low, high = range_of(text)
    if low is None and high is None:
        return None
    if comparator in ("<", "<="):
        return _below(value, comparator, low, high)
    if comparator in (">", ">="):
        return _above(value, comparator, low, high)
    if low is not None and value < low:
        return LOW
    return HIGH if high is not None and value > high else NORMAL


def said(interpretation: str | None) -> str | None:
    """What the sender's own interpretation says: "low", "high", "normal", or None when it says neither."""
    return _SAID.get((interpretation or "").strip().upper())


def disagrees(computed: str | None, interpretation: str | None) -> bool:
    """Whether the range and the sender's interpretation say different things."""
    theirs = said(interpretation)
    return computed is not None and theirs is not None and computed != theirs


def range_of(text: str | None) -> tuple[float | None, float | None]:
    """The ends of a range written as plain text; both None when it is anything else."""
    if not text:
        return None, None
    if (found := _RANGE.fullmatch(text)) is not None:
        low, high = float(found[1]), float(found[2])
        return (low, high) if low < high else (None, None)
    if (found := _AT_MOST.fullmatch(text)) is not None:
        return None, float(found[1])
    if (found := _AT_LEAST.fullmatch(text)) is not None:
        return float(found[1]), None
    return None, None


def _below(value: float, comparator: str, low: float | None, high: float | None) -> str | None:
    """The true value is anything under `value` (or the value itself)."""
    if low is not None and (value < low or (comparator == "<" and value <= low)):
        return LOW
    return NORMAL if low is None and high is not None and value <= high else None


def _above(value: float, comparator: str, low: float | None, high: float | None) -> str | None:
    if high is not None and (value > high or (comparator == ">" and value >= high)):
        return HIGH
    return NORMAL if high is None and low is not None and value >= low else None
