"""The list Today shows, on paper: the same rows in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from icm_desktop.contracts.list_sheets import ListSheet
from icm_desktop.contracts.worklist import WorkRow
from ui.dialogs.sheet_preview import SheetPreview

if TYPE_CHECKING:
    from ui.pages.today import TodayPage

_MOST = 2000  # rows
_SHARES = (0.15, 0.27, 0.17, 0.41)


class TodayPrint(QObject):
    """Makes the sheet and shows it over the window."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__(page)
        self._context, self._words, self._page = page.context, page.words, page

    def print_list(self) -> None:
        """Show the list on paper: a queue as it is sorted, of all that is due also what is not loaded yet."""
        queues = self._page.queues
        name = queues.name(queues.queue)
        if queues.queue:
            self._show(name, self._page.stack.list.rows())
            return
        asked = replace(self._page.filter(), limit=_MOST)
        self._context.jobs.run(
            "queries.today.worklist", asked, owner=self._page, done=lambda work: self._show(name, work.rows)
        )

    def _show(self, name: str, rows: Sequence[WorkRow]) -> None:
        shown = self._context.formatting
        request = ListSheet(
            f"{name} · {shown.weekday_date(shown.today())}", self._words.paper_columns(), _SHARES,
            tuple(self._cells(row) for row in rows), language=QLocale().name()[:2],
        )  # fmt: skip
        self._context.jobs.run(
            "reports.list_sheet.render", request, owner=self._page, done=lambda pdf: self._made(name, pdf)
        )

    def _made(self, name: str, pdf: bytes) -> None:
        day = self._context.formatting.today().isoformat()
        preview = SheetPreview(pdf, self._page.window(), title=name, file_name=f"list-{day}")
        preview.saved_words = self.tr("Saved. It holds patient names: delete the file once it is printed.")
        preview.open()

    def _cells(self, row: WorkRow) -> tuple[tuple[str, ...], ...]:
        shown, words = self._context.formatting, self._words
        born = " · ".join(filter(None, (shown.partial_date(row.head.birth_date), row.head.record_number)))
        about = (words.what_ranked(row), words.why(row), words.tried(row))
        return (
            (words.state(row).word, words.due_shortly(row)),
            (shown.name(row.head), born),
            tuple(filter(None, (row.head.phone or "", row.best_time or ""))),
            tuple(filter(None, about)),
        )
