"""Slopes, bands and stages: properties that hold for any values."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icm_desktop.content import progress as content
from icm_desktop.content.progress import trajectories
from icm_desktop.domain.trajectories import (
    DAYS_A_YEAR,
    Band,
    Reading,
    Stage,
    band_of,
    change_percent,
    slope,
    stages,
)

DAYS = st.integers(0, 2500).map(lambda day: dt.date(2020, 1, 1) + dt.timedelta(days=day))
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
VALUES = st.floats(0, 200, allow_nan=False)
READINGS = st.lists(st.builds(Reading, DAYS, VALUES), max_size=20).map(lambda rows: sorted(rows, key=lambda r: r.day))
BANDS = (Band("low", 0), Band("middle", 50), Band("high", 100))


@CALM
@given(st.sets(DAYS, min_size=3, max_size=12), st.floats(-50, 50), st.floats(-100, 100))
def test_the_slope_of_a_straight_line_is_its_own(days, per_year, start):
    first = min(days)
    readings = [Reading(day, start + per_year * (day - first).days / DAYS_A_YEAR) for day in sorted(days)]
    found = slope(readings, 3, 1)
    assert found.per_year == pytest.approx(per_year, abs=1e-6)
    assert (found.values, found.days) == (len(days), (max(days) - first).days)


@CALM
@given(READINGS, st.floats(-50, 50))
def test_the_slope_does_not_depend_on_order_or_height(readings, up):
    found = slope(readings, 3, 30)
    moved = [Reading(row.day, row.value + up) for row in reversed(readings)]
    again = slope(moved, 3, 30)
    assert (found.per_year is None) == (again.per_year is None)
    if found.per_year is not None:
        assert again.per_year == pytest.approx(found.per_year, abs=1e-6, rel=1e-6)


@CALM
@given(READINGS, st.integers(2, 6), st.integers(1, 400))
def test_too_few_values_or_days_have_no_slope(readings, values, days):
    span = (readings[-1].day - readings[0].day).days if readings else 0
    assert (slope(readings, values, days).per_year is None) == (len(readings) < values or span < days)


@CALM
@given(VALUES, VALUES)
def test_a_higher_value_is_never_in_a_lower_band(one, other):
    order: list[str | None] = [band.id for band in BANDS]
    first, second = sorted((one, other))
    day = dt.date(2026, 1, 1)
    assert order.index(band_of(BANDS, Reading(day, first))) <= order.index(band_of(BANDS, Reading(day, second)))


@CALM
@given(READINGS)
def test_without_confirmation_the_stages_are_the_bands_in_order(readings):
    bands = [band_of(BANDS, row) for row in readings]
    expected = [band for at, band in enumerate(bands) if at == 0 or bands[at - 1] != band]
    assert [stage.band for stage in stages(BANDS, readings)] == expected


@CALM
@given(READINGS, st.integers(1, 400))
def test_a_confirmed_stage_has_two_values_so_far_apart_and_none_between_in_another(readings, days):
    for stage in stages(BANDS, readings, days):
        run = [row for row in readings if row.day >= stage.since and band_of(BANDS, row) == stage.band]
        assert run[0].day == stage.since
        if stage.confirmed_on is None:
            assert stage == stages(BANDS, readings, days)[-1]
            assert band_of(BANDS, readings[-1]) == stage.band
        else:
            assert (stage.confirmed_on - stage.since).days >= days
            inner = [row for row in readings if stage.since < row.day < stage.confirmed_on]
            assert {band_of(BANDS, row) for row in inner} <= {stage.band}


@CALM
@given(READINGS, st.integers(0, 400))
def test_no_stage_follows_itself_and_they_are_in_order(readings, days):
    found = stages(BANDS, readings, days)
    assert all(one.band != other.band for one, other in itertools.pairwise(found))
    assert [stage.since for stage in found] == sorted(stage.since for stage in found)


def test_one_low_value_does_not_make_a_stage_of_chronic_disease():
    bands = next(one.bands for one in trajectories() if one.measurement == "egfr")
    days = [dt.date(2026, 1, 1), dt.date(2026, 2, 1), dt.date(2026, 6, 1), dt.date(2026, 10, 1)]
    readings = [Reading(day, value) for day, value in zip(days, (70, 40, 68, 66), strict=True)]
    assert stages(bands, readings, 90) == (Stage("G2", days[2], days[3]),)
    assert stages(bands, readings[:2], 90) == (Stage("G3b", days[1], None),)


@pytest.mark.parametrize(
    ("measurement", "value", "other", "band"),
    [
        *(("egfr", value, None, band) for value, band in ((90, "G1"), (60, "G2"), (59.9, "G3a"), (45, "G3a"))),
        *(("egfr", value, None, band) for value, band in ((44, "G3b"), (30, "G3b"), (15, "G4"), (14, "G5"))),
        *(("a1c", value, None, f"a1c_{band}") for value, band in ((6.9, "under_7"), (7, "7_to_8"), (8, "8_to_9"))),
        *(("a1c", value, None, f"a1c_{band}") for value, band in ((9.0, "8_to_9"), (9.1, "over_9"))),
        *(("blood_pressure", *pair, f"bp_{band}") for pair, band in (((119, 79), "normal"), ((120, 79), "elevated"))),
        *(("blood_pressure", *pair, f"bp_{band}") for pair, band in (((119, 80), "stage_1"), ((118, 90), "stage_2"))),
        *(("blood_pressure", *pair, f"bp_{band}") for pair, band in (((140, 70), "stage_2"), ((130, None), "stage_1"))),
        *(("phq9", value, None, f"phq9_{band}") for value, band in ((4, "minimal"), (5, "mild"), (10, "moderate"))),
        *(("phq9", value, None, f"phq9_{band}") for value, band in ((15, "moderately_severe"), (20, "severe"))),
    ],
)
def test_boundaries_belong_where_the_source_puts_them(measurement, value, other, band):
    bands = next(one.bands for one in trajectories() if one.measurement == measurement)
    assert band_of(bands, Reading(dt.date(2026, 1, 1), value, other)) == band


def test_change_is_in_percent_of_the_value_before():
    assert change_percent(43, 34) == pytest.approx(-20.93, abs=0.01)
    assert change_percent(0, 5) is None


@pytest.mark.parametrize("name", ["trajectories", "adherence"])
def test_the_content_has_the_form_of_its_schema(name):
    import json
    import tomllib
    from importlib.resources import files

    import jsonschema

    folder = files("resources").joinpath("content")
    schema = json.loads(folder.joinpath("schemas", f"{name}.schema.json").read_text("utf-8"))
    value = tomllib.loads(folder.joinpath("progress", f"{name}.toml").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema)
    assert content.slope_rule().least_values >= 3 and content.adherence().reasons
