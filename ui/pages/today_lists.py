"""What Today shows at a time: all that is due in sections, one queue as a table, or why there is nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from icm_desktop.contracts.worklist import Worklist, WorkRow
from ui.context import AppContext
from ui.pages.today_queues import queue_table
from ui.pages.today_rows import TodayWords
from ui.tables.tree_view import TreeTable
from ui.widgets.empty_state import EmptyState

_ALWAYS = frozenset({"due", "patient", "what"})


class TodayLists(QStackedWidget):
    """The two tables and the empty page, with the row the keyboard is on in whichever is shown."""

    opened = Signal(object)
    row_changed = Signal(object)

    def __init__(self, context: AppContext, words: TodayWords, menu: tuple[str, ...]) -> None:
        super().__init__()
        self._words, self._queue = words, False
        self.table = TreeTable(context, words.columns(), words.sentence, menu=menu, keep=_ALWAYS)
        self.list = queue_table(context, words, menu)
        self.empty = EmptyState(self.tr("Nothing is due."), "", self.tr("Show everyone's list"))
        for part in (self.table, self.list):
            part.setAccessibleName(self.tr("Worklist"))
            part.opened.connect(self.opened)
            part.row_changed.connect(self.row_changed)
            self.addWidget(part)
        self.addWidget(self.empty)

    @property
    def shown(self) -> TreeTable:
        """The table that belongs to what was chosen, whether or not it has rows."""
        return self.list if self._queue else self.table  # type: ignore[return-value]  # both have what is asked of it

    def current_row(self) -> WorkRow | None:
        """The row the keyboard is on."""
        return self.list.current_row() if self._queue else self.table.current_row()

    def selected_rows(self) -> tuple[WorkRow, ...]:
        """The selected rows of a queue; of all that is due, the row the keyboard is on."""
        if self._queue:
            return self.list.selected_rows()
        row = self.table.current_row()
        return () if row is None else (row,)

    def use(self, *, queue: bool) -> None:
        """Turn to the table of a queue, or to all that is due."""
        self._queue = queue

    def show_queue(self, work: Worklist, nothing: str) -> None:
        """Show a queue; the first row gets the keyboard's line when none has it."""
        self._queue = True
        self.empty.say(nothing)
        self.empty.offer(False)
        self.setCurrentWidget(self.list if work.rows else self.empty)
        self.list.set_rows(work.rows, work.total)
        if work.rows and self.list.current_row() is None:
            self.list.go_to(work.rows[0].key)

    def show_all(self, work: Worklist, nothing: str) -> None:
        """Show all that is due in its sections."""
        self._queue = False
        self.empty.say(self.tr("Nothing is due."), nothing)
        self.empty.offer(True)
        self.setCurrentWidget(self.table if work.rows else self.empty)
        self.table.set_nodes(self._words.nodes(work, work.rows))
