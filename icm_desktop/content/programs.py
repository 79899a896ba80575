"""The shipped programs of care management, which of them do not go together, and whose minutes count."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema

from icm_desktop import paths
from icm_desktop.domain.programs import BY_MINUTES, AddOn, Circumstance, Conflict, Gate, Program, Service

FOLDER = paths.RESOURCES / "content" / "programs"
_SAME_MONTH = "same-month"


@dataclass(frozen=True, slots=True)
class MinuteRules:
    """Whose minutes count (roles), the shortest piece kept, the pause that ends one, the longest entry."""

    staff: tuple[str, ...]
    practitioner: tuple[str, ...]
    least_seconds: int
    idle_seconds: int
    longest_hours: int
    source: str
    mark: str


@cache
def programs() -> tuple[Program, ...]:
    """Every program, in the order it is shown."""
    schema = json.loads((FOLDER.parent / "schemas" / "program.schema.json").read_text("utf-8"))
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        if file.stem != _SAME_MONTH:
            raw = tomllib.loads(file.read_text("utf-8"))
            jsonschema.validate(raw, schema)
            found.append(_program(raw))
    return tuple(sorted(found, key=lambda one: one.position))


@cache
def by_id() -> dict[str, Program]:
    """Every program by its id."""
    return {one.id: one for one in programs()}


@cache
def timed() -> tuple[str, ...]:
    """The programs whose minutes are kept."""
    return tuple(one.id for one in programs() if one.counts == BY_MINUTES)


@cache
def conflicts() -> tuple[Conflict, ...]:
    """What does not go together in one month."""
    return tuple(
        Conflict(
            tuple(each["programs"]), each["source"], each["mark"], each.get("instead", ""), each.get("source_es", "")
        )
        for each in _same_month()["conflict"]
    )


@cache
def minute_rules() -> MinuteRules:
    """How minutes are counted."""
    raw = dict(_same_month()["minutes"])
    return MinuteRules(tuple(raw.pop("staff")), tuple(raw.pop("practitioner")), **raw)


def _program(raw: dict[str, Any]) -> Program:
    told = {
        name: raw[name]
        for name in (
            "id", "title", "title_es", "short", "short_es", "counts", "position", "year", "source", "mark", "version",
        )
    }  # fmt: skip
    return Program(
        **told,
        source_es=raw.get("source_es", ""),
        services=tuple(_service(dict(each)) for each in raw.get("service", ())),
        gates=tuple(Gate(**each) for each in raw.get("gate", ())),
        circumstances=tuple(Circumstance(**each) for each in raw.get("circumstance", ())),
    )


def _service(raw: dict[str, Any]) -> Service:
    add = raw.pop("add", None)
    return Service(needs=tuple(raw.pop("needs", ())), add=AddOn(**add) if add else None, **raw)


@cache
def _same_month() -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{_SAME_MONTH}.toml").read_text("utf-8"))
