"""One line of a list of medicines, as people write it: the name with its strength, and how it is taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.domain.conflicts.medicines import Formulary, ingredients_of, plain
from icm_desktop.domain.directions import Directions, read_directions

LONGEST_LINE, MOST_LINES = 300, 200
_BULLET = re.compile(r"^\s*(?:[-*•·▪◦☐]|\(?\d{1,3}[.)](?=\s))\s*")
_STRENGTH = (
    r"\d+(?:[.,]\d+)?(?:\s*/\s*\d+(?:[.,]\d+)?)?\s*(?:mg|mcg|µg|ug|g|ml|units?|iu|meq|%)"
    r"(?:\s*/\s*(?:\d+\s*)?(?:ml|hr|h|actuat))?"
)
_FORMS = (
    r"(?:\s+(?:oral|film|extended|delayed|release|er|xr|xl|sr|cr|dr|ec|chewable|tablets?|tabs?|capsules?|caps?|"
    r"inhaler|solution|suspension|cream|ointment|patch|pen|injection)\b)*"
)
_NAMED = re.compile(rf"(?P<name>.+?\b{_STRENGTH}{_FORMS}(?:\s*\[[^\]]+\])?)(?P<rest>.*)", re.IGNORECASE)
_BEGINS = re.compile(
    r"[\s,;:-]+(?=(?:take|use|inhale|apply|give|one|once|twice|daily|every|each|at bedtime|as needed|as directed|prn|"
    r"qd|bid|tid|qid|qhs|\d+ ?(?:times|tabs?|tablets?|caps?|capsules?|puffs?|drops?)|half)\b)",
    re.IGNORECASE,
)
_ONE_STRENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*(mg|mcg|µg|ug|g)\b(?!\s*/)", re.IGNORECASE)
_SEVERAL = re.compile(r"\d\s*(?:mg|mcg|g)?\s*[/-]\s*\d")  # of a combination: "50/12.5 mg"
_TO_MG = {"mg": 1.0, "g": 1000.0, "mcg": 0.001, "ug": 0.001, "µg": 0.001}
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")  # "1,000 mg"; any other comma is a decimal one, as in "0,125 mg"
_PIECES = re.compile(r"(?:tablet|tab|capsule|cap|pill)s?\b", re.IGNORECASE)
_BRAND = re.compile(r"(?P<name>.+?) ?\[(?P<brand>[^\[\]]+)\]")  # as RxNorm writes it: "ibuprofen 400 MG [Advil]"
_OFTEN = {"qhs": "at bedtime", "nightly": "at bedtime", "qam": "every morning", "qpm": "every evening"}


@dataclass(frozen=True, slots=True)
class WrittenMedicine:
    """A line read: its medicine with strength, and how it is taken as written. Nothing of the line is left out."""

    text: str
    dosage: str


def read_line(line: str) -> WrittenMedicine | None:
    """One line of a list, None when there is nothing on it.

    Args:
        line: Such as "- Metformin 1000 mg twice a day with meals".
    """
    text = " ".join(_BULLET.sub("", line).split())
    if not text:
        return None
    found = _NAMED.fullmatch(text)
    if found is not None and len(found["name"]) <= LONGEST_LINE:
        return WrittenMedicine(found["name"].strip(" ,;:-"), found["rest"].strip(" ,;:-"))
    parts = _BEGINS.split(text, maxsplit=1)
    return WrittenMedicine(parts[0].strip(" ,;:-") or text, parts[1].strip(" ,;:-") if len(parts) > 1 else "")


def daily_mg(text: str, dosage: str | None, dose: float | None, unit: str | None, times: float | None) -> float | None:
    """Milligrams a day; None when it cannot be told for sure.

    A dose in pieces counts by the one strength in the name; a line that says only how often means one of that strength.

    Args:
        text: The name with its strength.
        dosage: How it is taken, in words.
        dose: Amount per time, where it is known as a number.
        unit: Of the amount.
        times: Times a day.
    """
    if dose and times:
        return mg_per_day(text, dose, unit, times)
    strength = _strength(text)
    told = read_directions(_usual(dosage or ""))
    if told is not None:
        often = _times(told)
        return mg_per_day(text, float(told.amount), told.unit, often) if often and not told.as_needed else None
    told = read_directions(f"1 tablet {_usual(dosage or '')}")
    if told is None or strength is None or told.as_needed:
        return None
    often = _times(told)
    return round(strength * often, 3) if often else None


def mg_per_day(text: str, dose: float | None, unit: str | None, times: float | None) -> float | None:
    """Milligrams a day of a dose that is known as a number; None when it cannot be told for sure.

    A dose in pieces counts by the one strength in the name (`text`); `times` a day.
    """
    if dose is None or times is None or times <= 0 or dose <= 0:
        return None
    factor = _TO_MG.get((unit or "").lower())
    if factor is None and _PIECES.match(unit or ""):
        factor = _strength(text)
    return None if factor is None else round(dose * times * factor, 3)


def as_numbers(text: str, dosage: str) -> tuple[float, str, float] | None:
    """Dose in milligrams and times a day of a line that is certain, for the rules; None when it is not."""
    daily = daily_mg(text, dosage, None, None, None)
    told = read_directions(_usual(dosage)) or read_directions(f"1 tablet {_usual(dosage)}")
    often = _times(told) if told is not None else None
    return (round(daily / often, 3), "mg", float(often)) if daily and often else None


def slots_mg(text: str, slots: Mapping[str, str | None]) -> float | None:
    """Milligrams a day by the amounts at the four times of the day; None when one is no number."""
    total, strength = 0.0, _strength(text)
    for amount in filter(None, slots.values()):
        found = re.fullmatch(r"(\d+(?:\.\d+)?|half)(?: (mg|mcg|g))?", amount)
        if found is None or (found[2] is None and strength is None):
            return None
        value = 0.5 if found[1] == "half" else float(found[1])
        total += value * (_TO_MG[found[2]] if found[2] else strength or 0)
    return round(total, 3) or None


def generic_first(formulary: Formulary, text: str, ingredients: tuple[str, ...]) -> tuple[str, str]:
    """A medicine's name with its ingredient in front, and the brand it was written by ("" when it was not).

    "Lipitor 40 mg tablet" is "atorvastatin 40 mg tablet" and "Lipitor"; what is not known stays as it was written.
    """
    bracket = _BRAND.fullmatch(text.strip())
    name, brand = (bracket["name"], bracket["brand"]) if bracket else (text.strip(), "")
    if ingredients and (name.isupper() or name.casefold().startswith(ingredients[0].casefold())):
        first, _, rest = name.partition(" ")
        name = name.lower() if name.isupper() else " ".join(filter(None, (first.lower(), rest)))
    folded = name.casefold()
    if not ingredients or all(one.casefold() in folded for one in ingredients):
        return name, brand
    generic = " / ".join(ingredients)
    words = name.split()
    for count in range(len(words), 0, -1):
        written = " ".join(words[:count])
        known = formulary.names.get(plain(formulary, written)) or formulary.names.get(written.casefold())
        if known == ingredients and not re.search(r"\d", written):
            return " ".join([generic, *words[count:]]), brand or written.strip(" ,")
    return (name, brand) if any(one.casefold() in folded for one in ingredients) else (generic, brand or name)


def recognised(formulary: Formulary, text: str) -> tuple[str, ...]:
    """The ingredients of a name as it was typed; empty when it is not known."""
    return ingredients_of(formulary, text)


def _times(told: Directions) -> float | None:
    """How often a day."""
    return told.times_a_day or (24 / told.every_hours if told.every_hours else None) or (1 if told.when else None)


def _usual(dosage: str) -> str:
    """Latin and short forms as the reader of directions knows them."""
    words = [_OFTEN.get(word.casefold().strip("."), word) for word in dosage.split()]
    return " ".join(words).split(" for ", 1)[0]


def _strength(text: str) -> float | None:
    found = [] if _SEVERAL.search(text) else _ONE_STRENGTH.findall(text)
    if len(found) != 1:
        return None
    number, unit = found[0]
    number = number.replace(",", "" if _THOUSANDS.fullmatch(number) else ".")
    return float(number) * _TO_MG[unit.lower()]
