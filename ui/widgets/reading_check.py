"""How hard a text for patients is, told while it is written: the grade, and each place with what to say instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.wording import WordingRules
from icm_desktop.domain.wording import EASY, JARGON, LONG, NO_WHY, PASSIVE, STOP, SUMS, WARN, Finding, Judged, judged
from ui.context import AppContext
from ui.theme import Theme
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_LEVELS = {EASY: "good", WARN: "caution", STOP: "high"}
_FINDING = int(Qt.ItemDataRole.UserRole)
_MOST_SHOWN, _MOST_LINES = 30, 4
_QUOTED = 48  # letters of a place that are quoted


class ReadingCheck(QWidget):
    """Stands under the field it judges. Enter on a finding puts the easier word in, or selects the place.

    Args:
        context: For the rules, which a worker reads once.
        edit: What is written in.
        language: Of the text: "en" or "es".
        why: Whether the text asks the patient to do something and should say why.
        seen: Makes of the written text what a patient will read, letter for letter of the same length.
    """

    def __init__(
        self,
        context: AppContext,
        edit: QPlainTextEdit | QLineEdit,
        language: str,
        *,
        why: bool = False,
        seen: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._edit, self._language, self._why, self._seen = context, edit, language, why, seen
        self._rules: WordingRules | None = None
        self.grade = ShapeLabel(parent=self)
        self.left_out = Text("small", "", tone="text_2", wrap=True, parent=self)
        self.findings = _Findings(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().px(3))
        for widget in (self.grade, self.findings, self.left_out):
            column.addWidget(widget)
            widget.hide()
        self.findings.itemActivated.connect(self._use)
        edit.textChanged.connect(self.read)
        context.jobs.run("queries.wording.rules", owner=self, done=self._know)

    def read(self) -> None:
        """Judge the text as it stands."""
        text = self._text()
        if self._rules is None or not text.strip():
            for widget in (self.grade, self.findings, self.left_out):
                widget.hide()
            return
        rules = self._rules.of(self._language)
        found = judged(self._seen(text), rules, names=self._rules.names, why=self._why)
        self.grade.say(_LEVELS[found.level], self._told(found, rules.target))
        self.grade.show()
        self.left_out.setText(self.tr("Names do not count: {names}.").format(names=", ".join(found.left_out[:6])))
        self.left_out.setVisible(bool(found.left_out))
        self.findings.fill([(one, self._sentence(one, text)) for one in found.findings[:_MOST_SHOWN]])

    def _know(self, rules: WordingRules) -> None:
        self._rules = rules
        self.read()

    def _text(self) -> str:
        return self._edit.toPlainText() if isinstance(self._edit, QPlainTextEdit) else self._edit.text()

    def _told(self, found: Judged, target: int) -> str:
        if self._language == "es":
            said = self.tr("Ease of reading {value}, aim for {aim} or more.")
        else:
            said = self.tr("School grade {value}, aim for {aim} or less.")
        value = round(found.value) if self._language == "es" else max(round(found.value, 1), 1)
        hint = {
            EASY: "",
            WARN: self.tr("Use shorter sentences and everyday words."),
            STOP: self.tr("Too hard for most patients: say it in shorter sentences and everyday words."),
        }[found.level]
        return f"{said.format(value=f'{value:g}', aim=target)} {hint}".strip()

    def _sentence(self, one: Finding, text: str) -> str:
        place = " ".join(text[one.start : one.start + one.length].split())
        place = place if len(place) <= _QUOTED else f"{place[:_QUOTED].rstrip()}…"
        return {
            LONG: self.tr("Long sentence: “{place}”"),
            PASSIVE: self.tr("Say who does it: “{place}”"),
            JARGON: self.tr("“{place}”: say “{instead}”"),
            SUMS: self.tr("A sum or range to work out: “{place}”"),
            NO_WHY: self.tr("Say why it matters to the patient."),
        }[one.kind].format(place=place, instead=one.instead)

    def _use(self, item: QListWidgetItem) -> None:
        one: Finding = item.data(_FINDING)
        if isinstance(self._edit, QPlainTextEdit):
            cursor = self._edit.textCursor()
            cursor.setPosition(one.start)
            cursor.setPosition(one.start + one.length, cursor.MoveMode.KeepAnchor)
            self._edit.setTextCursor(cursor)
            if one.instead:
                cursor.insertText(one.instead)
        else:
            self._edit.setSelection(one.start, one.length)
            if one.instead:
                self._edit.insert(one.instead)
        self._edit.setFocus()


class _Findings(QListWidget):
    """What is hard, place by place; as tall as its few lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is hard to read"))
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def fill(self, found: list[tuple[Finding, str]]) -> None:
        """Show these places, in the order of the text."""
        at = self.currentRow()
        self.clear()
        for one, sentence in found:
            item = QListWidgetItem(sentence, self)
            item.setData(_FINDING, one)
            item.setToolTip(sentence)
        self.setVisible(bool(found))
        if found:
            self.setCurrentRow(min(max(at, 0), len(found) - 1))
            lines = min(len(found), _MOST_LINES)
            self.setFixedHeight(self.sizeHintForRow(0) * lines + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (item := self.currentItem()) is not None:
            self.itemActivated.emit(item)
            event.accept()
            return
        super().keyPressEvent(event)
