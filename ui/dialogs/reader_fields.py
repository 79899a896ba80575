"""For whom a copy is: the choice of readers, and name, place and reason where they are not on file."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.plan_document import OTHER, PATIENT, RECORD, PlanReader, ReaderChoice
from icm_desktop.contracts.team import PERSON, PRACTITIONER
from ui.messages import say
from ui.theme import Theme
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

_TYPING_PAUSE_MS = 400


class ReaderFields(QObject):
    """The fields without their place in a form: the plan's pages and the export of a record lay them out each.

    `chosen`: another reader; `changed`: the same one is described otherwise.
    """

    chosen = Signal()
    changed = Signal()

    def __init__(self, own_copy: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._own_copy = own_copy
        self.who = QComboBox()
        self.name, self.place, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.treats = QCheckBox(self.tr("Trea&ts the patient"))
        self.treats.setMinimumHeight(Theme.current().px(28))
        self.warning = ShapeLabel(parent=parent)
        self.fields = {
            "who": FormField(self.tr("&For"), self.who),
            "name": FormField(self.tr("&Name"), self.name, required=True, check=self.no_name),
            "place": FormField(self.tr("&Organization"), self.place),
            "reason": FormField(self.tr("&Reason"), self.reason, required=True, check=self.no_reason),
        }
        self._allowed = True
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self.allow()
        self._wire()

    def _wire(self) -> None:
        self.who.currentIndexChanged.connect(lambda _at: self._who_chosen())
        self.treats.clicked.connect(lambda _on: self.changed.emit())
        for edit in (self.name, self.place):
            edit.textEdited.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self.changed.emit)

    def show_readers(self, readers: tuple[ReaderChoice, ...]) -> None:
        """Offer who can be given a copy; somebody else last."""
        self.who.blockSignals(True)
        self.who.clear()
        for one in readers:
            self.who.addItem(self._named(one), one.reader)
        self.who.addItem(self.tr("Somebody else…"), PlanReader(OTHER))
        self.who.blockSignals(False)
        self._who_chosen()

    def _named(self, one: ReaderChoice) -> str:
        if one.reader.kind == RECORD:
            return self._own_copy
        if one.reader.kind == PATIENT:
            return self.tr("The patient")
        return ", ".join(part for part in (one.reader.name, one.role or "", one.reader.organization or "") if part)

    def _who_chosen(self) -> None:
        other = self.kind == OTHER
        for part in (self.fields["name"], self.fields["place"], self.treats):
            part.setVisible(other)
        self.chosen.emit()

    @property
    def kind(self) -> str:
        """What sort of reader is chosen."""
        return self._chosen().kind

    def _chosen(self) -> PlanReader:
        found = self.who.currentData()
        return found if isinstance(found, PlanReader) else PlanReader(RECORD)

    def reader(self) -> PlanReader:
        """Who gets it."""
        found = self._chosen()
        if found.kind != OTHER:
            return found
        hearer = PRACTITIONER if self.treats.isChecked() else PERSON
        return PlanReader(OTHER, self.name.text().strip(), self.place.text().strip() or None, hearer)

    @property
    def nameless(self) -> bool:
        """Whether it is for somebody else who has no name yet."""
        return self.kind == OTHER and not self.name.text().strip()

    def allow(self, why: str = "") -> None:
        """Say why this reader may not have it without a reason; "" when nothing stands in the way."""
        self._allowed = not why
        words = self.tr("{why}. They may get it all the same, with the reason on record.")
        self.warning.say("caution", words.format(why=say(why)) if why else "")
        for part in (self.warning, self.fields["reason"]):
            part.setVisible(bool(why))

    def no_name(self) -> str:
        """What is missing of the name."""
        return self.tr("Write who receives it.") if self.nameless else ""

    def no_reason(self) -> str:
        """What is missing of the reason."""
        needed = not self._allowed and not self.reason.text().strip()
        return self.tr("Write why they get it all the same.") if needed else ""
