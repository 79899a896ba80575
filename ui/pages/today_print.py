"""The list Today shows, on paper: the same rows in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from icm_desktop.contracts.worklist import WorkRow
from ui.dialogs.list_sheet import show_rows

if TYPE_CHECKING:
    from ui.pages.today import TodayPage

_SHARES = (14, 28, 17, 41)
_MOST = 2000  # rows


class TodayPrint(QObject):
    """Makes the sheet and shows it over the window."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__(page)
        self._context, self._words, self._page = page.context, page.words, page

    def print_list(self) -> None:
        """Show the list on paper: a queue as it is sorted, of all that is due also what is not loaded yet."""
        if self._page.queues.queue:
            self._show(self._page.stack.list.rows())
            return
        asked = replace(self._page.filter(), limit=_MOST)
        self._context.jobs.run(
            "queries.today.worklist", asked, owner=self._page, done=lambda work: self._show(work.rows)
        )

    def _show(self, rows: Sequence[WorkRow]) -> None:
        queues = self._page.queues
        columns = list(zip(self._words.paper_columns(), _SHARES, strict=True))
        cells = tuple(self._cells(row) for row in rows)
        show_rows(self._context, self._page, queues.name(queues.queue), (self._page.status(),), columns, cells)

    def _cells(self, row: WorkRow) -> tuple[str, ...]:
        shown, words = self._context.formatting, self._words
        head = row.head
        born = " · ".join(filter(None, (shown.partial_date(head.birth_date), head.record_number))) if head else ""
        cells = (
            (words.state(row).word, words.due_shortly(row)),
            (words.who(row), born),
            (words.phone(row), row.best_time or ""),
            (words.what_ranked(row), words.why(row), words.tried(row)),
        )
        return tuple("\n".join(filter(None, cell)) for cell in cells)
