"""Whom to call by the standings is whom to call by the records, whatever happens to them."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from sqlalchemy import select

from db import unit_of_work
from db.engine import driver_connection
from db.models.clinical import Encounter
from db.models.exchange import ImportBatch
from db.models.patient import Patient
from db.models.plan import ContactLog, PlanAction, WorklistHold
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment
from db.standing import standing_faults
from db.standing_calls import STAY_CLASSES
from icm_desktop.content import policies
from icm_desktop.contracts.worklist import WorkFilter
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
PATIENTS = 12
QUEUES = ("", "follow_up", "unscheduled", "quiet")


@pytest.fixture
def practice(tmp_path):
    practice = make_practice(tmp_path, today=TODAY)
    with unit_of_work.write(practice.database, practice.open().actor, "test", now=_at(TODAY, -80)) as uow:
        people = [
            Patient(record_number=f"{n:06d}", family="Lopez", given=str(n), coordinator_id=2 if n % 2 else None)
            for n in range(1, PATIENTS + 1)
        ]
        kinds = [AppointmentType(name="Follow-up", minutes=30), AppointmentType(name="New", minutes=60)]
        uow.session.add_all([*people, *kinds, Practitioner(family="Kim", inside=True)])
        uow.session.add(ImportBatch(state="loading", started_at=uow.now))
    yield practice
    practice.database.close()


def _at(day, days=0, hour=14):
    return dt.datetime.combine(day + dt.timedelta(days=days), dt.time(hour), dt.UTC)


def _ended(chance):
    """A stay that ended lately: with its time, on a day, in a month; now and then in the future."""
    at = _at(TODAY, chance.randint(-34, 2), chance.choice((1, 4, 5, 14, 23)))
    return chance.choice((at.strftime("%Y-%m-%dT%H:%M:%SZ"),) * 4 + (at.date().isoformat(), "2026-11"))


def _new(chance):
    patient, more = chance.randint(1, PATIENTS), {"import_id": 1} if chance.random() < 0.1 else {}
    match chance.choice(("stay", "stay", "visit", "visit", "visit", "call", "call", "note", "action")):
        case "stay":
            return Encounter(
                patient_id=patient, class_code=chance.choice((*STAY_CLASSES, "AMB")), ends_when=_ended(chance),
                status=chance.choice(("finished", None, "cancelled")), **more,
                discharge=chance.choice((None, "Home", "Skilled nursing FACILITY", "Home with home health")),
            )  # fmt: skip
        case "visit":
            at = _at(TODAY, chance.randint(-60, 20), chance.choice((4, 14, 20)))
            return Appointment(
                patient_id=patient, starts_at=at, outside=chance.random() < 0.1, minutes=30, **more,
                practitioner_id=chance.choice((1, None)), appointment_type_id=chance.choice((1, 2, None)),
                status=chance.choice(("booked", "cancelled", "cancelled", "noshow", "fulfilled")),
            )  # fmt: skip
        case "call":
            key = _key(chance) if chance.random() < 0.7 else None
            outcome = chance.choice(("reached", "no_answer", "no_answer", "declined"))
            at = _at(TODAY, chance.randint(-40, -1))
            return ContactLog(patient_id=patient, item_key=key, at=at, by_user_id=1, channel="phone", outcome=outcome)
        case "note":
            until, done = chance.choice(((TODAY + dt.timedelta(days=4), None), (TODAY, None), (None, TODAY)))
            return WorklistHold(item_key=_key(chance), patient_id=patient, held_until=until, done_on=done)
        case _:
            return PlanAction(
                patient_id=patient, status=chance.choice(("not-started", "completed")), text="Come again",
                urgent=chance.random() < 0.3, appointment_type_id=chance.choice((1, None)),
                due_on=TODAY + dt.timedelta(days=chance.randint(-30, 5)),
                held_until=chance.choice((None, None, TODAY + dt.timedelta(days=2))),
            )  # fmt: skip


def _key(chance):
    number = chance.randint(1, 25)
    return chance.choice((
        f"encounter:{number}:contact", f"encounter:{number}:visit", f"appointment:{number}:missed",
        f"appointment:{number}:cancelled", f"plan_action:{number}", f"patient:{number % PATIENTS + 1}:quiet",
    ))  # fmt: skip


def _change(chance, session, now):
    model = chance.choice((Encounter, Appointment, ContactLog, WorklistHold, PlanAction, Patient))
    rows = list(session.scalars(select(model)))
    if not rows:
        return
    row = chance.choice(rows)
    if chance.random() < 0.3 and model is not Patient:
        row.removed_at = None if row.removed_at else now
    elif isinstance(row, Encounter):
        row.ends_when, row.patient_id = _ended(chance), chance.randint(1, PATIENTS)
    elif isinstance(row, Appointment):
        actions, visits = list(session.scalars(select(PlanAction.id))), list(session.scalars(select(Appointment.id)))
        row.status, row.plan_action_id = (
            chance.choice(("booked", "noshow", "cancelled")),
            chance.choice([*actions, None]),
        )
        row.moved_from_id = chance.choice([*(one for one in visits if one < row.id), None])
    elif isinstance(row, Patient):
        row.deceased, row.coordinator_id = chance.random() < 0.1, chance.choice((None, 2, 3))
    elif isinstance(row, ContactLog):
        row.outcome = chance.choice(("reached", "no_answer"))
    elif isinstance(row, WorklistHold):
        row.item_key = _key(chance)
    else:
        row.appointment_type_id = chance.choice((1, 2, None))


def _settle(desk, chance, steps):
    for _ in range(steps):
        with desk.write("test.step") as uow:
            for _ in range(chance.randint(1, 5)):
                if chance.random() < 0.75:
                    uow.session.add(_new(chance))
                else:
                    _change(chance, uow.session, uow.now)
                uow.session.flush()


def test_the_classes_of_a_stay_are_those_of_the_policy():
    assert sorted(policies.shipped().after_discharge.stays) == sorted(STAY_CLASSES)


@pytest.mark.parametrize("seed", range(3))
def test_queues_by_standings_are_those_by_records(practice, seed):
    chance, desk = random.Random(seed), practice.open()  # noqa: S311  repeatable, not secret
    found = dict.fromkeys(QUEUES, 0)
    for finished in (False, True):
        _settle(desk, chance, 20)
        if finished:
            with desk.write("test", see_incomplete=True) as uow:
                uow.session.get_one(ImportBatch, 1).state = "complete"
        with desk.read() as uow:
            assert standing_faults(driver_connection(uow.session.connection())) == []
        for queue in QUEUES:
            for everyone in (True, False):
                asked = WorkFilter(everyone=everyone, queue=queue, limit=1000)
                # A search looks at every row by the records; no word of it is asked for, so everything must fit.
                whole = desk.run("queries.today.worklist", replace(asked, search=" "))
                short = desk.run("queries.today.worklist", asked)
                assert (short.rows, short.counts) == (whole.rows, whole.counts), (queue, everyone)
                found[queue] += whole.total
                pages = [desk.run("queries.today.worklist", replace(asked, limit=4, offset=at)).rows
                         for at in range(0, whole.total, 4)]  # fmt: skip
                assert [row for page in pages for row in page] == list(whole.rows), (queue, everyone)
    assert all(found.values()), found
