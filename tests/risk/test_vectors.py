"""eGFR, the risk of kidney failure, Charlson: every worked example of the files comes out; broken files are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from icm_desktop.content import risk
from icm_desktop.content.checked_file import BrokenFile
from icm_desktop.domain.risk.charlson import charlson
from icm_desktop.domain.risk.kidney import egfr, failure_risk
from tests.risk.examples import charlson_wrong, egfr_wrong, kfre_wrong, level_wrong

RULE, KFRE, CHARLSON = risk.egfr_rule(), risk.kfre_rule(), risk.charlson_rule()
CREATININE = some.floats(0.2, 15)


def test_every_worked_example_comes_out_as_written() -> None:
    assert egfr_wrong(risk.FOLDER / "egfr.toml") == []
    assert kfre_wrong(risk.FOLDER / "kfre.toml") == []
    assert charlson_wrong(risk.FOLDER / "charlson.toml") == []
    assert level_wrong(risk.FOLDER / "icm-level.toml") == []


@given(CREATININE, CREATININE, some.integers(18, 100), some.sampled_from(["male", "female"]))
def test_more_creatinine_and_more_years_are_never_a_better_kidney(one: float, other: float, age: int, sex: str) -> None:
    low, high = sorted((one, other))
    best, worst = egfr(RULE, low, age, sex), egfr(RULE, high, age, sex)
    older = egfr(RULE, low, age + 1, sex)
    assert best is not None and worst is not None and older is not None
    assert best >= worst and best >= older


@given(some.floats(1, 59.9), some.floats(1, 5000), some.integers(18, 100))
def test_a_risk_lies_between_nothing_and_certainty_and_grows_with_the_years(value: float, acr: float, age: int) -> None:
    found = failure_risk(KFRE, age, "female", value, acr)
    assert found is not None and 0 <= found[2] <= found[5] <= 100


@given(some.sets(some.sampled_from(CHARLSON.groups)), some.integers(0, 110))
def test_a_worse_illness_takes_the_place_of_the_milder(have: set[object], age: int) -> None:
    found = charlson(CHARLSON, have, age)  # type: ignore[arg-type]
    ids = {one.of.id for one in found.groups}
    for milder, worse in (("diabetes", "diabetes_organ"), ("mild_liver", "severe_liver"), ("tumor", "metastatic")):
        assert not {milder, worse} <= ids
    assert found.with_age is not None and found.with_age >= found.points_1987


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("egfr", "scale = 142", 'scale = "142"', "'142'"),
        ("egfr", "per_year = ", "each_year = ", "each_year"),
        ("kfre", "rest = 0.9750", "rest = 1.5", "1.5"),
        ("kfre", "years = 5\npercent", "years = 7\npercent", "survival of 7 years"),
        ("charlson", 'replaces = "diabetes"', 'replaces = "gout"', "'gout'"),
        ("charlson", "points_2011 = 0", "points_2011 = -1", "-1"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, name: str, old: str, new: str, reason: str) -> None:
    text = (risk.FOLDER / f"{name}.toml").read_text("utf-8")
    assert old in text
    file = tmp_path / f"{name}.toml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BrokenFile) as refused:
        {"egfr": risk.read_egfr, "kfre": risk.read_kfre, "charlson": risk.read_charlson}[name](file)
    assert reason in refused.value.reason and refused.value.line > 1
