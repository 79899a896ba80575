"""Every import so far; a whole import is taken back here, as long as nobody has built on it."""

from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.exchange import ImportRow, ImportUndone, UndoCheck, UndoImport
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.imports_words import ImportsWords
from ui.dialogs.left_out import LeftOutDialog
from ui.dialogs.room import resize_within
from ui.feedback import Level
from ui.messages import sentence
from ui.tables.export import export_table
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_UNDO = "services.exchange.undo_import"
LONGEST_REASON = 500
_TOLD = ("complete", "undone")


class ImportsDialog(QDialog):
    """A list with the chosen import in full beneath, and the way to take it back."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = ImportsWords(context.formatting)
        self._running = False
        self._asked = 0
        self.setWindowTitle(self.tr("Imports so far"))
        self.table: RowsTable[ImportRow] = RowsTable(
            context, "imports", self._words.columns(), lambda row: row.id, self._words.sentence
        )
        self.table.setAccessibleName(self.tr("Imports so far"))
        self.empty = EmptyState(
            self.tr("Nothing was imported yet"), self.tr("Records of another system come in with File, Import.")
        )
        self.whole = Text("small", tone="text_2", wrap=True, selectable=True)
        self.verdict = ShapeLabel(Level.INFO, "", self)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason_field = FormField(self.tr("&Why it is taken back"), self.reason)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.undo_button = Button(self.tr("&Take this import back"), "undo-2")
        self.left_button = Button(self.tr("What was left &out…"), "list")
        self.close_button = Button(self.tr("Close"), primary=True)
        self._lay_out()
        self._wire()
        resize_within(self, parent, 940, 560)
        self._show_row(None)

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self.undo_button)
        foot.addWidget(self.left_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(10))
        for widget in (self.stack, self.whole, self.verdict, self.reason_field, self.bar):
            column.addWidget(widget)
        column.setStretch(0, 1)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.table.row_changed.connect(self._show_row)
        self.undo_button.clicked.connect(lambda _on=False: self.take_back())
        self.left_button.clicked.connect(lambda _on=False: self.show_left_out())
        self.close_button.clicked.connect(self.reject)
        self._context.notifier.changed.connect(self._follow)
        QShortcut("Ctrl+Shift+E", self, lambda: export_table(self._context, self))

    def refresh(self) -> None:
        """Read the list anew."""
        self._context.jobs.run("services.exchange.list_imports", owner=self, done=self._show_rows)

    def _follow(self, changes: Changes) -> None:
        if "import" in changes.kinds and self.isVisible() and not self._running:
            self.refresh()

    def _show_rows(self, rows: tuple[ImportRow, ...]) -> None:
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        self.table.set_rows(rows)
        if rows and self.table.current_row() is None:
            self.table.go_to(rows[0].id)
        self._show_row(self.table.current_row())

    def _show_row(self, row: ImportRow | None) -> None:
        """The chosen import in full, and whether it can be taken back: that is asked for each time."""
        self._asked += 1
        self.whole.setText(self._words.sentence(row) if row is not None else "")
        self.left_button.setEnabled(row is not None and row.state in _TOLD)
        can = row is not None and row.undo_until is not None
        self._offer(False)
        self._say(Level.INFO, self._too_late(row) if row is not None and not can else "")
        if row is not None and can:
            asked = self._asked
            self._context.jobs.run(
                "services.exchange.check_undo", row.id, owner=self,
                done=lambda check: self._show_check(asked, check), failed=self._refused,
            )  # fmt: skip

    def _too_late(self, row: ImportRow) -> str:
        return self.tr("It is too old to be taken back as a whole.") if row.state == "complete" else ""

    def _show_check(self, asked: int, check: UndoCheck) -> None:
        if asked != self._asked or self._running:
            return
        self._say(Level.CAUTION if check.obstacles else Level.INFO, self._words.verdict(check))
        self._offer(not check.obstacles)

    def _offer(self, possible: bool) -> None:
        self.undo_button.setEnabled(possible and not self._running)
        self.reason_field.setVisible(possible or self._running)
        self.reason.setEnabled(not self._running)
        self.bar.setVisible(self._running)

    def show_left_out(self) -> None:
        """What the chosen import brought that no screen shows."""
        row = self.table.current_row()
        if row is not None:
            title = self.tr("Import {number}: what no screen shows").format(number=row.id)
            self._context.jobs.run(
                "services.exchange.left_out", row.id, owner=self,
                done=lambda rows: LeftOutDialog(self._context, rows, title, self).open(), failed=self._refused,
            )  # fmt: skip

    def take_back(self) -> None:
        """Take the chosen import back; nobody sees it from the first step on."""
        row = self.table.current_row()
        if row is None or self._running:
            return
        self._running = True
        self._offer(False)
        self.bar.setRange(0, 0)
        self._context.jobs.run(
            _UNDO, UndoImport(row.id, self.reason.text()), owner=self, done=self._done, failed=self._refused,
            progress=self._progress, lane="long", label=self.tr("Take an import back"),
        )  # fmt: skip

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _done(self, done: ImportUndone) -> None:
        self._running = False
        self.reason.clear()
        told = self.tr("Import {number} was taken back: %n patient(s) removed.", "", done.patients)
        self._context.feedback.say(told.format(number=done.id), Level.GOOD)
        self.refresh()

    def _refused(self, error: UserError) -> None:
        self._running = False
        self._offer(False)
        self._say(Level.HIGH, sentence(error, self._context.formatting))

    def _say(self, level: Level, words: str) -> None:
        self.verdict.say(level.value, words)
        self.verdict.setVisible(bool(words))
