"""Every page that was made for a patient: who got it, whether it is still right, how they said it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handed_out import TEACH_BACK, HandOut, PagesChanged, Told
from icm_desktop.contracts.handouts import HandoutMade, HandoutRow
from ui.context import AppContext
from ui.dialogs.pages_given_words import GivenWords
from ui.dialogs.sheet_preview import SheetPreview
from ui.dialogs.teach_back import TeachBackDialog
from ui.tables.view import RowsTable
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text


class PagesGiven(QDialog):
    """Enter shows the exact page; 1, 2 or 3 records how the patient said it; G: given by hand, T: told what changed."""

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.head = context, head
        self.words = GivenWords(context)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Pages of this patient"))
        theme, room = context.theme, self.screen().availableSize()
        self.resize(min(theme.px(1080), room.width() - 40), min(theme.px(520), room.height() - 40))
        self.table: RowsTable[HandoutRow] = RowsTable(
            context, "pages_given", self.words.columns(), lambda row: row.id, self.words.sentence
        )
        self.table.setAccessibleName(self.windowTitle())
        self.empty = EmptyState(self.tr("No page was made for this patient yet."), self.tr("Ctrl+P on the chart."))
        self.show_button = Button(self.tr("&Show the page"), "file-text", primary=True)
        self.teach_button = Button(self.tr("&How they said it…"))
        self.given_button = Button(self.tr("&Given by hand"))
        self.told_button = Button(self.tr("&Told what changed"))
        self.close_button = Button(self.tr("Close"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.px(16))
        whole.setSpacing(theme.px(8))
        whole.addWidget(MicroBanner(context, head, self))
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        inside.setSpacing(theme.px(8))
        inside.addWidget(self.table, 1)
        inside.addWidget(self.empty, 1)
        self.keys = Text("small", self.tr("Keys: 1 said it correctly, 2 explained again, 3 not done."), tone="text_2")
        inside.addWidget(self.keys)
        buttons = QHBoxLayout()
        for button in (self.show_button, self.teach_button, self.given_button, self.told_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        inside.addLayout(buttons)
        whole.addLayout(inside, 1)
        self._wire()
        self.refresh()

    def _wire(self) -> None:
        for button in (self.show_button, self.teach_button, self.given_button, self.told_button, self.close_button):
            button.setMinimumHeight(self.context.theme.px(32))
            button.setAutoDefault(False)
        self.table.row_changed.connect(self._enable)
        self.table.opened.connect(lambda _row: self.show_page())
        self.show_button.clicked.connect(self.show_page)
        self.teach_button.clicked.connect(lambda _on=False: self.ask_back())
        self.given_button.clicked.connect(self.given)
        self.told_button.clicked.connect(self.told)
        self.close_button.clicked.connect(self.reject)
        for at in range(len(TEACH_BACK)):
            QShortcut(QKeySequence(str(at + 1)), self, partial(self.ask_back, at))
        QShortcut(QKeySequence("G"), self, self.given)
        QShortcut(QKeySequence("T"), self, self.told)

    def refresh(self) -> None:
        """Ask for the pages as they are now."""
        self.context.jobs.run("queries.handed_out.history", self.head.id, owner=self, done=self._show)

    def _show(self, rows: tuple[HandoutRow, ...]) -> None:
        self.table.set_rows(rows, len(rows))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.keys.setVisible(bool(rows))
        if rows and self.table.current_row() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._enable(self.table.current_row())
        (self.table if rows else self.close_button).setFocus()

    def _enable(self, row: HandoutRow | None) -> None:
        self.show_button.setEnabled(row is not None)
        self.teach_button.setEnabled(row is not None and row.handed_to is not None)
        self.given_button.setEnabled(row is not None and row.handed_to is None and row.how != "waiting")
        self.told_button.setEnabled(row is not None and bool(row.outdated))

    # what can be done with a page

    def show_page(self) -> None:
        """The exact page, to look at or print again as it was."""
        if (row := self.table.current_row()) is not None:
            self.context.jobs.run("queries.handed_out.kept", row.id, owner=self, done=partial(self._open, row))

    def _open(self, row: HandoutRow, made: HandoutMade) -> None:
        SheetPreview(
            made.pdf, self, title=self.words.kind(row), file_name=row.kind, preferences=self.context.preferences
        ).open()

    def ask_back(self, at: int | None = None) -> None:
        """How the patient said it; `at`: the answer a key already gave."""
        row = self.table.current_row()
        if row is None or row.handed_to is None:
            return
        dialog = TeachBackDialog(self.context, self.head, (row.id,), self)
        dialog.recorded.connect(lambda _done: self.refresh())
        dialog.open()
        if at is not None:
            dialog.choose(at)

    def given(self) -> None:
        """The saved page was given to the patient."""
        if (row := self.table.current_row()) is not None and self.given_button.isEnabled():
            self._do("services.handed_out.hand_out", HandOut(row.id), self.tr("Noted: the patient has this page."))

    def told(self) -> None:
        """The patient was told what changed since."""
        if (row := self.table.current_row()) is not None and row.outdated:
            words = self.tr("Noted: the patient was told what changed.")
            self._do("services.handed_out.told", Told((row.id,)), words)

    def _do(self, name: str, request: object, told: str) -> None:
        def done(result: PagesChanged) -> None:
            self.context.feedback.done(
                told, self.tr("page of {family}").format(family=self.head.family.upper()), result.changes
            )
            self.refresh()

        self.context.jobs.run(name, request, owner=self, done=done, failed=self.context.feedback.refuse)
