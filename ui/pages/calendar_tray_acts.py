"""What the commands of the tray do on the calendar: with the row or the visit the keyboard is on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.scheduling import AppointmentRow
from ui.dialogs.hold import HoldDialog
from ui.pages.calendar_layout import DayColumn

if TYPE_CHECKING:
    from ui.pages.calendar import CalendarPage


class TrayActs:
    """Of the calendar `page`."""

    def __init__(self, page: CalendarPage) -> None:
        self._page = page

    def book(self) -> None:
        """Book the row of the tray, wherever the keyboard is."""
        if (row := self._page.tray.row) is not None:
            self._page.due.book(row, self._page.first_day())

    def leave(self) -> None:
        """No appointment is needed for the row of the tray."""
        row = self._page.tray.row
        if row is not None and self._page.due.may_leave(row):
            self._page.due.leave(row)

    def hold(self) -> None:
        """Put the row of the tray off until a day."""
        page = self._page
        if (row := page.tray.row) is None:
            return
        dialog = HoldDialog(page.context, row.key, row.head, page.tray.what(row), page.window())
        act = QCoreApplication.translate("TrayActs", "hold")
        name = f"{act}, {row.head.family.upper()}"
        dialog.saved.connect(lambda done: page.context.feedback.done(dialog.told(), name, done.changes))
        dialog.open()

    def open_chart(self) -> None:
        """Open the chart of the patient in the tray."""
        if (row := self._page.tray.row) is not None:
            self._page.context.navigation.open_chart(row.head.id)

    def pick_up(self) -> None:
        """Take what the keyboard is on in hand: a row of the tray, or a visit."""
        page = self._page
        thing = page.tray.row if page.tray.table.hasFocus() else page.current_visit()
        if thing is not None:
            page.due.pick_up(thing)
            page.halves.back_to_days()
            if not page.stack.as_list:
                page.grid.setFocus()

    def put_down(self) -> None:
        """Put what is in hand at the time the keyboard is on."""
        page = self._page
        cell, plan = page.grid.current_cell(), page.grid.day_model.plan
        if page.due.held is not None and cell is not None and plan is not None and not page.stack.as_list:
            page.due.put(page.due.held, plan.start_of(cell.row, cell.column), cell.column)

    def drop(self, visit: AppointmentRow | None, starts_at: dt.datetime, column: DayColumn) -> None:
        """Put a dragged visit, or the dragged row of the tray, where it was let go."""
        thing = visit or self._page.tray.row
        if thing is not None:
            self._page.due.put(thing, starts_at, column)
