"""What is followed over time and how: units, limits of a slope, bands; and why a medicine is not taken."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from icm_desktop.domain.trajectories import Band


@dataclass(frozen=True, slots=True)
class SlopeRule:
    """When a slope says something. `months`: how far back values count. `mark`: how sure (V, V2, M, P)."""

    least_values: int
    least_days: int
    months: int
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Trajectory:
    """One thing that is followed. `units` turn what came into `unit`; `better`: "higher", "lower" or "neither"."""

    measurement: str
    unit: str
    units: Mapping[str, float]
    decimals: int
    better: str
    confirm_days: int
    bands: tuple[Band, ...]
    source: str
    year: int
    mark: str
    notable_percent: float | None = None
    notable_source: str | None = None


@dataclass(frozen=True, slots=True)
class AdherenceContent:
    """Reasons a person can choose, and how far back appointments count."""

    reasons: tuple[str, ...]
    appointment_months: int
    source: str
    mark: str
    version: str


@cache
def slope_rule() -> SlopeRule:
    """When a slope says something."""
    return SlopeRule(**_read("trajectories")["slope"])


@cache
def trajectories() -> tuple[Trajectory, ...]:
    """Everything that is followed, in the order a screen shows it."""
    return tuple(_trajectory(dict(one)) for one in _read("trajectories")["trajectory"])


@cache
def content_version() -> str:
    """The version of the shipped trajectories."""
    return str(_read("trajectories")["version"])


@cache
def adherence() -> AdherenceContent:
    """The shipped reasons."""
    raw = _read("adherence")
    months = raw["appointments"]["months"]
    return AdherenceContent(tuple(raw["reasons"]), months, raw["source"], raw["mark"], raw["version"])


def _trajectory(raw: dict[str, Any]) -> Trajectory:
    bands = tuple(Band(**band) for band in raw.pop("bands"))
    return Trajectory(bands=bands, **raw)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath(f"content/progress/{name}.toml").read_text(encoding="utf-8"))
