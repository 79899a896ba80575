"""The shipped questionnaires: every worked example in their files comes out as written; a broken file is refused."""

from __future__ import annotations

import re
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
from icm_desktop.domain.instruments.definition import Instrument
from icm_desktop.domain.instruments.scoring import Outcome, Person, outcome, remission, response

FILES = sorted(FOLDER.glob("*.toml"))
SCORES = [(file, one) for file in FILES for one in examples(file)[0]]
TRENDS = [(file, one) for file in FILES for one in examples(file)[1]]
PHQ9 = instruments()["phq-9"]


def scored(instrument: Instrument, example: Mapping[str, Any]) -> Outcome:
    raw = given_answers.in_order(instrument, example["answers"]) if "answers" in example else example["given"]
    found = given_answers.read(instrument, raw)
    return outcome(instrument, found, Person(example.get("sex")), example.get("chosen", ()))


def seen(found: Outcome, asked: dict[str, Any]) -> dict[str, Any]:
    """What came out, in the words of the examples."""
    first = found.scores[0]
    words = {
        "band": first.band.id if first.band else None,
        "positive": "unknown" if found.positive is None else found.positive,
        "positives": [one.score.id for one in found.scores if one.positive],
        "complete": found.complete,
        "missing": list(found.missing),
        "alerts": [one.id for one in found.alerts],
        "notes": [one.id for one in found.notes],
        "of": first.out_of,
    }
    words |= {one.score.id: one.value for one in found.scores}
    return {key: words[key] for key in asked}


@pytest.mark.parametrize(("file", "example"), SCORES, ids=[f"{file.stem}-{n}" for n, (file, _) in enumerate(SCORES)])
def test_a_worked_example_comes_out_as_written(file: Path, example: Mapping[str, Any]) -> None:
    assert seen(scored(instruments()[file.stem], example), example["expect"]) == example["expect"]


@pytest.mark.parametrize(("file", "example"), TRENDS, ids=[f"{file.stem}-{n}" for n, (file, _) in enumerate(TRENDS)])
def test_a_worked_trend_comes_out_as_written(file: Path, example: Mapping[str, Any]) -> None:
    trend = instruments()[file.stem].trend
    assert trend is not None
    found = response(trend, example["first"], example["last"]), remission(trend, example["last"])
    assert found == (example["response"], example["remission"])


def test_every_asked_questionnaire_is_shipped_and_names_its_licence_and_source() -> None:
    assert set(instruments()) == {
        "phq-2", "phq-9", "gad-7", "audit-c", "drug-use-1", "pc-ptsd-5", "ahc-hrsn", "hunger-vital-sign",
        "cg-cahps-coordination", "confidence",
    }  # fmt: skip
    for one in instruments().values():
        assert one.licence.terms and one.source and not one.reviewed_by
        assert "en" in one.languages


def test_no_licensed_wording_is_embedded() -> None:
    text = " ".join(file.read_text("utf-8") for file in FILES)
    assert "PRAPARE" not in text and "MoCA" not in text and "PAM" not in text


def test_every_threshold_is_held_by_an_example(tmp_path: Path) -> None:
    """Moving any cut-off, band or alert by one makes an example of its own file fail."""
    unheld = []
    for file in FILES:
        text = file.read_text("utf-8")
        body, _, rest = text.partition("[[example]]")
        for found in re.finditer(r"(at_least|from|remission_below|response_percent) = (\d+)", body):
            if (found[1], found[2]) == ("from", "0"):
                continue  # the lowest band has no lower neighbour
            moved = body[: found.start(2)] + str(int(found[2]) + 1) + body[found.end(2) :]
            changed = tmp_path / file.name
            changed.write_text(f"{moved}[[example]]{rest}", "utf-8")
            if _holds(changed):
                unheld.append((file.name, found[0]))
    assert unheld == []


def _holds(file: Path) -> bool:
    instrument = read(file)
    trend = instrument.trend
    return all(seen(scored(instrument, one), one["expect"]) == one["expect"] for one in examples(file)[0]) and all(
        trend is not None
        and (response(trend, one["first"], one["last"]), remission(trend, one["last"]))
        == (one["response"], one["remission"])
        for one in examples(file)[1]
    )


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
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, old: str, new: str, reason: str) -> None:
    broken = tmp_path / "phq-2.toml"
    broken.write_text((FOLDER / "phq-2.toml").read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(BrokenFile) as refused:
        read(broken)
    assert reason in refused.value.reason and refused.value.line > 0
