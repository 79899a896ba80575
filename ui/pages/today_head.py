"""The head of Today: the day, and what concerns the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.worklist import MOST_CHECKING, Worklist
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.close_day import closing_action, closing_button
from ui.dialogs.day_agenda import agenda_action, agenda_button
from ui.page import Page
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text

_LOW = 400  # pixels of a page with usual text


def day_actions(context: AppContext, owner: QWidget) -> tuple[Action, ...]:
    """All of one day, and closing it."""
    return agenda_action(context, owner), closing_action(context, owner)


class TodayHead(QWidget):
    """The heading with a button for each; in a low window the list has the room of what is used less often."""

    def __init__(self, page: Page, heading: QWidget, kinds: FilterChips) -> None:
        super().__init__()
        self._context, self._kinds = page.context, kinds
        self.checking = Text("body", tone="text_2", wrap=True)
        self.checking.hide()
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        self._buttons = (agenda_button(page.context), closing_button(page.context))
        for button in self._buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(page.context.theme.px(2))
        column.addLayout(row)
        column.addWidget(self.checking)
        page.installEventFilter(self)

    def tell(self, work: Worklist) -> None:
        """Say of how many patients what is due is still being worked out: the list shows what was known before."""
        words = self.tr(
            "%n patients are still being checked; the list shows what was known of them before.", "", work.checking
        )
        if work.checking > MOST_CHECKING:
            count = self._context.formatting.number(MOST_CHECKING)
            words = self.tr(
                "More than {count} patients are still being checked; the list shows what was known of them before."
            ).format(count=count)
        self.checking.setText(words)
        self.checking.setVisible(bool(work.checking))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            low = event.size().height() < self._context.theme.px(_LOW)
            for button in self._buttons:  # the menus have their commands too
                button.setVisible(not low)
            self._kinds.fold(low, self.tr("All kinds"))
        return super().eventFilter(watched, event)
