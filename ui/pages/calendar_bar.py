"""Above the day: which day, how to walk to another, what the free times are for, list or picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import Setup
from ui.context import AppContext
from ui.dates_input import read_date
from ui.feedback import Level
from ui.icons import icon
from ui.messages import CONTEXT
from ui.pages.calendar_what import ROOM_FOR_ALL, CalendarWhat, bar_button
from ui.widgets.buttons import Button
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

USUAL_MINUTES = 30


class CalendarBar(QWidget):
    """Tells what is wanted; the page does it."""

    step_wanted = Signal(int)  # days
    today_wanted = Signal()
    day_wanted = Signal(object)  # datetime.date
    kind_changed = Signal()
    shown_changed = Signal()
    toggle_wanted = Signal()
    book_wanted = Signal()
    view_wanted = Signal(str)  # clinicians, rooms or week
    whose_changed = Signal()
    tray_wanted = Signal()
    filter_wanted = Signal()
    everything_wanted = Signal()
    columns_wanted = Signal(int)  # pages on
    print_wanted = Signal()

    def __init__(self, context: AppContext, notice: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._notice = context, notice
        self._lengths: dict[int | None, int] = {}
        self._wanted_whose: int | None = None
        self._due, self._days_in_view = "", True
        self.heading = Text("title")
        self.closed = ShapeLabel(Level.CAUTION)
        self.closed.hide()
        self.jump = QLineEdit()
        self.kind, self.whose_box = QComboBox(), QComboBox()
        self.ways = FilterChips([
            ("clinicians", self.tr("Day")), ("rooms", self.tr("Rooms")), ("week", self.tr("Week")),
        ], exclusive=True, chord="Alt")  # fmt: skip
        self.shown = FilterChips([("cancelled", self.tr("Cancelled"))])
        self.toggle = self._button("list", self.tr("As a list"), self.toggle_wanted.emit)
        self.filter = self._button("filter", self.tr("Filter"), self.filter_wanted.emit)
        self.what = CalendarWhat(context)
        self.what.everything_wanted.connect(self.everything_wanted)
        self.what.columns_wanted.connect(self.columns_wanted)
        self._lay_out()
        self.jump.returnPressed.connect(self._jump)
        self.jump.editingFinished.connect(self._fit)
        self.kind.activated.connect(lambda _at: self.kind_changed.emit())
        self.whose_box.activated.connect(lambda _at: self.whose_changed.emit())
        self.ways.changed.connect(lambda on: self.view_wanted.emit(next(iter(on))))
        self.shown.changed.connect(lambda _on: self.shown_changed.emit())

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.kind.setAccessibleName(self.tr("Free times for"))
        self.kind.setMinimumHeight(theme.px(32))
        self.whose_box.setAccessibleName(self.tr("Whose week"))
        self.whose_box.setMinimumHeight(theme.px(32))
        for box in (self.kind, self.whose_box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.whose_box.hide()
        self.jump.setAccessibleName(self.tr("Go to day"))
        self.jump.setPlaceholderText(self.tr("Go to day: fri, +2w, 14 jul"))
        self.jump.setMinimumSize(theme.px(190), theme.px(32))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._walk())
        column.addLayout(self._tools())
        column.addWidget(self.what)
        self._fit()
        theme.theme_changed.connect(self._fit)

    def _fit(self) -> None:
        """With large text only what has no key or is used all day; pictures stand for what has a tooltip."""
        theme, wide = self._context.theme, self._wide
        for part in self._where_there_is_room:
            part.setVisible(wide)
        self.jump.setMinimumWidth(theme.px(190))
        self.ways.name_chord(wide)
        self.filter.setText(self.tr("Filter") if wide else "")
        self.toggle.setText(self.toggle.accessibleName() if wide else "")
        self._name_tray()

    @property
    def _wide(self) -> bool:
        """Whether the text leaves room for everything."""
        return self._context.theme.points <= ROOM_FOR_ALL

    def ask_day(self) -> None:
        """The field for a day, which large text hides until it is asked for."""
        self.jump.show()
        self.jump.setFocus()

    def _walk(self) -> FlowLayout:
        row = FlowLayout(gap=self._context.theme.px(8))
        row.addWidget(self._button("chevron-left", self.tr("Day before"), lambda: self.step_wanted.emit(-1), bare=True))
        row.addWidget(self._button(None, self.tr("Today"), self.today_wanted.emit))
        row.addWidget(self._button("chevron-right", self.tr("Day after"), lambda: self.step_wanted.emit(1), bare=True))
        row.addWidget(self.heading)
        row.addWidget(self.closed)
        row.addWidget(self.jump)
        row.addWidget(self.ways)
        return row

    def _tools(self) -> FlowLayout:
        row = FlowLayout(gap=self._context.theme.px(8))
        row.addWidget(self.whose_box)
        self._for = Text("body", self.tr("Free times for"), tone="text_2")
        row.addWidget(self._for)
        row.addWidget(self.kind)
        row.addWidget(self.shown)
        row.addWidget(self.filter)
        row.addWidget(self.toggle)
        paper = self._button("printer", self.tr("Print day"), self.print_wanted.emit, bare=True)
        self.tray = self._button("calendar-clock", self.tr("Needs booking"), self.tray_wanted.emit)
        for button in (paper, self.tray):
            row.addWidget(button)
        book = self._button("calendar-plus", self.tr("Book"), self.book_wanted.emit, primary=True)
        row.addWidget(book)
        row.addWidget(self._notice)
        self._where_there_is_room = (self._for, paper, self.shown, self.jump)
        self._of_days = (self.kind, self.filter, self.toggle, book)
        return row

    def show_tools(self, days: bool) -> None:
        """What is for the days, only while they are in view."""
        for part in (*self._of_days, self.ways):
            part.setVisible(days)
        self.shown.setVisible(days and self._wide)
        self.what.give_room(days)
        self._days_in_view = days
        self._name_tray()

    def _name_tray(self) -> None:
        """How much needs booking, or the way back from there."""
        words = self.tr("Needs booking ({count})").format(count=self._due) if self._due else self.tr("Needs booking")
        words = words if self._days_in_view else self.tr("Back to the day")
        tight = self.whose_box.isVisibleTo(self) and not self._wide  # whose week takes the room of the words
        self.tray.setText((f"({self._due})" if self._due else "") if tight and self._days_in_view else words)
        self.tray.setAccessibleName(words)
        self.tray.setToolTip(words)

    def _button(
        self, picture: str | None, words: str, act: Callable[[], object], *, bare: bool = False, primary: bool = False
    ) -> Button:
        return bar_button(picture, words, act, bare=bare, primary=primary)

    def show_week(self, monday: dt.date) -> None:
        """Name the week; with large text the mark on the chip says that it is one."""
        day = self._context.formatting.weekday_date(monday)
        self.heading.setText(self.tr("Week of {day}").format(day=day) if self._wide else day)

    def show_day(self, day: dt.date) -> None:
        """Name the day."""
        shown, today = self._context.formatting, self._context.formatting.today()
        named = shown.weekday_date(day)
        self.heading.setText(f"{named} · {self._beside(day, today)}" if self._wide else named)

    def show_way(self, way: str) -> None:
        """Mark how the days are shown; whose week only matters in a week."""
        self.ways.set_on([way])
        self.whose_box.setVisible(way == "week")
        self._name_tray()
        self._for.setVisible(way != "week" and self._wide)  # its place is taken

    def offer_list(self, offered: bool) -> None:
        """Where no visits show there is nothing to list."""
        self.toggle.setVisible(offered and self._days_in_view)

    @property
    def whose(self) -> int | None:
        """Whose week; None is everybody's."""
        chosen: int | None = self.whose_box.currentData()
        return chosen

    def show_whose(self, clinician_id: int | None) -> None:
        """Choose whose week, without telling."""
        self._wanted_whose = clinician_id
        self.whose_box.setCurrentIndex(max(self.whose_box.findData(clinician_id), 0))

    def _offer_clinicians(self, setup: Setup) -> None:
        everybody = self.whose_box.count() > 0 and self.whose_box.currentData() is None
        chosen = self.whose_box.currentData() if self.whose_box.count() else self._wanted_whose
        self.whose_box.clear()
        for person in setup.clinicians:
            self.whose_box.addItem(person.name, person.id)
        self.whose_box.addItem(self.tr("Everybody"), None)
        place = (
            self.whose_box.count() - 1 if everybody else self.whose_box.findData(chosen) if chosen is not None else 0
        )
        self.whose_box.setCurrentIndex(max(place, 0))

    def say_closed(self, why: str | None) -> None:
        """Say why the practice is closed that day; None when it is open."""
        name = QCoreApplication.translate(CONTEXT, why) if why else ""
        self.closed.say(Level.CAUTION.value, self.tr("Closed: {why}").format(why=name))
        self.closed.setVisible(bool(why))

    def _beside(self, day: dt.date, today: dt.date) -> str:
        return self._context.formatting.relative(day) if day >= today else self._context.formatting.since(day)

    def show_kinds(self, setup: Setup) -> None:
        """Offer the kinds of visit; the chosen one stays chosen."""
        self._offer_clinicians(setup)
        chosen = self.kind.currentData()
        self._lengths = {row.id: row.minutes for row in setup.types}
        self.kind.clear()
        for row in setup.types:
            self.kind.addItem(self.tr("{name}, {minutes} min").format(name=row.name, minutes=row.minutes), row.id)
        if not setup.types:
            self.kind.addItem(self.tr("Visit, {minutes} min").format(minutes=USUAL_MINUTES), None)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))
        self.kind.view().setMinimumWidth(self.kind.view().sizeHintForColumn(0) + self._context.theme.px(24))

    @property
    def type_id(self) -> int | None:
        """The kind of visit the free times are for."""
        chosen: int | None = self.kind.currentData()
        return chosen

    @property
    def minutes(self) -> int:
        """How long a free time must be."""
        return self._lengths.get(self.type_id, USUAL_MINUTES)

    @property
    def with_cancelled(self) -> bool:
        """Whether cancelled visits show too."""
        return "cancelled" in self.shown.on()

    def show_cancelled(self, on: bool) -> None:
        """Turn cancelled visits on or off, without telling."""
        self.shown.set_on(["cancelled"] if on else [])

    def count_due(self, count: str) -> None:
        """Say on the button how much needs booking."""
        self._due = count
        self._name_tray()

    def flip_cancelled(self) -> None:
        """Show cancelled visits, or no longer."""
        self.show_cancelled(not self.with_cancelled)
        self.shown_changed.emit()

    def count_cancelled(self, count: int) -> None:
        """Say how many there are."""
        self.shown.set_words("cancelled", self.tr("Show cancelled ({count})").format(count=count))

    def say_view(self, *, as_list: bool) -> None:
        """Name the other view on the button that turns to it."""
        words = self.tr("By clinician") if as_list else self.tr("As a list")
        self.toggle.setText(words if self._wide else "")
        self.toggle.setAccessibleName(words)
        self.toggle.setToolTip(words)
        self.toggle.setIcon(icon("calendar-days" if as_list else "list"))

    def _jump(self) -> None:
        day = read_date(self.jump.text(), self._context.formatting.today())
        if day is None:
            self.jump.selectAll()
            return
        self.jump.clear()
        self.day_wanted.emit(day)
