"""Why a medicine is held, stopped or was never taken, and since when."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.medicines import MedicineEntry, SetMedicineStatus
from icm_desktop.domain.medicines import ENDED, ON_HOLD
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.pages.medicine_words import MedicineWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class MedicineStatusDialog(FormDialog):
    """One reason; of a stop also the day."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: MedicineEntry, status: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent, prompt=True)
        self._row, self._status, words = row, status, MedicineWords(context)
        title, verb = self._said(status)
        self.setWindowTitle(title)
        self.save_button.setText(verb)
        self.column.addWidget(Text("section", words.name(row), wrap=True))
        if row.dosage:
            self.column.addWidget(Text("body", row.dosage, tone="text_2", wrap=True))
        self.reason = QLineEdit()
        self.add("reason", FormField(self.tr("&Why"), self.reason, required=True, check=self._check))
        self.on = DateEdit(context, lean=Lean.PAST)
        if status == ENDED:
            self.on.set_day(context.formatting.today())
            self.add("on", FormField(self.tr("Last &day"), self.on, check=self._check_day))
        self.keep_draft(f"medicine_status:{row.id}")
        self.fit(480)
        self.reason.setFocus()

    def _said(self, status: str) -> tuple[str, str]:
        if status == ON_HOLD:
            return self.tr("Put on hold"), self.tr("&Hold")
        if status == ENDED:
            return self.tr("Stop a medicine"), self.tr("&Stop it")
        return self.tr("Never taken"), self.tr("&Never taken")

    def _check(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why, so that the others understand it.")

    def _check_day(self) -> str:
        if not self.on.understood:
            return self.tr("Enter a day, for example yesterday or 14 jul.")
        late = self.on.day is not None and self.on.day > self.context.formatting.today()
        return self.tr("This day lies after today. Check the date.") if late else ""

    def save(self) -> None:
        day = self.on.day if self._status == ENDED else None
        request = SetMedicineStatus(self._row.id, self._row.version, self._status, self.reason.text().strip(), day)
        self.run("services.medicines.set_status", request)
