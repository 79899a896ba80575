"""Which sensitive kinds of notes a user may read and write, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.access import UserRow
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.notes import GrantRow, SetGrants
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, typed
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class NoteGrantsDialog(SetUpForm):
    """Each kind is given to this person by name; the patient's will counts above it."""

    def __init__(
        self,
        context: AppContext,
        user: UserRow,
        rows: tuple[GrantRow, ...],
        words: Choices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "", parent)
        self._user = user
        self.setWindowTitle(self.tr("Sensitive notes"))
        self.save_button.setText(self.tr("&Save"))
        self.column.addWidget(Text("section", user.display_name, wrap=True))
        told = self.tr(
            "A role alone opens none of these. What a patient refused, or has not agreed to where the law asks for it, "
            "stays closed all the same. Every opening is recorded."
        )
        self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))
        kinds = [(row.kind, words.words("note_kind", row.kind)) for row in rows]
        self.kinds = CheckGroup(kinds, [row.kind for row in rows if row.granted], columns=1)
        self.add("kinds", FormField(self.tr("May &read and write"), self.kinds))
        for row in rows:
            if row.decided_at is not None:
                self.column.addWidget(Text("small", self._decided(row, words), wrap=True, tone="text_2"))
        self.reason = QLineEdit()
        self.add("reason", FormField(self.tr("&Why"), self.reason))
        self.fit(480)
        self.kinds.setFocus()

    def _decided(self, row: GrantRow, words: Choices) -> str:
        day = self.context.formatting.date_time(row.decided_at)
        told = (
            self.tr("{kind}: given by {name}, {day}") if row.granted else self.tr("{kind}: taken away by {name}, {day}")
        )
        said = told.format(kind=words.words("note_kind", row.kind), name=row.decided_by or "–", day=day)
        return f"{said}: {row.reason}" if row.reason else said

    def save(self) -> None:
        self.run("services.notes.set_grants", SetGrants(self._user.id, self.kinds.chosen(), typed(self.reason)))
