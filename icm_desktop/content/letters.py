"""The letters that come with the program, label sheets, and where an envelope's window is."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema

from icm_desktop import paths
from icm_desktop.domain.letters import problems

KINDS = ("recall", "missed_visit", "reminder", "referral", "call_sheet", "team_plan", "team_question")


@dataclass(frozen=True, slots=True)
class ShippedLetter:
    """One letter: what it is about, and {language: (heading, body)}."""

    kind: str
    about: str
    version: str
    source: str
    texts: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Box:
    """A place on paper, in millimetres from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of labels; `first` is the upper left label, steps lead to the next one across and down."""

    id: str
    name: str
    paper: str
    across: int
    down: int
    first: Box
    step_x: float
    step_y: float


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope with its long side across, in millimetres; `to` the address, `sender` who it comes from."""

    id: str
    name: str
    across: float
    down: float
    to: Box
    sender: Box


@cache
def letter(kind: str) -> ShippedLetter:
    """One letter as it came.

    Raises:
        KeyError: there is no such letter.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    raw = _read(f"letters/{kind}.toml", "letter")
    texts = {code: (raw[code]["heading"], raw[code]["body"].strip()) for code in ("en", "es")}
    for _, body in texts.values():
        if found := problems(raw["about"], body):
            raise ValueError(f"{kind}: {found}")
    return ShippedLetter(kind, raw["about"], raw["version"], raw["source"], texts)


@cache
def window(paper: str) -> Box:
    """Where the address of a letter stands so that a window envelope shows it."""
    return Box(**_read("paper/labels.toml", "labels")["window"][paper])


@cache
def label_sheets() -> tuple[LabelSheet, ...]:
    """Every sheet of labels that is known."""
    return tuple(
        LabelSheet(
            raw["id"], raw["name"], raw["paper"], raw["across"], raw["down"],
            Box(raw["left"], raw["top"], raw["width"], raw["height"]), raw["step_x"], raw["step_y"],
        )
        for raw in _read("paper/labels.toml", "labels")["sheet"]
    )  # fmt: skip


@cache
def envelopes() -> tuple[Envelope, ...]:
    """Every envelope that is known."""
    return tuple(
        Envelope(raw["id"], raw["name"], raw["across"], raw["down"], Box(**raw["to"]), Box(**raw["from"]))
        for raw in _read("paper/labels.toml", "labels")["envelope"]
    )


def _read(name: str, schema_name: str) -> dict[str, Any]:
    content = paths.RESOURCES / "content"
    with (content / name).open("rb") as file:
        raw: dict[str, Any] = tomllib.load(file)
    jsonschema.validate(raw, json.loads((content / "schemas" / f"{schema_name}.schema.json").read_text("utf-8")))
    return raw
