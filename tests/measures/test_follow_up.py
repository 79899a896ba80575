"""Follow-up after stays and emergency visits for mental illness and substance use: the worked examples, day by day."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.measures import AskMeasure, AskPeople
from tests.measures.conftest import bringing
from tests.measures.people import RXNORM, Person, coded

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
ILL, ADDICTED = "F33.2", "F10.20"


def _because(person: Person, code: str) -> dict:
    """The diagnosis of a visit."""
    known = person.id + code.replace(".", "")
    if not any(one.get("id") == known for one in person.resources):
        person.problem(code, "2020-01-01", id=known)
    return {"diagnosis": [{"condition": {"reference": f"Condition/{known}"}}]}


def _seen(name: str, class_: str, code: str, *followed: str, born: str = "1980-01-01", ended: str = "2026-03-01"):
    one = Person(name, born)
    began = "2026-02-20" if class_ == "IMP" else ended
    one.visit(began, ended, class_, **_because(one, code))
    for day in followed:
        one.visit(day, **_because(one, code))
    return one


def _people():
    for day in ("03-01", "03-02", "03-08", "03-09", "03-31", "04-01"):
        yield _seen(f"stay-{day}", "IMP", ILL, f"2026-{day}")
        yield _seen(f"room-{day}", "EMER", ILL, f"2026-{day}")
        yield _seen(f"drink-{day}", "EMER", ADDICTED, f"2026-{day}")
    yield _seen("stay-five", "IMP", ILL, "2026-03-02", born="2020-02-21")  # six the day after it began
    yield _seen("stay-six", "IMP", ILL, born="2020-02-20")
    yield _seen("drink-twelve", "EMER", ADDICTED, born="2013-03-02")
    yield _seen("drink-thirteen", "EMER", ADDICTED, born="2013-03-01")
    twice = _seen("stay-twice", "IMP", ILL, "2026-03-30")  # the last of two counts: seen on day 10
    yield twice.visit("2026-03-10", "2026-03-20", "IMP", **_because(twice, ILL))
    other = _seen("stay-other", "IMP", ILL)  # a visit for something else
    yield other.visit("2026-03-03", **_because(other, "J45.909"))


@pytest.fixture(scope="module")
def followed(shared_desk, tmp_path_factory):
    resources = [one for person in _people() for one in person.resources]
    bringing(tmp_path_factory.mktemp("followed"))(shared_desk, *resources)
    return shared_desk


@pytest.mark.parametrize(
    ("measure", "kind", "soon", "later", "neither"),
    [
        ("FUH", "stay", {"03-02", "03-08"}, {"03-02", "03-08", "03-09", "03-31", "twice"},
         {"03-01", "04-01", "six", "other"}),
        ("FUM", "room", {"03-01", "03-02", "03-08"}, {"03-01", "03-02", "03-08", "03-09", "03-31"}, {"04-01"}),
        ("FUA", "drink", {"03-01", "03-02", "03-08"}, {"03-01", "03-02", "03-08", "03-09", "03-31"},
         {"04-01", "thirteen"}),
    ],
)  # fmt: skip
def test_each_day_counts_as_it_should(followed, measure, kind, soon, later, neither):
    asked = AskMeasure(measure, *YEAR)

    def names(rate, part):
        page = followed.run("queries.measured_people.people", AskPeople(asked, rate, part, evidence=False))
        return {one.head.family.removeprefix(f"{kind}-") for one in page.rows}

    assert (names(0, "numerator"), names(1, "numerator")) == (soon, later)
    assert names(1, "gap") == neither
    rates = followed.run("queries.measure_results.result", asked).rates
    for number, rate in enumerate(rates):
        for part, count in (("numerator", rate.numerator), ("gap", rate.gap)):
            listed = followed.run("queries.measured_people.events", AskPeople(asked, number, part))
            assert listed.total == len(listed.rows) == count
            assert all(one.on is not None and one.words["es"] for one in listed.rows)


def test_of_beta_blockers_metoprolol_tartrate_is_none_for_heart_failure(desk, bring):
    def ill(name, code, text):
        one = Person(name).problem("I50.22", "2024-01-01").result("10230-1", "2025-01-01", 35)
        one.visit("2026-02-02T09:00:00-05:00", "2026-02-02T10:00:00-05:00").visit("2026-06-06")
        return one.add(
            "MedicationRequest", status="active", intent="order", authoredOn="2026-02-02",
            medicationCodeableConcept={**coded(RXNORM, code), "text": text},
        ).resources  # fmt: skip

    bring(
        desk,
        *ill("succinate", "866436", "metoprolol succinate 50 MG Extended Release Oral Tablet"),
        *ill("tartrate", "866514", "metoprolol tartrate 50 MG Oral Tablet"),
    )
    page = desk.run("queries.measured_people.people", AskPeople(AskMeasure("CMS144", *YEAR), part="numerator"))
    assert [one.head.family for one in page.rows] == ["succinate"]
