"""The risk level of a patient, point by point; a clinician sets another one with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.risk import AdjustRisk, RiskLevel
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.risk_level_words import RiskLevelWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class RiskLevelDialog(FormDialog):
    """Who may not set it sees the points all the same."""

    def __init__(self, context: AppContext, head: PatientHead, level: RiskLevel, parent: QWidget | None = None) -> None:
        super().__init__(context, head, "", parent)
        self._head, self._level = head, level
        words = RiskLevelWords(context)
        may = context.may(Privilege.DECIDE_CONFLICTS)
        self.setWindowTitle(self.tr("Risk level"))
        self.save_button.setText(self.tr("&Set the level"))
        self.save_button.setVisible(may)
        self.column.addWidget(Text("section", words.title(level), wrap=True))
        if level.set_by is not None:
            self.column.addWidget(Text("body", words.set_by(level), wrap=True))
        grid = QGridLayout()
        for at, one in enumerate(level.given):
            grid.addWidget(Text("body", str(one.points), strong=one.points > 0), at, 0)
            grid.addWidget(Text("body", words.given(one), wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addWidget(Text("small", words.source(level), tone="text_2", wrap=True))
        self.which, self.reason = QComboBox(), QLineEdit()
        self.which.addItem(self.tr("As the points say ({level})").format(level=level.by_points), None)
        for each in range(1, level.highest + 1):
            self.which.addItem(self.tr("Level {level}").format(level=each), each)
        if level.set_by is not None:
            self.which.setCurrentIndex(self.which.findData(level.level))
        if may:
            self.add("level", FormField(self.tr("&Level"), self.which))
            self.add("reason", FormField(self.tr("&Why"), self.reason, required=True))
            self.which.setFocus()
        self.fit(560)

    def save(self) -> None:
        request = AdjustRisk(self._head.id, self.which.currentData(), self.reason.text())
        self.run("services.risk.adjust", request)
