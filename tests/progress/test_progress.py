"""What counts for a trajectory and what is left out; appointments by what became of them."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Observation, ObservationComponent
from db.models.scheduling import Appointment
from icm_desktop.errors import NotAllowed, NotFound
from icm_desktop.permissions import Role


def weight(patient, when, value, unit="kg", **more):
    return Observation(
        patient_id=patient, code="29463-7", status=more.pop("status", "final"), effective_when=when,
        value_number=value, value_unit=unit, **more,
    )  # fmt: skip


def trajectory(practice, patient, name="weight"):
    found = practice.open().run("queries.progress.progress", patient)
    return next(one for one in found.trajectories if one.id == name)


def test_pounds_become_kilograms_and_what_cannot_count_says_why(practice, store, patient):
    store(
        weight(patient, "2026-01-01", 200, "[lb_av]"),
        weight(patient, "2026-02-01", 90),
        weight(patient, "2026-03-01", 14, "stone"),
        weight(patient, "2026", 88),
        weight(patient, "2026-04-01", 150, value_comparator=">"),
        weight(patient, "2026-05-01", 70, status="entered-in-error"),
    )
    row = trajectory(practice, patient)
    assert [(value.when, round(value.value, 1)) for value in row.counted] == [("2026-01-01", 90.7), ("2026-02-01", 90)]
    assert {value.left_out for value in row.values} == {None, "unit", "day", "comparator"}
    assert row.slope.per_year is None and row.slope.values == 2


def test_an_a1c_in_mmol_per_mol_counts_and_what_is_dated_in_the_future_does_not(practice, store, patient):
    def a1c(when, value, unit):
        return Observation(patient_id=patient, code="4548-4", status="final", effective_when=when, value_number=value,
                           value_unit=unit)  # fmt: skip

    store(a1c("2026-05-01", 53, "mmol/mol"), a1c("2026-08-01", 7.5, "%"), a1c("2026-11-21", 9.9, "%"))
    row = trajectory(practice, patient, "a1c")
    assert [(value.value, value.unit) for value in row.counted] == [(pytest.approx(7.0, abs=0.01), "%"), (7.5, "%")]
    assert [(value.when, value.left_out) for value in row.values if value.left_out] == [("2026-11-21", "future")]


def test_two_numbers_of_a_blood_pressure_are_a_pair_in_one_unit_only(practice, store, patient):
    for when, lower, unit in (("2026-05-01", 92, "mmHg"), ("2026-06-01", 10.7, "kPa"), ("2026-07-01", 92, None)):
        panel = store(Observation(patient_id=patient, code="85354-9", status="final", effective_when=when))[0]
        parts = (("8480-6", 118, "mm[Hg]"), ("8462-4", lower, unit))
        store(
            *(
                ObservationComponent(observation_id=panel, patient_id=patient, code=code, value_number=value,
                                     value_unit=of)
                for code, value, of in parts
            )
        )  # fmt: skip
    row = trajectory(practice, patient, "blood_pressure")
    assert [(value.value, value.other, value.band) for value in row.values] == [
        (118, 92, "bp_stage_2"), (118, None, "bp_normal"), (118, None, "bp_normal"),
    ]  # fmt: skip


def test_only_the_last_two_years_make_the_slope(practice, store, patient):
    store(weight(patient, "2020-01-01", 200), *(weight(patient, f"2026-0{month}-01", 80) for month in range(1, 8)))
    row = trajectory(practice, patient)
    assert row.slope.per_year == pytest.approx(0) and row.slope.values == 7 and len(row.counted) == 8


def test_a_patient_without_values_has_empty_trajectories_not_zero(practice, patient):
    row = trajectory(practice, patient, "egfr")
    assert (row.values, row.stages, row.slope.per_year, row.change_percent) == ((), (), None, None)
    assert practice.open().run("queries.progress.progress", patient).appointments.share is None
    with pytest.raises(NotFound):
        practice.open().run("queries.progress.progress", 99)
    with pytest.raises(NotAllowed):
        practice.open(Role.FRONT_DESK).run("queries.progress.progress", patient)


def test_appointments_are_counted_by_what_became_of_them(practice, store, patient):
    def visit(day, status, outside=False):
        return Appointment(
            patient_id=patient, status=status, outside=outside,
            starts_at=dt.datetime.fromisoformat(f"{day}T15:00:00+00:00"),
        )  # fmt: skip

    store(
        visit("2026-10-01", "fulfilled"), visit("2026-10-02", "arrived", outside=True), visit("2026-10-03", "noshow"),
        visit("2026-10-04", "cancelled"), visit("2026-10-05", "booked"), visit("2027-01-05", "booked"),
        visit("2025-11-01", "noshow"), visit("2026-10-06", "entered-in-error"),
    )  # fmt: skip
    found = practice.open(Role.FRONT_DESK).run("queries.progress.kept_appointments", patient)
    assert (found.kept_ours, found.kept_outside, found.missed, found.cancelled, found.unknown) == (1, 1, 1, 1, 1)
    assert found.share == pytest.approx(2 / 3)


def test_an_absolute_clearance_has_no_part_in_the_stages_of_kidney_disease(practice, store, patient):
    def kidney(code, when, value, unit):
        return Observation(patient_id=patient, code=code, status="final", effective_when=when, value_number=value,
                           value_unit=unit)  # fmt: skip

    store(
        kidney("98979-8", "2026-01-01", 62, "mL/min/{1.73_m2}"),
        kidney("33914-3", "2026-05-01", 61, "mL/min"),  # the code says: per 1.73 sq M
        kidney("2164-2", "2026-06-01", 25, "mL/min"),
        kidney("35591-7", "2026-09-30", 28, "mL/min"),
    )
    egfr = trajectory(practice, patient, "egfr")
    assert [(row.value, row.band, row.left_out) for row in egfr.values] == [(62, "G2", None), (61, "G2", None)]
    assert [stage.band for stage in egfr.stages] == ["G2"]
