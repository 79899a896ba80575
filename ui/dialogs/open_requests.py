"""Requests of all patients that wait for an answer, the most urgent on top; Enter opens one in its chart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.patient_requests import RequestFilter, RequestRow
from ui.context import AppContext
from ui.dialogs.rows_dialog import RowsDialog
from ui.pages.privacy_words import PrivacyWords
from ui.tables.base import Column


class OpenRequestsDialog(RowsDialog[RequestRow]):
    """The list of the practice."""

    def __init__(self, context: AppContext, words: PrivacyWords, owner: QWidget) -> None:
        shown = context.formatting
        columns = (
            Column[RequestRow]("state", self.tr("State"), lambda row: words.chip(row).word, width=14, chip=words.chip),
            Column[RequestRow]("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=22),
            Column[RequestRow]("kind", self.tr("Asks for"), words.kind, width=20, stretch=True),
            Column[RequestRow]("received", self.tr("Received"), lambda row: shown.date(row.received_on),
                               lambda row: row.received_on, 12, copy=lambda row: row.received_on.isoformat()),
            Column[RequestRow]("due", self.tr("Last day"), words.due, lambda row: row.due_on, 20,
                               copy=lambda row: row.due_on.isoformat()),
            Column[RequestRow]("owner", self.tr("Who answers"), lambda row: row.owner.name if row.owner else "",
                               width=14),
        )  # fmt: skip
        super().__init__(
            context, None, self.tr("Requests of patients"), "open_requests", columns, lambda row: row.id, owner
        )
        self.table.opened.connect(self._open_chart)

    def _open_chart(self, row: RequestRow) -> None:
        self.accept()
        self.context.navigation.open_chart(row.head.id, tab="privacy", item=f"request:{row.id}")


def show_open_requests(context: AppContext, window: QWidget) -> None:
    """Ask, and show them over the window."""
    told = QCoreApplication.translate("OpenRequestsDialog", "Open requests. Enter opens one in the chart.")
    nothing = QCoreApplication.translate("OpenRequestsDialog", "No request waits for an answer.")

    def show(words: PrivacyWords, rows: tuple[RequestRow, ...]) -> None:
        dialog = OpenRequestsDialog(context, words, window)
        dialog.show_rows(rows, told, nothing)
        dialog.open()

    def words_came(lists: Choices) -> None:
        done = partial(show, PrivacyWords(context, lists))
        context.jobs.run("queries.patient_requests.requests", RequestFilter(), owner=window, done=done)

    context.jobs.run("queries.disclosures.words", QLocale().name(), owner=window, done=words_came)
