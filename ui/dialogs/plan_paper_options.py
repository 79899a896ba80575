"""For whom the plan is printed and what goes in: the right side of its preview."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.plan_document import OTHER, PATIENT, RECORD, PlanPaperRequest, PlanReader, ReaderChoice
from icm_desktop.contracts.team import PERSON, PRACTITIONER
from ui.context import AppContext
from ui.messages import say
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

_TYPING_PAUSE_MS = 400
_LEAST_LETTERS = 8
_PAPER = "print/paper"


class PlanPaperOptions(QWidget):
    """Choices beside the pages; `changed` when other pages are wished."""

    changed = Signal()

    def __init__(self, context: AppContext, patient_id: int, version_id: int | None) -> None:
        super().__init__()
        self._context, self._patient_id, self._version_id = context, patient_id, version_id
        self.who, self.how, self.language, self.paper = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.name, self.place, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.treats = QCheckBox(self.tr("Trea&ts the patient"))
        self.medicines = QCheckBox(self.tr("&Medicines and allergies"))
        self.sensitive = QCheckBox(self.tr("&Sensitive lines"))
        self.warning = ShapeLabel(parent=self)
        self.left_out = ShapeLabel(parent=self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._fill()
        self._lay_out()
        self._wire()

    def _fill(self) -> None:
        for code, words in PlanVersionWords(self._context).copy_ways().items():
            self.how.addItem(words, code)
        for code in ("en", "es"):
            self.language.addItem(self._context.formatting.language(code), code)
        for code, words in (("letter", self.tr("Letter")), ("a4", self.tr("A4"))):
            self.paper.addItem(words, code)
        self.paper.setCurrentIndex(max(self.paper.findData(self._context.preferences.text(_PAPER, "letter")), 0))
        for tick in (self.medicines, self.sensitive):
            tick.setChecked(True)
        for box in (self.who, self.how, self.language, self.paper):  # a long name is cut, not the column
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LEAST_LETTERS)

    def _lay_out(self) -> None:
        theme, column = self._context.theme, QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(8))
        self.fields = {
            "who": FormField(self.tr("&For"), self.who),
            "name": FormField(self.tr("&Name"), self.name, required=True),
            "place": FormField(self.tr("&Organization"), self.place),
            "reason": FormField(self.tr("&Reason"), self.reason, required=True),
            "how": FormField(self.tr("&How"), self.how),
            "language": FormField(self.tr("&Language"), self.language),
            "paper": FormField(self.tr("Pa&per"), self.paper),
        }
        below: dict[str, tuple[QWidget, ...]] = {
            "place": (self.treats, self.warning), "paper": (self.medicines, self.sensitive, self.left_out)
        }  # fmt: skip
        for name, field in self.fields.items():
            field.edit.setMinimumHeight(theme.px(28))
            for widget in (field, *below.get(name, ())):
                column.addWidget(widget)
        for box in (self.treats, self.medicines, self.sensitive):
            box.setMinimumHeight(theme.px(28))
        column.addStretch(1)
        self.left_out.hide()
        self.warning.hide()
        self.fields["reason"].hide()

    def _wire(self) -> None:
        self.who.currentIndexChanged.connect(lambda _at: self._who_chosen())
        for box in (self.language, self.paper):
            box.activated.connect(lambda _at: self.changed.emit())
        self.paper.activated.connect(lambda _at: self._context.preferences.keep(_PAPER, self.paper.currentData()))
        for tick in (self.treats, self.medicines, self.sensitive):
            tick.clicked.connect(lambda _on: self.changed.emit())
        for edit in (self.name, self.place):
            edit.textEdited.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self.changed.emit)

    def show_readers(self, readers: tuple[ReaderChoice, ...]) -> None:
        """Offer who can be given the plan; somebody else last."""
        self.who.blockSignals(True)
        self.who.clear()
        for one in readers:
            self.who.addItem(self._named(one), one.reader)
        self.who.addItem(self.tr("Somebody else…"), PlanReader(OTHER))
        self.who.blockSignals(False)
        self._who_chosen()

    def _named(self, one: ReaderChoice) -> str:
        if one.reader.kind == RECORD:
            return self.tr("Our own record")
        if one.reader.kind == PATIENT:
            return self.tr("The patient")
        return ", ".join(part for part in (one.reader.name, one.role or "", one.reader.organization or "") if part)

    def _who_chosen(self) -> None:
        kind = self._chosen().kind
        for name in ("name", "place"):
            self.fields[name].setVisible(kind == OTHER)
        self.treats.setVisible(kind == OTHER)
        self.fields["how"].setVisible(kind != RECORD)
        self.sensitive.setVisible(kind != RECORD)
        self.sensitive.setChecked(kind != PATIENT)  # on a patient's page such lines stand only when somebody ticks them
        self.changed.emit()

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

    def request(self) -> PlanPaperRequest:
        """The pages as they are wished now."""
        return PlanPaperRequest(
            self._patient_id, self.reader(), self._version_id, self.language.currentData(), self.paper.currentData(),
            self.sensitive.isChecked(), self.medicines.isChecked(),
        )  # fmt: skip

    def tell(self, *, allowed: bool, why: str, left_out: int) -> None:
        """Say what is left out, and that a reason is needed."""
        words = self.tr("{why}. They may get it all the same, with the reason on record.")
        self.warning.say("caution", "" if allowed else words.format(why=say(why)))
        self.warning.setVisible(not allowed)
        self.fields["reason"].setVisible(not allowed)
        self.left_out.say("info", self.tr("%n entries are left out; the pages say so.", "", left_out))
        self.left_out.setVisible(left_out > 0)

    def tell_nothing(self) -> None:
        """There are no pages to say anything about."""
        for widget in (self.warning, self.left_out, self.fields["reason"]):
            widget.hide()

    def ready(self) -> bool:
        """Whether nothing is missing; the keyboard goes to what is."""
        if self._chosen().kind == OTHER and not self.name.text().strip():
            self.fields["name"].show_problem(self.tr("Write who received it."))
            self.name.setFocus()
            return False
        self.fields["name"].show_problem("")
        missing = not self.fields["reason"].isHidden() and not self.reason.text().strip()
        self.fields["reason"].show_problem(self.tr("Write why they get it all the same.") if missing else "")
        if missing:
            self.reason.setFocus()
        return not missing
