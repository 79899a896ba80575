"""The worked examples of the measures, by our own open lists: no licensed list of codes is there."""

from __future__ import annotations

import datetime as dt

from icm_desktop.contracts.measures import AskMeasure, AskPeople
from icm_desktop.domain.measures.interval import wilson
from tests.measures.people import RXNORM, SNOMED, Person, coded

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def _asked(measure, edition=None, period=YEAR):
    start, end = period
    return AskMeasure(measure, start, end, edition)


def _in(practice, asked, part, rate=0):
    """Who is in a part of a rate, by family name."""
    page = practice.run("queries.measured_people.people", AskPeople(asked, rate, part, evidence=False))
    return {one.head.family for one in page.rows}


def _everybody(*people):
    return [resource for person in people for resource in person.resources]


def _diabetic(name):
    return Person(name).problem("E11.9", "2015-01-01").visit("2026-03-03")


def test_ten_people_with_diabetes(desk, bring):
    values = {"a": 6.8, "b": 7.9, "c": 8.0, "d": 9.0, "e": 9.1, "f": 12.0}
    people = [_diabetic(name).result("4548-4", "2026-05-05", value) for name, value in values.items()]
    people.append(_diabetic("no-value").result("4548-4", "2026-05-05"))
    people.append(_diabetic("none"))
    hospice = {"resourceType": "Procedure", "status": "completed", "code": coded(SNOMED, "385763009")}
    hospice["performedDateTime"] = "2026-06-06"
    people.append(_diabetic("hospice").result("4548-4", "2026-05-05", 10).add("Procedure", **_without_type(hospice)))
    people.append(_diabetic("better").result("4548-4", "2026-02-02", 11).result("4548-4", "2026-09-09", 7.5))
    bring(desk, *_everybody(*people))

    poor = desk.run("queries.measure_results.result", _asked("CMS122")).rates[0]
    assert (poor.denominator, poor.exclusions, poor.counted, poor.numerator) == (10, 1, 9, 4)
    assert round(poor.percent, 1) == 44.4
    assert _in(desk, _asked("CMS122"), "numerator") == {"e", "f", "no-value", "none"}
    good = desk.run("queries.measure_results.result", _asked("A1C8")).rates[0]
    assert (good.counted, good.numerator) == (9, 3)
    assert _in(desk, _asked("A1C8"), "numerator") == {"a", "b", "better"}


def _without_type(resource):
    return {name: value for name, value in resource.items() if name != "resourceType"}


def test_of_the_last_day_the_lowest_numbers_count_also_of_two_readings(desk, bring):
    def ill(name):
        return Person(name).problem("I10", "2015-01-01").visit("2026-03-03")

    bring(
        desk,
        *_everybody(
            ill("two").pressure("2026-05-05T09:00:00-04:00", 142, 84).pressure("2026-05-05T09:20:00-04:00", 136, 92),
            ill("edge").pressure("2026-05-05", 140, 80),
            ill("lower").pressure("2026-05-05", 118, 90),
            ill("emergency")
            .pressure("2026-05-05", 120, 80)
            .visit("2026-08-08T10:00:00-04:00", "2026-08-08T15:00:00-04:00", "EMER", id="er")
            .pressure("2026-08-08T11:00:00-04:00", 190, 110, encounter={"reference": "Encounter/er"}),
            ill("none"),
            ill("kidney-4").problem("N18.4", "2020-01-01").pressure("2026-05-05", 120, 80),
            ill("kidney-5").problem("N18.5", "2020-01-01").pressure("2026-05-05", 120, 80),
        ),
    )
    assert _in(desk, _asked("CMS165"), "numerator") == {"two", "emergency", "kidney-4"}
    assert _in(desk, _asked("CMS165"), "excluded") == {"kidney-5"}
    assert _in(desk, _asked("CMS165"), "gap") == {"edge", "lower", "none"}


def test_remission_is_the_last_score_around_one_year_later(desk, bring):
    def depressed(name, *scores):
        one = (
            Person(name).problem("F33.1", "2019-01-01").visit("2025-03-10T09:00:00-04:00", "2025-03-10T10:00:00-04:00")
        )
        one.result("44261-6", "2025-03-10T09:30:00-04:00", 15, "{score}")
        for when, value in scores:
            one.result("44261-6", when, value, "{score}")
        return one

    bring(
        desk,
        *_everybody(
            depressed("vector", ("2026-01-08", 3), ("2026-02-01", 4), ("2026-05-01", 6)),
            depressed("first-day", ("2026-01-09", 4)),
            depressed("last-day", ("2026-05-09", 4)),
            depressed("too-late", ("2026-05-10", 4)),
            depressed("half", ("2026-02-02", 7)),
            depressed("bipolar", ("2026-02-02", 1)).problem("F31.9", "2025-09-09"),
            Person("child", "2013-03-11").problem("F33.1", "2020-01-01").visit("2025-03-10")
            .result("44261-6", "2025-03-10", 15, "{score}"),
        ),
    )  # fmt: skip
    assert _in(desk, _asked("CMS159"), "numerator") == {"first-day", "last-day"}
    assert _in(desk, _asked("CMS159"), "excluded") == {"bipolar"}
    assert _in(desk, _asked("CMS159"), "gap") == {"vector", "too-late", "half"}
    assert _in(desk, _asked("PHQ9-RESPONSE"), "numerator") == {"vector", "first-day", "last-day", "half"}


