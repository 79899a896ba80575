"""Entered in error: says which record, and asks why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactDetail, MarkMistaken
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class MarkMistakenDialog(FormDialog):
    """One reason. The record stays, is shown only on request and is no longer counted."""

    def __init__(
        self, context: AppContext, detail: FactDetail, what: str, head: PatientHead | None, parent: QWidget | None
    ) -> None:
        super().__init__(context, head, "", parent, prompt=True)
        self._detail = detail
        self.setWindowTitle(self.tr("Entered in error"))
        self.save_button.setText(self.tr("&Mark as entered in error"))
        self.column.addWidget(Text("section", what, wrap=True))
        words = self.tr("It stays in the chart, is shown only on request and no longer counts. This can be undone.")
        self.column.addWidget(Text("body", words, tone="text_2", wrap=True))
        self.reason = QLineEdit()
        self.add("reason", FormField(self.tr("&Why is it an error?"), self.reason, required=True, check=self._check))
        self.keep_draft(f"mistaken:{detail.ref.kind}:{detail.ref.id}")
        self.fit(520)
        self.reason.setFocus()

    def _check(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why this was an error.")

    def save(self) -> None:
        request = MarkMistaken(self._detail.ref, self._detail.version, self.reason.text().strip())
        self.run("services.mistakes.mark", request)
