"""A named clinician of the practice stands for a pathway."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.pathways import AdoptPathway, PathwayRow
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class AdoptPathwayDialog(FormDialog):
    """Which clinician has read it, in which role; the day is today."""

    def __init__(self, context: AppContext, row: PathwayRow, title: str, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent, prompt=True)
        self._row = row
        self.setWindowTitle(self.tr("Adopt a pathway"))
        self.save_button.setText(self.tr("&Adopt"))
        self.column.addWidget(Text("section", title, wrap=True))
        told = self.tr(
            "Whoever adopts a pathway has read its steps, targets and alarms and stands for them in this practice. "
            "It suggests and reminds; it decides nothing."
        )
        self.column.addWidget(Text("body", told, wrap=True, tone="text_2"))
        self.column.addWidget(Text("body", row.source, wrap=True, tone="text_2"))
        self.who, self.role = QLineEdit(), QLineEdit()
        who = FormField(self.tr("&Clinician"), self.who, required=True, check=self._check)
        self.add("adopted_by", who)
        hint = self.tr("For example: medical director")
        self.add("adopted_role", FormField(self.tr("&Role"), self.role, hint=hint))
        self.fit(520)
        self.who.setFocus()

    def _check(self) -> str:
        return "" if self.who.text().strip() else self.tr("Write the name of the clinician who stands for it.")

    def save(self) -> None:
        role = self.role.text().strip() or None
        request = AdoptPathway(self._row.id, self._row.digest, self.who.text().strip(), role)
        self.run("services.pathways.adopt", request)
