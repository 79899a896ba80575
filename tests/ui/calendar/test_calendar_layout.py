"""Where visits of a day are drawn: side by side only when they overlap in time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from icm_desktop.contracts.calendar import CalendarClinician, DayView
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import AppointmentRow
from ui.pages.calendar_layout import DayPlan, plan_day

DAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
NAMES = {"outside": "Outside", "nobody": "No clinician"}


def visit(number: int, minute: int, minutes: int | None = 20) -> AppointmentRow:
    head = PatientHead(number, f"{number:06d}", "Lopez", "Maria", None, None, "1958-03-04", "female", "es", None)
    starts_at = NOON + dt.timedelta(minutes=minute)
    return AppointmentRow(
        number, 1, head, starts_at, minutes, 1, "Dr. Kim", None, None, None, None, "booked", False, False, None, None
    )


def day(*visits: AppointmentRow) -> DayPlan:
    return plan_day(DayView(DAY, (CalendarClinician(1, "Dr. Kim"),), (), visits), (), ZoneInfo("UTC"), NAMES)


def test_visits_of_twenty_minutes_in_a_row_stand_in_one_column() -> None:
    plan = day(visit(1, 0), visit(2, 20), visit(3, 40))
    assert [column.place for column in plan.columns if column.key == 1] == [0]
    assert [block.visit.id for block in plan.columns[0].blocks] == [1, 2, 3]


def test_every_row_belongs_to_one_visit_and_every_visit_has_a_row() -> None:
    plan = day(visit(1, 0), visit(2, 20), visit(3, 40))
    blocks = plan.columns[0].blocks
    covered = [row for block in blocks for row in range(block.first, block.first + block.rows)]
    assert len(covered) == len(set(covered))
    assert all(block.rows > 0 for block in blocks)


def test_a_visit_is_drawn_from_its_start_to_its_end() -> None:
    second = day(visit(1, 0), visit(2, 20)).columns[0].blocks[1]
    assert second.top == pytest.approx((4 * 60 + 20) / 15)  # the day begins at 8
    assert second.high == pytest.approx(20 / 15)


def test_visits_that_overlap_stand_side_by_side() -> None:
    plan = day(visit(1, 0, 40), visit(2, 20))
    assert [column.place for column in plan.columns if column.key == 1] == [0, 1]


def test_two_visits_that_begin_in_one_row_stand_side_by_side() -> None:
    plan = day(visit(1, 0, 5), visit(2, 5, 5))
    assert [column.place for column in plan.columns if column.key == 1] == [0, 1]
