"""Measures of what we did: first visits, steps of referrals, calls after a stay, calls in time, doses taken."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select, text

from db.models.access import UserAccount
from db.models.clinical import Encounter, MedicationAdherence, MedicationDispense, MedicationEntry
from db.models.plan import ContactLog, Task
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from db.models.transitions import Transition
from icm_desktop.contracts.measures import AskMeasure, AskPeople
from tests.outcomes.conftest import Proof
from tests.populations.conftest import visit
from tests.support import make_practice

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """A practice whose people a test says; each test has its own measures."""
    made = make_practice(tmp_path_factory.mktemp("team"), today=dt.date(2027, 1, 15))
    yield Proof(made)
    made.database.close()


def at(day: str, hour: int = 15) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00")


def rates(team, measure):
    """Numerator and counted of each rate; the names behind each are as many as it says."""
    team.run("services.measure_facts.reckon")
    asked = AskMeasure(measure, FIRST, LAST)
    found = team.run("queries.measure_results.result", asked).rates
    for number, rate in enumerate(found):
        page = team.run("queries.measured_people.people", AskPeople(asked, number, "numerator"))
        assert sum(one.populations[number]["numerator"] for one in page.rows) == rate.numerator
    return [(rate.numerator, rate.counted) for rate in found]


def kept(day: str, booked: str, **more) -> Appointment:
    return booked_on(booked, Appointment(starts_at=at(day), ends_at=at(day, 16), status="fulfilled", **more))


def booked_on(day: str, row: Appointment) -> Appointment:
    booked[row] = day  # the row is stamped when it is kept: the day is put in afterwards
    return row


booked: dict[Appointment, str] = {}


def add(team, *rows: Appointment, patient_id: int = 0) -> int:
    """Visits that were booked on other days than today."""
    one = patient_id or team.add()
    with team.practice.open().write("test") as uow:
        for row in rows:
            row.patient_id = one
            uow.session.add(row)
        uow.session.flush()
        for row in rows:
            uow.session.execute(text("UPDATE appointment SET created_at = :at WHERE id = :id"),
                                {"at": f"{booked[row]}T15:00:00.000000Z", "id": row.id})  # fmt: skip
    return one


def test_the_first_visit_counts_from_the_day_it_was_asked_for(team):
    add(team, kept("2026-03-15", "2026-03-01"), kept("2026-06-01", "2026-03-15"))  # day 14
    add(team, kept("2026-03-16", "2026-03-01"))  # day 15
    add(team, kept("2026-04-01", "2026-03-01"))  # day 31
    add(team, kept("2025-12-31", "2025-12-01"), kept("2026-02-01", "2026-01-31"))  # the first one was the year before
    old = booked_on("2026-05-01", Appointment(starts_at=at("2026-05-10"), status="cancelled"))
    moved = add(team, old)
    with team.practice.open().read() as uow:
        number = uow.session.scalar(select(Appointment.id).where(Appointment.patient_id == moved))
    add(team, kept("2026-05-20", "2026-05-09", moved_from_id=number), patient_id=moved)  # asked for on the first of May
    assert rates(team, "FIRST-VISIT") == [(1, 4), (3, 4)]


def referral(team, service: str, *events: tuple[str, str], ordered: str = "2026-03-01") -> int:
    one = team.add()
    with team.practice.open().write("test") as uow:
        row = ServiceRequest(patient_id=one, is_referral=True, status="active", intent="order", text=service,
                             ordered_on=dt.date.fromisoformat(ordered))  # fmt: skip
        uow.session.add(row)
        uow.session.flush()
        for state, day in events:
            uow.session.add(ReferralEvent(patient_id=one, service_request_id=row.id, state=state,
                                          happened_on=dt.date.fromisoformat(day)))  # fmt: skip
    return one


def test_each_step_of_a_referral_has_its_days(team):
    steps = ("sent", "scheduled", "seen", "report_received", "reviewed", "patient_informed")
    in_time = ("2026-03-04", "2026-03-15", "2026-03-31", "2026-04-30", "2026-05-07", "2026-05-14")
    a_day_late = ("2026-03-05", "2026-03-16", "2026-04-01", "2026-05-02", "2026-05-10", "2026-05-17")
    referral(team, "Psychotherapy", *zip(steps, in_time, strict=True))
    referral(team, "Oncology", *zip(steps, a_day_late, strict=True))
    referral(team, "Podiatry", ordered="2026-12-01")  # the last day that counts
    referral(team, "Podiatry", ordered="2026-12-02")
    assert rates(team, "LOOP-STEPS") == [(1, 3), (1, 3), (1, 3), (1, 2), (1, 2), (1, 2)]
    by_service = rates(team, "LOOPS-SERVICE")  # mental health, cancer, women, imaging, community, others
    assert by_service == [(1, 1), (1, 1), (0, 0), (0, 0), (0, 0), (0, 0)]


def stay(began: str, ended: str):
    return visit("IMP", began, ended)


def call(team, day: str, outcome: str = "reached", key: str | None = None) -> ContactLog:
    with team.practice.open().read() as uow:
        who = uow.session.scalar(select(UserAccount.id).limit(1))
    return ContactLog(at=at(day), by_user_id=who, channel="phone", outcome=outcome, item_key=key)


def complex_as(team, patient_id: int, complexity: str) -> None:
    """Say how complex the discharge of somebody is."""
    with team.practice.open().write("test") as uow:
        stayed = select(Encounter.id).where(Encounter.patient_id == patient_id, Encounter.class_code == "IMP")
        uow.session.add(
            Transition(patient_id=patient_id, encounter_id=uow.session.scalar(stayed), complexity=complexity)
        )


def test_after_a_discharge_two_business_days_and_the_day_of_the_visit_count(team):
    # Friday 6 November 2026; Veterans Day is Wednesday the 11th
    one = team.add(stay("2026-11-02", "2026-11-06"), call(team, "2026-11-10"), visit("AMB", "2026-11-20"))
    other = team.add(stay("2026-11-02", "2026-11-06"), call(team, "2026-11-11"), visit("AMB", "2026-11-21"))
    for each in (one, other):
        complex_as(team, each, "moderate")  # until day 14
    team.add(stay("2026-11-02", "2026-11-09"), call(team, "2026-11-12", "no_answer"))  # the holiday does not count
    team.add(stay("2026-11-02", "2026-11-06"), stay("2026-11-07", "2026-11-12"))  # a transfer is one stay
    team.add(stay("2026-11-02", "2026-11-06"), deceased=True, deceased_on="2026-11-06")
    complex_as(team, team.add(stay("2026-10-01", "2026-10-05"), visit("AMB", "2026-10-13")), "high")  # until day 7
    team.add(stay("2026-10-01", "2026-10-05"), visit("AMB", "2026-10-12"))  # nobody said: the policy of the practice
    assert rates(team, "DISCHARGE-CONTACT") == [(1, 6), (2, 6), (2, 6)]


def test_a_call_counts_as_ahead_until_the_day_it_is_due(team):
    one = team.add()
    with team.practice.open().write("test") as uow:
        task = Task(patient_id=one, text="Call", status="requested", due_on=dt.date(2026, 2, 10))
        uow.session.add(task)
        uow.session.flush()
        number = task.id
    for day in ("2026-02-09", "2026-02-10", "2026-02-11"):
        team.more(one, call(team, day, key=f"task:{number}"))
    team.more(one, call(team, "2026-02-09"), call(team, "2026-02-09", key="pathway:1:a1c"))  # no day is kept
    ((early, of),) = rates(team, "PROACTIVE")
    assert (early, of) == (2, 3)


def answer(taking: str, doses: int | None = None, days: int | None = None, **more) -> dict:
    return {"taking": taking, "missed_doses": doses, "missed_days": days, "asked_on": dt.date(2026, 3, 3), **more}


def medicine(team, *answers: dict, fills: tuple[str, ...] = ()) -> int:
    one = team.add()
    with team.practice.open().write("test") as uow:
        row = MedicationEntry(patient_id=one, kind="entry", status="active", text="atorvastatin 20 MG Oral Tablet",
                              code_system=RXNORM, code="617310", days_supply=180)  # fmt: skip
        uow.session.add(row)
        uow.session.flush()
        for each in answers:
            uow.session.add(MedicationAdherence(patient_id=one, medication_entry_id=row.id, **each))
        for day in fills:
            uow.session.add(MedicationDispense(patient_id=one, status="completed", text=row.text, code_system=RXNORM,
                                               code=row.code, handed_over_when=day, days_supply=180))  # fmt: skip
    return one


def test_doses_missed_by_the_patients_word(team):
    medicine(team, answer("as_directed"))
    medicine(team, answer("some_missed", 2, 10))  # one in five
    medicine(team, answer("some_missed", 3, 10))
    medicine(team, answer("some_missed"))  # how many nobody knows
    medicine(team, answer("stopped"), answer("unknown"))
    assert rates(team, "DOSES-TAKEN") == [(2, 5)]


def test_a_refill_told_covers_days_and_one_near_a_dispense_is_the_same_supply(team):
    told: dict[str, Any] = {"last_refill_on": dt.date(2026, 7, 1)}
    medicine(team, answer("as_directed", **told), fills=("2026-01-02",))  # two supplies: the whole year
    same: dict[str, Any] = {"last_refill_on": dt.date(2026, 1, 5)}
    medicine(team, answer("as_directed", **same), fills=("2026-01-02",))  # one supply: not asked of
    assert rates(team, "PDC-STATIN") == [(1, 1)]
