"""Step 2: a new practice, a sample practice to look around, or a file that exists."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ui.theme import Theme
from ui.widgets.labels import Text
from ui.wizard.step import Step


class Choice(StrEnum):
    """What to start with."""

    NEW = "new"
    SAMPLE = "sample"
    OPEN = "open"


class ChoiceStep(Step):
    """Three radio buttons with a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._group = QButtonGroup(self)
        self.buttons = {choice: QRadioButton(self) for choice in Choice}
        self._notes = {choice: Text("body", tone="text_2", wrap=True, parent=self) for choice in Choice}
        for choice, button in self.buttons.items():
            button.setMinimumHeight(theme.px(28))
            self._notes[choice].setIndent(theme.px(24))
            self._group.addButton(button)
            self.column.addWidget(button)
            self.column.addWidget(self._notes[choice])
        self.buttons[Choice.NEW].setChecked(True)
        self.column.addStretch(1)
        self.speak()

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return next(choice for choice, button in self.buttons.items() if button.isChecked())

    def speak(self) -> None:
        self.title.setText(self.tr("Which practice?"))
        self.sentence.hide()
        words = {
            Choice.NEW: (
                self.tr("A ne&w practice"),
                self.tr("Makes a new encrypted file. You become its administrator."),
            ),
            Choice.SAMPLE: (
                self.tr("A &sample practice, to look around"),
                self.tr("Invented patients in a file of its own, marked as not real on every screen and page."),
            ),
            Choice.OPEN: (
                self.tr("A practice &file or a backup that exists"),
                self.tr("On this computer, or copied here together with its .keys.json file."),
            ),
        }
        for choice, (label, note) in words.items():
            self.buttons[choice].setText(label)
            self.buttons[choice].setAccessibleDescription(note)
            self._notes[choice].setText(note)

    def first_field(self) -> QWidget:
        return self.buttons[self.choice]
