"""One sentence patients read, in the practice's own words; the shipped and the English one stand beside it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from icm_desktop.contracts.phrases import PhraseRow, PhraseSaved, SavePhrase
from icm_desktop.domain.plain_text import is_right_to_left
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.drafts import DraftKeeper
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.reading_check import ReadingCheck

_WORD = re.compile(r"\{[^{}\n]*\}")
_JUDGED = ("en", "es")  # languages whose ease of reading can be told
_LINES = 3


def _as_read(text: str) -> str:
    """The text with a short word in place of each that is filled in; as long as before, so that places agree."""
    return _WORD.sub(lambda found: "it".ljust(len(found[0])), text)


class PhraseDialog(FormDialog):
    """The sentence as it counts, to change; what is filled in stays in braces."""

    def __init__(self, context: AppContext, row: PhraseRow, title: str, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self.row = row
        self.setWindowTitle(title)
        self.save_button.setText(self.tr("&Save as our sentence"))
        self.text = QPlainTextEdit("" if row.missing else row.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(context.theme.px(24) * _LINES)
        self._tell(self.tr("As shipped"), row.shipped or self.tr("not yet in this language"))
        if row.language != "en":
            self._tell(self.tr("In English"), row.english)
        words = " ".join(dict.fromkeys(_WORD.findall(row.english)))
        hint = self.tr("Filled in by the program, keep them as they are: {words}").format(words=words) if words else ""
        self.add("text", FormField(self.tr("&Our sentence"), self.text, required=True, hint=hint, check=self._problem))
        if row.language in _JUDGED:
            self.reading = ReadingCheck(context, self.text, row.language, seen=_as_read)
            self.add_box(self.reading, self.column, reached=self.reading.findings)
        self.drafts = DraftKeeper(self, f"phrase:{row.language}:{row.phrase}", None)
        self.fit(640)
        self.text.setFocus()

    def _tell(self, name: str, words: str) -> None:
        self.column.addWidget(Text("small", name, tone="text_2"))
        told = Text("body", words, wrap=True)
        told.setAccessibleName(f"{name}: {words}")
        self.column.addWidget(told)

    def _problem(self) -> str:
        text = self.text.toPlainText()
        if not text.strip():
            return self.tr("Write the sentence.")
        if is_right_to_left(text) and not is_right_to_left(self.row.text):
            return self.tr("Pages cannot be laid out from right to left yet.")
        missing = sorted(set(_WORD.findall(self.row.english)) - set(_WORD.findall(text)))
        return self.tr("Put in {words}.").format(words=", ".join(missing)) if missing else ""

    def save(self) -> None:
        row = self.row
        self.run("services.phrases.save", SavePhrase(row.language, row.phrase, self.text.toPlainText(), row.id))

    def before_close(self) -> None:
        self.drafts.discard()

    def told(self, saved: PhraseSaved) -> str:
        """What happened, in words."""
        return self.tr("Pages now say: “{text}”").format(text=saved.row.text)
