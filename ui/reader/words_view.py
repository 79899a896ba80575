"""Words to read: plain text as it was written, or a narrative with its headings, lists and tables; both searchable."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from shiboken6 import isValid

from icm_desktop.domain.narrative import Narrative
from ui.reader.narrative_writer import NarrativeWriter
from ui.theme import Theme

_MOST_MATCHES = 500
_MOST_LETTERS_AT_ONCE = 20_000
_BREATH_S = 0.02  # how long one piece of writing may take before the window has its turn
_SMALLEST, _LARGEST = -4, 16


class WordsView(QTextEdit):
    """Read only; the keyboard moves and selects. Long texts arrive piece by piece.

    Keys: + and - change the size of the letters, 0 is the usual one.
    """

    opened = Signal()  # all of it is there
    found = Signal(int, int)  # which match (from 1; 0 none), how many

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._written: QTextDocument | None = None
        self._matches: list[QTextCursor] = []
        self._match, self._size, self._mono = -1, 0, False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._write_on)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setAccessibleName(self.tr("Document"))
        self._dress()
        Theme.current().theme_changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Show plain text; columns made of spaces stay in line."""
        self.clear_words()
        self._mono = _has_columns(text)
        self._dress()
        self._begin(self._paste(self._new_document(), text))

    def show_narrative(self, narrative: Narrative) -> None:
        """Show headings, paragraphs, lists and tables."""
        self.clear_words()
        self._mono = False
        self._dress()
        self._begin(NarrativeWriter(self._new_document()).steps(narrative))

    def clear_words(self) -> None:
        """Show nothing and forget what was there."""
        self._timer.stop()
        self._steps = None
        self._matches, self._match = [], -1
        self.setExtraSelections([])
        self._written = None
        self._put(QTextDocument(self))

    def _new_document(self) -> QTextDocument:
        """Where words are written before they are shown: nothing is laid out again and again while it grows."""
        self._written = QTextDocument(self)
        self._written.setUndoRedoEnabled(False)
        return self._written

    def _put(self, document: QTextDocument) -> None:
        before = self.document()
        self.setDocument(document)
        if isValid(before):  # Qt lets go of the first one by itself
            before.deleteLater()
        self._dress()

    def _begin(self, steps: Iterator[None]) -> None:
        self._steps = steps
        self._write_on()
        if self._steps is not None:
            self._timer.start()

    def _write_on(self) -> None:
        end = time.monotonic() + _BREATH_S
        while self._steps is not None:
            try:
                next(self._steps)
            except StopIteration:
                self._timer.stop()
                self._steps = None
                if self._written is not None:
                    self._put(self._written)
                    self._written = None
                self.opened.emit()
            if time.monotonic() > end:
                return

    @staticmethod
    def _paste(document: QTextDocument, text: str) -> Iterator[None]:
        cursor = QTextCursor(document)
        for at in range(0, len(text), _MOST_LETTERS_AT_ONCE):
            cursor.insertText(text[at : at + _MOST_LETTERS_AT_ONCE])
            yield

    # finding

    def find_words(self, words: str) -> None:
        """Mark these words wherever they stand and go to the first; capitals do not matter."""
        self._matches, self._match = [], -1
        at = QTextCursor(self.document())
        while words and len(self._matches) < _MOST_MATCHES:
            at = self.document().find(words, at)
            if at.isNull():
                break
            self._matches.append(QTextCursor(at))
        if self._matches:
            self.next_match()
        else:
            self._mark()
            self.found.emit(0, 0)

    def next_match(self, step: int = 1) -> None:
        """The next place of the words, round again."""
        if self._matches:
            self._match = (self._match + step) % len(self._matches)
            place = QTextCursor(self._matches[self._match])
            place.setPosition(place.selectionStart())
            self.setTextCursor(place)
            self.ensureCursorVisible()
            self._mark()
            self.found.emit(self._match + 1, len(self._matches))

    def _mark(self) -> None:
        marks = []
        for at, place in enumerate(self._matches):
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor("#FF9632") if at == self._match else QColor("#FFE58A"))
            look.setForeground(QColor("#16202B"))
            mark.format, mark.cursor = look, place
            marks.append(mark)
        self.setExtraSelections(marks)

    # size of the letters

    def zoom(self, step: int) -> None:
        """Larger or smaller letters; 0 is the usual size."""
        self._size = 0 if step == 0 else min(max(self._size + step, _SMALLEST), _LARGEST)
        self._dress()

    def _dress(self) -> None:
        theme = Theme.current()
        font = QFont(theme.font("mono" if self._mono else "body"))
        font.setPointSizeF(max(font.pointSizeF() + self._size, 4))
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(theme.px(16))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_mono"):
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(steps[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # it leaves the document
        else:
            super().keyPressEvent(event)

    def printed(self) -> QTextDocument:
        """A copy for paper: black letters of twelve points, whatever the screen shows."""
        copy = self.document().clone()
        font = QFont(self.document().defaultFont())
        font.setPointSizeF(11)
        copy.setDefaultFont(font)
        return copy


def _has_columns(text: str) -> bool:
    """Whether the writer lined things up with spaces: then every letter gets the same room."""
    lines = [line for line in text.split("\n")[:400] if line.strip()]
    spaced = sum(1 for line in lines if "   " in line.strip() or "\t" in line.strip())
    return bool(lines) and spaced >= max(3, len(lines) // 5)
