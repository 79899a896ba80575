"""Reads the directions of a medicine when they say nothing but what is understood; everything else stays free text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "half": "0.5", "1/2": "0.5", "½": "0.5", "once": "1",
            "twice": "2", "thrice": "3", "qd": "1", "bid": "2", "tid": "3", "qid": "4"}  # fmt: skip
_WHEN = {
    "with food": "with_food", "with meals": "with_meals", "before meals": "before_meals",
    "before breakfast": "before_breakfast", "with breakfast": "with_breakfast", "with dinner": "with_dinner",
    "in the morning": "morning", "every morning": "morning", "each morning": "morning", "in the evening": "evening",
    "at noon": "noon", "every evening": "evening", "at bedtime": "bedtime", "at night": "bedtime",
    "every night": "bedtime", "nightly": "bedtime",
}  # fmt: skip
_DIRECTIONS = re.compile(
    r"(?:(?P<verb>take|use|inhale|apply) )?"
    r"(?P<amount>\d+(?:[.,]\d+)?|1/2|½|one|two|three|four|half) ?(?P<unit>[a-z]+)"
    r"(?P<route>(?: (?:by mouth|orally|po|oral))?)"
    r"(?: (?:(?P<times>once|twice|thrice|\d+ times?|(?:one|two|three|four) times?)(?: (?:a|per|each) day| daily)"
    r"|(?P<daily>daily|every day|each day)|(?P<latin>qd|bid|tid|qid)|every (?P<hours>\d+) hours))?"
    rf"(?: (?P<when>{'|'.join(_WHEN)}))?"
    r"(?P<prn> (?:as needed|prn|if needed)(?: for (?P<why>[a-z]+(?: [a-z]+){0,2}?))?)?"
    r"(?: for (?P<days>\d+) days?)?"
)


@dataclass(frozen=True, slots=True)
class Directions:
    """Amount per time with its unit as written, how often and when; `when` is one of the phrase ids "dose.<when>".

    `reason`: what it is needed for, as written. Any words can stand there ("pain unless dizzy"): whoever does not know
    them has not understood the directions.
    """

    amount: str
    unit: str
    by_mouth: bool
    times_a_day: int | None = None
    every_hours: int | None = None
    when: str | None = None
    as_needed: bool = False
    days: int | None = None
    reason: str | None = None


def read_directions(text: str) -> Directions | None:
    """The directions when the whole text is understood, else None: half an instruction is worse than the original.

    Args:
        text: English directions such as "20 mg by mouth 2 times a day with meals".
    """
    found = _DIRECTIONS.fullmatch(" ".join(text.casefold().rstrip(". ").replace(",", " ").split()))
    if found is None:
        return None
    part = found.groupdict()
    times = _times(part)
    hours = int(part["hours"]) if part["hours"] else None
    if times is None and hours is None and part["when"] is None and part["prn"] is None:
        return None
    return Directions(
        amount=amount_of(part["amount"]),
        unit=part["unit"],
        by_mouth=bool(part["route"]) or part["verb"] == "take",
        times_a_day=times,
        every_hours=hours,
        when=_WHEN[part["when"]] if part["when"] else None,
        as_needed=bool(part["prn"]),
        days=int(part["days"]) if part["days"] else None,
        reason=part["why"],
    )


def amount_of(text: str) -> str:
    """An amount as digits: "one" is "1", "half" and "1/2" are "0.5", "2.0" is "2"."""
    text = _NUMBERS.get(text.strip().casefold(), text.strip())
    return text.rstrip("0").rstrip(".") if re.fullmatch(r"\d+\.\d+", text) else text


def _times(part: dict[str, str | None]) -> int | None:
    if part["daily"]:
        return 1
    word = part["latin"] or (part["times"] or "").removesuffix(" times").removesuffix(" time")
    if not word:
        return None
    return int(_NUMBERS.get(word, word))
