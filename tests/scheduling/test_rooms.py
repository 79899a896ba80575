"""Rooms, equipment and the way between places: one visit at a time, unless there is room for more or a reason."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.audit import AuditEvent
from db.models.practice import AppointmentType, Practitioner, WorkingHours
from db.models.scheduling import Appointment
from db.models.set_up import Absence, Room, Site
from icm_desktop.contracts.content import SetPolicy
from icm_desktop.contracts.scheduling import (
    BookAppointment,
    FindSlots,
    MoveAppointment,
    RecordOutsideVisit,
    SetAppointmentStatus,
)
from icm_desktop.contracts.set_up import SaveRoom
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.words import say
from tests.scheduling.conftest import local

TUESDAY = dt.date(2026, 11, 3)


def book(desk, at="2026-11-03T10:00", **more):
    request = BookAppointment(more.pop("whom", desk.ana), more.pop("who", desk.kim), local(at), 30, **more)
    return desk.run("services.scheduling.book", request)


def refused(desk, at="2026-11-03T10:00", **more):
    with pytest.raises((Invalid, Conflict)) as caught:
        book(desk, at, **more)
    assert say(caught.value.code, **caught.value.params)
    return caught.value.code


def stored(desk, saved):
    with desk.open().read() as uow:
        row = uow.session.get(Appointment, saved.appointment.id)
        return row.room_id, row.equipment_id, row.overbook_reason


def shared_room(desk, **more):
    """Two clinicians whose hours name one room."""
    (room,) = desk.add(Room(name="Room 1", kind="exam", **more))
    people = desk.add(Practitioner(family="Lee", inside=True), Practitioner(family="May", inside=True))
    desk.add(
        *(WorkingHours(practitioner_id=who, weekday=1, starts="09:00", ends="12:00", room_id=room) for who in people)
    )
    return room, *people


def starts(desk, who, **more):
    found = desk.run("queries.slots.free_slots", FindSlots(30, TUESDAY, who, limit=10_000, **more))
    zone = desk.practice.zone
    at = [each.starts_at.astimezone(zone) for each in found.slots]
    return [f"{each:%H:%M}" for each in at if each.date() == TUESDAY], found.excluded


def test_a_room_is_taken_by_one_visit_at_a_time(desk):
    room, lee, may = shared_room(desk)
    assert stored(desk, book(desk, who=lee))[0] == room
    assert refused(desk, "2026-11-03T10:15", who=may, whom=desk.ben) == "scheduling.room_taken"
    free, _ = starts(desk, may)
    assert free == ["09:00", "09:15", "09:30", "10:30", "10:45", "11:00", "11:15", "11:30"]


def test_a_room_with_place_for_two_takes_two_and_not_three(desk):
    _, lee, may = shared_room(desk, capacity=2)
    book(desk, who=lee)
    book(desk, "2026-11-03T10:15", who=may, whom=desk.ben)
    (third,) = desk.add(Practitioner(family="Noor", inside=True))
    (room,) = desk.run("queries.set_up.rooms")
    desk.add(WorkingHours(practitioner_id=third, weekday=1, starts="09:00", ends="12:00", room_id=room.id))
    free, _ = starts(desk, third)
    assert "10:00" not in free and "10:15" not in free
    assert "09:45" in free and "10:30" in free  # there only one of the two is still in the room


def test_a_kind_of_visit_gets_a_free_room_of_its_kind_the_clinicians_own_first(desk):
    one, two, _ = desk.add(Room(name="P1", kind="Procedure"), Room(name="P2", kind="procedure"), Room(name="T"))
    (kind,) = desk.add(AppointmentType(name="Wart", minutes=30, room_kind="procedure"))
    assert stored(desk, book(desk, type_id=kind))[0] == one
    assert stored(desk, book(desk, type_id=kind, who=desk.cole, whom=desk.ben))[0] == two
    (lee,) = desk.add(Practitioner(family="Lee", inside=True))
    desk.add(WorkingHours(practitioner_id=lee, weekday=1, starts="09:00", ends="12:00", room_id=two))
    free, why = starts(desk, lee, type_id=kind)
    assert "09:00" in free and "10:00" not in free
    assert ("scheduling.excluded_room", "Lee", ("procedure",)) in why
    assert refused(desk, who=lee, type_id=kind, whom=desk.add_patient()) == "scheduling.no_room_free"
    assert stored(desk, book(desk, "2026-11-03T11:00", who=lee, type_id=kind))[0] == two


def test_a_kind_without_any_such_room_says_what_to_add(desk):
    (kind,) = desk.add(AppointmentType(name="Wart", minutes=30, room_kind="procedure"))
    assert refused(desk, type_id=kind) == "scheduling.no_such_room"
    free, why = starts(desk, desk.kim, type_id=kind)
    assert free == [] and ("scheduling.excluded_no_such_room", "Dr Kim", ("procedure",)) in why


def test_equipment_is_shared_by_everybody_and_taken_once(desk):
    (ecg,) = desk.add(Room(name="ECG 1", kind="ECG", is_equipment=True))
    (kind,) = desk.add(AppointmentType(name="ECG", minutes=30, equipment_kind="ecg"))
    assert stored(desk, book(desk, type_id=kind))[1] == ecg
    assert refused(desk, who=desk.cole, whom=desk.ben, type_id=kind) == "scheduling.no_equipment_free"
    assert book(desk, who=desk.cole, whom=desk.ben).appointment.status == "booked"
    desk.add(Absence(room_id=ecg, starts_on=TUESDAY, ends_on=TUESDAY))
    free, why = starts(desk, desk.cole, type_id=kind)
    assert free == [] and ("scheduling.excluded_room_away", "ECG 1", TUESDAY) in why


def test_a_room_that_is_never_used_on_tuesdays_is_named_with_the_day(desk):
    room, lee, _ = shared_room(desk)
    (kind,) = desk.add(AppointmentType(name="Exam", minutes=30, room_kind="exam"))
    row = next(each for each in desk.run("queries.set_up.rooms") if each.id == room)
    desk.run("services.sites.save_room", SaveRoom(room, row.version, "Room 1", None, "exam", None, 1, False, (1,)))
    assert refused(desk, who=lee) == "scheduling.room_away"
    free, why = starts(desk, desk.kim, type_id=kind)
    assert free == [] and ("scheduling.excluded_room_closed", "Room 1", ("Tuesday",)) in why


def test_a_room_holds_one_to_fifty(desk):
    with pytest.raises(Invalid) as caught:
        desk.run("services.sites.save_room", SaveRoom(None, 0, "Hall", None, None, None, 0))
    assert (caught.value.code, caught.value.field) == ("set_up.bad_capacity", "capacity")


def test_overbooking_says_why_on_the_visit_and_in_its_history_and_only_where_it_was_needed(desk):
    _, lee, may = shared_room(desk)
    assert stored(desk, book(desk, who=lee, overbook_reason="Nothing in the way"))[2] is None
    saved = book(desk, who=may, whom=desk.ben, overbook_reason="Wound check, five minutes")
    assert saved.appointment.overbook_reason == "Wound check, five minutes"
    with desk.open().read() as uow:
        events = uow.session.query(AuditEvent).filter_by(event="appointment.overbooked").all()
        assert [each.detail["reason"] for each in events] == ["Wound check, five minutes"]
    row = saved.appointment
    moved = MoveAppointment(row.id, row.version, local("2026-11-03T11:00"))
    row = desk.run("services.scheduling.move", moved).appointment
    assert row.overbook_reason is None  # nothing is in the way there
    back = MoveAppointment(row.id, row.version, local("2026-11-03T10:00"))
    with pytest.raises(Conflict):
        desk.run("services.scheduling.move", back)
    forced = MoveAppointment(row.id, row.version, local("2026-11-03T10:00"), overbook_reason="Asked for it")
    assert desk.run("services.scheduling.move", forced).appointment.overbook_reason == "Asked for it"


def test_time_on_the_way_is_kept_free_and_the_practice_says_how_much(desk):
    desk.run(
        "services.scheduling.record_outside", RecordOutsideVisit(desk.ana, local("2026-11-03T10:00"), 30, "Eye clinic")
    )
    assert refused(desk, "2026-11-03T10:45") == "scheduling.too_close"
    assert refused(desk, "2026-11-03T09:15") == "scheduling.too_close"
    free, why = starts(desk, desk.kim, patient_id=desk.ana)
    assert free[:2] == ["09:00", "11:00"]
    assert ("scheduling.excluded_too_close", "Dr Kim", "4") in why
    assert book(desk, "2026-11-03T10:45", overbook_reason="Next door").appointment.overbook_reason == "Next door"
    desk.run("services.content.set_policy", SetPolicy("scheduling.travel.elsewhere", 0), role="administrator")
    assert book(desk, "2026-11-03T09:30").appointment.overbook_reason is None


def test_between_two_sites_there_is_a_way_too(desk):
    here, there = desk.add(Site(name="Main Street"), Site(name="Mill"))
    lee, may = desk.add(Practitioner(family="Lee", inside=True), Practitioner(family="May", inside=True))
    for who, site in ((lee, here), (may, there)):
        desk.add(WorkingHours(practitioner_id=who, weekday=1, starts="09:00", ends="12:00", site_id=site))
    book(desk, who=lee)
    assert refused(desk, "2026-11-03T10:45", who=may) == "scheduling.too_close"
    assert book(desk, "2026-11-03T11:00", who=may).appointment.status == "booked"
    assert book(desk, "2026-11-03T09:30", who=lee).appointment.status == "booked"


def test_a_clinician_who_left_is_said_so_at_the_clinician(desk):
    (lee,) = desk.add(Practitioner(family="Lee", inside=True, left_on=dt.date(2026, 11, 2)))
    desk.add(WorkingHours(practitioner_id=lee, weekday=1, starts="09:00", ends="12:00"))
    with pytest.raises(Invalid) as caught:
        book(desk, who=lee)
    assert (caught.value.code, caught.value.field) == ("scheduling.left", "clinician_id")


def test_undo_does_not_put_two_visits_into_one_room(desk):
    _, lee, may = shared_room(desk)
    row = book(desk, who=lee).appointment
    cancelled = desk.run(
        "services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "cancelled", "Ill")
    )
    book(desk, who=may, whom=desk.ben)
    with pytest.raises(Conflict) as caught:
        desk.run("services.history.undo", cancelled.changes.action_id)
    assert caught.value.code == "scheduling.room_taken"


def test_a_search_names_who_is_full_until_when_and_who_does_not_speak_the_language(desk):
    for hour in ("09:00", "10:30", "13:00", "14:30"):
        request = BookAppointment(desk.ben, desk.kim, local(f"2026-11-03T{hour}"), 90)
        desk.run("services.scheduling.book", request)
    desk.add(Practitioner(family="Paz", inside=True, languages=["es"]))
    found = desk.run("queries.slots.free_slots", FindSlots(30, TUESDAY, desk.kim, limit=5000))
    assert ("scheduling.excluded_full_until", "Dr Kim", dt.date(2026, 11, 4)) in found.excluded
    found = desk.run("queries.slots.free_slots", FindSlots(30, TUESDAY, language="es"))
    assert {("scheduling.excluded_language", "Dr Kim", "es"), ("scheduling.excluded_no_hours", "Paz", "")} <= set(
        found.excluded
    )
    assert found.slots == ()


def test_a_visit_that_is_moved_does_not_stand_in_its_own_way(desk):
    _, lee, _ = shared_room(desk)
    row = book(desk, who=lee).appointment
    free, _ = starts(desk, lee, patient_id=desk.ana, moving=row.id)
    assert "10:15" in free and "10:15" not in starts(desk, lee, patient_id=desk.ana)[0]
