"""Calendar: a day by clinician or room, a week, or a list; the months and what needs booking beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.calendar import MOST_COLUMNS
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.scheduling import AppointmentRow, Setup, Slot
from icm_desktop.domain.appointment_states import CANCELLED
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.book import BookingStart
from ui.dialogs.calendar_files import CalendarFiles
from ui.dialogs.day_sheet import show_day_sheet
from ui.page import Page
from ui.pages.calendar_actions import actions_of
from ui.pages.calendar_bar import CalendarBar
from ui.pages.calendar_commands import Booking
from ui.pages.calendar_due import DueBooking
from ui.pages.calendar_filters import CalendarFilters
from ui.pages.calendar_layout import OUTSIDE, DayColumn
from ui.pages.calendar_shown import CALENDAR_SHOWS, CLINICIANS, ROOMS, WEEK, CalendarShown
from ui.pages.calendar_side import CalendarHalves, CalendarSide
from ui.pages.calendar_tray import CalendarTray
from ui.pages.calendar_tray_acts import TrayActs
from ui.pages.calendar_views import CalendarViews
from ui.pages.calendar_visit_acts import VisitActs
from ui.pages.calendar_words import VisitWords
from ui.record_acts import RecordActs
from ui.widgets.holidays_notice import HolidaysNotice

_ROW_ACTIONS = ("calendar.open", "calendar.chart")


class CalendarPage(Page):
    """The day of the practice."""

    name = "calendar"
    icon = "calendar-days"
    order = 3
    privilege = Privilege.APPOINTMENTS
    shows = CALENDAR_SHOWS

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = VisitWords(context)
        self.now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
        self.booking = Booking(context, self)
        self._book_for: int | None = None
        self.notice = HolidaysNotice(context)
        self.bar = CalendarBar(context, self.notice)
        self.filters = CalendarFilters(context, self)
        self.shown = CalendarShown(context, self.bar, self.filters, self)
        self.tray = CalendarTray(context)
        self.side = CalendarSide(context, self.tray)
        self.due = DueBooking(context, self.booking, self, self.tray.what)
        self.hands = TrayActs(self)
        self.files = CalendarFiles(context, self)
        self.acts = RecordActs(context, self, self.name, self._record)
        self.visit_acts = VisitActs(context, self.booking, self.current_visit)
        menu = (*_ROW_ACTIONS, "", *self.visit_acts.ids, "", *self.acts.ids)
        self.stack = CalendarViews(context, self.words, lambda: self.now(), menu)  # noqa: PLW0108  as it is then
        self.grid, self.list, self.empty = self.stack.grid, self.stack.list, self.stack.empty
        self.halves = CalendarHalves(context, self.side, self.stack)
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Calendar")

    # putting together

    def _lay_out(self) -> None:
        theme = self.context.theme
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        page.setSpacing(theme.px(8))
        page.addWidget(self.bar)
        page.addWidget(self.halves.widget, 1)

    def _wire(self) -> None:
        self.grid.visit_opened.connect(self.booking.open_visit)
        self.grid.slot_chosen.connect(self._book_slot)
        self.grid.start_chosen.connect(self._book_at)
        self.list.opened.connect(self.booking.open_visit)
        self.grid.put_down.connect(self.hands.drop)
        self.stack.moved.connect(self._enable)
        self.stack.load.day_chosen.connect(self._open_day_of)
        self.filters.changed.connect(self._ask)
        self.shown.changed.connect(self._show)
        self.tray.book_wanted.connect(lambda _row: self.hands.book())
        self.tray.row_changed.connect(self._enable)
        self.tray.counted.connect(self.bar.count_due)
        self.halves.turned.connect(self.bar.show_tools)
        self.side.day_wanted.connect(self._turn_to)
        self.bar.filter_wanted.connect(self.filters.open)
        self.bar.everything_wanted.connect(self.filters.clear)
        self.bar.columns_wanted.connect(self.turn_columns)
        self.bar.shown_changed.connect(self._show)
        self.bar.kind_changed.connect(self.shown.ask_slots)
        self.bar.whose_changed.connect(self.shown.ask)
        self.bar.view_wanted.connect(self.use_view)
        self.bar.tray_wanted.connect(self.halves.toggle)
        self.bar.print_wanted.connect(self.print_day)
        self.bar.step_wanted.connect(self.step)
        self.bar.today_wanted.connect(self.go_today)
        self.bar.day_wanted.connect(self._jump)
        self.bar.toggle_wanted.connect(self.toggle_view)
        self.bar.book_wanted.connect(self.book)
        self.empty.chosen.connect(lambda _at: self.booking.set_up_clinicians())
        self.booking.booked.connect(self._booked)

    # what is asked and shown

    @property
    def day(self) -> dt.date:
        """The day in view, or a day of the week in view."""
        return self.shown.day

    def first_day(self) -> dt.date:
        """The first day something can be booked on from here."""
        return max(self.day, self.context.formatting.today())

    def refresh(self) -> None:
        def known(setup: Setup) -> None:
            self.bar.show_kinds(setup)
            self.filters.know(setup)
            self._ask()

        self.notice.refresh()
        if self.filters.needs_sites:
            self.context.jobs.run("queries.set_up.sites", owner=self, done=self.filters.know_sites)
        self.context.jobs.run("queries.calendar.setup", owner=self, done=known)
        self.tray.refresh()

    def _ask(self) -> None:
        self.shown.name()
        self.bar.show_way(self.shown.kind)
        self.side.show_day(self.day, self.filters.shown)
        self.shown.ask()

    def _show(self) -> None:
        if not self.shown.views and self.shown.load is None:
            return
        self.stack.show_days(self.shown)
        self.bar.count_cancelled(sum(visit.status == CANCELLED for visit in self.shown.every_visit()))
        self.bar.say_closed(self.shown.closed)
        self.bar.offer_list(not self.stack.overview)
        self.bar.what.say(self.filters.words(), self.shown.paged, rooms=self.shown.kind == ROOMS)
        self._enable()
        self.context.feedback.count(self.status())

    def status(self) -> str:
        if self.shown.load is not None:
            return self.tr("{count} clinicians").format(count=len(self.shown.load.rows))
        if not self.shown.views:
            return ""
        shown, total = len(self.shown.visits()), len(self.shown.every_visit())
        return self.tr("{shown} of {total} visits").format(shown=shown, total=total)

    def current_visit(self) -> AppointmentRow | None:
        """The visit the keyboard is on."""
        return self.stack.current_visit()

    def _enable(self) -> None:
        row = self.tray.row
        for action_id in _ROW_ACTIONS:
            self.context.actions.set_enabled(action_id, self.current_visit() is not None)
        for action_id in ("calendar.book_due", "calendar.due_chart"):
            self.context.actions.set_enabled(action_id, row is not None)
        self.context.actions.set_enabled("calendar.hold_due", self.due.may_hold(row))
        self.context.actions.set_enabled("calendar.no_booking", self.due.may_leave(row))
        self.visit_acts.enable()
        self.acts.enable()

    def _record(self) -> tuple[FactRef, PatientHead] | None:
        visit = self.current_visit()
        return (FactRef("appointment", visit.id), visit.head) if visit is not None else None

    # walking

    def show_day(self, day: dt.date) -> None:
        """Turn to a day."""
        self.shown.day = day
        self.refresh()

    def step(self, days: int) -> None:
        """Turn some days on or back; in a week, one day is a week."""
        week = self.shown.kind == WEEK and abs(days) == 1
        self.show_day(self.day + dt.timedelta(days=7 * days if week else days))

    def go_today(self) -> None:
        """Turn to today."""
        self.show_day(self.context.formatting.today())

    def _jump(self, day: dt.date) -> None:
        self.show_day(day)
        self.focus_first()

    def _turn_to(self, day: dt.date) -> None:
        """A day of the months; the keyboard stays there where both are in view."""
        self.show_day(day)
        self.halves.back_to_days()

    def _open_day_of(self, day: dt.date, clinician_id: int, place: int) -> None:
        """From how full the week is to a day of it, with the clinician in view."""
        self.filters.show_column(place, MOST_COLUMNS)
        self.shown.day = day
        self.grid.go_to_column(clinician_id)
        self.use_view(CLINICIANS)

    def turn_columns(self, pages: int) -> None:
        """Show clinicians or rooms farther on, or back."""
        self.filters.turn(pages, self.shown.paged)

    def use_view(self, kind: str) -> None:
        """By clinician, by room, or a week."""
        self.shown.turn(kind)
        self.stack.use_list(False)
        self.bar.say_view(as_list=False)
        self.refresh()
        self.focus_first()

    def toggle_view(self) -> None:
        """The day by clinician, or as a list: the same visits, the same keys."""
        if self.stack.currentWidget() is not self.empty and not self.stack.overview:
            self.stack.toggle_list()
            self.bar.say_view(as_list=self.stack.as_list)
            self.focus_first()

    # commands

    def actions_offered(self) -> Iterable[Action]:
        yield from actions_of(self)

    def primary_action(self) -> str | None:
        return "appointment.new"

    def new(self) -> None:
        """Book from anywhere; on this page from the day shown."""
        on_page = self.isVisible() and self.day > self.context.formatting.today()
        self.booking.book(start=BookingStart(after=self.day) if on_page else None)

    def book(self) -> None:
        """Book what the keyboard is on in the tray; else at the free time it is on, else from the day shown."""
        if self.tray.table.hasFocus() and self.tray.row is not None:
            self.hands.book()
            return
        cell = None if self.stack.as_list or self.stack.overview else self.grid.current_cell()
        if cell is not None and cell.block is None and (cell.open or cell.slot is not None):
            self.grid.open_current()
        else:
            self.booking.book(start=self._start())

    def _start(self) -> BookingStart:
        return BookingStart(type_id=self.bar.type_id, after=self.first_day())

    def _book_slot(self, slot: Slot) -> None:
        self.booking.book(start=replace(self._start(), slot=slot))

    def _book_at(self, starts_at: dt.datetime, column: DayColumn) -> None:
        if column.key == OUTSIDE:
            self.booking.record_outside(starts_at=starts_at)
        else:
            self.booking.book(start=replace(self._start(), at=starts_at, clinician_id=column.clinician_id))

    def print_day(self) -> None:
        """The day on paper, before it is printed."""
        clinician_id = self.bar.whose if self.shown.kind == WEEK else None
        by_room = self.shown.kind == ROOMS
        show_day_sheet(self.context, self.day, clinician_id, self.bar.with_cancelled, self, by_room=by_room)

    def _booked(self, visit: AppointmentRow) -> None:
        """Show the visit if the calendar is in view."""
        if self.isVisible():
            self.stack.land_on(visit.id)
            self.show_day(self.context.formatting.local(visit.starts_at).date())

    def open_current(self) -> None:
        """Open the visit the keyboard is on."""
        if (visit := self.current_visit()) is not None:
            self.booking.open_visit(visit)

    def open_chart(self) -> None:
        """Open the chart of the visit's patient."""
        if (visit := self.current_visit()) is not None:
            self.context.navigation.open_chart(visit.head.id)

    # place

    def state(self) -> Mapping[str, object]:
        visit = self.current_visit()
        return {
            "day": self.day.isoformat(),
            "as_list": self.stack.as_list,
            "visit": visit.id if visit is not None else None,
            "cancelled": self.bar.with_cancelled,
            "whose": self.bar.whose,
        }

    def restore(self, state: Mapping[str, object]) -> None:
        if isinstance(day := state.get("day"), str):
            self.shown.day, self._stale = dt.date.fromisoformat(day), True
        if isinstance(state.get("as_list"), bool):
            self.stack.use_list(bool(state["as_list"]))
            self.bar.say_view(as_list=self.stack.as_list)
        if isinstance(visit := state.get("visit"), int):
            self.stack.land_on(visit)
        if isinstance(state.get("cancelled"), bool):
            self.bar.show_cancelled(bool(state["cancelled"]))
        if isinstance(whose := state.get("whose"), int):
            self.bar.show_whose(whose)
        if isinstance(appointment_id := state.get("appointment"), int):
            self._find(appointment_id)
        if isinstance(patient_id := state.get("book_for"), int):
            self._book_for = patient_id

    def _find(self, appointment_id: int) -> None:
        """Turn to the day of a visit."""

        def found(visit: AppointmentRow) -> None:
            self.stack.land_on(visit.id)
            self.show_day(self.context.formatting.local(visit.starts_at).date())

        self.context.jobs.run("queries.appointments.appointment", appointment_id, owner=self, done=found)

    def focus_first(self) -> None:
        (self.stack.currentWidget() or self).setFocus()
        if self._book_for is not None:
            patient_id, self._book_for = self._book_for, None
            self.booking.book(patient_id)

    def panes(self) -> Sequence[QWidget]:
        return (self.bar.kind, self.side.months, self.tray.table, self.stack.currentWidget() or self)
