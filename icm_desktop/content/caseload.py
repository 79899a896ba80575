"""The shipped flags of the caseload and the scores it follows."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from icm_desktop.domain.caseload import FlagRule, ScoreRule


@cache
def flag_rules() -> tuple[FlagRule, ...]:
    """Every flag, the most serious first."""
    return tuple(FlagRule(**each) for each in _read()["flag"])


@cache
def score_rules() -> dict[str, ScoreRule]:
    """The scores by their id."""
    return {each["id"]: ScoreRule(**each) for each in _read()["score"]}


@cache
def look_back_months() -> int:
    """How far back values are looked at."""
    return int(_read()["scores"]["months"])


@cache
def baseline_before_days() -> int:
    """How long before an enrolment its first value may lie."""
    return int(_read()["scores"]["baseline_before_days"])


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("content/caseload/flags.toml").read_text(encoding="utf-8"))
