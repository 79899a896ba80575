"""The line above the days that says what is left out by the filter, and which of many columns are in view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.calendar import ColumnPages
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text


def bar_button(
    picture: str | None, words: str, act: Callable[[], object], *, bare: bool = False, primary: bool = False
) -> Button:
    """A button above the days; a bare one shows its picture only."""
    button = Button("" if bare else words, picture, primary=primary)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.clicked.connect(lambda _on=False: act())
    return button


ROOM_FOR_ALL = 13  # points; with larger text the day needs the room, and the menu has what is not here


class CalendarWhat(QWidget):
    """Hidden when everything shows and all columns are in view."""

    everything_wanted = Signal()
    columns_wanted = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._needed, self._has_room = False, True
        self.filtered, self.columns = Text("body"), Text("body", tone="text_2")
        self.everything = bar_button("x", self.tr("Show all"), self.everything_wanted.emit)
        self.before = bar_button(
            "chevron-left", self.tr("Columns before"), lambda: self.columns_wanted.emit(-1), bare=True
        )
        self.after = bar_button(
            "chevron-right", self.tr("Columns after"), lambda: self.columns_wanted.emit(1), bare=True
        )
        row = FlowLayout(self, gap=context.theme.px(8))
        for part in (self.filtered, self.everything, self.before, self.columns, self.after):
            row.addWidget(part)
        self.say("", None, rooms=False)

    def say(self, filtered: str, paged: ColumnPages | None, *, rooms: bool) -> None:
        """Say what is let through ("": everything) and which columns are in view (None: all)."""
        self.filtered.setText(self.tr("Only: {what}").format(what=filtered))
        for part in (self.filtered, self.everything):
            part.setVisible(bool(filtered))
        for part in (self.before, self.columns, self.after):
            part.setVisible(paged is not None)
        if paged is not None:
            self.columns.setText(self._columns(paged, rooms=rooms))
            self.before.setEnabled(paged.page > 0)
            self.after.setEnabled(paged.page < paged.pages - 1)
        self.everything.setText(self.tr("Show all") if self._theme.points <= ROOM_FOR_ALL else "")
        self._needed = bool(filtered) or paged is not None
        self.setVisible(self._needed and self._has_room)

    def give_room(self, days: bool) -> None:
        """Only while the days are in view."""
        self._has_room = days
        self.setVisible(self._needed and days)

    def _columns(self, paged: ColumnPages, *, rooms: bool) -> str:
        if not paged.first:
            return self.tr("Elsewhere and in no room") if rooms else self.tr("Elsewhere and with no clinician")
        words = (
            self.tr("Rooms {first} to {last} of {total}")
            if rooms
            else self.tr("Clinicians {first} to {last} of {total}")
        )
        return words.format(first=paged.first, last=paged.last, total=paged.total)
