"""The days most often meant, one click each; typing a day needs none of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow import FlowLayout


class QuickDays(QWidget):
    """Fills a date field; what it takes is what a person would type there."""

    def __init__(self, context: AppContext, field: DateEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=context.theme.px(6))
        for words, typed in (
            (self.tr("Tomorrow"), "+1d"),
            (self.tr("1 week"), "+1w"),
            (self.tr("2 weeks"), "+2w"),
            (self.tr("1 month"), "+1m"),
        ):
            button = Button(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, day=typed: self._fill(field, day))
            row.addWidget(button)

    @staticmethod
    def _fill(field: DateEdit, typed: str) -> None:
        field.edit.setText(typed)
        field.set_day(field.day)
