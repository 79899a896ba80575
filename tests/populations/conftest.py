"""A practice with patients whose facts a test says."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from db.models.clinical import Condition, Encounter, Observation
from db.models.patient import Patient
from icm_desktop.contracts.populations import AskMembers
from tests.support import PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)
ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"
_NUMBERS = itertools.count(1)


class People:
    """Adds patients and their facts, and says who is on a list."""

    def __init__(self, practice: PracticeForTests) -> None:
        self.practice = practice

    def run(self, name: str, *args: Any) -> Any:
        return self.practice.open().run(name, *args)

    def add(self, *rows: Any, **person: Any) -> int:
        """A patient with these rows."""
        number = next(_NUMBERS)
        values = {"family": f"Sample{number}", "birth_date": "1961-03-01", "sex": "female"} | person
        with self.practice.open().write("test") as uow:
            patient = Patient(record_number=f"{number:06}", **values)
            uow.session.add(patient)
            uow.session.flush()
            self._keep(uow, patient.id, rows)
            return patient.id

    def more(self, patient_id: int, *rows: Any) -> None:
        """More facts of a patient."""
        with self.practice.open().write("test") as uow:
            self._keep(uow, patient_id, rows)

    @staticmethod
    def _keep(uow: Any, patient_id: int, rows: Any) -> None:
        for row in rows:
            row.patient_id = patient_id
            uow.session.add(row)

    def reckon(self, population: str = "", today: dt.date = TODAY) -> None:
        self.practice.on(today).open().run("services.populations.reckon", population)

    def on(self, population: str, shown: str = "members", today: dt.date = TODAY) -> set[int]:
        """Who is on a list, made anew."""
        self.reckon(population, today)
        asked = AskMembers(population, shown)
        found = self.practice.on(today).open().run("queries.populations.lists.members", asked)
        return {one.head.id for one in found.rows}


def problem(code: str, **more: Any) -> Condition:
    return Condition(**{"code_system": ICD10, "code": code, "status": "active", "text": code} | more)


def score(code: str, value: float, day: str) -> Observation:
    return Observation(
        code_system="http://loinc.org", code=code, value_number=value, effective_when=day, status="final"
    )


def visit(class_code: str, starts: str, ends: str | None = None, **more: Any) -> Encounter:
    return Encounter(class_code=class_code, starts_when=starts, ends_when=ends or starts, status="finished", **more)


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("populations"), today=TODAY)
    yield People(made)
    made.database.close()
