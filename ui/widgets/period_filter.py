"""A filter by time: all, the last months or years, or two days that are typed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.context import AppContext
from ui.dates_input import Lean
from ui.widgets.date_edit import DateEdit

_CHOSEN = "days"


class PeriodFilter(QWidget):
    """`first` and `last` are the days it lets through; None is no limit."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Time"))
        for words, key in (
            (self.tr("All time"), ""),
            (self.tr("Last 3 months"), "91"),
            (self.tr("Last 12 months"), "365"),
            (self.tr("Last 3 years"), "1096"),
            (self.tr("Between two days…"), _CHOSEN),
        ):
            self.choice.addItem(words, key)
        self._from = DateEdit(context, lean=Lean.PAST, parent=self)
        self._until = DateEdit(context, lean=Lean.PAST, parent=self)
        self._from.setAccessibleName(self.tr("From"))
        self._until.setAccessibleName(self.tr("Until"))
        self._from.edit.setPlaceholderText(self.tr("from"))
        self._until.edit.setPlaceholderText(self.tr("until"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.px(6))
        for widget in (self.choice, self._from, self._until):
            row.addWidget(widget)
        self.choice.setMinimumHeight(context.theme.px(28))
        self._show_days()
        self.choice.activated.connect(self._chosen)
        for edit in (self._from, self._until):
            edit.day_changed.connect(lambda _day: self.changed.emit())

    @property
    def first(self) -> dt.date | None:
        """The first day let through."""
        key = self.choice.currentData()
        if key == _CHOSEN:
            return self._from.day
        return self._context.formatting.today() - dt.timedelta(days=int(key)) if key else None

    @property
    def last(self) -> dt.date | None:
        """The last day let through."""
        return self._until.day if self.choice.currentData() == _CHOSEN else None

    def words(self) -> str:
        """What is let through, in words; empty when everything is."""
        return self.choice.currentText() if self.choice.currentData() else ""

    def reset(self) -> None:
        """Let everything through, without telling."""
        self.choice.setCurrentIndex(0)
        self._show_days()

    def _show_days(self) -> None:
        shown = self.choice.currentData() == _CHOSEN
        self._from.setVisible(shown)
        self._until.setVisible(shown)

    def _chosen(self, _place: int) -> None:
        self._show_days()
        if self.choice.currentData() == _CHOSEN:
            self._from.setFocus()
        self.changed.emit()
