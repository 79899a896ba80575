"""A generated practice of 500 for the tests that only read, and a clinic that needs no patients in a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from icm_desktop.sample.chart import add_patient
from icm_desktop.sample.clinic import Clinic, Openings
from icm_desktop.sample.rows import Ids, Rows
from icm_desktop.services.demo_clinic import set_up
from tests.sample.checker import Tables
from tests.support import PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)
PATIENTS, SEED = 500, 1


@pytest.fixture(scope="package")
def generated(tmp_path_factory: pytest.TempPathFactory) -> PracticeForTests:
    """The sample practice with 500 patients, on 20 November 2026."""
    practice = make_practice(tmp_path_factory.mktemp("generated"), today=TODAY)
    practice.open("administrator").run("services.demo.fill", PATIENTS, SEED)
    return practice


@pytest.fixture(scope="package")
def clinic_on(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dt.date], Clinic]:
    """The sample clinic on a day."""
    made: dict[dt.date, Clinic] = {}

    def clinic(today: dt.date) -> Clinic:
        if today not in made:
            folder: Path = tmp_path_factory.mktemp("clinic")
            with make_practice(folder, today=today).open("administrator").write("tests.clinic") as uow:
                made[today] = set_up(uow, 60, SEED)
        return made[today]

    return clinic


def rows_of(clinic: Clinic, numbers: range, seed: int) -> Tables:
    """The rows of some patients without a database."""
    rows, openings = Rows(Ids(lambda _: 1)), Openings(clinic, clinic.clinicians[: clinic.a_team])
    for number in numbers:
        add_patient(rows, number, seed, clinic, openings)
    return rows.by_table()
