"""How a medicine is taken, in one letter: as directed, some missed, stopped ...; and what was said before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QWidget

from icm_desktop.contracts.adherence import MedicineAdherence, RecordAdherence
from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.adherence import SOME_MISSED, WITH_REASON
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.log_contact import OutcomeChoice
from ui.pages.progress_words import ProgressWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_MOST_BEFORE = 5


class AdherenceDialog(FormDialog):
    """A letter chooses, Enter saves."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        medicine: MedicineAdherence,
        reasons: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent, prompt=True)
        self._medicine, self._words = medicine, ProgressWords(context)
        self.setWindowTitle(self.tr("How is it taken?"))
        self.save_button.setText(self.tr("&Save"))
        self.taking = OutcomeChoice(self._choices())
        self.doses, self.days = QLineEdit(), QLineEdit()
        self.reason, self.reason_text = QComboBox(), QLineEdit()
        self.asked, self.refill = DateEdit(context, lean=Lean.PAST), DateEdit(context, lean=Lean.PAST)
        self.asked.set_day(context.formatting.today())
        self.reason.addItem(self.tr("Not said"), None)
        for code in reasons:
            self.reason.addItem(self._words.reason(code), code)
        self._lay_out_fields()
        self.taking.chosen.connect(lambda _key: self._show_fields())
        self._show_fields()
        self.keep_draft("adherence")
        self.fit(460)
        self.taking.first().setFocus()

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            ("as_directed", self.tr("&As directed")),
            ("some_missed", self.tr("&Some doses missed")),
            ("stopped", self.tr("S&topped")),
            ("never_started", self.tr("&Never started")),
            ("unknown", self.tr("Not &known")),
        )

    def _lay_out_fields(self) -> None:
        name = " · ".join(part for part in (self._medicine.text, self._medicine.dosage) if part)
        self.column.addWidget(Text("section", name, wrap=True))
        self.add_box(self.taking)
        self.add("missed_doses", FormField(self.tr("&Doses missed"), self.doses, check=self._check_doses))
        self.add("missed_days", FormField(self.tr("&In how many days"), self.days, check=self._check_days))
        self.add("reason", FormField(self.tr("&Why"), self.reason))
        self.add("reason_text", FormField(self.tr("In th&eir words"), self.reason_text))
        self.add(
            "last_refill_on", FormField(self.tr("Last &refill"), self.refill, check=lambda: self._day(self.refill))
        )
        self.add("asked_on", FormField(self.tr("Asked &on"), self.asked, check=lambda: self._day(self.asked)))
        if self._medicine.answers:
            self.column.addWidget(Text("body", self.tr("Said before"), strong=True))
            for answer in self._medicine.answers[:_MOST_BEFORE]:
                self.column.addWidget(Text("small", self._words.answer(answer), tone="text_2", wrap=True))

    def _show_fields(self) -> None:
        """Only what belongs to the answer."""
        taking = self.taking.outcome
        for name in ("missed_doses", "missed_days"):
            self.fields[name].setVisible(taking == SOME_MISSED)
        for name in ("reason", "reason_text"):
            self.fields[name].setVisible(taking in WITH_REASON)
        if self.isVisible():
            self._fit_now()

    def _check_doses(self) -> str:
        return "" if _whole(self.doses.text()) is not False else self.tr("Write a whole number, or leave it empty.")

    def _check_days(self) -> str:
        return "" if _whole(self.days.text()) is not False else self.tr("Write a whole number, or leave it empty.")

    def _day(self, edit: DateEdit) -> str:
        if not edit.understood:
            return self.tr("Enter a day, for example yesterday or 14 jul.")
        late = edit.day is not None and edit.day > self.context.formatting.today()
        return self.tr("This day lies after today. Check the date.") if late else ""

    def save(self) -> None:
        missed = self.taking.outcome == SOME_MISSED
        reasoned = self.taking.outcome in WITH_REASON
        request = RecordAdherence(
            self._medicine.medication_entry_id,
            self.taking.outcome,
            self.asked.day or self.context.formatting.today(),
            _whole(self.doses.text()) or None if missed else None,
            _whole(self.days.text()) or None if missed else None,
            self.reason.currentData() if reasoned else None,
            (self.reason_text.text().strip() or None) if reasoned else None,
            self.refill.day,
        )
        self.run("services.adherence.record", request)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_choice = isinstance(self.focusWidget(), QRadioButton)
        if in_choice and event.key() != Qt.Key.Key_Space and self.taking.take_key(event):
            return
        super().keyPressEvent(event)


def _whole(text: str) -> int | bool | None:
    """The number; None when nothing is typed, False when it is none."""
    text = text.strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else False
