"""A value of a policy, within its bounds."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.content import PolicyRow, SetPolicy
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm
from ui.messages import policy_words
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class PolicyDialog(SetUpForm):
    """One number; where the shipped one and the bounds come from."""

    def __init__(self, context: AppContext, row: PolicyRow, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.row = row
        self.setWindowTitle(self.tr("Change policy"))
        self.save_button.setText(self.tr("&Save"))
        self.value = QLineEdit(str(row.value))
        self.column.addWidget(Text("section", policy_words(row.name), wrap=True))
        units = {
            "business_days": self.tr("&Business days"),
            "minutes": self.tr("&Minutes"),
            "times": self.tr("&Times"),
            "level": self.tr("&Level"),
        }
        unit = units.get(row.unit, self.tr("&Days"))
        hint = self.tr("{least} to {most}. Shipped: {shipped}.")
        hint = hint.format(least=row.least, most=row.most, shipped=row.shipped)
        self.add("value", FormField(unit, self.value, hint=hint, check=self._check))
        for words in (
            self.tr("Source: {text}").format(text=row.source),
            self.tr("Bounds: {text}").format(text=row.why),
        ):
            self.column.addWidget(Text("small", words, tone="text_2", wrap=True))
        self.fit(480)
        self.value.selectAll()
        self.value.setFocus()

    def _check(self) -> str:
        text = self.value.text().strip()
        if text.isdecimal() and self.row.least <= int(text) <= self.row.most:
            return ""
        return self.tr("Enter {least} to {most}.").format(least=self.row.least, most=self.row.most)

    def save(self) -> None:
        self.run("services.content.set_policy", SetPolicy(self.row.name, int(self.value.text())))
