"""The days in view, in whichever way they show: by clinician or room, as a list, how full a week is, or nobody yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.pages.calendar_drag import DragGrid
from ui.pages.calendar_load import LoadGrid
from ui.pages.calendar_shown import CalendarShown
from ui.pages.calendar_words import VisitWords
from ui.tables.view import RowsTable
from ui.widgets.empty_state import EmptyState


class CalendarViews(QStackedWidget):
    """Shows what `CalendarShown` found; `moved` when the keyboard is on something else."""

    moved = Signal()

    def __init__(
        self, context: AppContext, words: VisitWords, now: Callable[[], dt.datetime], menu: Sequence[str]
    ) -> None:
        super().__init__()
        self.grid = DragGrid(context, words, now, menu)
        self.list: RowsTable[AppointmentRow] = RowsTable(
            context, "calendar", words.columns(), lambda row: row.id, words.sentence, menu=menu,
            privilege=Privilege.APPOINTMENTS,
        )  # fmt: skip
        self.load = LoadGrid(context)
        self.empty = EmptyState(
            self.tr("No clinicians yet."), self.tr("Set up who sees patients, and when."), self.tr("Set them up")
        )
        self._list_wanted = False
        self._go_to: int | None = None
        self.grid.setAccessibleName(self.tr("The day by clinician"))
        self.list.setAccessibleName(self.tr("The day as a list"))
        self.load.setAccessibleName(self.tr("How full the week is"))
        for part in (self.grid, self.list, self.load, self.empty):
            self.addWidget(part)
        self.grid.moved.connect(lambda _cell: self.moved.emit())
        self.list.row_changed.connect(lambda _row: self.moved.emit())

    def show_days(self, shown: CalendarShown) -> None:
        """Show what was found."""
        if shown.load is not None:
            self.load.set_load(shown.load, shown.day)
        else:
            self.grid.set_plan(shown.plan())
            self.list.set_rows(shown.visits())
        if not shown.clinicians:
            self.setCurrentWidget(self.empty)
        elif shown.load is not None:
            self.setCurrentWidget(self.load)
        else:
            self.setCurrentWidget(self.list if self._list_wanted else self.grid)
        self._land()

    def _land(self) -> None:
        if self._go_to is not None and not self.overview:
            self.grid.go_to_visit(self._go_to)
            self.list.go_to(self._go_to)
            self._go_to = None

    def land_on(self, appointment_id: int) -> None:
        """Put the keyboard on a visit as soon as its day shows."""
        self._go_to = appointment_id

    # which way

    @property
    def as_list(self) -> bool:
        """Whether the day shows as a list."""
        return self._list_wanted

    @property
    def overview(self) -> bool:
        """Whether no visits show, only how full days are."""
        return self.currentWidget() is self.load

    def use_list(self, wanted: bool) -> None:
        """The day as a list, or by clinician."""
        self._list_wanted = wanted
        if self.currentWidget() in (self.grid, self.list):
            self.setCurrentWidget(self.list if wanted else self.grid)

    def toggle_list(self) -> None:
        """The other way: the same visits, the same keys."""
        visit = self.current_visit()
        self.use_list(not self._list_wanted)
        if visit is not None:
            self.land_on(visit.id)
            self._land()

    # what the keyboard is on

    def current_visit(self) -> AppointmentRow | None:
        """The visit the keyboard is on."""
        if self.overview:
            return None
        if self.as_list:
            return self.list.current_row()
        cell = self.grid.current_cell()
        return cell.block.visit if cell is not None and cell.block is not None else None
