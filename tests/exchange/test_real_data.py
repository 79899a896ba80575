"""All the real test data is imported, accounted for, counted alike by an independent counter, and stable."""

from __future__ import annotations

from pathlib import Path

import pytest

from icm_desktop.queries.chart_counts import counts
from icm_desktop.queries.references import find_patient
from tests.exchange import counting
from tests.exchange.conftest import adds_up, run, totals

FOLDERS = ("synthea-fhir/exf-california", "synthea-fhir/smart-r4-2019", "synthea-fhir/mcc-ckd", "careplan-personas")


def _check(practice, folder: Path):
    report = run(practice, folder)
    assert adds_up(report)
    assert {kind: one.read for kind, one in report.totals} == dict(counting.types(folder))
    assert all(file.status == "imported" for file in report.files if file.path.endswith(".json"))
    again = run(practice, folder)
    assert adds_up(again)
    assert {(one.created, one.updated) for one in totals(again).values()} == {(0, 0)}
    assert {kind: one.read for kind, one in again.totals} == {kind: one.read for kind, one in report.totals}
    assert {kind: one.refused for kind, one in again.totals} == {kind: one.refused for kind, one in report.totals}
    return report


@pytest.mark.parametrize("folder", FOLDERS)
def test_charts_count_what_the_files_hold(practice, data_dir, folder):
    _check(practice, data_dir / folder)
    expected = counting.per_patient(data_dir / folder)
    assert expected
    with practice.read() as uow:
        for patient_id, wanted in expected.items():
            found = dict(counts(uow, find_patient(uow, f"Patient/{patient_id}")))
            assert {name: found[name] for name in wanted} == dict(wanted), patient_id


def test_examples_of_the_standards_are_read_without_a_trace_of_trouble(practice, data_dir):
    report = _check(practice, data_dir / "ig-examples")
    assert {file.status for file in report.files} == {"imported"}


@pytest.mark.parametrize("folder", ["mp2026/CMS122", "mp2025/CMS122"])
def test_patients_who_share_a_record_number_stay_apart(practice, data_dir, folder):
    report = _check(practice, data_dir / "ecqm" / folder)
    assert totals(report)["Patient"].created == len(list((data_dir / "ecqm" / folder).iterdir()))
    assert totals(report)["MeasureReport"].not_understood == totals(report)["MeasureReport"].read
    if "Condition" in totals(report):
        assert totals(report)["Condition"].refused == 0
