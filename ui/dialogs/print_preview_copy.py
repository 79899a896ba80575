"""For whom a page is printed: the patient, or a copy for somebody close, by what is on file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.handouts import CopyFor
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.messages import say
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel


class CopyChoice(QWidget):
    """The patient stands first; where nothing on file allows a copy, the reason is asked for."""

    changed = Signal()

    def __init__(self, context: AppContext, patient_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_sensitive = False
        self.who, self.reason = QComboBox(), QLineEdit()
        self.who.addItem(self.tr("The patient"), None)
        self.warning = ShapeLabel(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        self.who_field = FormField(self.tr("&For"), self.who)
        self.reason_field = FormField(self.tr("Wh&y all the same"), self.reason, required=True)
        for edit in (self.who, self.reason):
            edit.setMinimumHeight(context.theme.px(28))
        for part in (self.who_field, self.warning, self.reason_field):
            column.addWidget(part)
        self.hide()
        self._say()
        self.who.currentIndexChanged.connect(lambda _at: self._say())
        if context.may(Privilege.CLINICAL_READ):
            context.jobs.run("queries.handout_copies.copies", patient_id, owner=self, done=self._came)

    def _came(self, people: tuple[CopyFor, ...]) -> None:
        for one in people:
            self.who.addItem(self.tr("Copy for {name}").format(name=one.name), one)
        self.setVisible(bool(people))

    def with_sensitive(self, on: bool) -> None:
        """Whether items that print only when ticked are on the page."""
        self._with_sensitive = on
        self._say()

    def _why(self) -> str:
        """Why the person chosen may not have it; empty when they may."""
        one = self.person()
        if one is None or (one.allowed_sensitive if self._with_sensitive else one.allowed):
            return ""
        return one.why_sensitive if self._with_sensitive else one.why

    def _say(self) -> None:
        why = self._why()
        words = self.tr("{why}. They may get it all the same, with the reason on record.")
        self.warning.say("caution", words.format(why=say(why)) if why else "")
        self.warning.setVisible(bool(why))
        self.reason_field.setVisible(bool(why))
        self.changed.emit()

    def person(self) -> CopyFor | None:
        """Who gets a copy; None for the patient's own page."""
        found = self.who.currentData()
        return found if isinstance(found, CopyFor) else None

    def ready(self) -> bool:
        """Whether nothing is missing; the keyboard goes to what is."""
        missing = bool(self._why()) and not self.reason.text().strip()
        self.reason_field.show_problem(self.tr("Write why they get it all the same.") if missing else "")
        if missing:
            self.reason.setFocus()
        return not missing
