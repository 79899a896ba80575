"""Series of visits: the dates of a rule, booking them in one act, and changing them without losing what was."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.scheduling import Appointment, AppointmentSeries
from icm_desktop.contracts.scheduling import BookAppointment, MoveAppointment
from icm_desktop.contracts.series import ALL, FOLLOWING, ONE, BookSeries, CancelSeries, ChangeSeries, PlanSeries
from icm_desktop.errors import Conflict, Invalid, UserError
from icm_desktop.recurrence import DAYS, MONTHS, UNITS, WEEKS, Rule
from tests.scheduling.conftest import local

FIRST = dt.datetime.fromisoformat("2026-11-03T09:00")  # a Tuesday
days = st.dates(dt.date(2024, 1, 1), dt.date(2032, 12, 31))


@given(st.integers(1, 30), st.sampled_from([DAYS, WEEKS]), days, st.integers(1, 40))
def test_days_and_weeks_are_so_many_days_apart(every, unit, first, times):
    length = every * (7 if unit == WEEKS else 1)
    found = Rule(every, unit, first, times).dates()
    assert found == tuple(first + dt.timedelta(days=length * n) for n in range(times))


@given(st.integers(1, 13), days, st.integers(1, 40))
def test_months_keep_the_day_or_take_the_months_last(every, first, times):
    expected = []
    for n in range(times):
        year, month = divmod(first.year * 12 + first.month - 1 + n * every, 12)
        expected.append(dt.date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1])))
    assert Rule(every, MONTHS, first, times).dates() == tuple(expected)


@given(st.sampled_from(UNITS), st.integers(1, 9), days, st.integers(0, 900))
def test_until_holds_every_date_up_to_the_day_and_none_after(unit, every, first, ahead):
    until = first + dt.timedelta(days=ahead)
    endless = Rule(every, unit, first, 104).dates()
    assert Rule(every, unit, first, until=until).dates() == tuple(day for day in endless if day <= until)


def test_seven_weeks_and_eight_weeks_are_not_two_months():
    first = dt.date(2026, 1, 31)
    assert Rule(7, WEEKS, first, 3).dates() == (first, dt.date(2026, 3, 21), dt.date(2026, 5, 9))
    assert Rule(8, WEEKS, first, 3).dates() == (first, dt.date(2026, 3, 28), dt.date(2026, 5, 23))
    assert Rule(2, MONTHS, first, 3).dates() == (first, dt.date(2026, 3, 31), dt.date(2026, 5, 31))
    assert Rule(1, MONTHS, first, 3).dates() == (first, dt.date(2026, 2, 28), dt.date(2026, 3, 31))


def plan(desk, **more):
    usual = PlanSeries(desk.ana, desk.kim, FIRST, 30, 7, WEEKS, 4, type_id=desk.visit, reason="Dressing")
    return replace(usual, **more)


def book(desk, without=(), **more):
    return desk.run("services.series.book_series", BookSeries(plan(desk, **more), tuple(without)))


def walls(desk, saved):
    return [f"{visit.starts_at.astimezone(desk.practice.zone):%m-%d %H:%M}" for visit in saved.visits]


def rows(desk):
    with desk.open().read() as uow:
        found = uow.session.query(Appointment).order_by(Appointment.id).all()
        return [(row.starts_at, row.status, row.series_id, row.series_on) for row in found]


def test_a_series_keeps_its_wall_time_across_both_clock_changes(desk):
    saved = book(desk, times=6)
    assert walls(desk, saved) == [
        "11-03 09:00",
        "12-22 09:00",
        "02-09 09:00",
        "03-30 09:00",
        "05-18 09:00",
        "07-06 09:00",
    ]
    assert len({visit.starts_at.hour for visit in saved.visits}) == 2  # in UTC they are an hour apart


def test_what_is_in_the_way_is_listed_by_date_and_refuses_the_whole_series(desk):
    taken = BookAppointment(desk.ben, desk.kim, local("2026-12-22T09:00"), 30)
    desk.run("services.scheduling.book", taken)
    found = desk.run("queries.series.preview", plan(desk, every=1, times=9)).dates
    assert {str(each.on): each.code for each in found if each.code} == {"2026-12-22": "scheduling.slot_taken"}
    with pytest.raises(Conflict) as caught:
        book(desk)
    assert (caught.value.code, caught.value.params["on"]) == ("scheduling.series_stuck", dt.date(2026, 12, 22))
    assert len(rows(desk)) == 1
    assert len(book(desk, without=[dt.date(2026, 12, 22)]).visits) == 3


def test_a_closed_day_is_listed_too(desk):
    found = desk.run(
        "queries.series.preview", plan(desk, first=dt.datetime.fromisoformat("2026-11-04T09:00"), every=1, times=3)
    ).dates
    assert [each.code for each in found] == [None, "scheduling.closed", None]  # Veterans Day


def test_the_night_the_clock_goes_forward_has_no_half_past_two(desk):
    found = desk.run(
        "queries.series.preview", plan(desk, first=dt.datetime.fromisoformat("2027-03-14T02:30"), times=1)
    ).dates
    assert [each.code for each in found] == ["scheduling.clock_gap"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"every": 0}, "scheduling.bad_rhythm"),
        ({"unit": "years"}, "scheduling.bad_rhythm"),
        ({"times": 0}, "scheduling.bad_times"),
        ({"times": 105}, "scheduling.bad_times"),
        ({"times": None}, "scheduling.bad_times"),
        ({"minutes": 0}, "scheduling.bad_length"),
        ({"clinician_id": 999}, "scheduling.no_such_clinician"),
        ({"patient_id": 999}, "patients.unknown"),
        ({"reason": "x" * 1001}, "registration.too_long"),
    ],
)
def test_a_series_that_cannot_be_is_refused(desk, changes, code):
    with pytest.raises(UserError) as caught:
        book(desk, **changes)
    assert caught.value.code == code and rows(desk) == []


def test_one_act_books_and_one_undo_takes_back(desk):
    saved = book(desk)
    desk.run("services.history.undo", saved.changes.action_id)
    assert desk.run("queries.appointments.of_patient", desk.ana) == ()


def change(desk, visit, scope, to, **more):
    now = desk.run("queries.appointments.appointment", visit.id)
    request = ChangeSeries(now.id, now.version, scope, dt.datetime.fromisoformat(to))
    return desk.run("services.series.change_series", request, **more)


def test_one_visit_moves_and_the_rest_stays(desk):
    visits = book(desk).visits
    before = rows(desk)
    change(desk, visits[1], ONE, "2026-12-23T10:00")
    after = rows(desk)
    assert [after[n] for n in (0, 2, 3)] == [before[n] for n in (0, 2, 3)]
    assert (after[1][0], after[1][3]) == (local("2026-12-23T10:00"), dt.date(2026, 12, 22))


def test_this_and_the_following_move_as_far_and_the_earlier_ones_keep_their_rule(desk):
    visits = book(desk).visits
    saved = change(desk, visits[2], FOLLOWING, "2027-02-10T14:00")
    assert walls(desk, saved) == ["02-10 14:00", "03-31 14:00"]
    with desk.open().read() as uow:
        old, new = uow.session.query(AppointmentSeries).order_by(AppointmentSeries.id).all()
        assert (old.until, old.at) == (dt.date(2027, 2, 8), "09:00")
        assert (new.split_from_id, new.starts_on, new.at, new.times) == (old.id, dt.date(2027, 2, 10), "14:00", 2)
    desk.run("services.history.undo", saved.changes.action_id)
    assert [row[0] for row in rows(desk)] == [visit.starts_at for visit in visits]


def test_all_to_come_move_and_what_was_moved_on_its_own_is_left_alone(desk):
    visits = book(desk).visits
    own = MoveAppointment(visits[2].id, visits[2].version, local("2027-02-10T11:00"))
    desk.run("services.scheduling.move", own)
    saved = change(desk, visits[0], ALL, "2026-11-05T09:30")
    assert walls(desk, saved) == ["11-05 09:30", "12-24 09:30", "04-01 09:30"] and saved.left_alone == 1
    assert rows(desk)[2][0] == local("2027-02-10T11:00")


def test_what_was_is_never_moved(desk):
    visits = book(desk).visits
    later = local("2026-12-25T12:00")
    saved = change(desk, visits[2], ALL, "2027-02-10T09:00", now=later)
    assert [visit.id for visit in saved.visits] == [visits[2].id, visits[3].id]
    assert [row[0] for row in rows(desk)][:2] == [visit.starts_at for visit in visits[:2]]


def test_a_weekly_series_moves_a_week_on_without_meeting_itself(desk):
    visits = book(desk, every=1).visits
    assert walls(desk, change(desk, visits[0], ALL, "2026-11-10T09:00")) == [
        "11-10 09:00", "11-17 09:00", "11-24 09:00", "12-01 09:00",
    ]  # fmt: skip
    assert walls(desk, change(desk, visits[0], ALL, "2026-11-03T09:00"))[0] == "11-03 09:00"


def test_a_move_that_one_date_refuses_moves_none(desk):
    visits = book(desk).visits
    desk.run("services.scheduling.book", BookAppointment(desk.ben, desk.kim, local("2027-02-09T10:00"), 30))
    before = rows(desk)
    with pytest.raises(Conflict) as caught:
        change(desk, visits[0], ALL, "2026-11-03T10:00")
    assert (caught.value.code, caught.value.params["on"]) == ("scheduling.series_stuck", dt.date(2027, 2, 9))
    assert rows(desk) == before


def test_cancelling_from_one_visit_on_keeps_every_row_with_the_reason(desk):
    visits = book(desk).visits
    request = CancelSeries(visits[1].id, visits[1].version, FOLLOWING, "Healed")
    saved = desk.run("services.series.cancel_series", request)
    assert [row[1] for row in rows(desk)] == ["booked", "cancelled", "cancelled", "cancelled"]
    assert {visit.cancel_reason for visit in saved.visits} == {"Healed"}
    desk.run("services.history.undo", saved.changes.action_id)
    assert [row[1] for row in rows(desk)] == ["booked"] * 4
    now = desk.run("queries.appointments.appointment", visits[1].id)
    with pytest.raises(Invalid) as caught:
        desk.run("services.series.cancel_series", CancelSeries(now.id, now.version, ONE, " "))
    assert caught.value.code == "scheduling.reason_missing"
