"""Breaks, absences, closed days, opening hours and other zones: what is offered can be booked, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.practice import AppointmentType, Practitioner, WorkingHours
from db.models.set_up import Absence, Closure, Room, Site, SiteHours
from icm_desktop.contracts.scheduling import BookAppointment, FindSlots, MoveAppointment
from icm_desktop.errors import Conflict, Invalid
from tests.scheduling.conftest import local

MONDAY = dt.date(2026, 11, 2)
TUESDAY = MONDAY + dt.timedelta(days=1)
VETERANS_DAY = dt.date(2026, 11, 11)


def starts(desk, day=TUESDAY, who=None, minutes=30, **more):
    asked = FindSlots(minutes, day, who or desk.kim, limit=60, **more)
    zone = desk.practice.zone
    found = desk.run("queries.slots.free_slots", asked).slots
    return [
        f"{each.starts_at.astimezone(zone):%H:%M}" for each in found if each.starts_at.astimezone(zone).date() == day
    ]


def book(desk, at, **more):
    request = BookAppointment(more.pop("whom", desk.ana), more.pop("who", desk.kim), local(at), 30, **more)
    return desk.run("services.scheduling.book", request).appointment


def refused(desk, at, **more):
    with pytest.raises((Invalid, Conflict)) as caught:
        book(desk, at, **more)
    return caught.value.code


def absent(desk, day, first=None, last=None, **more):
    desk.add(
        Absence(practitioner_id=more.pop("who", desk.kim), starts_on=day, ends_on=day, starts_at=first, ends_at=last)
    )


def test_a_break_is_not_offered_and_not_booked(desk):
    desk.add(WorkingHours(practitioner_id=desk.kim, weekday=1, starts="10:00", ends="10:30", kind="break"))
    assert "10:00" not in starts(desk) and "09:45" not in starts(desk) and "10:30" in starts(desk)
    assert refused(desk, "2026-11-03T10:15") == "scheduling.outside_hours"


def test_an_absence_of_part_of_a_day_leaves_the_rest(desk):
    absent(desk, TUESDAY, "09:00", "11:00")
    assert starts(desk)[0] == "11:00"
    assert refused(desk, "2026-11-03T09:30") == "scheduling.away"
    assert book(desk, "2026-11-03T09:30", overbook_reason="Came in anyway").status == "booked"


def test_an_absence_of_whole_days_is_said_in_words_when_nothing_is_left(desk):
    desk.add(Absence(practitioner_id=desk.kim, starts_on=MONDAY, ends_on=dt.date(2027, 3, 1)))
    found = desk.run("queries.slots.free_slots", FindSlots(30, TUESDAY, desk.kim))
    assert found.slots == () and ("scheduling.excluded_away", "Dr Kim", "") in found.excluded


def test_a_holiday_is_closed_unless_the_practice_works_on_it(desk):
    assert starts(desk, VETERANS_DAY) == []
    assert refused(desk, "2026-11-11T09:00") == "scheduling.closed"
    desk.add(
        Closure(name="Veterans Day", kind="holiday", starts_on=VETERANS_DAY, ends_on=VETERANS_DAY, open_anyway=True)
    )
    assert starts(desk, VETERANS_DAY)[0] == "09:00"
    assert book(desk, "2026-11-11T09:00").status == "booked"


def test_days_the_practice_closes_are_no_business_days_for_referrals_either(desk):
    from icm_desktop.queries.practice_policies import practice_policies

    desk.add(Closure(name="Staff day", kind="closure", starts_on=TUESDAY, ends_on=TUESDAY))
    assert starts(desk) == []
    with desk.open().read() as uow:
        found = practice_policies(uow)
        assert found is practice_policies(uow)
    assert found.calendar.add(MONDAY, 1) == dt.date(2026, 11, 4)
    assert found.shipped_calendar.add(MONDAY, 1) == TUESDAY


def test_a_site_limits_the_hours_and_may_be_closed_alone(desk):
    (main,) = desk.add(Site(name="Main Street"))
    desk.add(SiteHours(site_id=main, weekday=1, opens="10:00", closes="11:00"))
    (lee,) = desk.add(Practitioner(family="Lee", inside=True))
    desk.add(WorkingHours(practitioner_id=lee, weekday=1, starts="09:00", ends="12:00", site_id=main))
    desk.add(WorkingHours(practitioner_id=lee, weekday=2, starts="09:00", ends="12:00", site_id=main))
    assert starts(desk, who=lee) == ["10:00", "10:15", "10:30"]
    assert starts(desk, dt.date(2026, 11, 4), lee) == []
    desk.add(Closure(site_id=main, name="Painting", kind="closure", starts_on=TUESDAY, ends_on=TUESDAY))
    assert starts(desk, who=lee) == [] and starts(desk)[0] == "09:00"
    assert refused(desk, "2026-11-03T10:00", who=lee) == "scheduling.closed"


def test_hours_at_a_site_of_another_zone_are_that_sites_wall_time(desk):
    (west,) = desk.add(Site(name="Phoenix", time_zone="America/Phoenix"))  # no daylight saving there
    (lee,) = desk.add(Practitioner(family="Lee", inside=True))
    desk.add(WorkingHours(practitioner_id=lee, weekday=1, starts="09:00", ends="10:00", site_id=west))
    assert starts(desk, who=lee) == ["11:00", "11:15", "11:30"]
    assert starts(desk, dt.date(2027, 3, 16), lee, minutes=60) == ["12:00"]


def test_the_visit_is_put_where_the_clinician_works(desk):
    (main,) = desk.add(Site(name="Main Street"))
    (room,) = desk.add(Room(name="Room 1", site_id=main))
    desk.add(
        WorkingHours(practitioner_id=desk.nobody, weekday=1, starts="09:00", ends="12:00", site_id=main, room_id=room)
    )
    booked = book(desk, "2026-11-03T09:00", who=desk.nobody)
    from db.models.scheduling import Appointment

    with desk.open().read() as uow:
        assert uow.session.get(Appointment, booked.id).site_id == main
        assert uow.session.get(Appointment, booked.id).room_id == room
    move = MoveAppointment(booked.id, booked.version, local("2026-11-03T10:00"), desk.kim)
    desk.run("services.scheduling.move", move)
    with desk.open().read() as uow:
        assert uow.session.get(Appointment, booked.id).room_id is None


def test_a_room_that_is_away_takes_its_hours_along(desk):
    (room,) = desk.add(Room(name="Room 1"))
    desk.add(WorkingHours(practitioner_id=desk.nobody, weekday=1, starts="09:00", ends="12:00", room_id=room))
    desk.add(Absence(room_id=room, starts_on=TUESDAY, ends_on=TUESDAY, starts_at="09:00", ends_at="10:00"))
    assert starts(desk, who=desk.nobody)[0] == "10:00"


def test_hours_are_bounded_and_every_other_week(desk):
    (lee,) = desk.add(Practitioner(family="Lee", inside=True, left_on=dt.date(2026, 11, 24)))
    desk.add(
        WorkingHours(practitioner_id=lee, weekday=1, starts="09:00", ends="10:00", starts_on=TUESDAY, every_weeks=2)
    )
    days = [TUESDAY + dt.timedelta(weeks=n) for n in range(4)]
    assert [bool(starts(desk, day, lee)) for day in days] == [True, False, True, False]
    absent(desk, TUESDAY, who=lee)
    assert starts(desk, TUESDAY, lee) == []


def test_the_day_the_clock_goes_back_offers_the_extra_hour(desk):
    sunday = dt.date(2026, 11, 1)
    (lee,) = desk.add(Practitioner(family="Lee", inside=True))
    desk.add(WorkingHours(practitioner_id=lee, weekday=6, starts="00:30", ends="03:30"))
    desk.add(WorkingHours(practitioner_id=lee, weekday=6, starts="02:00", ends="02:30", kind="break"))
    asked = FindSlots(30, sunday, lee, limit=40)
    found = desk.run("queries.slots.free_slots", asked, now=local("2026-10-31T12:00")).slots
    begins = [each.starts_at for each in found if each.starts_at < local("2026-11-02T00:00")]
    assert len(begins) == len(set(begins))
    assert local("2026-11-01T00:30") in begins and local("2026-11-01T02:00") not in begins
    assert dt.datetime(2026, 11, 1, 6, 0, tzinfo=dt.UTC) in begins  # the second 1:00


def test_minutes_a_kind_of_visit_needs_around_it_are_kept_free(desk):
    (long,) = desk.add(AppointmentType(name="Procedure", minutes=30, buffer_before=15, buffer_after=30))
    book(desk, "2026-11-03T10:00", type_id=long)
    free = starts(desk)
    assert [at for at in free if "09:00" <= at < "11:15"] == ["09:00", "09:15", "11:00"]
    assert refused(desk, "2026-11-03T09:30", whom=desk.ben) == "scheduling.slot_taken"
    assert refused(desk, "2026-11-03T10:45", whom=desk.ben) == "scheduling.slot_taken"
    around = starts(desk, type_id=long)
    assert "11:00" not in around and "11:15" in around
    assert refused(desk, "2026-11-03T11:00", whom=desk.ben, type_id=long) == "scheduling.slot_taken"


def test_every_start_that_is_offered_can_be_booked_and_no_other(desk):
    desk.add(WorkingHours(practitioner_id=desk.kim, weekday=1, starts="10:00", ends="10:30", kind="break"))
    absent(desk, TUESDAY, "14:00", "14:45")
    offered = set(starts(desk))
    for quarter in range(8 * 4, 17 * 4):
        at = f"{quarter // 4:02d}:{quarter % 4 * 15:02d}"
        if at in offered:
            booked = book(desk, f"2026-11-03T{at}")
            desk.run("services.history.undo", _last_act(desk))
            assert booked.starts_at == local(f"2026-11-03T{at}")
        else:
            assert refused(desk, f"2026-11-03T{at}").startswith("scheduling.")


def _last_act(desk):
    from sqlalchemy import func, select

    from db.models.audit import Action

    with desk.open().read() as uow:
        return uow.session.scalar(select(func.max(Action.id)))
