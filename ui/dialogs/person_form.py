"""What the forms about a person share: inputs made in one call, a row that is added, changed or removed, a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics_requests import RowId
from icm_desktop.contracts.records import FactRef
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.drafts import DraftKeeper
from ui.widgets.buttons import Button
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField
from ui.widgets.partial_date import PartialDate

_NOTE_LINES = 3
_LEAST_LETTERS = 8  # of a choice


class PersonForm(FormDialog):
    """A form about a person. `table`: what kind of record a stored row is, to say that it was entered in error."""

    table = ""
    mistaken = Signal(object)  # FactRef of the row

    def __init__(
        self, context: AppContext, head: PatientHead, name: str, parent: QWidget | None, row: RowId | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self.row = row or RowId(head.id)
        self.mistake_button: Button | None = None
        self._columns: list[QVBoxLayout] = []
        self._draft_name = f"{name}:{self.row.row_id or 'new'}"
        self.save_button.setText(QCoreApplication.translate("PersonForm", "&Save"))

    # making inputs

    def columns(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Two columns side by side."""
        left, right = QVBoxLayout(), QVBoxLayout()
        self._columns += [left, right]
        self.put_side_by_side(left, right, gap=8)
        return left, right

    def line(
        self,
        name: str,
        label: str,
        value: str | None,
        to: QVBoxLayout | None = None,
        *,
        hint: str = "",
        check: Callable[[], str] | None = None,
        required: bool = False,
    ) -> QLineEdit:
        """A line of text."""
        edit = QLineEdit(value or "")
        edit.setCursorPosition(0)
        self.add(name, FormField(label, edit, hint=hint, check=check, required=required), to)
        return edit

    def note(self, name: str, label: str, value: str | None, to: QVBoxLayout | None = None) -> QPlainTextEdit:
        """A text of several lines; Tab leaves it."""
        edit = QPlainTextEdit(value or "")
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _NOTE_LINES + self.context.theme.px(14))
        self.add(name, FormField(label, edit), to)
        return edit

    def choice(
        self,
        name: str,
        label: str,
        choices: Iterable[tuple[str, str]],
        value: str | None,
        to: QVBoxLayout | None = None,
        *,
        empty: str | None = "",
    ) -> QComboBox:
        """A list to choose from; `empty` words nothing chosen ("Not asked" when ""), None leaves that out."""
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)  # long words must not push the other column out of the form
        if empty is not None:
            box.addItem(empty or QCoreApplication.translate("PersonForm", "Not asked"), "")
        for code, words in choices:
            box.addItem(words, code)
        place = box.findData(value or "")
        if place < 0 and value:
            box.addItem(value, value)
            place = box.count() - 1
        box.setCurrentIndex(max(place, 0))
        self.add(name, FormField(label, box), to)
        return box

    def day(
        self,
        name: str,
        label: str,
        value: str | None,
        to: QVBoxLayout | None = None,
        *,
        lean: Lean = Lean.PAST,
        required: bool = False,
    ) -> PartialDate:
        """A date of any precision."""
        edit = PartialDate(self.context, value, lean=lean)

        def check() -> str:
            told = QCoreApplication.translate(
                "PersonForm", "Write a day, a month or a year, for example 2027-03-19, 2027-03 or 2027."
            )
            return "" if edit.understood else told

        self.add(name, FormField(label, edit, check=check, required=required), to)
        return edit

    def checks(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        chosen: Iterable[str],
        to: QVBoxLayout | None = None,
        *,
        alone: Iterable[str] = (),
        columns: int = 2,
    ) -> CheckGroup:
        """Several choices at once."""
        group = CheckGroup(choices, chosen, alone=alone, columns=columns)
        self.add(name, FormField(label, group), to)
        return group

    def tick(self, words: str, on: bool, to: QVBoxLayout | None = None) -> QCheckBox:
        """Yes or no."""
        box = QCheckBox(words)
        box.setMinimumHeight(self.context.theme.px(28))
        box.setChecked(on)
        self.add_box(box, to)
        return box

    def made(self, width: int, first: str, *, drafts: bool = True) -> None:
        """Every input is there: a stored row can be said to be an error, drafts begin, the keyboard is put."""
        if self.table and self.row.row_id is not None:
            self.mistake_button = Button(QCoreApplication.translate("PersonForm", "Entered in error…"), parent=self)
            self.mistake_button.clicked.connect(self._call_mistaken)
            self.button_row.insertWidget(0, self.mistake_button)
            self._order.append(self.mistake_button)
        for column in self._columns:
            column.addStretch(1)
        if drafts:
            self.drafts = DraftKeeper(self, self._draft_name, self.row.patient_id)
        self.fit(width)
        self.fields[first].edit.setFocus()

    def _call_mistaken(self) -> None:
        """Nothing is deleted: the next form asks why this was an error."""
        self.before_close()
        self.reject()
        self.mistaken.emit(FactRef(self.table, self.row.row_id or 0))

    def before_close(self) -> None:
        if hasattr(self, "drafts"):
            self.drafts.discard()

    # reading inputs

    def text(self, name: str) -> str | None:
        """What is typed; None when nothing is."""
        edit = self.fields[name].edit
        if isinstance(edit, QPlainTextEdit):
            return edit.toPlainText().strip() or None
        return edit.text().strip() or None if isinstance(edit, QLineEdit) else None

    def code(self, name: str) -> str | None:
        """The code that is chosen; None for nothing."""
        box = self.fields[name].edit
        return str(box.currentData() or "") or None if isinstance(box, QComboBox) else None

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes that are ticked."""
        group = self.fields[name].edit
        return group.chosen() if isinstance(group, CheckGroup) else ()

    def date(self, name: str) -> str | None:
        """A FHIR date."""
        edit = self.fields[name].edit
        return edit.value if isinstance(edit, PartialDate) else None
