"""The next free starts are exactly those booking accepts."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from db.models.scheduling import Appointment
from icm_desktop.contracts.scheduling import BookAppointment, FindSlots, RecordOutsideVisit
from icm_desktop.domain.timeslots import STEP
from icm_desktop.errors import Invalid, NotFound, UserError
from icm_desktop.words import say
from tests.scheduling.conftest import NOW, local

TUESDAY = dt.date(2026, 11, 3)


def slots(desk, minutes=30, after=TUESDAY, **more):
    return desk.run("queries.slots.free_slots", FindSlots(minutes, after, **more))


def test_the_next_nine_starts_come_soonest_first(desk):
    found = slots(desk).slots
    assert len(found) == 9
    assert [slot.starts_at for slot in found] == sorted(slot.starts_at for slot in found)
    assert found[0].starts_at == local("2026-11-03T09:00")
    assert {slot.clinician for slot in slots(desk, limit=20).slots} == {"Dr Kim", "J. Cole LCSW"}


def test_afternoon_leaves_the_morning_out_and_says_so_when_few(desk):
    found = slots(desk, clinician_id=desk.kim, part_of_day="afternoon", limit=4)
    assert [slot.starts_at for slot in found.slots][:2] == [local("2026-11-03T13:00"), local("2026-11-03T13:15")]
    few = slots(desk, minutes=180, clinician_id=desk.kim, part_of_day="morning", limit=1000)
    assert len(few.slots) < 1000
    reasons = {code: detail for code, _, detail in few.excluded}
    assert {"scheduling.excluded_part_of_day", "scheduling.excluded_horizon"} <= reasons.keys()
    assert all(say(code, clinician=who, detail=detail) for code, who, detail in few.excluded)


def test_nothing_is_offered_across_the_lunch_break_or_at_the_weekend(desk):
    found = slots(desk, minutes=60, clinician_id=desk.kim, limit=200).slots
    assert {slot.starts_at.astimezone(desk.practice.zone).hour < 12 for slot in found} == {True, False}
    for slot in found:
        starts = slot.starts_at.astimezone(desk.practice.zone)
        ends = starts + dt.timedelta(minutes=60)
        assert starts.weekday() < 5
        assert ends.time() <= dt.time(12) or starts.time() >= dt.time(13)


def test_past_starts_of_today_are_not_offered(desk):
    found = desk.run(
        "queries.slots.free_slots", FindSlots(30, dt.date(2026, 11, 2), desk.kim), now=local("2026-11-02T10:20")
    )
    assert found.slots[0].starts_at == local("2026-11-02T10:15")


@pytest.mark.parametrize(("now", "first"), [("10:14", "10:00"), ("10:15", "10:00"), ("10:16", "10:15")])
def test_the_quarter_that_has_begun_is_offered_as_long_as_booking_takes_it(desk, now, first):
    at, monday = local(f"2026-11-02T{now}"), dt.date(2026, 11, 2)
    found = desk.run("queries.slots.free_slots", FindSlots(30, monday, desk.kim), now=at).slots[0]
    assert found.starts_at == local(f"2026-11-02T{first}")
    with pytest.raises(Invalid):
        desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, found.starts_at - STEP, 30), now=at)
    desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, found.starts_at, 30), now=at)


def test_the_patients_own_visits_elsewhere_are_left_out(desk):
    desk.run(
        "services.scheduling.record_outside", RecordOutsideVisit(desk.ana, local("2026-11-03T09:30"), 30, "Eye clinic")
    )
    for_ana = slots(desk, clinician_id=desk.kim, patient_id=desk.ana).slots
    assert for_ana[0].starts_at == local("2026-11-03T10:30")  # half an hour on the way
    assert slots(desk, clinician_id=desk.kim).slots[1].starts_at == local("2026-11-03T09:15")


def test_a_clinician_without_hours_is_named_as_the_reason(desk):
    found = slots(desk, clinician_id=desk.nobody)
    assert found.slots == ()
    assert ("scheduling.excluded_no_hours", "Dr Away", "") in found.excluded


def test_bad_questions_are_refused(desk):
    for asked, code in (
        ({"minutes": 4}, "scheduling.bad_length"),
        ({"clinician_id": 999}, "scheduling.no_such_clinician"),
        ({"patient_id": 999}, "patients.unknown"),
    ):
        with pytest.raises((Invalid, NotFound)) as caught:
            slots(desk, **asked)
        assert caught.value.code == code


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("monday", [dt.date(2026, 11, 2), dt.date(2027, 3, 8)])
def test_slots_offer_what_booking_accepts_and_nothing_else(desk, seed, monday):
    chance = random.Random(seed)  # noqa: S311  a test's own dice
    length = chance.choice([10, 20, 30, 45, 90])
    rows = []
    for _ in range(14):
        day = monday + dt.timedelta(days=chance.randrange(3))
        start = dt.datetime.combine(day, dt.time(9)) + dt.timedelta(minutes=5 * chance.randrange(84))
        starts_at = local(start.isoformat())
        minutes = chance.choice([15, 30, 50])
        rows.append(
            Appointment(
                patient_id=chance.choice([desk.ana, desk.ben]),
                practitioner_id=chance.choice([desk.kim, desk.cole, None]),
                starts_at=starts_at,
                ends_at=starts_at + dt.timedelta(minutes=minutes) if chance.random() < 0.7 else None,
                minutes=minutes if chance.random() < 0.7 else None,
                status=chance.choice(["booked", "booked", "arrived", "cancelled", "noshow"]),
                outside=False,
            )
        )
    desk.add(*rows)
    day = monday + dt.timedelta(days=chance.randrange(3))
    asked = FindSlots(length, day, desk.kim, desk.ana, limit=500)
    offered = {
        slot.starts_at
        for slot in desk.run("queries.slots.free_slots", asked).slots
        if slot.starts_at.astimezone(desk.practice.zone).date() == day
    }
    wall = dt.datetime.combine(day, dt.time(8))
    step = min(STEP, dt.timedelta(minutes=length))
    accepted = set()
    while wall.time() < dt.time(17):
        starts_at = local(wall.isoformat())
        if _accepts(desk, BookAppointment(desk.ana, desk.kim, starts_at, length)):
            accepted.add(starts_at)
        wall += step
    assert offered == {each for each in accepted if _on_grid(desk, each, step)}
    assert min(offered, default=NOW + STEP) > NOW


def _on_grid(desk, starts_at, step):
    wall = starts_at.astimezone(desk.practice.zone).replace(tzinfo=None)
    opens = dt.datetime.combine(wall.date(), dt.time(9) if wall.hour < 12 else dt.time(13))
    return (wall - opens) % step == dt.timedelta()


class _Undo(Exception):
    pass


def _accepts(desk, request):
    """Whether booking takes the request; what it books is rolled back."""
    from db import unit_of_work
    from icm_desktop.catalogue import use_case

    practice = desk.open()
    try:
        with unit_of_work.write(practice.database, practice.actor, "x", now=desk.now, zone=practice.zone) as uow:
            use_case("services.scheduling.book")(uow, request)
            raise _Undo
    except _Undo:
        return True
    except UserError:
        return False
