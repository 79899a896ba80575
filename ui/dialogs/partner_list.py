"""A list about one exchange partner in a dialog, with what can be done about its rows beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.room import resize_within
from ui.messages import sentence
from ui.tables.view import RowsTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.shape_label import ShapeLabel


class PartnerListDialog(QDialog):
    """Asks `query` about its partner; the first row is chosen; what is refused is said above the buttons."""

    query: ClassVar[str]
    table: RowsTable[Any]
    empty: EmptyState

    def __init__(self, context: AppContext, partner_id: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._partner_id = context, partner_id
        self.setWindowTitle(title)
        self.setModal(True)
        self.trouble = ShapeLabel(parent=self)
        self.trouble.hide()

    def lay_out(self, buttons: Sequence[QWidget], close: QWidget, size: tuple[int, int], *above: QWidget) -> None:
        """Put the list between what stands above it and its buttons, and ask for the first time."""
        space = self._context.theme.px(16)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        foot = QHBoxLayout()
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(self._context.theme.px(10))
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.table.row_changed.connect(lambda _row: self.enable())
        resize_within(self, self.parentWidget(), *size)
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        self._context.jobs.run(self.query, self._partner_id, owner=self, done=self._show)

    def _show(self, rows: tuple[Any, ...]) -> None:
        self.table.set_rows(rows)
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        if rows and self.table.current_row() is None:
            self.table.go_to(rows[0].id)
        self.enable()

    def enable(self) -> None:
        """Offer what fits the row the keyboard is on."""

    def _done(self, _done: object) -> None:
        self.trouble.hide()
        self.refresh()

    def _refused(self, error: UserError) -> None:
        self.trouble.say("high", sentence(error, self._context.formatting))
        self.trouble.show()
