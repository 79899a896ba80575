"""What must hold whoever the patients are, and that the facts stay those of the records."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, literal, select

from db import measure_facts
from icm_desktop.contracts.exchange import UndoImport
from icm_desktop.contracts.measures import AskMeasure, AskPeople
from icm_desktop.contracts.outcomes import AskCourse, AskOutcomes
from icm_desktop.contracts.records import FactRef, MarkMistaken
from icm_desktop.domain.measures.clock import number, seconds, shifted
from icm_desktop.domain.measures.phrases import NotAPhrase, compared, point
from icm_desktop.domain.measures.supply import Dosage, days_supplied, first_collapsed
from icm_desktop.errors import Invalid
from icm_desktop.queries import measure_results
from icm_desktop.queries.measuring import whose
from icm_desktop.queries.measuring.dates import Days
from tests.measures.conftest import bringing
from tests.measures.people import Person
from tests.support import NEW_YORK

DAYS = Days(dt.date(2026, 1, 1), dt.date(2026, 12, 31), {})
NEAR = st.dates(dt.date(2023, 1, 1), dt.date(2027, 6, 30))


def _diabetic(name, *values):
    one = Person(name).problem("E11.9", "2015-01-01").visit("2026-03-03")
    for when, value in values:
        one.result("4548-4", when, value)
    return one.resources


def _rate(practice, measure="CMS122", start="2026-01-01", end="2026-12-31", edition=None):
    asked = AskMeasure(measure, dt.date.fromisoformat(start), dt.date.fromisoformat(end), edition)
    return practice.run("queries.measure_results.result", asked).rates[0]


def test_somebody_else_changes_nothing_but_the_counts(desk, bring):
    bring(desk, *_diabetic("a", ("2026-05-05", 9.5)))
    before = _rate(desk)
    asked = AskMeasure("CMS122", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    first = desk.run("queries.measured_people.people", AskPeople(asked, part="numerator")).rows

    bring(desk, *Person("b").problem("J45.909", "2020-01-01").visit("2026-03-03").resources)

    assert _rate(desk) == before
    assert desk.run("queries.measured_people.people", AskPeople(asked, part="numerator")).rows == first


@pytest.fixture(scope="module")
def people(shared_desk, tmp_path_factory):
    """Two people with diabetes, and four whose age is on the edge."""
    edge = {"young": "2009-01-01", "grown": "2008-12-31", "old": "1950-12-31", "aged": "1951-01-01"}
    ages = [
        Person(name, born).problem("E11.9", "2015-01-01").visit("2026-03-03").resources for name, born in edge.items()
    ]
    first = _diabetic("a", ("2026-05-05T23:59:00-04:00", 7.0))
    everybody = [one for several in (first, _diabetic("b"), *ages) for one in several]
    bringing(tmp_path_factory.mktemp("people"))(shared_desk, *everybody)
    return shared_desk


@pytest.mark.parametrize("measure", ["CMS122", "A1C8", "SCREENED", "NEW-COMPLICATION"])
def test_nobody_excluded_counts_and_each_number_is_the_length_of_its_list(people, measure):
    asked = AskMeasure(measure, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    for at, rate in enumerate(people.run("queries.measure_results.result", asked).rates):
        for part, count in (("numerator", rate.numerator), ("gap", rate.gap), ("excluded", rate.exclusions)):
            page = people.run("queries.measured_people.people", AskPeople(asked, at, part, evidence=False))
            assert page.total == len(page.rows) == count
            assert not [one for one in page.rows if part == "excluded" and one.populations[at]["numerator"]]


@pytest.mark.parametrize(
    ("start", "end", "counted", "well"),
    [
        ("2026-01-01", "2026-12-31", 4, {"a"}),
        ("2026-01-02", "2026-12-31", 4, {"a"}),
        ("2026-01-01", "2026-05-05", 4, {"a"}),  # the day of the test is part of it; one is 75 still, one not yet 18
        ("2026-01-01", "2026-05-04", 4, set()),  # the day before it there is no test
        ("2026-03-03", "2026-12-31", 4, {"a"}),  # the day of the visit is part of it
        ("2026-03-04", "2026-12-31", 0, set()),  # there was no visit since
    ],
)
def test_a_period_a_day_longer_or_shorter(people, start, end, counted, well):
    assert _rate(people, start=start, end=end).counted == counted
    asked = AskMeasure("CMS122", dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    gap = people.run("queries.measured_people.people", AskPeople(asked, part="gap", evidence=False))
    assert {one.head.family for one in gap.rows} == well


@pytest.mark.parametrize("measure", ["CMS128", "PROACTIVE", "PHQ9-RESPONSE"])
def test_periods_reach_as_far_as_dates_are_believed(people, measure):
    for start, end in (("1900-01-01", "1900-12-31"), ("2199-12-31", "2199-12-31"), ("2024-02-29", "2025-02-28")):
        assert _rate(people, measure, start, end, 2026 if measure == "CMS128" else None).numerator == 0
    for start, end in (("1899-12-31", "1900-12-31"), ("2199-01-01", "2200-01-01"), ("2026-05-05", "2026-05-04")):
        with pytest.raises(Invalid) as refused:
            _rate(people, measure, start, end, 2026 if measure == "CMS128" else None)
        assert refused.value.code == "measures.bad_period"


def test_an_age_counts_to_the_day(people):
    asked = AskMeasure("CMS122", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    page = people.run("queries.measured_people.people", AskPeople(asked, part="denominator", evidence=False))
    assert {one.head.family for one in page.rows} == {"a", "b", "grown", "aged"}


def test_facts_follow_the_records(desk, bring):
    bring(desk, *_diabetic("a", ("2026-05-05", 9.5), ("2026-06-06", 7.0)))
    assert (_rate(desk).denominator, _rate(desk).numerator) == (1, 0)
    asked = AskMeasure("CMS122", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    (person,) = desk.run("queries.measured_people.people", AskPeople(asked, part="gap")).rows
    last = next(one for one in person.evidence if one.on == dt.date(2026, 6, 6))
    assert (last.value, last.table) == ("7 %", "observation")

    desk.run("services.mistakes.mark", MarkMistaken(FactRef("observation", last.row_id), 1, "Another patient's"))
    assert desk.run("queries.measure_results.result", asked).not_ready == 1
    assert desk.run("services.measure_facts.reckon").patients == 1
    assert desk.run("queries.measure_results.result", asked).not_ready == 0
    assert (_rate(desk).denominator, _rate(desk).numerator) == (1, 1)
    assert desk.run("services.measure_facts.reckon").patients == 0


def test_what_was_counted_is_not_told_again_after_a_change(desk, bring):
    bring(desk, *_diabetic("a", ("2026-05-05", 9.5), ("2026-06-06", 7.0)))
    asked = AskOutcomes(dt.date(2026, 1, 1), dt.date(2026, 12, 31), only=("CMS122",), line=False)

    def hits():
        (row,) = desk.run("queries.outcomes.board.outcomes", asked).rows
        return row.now.n

    assert (hits(), hits()) == (0, 0)
    measured = AskPeople(AskMeasure("CMS122", dt.date(2026, 1, 1), dt.date(2026, 12, 31)), part="gap")
    (person,) = desk.run("queries.measured_people.people", measured).rows
    last = next(one for one in person.evidence if one.on == dt.date(2026, 6, 6))
    desk.run("services.mistakes.mark", MarkMistaken(FactRef("observation", last.row_id), 1, "Another patient's"))
    desk.run("services.measure_facts.reckon")
    assert hits() == 1


def test_what_an_import_brought_goes_with_it(desk, bring):
    bring(desk, *_diabetic("a", ("2026-05-05", 9.5)))
    (batch,) = desk.run("services.exchange.list_imports")
    desk.run("services.exchange.undo_import", UndoImport(batch.id, "Wrong file"))
    desk.run("services.measure_facts.reckon")
    assert _rate(desk).initial == 0


def test_the_course_is_the_measure_over_each_period(people):
    asked = AskOutcomes(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    points = people.run("queries.outcomes.board.course", AskCourse(asked, "CMS122", 2026))
    assert [one.end.isoformat() for one in points[-3:]] == ["2026-10-31", "2026-11-30", "2026-12-31"]
    assert (points[-1].n, points[-1].of) == (_rate(people).numerator, _rate(people).counted)


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_however_many_patients_are_looked_at_together_the_numbers_and_names_are_the_same(people, monkeypatch, at_once):
    for module in (whose, measure_results):
        monkeypatch.setattr(module, "AT_ONCE", at_once)
    asked = AskMeasure("CMS122", dt.date(2026, 1, 1), dt.date(2026, 12, 31), by="sex")
    found = people.run("queries.measure_results.result", asked)
    assert (found.rates[0].denominator, found.strata[0].rates[0].denominator) == (4, 4)

    def names(limit, offset, only=None):
        wanted = AskPeople(replace(asked, by="", only=only), part="denominator", limit=limit, offset=offset)
        page = people.run("queries.measured_people.people", wanted)
        assert page.total == 4
        return [one.head.id for one in page.rows]

    everybody = names(10, 0)
    assert len(everybody) == 4 and names(2, 1) == everybody[1:3]
    assert names(10, 0, tuple(everybody)) == everybody


@pytest.mark.parametrize("by", ["clinician", "site", "language", "payer", "sex", "age"])
def test_groups_add_up(people, by):
    asked = AskMeasure("CMS122", dt.date(2026, 1, 1), dt.date(2026, 12, 31), by=by)
    found = people.run("queries.measure_results.result", asked)
    assert sum(one.rates[0].denominator for one in found.strata) == found.rates[0].denominator == 4
    key = found.strata[0].key
    page = people.run("queries.measured_people.people", AskPeople(asked, part="denominator", key=key, evidence=False))
    assert page.total == found.strata[0].rates[0].denominator


@given(NEAR, st.integers(-24, 24))
def test_months_are_added_by_sql_as_by_the_calendar(day, months):
    moved = DAYS.moved(literal(day.toordinal()), point(f"x.start {'-' if months < 0 else '+'} {abs(months)} months"))
    assert _asked(moved) == shifted(day, months, "months").toordinal()


@given(NEAR)
def test_days_are_numbered_by_sql_as_by_the_calendar(day):
    assert _asked(DAYS.numbered(literal(day.toordinal()))) == number(day)


_PLAIN = create_engine("sqlite://")


def _asked(value):
    with _PLAIN.connect() as connection:
        return connection.scalar(select(value))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=8))
def test_what_overlaps_or_meets_is_one(pieces):
    intervals = [(start, start + length) for start, length in pieces]
    found = first_collapsed(intervals)
    covered = {second for start, end in intervals for second in range(start, end + 1)}
    if found is None:
        assert not intervals
        return
    first, last = found
    assert first == min(covered)
    assert covered.issuperset(range(first, last + 1))
    assert last + 1 not in covered


def test_a_supply_lasts_by_days_or_by_doses():
    assert days_supplied(30, 90, None, 2) == 90
    assert days_supplied(None, 60, Dosage(1, 2, 1, "d"), None) == 30
    assert days_supplied(None, 60, Dosage(2, 1, 1, "wk"), None) == 210
    assert days_supplied(None, 60, None, None) is None


def test_phrases_are_a_closed_language():
    assert len(compared("during period")) == 2
    assert compared("@start < other.end - 2 days")[0].exact
    for wrong in ("in period", "during", "start > other.middle", "start >= other.start + two days", "ends overlaps x"):
        with pytest.raises(NotAPhrase):
            compared(wrong)


def test_moments_are_told_by_the_clock_of_the_practice():
    assert (seconds("2026-01-01T04:59:59Z", NEW_YORK) or (0,))[0] // 86_400 == dt.date(2025, 12, 31).toordinal()
    first, last = seconds("2026-02", NEW_YORK) or (0, 0)
    assert (first // 86_400, last // 86_400) == (dt.date(2026, 2, 1).toordinal(), dt.date(2026, 2, 28).toordinal())
    assert measure_facts.record_of(measure_facts.key_of("task", 7)) == ("task", 7)
