"""The reader of questionnaire files; one that breaks its schema or itself is refused with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.content.checked_file import Place, broken, checked
from icm_desktop.domain.instruments.definition import (
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


def examples(file: Path) -> tuple[tuple[Mapping[str, Any], ...], tuple[Mapping[str, Any], ...]]:
    """The worked examples of a file: of scores, and of trends."""
    found = checked(file, "instrument")
    return tuple(found["example"]), tuple(found.get("trend_example", ()))


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
    if "trend" in found and found["trend"]["score"] not in scores:
        yield ("trend", "score"), f"'{found['trend']['score']}' is not in this file"


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
    return FollowUp(found["within_days"], _pair(found, "what"), found["source"], found["mark"])


def _words(found: dict[str, Any]) -> Words:
    return {language: found[language] for language in _LANGUAGES if language in found}


def _pair(found: dict[str, Any], name: str) -> Words:
    return {"en": found[name], "es": found[f"{name}_es"]}
