"""Calendar: a day by clinician or room, a week, or a list, and what needs booking beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

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
from ui.pages.calendar_bar import ROOM_FOR_ALL, CalendarBar
from ui.pages.calendar_commands import Booking
from ui.pages.calendar_drag import DragGrid
from ui.pages.calendar_due import DueBooking
from ui.pages.calendar_layout import OUTSIDE, DayColumn
from ui.pages.calendar_shown import CALENDAR_SHOWS, WEEK, CalendarShown
from ui.pages.calendar_tray import CalendarTray
from ui.pages.calendar_tray_acts import TrayActs
from ui.pages.calendar_visit_acts import VisitActs
from ui.pages.calendar_words import VisitWords
from ui.record_acts import RecordActs
from ui.tables.view import RowsTable
from ui.widgets.beside import beside
from ui.widgets.empty_state import EmptyState
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
        self._go_to: int | None = None
        self.bar = CalendarBar(context)
        self.shown = CalendarShown(context, self.bar, self)
        self.tray = CalendarTray(context)
        self.due = DueBooking(context, self.booking, self, self.tray.what)
        self.hands = TrayActs(self)
        self.files = CalendarFiles(context, self)
        self.acts = RecordActs(context, self, self.name, self._record)
        self.visit_acts = VisitActs(context, self.booking, self.current_visit)
        menu = (*_ROW_ACTIONS, "", *self.visit_acts.ids, "", *self.acts.ids)
        self.grid = DragGrid(context, self.words, lambda: self.now(), menu)  # noqa: PLW0108  as it is then
        self.list: RowsTable[AppointmentRow] = RowsTable(
            context, "calendar", self.words.columns(), lambda row: row.id, self.words.sentence, menu=menu,
            privilege=Privilege.APPOINTMENTS,
        )  # fmt: skip
        self.empty = EmptyState(
            self.tr("No clinicians yet."), self.tr("Set up who sees patients, and when."), self.tr("Set them up")
        )
        self.notice = HolidaysNotice(context, self)
        self.stack = QStackedWidget()
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Calendar")

    # putting together

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.grid.setAccessibleName(self.tr("The day by clinician"))
        self.list.setAccessibleName(self.tr("The day as a list"))
        for part in (self.grid, self.list, self.empty):
            self.stack.addWidget(part)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        page.setSpacing(theme.px(8))
        page.addWidget(self.bar)
        page.addWidget(self.notice)
        page.addWidget(beside(self.tray, self.stack, 74, 420), 1)
        ignored = QSizePolicy.Policy.Ignored  # the bar must keep its rows, however large the text
        self.tray.setSizePolicy(ignored, ignored)
        self.stack.setSizePolicy(ignored, ignored)
        self.tray.setVisible(theme.points <= ROOM_FOR_ALL)

    def _wire(self) -> None:
        self.grid.visit_opened.connect(self.booking.open_visit)
        self.grid.slot_chosen.connect(self._book_slot)
        self.grid.start_chosen.connect(self._book_at)
        self.list.opened.connect(self.booking.open_visit)
        self.grid.put_down.connect(self.hands.drop)
        self.grid.moved.connect(lambda _cell: self._enable())
        self.list.row_changed.connect(lambda _row: self._enable())
        self.shown.changed.connect(self._show)
        self.tray.book_wanted.connect(lambda _row: self.hands.book())
        self.tray.row_changed.connect(self._enable)
        self.bar.shown_changed.connect(self._show)
        self.bar.kind_changed.connect(self.shown.ask_slots)
        self.bar.whose_changed.connect(self.shown.ask)
        self.bar.view_wanted.connect(self.use_view)
        self.bar.tray_wanted.connect(self.toggle_tray)
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
            self.shown.ask()

        self.shown.name()
        self.notice.refresh()
        self.bar.show_way(self.shown.kind)
        self.context.jobs.run("queries.calendar.setup", owner=self, done=known)
        self.tray.refresh()

    def _show(self) -> None:
        if not self.shown.views:
            return
        visits = self.shown.visits()
        self.grid.set_plan(self.shown.plan())
        self.list.set_rows(visits)
        if not self.shown.clinicians:
            self.stack.setCurrentWidget(self.empty)
        elif self.stack.currentWidget() is self.empty:
            self.stack.setCurrentWidget(self.grid)
        self.bar.count_cancelled(sum(visit.status == CANCELLED for visit in self.shown.every_visit()))
        self.bar.say_closed(self.shown.closed)
        self._land()
        self._enable()
        self.context.feedback.count(self.status())

    def _land(self) -> None:
        """Put the keyboard on the visit somebody wants to see."""
        if self._go_to is not None:
            self.grid.go_to_visit(self._go_to)
            self.list.go_to(self._go_to)
            self._go_to = None

    def status(self) -> str:
        if not self.shown.views:
            return ""
        shown, total = len(self.shown.visits()), len(self.shown.every_visit())
        return self.tr("{shown} of {total} visits").format(shown=shown, total=total)

    @property
    def as_list(self) -> bool:
        """Whether the day shows as a list."""
        return self.stack.currentWidget() is self.list

    def current_visit(self) -> AppointmentRow | None:
        """The visit the keyboard is on."""
        if self.as_list:
            return self.list.current_row()
        cell = self.grid.current_cell()
        return cell.block.visit if cell is not None and cell.block is not None else None

    def _enable(self) -> None:
        row = self.tray.row
        for action_id in _ROW_ACTIONS:
            self.context.actions.set_enabled(action_id, self.current_visit() is not None)
        for action_id in ("calendar.book_due", "calendar.hold_due", "calendar.due_chart"):
            self.context.actions.set_enabled(action_id, row is not None)
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

    def use_view(self, kind: str) -> None:
        """By clinician, by room, or a week."""
        self.shown.turn(kind)
        self._use_list(False)
        self.refresh()
        self.focus_first()

    def toggle_tray(self) -> None:
        """Show what needs booking, or give its room to the day."""
        self.tray.setVisible(not self.tray.isVisible())

    def toggle_view(self) -> None:
        """The day by clinician, or as a list: the same visits, the same keys."""
        if self.stack.currentWidget() is not self.empty:
            visit = self.current_visit()
            self._use_list(not self.as_list)
            if visit is not None:
                self._go_to = visit.id
                self._land()
            self.focus_first()

    def _use_list(self, wanted: bool) -> None:
        self.stack.setCurrentWidget(self.list if wanted else self.grid)
        self.bar.say_view(as_list=wanted)

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
        cell = None if self.as_list else self.grid.current_cell()
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
        show_day_sheet(self.context, self.day, clinician_id, self.bar.with_cancelled, self)

    def _booked(self, visit: AppointmentRow) -> None:
        """Show the visit if the calendar is in view."""
        if self.isVisible():
            self._go_to = visit.id
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
            "as_list": self.as_list,
            "visit": visit.id if visit is not None else None,
            "cancelled": self.bar.with_cancelled,
            "whose": self.bar.whose,
        }

    def restore(self, state: Mapping[str, object]) -> None:
        if isinstance(day := state.get("day"), str):
            self.shown.day, self._stale = dt.date.fromisoformat(day), True
        if isinstance(state.get("as_list"), bool):
            self._use_list(bool(state["as_list"]))
        if isinstance(visit := state.get("visit"), int):
            self._go_to = visit
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
            self._go_to = visit.id
            self.show_day(self.context.formatting.local(visit.starts_at).date())

        self.context.jobs.run("queries.appointments.appointment", appointment_id, owner=self, done=found)

    def focus_first(self) -> None:
        (self.stack.currentWidget() or self).setFocus()
        if self._book_for is not None:
            patient_id, self._book_for = self._book_for, None
            self.booking.book(patient_id)

    def panes(self) -> Sequence[QWidget]:
        return (self.bar.kind, self.tray.table, self.stack.currentWidget() or self)
