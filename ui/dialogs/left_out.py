"""What a past import left out; Ctrl+Shift+E writes the table to a file, as in the main window."""

from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.exchange import LeftOut
from ui.context import AppContext
from ui.dialogs.left_out_words import LeftOutWords
from ui.dialogs.room import resize_within
from ui.tables.export import export_table
from ui.tables.view import RowsTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text


class LeftOutDialog(QDialog):
    """A table to sort and to export; old imports did not keep one."""

    def __init__(self, context: AppContext, rows: tuple[LeftOut, ...], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme, words = context.theme, LeftOutWords()
        self.setWindowTitle(words.title())
        self.table = left_out_table(context, rows)
        self.empty = EmptyState(self.tr("Nothing is noted here"), self.tr("This import is older than this list."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        self.whole = Text("small", tone="text_2", wrap=True, selectable=True)
        self.table.row_changed.connect(lambda row: self.whole.setText(words.why(row) if row is not None else ""))
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(10))
        for widget in (Text("title", title, wrap=True), self.stack, self.whole, buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        QShortcut("Ctrl+Shift+E", self, lambda: export_table(context, self))
        resize_within(self, parent, 1040, 560)
        (self.table if rows else self.empty).setFocus()


def left_out_table(context: AppContext, rows: tuple[LeftOut, ...]) -> RowsTable[LeftOut]:
    """The table, what a person should look at first on top."""
    words = LeftOutWords()

    def sentence(row: LeftOut) -> str:
        return f"{row.kind} {words.elements(row)}: {row.count:,}. {words.why(row)}. {words.kept(row)}."

    made: RowsTable[LeftOut] = RowsTable(
        context, "import_left_out", words.columns(), lambda row: (row.kind, row.elements, row.why), sentence
    )
    made.setAccessibleName(words.title())
    made.set_rows(words.in_order(rows))
    return made
