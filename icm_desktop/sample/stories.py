"""Patients made on purpose for a rule or a measure: which number tells which story."""

from __future__ import annotations

from functools import cache
from typing import Any

from icm_desktop.content.sample import sample

_FIRST, _APART = 61, 3
_TIED = frozenset({6, 7, 8})  # of every 25: families
_PAIRED = frozenset({37, 38, 42, 43, 51, 52})  # of every 100: twins, namesakes, registered twice


def story_of(number: int) -> dict[str, Any] | None:
    """The story that the patient of this number tells, if any."""
    return _stories().get(number)


@cache
def _stories() -> dict[int, dict[str, Any]]:
    told: dict[int, dict[str, Any]] = {}
    number = _FIRST
    for story in sample("stories")["story"]:
        if "at" in story:
            told[story["at"]] = story
            continue
        while _spoken_for(number):
            number += 1
        told[number] = story
        number += _APART
    return told


def _spoken_for(number: int) -> bool:
    return number % 25 in _TIED or number % 100 in _PAIRED
