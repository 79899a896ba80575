"""The reader of questionnaire files; one that breaks its schema or itself is refused with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.content.checked_file import Place, broken, checked
from icm_desktop.domain.instruments.definition import (
    Again,
    Alert,
    Band,
    CutOff,
    FollowUp,
    Gate,
    Instrument,
    Item,
    Licence,
    Note,
    Option,
    Score,
    Trend,
    Words,
)

FOLDER = paths.RESOURCES / "content" / "instruments"
_LANGUAGES = ("en", "es")


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every shipped questionnaire, by id.

    Raises:
        BrokenFile: one of the files.
    """
    return {one.id: one for one in (read(file) for file in sorted(FOLDER.glob("*.toml")))}


def read(file: Path) -> Instrument:
    """One questionnaire file.

    Raises:
        BrokenFile: it is not TOML, breaks the schema, or names an item or scale that it does not have.
    """
    found = checked(file, "instrument")
    for place, reason in _faults(found, file.stem):
        raise broken(file, place, reason)
    return _instrument(found, hashlib.sha256(file.read_text("utf-8").encode()).hexdigest())


@dataclass(frozen=True, slots=True)
class Examples:
    """The worked examples of a file: of scores, of trends, of when a follow-up is due and when it is asked again."""

    scores: tuple[Mapping[str, Any], ...]
    trends: tuple[Mapping[str, Any], ...]
    follow_ups: tuple[Mapping[str, Any], ...]
    again: tuple[Mapping[str, Any], ...]


def examples(file: Path) -> Examples:
    """The worked examples of a file."""
    found = checked(file, "instrument")
    names = ("example", "trend_example", "follow_up_example", "again_example")
    return Examples(*(tuple(found.get(name, ())) for name in names))


def _faults(found: dict[str, Any], stem: str) -> Iterator[tuple[Place, str]]:
    """What the schema cannot see: names that lead nowhere."""
    if found["id"] != stem:
        yield ("id",), f"the id must be the name of the file, '{stem}'"
    ids = [one["id"] for one in found["item"]]
    for number, one in enumerate(found["item"]):
        if one["id"] in ids[:number]:
            yield ("item", number, "id"), f"a second item '{one['id']}'"
        if one.get("kind") != "number" and one.get("scale") not in found.get("scale", {}):
            yield ("item", number, "scale"), f"there is no scale '{one.get('scale', '')}'"
        gate = one.get("asked_when")
        if gate and gate["item"] not in ids[:number]:
            yield ("item", number, "asked_when"), f"'{gate['item']}' is not asked before it"
    scores = [one["id"] for one in found["score"]]
    for name, key, known in (("score", "items", ids), ("alert", "item", ids), ("note", "only_from", ids),
                             ("note", "score", scores)):  # fmt: skip
        for number, one in enumerate(found.get(name, ())):
            for each in one[key] if isinstance(one[key], list) else (one[key],):
                if each not in known:
                    yield (name, number, key), f"'{each}' is not in this file"
    yield from _faults_of_values(found)
    if "trend" in found and found["trend"]["score"] not in scores:
        yield ("trend", "score"), f"'{found['trend']['score']}' is not in this file"


def _faults_of_values(found: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    """Answers that cannot be told apart, gates that nobody can pass, bands that leave a gap below."""
    values = {name: [one["value"] for one in each["options"]] for name, each in found.get("scale", {}).items()}
    for name, each in values.items():
        if len(set(each)) < len(each):
            yield ("scale", name, "options"), f"two answers of '{name}' count the same"
    scale_of = {one["id"]: values.get(one.get("scale", ""), []) for one in found["item"]}
    for number, one in enumerate(found["item"]):
        gate = one.get("asked_when", {"item": "", "values": []})
        for each in gate["values"]:
            if each not in scale_of.get(gate["item"], []):
                yield ("item", number, "asked_when"), f"{each} is no answer to '{gate['item']}'"
    for number, one in enumerate(found["score"]):
        starts = [band["from"] for band in one.get("bands", ())]
        if starts != sorted(set(starts)):
            yield ("score", number, "bands"), "the bands do not rise"
        if starts and starts[0] != _least(found, one):
            yield ("score", number, "bands"), f"the lowest band begins at {starts[0]}, the lowest score is another"


def _least(found: dict[str, Any], score: dict[str, Any]) -> int:
    """The lowest score there can be."""
    items = [one for one in found["item"] if one["id"] in score["items"]]
    least = [
        one["low"] if "low" in one else min(each["value"] for each in found["scale"][one["scale"]]["options"])
        for one in items
    ]
    return 0 if score["method"] == "count" else max(least) if score["method"] == "highest" else sum(least)


def _instrument(found: dict[str, Any], digest: str) -> Instrument:
    scales = {name: tuple(_option(one) for one in each["options"]) for name, each in found.get("scale", {}).items()}
    trend, follow_up = found.get("trend"), found.get("follow_up")
    return Instrument(
        **{key: found[key] for key in ("id", "version", "year", "source", "mark", "reviewed_by")},
        digest=digest,
        title=_pair(found, "title"),
        about=_pair(found, "about"),
        loinc=found.get("loinc"),
        modes=tuple(found["modes"]),
        licence=Licence(**found["licence"]),
        wording=found["wording"],
        stem=found.get("stem", {}),
        items=tuple(_item(one, scales) for one in found["item"]),
        scores=tuple(_score(one) for one in found["score"]),
        notes=tuple(Note(one["id"], one["score"], one["only_from"], _words(one), one["source"], one["mark"])
                    for one in found.get("note", ())),
        alerts=tuple(Alert(one["id"], one["item"], one["at_least"], _words(one), one["source"], one["mark"])
                     for one in found.get("alert", ())),
        trend=Trend(**trend) if trend else None,
        follow_up=_follow_up(follow_up) if follow_up else None,
        again=tuple(Again(**one) for one in found.get("again", ())),
        next_one=found["next"]["instrument"] if "next" in found else None,
    )  # fmt: skip


def _option(found: dict[str, Any]) -> Option:
    return Option(found["value"], found.get("code"), _words(found))


def _item(found: dict[str, Any], scales: Mapping[str, tuple[Option, ...]]) -> Item:
    gate = found.get("asked_when")
    return Item(
        id=found["id"],
        loinc=found.get("loinc"),
        kind=found.get("kind", "choice"),
        words=_words(found),
        options=scales.get(found.get("scale", ""), ()),
        low=found.get("low"),
        high=found.get("high"),
        asked_when=Gate(gate["item"], frozenset(gate["values"]), gate.get("otherwise")) if gate else None,
        optional=found.get("optional", False),
        private=found.get("private", False),
    )


def _score(found: dict[str, Any]) -> Score:
    return Score(
        **{key: found[key] for key in ("id", "method", "source", "mark")},
        loinc=found.get("loinc"),
        counts=found.get("counts"),
        domain=found.get("domain"),
        words=_words(found),
        items=tuple(found["items"]),
        bands=tuple(Band(one["id"], one["from"], _words(one)) for one in found.get("bands", ())),
        cut_offs=tuple(CutOff(**one) for one in found.get("cut_off", ())),
        private=found.get("private", False),
    )


def _follow_up(found: dict[str, Any]) -> FollowUp:
    told = {key: found[key] for key in ("within_days", "look_back_days", "source", "mark")}
    return FollowUp(**told, what=_pair(found, "what"), service=found.get("service", ""))


def _words(found: dict[str, Any]) -> Words:
    return {language: found[language] for language in _LANGUAGES if language in found}


def _pair(found: dict[str, Any], name: str) -> Words:
    return {"en": found[name], "es": found[f"{name}_es"]}
