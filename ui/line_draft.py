"""Keeps what is typed into one field outside a form, such as why a visit is cancelled, until it is used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from icm_desktop.contracts.people import DraftRow, SaveDraft
from ui.context import AppContext
from ui.drafts import SAVE_AFTER_MS

_FIELD = "text"


class LineDraft(QObject):
    """Saved encrypted one second after the last key, and when the keyboard leaves; put back when it is asked for again.

    Args:
        name: Stable name of what is typed, with the id of what it is about: "cancel_visit:12".
        patient_id: Whose it is.
    """

    resumed = Signal()  # somebody goes on with exactly this

    def __init__(self, context: AppContext, edit: QLineEdit, name: str, patient_id: int) -> None:
        super().__init__(edit)
        self._context, self._edit = context, edit
        self._whose = (name, patient_id)
        self._kept, self._ended = "", False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)
        edit.textEdited.connect(lambda _text: self._timer.start())
        edit.installEventFilter(self)

    def load(self) -> None:
        """Put back what was kept."""
        self._context.jobs.run("queries.drafts.load", *self._whose, owner=self, done=self._loaded)

    def _loaded(self, draft: DraftRow | None) -> None:
        if draft is None or self._ended:
            return
        self._kept = dict(draft.fields).get(_FIELD, "")
        if not self._edit.text():
            self._edit.setText(self._kept)
        if self._context.interrupted.take(*self._whose):
            self.resumed.emit()

    def save_now(self) -> None:
        """Keep what is typed; nothing typed keeps nothing."""
        self._timer.stop()
        text = self._edit.text().strip()
        if self._ended or text == self._kept:
            return
        self._kept = text
        if text:
            self._context.jobs.run("services.drafts.save", SaveDraft(*self._whose, ((_FIELD, text),)), owner=None)
        else:
            self._context.jobs.run("services.drafts.discard", *self._whose, owner=None)

    def forget(self) -> None:
        """It was used: throw it away."""
        if not self._ended and (self._kept or self._edit.text()):
            self._context.jobs.run("services.drafts.discard", *self._whose, owner=None)
        self.leave()

    def leave(self) -> None:
        """The field is for something else now; what is kept stays."""
        self._ended = True
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.WindowDeactivate):
            self.save_now()
        return super().eventFilter(watched, event)
