"""For whom the plan is printed and what goes in: the right side of its preview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from icm_desktop.contracts.plan_document import PATIENT, RECORD, PlanPaperRequest, ReaderChoice
from ui.context import AppContext
from ui.dialogs.reader_fields import ReaderFields
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

_LEAST_LETTERS = 8
_PAPER = "print/paper"


class PlanPaperOptions(QWidget):
    """Choices beside the pages; `changed` when other pages are wished."""

    changed = Signal()

    def __init__(self, context: AppContext, patient_id: int, version_id: int | None) -> None:
        super().__init__()
        self._context, self._patient_id, self._version_id = context, patient_id, version_id
        self.readers = ReaderFields(self.tr("Our own record"), self)
        self.who, self.treats, self.warning = self.readers.who, self.readers.treats, self.readers.warning
        self.name, self.reason = self.readers.name, self.readers.reason
        self.how, self.language, self.paper = QComboBox(), QComboBox(), QComboBox()
        self.medicines = QCheckBox(self.tr("&Medicines and allergies"))
        self.sensitive = QCheckBox(self.tr("&Sensitive lines"))
        self.left_out = ShapeLabel(parent=self)
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
            **self.readers.fields,
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
        for box in (self.medicines, self.sensitive):
            box.setMinimumHeight(theme.px(28))
        column.addStretch(1)
        self.left_out.hide()

    def _wire(self) -> None:
        self.readers.chosen.connect(self._who_chosen)
        self.readers.changed.connect(self.changed.emit)
        for box in (self.language, self.paper):
            box.activated.connect(lambda _at: self.changed.emit())
        self.paper.activated.connect(lambda _at: self._context.preferences.keep(_PAPER, self.paper.currentData()))
        for tick in (self.medicines, self.sensitive):
            tick.clicked.connect(lambda _on: self.changed.emit())

    def show_readers(self, readers: tuple[ReaderChoice, ...]) -> None:
        """Offer who can be given the plan."""
        self.readers.show_readers(readers)

    def _who_chosen(self) -> None:
        kind = self.readers.kind
        self.fields["how"].setVisible(kind != RECORD)
        self.sensitive.setVisible(kind != RECORD)
        self.sensitive.setChecked(kind != PATIENT)  # on a patient's page such lines stand only when somebody ticks them
        self.changed.emit()

    def request(self) -> PlanPaperRequest:
        """The pages as they are wished now."""
        return PlanPaperRequest(
            self._patient_id, self.readers.reader(), self._version_id, self.language.currentData(),
            self.paper.currentData(), self.sensitive.isChecked(), self.medicines.isChecked(),
        )  # fmt: skip

    def tell(self, *, allowed: bool, why: str, left_out: int) -> None:
        """Say what is left out, and that a reason is needed."""
        self.readers.allow("" if allowed else why)
        self.left_out.say("info", self.tr("%n entries are left out; the pages say so.", "", left_out))
        self.left_out.setVisible(left_out > 0)

    def tell_nothing(self) -> None:
        """There are no pages to say anything about."""
        self.readers.allow()
        self.left_out.hide()

    def ready(self) -> bool:
        """Whether nothing is missing; the keyboard goes to what is."""
        for name, problem in (("name", self.readers.no_name()), ("reason", self.readers.no_reason())):
            self.fields[name].show_problem(problem)
            if problem:
                self.fields[name].edit.setFocus()
                return False
        return True
