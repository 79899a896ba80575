"""How scores are treated to a target: limits, weeks, recommendations, the parts of a relapse-prevention plan."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema

from icm_desktop import paths
from icm_desktop.content import caseload
from icm_desktop.domain.caseload import NOT_IMPROVING
from icm_desktop.domain.treat_to_target import Target

NAME = "treat_to_target"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecommendationKind:
    """What was recommended. `nothing_to_do`: it needs nobody to act."""

    id: str
    words: Words
    nothing_to_do: bool


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a recommendation goes by role. `sees`: our role that has it on Today."""

    id: str
    words: Words
    sees: str


@dataclass(frozen=True, slots=True)
class RelapsePart:
    """One part of a relapse-prevention plan, in the words of the patient."""

    id: str
    required: bool
    words: Words
    hint: Words


@cache
def targets() -> tuple[Target, ...]:
    """The scores, in order; limits and weeks of the review are those of the caseload."""
    rule = next(one for one in caseload.flag_rules() if one.id == NOT_IMPROVING)
    scores = caseload.score_rules()
    found = []
    for each in _read()["target"]:
        score = scores[each["score"]]
        found.append(
            Target(
                score.id, score.positive or 0, score.positive or 0, score.response_percent or 100,
                score.remission_below or 0, each["under_points"], each["under_from_week"], rule.weeks,
                rule.consult_by_week,
            )
        )  # fmt: skip
    return tuple(found)


@cache
def programs() -> frozenset[str]:
    """The programs in which scores are followed to a target."""
    return frozenset(_read()["who"]["programs"])


@cache
def pathways() -> frozenset[str]:
    """The pathways in which scores are followed to a target."""
    return frozenset(_read()["who"]["pathways"])


def again_after_weeks() -> int:
    """How long a review answers that a score does not improve."""
    return int(_read()["review"]["again_after_weeks"])


def every_days() -> int:
    """How often the caseload is gone through."""
    return int(_read()["review"]["every_days"])


def closed_by_review() -> tuple[str, ...]:
    """The activities of pathways that a review does."""
    return tuple(_read()["review"]["closes"])


def closed_by_plan() -> tuple[str, ...]:
    """The activities of pathways that a relapse-prevention plan does."""
    return tuple(_read()["relapse"]["closes"])


def due_days() -> int:
    """How long a recommendation may take."""
    return int(_read()["recommendation"]["due_days"])


def check_in_months() -> int:
    """When somebody asks again after a relapse-prevention plan."""
    return int(_read()["relapse"]["check_in_months"])


@cache
def kinds() -> dict[str, RecommendationKind]:
    """Kinds of recommendations by id."""
    rows = _read()["kind"]
    return {one["id"]: RecommendationKind(one["id"], _words(one), one.get("nothing_to_do", False)) for one in rows}


@cache
def addressees() -> dict[str, Addressee]:
    """Roles a recommendation goes to, by id."""
    return {one["id"]: Addressee(one["id"], _words(one), one["sees"]) for one in _read()["to"]}


@cache
def parts() -> tuple[RelapsePart, ...]:
    """The parts of a relapse-prevention plan, in order."""
    return tuple(
        RelapsePart(one["id"], one["required"], _words(one), {"en": one["hint_en"], "es": one["hint_es"]})
        for one in _read()["part"]
    )


def examples() -> list[dict[str, Any]]:
    """The worked examples of the file."""
    found: list[dict[str, Any]] = _read()["example"]
    return found


def _words(row: Mapping[str, Any]) -> Words:
    return {"en": row["en"], "es": row["es"]}


@cache
def _read() -> dict[str, Any]:
    content = paths.RESOURCES / "content"
    found = tomllib.loads((content / "caseload" / f"{NAME}.toml").read_text(encoding="utf-8"))
    schema = json.loads((content / "schemas" / f"{NAME}.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(json.dumps(found, default=str)), schema)
    return found
