"""Which holidays of the shipped list the practice keeps in one year."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.set_up import ClosureRow, Closures, KeepHolidays
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm
from ui.messages import CONTEXT
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class HolidaysDialog(SetUpForm):
    """A tick for every day the practice is closed; what it did the year before is ticked when nobody has said yet."""

    def __init__(self, context: AppContext, found: Closures, before: Closures, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self._verb = self.tr("&Save")
        self.save_button.setText(self._verb)
        self.setWindowTitle(self.tr("Holidays in {year}").format(year=found.year))
        self._year = found.year
        worked = {row.name for row in before.rows if row.open_anyway} if not found.settled else set()
        days = [row for row in found.rows if row.kind == "holiday"]
        closed = [row.starts_on.isoformat() for row in days if not row.open_anyway and row.name not in worked]
        self.days = CheckGroup([(row.starts_on.isoformat(), self._words(row)) for row in days], closed, columns=1)
        told = self.tr("Ticked: the practice is closed. Not ticked: you work and visits can be booked.")
        self.column.addWidget(Text("body", told, wrap=True, tone="text_2"))
        self.add("days", FormField(self.tr("Closed on"), self.days))
        source = self.tr("Holidays: {source}. List {version}.").format(source=found.source, version=found.version)
        self.column.addWidget(Text("small", source, wrap=True, tone="text_2"))
        self.fit(560)
        self.watch()
        self.days.setFocus()

    def _words(self, row: ClosureRow) -> str:
        name = QCoreApplication.translate(CONTEXT, row.name)
        return f"{self.context.formatting.weekday_date(row.starts_on)}  {name}"

    def save(self) -> None:
        closed = set(self.days.chosen())
        worked = tuple(dt.date.fromisoformat(day) for day in self.days.boxes if day not in closed)
        self.run("services.closures.keep_holidays", KeepHolidays(self._year, worked, self.confirmed))
