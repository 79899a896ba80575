"""The golden patient's measures, with the licensed lists and without."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.measures import AskMeasure, ImportValueSets
from tests.measures.cases import value_sets

OURS = {
    "A1c < 8 % (ICM)": "A1C8",
    "depression response (product)": "PHQ9-RESPONSE",
    "referrals closed, all (product)": "LOOPS",
}
EDITIONS = {"CMS951": 2025}
ELSEWHERE = {"readmission"}


@pytest.mark.parametrize("licensed", [False, True])
def test_measures_are_as_told(golden_practice, golden_facts, data_dir, licensed):
    desk = golden_practice.open("administrator")
    if licensed:
        desk.run("services.value_sets.import_files", ImportValueSets(value_sets(data_dir, 2025, 2026)))
    desk.run("services.measure_facts.reckon")
    told = [row for row in golden_facts["measures"]["rows"] if row["measure"] not in ELSEWHERE]
    found = {}
    for row in told:
        measure = OURS.get(row["measure"], row["measure"])
        asked = AskMeasure(measure, dt.date(2026, 1, 1), dt.date(2026, 12, 31), EDITIONS.get(measure))
        rate = desk.run("queries.measure_results.result", asked).rates[0]
        came = {
            "ip": rate.initial, "denominator": rate.denominator, "exclusion": rate.exclusions,
            "numerator": rate.numerator,
        }  # fmt: skip
        found[row["measure"]] = {name: value for name, value in came.items() if name in row}
    assert found == {row["measure"]: {name: row[name] for name in found[row["measure"]]} for row in told}
