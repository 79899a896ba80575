"""Keeps what is typed into a form: saved encrypted one second after the last key, offered again when the form opens."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from icm_desktop.contracts.people import DraftKept, DraftRow, SaveDraft
from ui.dialogs.form_values import change_signal, person_signal, put_value, value_of
from ui.widgets.labels import Text

if TYPE_CHECKING:
    from ui.dialogs.form_dialog import FormDialog

SAVE_AFTER_MS = 1000
CANCEL_DRAFT = "cancel_visit:"
"""With the id of a visit the name of the words why it is cancelled."""
RESUME = "Ctrl+Shift+D"
"""Goes on with a draft: from anywhere it opens the form, in an open form it takes what is offered."""

_IN_WINDOW = Qt.ShortcutContext.WindowShortcut


class DraftKeeper(QObject):
    """Keeps the draft of one form; a draft belongs to its user and patient and opens in no other form.

    Args:
        form: The dialog whose fields are kept; its fields are filled already.
        name: Stable name of the form, with the id of what it edits: "goal:12".
        patient_id: Whose form it is; None for a new patient.
        only: The fields that are kept; all of them when None.
        choices: More inputs by name, such as days and lists: the form fills them by itself, so that they are kept only
            once a person changed them.
    """

    def __init__(
        self,
        form: FormDialog,
        name: str,
        patient_id: int | None,
        *,
        only: Collection[str] | None = None,
        choices: Mapping[str, QWidget] | None = None,
    ) -> None:
        super().__init__(form)
        self._inputs = {key: field.edit for key, field in form.fields.items() if only is None or key in only}
        self._choices, self._by_person = dict(choices or {}), set[str]()
        self._form, self._name, self._patient_id = form, name, patient_id
        self._started = self._values()
        self._ended = False
        self.offer: QWidget | None = None
        self.state = Text("small", tone="text_2")
        self.state.hide()
        form.foot.addWidget(self.state)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SAVE_AFTER_MS)
        self.timer.timeout.connect(self.save_now)
        for edit in self._inputs.values():
            change_signal(edit).connect(self._touched)
        for key, edit in self._choices.items():
            if (changed := person_signal(edit)) is not None:
                changed.connect(lambda *_values, name=key: self._chosen(name))
        form.installEventFilter(self)
        form.context.jobs.run("queries.drafts.load", name, patient_id, owner=self, done=self._loaded)

    def _values(self) -> dict[str, str]:
        typed = {name: value_of(edit) for name, edit in self._inputs.items()}
        return typed | {name: value_of(self._choices[name]) for name in sorted(self._by_person)}

    def chosen_by_person(self, name: str) -> bool:
        """Whether a person put what is in this input, now or in the draft that was taken."""
        return name in self._by_person

    def _chosen(self, name: str) -> None:
        self._by_person.add(name)
        self._touched()

    def _touched(self) -> None:
        if not self._ended:
            self.state.hide()
            self.timer.start()

    def save_now(self) -> None:
        """Keep what is typed; an untouched form keeps nothing."""
        self.timer.stop()
        values = self._values()
        if self._ended or values == self._started:
            return
        fields = tuple((key, text) for key, text in values.items() if text or key in self._by_person)
        request = SaveDraft(self._name, self._patient_id, fields)
        self._form.context.jobs.run("services.drafts.save", request, owner=self, done=self._kept)

    def _kept(self, kept: DraftKept) -> None:
        time = self._form.context.formatting.time(kept.saved_at)
        self.state.setText(self.tr("Draft kept {time}").format(time=time))
        self.state.show()

    def stop(self) -> None:
        """Keep nothing more; what is kept stays."""
        self._ended = True
        self.timer.stop()

    def discard(self) -> None:
        """Throw the draft away: the form was saved, or a person said so."""
        self._ended = True
        self.timer.stop()
        self._form.context.jobs.run("services.drafts.discard", self._name, self._patient_id, owner=None)

    def _loaded(self, draft: DraftRow | None) -> None:
        if draft is None or dict(draft.fields) == {key: text for key, text in self._started.items() if text}:
            return
        if self._form.context.interrupted.take(self._name, self._patient_id):
            self._take(draft)
            return
        self.offer = QWidget()
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 0)
        time = self._form.context.formatting.date_time(draft.saved_at)
        row.addWidget(Text("body", self.tr("You left a draft here: {time}.").format(time=time)), 1)
        take, drop = (
            QPushButton(self.tr("Continue the draft ({key})").format(key=RESUME)),
            QPushButton(self.tr("Throw it away")),
        )
        take.clicked.connect(lambda: self._take(draft))
        QShortcut(QKeySequence(RESUME), self.offer, lambda: self._take(draft), context=_IN_WINDOW)
        drop.clicked.connect(self._drop)
        for button in (take, drop):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._form.column.insertWidget(0, self.offer)

    def _take(self, draft: DraftRow) -> None:
        kept = dict(draft.fields)
        chosen = {name: edit for name, edit in self._choices.items() if name in kept}
        self._by_person |= chosen.keys()
        for name, edit in {**chosen, **self._inputs}.items():
            put_value(edit, kept.get(name, ""))
        self._close_offer()

    def _drop(self) -> None:
        form = self._form
        form.context.jobs.run("services.drafts.discard", self._name, self._patient_id, owner=None)
        self._close_offer()

    def _close_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()
            self._form.focusNextChild()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.WindowDeactivate):
            self.save_now()
        return super().eventFilter(watched, event)
