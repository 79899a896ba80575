"""`screen list` and `screen score`: no database, no user; bad answers are a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from icm_desktop.content.instruments import instruments
from tests.cli.conftest import bare, check


def score(tmp_path: Path, given: Any, *words: str) -> Any:
    file = tmp_path / "answers.json"
    file.write_text(given if isinstance(given, str) else json.dumps(given), "utf-8")
    return bare("--json", "screen", "score", "--answers", file, *words)


def test_the_list_names_every_questionnaire_with_its_licence():
    rows = bare("--json", "screen", "list").document()
    check("screen", rows)
    assert {row["instrument"] for row in rows} == set(instruments())
    assert b"AUDIT-C" in bare("screen", "list").out


def test_a_score_says_band_alert_and_cut_off(tmp_path: Path):
    answers = {"44250-9": 2, "2": 2, "3": 2, "4": 1, "5": 1, "6": 1, "7": 1, "8": 0, "44260-8": "LA6569-3"}
    found = score(tmp_path, answers, "--instrument", "phq-9").document()
    check("screen", found)
    assert (found["score"], found["band"], found["complete"], found["positive"]) == (11, "moderate", True, True)
    assert [one["id"] for one in found["alerts"]] == ["item9"]
    assert found["scores"][0]["cut_off"]["at_least"] == 10
    assert bare("screen", "score", "--instrument", "phq-9", "--answers", tmp_path / "answers.json").out.startswith(b"!")


def test_a_cut_off_by_sex_and_one_the_practice_chose(tmp_path: Path):
    alcohol = {"1": 1, "2": 1, "3": 1}
    said = [score(tmp_path, alcohol, "--instrument", "audit-c", *sex).document()["positive"]
            for sex in ((), ("--sex", "female"), ("--sex", "male"))]  # fmt: skip
    assert said == [None, True, False]
    stress = {"gate": 1, "1": 1, "2": 1, "3": 1, "4": 0, "5": 0}
    words = ("--instrument", "pc-ptsd-5", "--sex", "female")
    assert score(tmp_path, stress, *words).document()["positive"] is False
    assert score(tmp_path, stress, *words, "--cut-off", "women-3").document()["positive"] is True


@pytest.mark.parametrize(
    ("given", "words", "said"),
    [
        ({"1": "two"}, ("--instrument", "phq-9"), "Item 1 has no answer two"),
        ({"12": 1}, ("--instrument", "phq-9"), "no item 12"),
        ({"1": 12}, ("--instrument", "confidence"), "does not go to 12"),
        ("[1, 2", ("--instrument", "phq-9"), "answers.json cannot be read"),
        ("[" * 100_000, ("--instrument", "phq-9"), "answers.json cannot be read"),
        ([1, 2], ("--instrument", "phq-9"), "answers.json cannot be read"),
        ({}, ("--instrument", "juggling"), "no questionnaire juggling"),
        ({}, (), "--instrument"),
    ],
)
def test_what_cannot_be_scored_is_a_sentence(tmp_path: Path, given: Any, words: tuple[str, ...], said: str):
    ran = score(tmp_path, given, *words)
    assert ran.code == 1 and said in ran.err and not ran.out
