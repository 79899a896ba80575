"""What a whole care plan has, its written parts, and how often it is reviewed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from icm_desktop import paths

FOLDER = paths.RESOURCES / "content" / "care_plan"


@dataclass(frozen=True, slots=True)
class Part:
    """A written part of the plan; `title` and `hint` by language, `group`: person, assessment or emergency."""

    id: str
    group: str
    title: dict[str, str]
    hint: dict[str, str]


@dataclass(frozen=True, slots=True)
class Element:
    """Something a whole plan has: how it is looked for (`check`, with the parts it looks at) and where it is filled in.

    `mark`: how sure the source is (M from memory, P a proposal of this program).
    """

    id: str
    standards: tuple[str, ...]
    title: dict[str, str]
    check: str
    parts: tuple[str, ...]
    fill: str
    source: str
    mark: str


@cache
def parts() -> dict[str, Part]:
    """Every written part by its id, in order."""
    return {each["id"]: Part(**each) for each in _read("elements")["part"]}


@cache
def elements() -> tuple[Element, ...]:
    """Everything that is looked for, in order."""
    return tuple(
        Element(**{**each, "standards": tuple(each["standards"]), "parts": tuple(each.get("parts", ()))})
        for each in _read("elements")["element"]
    )


@cache
def review_months() -> dict[str, int]:
    """Months between two reviews by level of risk, the highest first."""
    return {each["id"]: each["months"] for each in _read("review")["level"]}


def longest_review_months() -> int:
    """After how many months at the latest a plan is reviewed, whatever day is chosen."""
    return int(_read("review")["at_most_months"])


def answer_days() -> int:
    """After how many days an answer that is still missing is work."""
    return int(_read("review")["answer_days"])


def task_days() -> int:
    """Within how many days a task of a team meeting is to be done, unless somebody says otherwise."""
    return int(_read("review")["task_days"])


def in_language(words: dict[str, str], language: str) -> str:
    """The words in Spanish where that is asked for, else in English."""
    return words["es" if language.startswith("es") else "en"]


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
