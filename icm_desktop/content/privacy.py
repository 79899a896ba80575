"""On what grounds records leave and which of them an accounting lists; how long a patient's request may take."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from icm_desktop.content.code_lists import CodeLists

_FILE = CodeLists("privacy", ("basis", "channel", "request", "outcome", "denial"))
choices, codes, text_of = _FILE.choices, _FILE.codes, _FILE.text_of


@dataclass(frozen=True, slots=True)
class Term:
    """Days to answer from the day a request came, and once more (0: never) when the patient was told why."""

    days: int
    longer: int
    source: str


def term(kind: str) -> Term:
    """The term of a kind of request."""
    row = next(one for one in _FILE.rows("request") if one["code"] == kind)
    return Term(row["days"], row["longer"], row["source"])


@cache
def counted() -> frozenset[str]:
    """The grounds an accounting lists."""
    return frozenset(one["code"] for one in _FILE.rows("basis") if one["counted"])


def outcomes(kind: str) -> dict[str, bool]:
    """How a request of a kind may end, by code: whether it denies something."""
    return {one["code"]: one["denies"] for one in _FILE.rows("outcome") if kind in one["of"]}


def denials(kind: str) -> dict[str, bool]:
    """On which grounds a request of a kind may be denied, by code: whether the patient may have that reviewed."""
    return {one["code"]: one["reviewable"] for one in _FILE.rows("denial") if one["of"] == kind}


def words(name: str, code: str, language: str) -> str:
    """A code in words, in English unless the language is Spanish; the code itself when the list does not know it."""
    return dict(dict(_FILE.choices(language))[name]).get(code, code)


def years(*, part2: bool) -> int:
    """How far back an accounting goes."""
    return int(_numbers()["accounting"]["part2_years" if part2 else "years"])


def hold_back_grounds() -> frozenset[str]:
    """On which grounds an agency may ask that an accounting is silent for a time."""
    return frozenset(_numbers()["hold_back"]["grounds"])


def hold_back_days() -> int:
    """For how many days at most, when it was only spoken."""
    return int(_numbers()["hold_back"]["spoken_days"])


def days_ahead() -> int:
    """How many days before its last day a request comes to Today."""
    return int(_numbers()["worklist"]["days_ahead"])


@cache
def _numbers() -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("content/codes/privacy.toml").read_text("utf-8"))
