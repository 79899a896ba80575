"""Shows how far printing many pages is, with Cancel, and at the end what became of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.dialogs.handout_words import kind_words
from ui.dialogs.print_batch import BatchDone, BatchPage, PrintBatch
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_MOST_NAMED = 6


class PrintProgress(QDialog):
    """Closes by itself when every page came out; stays where there is something to say."""

    finished_printing = Signal(object)  # BatchDone

    def __init__(self, context: AppContext, batch: PrintBatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.batch = context, batch
        batch.setParent(self)
        self._over = False
        self._labels: list[ShapeLabel] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Printing"))
        theme = context.theme
        self.what = Text("section", "", wrap=True)
        self.bar = QProgressBar()
        self.bar.setMaximum(len(batch))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Pages printed"))
        self.results = QVBoxLayout()
        self.results.setSpacing(theme.px(6))
        self.button = Button(self.tr("Cancel"))
        self.button.setMinimumHeight(theme.px(32))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        for part in (self.what, self.bar):
            column.addWidget(part)
        column.addLayout(self.results)
        column.addLayout(foot)
        self.setMinimumWidth(theme.px(460))
        self.button.clicked.connect(self._pressed)
        batch.progressed.connect(self._show)
        batch.ended.connect(self._end)

    def start(self) -> None:
        """Show it and print."""
        self.open()
        self.batch.start()

    def _show(self, done: int, total: int, page: BatchPage | None) -> None:
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        if page is not None:
            words = self.tr("Page {number} of {total}: {page} · {name}")
            name = self.context.formatting.name(page.head)
            kind = kind_words().get(page.request.kind, page.request.kind)
            self.what.setText(words.format(number=done + 1, total=total, page=kind, name=name))

    def _pressed(self) -> None:
        if self._over:
            self.accept()
        else:
            self.batch.cancel()
            self.button.setEnabled(False)

    def reject(self) -> None:
        """Esc cancels; the window stays until the page on its way is out."""
        self._pressed()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._over:
            event.ignore()
            self._pressed()

    def _end(self, done: BatchDone) -> None:
        self._over = True
        self.button.setEnabled(True)
        self.button.setText(self.tr("Close"))
        self.button.setFocus()
        self.what.setText(self.told(done))
        self.bar.setVisible(done.cancelled)
        for level, words in self._messages(done):
            label = ShapeLabel(parent=self)
            label.say(level, words)
            self.results.addWidget(label)
            self._labels.append(label)
        self._grow()
        self._tell(done)
        if not (done.waiting or done.refused or done.cancelled):
            self.accept()
        self.finished_printing.emit(done)

    def _grow(self) -> None:
        """As high as the messages need at this width: a dialog by itself does not grow for words that wrap."""
        wide = max(self.width(), self.minimumWidth()) - 2 * self.context.theme.px(16)
        for label in self._labels:
            label.setMinimumHeight(max(label.heightForWidth(wide), label.sizeHint().height()))
        self.adjustSize()

    def told(self, done: BatchDone) -> str:
        """What came out, in one line."""
        if not done.printed:
            return self.tr("No page was printed.")
        printer = done.printer or self.tr("the printer")
        return self.tr("Sent to {printer}, %n document(s)", "", len(done.printed)).format(printer=printer)

    def _messages(self, done: BatchDone) -> list[tuple[str, str]]:
        found = []
        if done.sheets:
            found.append(("info", self.tr("%n sheet(s) with what did not fit on “Your next steps”", "", done.sheets)))
        if done.left_out:
            words = self.tr("%n sensitive item(s) are not on the pages: they print only when ticked", "", done.left_out)
            found.append(("info", words))
        if done.waiting:
            words = self.tr("%n page(s) wait for a printer. Print them later in Pages for patients.", "",
                            len(done.waiting))  # fmt: skip
            found.append(("caution", words))
        for page, why in done.refused[:_MOST_NAMED]:
            name, kind = self.context.formatting.name(page.head), kind_words().get(page.request.kind, "")
            found.append(("high", self.tr("Not printed: {page} · {name}. {why}").format(page=kind, name=name, why=why)))
        if len(done.refused) > _MOST_NAMED:
            more = len(done.refused) - _MOST_NAMED
            found.append(("high", self.tr("%n more page(s) were not printed", "", more)))
        if done.cancelled:
            left = len(self.batch) - len(done.printed) - len(done.waiting) - len(done.refused)
            found.append(("caution", self.tr("Stopped. %n page(s) were not made.", "", left)))
        return found

    def _tell(self, done: BatchDone) -> None:
        """One Undo takes back the note that pages came out, where it is one act."""
        if done.last is not None and done.notes == 1:
            self.context.feedback.done(self.told(done), self.tr("pages printed"), done.last.changes)
