"""Day and time of a visit as typed: what is wrong with them, and which moment they mean when clocks change."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from icm_desktop.domain.timeslots import Fit, LocalTime, local_to_utc
from ui.context import AppContext
from ui.dates_input import names_no_day, split_time
from ui.widgets.date_edit import DateEdit
from ui.widgets.time_edit import TimeEdit


class VisitDayEdit(DateEdit):
    """Takes the time along when it is typed behind the day: "8 dec 2:30 pm"."""

    def __init__(self, context: AppContext, time: TimeEdit) -> None:
        super().__init__(context)
        self._time = time

    def _day_part(self, text: str) -> str:
        day, time = split_time(text, self._context.formatting.today())
        if time:
            self._time.setText(time)
        return day


class VisitTime:
    """Watches two fields; `later` is shown when the clocks go back and the time comes twice."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.time = TimeEdit(context)
        self.day = VisitDayEdit(context, self.time)
        self.later = QCheckBox(self.tr("The second time it is this &late that night"))
        self.later.setMinimumHeight(context.theme.px(28))
        self.later.hide()
        self.day.day_changed.connect(lambda _day: self._watch())
        self.time.textChanged.connect(lambda _text: self._watch())

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("VisitTime", text)

    def show(self, starts_at: dt.datetime) -> None:
        """Show a moment (aware UTC)."""
        local = self._context.formatting.local(starts_at)
        self.day.set_day(local.date())
        self.time.set_time(local.time())
        self.later.setChecked(bool(local.fold))

    def day_problem(self) -> str:
        """What is wrong with the day, or ""."""
        if self.day.day is not None:
            return ""
        if names_no_day(self.day.text()):
            return self.tr("There is no such day in the calendar. Enter another one.")
        return self.tr("Enter a day, for example fri, +2w or 14 jul.")

    def time_problem(self) -> str:
        """What is wrong with the time on that day, or ""."""
        if self.time.time is None:
            return self.tr("Enter a time, for example 9:30 or 2 pm.")
        if self.day.day is not None and self._means().fit is Fit.GAP:
            return self.tr("The clocks go forward then: this time does not exist on that day.")
        return ""

    def starts_at(self) -> dt.datetime:
        """The moment meant, aware UTC; of a time that comes twice the first, unless `later` is ticked."""
        means = self._means()
        return means.choices[-1 if means.fit is Fit.OVERLAP and self.later.isChecked() else 0]

    def _means(self) -> LocalTime:
        day, time = self.day.day or self._context.formatting.today(), self.time.time or dt.time()
        return local_to_utc(dt.datetime.combine(day, time), self._context.formatting.zone)

    def _watch(self) -> None:
        complete = self.day.day is not None and self.time.time is not None
        self.later.setVisible(complete and self._means().fit is Fit.OVERLAP)
