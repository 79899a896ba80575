"""Whether the practice asks a questionnaire, by what right, and with which of its optional cut-offs."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from icm_desktop.contracts.screening import InstrumentRow, UseInstrument
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class UseQuestionnaireDialog(FormDialog):
    """Shows who holds the rights and what the terms are."""

    def __init__(self, context: AppContext, row: InstrumentRow, title: str, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent, prompt=True)
        self._row = row
        rights = row.instrument.licence
        self.setWindowTitle(self.tr("Use of a questionnaire"))
        self.save_button.setText(self.tr("&Save"))
        self.column.addWidget(Text("section", title, wrap=True))
        for line in (row.instrument.source, f"{rights.holder}: {rights.terms}"):
            self.column.addWidget(Text("body", line, wrap=True, tone="text_2"))
        self.used = QCheckBox(self.tr("&Ask it in this practice"))
        self.used.setChecked(row.in_use)
        self.add_box(self.used)
        self.licence = QLineEdit(row.licence or "")
        hint = self.tr("For example: agreement of 3 May 2026")
        needed = rights.use == "declare"
        field = FormField(self.tr("Own &licence"), self.licence, hint=hint, required=needed, check=self._check)
        self.add("licence", field)
        optional = [(cut.id or "", cut.source) for one in row.instrument.scores for cut in one.cut_offs if cut.chosen]
        self.cut_offs = CheckGroup(optional, row.cut_offs, columns=1)
        if optional:
            self.add("cut_offs", FormField(self.tr("Optional &cut-offs"), self.cut_offs))
        self.fit(560)
        self.used.setFocus()

    def _check(self) -> str:
        needed = self.used.isChecked() and self._row.instrument.licence.use == "declare"
        told = self.tr("Write what allows the practice to use it, or take the tick away.")
        return told if needed and not self.licence.text().strip() else ""

    def save(self) -> None:
        licence = self.licence.text().strip() or None
        request = UseInstrument(self._row.instrument.id, self.used.isChecked(), licence, self.cut_offs.chosen())
        self.run("services.screening.use", request)
