"""The first run as a whole: steps with Back and Next, and what each way ends in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.access import NewPractice, PracticeMade
from icm_desktop.errors import UserError
from ui import messages
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.scroll import scrolling
from ui.widgets.shape_label import ShapeLabel
from ui.wizard.choice import Choice, ChoiceStep
from ui.wizard.first_user import FirstUserStep
from ui.wizard.look import LookStep
from ui.wizard.place import SUFFIX, PlaceStep
from ui.wizard.recovery import RecoveryStep
from ui.wizard.step import Step
from ui.workers import Workers

_PASSWORD_FIELDS = {"user", "password"}


@dataclass(frozen=True, slots=True)
class Finished:
    """A practice was made and its code typed back: sign in with this."""

    database: Path
    user: str
    password: str
    recovery_code: str


class Wizard(QWidget):
    """Back works until the file is made; then only forward, so that nobody leaves without the code."""

    finished = Signal(object)  # Finished
    sample_wanted = Signal()
    existing_chosen = Signal(str)
    language_chosen = Signal(str)
    left = Signal()  # back to signing in

    def __init__(
        self, workers: Workers, file: Path, language: str, *, can_leave: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workers, self._can_leave = workers, can_leave
        self._busy = False
        self.look, self.choice = LookStep(language), ChoiceStep()
        self.place, self.first_user, self.recovery = PlaceStep(file), FirstUserStep(), RecoveryStep(workers.make_sheet)
        self.steps: tuple[Step, ...] = (self.look, self.choice, self.place, self.first_user, self.recovery)
        self.stack = QStackedWidget(self)
        self.progress = Text("small", tone="text_2", parent=self)
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.back_button = Button("", "arrow-left", self)
        self.next_button = Button(parent=self, primary=True)
        self._lay_out()
        self.look.language_chosen.connect(self.language_chosen)
        for step in self.steps:
            step.changed.connect(self._show_buttons)
            step.next_wanted.connect(self.next)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self._show(0)

    def _lay_out(self) -> None:
        theme = Theme.current()
        for step in self.steps:
            self.stack.addWidget(scrolling(step))
        buttons = QHBoxLayout()
        for button in (self.back_button, self.next_button):
            button.setMinimumWidth(theme.px(120))
        buttons.addWidget(self.progress)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        self.next_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.stack, 1)
        column.addWidget(self.message)
        column.addLayout(buttons)

    @property
    def step(self) -> Step:
        """The step shown."""
        return self.steps[self.stack.currentIndex()]

    def speak(self) -> None:
        """Say everything again in the language now in use."""
        for step in self.steps:
            step.speak()
        self._show_buttons()

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.message.hide()
        self._show_buttons()
        field = self.step.first_field()
        if field is not None:
            field.setFocus()

    def _show_buttons(self) -> None:
        place = self.stack.currentIndex()
        self.back_button.setText(self.tr("&Back"))
        self.back_button.setVisible((place > 0 or self._can_leave) and self.step is not self.recovery)
        words: dict[Step, str] = {
            self.first_user: self.tr("&Make the practice"),
            self.recovery: self.tr("&Open the practice"),
        }
        self.next_button.setText(self.tr("Working…") if self._busy else words.get(self.step, self.tr("&Next")))
        self.next_button.setEnabled(not self._busy and self.step.complete())
        self.progress.setText(self.tr("Step {step} of {steps}").format(step=place + 1, steps=len(self.steps)))

    def back(self) -> None:
        """One step back; from the first, back to signing in."""
        if self.stack.currentIndex() > 0:
            self._show(self.stack.currentIndex() - 1)
        else:
            self.left.emit()

    def next(self) -> None:
        """One step on, when this one is right."""
        if self._busy or self.step.problems():
            return
        if self.step is self.choice and self.choice.choice is Choice.SAMPLE:
            self._set_busy(True)
            self.sample_wanted.emit()
        elif self.step is self.choice and self.choice.choice is Choice.OPEN:
            self._ask_existing()
        elif self.step is self.first_user:
            self._make()
        elif self.step is self.recovery:
            self.finished.emit(self._finished())
        else:
            self._show(self.stack.currentIndex() + 1)
            if self.step is self.place:  # while the person types: the keyring may take a moment
                self._workers.ask_keyring(self.first_user.offer_keyring)

    def _ask_existing(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a practice"), str(self.place.path().parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("ICM Desktop practice") + f" (*{SUFFIX})", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self.existing_chosen)
        dialog.open()

    def _make(self) -> None:
        self._set_busy(True)
        request = NewPractice(
            str(self.place.path()),
            self.place.name.text().strip(),
            self.place.zone.currentText().strip(),
            self.first_user.user.text().strip(),
            self.first_user.password.text(),
            phone=self.place.phone.text().strip() or None,
            use_keyring=self.first_user.keyring.isChecked(),
        )
        self._workers.make_practice(request, self._made, self._refused)

    def _made(self, made: PracticeMade) -> None:
        self._set_busy(False)
        self.recovery.show_code(made.recovery_code, self.place.name.text().strip(), made.database)
        self._show(self.stack.currentIndex() + 1)

    def _refused(self, error: UserError) -> None:
        """Say it beside the field it is about."""
        self._set_busy(False)
        sentence = messages.sentence(error)
        if error.code.startswith("password.") or error.field in _PASSWORD_FIELDS:
            self.first_user.show_refusal(error.field, sentence)
        else:
            self._show(self.steps.index(self.place))
            self.place.show_refusal(error.field, sentence)

    def tell(self, error: UserError) -> None:
        """What went wrong after the steps."""
        self._set_busy(False)
        self.message.say("high", messages.sentence(error))
        self.message.show()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_buttons()

    def _finished(self) -> Finished:
        self._set_busy(True)
        user, password = self.first_user.user.text().strip(), self.first_user.password.text()
        return Finished(self.place.path(), user, password, self.recovery.shown_code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from every field, as people expect of a wizard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next_button.isEnabled():
            self.next()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
