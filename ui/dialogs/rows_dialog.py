"""A list in a window of its own: sorted, printed by Ctrl+P, written as a file by Ctrl+Shift+E."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from ui.context import AppContext
from ui.dialogs.list_sheet import show_list
from ui.room import room_for
from ui.tables.base import Column
from ui.tables.export import TableExport
from ui.tables.view import RowsTable
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text

R = TypeVar("R")
_SIDE = 16  # pixels left and right


class RowsDialog(QDialog, Generic[R]):
    """Concrete lists give the columns; further buttons come with `put_before`."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead | None,
        title: str,
        view: str,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Hashable],
        owner: QWidget,
    ) -> None:
        super().__init__(owner.window())
        self.context, self.head = context, head
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        px = context.theme.px
        self.table: RowsTable[R] = RowsTable(context, view, columns, row_id, self._sentence)
        self.table.setAccessibleName(title)
        policy = self.table.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands around it stays where it is when there are no rows
        self.table.setSizePolicy(policy)
        self.told = Text("body", "", tone="text_2", wrap=True)
        self.paper = Button(self.tr("&Print"), "printer")
        self.file = Button(self.tr("As a &file…"), "download")
        self.close_button = Button(self.tr("Close"), primary=True)
        self.paper.clicked.connect(lambda _on=False: self.print_list())
        self.file.clicked.connect(lambda _on=False: self.export())
        self.close_button.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(16))
        if head is not None:
            whole.addWidget(MicroBanner(context, head, self))
        inner = QVBoxLayout()
        inner.setContentsMargins(px(_SIDE), px(8), px(_SIDE), 0)
        inner.setSpacing(px(8))
        inner.addWidget(self.told)
        inner.addWidget(self.table, 1)
        self.buttons = FlowLayout(gap=px(8), row_gap=px(8), right=True)
        for button in (self.file, self.paper, self.close_button):
            self.buttons.addWidget(button)
        inner.addLayout(self.buttons)
        whole.addLayout(inner, 1)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_list)
        QShortcut(QKeySequence("Ctrl+Shift+E"), self, self.export)
        self.resize(QSize(px(900), px(520)).boundedTo(room_for(self)))

    def put_before(self, *parts: QWidget) -> None:
        """Put these before the buttons that every list has; the window grows to hold them in one row, if it can."""
        for place, part in enumerate(parts):
            self.buttons.insert(place, part)
        wide = self.buttons.sizeHint().width() + 2 * self.context.theme.px(_SIDE)
        self.resize(QSize(max(self.width(), wide), self.height()).boundedTo(room_for(self)))

    def _sentence(self, row: R) -> str:
        return ", ".join(part for column in self.table.rows_model.columns if (part := column.text(row)))

    def show_rows(self, rows: Sequence[R], told: str, nothing: str) -> None:
        """Show these; `nothing` stands in their place when there are none."""
        self.table.set_rows(rows)
        self.told.setText(told if rows else nothing)
        self.table.setVisible(bool(rows))
        self.paper.setEnabled(bool(rows))
        self.file.setEnabled(bool(rows))
        (self.table if rows else self.close_button).setFocus()

    def print_list(self) -> None:
        """The list on paper."""
        if self.table.rows():
            whose = (f"{self.context.formatting.name(self.head)} · {self.head.record_number}",) if self.head else ()
            show_list(self.context, self, self.table, self.windowTitle(), (*whose, self.told.text()))

    def export(self) -> None:
        """The list as CSV."""
        if self.table.rows():
            TableExport(self.context, self.table).start()
