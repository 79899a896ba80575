"""What there is to know of one figure: its sentence, course as chart or table, groups, and what counts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.outcomes import AskCourse, FigureRow, GroupPoint, Outcomes, Point
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.outcomes_words import OutcomeWords
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.course_chart import CourseChart, CoursePoint
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll


class FigureDetail(QWidget):
    """The figure the keyboard is on. `course_known` has it with its course."""

    course_known = Signal(object)

    def __init__(self, context: AppContext, words: OutcomeWords) -> None:
        super().__init__()
        self._context, self._words = context, words
        self._course = Latest(context.jobs, self)
        self.row: FigureRow | None = None
        self._found: Outcomes | None = None
        self.heading, self.sentence = Text("section", wrap=True), Text("body", wrap=True)
        self.note = Text("small", tone="caution", wrap=True)
        self.course = Text("small", tone="text_2", wrap=True)
        self.what, self.source = Text("small", wrap=True), Text("small", tone="text_2", wrap=True)
        self.chart = CourseChart()
        self.table: RowsTable[Point] = RowsTable(
            context, "outcome_course", words.course_columns(None), lambda one: one.end, self._spoken,
            sorted_elsewhere=True,
        )  # fmt: skip
        self.groups: RowsTable[GroupPoint] = RowsTable(
            context, "outcome_groups", self._group_columns(), lambda one: str(one.key), self._spoken_group
        )
        self.shown = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._context.theme.px
        self.table.setAccessibleName(self.tr("The course as a table"))
        self.groups.setAccessibleName(self.tr("By group"))
        self.shown.addWidget(self.chart)
        self.shown.addWidget(self.table)
        self.shown.setFixedHeight(px(190))
        self.groups.setMinimumHeight(px(170))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(12), 0, px(4), 0)
        column.setSpacing(px(6))
        for part in (self.heading, self.sentence, self.note, self.shown, self.course, self.groups, self.what,
                     self.source):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(VerticalScroll(inside))

    def show_row(self, row: FigureRow, found: Outcomes) -> None:
        """Turn to a figure."""
        words = self._words
        self.row, self._found = row, found
        self._course.forget()
        self._show_course(row)
        if found.asked.line and not row.line and row.enough:  # a measure's, asked for only when somebody looks at it
            asked = AskCourse(found.asked, row.id, row.edition, row.rate)
            self._course.ask(
                "queries.outcomes.board.course", asked, done=lambda line: self._show_line(row, line), lane="long",
                label=self.tr("Counting how a measure went"),
            )  # fmt: skip
        self.heading.setText(words.pick(row.title))
        self.sentence.setText(words.sentence(row))
        note = words.notes(row, found)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.what.setText(self.tr("What counts: {what}").format(what=words.pick(row.what)))
        self.source.setText(words.source(row))
        self.groups.setVisible(bool(found.asked.by))
        self.groups.set_rows(row.groups)

    def _show_line(self, row: FigureRow, line: tuple[Point, ...]) -> None:
        if self.row is row:
            self.know(replace(row, line=line))

    def know(self, row: FigureRow) -> None:
        """The same figure with its course, which came after it."""
        self._course.forget()
        self.row = row
        self._show_course(row)
        self.course_known.emit(row)

    def _show_course(self, row: FigureRow) -> None:
        words, shown = self._words, self._context.formatting
        self.course.setText(words.course(row) if row.line else "")
        self.shown.setVisible(sum(one.value is not None for one in row.line) > 1)
        points = [CoursePoint(shown.date(one.end), one.value, one.low, one.high) for one in row.line]
        if points:
            self.chart.show_points(points, row.target, words.course(row))
        self.table.rows_model.columns = words.course_columns(row)
        self.table.set_rows(tuple(reversed(row.line)))

    def toggle(self) -> None:
        """The chart or the table that says the same."""
        self.shown.setCurrentWidget(self.chart if self.shown.currentWidget() is self.table else self.table)
        if self.shown.currentWidget() is self.table:
            self.table.setFocus()

    def _spoken(self, one: Point) -> str:
        if self.row is None:
            return ""
        day = self._context.formatting.date(one.end)
        return f"{day}: {self._words.value(self.row, one)}, {self._words.counted(self.row, one)}"

    def _by(self) -> str:
        return self._found.asked.by if self._found is not None else ""

    def _group_columns(self) -> tuple[Column[GroupPoint], ...]:
        return (
            Column("group", self.tr("Group"), lambda one: self._words.group_name(one, self._by()), stretch=True,
                   tip=lambda one: self._words.group_name(one, self._by()), least="Dr. Somebody"),
            Column("value", self.tr("Value"), self._group_value, lambda one: one.point.value, 15, number=True),
            Column("counted", self.tr("Counted"), self._group_counted, lambda one: one.point.of, 9, number=True),
            Column("interval", self.tr("95 % interval"), self._group_interval, width=11),
        )  # fmt: skip

    def _group_value(self, one: GroupPoint) -> str:
        return "" if self.row is None else self._words.value(self.row, one.point)

    def _group_counted(self, one: GroupPoint) -> str:
        return f"{self._words.count(one.point.n)} / {self._words.count(one.point.of)}"

    def _group_interval(self, one: GroupPoint) -> str:
        low, high, shown = one.point.low, one.point.high, self._context.formatting
        return "" if low is None or high is None else f"{shown.number(low, 0)}–{shown.number(high, 0)}"

    def _spoken_group(self, one: GroupPoint) -> str:
        return f"{self._words.group_name(one, self._by())}: {self._group_value(one)}"
