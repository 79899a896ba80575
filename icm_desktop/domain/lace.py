"""LACE: length of the stay, acute admission, comorbidity, emergency visits; every part shown, missing ones said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Comorbidity:
    """One group of diagnoses with its own weight; codes as "icd10:E11*", a star ends a prefix."""

    id: str
    title: str
    title_es: str
    points: int
    codes: frozenset[str]
    ever: bool = False
    replaces: str = ""

    def holds(self, codes: Collection[str]) -> bool:
        """Whether one of these codes belongs here."""
        prefixes = tuple(code[:-1] for code in self.codes if code.endswith("*"))
        return any(code in self.codes or code.startswith(prefixes) for code in codes)


@dataclass(frozen=True, slots=True)
class LaceRules:
    """The weights. `lengths` and `bands` are (at least, points or name), smallest first."""

    lengths: tuple[tuple[int, int], ...]
    acute: int
    comorbidities: tuple[Comorbidity, ...]
    from_comorbidity: int
    high_comorbidity: int
    most_visits: int
    bands: tuple[tuple[int, str], ...]
    source: str
    year: int
    mark: str


@dataclass(frozen=True, slots=True)
class LaceInputs:
    """What the records say. `days` and `acute` are None when nobody told; `have` are ids of comorbidities."""

    days: int | None
    acute: bool | None
    have: tuple[str, ...] = ()
    emergency_visits: int = 0


@dataclass(frozen=True, slots=True)
class Lace:
    """The score and its parts; a part without its input is None and named in `missing`: `total` is at least so much.

    `band` is empty while a missing part could change it.
    """

    length: int | None
    acute: int | None
    comorbidity: int
    emergency: int
    total: int
    band: str
    missing: tuple[str, ...]
    inputs: LaceInputs


def lace(rules: LaceRules, inputs: LaceInputs) -> Lace:
    """The score of one stay."""
    length = None if inputs.days is None else _at_least(rules.lengths, inputs.days)
    acute = None if inputs.acute is None else rules.acute * inputs.acute
    comorbidity = _comorbidity(rules, inputs.have)
    emergency = min(inputs.emergency_visits, rules.most_visits)
    total = (length or 0) + (acute or 0) + comorbidity + emergency
    most = total
    most += rules.lengths[-1][1] if length is None else 0
    most += rules.acute if acute is None else 0
    band = _at_least(rules.bands, total)
    missing = tuple(name for name, part in (("length", length), ("acute", acute)) if part is None)
    sure = _at_least(rules.bands, most) == band
    return Lace(length, acute, comorbidity, emergency, total, band if sure else "", missing, inputs)


def counted(rules: LaceRules, have: Collection[str]) -> tuple[Comorbidity, ...]:
    """The comorbidities that count: a worse one takes the place of a milder one."""
    replaced = {one.replaces for one in rules.comorbidities if one.id in have}
    return tuple(one for one in rules.comorbidities if one.id in have and one.id not in replaced)


def _comorbidity(rules: LaceRules, have: Collection[str]) -> int:
    points = sum(one.points for one in counted(rules, have))
    return rules.high_comorbidity if points >= rules.from_comorbidity else points


def _at_least(steps: tuple[tuple[int, T], ...], value: int) -> T:
    return next(found for least, found in reversed(steps) if value >= least)
