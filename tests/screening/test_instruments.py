"""The shipped questionnaires: every worked example in their files comes out as written; a broken file is refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from icm_desktop.content.checked_file import BrokenFile
from icm_desktop.content.instruments import FOLDER, examples, instruments, read
from icm_desktop.domain.instruments import answers as given_answers
from icm_desktop.domain.instruments.answers import WrongAnswer
from icm_desktop.domain.instruments.scoring import Person, outcome, remission, response
from tests.screening.examples import again_comes_out, comes_out, follow_up_comes_out

FILES = sorted(FOLDER.glob("*.toml"))
SCORES = [(file, one) for file in FILES for one in examples(file).scores]
TRENDS = [(file, one) for file in FILES for one in examples(file).trends]
PHQ9 = instruments()["phq-9"]


@pytest.mark.parametrize(("file", "example"), SCORES, ids=[f"{file.stem}-{n}" for n, (file, _) in enumerate(SCORES)])
def test_a_worked_example_comes_out_as_written(file: Path, example: Mapping[str, Any]) -> None:
    assert comes_out(instruments()[file.stem], example)


@pytest.mark.parametrize(("file", "example"), TRENDS, ids=[f"{file.stem}-{n}" for n, (file, _) in enumerate(TRENDS)])
def test_a_worked_trend_comes_out_as_written(file: Path, example: Mapping[str, Any]) -> None:
    trend = instruments()[file.stem].trend
    assert trend is not None
    found = response(trend, example["first"], example["last"]), remission(trend, example["last"])
    assert found == (example["response"], example["remission"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_follow_up_and_asking_again_fall_on_the_days_written(file: Path) -> None:
    instrument, found = instruments()[file.stem], examples(file)
    assert all(follow_up_comes_out(instrument.follow_up, one) for one in found.follow_ups if instrument.follow_up)
    assert all(again_comes_out(instrument, one) for one in found.again)


def test_every_asked_questionnaire_is_shipped_and_names_its_licence_and_source() -> None:
    assert set(instruments()) == {
        "phq-2", "phq-9", "gad-7", "audit-c", "drug-use-1", "pc-ptsd-5", "ahc-hrsn", "hunger-vital-sign",
        "cg-cahps-coordination", "coordination-survey", "confidence",
    }  # fmt: skip
    for one in instruments().values():
        assert one.licence.terms and one.source and not one.reviewed_by
        assert "en" in one.languages


def test_no_licensed_wording_is_embedded() -> None:
    text = " ".join(file.read_text("utf-8") for file in FILES)
    assert "PRAPARE" not in text and "MoCA" not in text and "PAM" not in text


@given(some.dictionaries(some.sampled_from([one.id for one in PHQ9.items]), some.integers(0, 3)))
def test_an_incomplete_form_has_no_total_and_its_alert_all_the_same(given: dict[str, int]) -> None:
    found = outcome(PHQ9, given_answers.read(PHQ9, given), Person())
    total = found.scores[0]
    left_out = [str(n) for n in range(1, 10) if str(n) not in given]
    assert list(found.missing) == left_out
    assert total.value == (None if left_out else sum(value for key, value in given.items() if key != "10"))
    assert (total.band is None) == bool(left_out)
    assert bool(found.alerts) == (given.get("9", 0) >= 1)


@pytest.mark.parametrize(
    ("instrument", "given", "reason"),
    [
        ("phq-9", {"11": 1}, "unknown_item"),
        ("phq-9", {"1": 4}, "not_an_option"),
        ("phq-9", {"1": "two"}, "not_an_option"),
        ("phq-9", {"1": True}, "not_an_option"),
        ("drug-use-1", {"1": -1}, "out_of_range"),
        ("drug-use-1", {"1": "two"}, "not_a_number"),
        ("confidence", {"1": 11}, "out_of_range"),
        ("ahc-hrsn", {"2": [0, 3]}, "alone"),
        ("ahc-hrsn", {"2": []}, "not_an_option"),
        ("audit-c", {"1": 0, "2": 3}, "not_asked"),
    ],
)
def test_an_answer_that_does_not_belong_is_refused(instrument: str, given: dict[str, Any], reason: str) -> None:
    with pytest.raises(WrongAnswer) as refused:
        given_answers.read(instruments()[instrument], given)
    assert refused.value.reason == reason


def test_answers_may_come_by_loinc_code() -> None:
    assert given_answers.read(PHQ9, {"44260-8": "LA6569-3", "1": 2}) == {"9": 1, "1": 2}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('items = ["1", "2"]', 'items = ["1", "7"]', "'7' is not in this file"),
        ('scale = "often"', 'scale = "seldom"', "no scale 'seldom'"),
        ('method = "sum"', 'method = "guess"', "'guess'"),
        ('id = "2"', 'id = "1"', "a second item"),
        ('id = "phq-2"', 'id = "phq-3"', "name of the file"),
        ("mark =", "certainty =", "certainty"),
        ("format = 1", "format = ", "Invalid value"),
        ("value = 1,", "value = 2,", "count the same"),
        ('[[item]]\nid = "2"', '[[item]]\nid = "3"', "'2' is not in this file"),
        ("within_days = 2", "in_days = 2", "in_days"),
        ("after_months = 12", "after_years = 1", "after_years"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, old: str, new: str, reason: str) -> None:
    broken = tmp_path / "phq-2.toml"
    broken.write_text((FOLDER / "phq-2.toml").read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(BrokenFile) as refused:
        read(broken)
    assert reason in refused.value.reason and refused.value.line > 0
