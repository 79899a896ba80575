"""Which units are the same, and how a value in one unit becomes a value in the unit its measurement is compared in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Conversion:
    """value in the common unit = value as sent * factor + offset. `confirmed` is False for factors nobody confirmed."""

    factor: float
    offset: float = 0.0
    confirmed: bool = True

    def __call__(self, value: float) -> float:
        """The value in the common unit."""
        return value * self.factor + self.offset


_SAME = Conversion(1.0)


@lru_cache(maxsize=1000)
def canonical(unit: str | None) -> str:
    """One spelling for every unit that means the same; "" for none."""
    if not unit:
        return ""
    return _spellings().get(unit.strip(), unit.strip())


def common_unit(measurement_id: str) -> str | None:
    """The unit values of a measurement are compared in; None when none is laid down."""
    found = _measures().get(measurement_id)
    return found[0] if found else None


def conversion(measurement_id: str, unit: str | None, target: str) -> Conversion | None:
    """How a value in `unit` becomes one in `target`; None when it cannot, and must stand apart.

    Args:
        measurement_id: What is measured; factors hold for one measurement only.
        unit: As sent.
        target: The unit to compare in, `common_unit` or any unit of the measurement's own values.
    """
    sent, wanted = canonical(unit), canonical(target)
    if sent == wanted:
        return _SAME
    there, back = _to_common(measurement_id, sent), _to_common(measurement_id, wanted)
    if there is None or back is None:
        return None
    if back == _SAME:
        return there
    offset = (there.offset - back.offset) / back.factor
    return Conversion(there.factor / back.factor, offset, there.confirmed and back.confirmed)


def _to_common(measurement_id: str, unit: str) -> Conversion | None:
    found = _measures().get(measurement_id)
    if found is None:
        return None
    return _SAME if unit == canonical(found[0]) else found[1].get(unit)


@cache
def _spellings() -> Mapping[str, str]:
    return {other: unit for unit, others in _read()["same"].items() for other in (unit, *others)}


@cache
def _measures() -> Mapping[str, tuple[str, Mapping[str, Conversion]]]:
    return {
        one["id"]: (
            one["unit"],
            {
                canonical(way["unit"]): Conversion(way["factor"], way.get("offset", 0.0), way["sure"] in ("V", "V2"))
                for way in one["from"]
            },
        )
        for one in _read()["measure"]
    }


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("content/codes/units.toml").read_text(encoding="utf-8"))
