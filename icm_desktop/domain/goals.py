"""Goals: which states they have, and their target in signs every language reads."""

from __future__ import annotations

from icm_desktop.domain.units import number_text, unit_text

# FHIR R4 Goal.lifecycleStatus; entered-in-error is not offered: a mistaken goal is removed, which can be undone.
STATUSES = ("proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled", "rejected")
OPEN = ("proposed", "planned", "accepted", "active", "on-hold")
# FHIR R4 Goal.achievementStatus
ACHIEVEMENTS = (
    "in-progress",
    "improving",
    "worsening",
    "no-change",
    "achieved",
    "sustaining",
    "not-achieved",
    "no-progress",
    "not-attainable",
)
# FHIR goal-priority
PRIORITIES = ("high-priority", "medium-priority", "low-priority")
CONFIDENCE = range(11)  # 0 not at all sure to 10 wholly sure
COMPARATORS = ("<", "<=", ">", ">=")
_SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", None: ""}

ACTION_STATUSES = ("not-started", "scheduled", "in-progress", "on-hold", "completed", "cancelled", "stopped")
ACTION_OPEN = ("not-started", "scheduled", "in-progress", "on-hold")
ACTION_DONE = "completed"


def target_text(
    *,
    name: str | None,
    comparator: str | None,
    value: float | None,
    low: float | None,
    high: float | None,
    unit: str | None,
    text: str | None = None,
) -> str | None:
    """The target in one line, such as "A1c < 8 %" or "2,000–3,000 mL"; None when the goal has none.

    Args:
        name: Short name of what is measured.
        comparator: "<", "<=", ">" or ">="; None for exactly.
        value: The one number, in `unit` (UCUM).
        low: Lower end of a range.
        high: Upper end of a range.
        unit: UCUM unit of the numbers.
        text: The target in words, when it has no number.
    """
    if value is not None:
        amount = f"{_SIGNS.get(comparator, comparator or '')} {number_text(value)}".strip()
    elif low is not None and high is not None:
        amount = f"{number_text(low)}–{number_text(high)}"
    elif high is not None:
        amount = f"≤ {number_text(high)}"
    elif low is not None:
        amount = f"≥ {number_text(low)}"
    else:
        return text
    return " ".join(part for part in (name, amount, unit_text(unit)) if part)
