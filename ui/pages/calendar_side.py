"""Beside the days: the weeks around them, and what needs booking. With large text it takes the place of the days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from icm_desktop.contracts.calendar import AskMonths, CalendarFilter, MonthDay
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.calendar_months import WEEKS, MonthStrip, month_later
from ui.pages.calendar_tray import CalendarTray
from ui.pages.calendar_what import ROOM_FOR_ALL, bar_button
from ui.widgets.beside import beside
from ui.widgets.labels import Text


class CalendarSide(QWidget):
    """Turns by itself to the weeks that are asked for; `day_wanted` when a day of them is chosen."""

    day_wanted = Signal(object)  # datetime.date

    def __init__(self, context: AppContext, tray: CalendarTray, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.tray = context, tray
        self._asked = Latest(context.jobs, self)
        self._let = CalendarFilter()
        self.month = Text("section")
        self.months = MonthStrip(context)
        self._lay_out()
        self.months.day_wanted.connect(self.day_wanted)
        self.months.weeks_wanted.connect(self._ask)
        self.months.selectionModel().currentChanged.connect(lambda _now, _before: self._name())

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.upper = QWidget()
        upper = QVBoxLayout(self.upper)
        upper.setContentsMargins(0, 0, 0, theme.px(8))
        upper.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(bar_button("chevron-left", self.tr("Month before"), lambda: self._turn(-1), bare=True))
        head.addWidget(self.month, 1)
        head.addWidget(bar_button("chevron-right", self.tr("Month after"), lambda: self._turn(1), bare=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(4))
        upper.addLayout(head)
        upper.addWidget(self.months)
        upper.addStretch(0)
        column.addWidget(self.upper)
        column.addWidget(self.tray, 1)

    def show_day(self, day: dt.date, let: CalendarFilter) -> None:
        """The day in view and what shows of it."""
        self._let = let
        self.months.turn(day)

    def _turn(self, months: int) -> None:
        self.day_wanted.emit(month_later(self.months.day, months))

    def _ask(self, first: dt.date) -> None:
        last = first + dt.timedelta(days=7 * WEEKS - 1)

        def found(days: tuple[MonthDay, ...]) -> None:
            self.months.show_days(first, days)
            self._name()

        self._asked.ask("queries.calendar_overview.month_days", AskMonths(first, last, self._let), done=found)

    def _name(self) -> None:
        index = self.months.currentIndex()
        day = self.months.month_model.day(index) if index.isValid() else self.months.day
        self.month.setText(f"{self._context.formatting.month_names()[day.month - 1]} {day.year}")


class CalendarHalves(QObject):
    """The side and the days beside each other; with large text one at a time: the days, what needs booking, months."""

    turned = Signal(bool)  # whether the days are in view

    def __init__(self, context: AppContext, side: CalendarSide, days: QWidget) -> None:
        super().__init__(days)
        self._context, self._side, self._days = context, side, days
        self.widget = beside(side, days, 74, 420)
        ignored = QSizePolicy.Policy.Ignored  # the bar must keep its rows, however large the text
        for part in (side, days):
            part.setSizePolicy(ignored, ignored)
        self._share()
        context.theme.theme_changed.connect(self._share)

    @property
    def roomy(self) -> bool:
        """Whether there is room for both."""
        return self._context.theme.points <= ROOM_FOR_ALL

    def _share(self) -> None:
        for part in (self._side.upper, self._side.tray, self._side):
            part.setVisible(self.roomy or part is not self._side)
        self._days.setVisible(True)
        self.turned.emit(True)

    def toggle(self) -> None:
        """Show what needs booking, or give its room to the days."""
        if self.roomy:
            self._side.setVisible(not self._side.isVisible())
        elif self._side.isVisible():
            self.back_to_days()
        else:
            self._instead(self._side.tray)

    def _instead(self, part: QWidget) -> None:
        """One part of the side in the place of the days."""
        for each in (self._side.upper, self._side.tray):
            each.setVisible(each is part)
        self._side.show()
        self._days.hide()
        self.turned.emit(False)
        (self._side.months if part is self._side.upper else self._side.tray).setFocus()

    def back_to_days(self) -> None:
        """Where there is room for one of them only, the days."""
        if not self.roomy and self._side.isVisible():
            self._share()
            self._days.setFocus()

    def go_to_months(self) -> None:
        """Walk the months by keyboard."""
        if not self.roomy:
            self._instead(self._side.upper)
            return
        self._side.show()
        self._side.months.setFocus()
