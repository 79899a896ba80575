"""Seven days to type hours into, as "9-12, 1-5", with a second line of breaks when wanted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from icm_desktop.contracts.set_up import Hours
from ui.context import AppContext
from ui.times_input import read_hours
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_DAYS = range(7)


class WeekFields(QWidget):
    """One field for each day; `problem` is the first thing that is wrong."""

    edited = Signal()

    def __init__(
        self, context: AppContext, hours: Hours = (), breaks: Hours | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hours = [QLineEdit(_typed(hours, day)) for day in _DAYS]
        self.breaks = [] if breaks is None else [QLineEdit(_typed(breaks, day)) for day in _DAYS]
        self.fields: list[FormField] = []
        self._lay_out(context)

    def _lay_out(self, context: AppContext) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(context.theme.px(16))
        grid.setVerticalSpacing(context.theme.px(6))
        hint = self.tr("Hours, for example 9-12, 1-5. Leave a day empty when closed.")
        grid.addWidget(Text("small", hint, wrap=True, tone="text_2"), 0, 0, 1, 2)
        names = (
            self.tr("Monday"), self.tr("Tuesday"), self.tr("Wednesday"), self.tr("Thursday"), self.tr("Friday"),
            self.tr("Saturday"), self.tr("Sunday"),
        )  # fmt: skip
        for day, name in enumerate(names):
            self._add(grid, name, self.hours[day], day, 0)
            if self.breaks:
                self._add(grid, self.tr("{day}: breaks").format(day=name), self.breaks[day], day, 1)
        same = Button(self.tr("Same hours Monday to Friday"))
        same.clicked.connect(self.same_all_week)
        grid.addWidget(same, 8, 0)

    def _add(self, grid: QGridLayout, name: str, edit: QLineEdit, day: int, column: int) -> None:
        field = FormField(name, edit, check=partial(self._check_break if column else self._check, edit, day))
        edit.textChanged.connect(lambda _text: self.edited.emit())
        self.fields.append(field)
        grid.addWidget(field, day + 1, column)

    def _check(self, edit: QLineEdit, _day: int) -> str:
        if read_hours(edit.text()) is None:
            return self.tr("Write times such as 9-12, 1-5; stretches may not overlap.")
        return ""

    def _check_break(self, edit: QLineEdit, day: int) -> str:
        """A break belongs between the beginning and the end of the hours of its day."""
        breaks, hours = read_hours(edit.text()), read_hours(self.hours[day].text())
        if breaks is None or not breaks or hours is None:
            return self._check(edit, day)
        if not hours or breaks[0][0] < hours[0][0] or breaks[-1][1] > hours[-1][1]:
            return self.tr("This break lies outside the hours of the day.")
        return ""

    def show_problem(self, day: int, words: str) -> None:
        """Say at the hours of a day what is wrong with them, and put the keyboard there."""
        field = next(each for each in self.fields if each.edit is self.hours[day])
        field.show_problem(words)
        field.edit.setFocus()

    def order(self) -> list[QWidget]:
        """Its fields in the order Tab walks them."""
        return [field.edit for field in self.fields]

    def first_problem(self) -> FormField | None:
        """The first field that is wrong."""
        wrong = [field for field in self.fields if field.problem()]
        return wrong[0] if wrong else None

    def same_all_week(self) -> None:
        """Give Tuesday to Friday what Monday has."""
        for row in (self.hours, self.breaks):
            for day in range(1, 5 if row else 1):
                row[day].setText(row[0].text())

    @property
    def typed_hours(self) -> Hours:
        """The hours of all days."""
        return _read(self.hours)

    @property
    def typed_breaks(self) -> Hours:
        """The breaks of all days."""
        return _read(self.breaks)


def _typed(hours: Hours, day: int) -> str:
    return ", ".join(f"{starts}-{ends}" for weekday, starts, ends in hours if weekday == day)


def _read(edits: list[QLineEdit]) -> Hours:
    return tuple(
        (day, starts, ends) for day, edit in enumerate(edits) for starts, ends in read_hours(edit.text()) or ()
    )
