"""Transitional care as shipped: the clocks after a discharge, where somebody goes, and LACE with its weights."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from icm_desktop.content.policies import Policies
from icm_desktop.domain.deadlines import Within
from icm_desktop.domain.lace import Comorbidity, LaceRules
from icm_desktop.domain.transitions import ClockRules

_SYSTEMS = {"icd10": "icd10", "snomed": "sct"}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where somebody goes after a stay: the words kept with it, and whether transitional care begins."""

    id: str
    text: str
    home: bool


@dataclass(frozen=True, slots=True)
class ReadmissionRule:
    """Days after a discharge on which a new stay is a readmission, and for how long Today tells."""

    first_day: int
    last_day: int
    told_days: int
    not_planned: tuple[str, ...]
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class LaceWords:
    """How far back emergency visits count, their classes, and words that tell acute from planned."""

    months: int
    emergency_classes: tuple[str, ...]
    acute_words: tuple[str, ...]
    elective_words: tuple[str, ...]


@cache
def destinations() -> tuple[Destination, ...]:
    """Where somebody may go, in the order a form shows them."""
    return tuple(Destination(**each) for each in _care()["destination"])


@cache
def complexities() -> tuple[str, ...]:
    """What may be said of how complex a patient is."""
    return tuple(each["id"] for each in _care()["complexity"])


@cache
def interactive() -> tuple[str, ...]:
    """Channels that let the patient answer."""
    return tuple(_care()["attempts"]["interactive"])


@cache
def steps() -> tuple[str, ...]:
    """What is done and written down for each discharge."""
    return tuple(each["id"] for each in _care()["step"])


@cache
def own_limit() -> tuple[int, int]:
    """The least and the most days within which somebody is to be seen, where a person sets them for one discharge."""
    own = _care()["own_limit"]
    return own["least"], own["most"]


@cache
def elsewhere() -> tuple[str, ...]:
    """Classes of encounters elsewhere that may count as the visit."""
    return tuple(_care()["elsewhere"]["classes"])


@cache
def readmission_rule() -> ReadmissionRule:
    """When a new stay is a readmission."""
    found = dict(_care()["readmission"])
    return ReadmissionRule(not_planned=tuple(found.pop("not_planned")), **found)


@cache
def sources() -> tuple[tuple[str, str, str], ...]:
    """(what, source, mark) of every clock."""
    care = _care()
    named = [(each["id"], each["source"], each["mark"]) for each in (*care["complexity"], *care["step"])]
    of_its_own = ("attempts", "by_lace", "own_limit", "elsewhere", "readmission")
    parts = [(name, care[name]["source"], care[name]["mark"]) for name in of_its_own]
    return (("contact", care["source"], care["mark"]), *named, *parts)


@lru_cache(maxsize=64)
def clock_rules(policies: Policies) -> ClockRules:
    """The clocks of this practice: its contact and first visit, and what payers ask by complexity."""
    care = _care()
    visits = {each["id"]: Within(**each["visit"]) for each in care["complexity"]}
    return ClockRules(
        contact=policies.after_discharge.contact,
        visits={"": policies.after_discharge.visit} | visits,
        least_attempts=care["attempts"]["least"],
        apart_minutes=care["attempts"]["apart_minutes"],
        lace_at_least=care["by_lace"]["at_least"],
        lace_contact=Within(**care["by_lace"]["contact"]),
        lace_visit=Within(**care["by_lace"]["visit"]),
        service_days=care["service"]["days"],
        steps=steps(),
    )


@cache
def lace_rules() -> LaceRules:
    """The weights of LACE."""
    return lace_rules_of(_lace())


def lace_rules_of(raw: dict[str, Any]) -> LaceRules:
    """The weights a file says, as it stands."""
    return LaceRules(
        lengths=tuple((each["at_least"], each["points"]) for each in raw["length"]),
        acute=raw["acute"],
        comorbidities=tuple(_comorbidity(each) for each in raw["comorbidity"]),
        from_comorbidity=raw["from_comorbidity"],
        high_comorbidity=raw["high_comorbidity"],
        most_visits=raw["most_visits"],
        bands=tuple((each["at_least"], each["id"]) for each in raw["band"]),
        source=raw["source"],
        year=raw["year"],
        mark=raw["mark"],
    )


@cache
def lace_words() -> LaceWords:
    """What tells the inputs of LACE apart in records."""
    raw = _lace()
    return LaceWords(
        raw["months"], tuple(raw["emergency_classes"]), tuple(raw["acute_words"]), tuple(raw["elective_words"])
    )


def _comorbidity(raw: dict[str, Any]) -> Comorbidity:
    codes = {f"{short}:{code.replace('.', '')}" for name, short in _SYSTEMS.items() for code in raw[name]}
    told = {name: raw[name] for name in ("id", "title", "title_es", "points")}
    return Comorbidity(**told, codes=frozenset(codes), ever=raw.get("ever", False), replaces=raw.get("replaces", ""))


@cache
def _care() -> dict[str, Any]:
    return _read("transitions/transitional_care")


@cache
def _lace() -> dict[str, Any]:
    return _read("risk/lace")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath(f"content/{name}.toml").read_text(encoding="utf-8"))
