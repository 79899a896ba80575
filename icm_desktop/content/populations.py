"""The shipped populations: a file each in resources/content/populations, checked against its schema."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.content import codes
from icm_desktop.content.checked_file import broken, checked
from icm_desktop.content.conditions import condition_lists, of_group
from icm_desktop.content.pathways import pathways
from icm_desktop.content.programs import by_id as programs
from icm_desktop.content.social_domains import domains
from icm_desktop.domain.populations import LISTED, Ask, Criterion, Kind, Population, Unclear, check

FOLDER = paths.RESOURCES / "content" / "populations"
_GROUPS = ("physical", "behavioral", "hhs")


@cache
def populations() -> Mapping[str, Population]:
    """Every shipped population by its id, in the order they are shown.

    Raises:
        BrokenFile: a file is not TOML, breaks its schema, or names what no content knows.
    """
    read = sorted((_order(file), population(file)) for file in FOLDER.glob("*.toml"))
    return {one.id: one for _, one in read}


def population(file: Path) -> Population:
    """One population.

    Raises:
        BrokenFile: as `populations`.
    """
    found = checked(file, "population")
    criteria = tuple(_criterion(one) for one in found["criterion"])
    try:
        check(criteria, names())
    except Unclear as error:
        raise broken(file, ("criterion",), error.code) from error
    return Population(
        id=found["id"],
        title={"en": found["title"], "es": found["title_es"]},
        about={"en": found["about"], "es": found["about_es"]},
        criteria=criteria,
        source=found["source"],
        year=found["year"],
        version=found["version"],
        mark=found["mark"],
        chosen_for_use=found.get("chosen_for_use", False),
        program=found.get("program", ""),
        pathway=found.get("pathway", ""),
    )


@cache
def names() -> Mapping[str, frozenset[str]]:
    """What the questions of a rule may name, by list."""
    return {
        "conditions": frozenset(condition_lists()),
        "measurements": frozenset(one.id for one in codes.measurements()),
        "domains": frozenset(one.code for one in domains()),
        "pathways": frozenset(one.id for one in pathways()),
        "programs": frozenset(programs()),
        "sexes": frozenset({"male", "female", "other", "unknown"}),
    }


def criteria_of(raw: list[dict[str, Any]]) -> tuple[Criterion, ...]:
    """A rule as a file or a saved row writes it."""
    return tuple(_criterion(one) for one in raw)


def as_raw(criteria: tuple[Criterion, ...]) -> list[dict[str, Any]]:
    """A rule as a saved row writes it: what is left at its usual value is not written."""
    return [{"any_of": [_written(test) for test in one.any_of]} for one in criteria]


def _written(test: Ask) -> dict[str, Any]:
    usual = Ask(test.kind)
    told = {name: getattr(test, name) for name in Ask.__dataclass_fields__}
    kept = {name: value for name, value in told.items() if name == "kind" or value != getattr(usual, name)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()} | {
        "kind": test.kind.value
    }


def _criterion(raw: dict[str, Any]) -> Criterion:
    return Criterion(tuple(_test(one) for one in raw["any_of"]))


def _test(raw: dict[str, Any]) -> Ask:
    kind = Kind(raw["kind"])
    told = {name: value for name, value in raw.items() if name not in ("kind", "of")}
    return Ask(kind, of=_names(kind, raw.get("of", ())), **told)


def _names(kind: Kind, of: Any) -> tuple[str, ...]:
    """The names of a question; a group of conditions stands for its members."""
    found: list[str] = []
    for name in of:
        if LISTED.get(kind) != "conditions" or name not in _GROUPS:
            found.append(str(name))
        elif name == "hhs":
            found += [one.id for one in condition_lists().values() if one.hhs]
        else:
            found += of_group(name)
    return tuple(dict.fromkeys(found))


def _order(file: Path) -> int:
    return int(checked(file, "population")["order"])
