"""Whether the worked examples in the files of risks come out as written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from icm_desktop.content import risk
from icm_desktop.domain.risk.charlson import alive_percent, charlson, groups_of
from icm_desktop.domain.risk.kidney import asked_by, egfr, failure_risk
from icm_desktop.domain.risk.level import level


def egfr_wrong(file: Path) -> list[dict[str, Any]]:
    """Examples of eGFR that come out otherwise."""
    rule, wrong = risk.read_egfr(file), []
    for one in risk.examples(file)["example"]:
        value = egfr(rule, one["creatinine"], one["age"], one.get("sex"))
        exact = one.get("to_one_decimal")
        if (None if value is None else round(value)) != one.get("egfr") or exact not in (None, round(value or 0, 1)):
            wrong.append(one)
    return wrong


def kfre_wrong(file: Path) -> list[dict[str, Any]]:
    """Examples of the risk of kidney failure that come out otherwise."""
    rule, wrong = risk.read_kfre(file), []
    for one in risk.examples(file)["example"]:
        found = failure_risk(rule, one["age"], one.get("sex"), one["egfr"], one["acr"], one.get("days_apart", 0))
        said = None if found is None else {str(years): round(value, 1) for years, value in found.items()}
        asks = asked_by(rule, found) if found else None
        if said != one.get("percent") or (asks.words["en"] if asks else None) != one.get("asks"):
            wrong.append(one)
    return wrong


def charlson_wrong(file: Path) -> list[dict[str, Any]]:
    """Examples of Charlson's index that come out otherwise."""
    rule, found, wrong = risk.read_charlson(file), risk.examples(file), []
    for one in found["example"]:
        codes = [(True, {f"icd10:{code.replace('.', '')}"}) for code in one["codes"]]
        said = charlson(rule, groups_of(rule, codes), one["age"])
        if (said.points_1987, said.with_age, said.points_2011) != tuple(
            one[key] for key in ("points_1987", "with_age", "points_2011")
        ):
            wrong.append(one)
    alive = [
        one for one in found["survival_example"]
        if (rule.survival_years, round(alive_percent(rule, one["points"]), 1)) != (one["years"], one["percent"])
    ]  # fmt: skip
    return wrong + alive


def level_wrong(file: Path) -> list[dict[str, Any]]:
    """Examples of the risk level that come out otherwise."""
    rule, wrong = risk.read_level(file), []
    for one in risk.examples(file)["example"]:
        found = level(rule, one["counts"], one["values"])
        if (found.points, found.level) != (one["points"], one["level"]):
            wrong.append(one)
    return wrong


def egfr_holds(file: Path) -> bool:
    """Whether every example comes out as written."""
    return not egfr_wrong(file)


def kfre_holds(file: Path) -> bool:
    """Whether every example comes out as written."""
    return not kfre_wrong(file)


def charlson_holds(file: Path) -> bool:
    """Whether every example comes out as written."""
    return not charlson_wrong(file)


def level_holds(file: Path) -> bool:
    """Whether every example comes out as written."""
    return not level_wrong(file)
