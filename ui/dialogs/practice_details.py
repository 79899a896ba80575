"""The practice's own facts: phones, hours, address, and how times are written."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.people import PracticeFacts, SavePractice
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class PracticeDialog(FormDialog):
    """What patients read on every page."""

    def __init__(self, context: AppContext, facts: PracticeFacts, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self.setWindowTitle(self.tr("Practice details"))
        self.save_button.setText(self.tr("&Save"))
        self.phone, self.after_hours = QLineEdit(facts.phone or ""), QLineEdit(facts.after_hours_phone or "")
        self.hours, self.address = QLineEdit(facts.hours_text or ""), QLineEdit(facts.address or "")
        self.clock = QComboBox()
        self.clock.addItem(self.tr("12 hours: 2:30 pm"), False)
        self.clock.addItem(self.tr("24 hours: 14:30"), True)
        self.clock.setCurrentIndex(int(facts.clock_24_hours))
        words = self.tr("{practice}, time zone {zone}. These lines are printed on the pages patients take home.")
        told = words.format(practice=facts.name, zone=facts.time_zone)
        self.column.addWidget(Text("body", told, wrap=True, tone="text_2"))
        self.add("phone", FormField(self.tr("&Phone patients call"), self.phone))
        self.add("after_hours_phone", FormField(self.tr("Phone &after hours"), self.after_hours))
        hint = self.tr("For example: Monday to Friday 8 am to 5 pm")
        self.add("hours_text", FormField(self.tr("&Opening hours"), self.hours, hint=hint))
        self.add("address", FormField(self.tr("A&ddress"), self.address))
        self.add("clock_24_hours", FormField(self.tr("&Times are written with"), self.clock))
        self.fit(560)
        self.phone.setFocus()

    def save(self) -> None:
        request = SavePractice(
            phone=_typed(self.phone), after_hours_phone=_typed(self.after_hours), hours_text=_typed(self.hours),
            address=_typed(self.address), clock_24_hours=bool(self.clock.currentData()),
        )  # fmt: skip
        self.run("services.practice.save", request)


def _typed(edit: QLineEdit) -> str | None:
    return edit.text().strip() or None
