"""What must be known before calling, wherever a call is made: the voicemail rule first, then warnings and people."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.demographics import CallRules, Choices
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.reach_words import ReachWords
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_MOST_PEOPLE = 3


class CallRulesBox(QWidget):
    """Asks for the rules of one patient and shows them; long ones wrap, none is cut."""

    filled = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._words = context, ReachWords(context)
        self._rules: CallRules | None = None
        self._choices: Choices | None = None
        self._asked, self._lists = Latest(context.jobs, self), Latest(context.jobs, self)
        self._labels: list[ShapeLabel | Text] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(3))
        self.hide()

    def ask(self, patient_id: int) -> None:
        """Show the rules of this patient as soon as they are there."""
        self._asked.ask("queries.calling.call_rules", patient_id, done=self.show_rules)

    def show_rules(self, rules: CallRules) -> None:
        """Show these rules."""
        self._rules = rules
        if self._choices is None and rules.people:
            self._lists.ask("queries.about.choices", QLocale().name(), done=self._choose)
        self._fill()

    def _choose(self, choices: Choices) -> None:
        self._choices = choices
        self._fill()

    def lines(self) -> list[str]:
        """The sentences as shown."""
        return [label.text if isinstance(label, ShapeLabel) else label.text() for label in self._labels]

    def _fill(self) -> None:
        rules = self._rules
        if rules is None:
            return
        for old in self._labels:
            old.hide()
            old.deleteLater()
        self._labels = []
        for level, words in self._words.call_lines(rules):
            label = ShapeLabel(parent=self)
            label.say(level, words)
            self._labels.append(label)
        if self._choices is not None:
            for person in rules.people[:_MOST_PEOPLE]:
                words = self._words.person(person, self._choices)
                self._labels.append(Text("body", words, tone="text_2", wrap=True, selectable=True, parent=self))
        for made in self._labels:
            self._column.addWidget(made)
        self.show()
        self.filled.emit()
