"""Book a series of visits: the rule, then every date with what is in its way; the ticked ones are booked in one act."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import Setup
from icm_desktop.contracts.series import BookSeries, PlanSeries, SeriesDate, SeriesPreview, SeriesSaved
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.feedback import Level
from ui.latest import Latest
from ui.messages import say, sentence
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.visit_time import VisitTime

_ROWS = 7


class VisitSeriesDialog(FormDialog):
    """Dates that cannot be booked are left out; Enter leaves another one out or takes it in again."""

    def __init__(self, context: AppContext, head: PatientHead, setup: Setup, parent: QWidget | None = None) -> None:
        super().__init__(context, head, "", parent)
        self._setup, self._asked = setup, Latest(context.jobs, self)
        self._left_out: set[dt.date] = set()
        self._dates: tuple[SeriesDate, ...] = ()
        self.setWindowTitle(self.tr("Book a series"))
        self.save_button.setText(self.tr("&Book series"))
        self.kind, self.clinician, self.unit = QComboBox(), QComboBox(), QComboBox()
        self.when = VisitTime(context)
        self.every, self.times, self.reason = QLineEdit("1"), QLineEdit("6"), QLineEdit()
        self.count = Text("body", "", wrap=True)
        self.table: RowsTable[SeriesDate] = RowsTable(
            context, "series_dates", self._columns(), lambda row: row.on, self._sentence
        )
        self.table.setAccessibleName(self.tr("Dates of the series"))
        self._fill()
        self._lay_out_fields()
        self._wire()
        self.keep_draft("visit_series")
        self.fit(820)
        self.when.day.setFocus()

    def _fill(self) -> None:
        for each in self._setup.types:
            self.kind.addItem(self.tr("{name}, {minutes} min").format(name=each.name, minutes=each.minutes), each.id)
        for person in self._setup.clinicians:
            self.clinician.addItem(person.name, person.id)
        for unit, words in (("weeks", self.tr("weeks")), ("months", self.tr("months")), ("days", self.tr("days"))):
            self.unit.addItem(words, unit)

    def _lay_out_fields(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self.add("type_id", FormField(self.tr("&Kind of visit"), self.kind), left)
        self.add("clinician_id", FormField(self.tr("&With"), self.clinician), left)
        self.add(
            "first", FormField(self.tr("&First day"), self.when.day, required=True, check=self.when.day_problem), left
        )
        self.add("time", FormField(self.tr("&Time"), self.when.time, required=True, check=self.when.time_problem), left)
        self.add("every", FormField(self.tr("&Every"), self.every, required=True, check=self._check_every), left)
        self.add("unit", FormField(self.tr("&Unit"), self.unit, hint=self.tr("8 weeks are not 2 months.")), left)
        self.add(
            "times", FormField(self.tr("How &many visits"), self.times, required=True, check=self._check_times), left
        )
        self.add("reason", FormField(self.tr("&Reason for the visit"), self.reason), left)
        left.addStretch(1)
        self.table.setMinimumHeight(self.context.theme.px(28) * _ROWS)
        right.addWidget(
            FormField(self.tr("&Dates"), self.table, hint=self.tr("Enter leaves a date out or takes it in again.")), 1
        )
        self._order.append(self.table)
        right.addWidget(self.count)
        self.put_side_by_side(left, right, gap=8, shares=(2, 3))

    def _wire(self) -> None:
        for box in (self.kind, self.clinician, self.unit):
            box.currentIndexChanged.connect(lambda _at: self.ask())
        for edit in (self.every, self.times, self.when.time):
            edit.textChanged.connect(lambda _text: self.ask())
        self.when.day.day_changed.connect(lambda _day: self.ask())
        self.table.opened.connect(self.turn)

    def _columns(self) -> tuple[Column[SeriesDate], ...]:
        shown = self.context.formatting
        return (
            Column("on", self.tr("Date"), lambda row: shown.weekday_date(row.on), lambda row: row.on, width=18,
                   sortable=False),
            Column("state", self.tr("State"), lambda _row: "", width=13, chip=self._chip, sortable=False),
            Column("why", self.tr("In the way"), self._why, stretch=True, tip=self._why, sortable=False),
        )  # fmt: skip

    def _chip(self, row: SeriesDate) -> Chip:
        if row.code is not None:
            return Chip(Level.HIGH, self.tr("Not possible"))
        return (
            Chip(Level.NEUTRAL, self.tr("Left out")) if row.on in self._left_out else Chip(Level.GOOD, self.tr("Free"))
        )

    def _why(self, row: SeriesDate) -> str:
        return say(row.code, self.context.formatting, **dict(row.params)) if row.code else ""

    def _sentence(self, row: SeriesDate) -> str:
        return ", ".join(
            filter(None, (self.context.formatting.weekday_date(row.on), self._chip(row).word, self._why(row)))
        )

    # what is planned

    def _check_every(self) -> str:
        return "" if self.every.text().strip().isdecimal() else self.tr("Enter a number, for example 7.")

    def _check_times(self) -> str:
        return "" if self.times.text().strip().isdecimal() else self.tr("Enter a number, for example 6.")

    def plan(self) -> PlanSeries | None:
        """What is typed; None while something is missing."""
        day, time = self.when.day.day, self.when.time.time
        numbers = [edit.text().strip() for edit in (self.every, self.times)]
        if day is None or time is None or self.head is None or not all(each.isdecimal() for each in numbers):
            return None
        lengths = {each.id: each.minutes for each in self._setup.types}
        return PlanSeries(
            self.head.id, self.clinician.currentData(), dt.datetime.combine(day, time),
            lengths.get(self.kind.currentData(), 30), int(numbers[0]), self.unit.currentData(), int(numbers[1]),
            type_id=self.kind.currentData(), reason=self.reason.text().strip() or None,
        )  # fmt: skip

    def ask(self) -> None:
        """List the dates of what is typed."""
        if (plan := self.plan()) is not None:
            self._asked.ask("queries.series.preview", plan, done=self._show, failed=self._refused_plan)

    def _show(self, found: SeriesPreview) -> None:
        self._dates = found.dates
        self._left_out &= {each.on for each in found.dates}
        self.table.set_rows(found.dates)
        self._count()

    def _refused_plan(self, error: UserError) -> None:
        self._dates = ()
        self.table.set_rows([])
        self.count.setText(sentence(error, self.context.formatting))

    def _count(self) -> None:
        free = sum(each.code is None and each.on not in self._left_out for each in self._dates)
        self.count.setText(self.tr("{free} of {all} dates will be booked.").format(free=free, all=len(self._dates)))

    def turn(self, row: SeriesDate | None) -> None:
        """Leave a date out, or take it in again."""
        if row is not None and row.code is None:
            self._left_out ^= {row.on}
            self.table.set_rows(self._dates)
            self._count()

    def save(self) -> None:
        plan = self.plan()
        if plan is not None:
            without = tuple(each.on for each in self._dates if each.code is not None or each.on in self._left_out)
            self.run("services.series.book_series", BookSeries(plan, without))

    def refused(self, error: UserError) -> None:
        super().refused(error)
        self.ask()

    def told(self, saved: SeriesSaved) -> str:
        """What happened, in words."""
        return self.tr("Booked %n visit(s).", "", len(saved.visits))
