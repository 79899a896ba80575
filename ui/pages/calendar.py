"""Calendar: one day by clinician, as a picture of the day or as a list; book, move, and what became of a visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.scheduling import AppointmentRow, DayView, FindSlots, Slot, Slots
from icm_desktop.domain.appointment_states import CANCELLED
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.book import BookingStart
from ui.latest import Latest
from ui.page import Page
from ui.pages.calendar_bar import CalendarBar
from ui.pages.calendar_commands import Booking
from ui.pages.calendar_grid import DayGrid
from ui.pages.calendar_layout import NOBODY, OUTSIDE, plan_day
from ui.pages.calendar_words import VisitWords
from ui.record_acts import RecordActs
from ui.tables.view import RowsTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.holidays_notice import HolidaysNotice

_ROW_ACTIONS = ("calendar.open", "calendar.chart")


class CalendarPage(Page):
    """The day of the practice."""

    name = "calendar"
    icon = "calendar-days"
    order = 3
    privilege = Privilege.APPOINTMENTS
    shows = frozenset(
        {"appointment", "clinician", "appointment_type", "patient", "import", "absence", "closure", "site"}
    )

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = VisitWords(context)
        self.now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
        self.booking = Booking(context, self)
        self._asked, self._slots_asked = Latest(context.jobs, self), Latest(context.jobs, self)
        self.day = context.formatting.today()
        self.view: DayView | None = None
        self._slots: tuple[Slot, ...] = ()
        self._book_for: int | None = None
        self._go_to: int | None = None
        self.bar = CalendarBar(context)
        self.acts = RecordActs(context, self, self.name, self._record)
        menu = (*_ROW_ACTIONS, "", *self.acts.ids)
        self.grid = DayGrid(context, self.words, self._now, menu)
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
        page.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.grid.visit_opened.connect(self.booking.open_visit)
        self.grid.slot_chosen.connect(self._book_slot)
        self.grid.start_chosen.connect(self._book_at)
        self.list.opened.connect(self.booking.open_visit)
        self.grid.moved.connect(lambda _cell: self._enable())
        self.list.row_changed.connect(lambda _row: self._enable())
        self.bar.shown_changed.connect(self._show)
        self.bar.kind_changed.connect(self._ask_slots)
        self.bar.step_wanted.connect(self.step)
        self.bar.today_wanted.connect(self.go_today)
        self.bar.day_wanted.connect(self._jump)
        self.bar.toggle_wanted.connect(self.toggle_view)
        self.bar.book_wanted.connect(self.book)
        self.empty.chosen.connect(lambda _at: self.booking.set_up_clinicians())
        self.booking.booked.connect(self._booked)

    def _now(self) -> dt.datetime:
        return self.now()

    # what is asked and shown

    def refresh(self) -> None:
        self.bar.show_day(self.day)
        self.notice.refresh()
        self.context.jobs.run("queries.calendar.setup", owner=self, done=self.bar.show_kinds)
        self._asked.ask("queries.calendar.day_view", self.day, done=self._show_day)

    def _show_day(self, view: DayView) -> None:
        self.view, self._slots = view, ()
        if view.clinicians and self.day >= self.context.formatting.today():
            self._ask_slots()
        else:
            self._show()

    def _ask_slots(self) -> None:
        asked = FindSlots(self.bar.minutes, self.day)
        self._slots_asked.ask(
            "queries.slots.free_slots", asked, done=self._show_slots, failed=lambda _error: self._show()
        )

    def _show_slots(self, found: Slots) -> None:
        self._slots = found.slots
        self._show()

    def _show(self) -> None:
        view = self.view
        if view is None:
            return
        visits = self._visits(view)
        names = {OUTSIDE: self.tr("Outside"), NOBODY: self.tr("No clinician")}
        shown = replace(view, appointments=visits)
        self.grid.set_plan(plan_day(shown, self._slots, self.context.formatting.zone, names))
        self.list.set_rows(visits)
        if not view.clinicians and not view.appointments:
            self.stack.setCurrentWidget(self.empty)
        elif self.stack.currentWidget() is self.empty:
            self.stack.setCurrentWidget(self.grid)
        cancelled = sum(visit.status == CANCELLED for visit in view.appointments)
        self.bar.count_cancelled(cancelled)
        self.bar.say_closed(view.closed)
        self._land()
        self._enable()
        self.context.feedback.count(self.status())

    def _visits(self, view: DayView) -> tuple[AppointmentRow, ...]:
        if self.bar.with_cancelled:
            return view.appointments
        return tuple(visit for visit in view.appointments if visit.status != CANCELLED)

    def _land(self) -> None:
        """Put the keyboard on the visit somebody wants to see."""
        if self._go_to is not None:
            self.grid.go_to_visit(self._go_to)
            self.list.go_to(self._go_to)
            self._go_to = None

    def status(self) -> str:
        if self.view is None:
            return ""
        shown, total = len(self._visits(self.view)), len(self.view.appointments)
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
        for action_id in _ROW_ACTIONS:
            self.context.actions.set_enabled(action_id, self.current_visit() is not None)
        self.acts.enable()

    def _record(self) -> tuple[FactRef, PatientHead] | None:
        visit = self.current_visit()
        return (FactRef("appointment", visit.id), visit.head) if visit is not None else None

    # walking

    def show_day(self, day: dt.date) -> None:
        """Turn to a day."""
        self.day = day
        self.refresh()

    def step(self, days: int) -> None:
        """Turn some days on or back."""
        self.show_day(self.day + dt.timedelta(days=days))

    def go_today(self) -> None:
        """Turn to today."""
        self.show_day(self.context.formatting.today())

    def _jump(self, day: dt.date) -> None:
        self.show_day(day)
        self.focus_first()

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
        here, who = self.name, Privilege.APPOINTMENTS
        yield Action("appointment.new", self.tr("&Appointment"), self.new, None, "calendar-plus", "new", GLOBAL, who,
                     (self.tr("book"), self.tr("visit")))  # fmt: skip
        yield Action("appointment.outside", self.tr("Visit &elsewhere"), self.booking.record_outside, None,
                     "building-2", "new", GLOBAL, who, (self.tr("outside"), self.tr("hospital")))  # fmt: skip
        yield Action("calendar.book", self.tr("&Book here"), self.book, "Ctrl+B", "calendar-plus", "work", here, who)
        yield Action("calendar.open", self.tr("&Open visit"), self.open_current, None, "calendar-check", "work", here,
                     who, (self.tr("arrived"), self.tr("no-show"), self.tr("cancel"), self.tr("move")))  # fmt: skip
        yield Action("calendar.chart", self.tr("Open c&hart"), self.open_chart, None, "file-text", "work", here, who)
        yield from self.acts.actions(here, Privilege.DEMOGRAPHICS)
        yield from self._ways(here, who)
        yield Action("tools.clinicians", self.tr("&Clinicians and hours…"), self.booking.set_up_clinicians, None,
                     "stethoscope", "tools", GLOBAL, who, (self.tr("calendar"), self.tr("working hours")))  # fmt: skip
        yield Action("tools.visit_types", self.tr("&Kinds of visit…"), self.booking.set_up_types, None, "timer",
                     "tools", GLOBAL, who, (self.tr("appointment types"), self.tr("length")))  # fmt: skip

    def _ways(self, here: str, who: Privilege) -> Iterable[Action]:
        for action_id, words, act, key, picture in (
            ("calendar.before", self.tr("Day be&fore"), lambda: self.step(-1), "Ctrl+Left", "chevron-left"),
            ("calendar.after", self.tr("Day a&fter"), lambda: self.step(1), "Ctrl+Right", "chevron-right"),
            ("calendar.week_before", self.tr("Week before"), lambda: self.step(-7), "Ctrl+Shift+Left", None),
            ("calendar.week_after", self.tr("Week after"), lambda: self.step(7), "Ctrl+Shift+Right", None),
            ("calendar.today", self.tr("Go to &today"), self.go_today, "Ctrl+T", "calendar"),
            ("calendar.jump", self.tr("&Go to day…"), self.bar.jump.setFocus, "Ctrl+G", None),
            ("calendar.as_list", self.tr("&List or day"), self.toggle_view, "Ctrl+Shift+V", "list"),
        ):
            yield Action(action_id, words, act, key, picture, "view", here, who, group=7)

    def primary_action(self) -> str | None:
        return "appointment.new"

    def new(self) -> None:
        """Book from anywhere; on this page from the day shown."""
        on_page = self.isVisible() and self.day > self.context.formatting.today()
        self.booking.book(start=BookingStart(after=self.day) if on_page else None)

    def book(self) -> None:
        """Book at the free time the keyboard is on, else from the day shown."""
        cell = None if self.as_list else self.grid.current_cell()
        if cell is not None and cell.block is None and (cell.open or cell.slot is not None):
            self.grid.open_current()
        else:
            self.booking.book(start=self._start())

    def _start(self) -> BookingStart:
        return BookingStart(type_id=self.bar.type_id, after=max(self.day, self.context.formatting.today()))

    def _book_slot(self, slot: Slot) -> None:
        self.booking.book(start=replace(self._start(), slot=slot))

    def _book_at(self, starts_at: dt.datetime, clinician_id: int | None) -> None:
        if clinician_id is None:
            self.booking.record_outside()
        else:
            self.booking.book(start=replace(self._start(), at=starts_at, clinician_id=clinician_id))

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
        }

    def restore(self, state: Mapping[str, object]) -> None:
        if isinstance(day := state.get("day"), str):
            self.day, self._stale = dt.date.fromisoformat(day), True
        if isinstance(state.get("as_list"), bool):
            self._use_list(bool(state["as_list"]))
        if isinstance(visit := state.get("visit"), int):
            self._go_to = visit
        if isinstance(state.get("cancelled"), bool):
            self.bar.show_cancelled(bool(state["cancelled"]))
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
        return (self.bar.kind, self.stack.currentWidget() or self)
