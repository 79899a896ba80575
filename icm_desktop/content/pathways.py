"""The reader of pathway files: checked against their schema and each other; a broken one is refused with its place."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.content.checked_file import BrokenFile, Place, broken, checked
from icm_desktop.content.pathway_conditions import Names, NotKnown, activity, condition
from icm_desktop.domain.pathways.conditions import Source, Target
from icm_desktop.domain.pathways.definition import (
    Activity,
    After,
    Entry,
    Escalation,
    IntervalRule,
    Pathway,
    PatientStep,
    Step,
)
from icm_desktop.domain.pathways.intervals import Interval

FOLDER = paths.RESOURCES / "content" / "pathways"
SHARED = paths.RESOURCES / "content" / "codes" / "activities.toml"
_LOG = logging.getLogger(__name__)
GRACE_DAYS = 14  # unless the step says otherwise


@dataclass(frozen=True, slots=True)
class Settings:
    """Words in the method of a value taken at home; classes of visits to an emergency room and of stays.

    `scores`: what an answer counts, by its LOINC answer code. `owners`: who of the practice sees to what a pathway
    gives to somebody, "coordinator" or "clinician".
    """

    home_words: tuple[str, ...]
    emergency: tuple[str, ...]
    inpatient: tuple[str, ...]
    scores: Mapping[str, float]
    owners: Mapping[str, str]


@cache
def pathways() -> tuple[Pathway, ...]:
    """Every shipped pathway, by id; a broken file is left out, so that all others go on (`refused` tells which)."""
    found = [_read_or_why(file) for file in sorted(FOLDER.glob("*.toml"))]
    for one in found:
        if isinstance(one, BrokenFile):
            _LOG.warning("pathway refused: %s", one)
    return tuple(one for one in found if isinstance(one, Pathway))


def refused() -> tuple[BrokenFile, ...]:
    """The files that are left out, each with its line and the reason."""
    found = (_read_or_why(file) for file in sorted(FOLDER.glob("*.toml")))
    return tuple(one for one in found if isinstance(one, BrokenFile))


def _read_or_why(file: Path) -> Pathway | BrokenFile:
    try:
        return read(file)
    except BrokenFile as why:
        return why


def read(file: Path) -> Pathway:
    """One pathway file.

    Raises:
        BrokenFile: it is not TOML, breaks the schema, or names what nothing defines.
    """
    document = checked(file, "pathway")
    try:
        pathway = _pathway(document)
    except NotKnown as error:
        raise broken(file, error.place, str(error)) from error
    if pathway.id != file.stem:
        raise broken(file, ("id",), f"the id must be the name of the file, '{file.stem}'")
    return pathway


def examples(file: Path) -> tuple[Mapping[str, Any], ...]:
    """The worked examples of a file, as they stand in it."""
    return tuple(checked(file, "pathway")["example"])


@cache
def shared_activities() -> Mapping[str, Activity]:
    """Activities that several pathways ask for, by id."""
    return {one["id"]: activity(one) for one in tomllib.loads(SHARED.read_text("utf-8"))["activity"]}


@cache
def settings() -> Settings:
    """How to tell where something was measured, and what an answer counts."""
    found = tomllib.loads(SHARED.read_text("utf-8"))
    words = {key: tuple(each) for key, each in found["settings"].items()}
    return Settings(**words, scores=found["scores"], owners=found["owners"])


def _pathway(found: dict[str, Any]) -> Pathway:
    own = {one["id"]: activity(one) for one in found.get("activity", ())}
    targets = frozenset(one["id"] for one in found.get("target", ()))
    sets = (found.get("codes", {}), found.get("medicines", {}), found.get("values", {}))
    names = Names(*sets, dict(shared_activities()) | own, targets)
    steps = tuple(_step(one, names, ("step", number)) for number, one in enumerate(found["step"]))
    ids = [one.id for one in steps]
    for number, each in enumerate(ids):
        if each in ids[:number]:
            raise NotKnown(("step", number, "id"), "a second meaning of step", each)
    return Pathway(
        **{key: found[key] for key in ("id", "title", "title_es", "version", "year", "source", "mark", "reviewed_by")},
        entry=_entry(found["entry"], names),
        steps=steps,
        targets=tuple(_target(one, names, ("target", n)) for n, one in enumerate(found.get("target", ()))),
        escalations=tuple(
            _escalation(one, names, ("escalation", n)) for n, one in enumerate(found.get("escalation", ()))
        ),
        patient_steps=tuple(PatientStep(**one) for one in found["patient_step"]),
    )


def _entry(found: dict[str, Any], names: Names) -> Entry:
    rules = tuple(
        (one["id"], condition(one["when"], names, ("entry", "any_of", number, "when")))
        for number, one in enumerate(found["any_of"])
    )
    exclude = condition(found["exclude"], names, ("entry", "exclude")) if "exclude" in found else None
    titles = {one["id"]: (one["title"], one["title_es"]) for one in found["any_of"] if "title" in one}
    return Entry(rules, exclude, found.get("everyone", False), titles)


def _step(found: dict[str, Any], names: Names, place: Place) -> Step:
    rules = tuple(
        IntervalRule(
            condition(one["when"], names, (*place, "rule", number, "when")),
            Interval(**one["every"]),
            one["why"],
            one["why_es"],
        )
        for number, one in enumerate(found.get("rule", ()))
    )
    return Step(
        id=found["id"],
        row=found["row"],
        activity=names.activity(found["activity"], (*place, "activity")),
        every=Interval(**found["every"]),
        rules=rules,
        first_due=Interval(**found["first_due"]) if "first_due" in found else None,
        grace_days=found.get("grace_days", GRACE_DAYS),
        owner=tuple(found["owner"]),
        when=condition(found["when"], names, (*place, "when")) if "when" in found else None,
        after=_after(found["after"], names, (*place, "after")) if "after" in found else None,
        source=found["source"],
        mark=found["mark"],
    )


def _after(found: dict[str, Any], names: Names, place: Place) -> After:
    what = condition(found["what"], names, (*place, "what"))
    return After(what, found["title"], found["title_es"], found.get("not_before_days", 0), found["look_back_days"])


def _target(found: dict[str, Any], names: Names, place: Place) -> Target:
    source: Source | None = None
    if "value_of" in found:
        source = names.value(found["value_of"], (*place, "value_of"), found.get("office", False))
    if found.get("choice_of", "") not in names.targets | {""}:
        raise NotKnown((*place, "choice_of"), "target", found["choice_of"])
    return Target(
        id=found["id"],
        title=found["title"],
        title_es=found["title_es"],
        source=source,
        op=found.get("op", ""),
        value=found.get("value"),
        unit=found.get("unit", ""),
        choice_of=found.get("choice_of", ""),
        evidence=found["source"],
        mark=found["mark"],
        when=condition(found["when"], names, (*place, "when")) if "when" in found else None,
    )


def _escalation(found: dict[str, Any], names: Names, place: Place) -> Escalation:
    when = condition(found["when"], names, (*place, "when")) if "when" in found else None
    plain = {key: found[key] for key in ("id", "title", "title_es", "within", "to", "source", "mark")}
    return Escalation(when=when, **plain)
