"""Words to read: plain text as it was written, or a narrative with its headings, lists and tables; both searchable."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from shiboken6 import isValid

from icm_desktop.domain import finding
from icm_desktop.domain.narrative import Narrative
from ui.reader.narrative_writer import NarrativeWriter
from ui.theme import Theme

_MOST_MATCHES = 500
_LETTERS_AT_ONCE = 4_000  # written and laid out before the window has its turn
_SMALLEST, _LARGEST = -4, 16


class WordsView(QTextEdit):
    """Read only; the keyboard moves and selects. Long texts arrive slice by slice, the first screen at once.

    Keys: + and - change the size of the letters, 0 is the usual one.
    """

    opened = Signal()  # all of it is there
    progress = Signal(int)  # how many per cent are there, 100 once all of it is
    found = Signal(int, int)  # which match (from 1; 0 none), how many

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[tuple[int, float]] | None = None
        self._words = ""
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
        self._mono = _has_columns(text)
        self._begin(_paste(self._new_document(), text))

    def show_narrative(self, narrative: Narrative) -> None:
        """Show headings, paragraphs, lists and tables."""
        self._mono = False
        self._begin(NarrativeWriter(self._new_document()).steps(narrative))

    def clear_words(self) -> None:
        """Show nothing and forget what was there; what was still to come does not come."""
        self._new_document()

    @property
    def complete(self) -> bool:
        """Whether all of it is there."""
        return self._steps is None

    def _new_document(self) -> QTextDocument:
        self._timer.stop()
        self._steps, self._words = None, ""
        self._matches, self._match = [], -1
        self.setExtraSelections([])
        before, made = self.document(), QTextDocument(self)
        made.setUndoRedoEnabled(False)
        made.setDocumentMargin(Theme.current().px(16))
        made.setDefaultFont(self._letters())
        self.setDocument(made)
        if isValid(before):  # Qt lets go of the first one by itself
            before.deleteLater()
        return made

    def _begin(self, steps: Iterator[tuple[int, float]]) -> None:
        self._steps = steps
        self._write_on()
        if self._steps is not None:
            self._timer.start()

    def _write_on(self) -> None:
        """Write one slice: it is as long as its pieces are heavy, whatever the time of day."""
        if self._steps is None:
            return
        before, top = self.textCursor(), self.verticalScrollBar().value()
        anchor, place = before.anchor(), before.position()
        weight, share, slice_ = 0, 1.0, QTextCursor(self.document())
        slice_.beginEditBlock()  # laid out once, at its end
        try:
            while weight < _LETTERS_AT_ONCE and (piece := next(self._steps, None)) is not None:
                weight, share = weight + piece[0], piece[1]
        finally:
            slice_.endEditBlock()
        self._stay(anchor, place, top)
        if piece is None:
            self._all_there()
        else:
            self.progress.emit(int(share * 100))

    def _stay(self, anchor: int, place: int, top: int) -> None:
        """A cursor at the end of what was there goes along with words put behind it: back to where it was."""
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) != (anchor, place):
            cursor.setPosition(anchor)
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(top)

    def _all_there(self) -> None:
        self._timer.stop()
        self._steps = None
        if self._words:
            self._look_again()
        self.progress.emit(100)
        self.opened.emit()

    # finding

    def find_words(self, words: str) -> None:
        """Mark these words wherever they stand and go to the first; capitals and accents do not matter."""
        self._words, self._match = words.strip(), -1
        self._matches = self._places()
        if self._matches:
            self.next_match()
        else:
            self._mark()
            self.found.emit(0, 0)

    def _look_again(self) -> None:
        """The rest of the words is there: more places may be marked, the one shown stays."""
        if self._match < 0:
            self.find_words(self._words)
        else:
            self._matches = self._places()
            self._mark()
            self.found.emit(self._match + 1, len(self._matches))

    def _places(self) -> list[QTextCursor]:
        """Where the words stand. A letter of the raw text is a place of the document, a rare one (U+10000 on) two."""
        document = self.document()
        text, found = document.toRawText(), []
        rare = [at for at, letter in enumerate(text) if letter > "\uffff"]
        for start, end in finding.places(text, self._words, _MOST_MATCHES):
            place = QTextCursor(document)
            place.setPosition(start + bisect_left(rare, start))
            place.setPosition(end + bisect_left(rare, end), QTextCursor.MoveMode.KeepAnchor)
            found.append(place)
        return found

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

    def _letters(self) -> QFont:
        font = QFont(Theme.current().font("mono" if self._mono else "body"))
        font.setPointSizeF(max(font.pointSizeF() + self._size, 4))
        return font

    def _dress(self) -> None:
        """Letters and margins as they should be now; each laid out anew only if it changed."""
        document, font, margin = self.document(), self._letters(), Theme.current().px(16)
        if document.defaultFont() != font:
            document.setDefaultFont(font)
        if document.documentMargin() != margin:
            document.setDocumentMargin(margin)

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
        """A copy for paper, all of it: black letters of eleven points, whatever the screen shows."""
        while self._steps is not None:
            self._write_on()
        copy = self.document().clone()
        font = QFont(self.document().defaultFont())
        font.setPointSizeF(11)
        copy.setDefaultFont(font)
        return copy


def _paste(document: QTextDocument, text: str) -> Iterator[tuple[int, float]]:
    cursor = QTextCursor(document)
    for at in range(0, len(text), _LETTERS_AT_ONCE):
        piece = text[at : at + _LETTERS_AT_ONCE]
        cursor.insertText(piece)
        yield len(piece), min(at + _LETTERS_AT_ONCE, len(text)) / len(text)


def _has_columns(text: str) -> bool:
    """Whether the writer lined things up with spaces: then every letter gets the same room."""
    lines = [line for line in text.split("\n")[:400] if line.strip()]
    spaced = sum(1 for line in lines if "   " in line.strip() or "\t" in line.strip())
    return bool(lines) and spaced >= max(3, len(lines) // 5)
