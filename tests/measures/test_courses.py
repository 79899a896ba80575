"""How illnesses go: kidney function, A1c, blood pressure, PHQ-9 and first complications, by worked examples."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.measures import AskMeasure, AskPeople
from tests.measures.conftest import bringing
from tests.measures.people import Person

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def _values(code, unit):
    def made(name, *pairs):
        one = Person(name)
        for when, value in pairs:
            one.result(code, when, value, unit)
        return one

    return made


egfr, a1c, phq = _values("98979-8", "mL/min/{1.73_m2}"), _values("4548-4", "%"), _values("44261-6", "{score}")


def _pressures(name, *pairs):
    one = Person(name)
    for when, value in pairs:
        one.pressure(when, value, 80)
    return one


PEOPLE = (
    # 183 days: 2.5 lost is 4.99 a year, 2.6 is 5.19
    egfr("slow", ("2026-01-01", 80), ("2026-07-03", 77.5)),
    egfr("fast", ("2026-01-01", 80), ("2026-07-03", 77.4)),
    egfr("worse", ("2025-01-01", 60), ("2026-12-01", 45)),  # G2 to G3a, exactly a quarter lost
    egfr("stage-only", ("2025-01-01", 61), ("2026-12-01", 59)),
    egfr("too-near", ("2026-01-01", 80), ("2026-06-29", 10)),  # 179 days
    egfr("too-old", ("2024-12-30", 90), ("2026-12-01", 30)),
    a1c("better", ("2026-01-01", 8.8), ("2026-04-01", 8.3)),  # 90 days, half a point as computers see it too
    a1c("same", ("2026-01-01", 8.0), ("2026-04-01", 7.6)),
    a1c("well-and-worse", ("2026-01-01", 7.3), ("2026-04-01", 7.8)),
    a1c("too-soon", ("2026-01-01", 9.0), ("2026-03-31", 7.0)),
    _pressures("down", ("2026-01-01", 140), ("2026-01-31", 139)),
    _pressures("not-yet", ("2026-01-01", 170), ("2026-01-31", 140)),
    _pressures("up", ("2026-01-01", 120), ("2026-01-31", 130)),
    phq("lighter", ("2026-01-01", 10), ("2026-01-29", 5)),
    phq("hardly", ("2026-01-01", 15), ("2026-01-29", 11)),
    phq("heavier", ("2026-01-01", 4), ("2026-01-29", 9)),
    Person("first-one").problem("E11.9", "2015-01-01").problem("E11.319", "2026-01-01"),
    Person("had-one").problem("E11.9", "2015-01-01").problem("N18.30", "2025-12-31").problem("I21.4", "2026-02-02"),
    Person("none").problem("E11.9", "2015-01-01"),
    Person("new").problem("E11.9", "2026-01-01"),
)


@pytest.fixture(scope="module")
def ill(shared_desk, tmp_path_factory):
    bringing(tmp_path_factory.mktemp("ill"))(shared_desk, *(one for person in PEOPLE for one in person.resources))
    return shared_desk


@pytest.mark.parametrize(
    ("measure", "rate", "counted", "hits"),
    [
        ("EGFR-COURSE", 0, {"slow", "fast", "worse", "stage-only"}, {"fast", "worse"}),
        ("EGFR-COURSE", 1, {"slow", "fast", "worse", "stage-only"}, {"worse"}),
        ("A1C-COURSE", 0, {"better", "same"}, {"better"}),
        ("A1C-COURSE", 1, {"better", "same", "well-and-worse"}, {"well-and-worse"}),
        ("BP-COURSE", 0, {"down", "not-yet"}, {"down"}),
        ("BP-COURSE", 1, {"down", "not-yet", "up"}, {"up"}),
        ("PHQ9-COURSE", 0, {"lighter", "hardly"}, {"lighter"}),
        ("PHQ9-COURSE", 1, {"lighter", "hardly", "heavier"}, {"heavier"}),
        ("NEW-COMPLICATION", 0, {"first-one", "none"}, {"first-one"}),
    ],
)
def test_a_course_is_the_first_and_the_last_value(ill, measure, rate, counted, hits):
    asked = AskMeasure(measure, *YEAR)

    def names(part):
        page = ill.run("queries.measured_people.people", AskPeople(asked, rate, part, evidence=False))
        return {one.head.family for one in page.rows}

    assert names("numerator") == hits
    assert names("numerator") | names("gap") == counted
    told = ill.run("queries.measure_results.result", asked).rates[rate]
    assert (told.numerator, told.counted) == (len(hits), len(counted))
