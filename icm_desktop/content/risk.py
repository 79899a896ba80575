"""The reader of what is calculated: risk level, eGFR, kidney failure, Charlson's index. Broken files are refused."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.content.checked_file import broken, checked
from icm_desktop.domain.lace import Comorbidity
from icm_desktop.domain.risk.charlson import CharlsonRule, Group
from icm_desktop.domain.risk.kidney import Asked, EgfrRule, KfreRule, Term
from icm_desktop.domain.risk.level import CountRule, LevelRule, ValueRule

FOLDER = paths.RESOURCES / "content" / "risk"


@cache
def egfr_rule() -> EgfrRule:
    """The shipped equation of eGFR."""
    return read_egfr(FOLDER / "egfr.toml")


@cache
def kfre_rule() -> KfreRule:
    """The shipped equation of the risk of kidney failure."""
    return read_kfre(FOLDER / "kfre.toml")


@cache
def charlson_rule() -> CharlsonRule:
    """The shipped weights of Charlson's index."""
    return read_charlson(FOLDER / "charlson.toml")


@cache
def level_rule() -> LevelRule:
    """The shipped points of the risk level."""
    return read_level(FOLDER / "icm-level.toml")


def examples(file: Path) -> dict[str, Any]:
    """A checked file with its worked examples."""
    return checked(file, file.stem)


def read_egfr(file: Path) -> EgfrRule:
    """The equation a file says.

    Raises:
        BrokenFile: it is not TOML or breaks its schema.
    """
    found = checked(file, "egfr")
    return EgfrRule(**found["equation"], **_told(found), title=found["title"])


def read_kfre(file: Path) -> KfreRule:
    """The equation a file says.

    Raises:
        BrokenFile: it is not TOML or breaks its schema, or asks something of years without a survival.
    """
    found = checked(file, "kfre")
    survival = {one["years"]: one["rest"] for one in found["survival"]}
    for number, one in enumerate(found["from"]):
        if one["years"] not in survival:
            raise broken(file, ("from", number, "years"), f"there is no survival of {one['years']} years")
    raw = found["equation"]
    return KfreRule(
        **{name: raw[name] for name in ("egfr_below", "youngest_years", "most_apart_days")},
        age_per_10_years=Term(**raw["age_per_10_years"]),
        male=Term(**raw["male"]),
        egfr_per_5=Term(**raw["egfr_per_5"]),
        ln_acr=Term(**raw["ln_acr_mg_per_g"]),
        survival=survival,
        asks=tuple(_asked(one) for one in found["from"]),
        not_when=frozenset(_codes(found["not_when"])),
        title=found["title"],
        **_told(found),
    )


def read_charlson(file: Path) -> CharlsonRule:
    """The weights a file says.

    Raises:
        BrokenFile: it is not TOML or breaks its schema, or a group replaces one that is not there.
    """
    found = checked(file, "charlson")
    ids = {one["id"] for one in found["group"]}
    for number, one in enumerate(found["group"]):
        if one.get("replaces", one["id"]) not in ids:
            raise broken(file, ("group", number, "replaces"), f"'{one['replaces']}' is not in this file")
    quan, survival = found["quan"], found["survival"]
    return CharlsonRule(
        groups=tuple(_group(one) for one in found["group"]),
        ages=tuple((one["at_least"], one["points"]) for one in found["age"]),
        survival_years=survival["years"],
        survival_base=survival["base"],
        survival_factor=survival["factor"],
        quan_source=quan["source"],
        quan_year=quan["year"],
        quan_mark=quan["mark"],
        **_told(found),
    )


def read_level(file: Path) -> LevelRule:
    """The points a file says.

    Raises:
        BrokenFile: it is not TOML or breaks its schema.
    """
    found = checked(file, "icm-level")
    return LevelRule(
        counts=tuple(
            CountRule(one["id"], tuple((each["at_least"], each["points"]) for each in one["steps"]))
            for one in found["points"]
        ),
        values=tuple(
            ValueRule(one["id"], _loinc(one["loinc"]), one["compare"], one["value"], one["unit"])
            for one in found["value"]
        ),
        most_for_values=found["most_for_values"],
        levels=tuple((one["at_least"], one["level"]) for one in found["level"]),
        highest=found["highest"],
        days=found["days"],
        score_codes=_loinc(found["score"]["loinc"]),
        score_at_least=found["score"]["positive_from"],
        substance=found["substance"],
        **_told(found),
    )


def _loinc(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(f"loinc:{code}" for code in codes)


def _told(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in ("source", "year", "mark", "version")}


def _asked(one: dict[str, Any]) -> Asked:
    return Asked(one["years"], one["percent"], {"en": one["en"], "es": one["es"]}, one["source"], one["mark"])


def _group(raw: dict[str, Any]) -> Group:
    told = {name: raw[name] for name in ("id", "title", "title_es")}
    return Group(
        Comorbidity(
            **told,
            points=raw["points_1987"],
            codes=frozenset(_codes(raw)),
            ever=raw.get("ever", False),
            replaces=raw.get("replaces", ""),
        ),
        raw["points_2011"],
        raw.get("once", ""),
    )


def _codes(raw: dict[str, Any]) -> Iterable[str]:
    yield from (f"icd10:{code.replace('.', '')}" for code in raw["icd10"])
    yield from (f"sct:{code}" for code in raw["snomed"])
