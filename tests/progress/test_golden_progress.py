"""The golden patient's trajectories, stages and appointments."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.exchange import ImportRequest
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="module")
def progress(tmp_path_factory, golden_dir):
    practice = make_practice(tmp_path_factory.mktemp("golden"), today=TODAY)
    opened = practice.open()
    opened.run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    yield opened.run("queries.progress.progress", 1)
    practice.database.close()


@pytest.fixture(scope="module")
def expected(golden_facts):
    return golden_facts


def row(progress, name):
    return next(one for one in progress.trajectories if one.id == name)


def test_egfr_falls_through_a_stage_that_three_months_confirm(progress, expected):
    egfr = row(progress, "egfr")
    assert [value.value for value in egfr.counted] == [46, 45, 44, 43, 34]
    assert egfr.counted[-1].value == expected["kidney"]["egfr"]
    assert egfr.counted[-1].band == egfr.stages[-1].band == expected["kidney"]["stage"]
    assert [(stage.band, stage.since, stage.confirmed_on) for stage in egfr.stages] == [
        ("G3a", dt.date(2024, 12, 3), dt.date(2025, 5, 14)),
        ("G3b", dt.date(2025, 11, 12), dt.date(2026, 5, 20)),
    ]
    assert -egfr.change_percent == pytest.approx(expected["kidney"]["egfr_fall_percent"], abs=0.05)
    assert egfr.notable is expected["kidney"]["egfr_fall_evaluate"]


def test_the_slope_of_egfr_is_least_squares_worked_out_another_way(progress):
    egfr = row(progress, "egfr")
    days = [dt.date.fromisoformat(value.when).toordinal() for value in egfr.counted]
    values = [value.value for value in egfr.counted]
    n, sum_x, sum_y = len(days), sum(days), sum(values)
    sum_xy, sum_xx = sum(x * y for x, y in zip(days, values, strict=True)), sum(x * x for x in days)
    by_hand = (n * sum_xy - sum_x * sum_y) / (n * sum_xx - sum_x * sum_x) * 365.25
    assert egfr.slope.per_year == pytest.approx(by_hand)
    assert (egfr.slope.values, egfr.slope.days) == (5, 715)
    assert -6 < egfr.slope.per_year < -4


def test_a1c_keeps_both_values_of_one_day_and_rises(progress):
    a1c = row(progress, "a1c")
    assert [(value.when, value.value) for value in a1c.counted][-2:] == [("2026-08-26", 9.3), ("2026-08-26", 9.0)]
    assert a1c.slope.per_year > 0 and a1c.stages[-1].band == "a1c_8_to_9"
    assert a1c.change_percent == pytest.approx((9.0 - 8.6) / 8.6 * 100)


def test_phq9_scores_days_and_bands_are_those_of_the_screening_rows(progress, expected):
    phq9 = row(progress, "phq9")
    wanted = [one for one in expected["screening"]["rows"] if one["id"].startswith("phq")]
    assert [(value.when, value.value) for value in phq9.counted] == [
        (one["date"].isoformat(), one["score"]) for one in wanted
    ]
    names = ["phq9_" + one["band"].replace(" ", "_") for one in wanted]
    assert [value.band for value in phq9.counted] == names
    assert -phq9.first_change_percent == wanted[-1]["fall_percent"]


def test_blood_pressure_comes_in_pairs_and_the_higher_category_counts(progress):
    pressure = row(progress, "blood_pressure")
    last_two = [(value.value, value.other, value.band) for value in pressure.counted][-2:]
    assert last_two == [(138, 92, "bp_stage_2"), (118, 70, "bp_normal")]


def test_weight_has_no_bands_and_a_slope(progress):
    weight = row(progress, "weight")
    assert len(weight.counted) == 9 and weight.stages == () and weight.slope.per_year < 0


def test_kept_and_missed_appointments_have_their_denominator(progress):
    visits = progress.appointments
    assert (visits.kept, visits.missed, visits.cancelled, visits.unknown) == (1, 1, 1, 0)
    assert visits.share == 0.5 and visits.since == dt.date(2025, 11, 20)
