"""`screen score` says of the same answers what the chart says."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from db.models.patient import Patient
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.screening import RecordScreening
from icm_desktop.domain.instruments import answers
from tests.cli.conftest import bare
from tests.support import PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)
ASKED: dict[str, dict[str, Any]] = {
    "phq-9": {"1": 2, "2": 2, "3": 2, "4": 1, "5": 1, "6": 1, "7": 1, "8": 0, "9": 1},
    "audit-c": {"1": 1, "2": 1, "3": 1},
    "ahc-hrsn": {"1": 1, "2": [2, 7], "3": 0, "4": 1, "5": 0, "6": 2, "7": 3, "8": 3, "9": 3, "10": 2},
    "gad-7": {"1": 3, "2": 3},
}


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = make_practice(tmp_path_factory.mktemp("agrees"), today=TODAY)
    with made.open().write("test") as uow:
        uow.session.add(Patient(record_number="000001", family="Lopez", sex="female"))
    yield made
    made.database.close()


@pytest.mark.parametrize("name", ASKED)
def test_the_command_and_the_chart_say_the_same(practice: PracticeForTests, tmp_path: Path, name: str) -> None:
    one, given = instruments()[name], ASKED[name]
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(given), "utf-8")
    said = bare("--json", "screen", "score", "--instrument", name, "--answers", file, "--sex", "female").document()
    run = practice.open().run
    saved = run("services.screening.record", RecordScreening(
        1, name, one.digest, answers.read(one, given), "interview", "en", TODAY))  # fmt: skip
    row = next(each for each in run("queries.screening.of_patient", 1).rows if each.id == saved.response_id)
    assert [(each["id"], each["value"], each["positive"]) for each in said["scores"]] == [
        (score.id, score.value, score.positive) for score in row.scores
    ]
    assert [each["band"] for each in said["scores"]] == [(score.band or {}).get("en") for score in row.scores]
    assert (said["missing"], [each["text"] for each in said["alerts"]]) == (
        list(row.missing), [words["en"] for words in row.alerts]
    )  # fmt: skip
    assert said["version"] == row.instrument_version
