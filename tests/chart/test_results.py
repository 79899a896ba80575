"""Results: one line for everything measured, in one unit, flagged against its range; nothing converted by guess."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.clinical import DiagnosticReport, Observation, ObservationComponent
from icm_desktop.content import codes, units
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.records import MarkMistaken
from icm_desktop.contracts.results import SeriesRequest
from icm_desktop.errors import NotAllowed
from tests.chart.test_records import PATIENT, resource

UNITS = tomllib.loads(files("resources").joinpath("content/codes/units.toml").read_text("utf-8"))


@pytest.mark.parametrize("measure", UNITS["measure"], ids=lambda one: one["id"])
def test_the_worked_examples_of_every_measurement_come_out(measure):
    assert measure["id"] in {one.id for one in codes.measurements()}
    for example in measure["examples"]:
        way = units.conversion(measure["id"], example["unit"], measure["unit"])
        assert way is not None, example
        assert way(example["value"]) == pytest.approx(example["is"], rel=1e-3)


def test_a_spelling_means_one_unit_only():
    spelt = [other for others in UNITS["same"].values() for other in others]
    assert len(spelt) == len(set(spelt))
    assert units.canonical("MG/DL") == units.canonical("mg/dL") == "mg/dL"


def test_an_unlisted_unit_is_never_guessed():
    assert units.conversion("glucose", "g/L", "mg/dL") is None
    assert units.conversion("a1c", None, "%") is None
    assert units.conversion("a1c", "%", "g/L") is None
    assert units.conversion("no such thing", "mmol/L", "mg/dL") is None


@given(st.floats(0.1, 500), st.sampled_from([(one["id"], way) for one in UNITS["measure"] for way in one["from"]]))
def test_conversions_keep_the_order_of_values(value, known):
    name, way = known
    common = units.common_unit(name)
    assert common is not None
    convert = units.conversion(name, way["unit"], common)
    assert convert is not None
    assert convert(value + 1) > convert(value)


def add(store, patient, code, text, when, number=None, unit=None, **more):
    return store(
        Observation(
            patient_id=patient, code=code, text=text, effective_when=when, value_number=number, value_unit=unit,
            **({"status": "final", "category": "laboratory"} | more),
        )
    )[0]  # fmt: skip


def lines(practice, patient):
    return {line.key: line for line in practice.open().run("queries.results.results", patient)}


def series(practice, patient, key, **more):
    return practice.open().run("queries.results.series", SeriesRequest(patient, key, **more))


def test_values_in_other_units_join_the_line_and_say_what_was_sent(practice, patient, store):
    add(store, patient, "2345-7", "Glucose", "2026-01-01", 99, "mg/dL", reference_low=70, reference_high=99)
    add(store, patient, "14749-6", "Glucose", "2026-02-01", 7.0, "mmol/L", reference_low=3.9, reference_high=5.5)
    line = lines(practice, patient)["glucose"]
    assert (line.latest.text, line.latest.sent, line.latest.flag) == ("126.1 mg/dL", "7 mmol/L", "high")
    assert [round(value) for _, value in line.points] == [99, 126]
    assert round(line.latest.high) == 99


def test_values_that_cannot_be_converted_stand_apart_and_say_so(practice, patient, store):
    add(store, patient, "2345-7", "Glucose", "2026-01-01", 99, "mg/dL")
    add(store, patient, "2345-7", "Glucose", "2026-02-01", 1.2, "g/L")
    found = lines(practice, patient)
    assert (found["glucose"].apart, found["glucose"].count) == (False, 1)
    assert (found["glucose|g/L"].apart, found["glucose|g/L"].latest.text) == (True, "1.2 g/L")
    assert [value.text for value in series(practice, patient, "glucose|g/L").values] == ["1.2 g/L"]


def test_a_value_dated_in_the_future_is_marked_and_never_the_latest(practice, patient, store):
    add(store, patient, "4548-4", "A1c", "2026-11-01", 7.0, "%")
    for month in range(13):  # more than a line reads of one unit
        add(store, patient, "4548-4", "A1c", f"{2062 + month}-01-01", 9.0, "%")
    add(store, patient, "2823-3", "Potassium", "2027", 4.0, "mmol/L")
    found = lines(practice, patient)
    a1c, potassium = found["a1c"], found["potassium"]
    assert (a1c.latest.number, a1c.latest.future, a1c.points, a1c.count) == (7.0, False, (("2026-11-01", 7.0),), 14)
    assert (potassium.latest.text, potassium.latest.future, potassium.points) == ("4 mmol/L", True, ())
    assert [value.future for value in series(practice, patient, "a1c").values] == [*[True] * 13, False]


def test_the_flag_is_computed_and_the_sender_who_disagrees_is_heard(practice, patient, store):
    add(store, patient, "2823-3", "Potassium", "2026-01-01", 5.6, "mmol/L", reference_low=3.5, reference_high=5.1,
        interpretation="N")  # fmt: skip
    latest = lines(practice, patient)["potassium"].latest
    assert (latest.flag, latest.said, latest.disagrees) == ("high", "N", True)


def test_comparators_and_words_are_results_too(practice, patient, store):
    add(store, patient, "1988-5", "CRP", "2026-01-01", 5, "mg/L", value_comparator="<", reference_high=5)
    add(store, patient, "5778-6", "Urine colour", "2026-01-01", value_text="Amber")
    found = lines(practice, patient)
    assert (found["1988-5|mg/L"].latest.text, found["1988-5|mg/L"].latest.flag) == ("< 5 mg/L", "normal")
    assert (found["5778-6"].latest.text, found["5778-6"].points) == ("Amber", ())


def test_errors_and_cancelled_ones_are_left_out_but_can_be_reached(practice, patient, store):
    add(store, patient, "4548-4", "A1c", "2026-01-01", 7.0, "%")
    wrong = add(store, patient, "4548-4", "A1c", "2026-02-01", 70.0, "%")
    add(store, patient, "4548-4", "A1c", "2026-03-01", None, status="cancelled", value_text="haemolysed")
    detail = practice.open().run("queries.records.fact", lines(practice, patient)["a1c"].latest.ref)
    assert detail.ref.id == wrong
    practice.open().run("services.mistakes.mark", MarkMistaken(detail.ref, detail.version, "decimal point"))
    assert lines(practice, patient)["a1c"].latest.number == 7.0
    seen = series(practice, patient, "a1c")
    assert ([value.number for value in seen.values], seen.hidden) == ([7.0], 2)
    every = series(practice, patient, "a1c", left_out=True)
    assert [value.left_out for value in every.values] == ["cancelled", "entered-in-error", ""]


def pressure(store, patient, when, upper, lower):
    panel = store(
        Observation(patient_id=patient, code="85354-9", text="BP panel", effective_when=when, category="vital-signs")
    )
    store(
        *(
            ObservationComponent(
                observation_id=panel[0], patient_id=patient, code=code, text=code, value_number=number,
                value_unit="mm[Hg]", reference_high=high,
            )
            for code, number, high in (("8462-4", lower, 80), ("8480-6", upper, 120))
        )
    )  # fmt: skip


def test_a_blood_pressure_is_one_line_with_its_parts_folded_under_it(practice, patient, store):
    pressure(store, patient, "2026-01-01", 130, 85)
    pressure(store, patient, "2026-02-01", 118, 70)
    line = lines(practice, patient)["blood_pressure"]
    assert (line.latest.text, line.latest.flag) == ("118/70 mm Hg", "normal")
    assert [(part.name, part.count) for part in line.parts] == [("BP systolic", 2), ("BP diastolic", 2)]
    values = series(practice, patient, "blood_pressure").values
    assert [(value.text, value.number, value.second) for value in values] == [
        ("118/70 mm Hg", 118, 70),
        ("130/85 mm Hg", 130, 85),
    ]


def test_a_report_names_the_panel_of_its_results(practice, tmp_path, store):
    code = {"coding": [{"system": "http://loinc.org", "code": "2823-3"}], "text": "Potassium"}
    one = resource("Observation", "o1", status="final", code=code, effectiveDateTime="2026-01-01",
                   valueQuantity={"value": 4.1, "unit": "mmol/L"})  # fmt: skip
    path = tmp_path / "in.json"
    entries = [{"resource": each} for each in (PATIENT, one)]
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
    practice.open().run("services.exchange.import_files", ImportRequest((str(path),)))
    patient = practice.open().run("queries.references.find_patient", "Patient/p1")
    store(DiagnosticReport(patient_id=patient, text="Basic metabolic panel", results=["Observation/o1"]))
    assert lines(practice, patient)["potassium"].panel == "Basic metabolic panel"


def test_front_desk_has_no_results(practice, patient):
    with pytest.raises(NotAllowed):
        practice.open("front_desk").run("queries.results.results", patient)


def test_an_absolute_clearance_is_no_egfr_and_keeps_its_own_unit(practice, patient, store):
    add(store, patient, "98979-8", "eGFR", "2026-01-01", 55, "mL/min/1.73m2")
    add(store, patient, "33914-3", "eGFR MDRD", "2026-02-01", 52, "mL/min")  # the code says: per 1.73 sq M
    add(store, patient, "2164-2", "Creatinine clearance", "2026-03-01", 24, "mL/min")
    add(store, patient, "X-GFR", "GFR, measured", "2026-04-01", 21, "mL/min")
    found = lines(practice, patient)
    egfr = found["egfr"]
    assert (egfr.latest.text, egfr.latest.sent, egfr.count) == ("52 mL/min/1.73 m²", "52 mL/min", 2)
    assert found["2164-2|mL/min"].latest.text == "24 mL/min"
    assert found["X-GFR|mL/min"].latest.text == "21 mL/min"
    assert units.canonical("mL/min") != units.canonical("mL/min/1.73 m2")


def test_every_egfr_code_is_indexed_and_no_clearance_is_among_them():
    egfr = next(one for one in codes.measurements() if one.id == "egfr")
    assert not {"2164-2", "12195-4", "35591-7", "35592-5"} & set(egfr.codes)
