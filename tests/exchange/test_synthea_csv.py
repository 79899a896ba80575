"""Synthea's CSV tables: counts are those of an independent count, a second import changes nothing, files come alone."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models.clinical import Condition, Observation, ObservationComponent
from icm_desktop.queries.chart_counts import counts
from icm_desktop.queries.references import find_patient
from tests.exchange.conftest import adds_up, run, totals
from tests.exchange.test_undo import fingerprint, sound, undo
from tests.support import make_practice

ROWS = {
    "patients": "Patient", "conditions": "Condition", "allergies": "AllergyIntolerance", "encounters": "Encounter",
    "medications": "MedicationRequest", "procedures": "Procedure", "immunizations": "Immunization",
    "careplans": "CarePlan", "devices": "Device", "providers": "Practitioner", "payer_transitions": "Coverage",
    "imaging_studies": "ImagingStudy", "supplies": "SupplyDelivery",
}  # fmt: skip
CHART = {
    "conditions": "conditions", "allergies": "allergies", "encounters": "encounters", "procedures": "procedures",
    "immunizations": "immunizations", "medications": "medications",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(data_dir) -> Path:
    return data_dir / "synthea-csv" / "dbt-synthea-28"


@pytest.fixture(scope="module")
def taken_in(folder, tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("synthea"))
    practice = made.open("coordinator")
    yield practice, run(practice, folder)
    made.database.close()


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pressures(folder: Path) -> int:
    """How many rows are the lower pressure of a measurement whose upper one is there too."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for row in _rows(folder, "observations"):
        found.setdefault((row["PATIENT"], row["ENCOUNTER"], row["DATE"]), set()).add(row["CODE"])
    return sum({"8480-6", "8462-4"} <= codes for codes in found.values())


def test_every_table_counts_as_many_as_it_has_rows(taken_in, folder):
    _, report = taken_in
    assert adds_up(report)
    found = totals(report)
    assert {kind: found[kind].read for kind in ROWS.values()} == {
        kind: len(_rows(folder, name)) for name, kind in ROWS.items()
    }
    assert found["Observation"].read == len(_rows(folder, "observations")) - _pressures(folder)
    assert all(one.refused == 0 for one in found.values())
    skipped = {Path(file.path).name: file.reason for file in report.files if file.status == "skipped"}
    assert skipped == {"claims.csv": "Bills in CSV are not read."}


def test_every_chart_counts_what_its_rows_say(taken_in, folder):
    practice, _ = taken_in
    wanted: dict[str, Counter[str]] = {row["Id"]: Counter() for row in _rows(folder, "patients")}
    for table, shown in CHART.items():
        for row in _rows(folder, table):
            wanted[row["PATIENT"]][shown] += 1
    with practice.read() as uow:
        for patient_id, expected in wanted.items():
            found = dict(counts(uow, find_patient(uow, f"Patient/{patient_id}")))
            assert {name: found[name] for name in expected} == dict(expected), patient_id


def test_the_second_import_changes_nothing_and_nothing_is_damaged(taken_in, folder):
    practice, _ = taken_in
    again = run(practice, folder)
    assert adds_up(again)
    assert {(one.created, one.updated) for one in totals(again).values()} == {(0, 0)}
    assert sound(practice)


def test_both_pressures_of_a_measurement_are_one_blood_pressure(taken_in):
    practice, _ = taken_in
    with practice.read() as uow:
        ids = list(uow.session.scalars(select(Observation.id).where(Observation.code == "85354-9")))
        parts = select(ObservationComponent.code).where(ObservationComponent.observation_id == ids[0])
        assert set(uow.session.scalars(parts)) == {"8480-6", "8462-4"}


def test_a_table_alone_finds_the_patients_that_came_before_and_an_end_is_an_update(practice, folder, tmp_path):
    run(practice, shutil.copy(folder / "patients.csv", tmp_path / "patients.csv"))
    (tmp_path / "later").mkdir()
    path = tmp_path / "later" / "conditions.csv"
    text = (folder / "conditions.csv").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    report = run(practice, path)
    assert totals(report)["Condition"].created == len(text.splitlines()) - 1
    first = text.splitlines()[2].split(",")
    assert first[1] == ""
    path.write_text(text.replace(",".join(first), ",".join([first[0], "2024-05-01", *first[2:]])), encoding="utf-8")
    assert totals(run(practice, path))["Condition"].updated == 1
    with practice.read() as uow:
        assert "2024-05-01" in set(uow.session.scalars(select(Condition.abated_when)))


def test_rows_about_nobody_are_refused_with_their_line_and_everything_is_taken_back(practice, folder, tmp_path):
    before = fingerprint(practice)
    path = tmp_path / "allergies.csv"
    head = (folder / "allergies.csv").read_text(encoding="utf-8").splitlines()[0]
    path.write_text(f"{head}\n2009-09-27,,nobody,e,111088007,SNOMED-CT,Latex,allergy,environment,,,,,,\n")
    shutil.copy(folder / "patients.csv", tmp_path / "patients.csv")
    report = run(practice, tmp_path)
    assert totals(report)["AllergyIntolerance"].refused == 1
    undo(practice, report.id)
    assert fingerprint(practice) == before
