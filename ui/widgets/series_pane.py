"""All values of one measurement: the line with its range, the trend in words, and the table that says the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.results import ResultLine, ResultValue, Series, SeriesRequest
from ui.context import AppContext
from ui.dialogs.fact import FactDialog
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.result_words import ResultWords, counts
from ui.tables.view import RowsTable
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel
from ui.widgets.value_chart import Mark, ValueChart

_LEAST_TABLE = 130


class SeriesPane(QScrollArea):
    """Asks for the values of the line it is shown; Enter on a value opens its record."""

    def __init__(self, context: AppContext, words: ResultWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.words = context, words
        self._asked = Latest(context.jobs, self)
        self.head: PatientHead | None = None
        self.series: Series | None = None
        self._request: SeriesRequest | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Values"))
        self._make()
        self.clear()

    def _make(self) -> None:
        theme = self._context.theme
        self.title = Text("section", "", wrap=True)
        self.chart = ValueChart()
        self.trend = Text("body", "", tone="text_2", wrap=True, selectable=True)
        self.notes = ShapeLabel(Level.CAUTION, "")
        self.left_out = QCheckBox(self.tr("Show what is left out"))
        self.table: RowsTable[ResultValue] = RowsTable(
            self._context, "chart.values", self.words.value_columns(), _row_id, self.words.value_sentence
        )
        self.table.rows_model.struck = lambda value: bool(value.left_out)
        self.table.setAccessibleName(self.tr("All values"))
        self.table.setMinimumHeight(theme.px(_LEAST_TABLE))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(8), theme.px(4), theme.px(4), theme.px(4))
        column.setSpacing(theme.px(4))
        for widget in (self.title, self.chart, self.trend, self.notes, self.left_out):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.setWidget(inside)
        self.table.opened.connect(self._open)
        self.left_out.toggled.connect(lambda _on: self._ask())

    def clear(self) -> None:
        """Show nothing but a hint."""
        self._asked.forget()
        self.series, self._request = None, None
        self.title.setText(self.tr("Choose a measurement to see all its values."))
        for widget in (self.chart, self.trend, self.notes, self.left_out, self.table):
            widget.hide()

    def show_line(self, patient_id: int, line: ResultLine) -> None:
        """Ask for the values of a line and show them."""
        if self._request is None or self._request.key != line.key:
            self.left_out.blockSignals(True)
            self.left_out.setChecked(False)
            self.left_out.blockSignals(False)
        self._request = SeriesRequest(patient_id, line.key)
        self.title.setText(self.words.name(line))
        self._ask()

    def again(self) -> None:
        """Read the values anew."""
        self._ask()

    def _ask(self) -> None:
        if self._request is not None:
            asked = SeriesRequest(self._request.patient_id, self._request.key, self.left_out.isChecked())
            self._asked.ask("queries.results.series", asked, done=self.show_series)

    def show_series(self, series: Series) -> None:
        """Show values, newest first."""
        self.series = series
        unit = f" ({series.unit})" if series.unit else ""
        self.title.setText(f"{series.name}{unit}")
        trend, notes = self.words.trend(series), self.words.notes(series)
        self.trend.setText(trend)
        self.trend.setVisible(bool(trend))
        self.notes.say(Level.CAUTION.value, notes)
        self.notes.setVisible(bool(notes))
        self.left_out.setVisible(series.hidden > 0)
        self._draw(series, trend)
        self.table.written = self.words.written_columns(series)
        self.table.set_rows(series.values)
        self.table.show()

    def _draw(self, series: Series, trend: str) -> None:
        known = [
            (value, day)
            for value in reversed(series.values)
            if counts(value) and (day := self.words.day_of(value)) is not None
        ]
        self.chart.setVisible(len(known) > 1)
        if len(known) > 1:
            marks = [Mark(day, value.number or 0, value.second, value.flag in ("low", "high")) for value, day in known]
            last = known[-1][0]
            days = (self.words.day(known[0][0]), self.words.day(last))
            self.chart.show_marks(marks, last.low, last.high, days, f"{series.name}: {trend}")

    def _open(self, value: ResultValue) -> None:
        FactDialog(self._context, value.ref, self.head, self).open()


def _row_id(value: ResultValue) -> tuple[int, str]:
    return value.ref.id, value.text
