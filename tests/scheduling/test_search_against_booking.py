"""Free times against booking itself, on small practices that hypothesis thinks up: none too many, none too few."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import unit_of_work
from db.models.patient import Patient
from db.models.practice import AppointmentType, Practitioner, WorkingHours
from db.models.scheduling import Appointment
from db.models.set_up import Absence, Room, Site
from icm_desktop.contracts.scheduling import BookAppointment, FindSlots
from icm_desktop.domain.timeslots import STEP
from icm_desktop.errors import UserError
from icm_desktop.queries.slots import free_slots
from icm_desktop.services.scheduling import book
from tests.scheduling.conftest import NOW, local
from tests.support import make_practice

DAY = dt.date(2026, 11, 3)
times = st.integers(0, 11).map(lambda half: f"{8 + half // 2:02}:{half % 2 * 30:02}")
hours = st.tuples(times, times).map(lambda pair: tuple(sorted(pair))).filter(lambda pair: pair[0] < pair[1])
kinds = st.sampled_from([None, "exam", "lab"])
rooms = st.fixed_dictionaries(
    {
        "kind": kinds,
        "capacity": st.sampled_from([None, 1, 2]),
        "site": st.sampled_from([None, 0, 1]),
        "closed_weekdays": st.sampled_from([None, None, [1]]),
        "away": st.none() | hours,
        "is_equipment": st.booleans(),
    }
)
people = st.fixed_dictionaries(
    {"hours": st.lists(hours, max_size=2), "break": st.none() | hours, "room": st.sampled_from([None, 0, 1, 2]),
     "site": st.sampled_from([None, 0, 1])}
)  # fmt: skip
visits = st.fixed_dictionaries(
    {
        "who": st.sampled_from([0, 1, None]),
        "whom": st.sampled_from([0, 1]),
        "at": st.integers(0, 40),
        "minutes": st.sampled_from([15, 30, 50]),
        "kind": st.sampled_from([0, 1]),
        "room": st.sampled_from([None, 0, 1, 2]),
        "status": st.sampled_from(["booked", "booked", "arrived", "cancelled", "noshow"]),
        "outside": st.booleans(),
    }
)
types = st.fixed_dictionaries(
    {"before": st.sampled_from([0, 10]), "after": st.sampled_from([0, 15]), "room_kind": kinds, "equipment_kind": kinds}
)
plans = st.fixed_dictionaries(
    {
        "rooms": st.lists(rooms, min_size=3, max_size=3),
        "people": st.lists(people, min_size=2, max_size=2),
        "types": st.lists(types, min_size=2, max_size=2),
        "visits": st.lists(visits, max_size=8),
        "length": st.sampled_from([10, 15, 30, 45]),
    }
)


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("search"))
    yield made
    made.database.close()


class _Back(Exception):
    """Takes everything back that an example made."""


@settings(max_examples=14, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=plans)
def test_free_times_are_exactly_what_booking_accepts(practice, plan):
    opened = practice.open("front_desk")
    with pytest.raises(_Back), unit_of_work.write(
        opened.database, opened.actor, "test.search", now=NOW, zone=practice.zone
    ) as uow:  # fmt: skip
        clinicians, whom, kind = _set_up(uow.session, plan)
        asked = FindSlots(plan["length"], DAY, None, whom, limit=10_000, type_id=kind)
        every = free_slots(uow, asked).slots
        assert free_slots(uow, replace(asked, limit=9)).slots == every[:9], "the first ones, in the same order"
        offered = {(each.clinician_id, each.starts_at) for each in every}
        offered = {each for each in offered if each[1].astimezone(practice.zone).date() == DAY}
        accepted = {
            (who, at)
            for who in clinicians
            for at in _starts(plan["length"])
            if _accepts(uow, BookAppointment(whom, who, at, plan["length"], kind))
        }
        assert offered <= accepted, "offered, and refused by booking"
        assert {each for each in accepted if _on_grid(plan, clinicians.index(each[0]), each[1])} <= offered
        raise _Back


def _starts(length):
    step = min(STEP, dt.timedelta(minutes=length))
    at = local("2026-11-03T07:30")
    while at < local("2026-11-03T14:30"):
        yield at
        at += step


def _on_grid(plan, place, at):
    """Whether a start is a whole number of steps after some piece of the clinician's hours begins."""
    person, step = plan["people"][place], min(STEP, dt.timedelta(minutes=plan["length"]))
    begins = [first for first, _ in person["hours"]]
    begins += [person["break"][1]] if person["break"] else []
    begins += [room["away"][1] for room in plan["rooms"] if room["away"]]
    pieces = [local(f"2026-11-03T{first}") for first in begins]
    last = max((piece for piece in pieces if piece <= at), default=None)
    return last is not None and all((at - piece) % step == dt.timedelta() for piece in pieces)


def _set_up(session, plan):
    def add(rows):
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]

    sites = add([Site(name="Main"), Site(name="Mill")])
    at = {None: None, 0: sites[0], 1: sites[1]}
    columns = ("kind", "capacity", "closed_weekdays", "is_equipment")
    places = add(
        [
            Room(name=f"R{number}", site_id=at[each["site"]], **{name: each[name] for name in columns})
            for number, each in enumerate(plan["rooms"])
        ]
    )
    for place, each in zip(places, plan["rooms"], strict=True):
        if each["away"]:
            starts_at, ends_at = each["away"]
            add([Absence(room_id=place, starts_on=DAY, ends_on=DAY, starts_at=starts_at, ends_at=ends_at)])
    clinicians = add([Practitioner(family=f"P{number}", inside=True) for number, _ in enumerate(plan["people"])])
    for who, each in zip(clinicians, plan["people"], strict=True):
        where = {"room_id": None if each["room"] is None else places[each["room"]], "site_id": at[each["site"]]}
        rows = [WorkingHours(practitioner_id=who, weekday=1, starts=first, ends=last, **where)
                for first, last in each["hours"]]  # fmt: skip
        if each["break"]:
            rows.append(
                WorkingHours(practitioner_id=who, weekday=1, starts=each["break"][0], ends=each["break"][1],
                             kind="break", **where)
            )  # fmt: skip
        add(rows)
    kinds_ = add(
        [
            AppointmentType(
                name=f"T{number}", minutes=30, buffer_before=each["before"], buffer_after=each["after"],
                room_kind=each["room_kind"], equipment_kind=each["equipment_kind"],
            )
            for number, each in enumerate(plan["types"])
        ]
    )  # fmt: skip
    patients = add([Patient(record_number=f"T{number}", family="Test") for number in range(2)])
    for each in plan["visits"]:
        at_ = local("2026-11-03T08:00") + dt.timedelta(minutes=10 * each["at"])
        inside = not each["outside"]
        add(
            [
                Appointment(
                    patient_id=patients[each["whom"]], starts_at=at_, minutes=each["minutes"],
                    ends_at=at_ + dt.timedelta(minutes=each["minutes"]), status=each["status"],
                    outside=each["outside"],
                    practitioner_id=clinicians[each["who"]] if inside and each["who"] is not None else None,
                    appointment_type_id=kinds_[each["kind"]] if inside else None,
                    room_id=places[each["room"]] if inside and each["room"] is not None else None,
                    site_id=sites[0] if inside else None,
                )
            ]
        )  # fmt: skip
    return clinicians, patients[0], kinds_[0]


def _accepts(uow, request):
    inner = uow.session.begin_nested()
    try:
        book(uow, request)
    except UserError:
        return False
    finally:
        inner.rollback()
        uow.session.expire_all()
    return True
