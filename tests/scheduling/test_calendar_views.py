"""What the calendar shows of its days: by filter, by pages of columns, how full a week is, which days have anything."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.practice import Practitioner, WorkingHours
from db.models.set_up import Room, Site
from icm_desktop.contracts.calendar import MOST_COLUMNS, AskDay, AskMonths, AskWeek, CalendarFilter
from icm_desktop.contracts.scheduling import BookAppointment, FindSlots, RecordOutsideVisit, SetAppointmentStatus
from tests.scheduling.conftest import local

MONDAY = dt.date(2026, 11, 2)
TUESDAY = dt.date(2026, 11, 3)


def book(desk, who, clinician, at, minutes=30, **more):
    return desk.run("services.scheduling.book", BookAppointment(who, clinician, local(at), minutes, **more)).appointment


@pytest.fixture
def busy(desk):
    """Tuesday: one visit with Kim of a kind, one with Cole, one cancelled, one elsewhere; Thursday one with Kim."""
    book(desk, desk.ana, desk.kim, "2026-11-03T09:00", type_id=desk.visit)
    book(desk, desk.ben, desk.cole, "2026-11-03T10:00", 60)
    gone = book(desk, desk.ben, desk.kim, "2026-11-03T11:00")
    desk.run("services.scheduling.set_status", SetAppointmentStatus(gone.id, gone.version, "cancelled", "Ill"))
    desk.run("services.scheduling.record_outside", RecordOutsideVisit(desk.ana, local("2026-11-03T14:00"), 30, "Eyes"))
    book(desk, desk.ben, desk.kim, "2026-11-05T09:00", type_id=desk.visit)
    return desk


def names(view):
    return [(each.head.given, each.status, each.outside) for each in view.appointments]


def day(desk, **filters):
    return desk.run("queries.calendar.day_view", AskDay(TUESDAY, CalendarFilter(**filters)))


def test_nothing_is_left_out_without_a_filter(busy):
    assert len(day(busy).appointments) == 4
    assert not CalendarFilter().narrows


def test_only_some_clinicians_only_their_columns_and_visits(busy):
    view = day(busy, clinician_ids=(busy.cole,))
    assert [each.id for each in view.clinicians] == [busy.cole]
    assert names(view) == [("Ben", "booked", False)]


def test_only_some_kinds_and_statuses(busy):
    assert names(day(busy, type_ids=(busy.visit,))) == [("Ana", "booked", False)]
    assert names(day(busy, statuses=("cancelled",))) == [("Ben", "cancelled", False)]


def test_a_site_shows_who_works_there_and_their_visits_there(busy):
    here, there = busy.add(Site(name="Here"), Site(name="There"))
    (ward,) = busy.add(Practitioner(family="Ward", inside=True, default_site_id=there))
    busy.add(WorkingHours(practitioner_id=ward, weekday=1, starts="09:00", ends="12:00", site_id=there))
    book(busy, busy.ana, ward, "2026-11-03T10:00")
    at_there = day(busy, site_id=there)
    assert ward in [each.id for each in at_there.clinicians]
    assert [each.clinician_id for each in at_there.appointments if each.clinician_id == ward] == [ward]
    at_here = day(busy, site_id=here)
    assert ward not in [each.id for each in at_here.clinicians]
    assert ward not in [each.clinician_id for each in at_here.appointments]
    assert busy.kim in [each.id for each in at_here.clinicians], "who has no site works at every one"


def test_pages_of_many_clinicians_have_every_visit_once(busy):
    more = busy.add(*(Practitioner(family=f"Xa{number:02d}", inside=True) for number in range(MOST_COLUMNS)))
    for clinician in more:
        busy.add(WorkingHours(practitioner_id=clinician, weekday=1, starts="13:00", ends="14:00"))
    book(busy, busy.ben, more[-1], "2026-11-03T13:00")
    whole = day(busy)
    pages = [day(busy, page=number) for number in range(whole.paged.pages if whole.paged else 3)]
    assert [page.paged.page for page in pages] == [0, 1, 2]
    assert (pages[0].paged.first, pages[0].paged.last, pages[0].paged.total) == (1, MOST_COLUMNS, MOST_COLUMNS + 3)
    assert (pages[1].paged.first, pages[1].paged.last) == (MOST_COLUMNS + 1, MOST_COLUMNS + 3)
    assert [each for page in pages for each in page.clinicians] == list(whole.clinicians)
    found = sorted(each.id for page in pages for each in page.appointments)
    assert found == sorted(each.id for each in whole.appointments)
    assert [each.outside for each in pages[2].appointments] == [True]
    assert day(busy, page=99).paged.page == 2


def test_pages_of_many_rooms_have_every_visit_once(busy):
    busy.add(*(Room(name=f"Room {number:02d}", position=number) for number in range(MOST_COLUMNS + 1)))
    pages = [
        busy.run("queries.calendar.day_view", AskDay(TUESDAY, CalendarFilter(page=number), rooms=True))
        for number in range(3)
    ]
    assert [len(page.rooms) for page in pages] == [MOST_COLUMNS, 1, 0]
    assert sorted(each.id for page in pages for each in page.appointments) == sorted(
        each.id for each in day(busy).appointments
    )


def test_how_full_a_week_is_says_what_its_days_say(busy):
    load = busy.run("queries.calendar_overview.week_load", AskWeek(MONDAY))
    for row in load.rows:
        for at, found in enumerate(row.days):
            view = busy.run("queries.calendar.day_view", AskDay(MONDAY + dt.timedelta(days=at)))
            here = [each for each in view.appointments if each.status == "booked" and not each.outside]
            mine = [each for each in here if each.clinician_id == row.clinician.id]
            spans = [last - first for who, first, last in view.open_spans if who == row.clinician.id]
            assert (found.visits, found.booked_minutes) == (len(mine), sum(each.minutes for each in mine))
            assert dt.timedelta(minutes=found.open_minutes) == sum(spans, dt.timedelta())
    kim = next(row for row in load.rows if row.clinician.id == busy.kim)
    assert [each.visits for each in kim.days] == [0, 1, 0, 1, 0, 0, 0]
    only = busy.run("queries.calendar_overview.week_load", AskWeek(MONDAY, busy.cole))
    assert [row.clinician.id for row in only.rows] == [busy.cole]


def test_a_closed_day_is_said_in_the_week_and_in_the_months(busy):
    load = busy.run("queries.calendar_overview.week_load", AskWeek(dt.date(2026, 11, 9)))
    assert load.closed == (None, None, "Veterans Day", None, None, None, None)
    days = busy.run("queries.calendar_overview.month_days", AskMonths(MONDAY, dt.date(2026, 11, 30)))
    assert len(days) == 29
    assert [each.day.day for each in days if each.has_visits] == [3, 5]
    assert {each.day.day: each.closed for each in days if each.closed} == {11: "Veterans Day", 26: "Thanksgiving Day"}
    only = AskMonths(MONDAY, dt.date(2026, 11, 30), CalendarFilter(clinician_ids=(busy.cole,)))
    found = busy.run("queries.calendar_overview.month_days", only)
    assert [each.day.day for each in found if each.has_visits] == [3]


def test_a_day_with_nothing_but_a_cancelled_visit_has_no_mark(desk):
    gone = book(desk, desk.ben, desk.kim, "2026-11-03T11:00")
    desk.run("services.scheduling.set_status", SetAppointmentStatus(gone.id, gone.version, "cancelled", "Ill"))
    (found,) = desk.run("queries.calendar_overview.month_days", AskMonths(TUESDAY, TUESDAY))
    assert not found.has_visits


def test_free_times_are_looked_for_among_those_in_view(desk):
    found = desk.run("queries.slots.free_slots", FindSlots(30, TUESDAY, among=(desk.cole,)))
    assert {slot.clinician_id for slot in found.slots} == {desk.cole}


def test_first_visit_is_said_of_the_first_that_took_place_only(desk):
    first = book(desk, desk.ana, desk.kim, "2026-11-03T09:00")
    book(desk, desk.ana, desk.kim, "2026-11-05T09:00")
    rows = desk.run("queries.appointments.of_patient", desk.ana)
    assert [row.first_visit for row in rows] == [True, True], "neither took place yet"
    done = SetAppointmentStatus(first.id, first.version, "fulfilled")
    desk.run("services.scheduling.set_status", done, now=local("2026-11-03T09:40"))
    assert [row.first_visit for row in desk.run("queries.appointments.of_patient", desk.ana)] == [True, False]
