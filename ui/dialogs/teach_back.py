"""Asks back after a page was given: said right, explained again, or not done and why. One key records it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handed_out import NOT_DONE, TEACH_BACK, PagesChanged, TeachBack
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.handout_words import teach_back_words
from ui.messages import sentence
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TeachBackDialog(QDialog):
    """Keys 1 and 2 record at once, 3 asks why; Esc leaves it for later, in the list of pages."""

    recorded = Signal(object)  # PagesChanged

    def __init__(
        self, context: AppContext, head: PatientHead, handout_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.head, self._ids = context, head, tuple(handout_ids)
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Did we explain it well?"))
        theme = context.theme
        self.ask = Text(
            "section",
            self.tr("“I want to be sure I explained this well. Please tell me in your own words what you will do.”"),
            wrap=True,
        )
        words = teach_back_words()
        self.buttons = [Button(f"{number}  {words[code]}") for number, code in enumerate(TEACH_BACK, 1)]
        self.reason = QLineEdit()
        self.reason_field = FormField(self.tr("Why it was &not done, then Enter"), self.reason, required=True)
        self.later = Button(self.tr("&Later"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.px(16))
        whole.setSpacing(theme.px(8))
        whole.addWidget(MicroBanner(context, head, self))
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        inside.setSpacing(theme.px(8))
        inside.addWidget(Text("small", self.tr("Ask the patient:"), tone="text_2"))
        inside.addWidget(self.ask)
        for at, button in enumerate(self.buttons):
            button.setMinimumHeight(theme.px(36))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, at=at: self.choose(at))
            inside.addWidget(button)
        inside.addWidget(self.reason_field)
        inside.addWidget(self.later, 0, Qt.AlignmentFlag.AlignRight)
        whole.addLayout(inside)
        self.later.setMinimumHeight(theme.px(32))
        self.later.setAutoDefault(False)
        self.later.clicked.connect(self.reject)
        self.reason.setMinimumHeight(theme.px(28))
        self.reason.setMaxLength(300)
        self.reason_field.hide()
        self.setFixedWidth(theme.px(460))
        self.buttons[0].setFocus()

    def choose(self, at: int) -> None:
        """Record this answer; for the last one the reason is asked for first."""
        if TEACH_BACK[at] == NOT_DONE:
            self.reason_field.show()
            self.adjustSize()
            self.reason.setFocus()
        else:
            self._record(TEACH_BACK[at], None)

    def _record(self, result: str, reason: str | None) -> None:
        if self._busy:
            return
        self._busy = True
        self.context.jobs.run(
            "services.handed_out.teach_back", TeachBack(self._ids, result, reason), owner=self, done=self._recorded,
            failed=self._refused,
        )  # fmt: skip

    def _recorded(self, result: PagesChanged) -> None:
        name = self.tr("what asking back came to, {family}").format(family=self.head.family.upper())
        self.context.feedback.done(self.tr("Recorded how the patient said it."), name, result.changes)
        self.recorded.emit(result)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._busy = False
        self.reason_field.show()
        self.reason_field.show_problem(sentence(error, self.context.formatting))
        self.reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_reason = self.reason.hasFocus()
        if not in_reason and event.key() in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(_KEYS[Qt.Key(event.key())])
        elif in_reason and event.key() in _ENTER:
            self._record(NOT_DONE, self.reason.text().strip() or None)
        elif event.key() in _ENTER and (focused := self.focusWidget()) in self.buttons:
            self.choose(self.buttons.index(focused))
        else:
            super().keyPressEvent(event)