def test_a_screening_counts_14_days_and_its_follow_up_2(desk, bring):
    def seen(name):
        return Person(name).visit("2026-05-20T10:00:00-04:00", "2026-05-20T10:30:00-04:00")

    def referred(person, day):
        return person.add(
            "ServiceRequest", status="active", intent="order", code=coded(SNOMED, "183583007"), authoredOn=day
        )

    bring(
        desk,
        *_everybody(
            seen("ten-days").screened("2026-05-10", False),
            seen("fifteen-days").screened("2026-05-05", False),
            referred(seen("day-2").screened("2026-05-20T10:05:00-04:00", True), "2026-05-22"),
            referred(seen("day-3").screened("2026-05-20T10:05:00-04:00", True), "2026-05-23"),
            seen("bipolar").problem("F31.9", "2020-01-01").screened("2026-05-10", False),
            Person("eleven", "2014-01-02").visit("2026-05-20").screened("2026-05-20", False),
        ),
    )
    assert _in(desk, _asked("CMS2"), "numerator") == {"ten-days", "day-2"}
    assert _in(desk, _asked("CMS2"), "excluded") == {"bipolar"}
    assert _in(desk, _asked("CMS2"), "gap") == {"fifteen-days", "day-3"}


def test_only_the_first_referral_counts_and_the_product_counts_all(desk, bring):
    def ordered(person, order, day):
        return person.add(
            "ServiceRequest", id=order, status="active", intent="order", code=coded(SNOMED, "308471005"),
            authoredOn=day, category=[coded(SNOMED, "3457005")],
        )  # fmt: skip

    def reported(person, order, day):
        return person.add(
            "Task", status="completed", intent="order", code=coded(SNOMED, "371530004"), executionPeriod={"end": day},
            basedOn=[{"reference": f"ServiceRequest/{order}"}],
        )  # fmt: skip

    both = ordered(ordered(Person("both").visit("2026-02-02"), "s1", "2026-02-02"), "s2", "2026-05-05")
    one = ordered(Person("one").visit("2026-02-02"), "s3", "2026-10-31")
    late = ordered(Person("late").visit("2026-02-02"), "s4", "2026-11-01")
    bring(desk, *_everybody(reported(both, "s2", "2026-06-06"), reported(one, "s3", "2026-12-31"), late))
    assert _in(desk, _asked("CMS50"), "denominator") == {"both", "one"}
    assert _in(desk, _asked("CMS50"), "numerator") == {"one"}
    loops = desk.run("queries.measure_results.result", _asked("LOOPS")).rates[0]
    assert (loops.denominator, loops.numerator) == (3, 2)


def test_kidneys_need_both_tests(desk, bring):
    bring(
        desk,
        *_everybody(
            _diabetic("both").result("98979-8", "2026-05-05", 60, "mL/min").result("9318-7", "2026-05-05", 20, "mg/g"),
            _diabetic("egfr-alone").result("98979-8", "2026-05-05", 60, "mL/min"),
            _diabetic("dipstick").result("98979-8", "2026-05-05", 60, "mL/min").result("20454-5", "2026-05-05", 1, "1"),
        ),
    )
    assert _in(desk, _asked("CMS951", 2025), "numerator") == {"both"}
    assert _in(desk, _asked("CMS951", 2025), "gap") == {"egfr-alone", "dipstick"}


def test_heart_failure_wants_a_beta_blocker_for_it(desk, bring):
    def ill(name, medicine):
        one = Person(name).problem("I50.22", "2024-01-01").result("10230-1", "2025-01-01", 35)
        one.visit("2026-02-02T09:00:00-05:00", "2026-02-02T10:00:00-05:00").visit("2026-06-06")
        return one.add(
            "MedicationRequest", status="active", intent="order", authoredOn="2026-02-02",
            medicationCodeableConcept={**coded(RXNORM, medicine[0]), "text": medicine[1]},
        )  # fmt: skip

    bring(
        desk,
        *_everybody(
            ill("carvedilol", ("686924", "carvedilol 3.125 MG Oral Tablet")),
            ill("other", ("197361", "amlodipine 5 MG Oral Tablet")),
        ),
    )
    assert _in(desk, _asked("CMS144"), "numerator") == {"carvedilol"}
    assert _in(desk, _asked("CMS144"), "gap") == {"other"}


def test_intervals_are_wilsons():
    told = {
        (8, 10): (49.0, 94.3), (10, 10): (72.2, 100.0), (0, 10): (0.0, 27.8), (18, 25): (52.4, 85.7),
        (24, 30): (62.7, 90.5), (41, 50): (69.2, 90.2), (45, 60): (62.8, 84.2), (3, 20): (5.2, 36.0),
        (150, 200): (68.6, 80.5),
    }  # fmt: skip
    assert {pair: tuple(round(limit, 1) for limit in wilson(*pair) or ()) for pair in told} == told
    assert wilson(0, 0) is None
