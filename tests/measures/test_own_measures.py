"""Measures of our own over a sample practice: each number is what counting the records by hand gives."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.models.scheduling import Appointment
from db.models.shared_plan import PlanSignOff, PlanVersion
from icm_desktop.content.measures import measures
from icm_desktop.contracts.measures import AskMeasure
from icm_desktop.permissions import Role
from tests.measures.people import RXNORM, Person, coded
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A sample practice of 36 patients with its plans."""
    made = make_practice(tmp_path_factory.mktemp("sample"), today=TODAY)
    desk = made.open(Role.ADMINISTRATOR)
    desk.run("services.demo.fill", 36, 1)
    desk.run("services.measure_facts.reckon")
    yield desk
    made.database.close()


def _rates(desk, measure):
    return desk.run("queries.measure_results.result", AskMeasure(measure, FIRST, LAST)).rates


@pytest.mark.parametrize("measure", [one.id for one in measures() if one.edition is None])
def test_numbers_fit_each_other(sample, measure):
    for rate in _rates(sample, measure):
        assert 0 <= rate.numerator <= rate.counted <= rate.denominator <= rate.initial
        assert (rate.percent is None) == (rate.counted == 0)


def test_missed_visits_are_those_of_the_calendar(sample):
    with sample.read() as uow:
        rows = uow.session.execute(
            select(Appointment.status, Appointment.starts_at).where(
                Appointment.outside.is_(False), Appointment.removed_at.is_(None),
                Appointment.status.in_(("fulfilled", "noshow")),
            )
        ).all()  # fmt: skip
    held = [status for status, starts in rows if FIRST <= starts.astimezone(sample.zone).date() <= LAST]
    missed = _rates(sample, "NO-SHOW")[0]
    assert (missed.denominator, missed.numerator) == (len(held), held.count("noshow"))
    assert missed.numerator > 0


def test_agreed_plans_are_those_the_patient_accepted(sample):
    with sample.read() as uow:
        versions = {
            one.id: one.frozen_on
            for one in uow.session.scalars(select(PlanVersion).where(PlanVersion.removed_at.is_(None)))
            if FIRST <= one.frozen_on <= LAST
        }
        accepted = {
            one.plan_version_id
            for one in uow.session.scalars(select(PlanSignOff).where(PlanSignOff.party == "patient"))
            if one.answer == "accepted" and one.removed_at is None and one.plan_version_id in versions
            and one.answered_on and 0 <= (one.answered_on - versions[one.plan_version_id]).days <= 30
        }  # fmt: skip
    (rate,) = _rates(sample, "PLAN-AGREED")
    assert (rate.denominator, rate.numerator) == (len(versions), len(accepted))
    assert versions


def test_days_covered_are_counted_once(desk, bring):
    def filled(name, *fills):
        one = Person(name)
        for day, days in fills:
            one.add(
                "MedicationDispense", status="completed", whenHandedOver=day,
                medicationCodeableConcept={**coded(RXNORM, "617310"), "text": "atorvastatin 20 MG Oral Tablet"},
                daysSupply={"value": days, "unit": "d", "code": "d"},
            )  # fmt: skip
        return one.resources

    bring(
        desk,
        *filled("steady", ("2026-01-01", 180), ("2026-06-30", 180)),
        *filled("doubled", ("2026-01-01", 180), ("2026-01-02", 180)),  # the same days twice
        *filled("once", ("2026-01-01", 365)),
    )
    (rate,) = _rates(desk, "PDC-STATIN")
    assert (rate.denominator, rate.numerator) == (2, 1)
