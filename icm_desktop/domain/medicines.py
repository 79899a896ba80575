"""What an entry of a medicine says: whether it is taken, held, over or never was, and what may be written in one."""

from __future__ import annotations

import datetime as dt
import re

FORBIDDEN = "do-not-perform"  # how FHIR R4 MedicationRequest.doNotPerform is kept: as the intent
NOT_ORDERED = ("proposal", "option", FORBIDDEN)  # intents
NEVER_BEGAN = ("not-taken", "intended", "draft", "cancelled")  # statuses
ON, ON_HOLD, ENDED, DONE, NOT_TAKEN = "active", "on-hold", "stopped", "completed", "not-taken"  # statuses of FHIR
CURRENT_STATUSES = (ON, ON_HOLD)

# What an entry says of today.
TAKEN, HELD, OVER, NEVER, UNKNOWN = "taken", "held", "over", "never", "unknown"
STATES = (TAKEN, HELD, OVER, NEVER, UNKNOWN)

ROUTES = (
    "oral", "sublingual", "inhaled", "nasal", "subcutaneous", "intramuscular", "intravenous", "topical", "transdermal",
    "ophthalmic", "otic", "rectal", "vaginal",
)  # fmt: skip
# FHIR wants units in UCUM or plain words; these are the words people write on a list.
UNITS = ("tablet", "capsule", "mg", "mcg", "g", "mL", "puff", "drop", "unit", "patch", "spray", "application")
OFTEN = {  # times a day
    "once": 1.0, "twice": 2.0, "three": 3.0, "four": 4.0, "other_day": 0.5, "week": 1 / 7,
}  # fmt: skip
SLOTS = ("morning", "noon", "evening", "bedtime")  # the four times of the Universal Medication Schedule
_AMOUNT = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,3})?|1/2|½")
_WHOLE_UNITS = frozenset({"tablet", "capsule", "puff", "drop", "patch", "spray", "application", "unit"})
_ROUTE_WORDS = {
    "oral": "by mouth", "sublingual": "under the tongue", "inhaled": "inhaled", "nasal": "in the nose",
    "subcutaneous": "under the skin", "intramuscular": "into the muscle", "intravenous": "into the vein",
    "topical": "on the skin", "transdermal": "on the skin", "ophthalmic": "in the eye", "otic": "in the ear",
    "rectal": "rectally", "vaginal": "vaginally",
}  # fmt: skip
_OFTEN_WORDS = {
    "once": "once a day", "twice": "2 times a day", "three": "3 times a day", "four": "4 times a day",
    "other_day": "every other day", "week": "once a week",
}  # fmt: skip
_SLOT_WORDS = {"morning": "in the morning", "noon": "at noon", "evening": "in the evening", "bedtime": "at bedtime"}


def state_of(status: str | None, intent: str | None, ends: dt.date | None, today: dt.date) -> str:
    """What an entry says of today. One that is active but whose last day has passed is over; no status is unknown."""
    if intent in NOT_ORDERED or status in NEVER_BEGAN:
        return NEVER
    if status == ON:
        return OVER if ends is not None and ends < today else TAKEN
    if status == ON_HOLD:
        return HELD
    return UNKNOWN if status in (None, "unknown") else OVER


def amount(text: str) -> float | None:
    """A dose typed in digits: "1", "0.5", "1/2", "2,5"; None when it is no positive number ("two", "some", "-1")."""
    text = text.strip()
    if _AMOUNT.fullmatch(text) is None:
        return None
    value = 0.5 if text in ("1/2", "½") else float(text.replace(",", "."))
    return value if value > 0 else None


def per_time(value: float, unit: str) -> str:
    """An amount as the four times hold it: "1" of a tablet, "20 mg" of anything that is weighed."""
    shown = f"{value:g}"
    return shown if unit in _WHOLE_UNITS else f"{shown} {unit}"


def directions(
    value: float | None, unit: str, route: str, often: str, slots: tuple[str, ...], *, as_needed: bool
) -> str:
    """The sentence of a dosage that was put in by fields: "1 tablet by mouth in the morning and at bedtime"."""
    plural = "s" if value is not None and value > 1 and unit in _WHOLE_UNITS else ""
    when = " and ".join(_SLOT_WORDS[slot] for slot in slots) or _OFTEN_WORDS.get(often, "")
    parts = [
        f"{value:g} {unit}{plural}".strip() if value is not None else "",
        _ROUTE_WORDS.get(route, ""),
        when,
        "as needed" if as_needed else "",
    ]
    return " ".join(part for part in parts if part)


def times_per_day(often: str, slots: tuple[str, ...]) -> float | None:
    """How often a day, by the times chosen or by how often was said; None when neither was."""
    return float(len(slots)) if slots else OFTEN.get(often)
