"""Answers as somebody gave them, checked against the questionnaire before anything is counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from icm_desktop.domain.instruments.definition import Gate, Instrument, Item

Answer = int | tuple[int, ...]
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class WrongAnswer(Exception):
    """An answer that does not belong.

    `reason`: unknown_item, not_an_option, not_a_number, out_of_range, alone, not_asked.
    """

    item: str
    reason: str
    value: str = ""


def read(instrument: Instrument, given: Mapping[str, Any]) -> dict[str, Answer]:
    """The answers by item id.

    Args:
        given: By item id or LOINC code: an option's value or its answer code, a number, or a list for several.

    Raises:
        WrongAnswer: the first answer that does not belong.
    """
    ids = {one.id: one for one in instrument.items} | {one.loinc: one for one in instrument.items if one.loinc}
    found: dict[str, Answer] = {}
    for key, value in given.items():
        item = ids.get(key)
        if item is None:
            raise WrongAnswer(str(key), "unknown_item")
        if value is not None:
            found[item.id] = _answer(item, value)
    for item in instrument.items:
        if item.id in found and not _asked(item.asked_when, found):
            raise WrongAnswer(item.id, "not_asked")
    return found


def in_order(instrument: Instrument, values: list[Any]) -> dict[str, Any]:
    """Answers written as a list: the first is that of the first item."""
    return {item.id: value for item, value in zip(instrument.items, values, strict=False)}


def asked(instrument: Instrument, answers: Answers) -> Iterator[Item]:
    """The items that are asked, given the answers so far; one behind an unanswered gate is."""
    return (one for one in instrument.items if _asked(one.asked_when, answers))


def worth(item: Item, answers: Answers) -> int | None:
    """What an item counts: its answer, what a gate that is closed says, or None when it was not answered."""
    given = answers.get(item.id)
    if isinstance(given, tuple):
        return max(given, default=0)
    if given is None and item.asked_when and not _asked(item.asked_when, answers):
        return item.asked_when.otherwise
    return given


def applies(item: Item, answers: Answers) -> bool:
    """False for an item whose gate is closed and that counts nothing then: it leaves the denominator."""
    gate = item.asked_when
    return gate is None or gate.otherwise is not None or _asked(gate, answers)


def _asked(gate: Gate | None, answers: Answers) -> bool:
    return gate is None or answers.get(gate.item) is None or answers[gate.item] in gate.values


def _answer(item: Item, value: Any) -> Answer:
    if item.kind == "number":
        return _number(item, value)
    if item.kind != "several":
        return _option(item, value)
    if not isinstance(value, list | tuple) or not value:
        raise WrongAnswer(item.id, "not_an_option", str(value))
    chosen = tuple(dict.fromkeys(_option(item, each) for each in value))
    if 0 in chosen and len(chosen) > 1:  # "none of these" beside one of these
        raise WrongAnswer(item.id, "alone", str(value))
    return chosen


def _number(item: Item, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongAnswer(item.id, "not_a_number", str(value))
    if not (item.low or 0) <= value <= (value if item.high is None else item.high):
        raise WrongAnswer(item.id, "out_of_range", str(value))
    return value


def _option(item: Item, value: Any) -> int:
    for one in item.options:
        if not isinstance(value, bool) and value in (one.value, one.code):
            return one.value
    raise WrongAnswer(item.id, "not_an_option", str(value))
