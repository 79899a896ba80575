"""The text of a letter: written with words to fill in, checked line by line, its ease of reading shown meanwhile."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.letters import LettersRequest, LetterText, LetterTextSaved, SaveLetterText
from icm_desktop.domain.letters import PLACEHOLDERS, problems
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.letter_sample import LetterSample
from ui.drafts import DraftKeeper
from ui.messages import say
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.reading_check import ReadingCheck

_LINES = 10
_WORD = re.compile(r"\{[^{}\n]*\}")
_TOLD = 3  # problems shown at a time
_WORD_ROLE = int(Qt.ItemDataRole.UserRole)


def _as_read(text: str) -> str:
    """The text with a short name in place of each word that is filled in; as long as before, so that places agree."""
    return _WORD.sub(lambda found: "it".ljust(len(found[0])), text).replace("\n- ", "\n. ")


class WordList(QListWidget):
    """The words that are filled in, each explained; Enter puts one into the text."""

    chosen = Signal(str)

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Words that are filled in"))
        self.setWordWrap(True)
        self.setSpacing(Theme.current().px(3))
        for name in PLACEHOLDERS[about]:
            item = QListWidgetItem(f"{{{name}}}\n{say(f'letter_word.{name}')}", self)
            item.setData(_WORD_ROLE, name)
        self.setCurrentRow(0)
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(item.data(_WORD_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.currentItem() is not None:
            self.chosen.emit(self.currentItem().data(_WORD_ROLE))
        else:
            super().keyPressEvent(event)


class LetterTextDialog(FormDialog):
    """Heading and text on the left, the words to fill in on the right."""

    def __init__(self, context: AppContext, row: LetterText, title: str, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self.row = row
        self.setWindowTitle(title)
        self.save_button.setText(self.tr("&Save as our text"))
        self.heading, self.body = QLineEdit(row.heading), QPlainTextEdit(row.body)
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(context.theme.px(20) * _LINES)
        self.reading = ReadingCheck(context, self.body, row.language, seen=_as_read)
        self.words = WordList(row.about)
        self._lay_out_text()
        self.preview_button = Button(self.tr("Pre&view"), "eye", self)
        self.preview_button.setAutoDefault(False)
        self.button_row.insertWidget(0, self.preview_button)
        self.preview_button.clicked.connect(self.preview)
        QShortcut(QKeySequence("Ctrl+P"), self, self.preview)
        self.words.chosen.connect(self._insert)
        self.drafts = DraftKeeper(self, f"letter:{row.kind}:{row.language}", None)
        self.fit(940)
        self.body.setFocus()

    def _lay_out_text(self) -> None:
        theme = self.context.theme
        sides, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        sides.setSpacing(theme.px(16))
        sides.addLayout(left, 3)
        sides.addLayout(right, 2)
        self.column.addLayout(sides)
        self.add("heading", FormField(self.tr("&Heading"), self.heading, required=True, check=self._heading), left)
        hint = self.tr("An empty line parts paragraphs; a line that begins with “- ” is an item of a list.")
        self.add("body", FormField(self.tr("&Text"), self.body, required=True, hint=hint, check=self._problems), left)
        self.add_box(self.reading, left, reached=self.reading.findings)
        right.addWidget(Text("section", self.tr("Words that are filled in"), wrap=True))
        told = self.tr("Enter puts the word into the text. A line whose word is not known is left out of the letter.")
        right.addWidget(Text("small", told, tone="text_2", wrap=True))
        self.words.setMinimumWidth(theme.px(230))
        self.add_box(self.words, right)

    def _insert(self, name: str) -> None:
        self.body.insertPlainText(f"{{{name}}}")
        self.body.setFocus()

    def _heading(self) -> str:
        if not self.heading.text().strip():
            return say("letters.no_heading")
        found = problems(self.row.about, self.heading.text())
        return say(found[0].code, line=1, word=found[0].word, meant=found[0].meant) if found else ""

    def _problems(self) -> str:
        found = problems(self.row.about, self.body.toPlainText())
        return " ".join(say(one.code, line=one.line, word=one.word, meant=one.meant) for one in found[:_TOLD])

    def preview(self) -> None:
        """The letter as it is written now, to somebody invented."""
        if (wrong := self.first_problem()) is not None:
            self.show_at(wrong)
            return
        draft = (self.heading.text(), self.body.toPlainText())
        request = LettersRequest(self.row.kind, (), language=self.row.language, draft=draft)
        title = self.windowTitle()
        self.context.jobs.run(
            "reports.letters.sample", request, owner=self,
            done=lambda made: LetterSample(self.context, made, self, title).open(), failed=self.refused,
        )  # fmt: skip

    def refused(self, error: UserError) -> None:
        """Show it, and go to the line that is wrong."""
        super().refused(error)
        if isinstance(line := error.params.get("line"), int):
            block = self.body.document().findBlockByNumber(line - 1)
            self.body.setTextCursor(QTextCursor(block))

    def save(self) -> None:
        row = self.row
        request = SaveLetterText(row.kind, row.language, self.heading.text(), self.body.toPlainText(), row.id)
        self.run("services.letters.save_text", request)

    def before_close(self) -> None:
        self.drafts.discard()

    def told(self, saved: LetterTextSaved) -> str:
        """What happened, in words."""
        return self.tr("“{heading}” is our text from now on.").format(heading=saved.text.heading)
