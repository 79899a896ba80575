"""Whether the patient wants help with a social need: yes or no, on which day, and in their words."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.social_needs import NO, YES, NeedRow, SayNeed
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class SocialNeedDialog(FormDialog):
    """Nothing is chosen beforehand, unless it was said before."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: NeedRow, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self._row = row
        self.setWindowTitle(self.tr("Help with a social need"))
        self.save_button.setText(self.tr("&Save"))
        self.column.addWidget(Text("section", title, wrap=True))
        if row.private:
            told = self.tr("Ask alone, in private. It prints on no page and no letter.")
            self.column.addWidget(Text("body", told, tone="text_2", wrap=True))
        self.wants, self.note = QComboBox(), QLineEdit()
        for words, code in ((self.tr("Choose…"), ""), (self.tr("Yes"), YES), (self.tr("No"), NO)):
            self.wants.addItem(words, code)
        self.wants.setCurrentIndex(max(self.wants.findData(row.wants_help or ""), 0))
        self.note.setText(row.note or "")
        self.day = DateEdit(context, lean=Lean.PAST)
        self.day.set_day(context.formatting.today())
        self.add("wants_help", FormField(self.tr("&Wants help"), self.wants, required=True, check=self._check))
        self.add("asked_on", FormField(self.tr("&Day"), self.day, check=self._check_day))
        self.add("note", FormField(self.tr("N&ote"), self.note))
        self.fit(480)
        self.wants.setFocus()

    def _check(self) -> str:
        return "" if self.wants.currentData() else self.tr("Choose yes or no.")

    def _check_day(self) -> str:
        return "" if self.day.day else self.tr("Enter a day, for example today or 3 nov.")

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("a need is always somebody's")
        day = self.day.day or self.context.formatting.today()
        note = self.note.text().strip() or None
        request = SayNeed(
            self.head.id, self._row.domain, self._row.version, str(self.wants.currentData()), day, note
        )  # fmt: skip
        self.run("services.social_needs.say", request)
