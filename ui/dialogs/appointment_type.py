"""Kinds of visit and their lengths."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.scheduling import SaveAppointmentType, Setup
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.form_field import FormField


class AppointmentTypeDialog(FormDialog):
    """Choose a kind or a new one on top."""

    def __init__(self, context: AppContext, setup: Setup, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self._kinds = {kind.id: kind for kind in setup.types}
        self.setWindowTitle(self.tr("Kinds of visit"))
        self.save_button.setText(self.tr("&Save"))
        self.which = QComboBox()
        self.which.addItem(self.tr("New kind of visit"), None)
        for kind in setup.types:
            self.which.addItem(self.tr("{name}, {minutes} min").format(name=kind.name, minutes=kind.minutes), kind.id)
        self.name, self.minutes = QLineEdit(), QLineEdit()
        self.add("type_id", FormField(self.tr("&Kind of visit"), self.which))
        self.add("name", FormField(self.tr("&Name"), self.name, required=True, check=self._check_name))
        self.add("minutes", FormField(self.tr("&Minutes"), self.minutes, required=True, check=self._check_minutes))
        self.which.currentIndexChanged.connect(lambda _at: self.show_kind())
        self.fit(420)
        self.name.setFocus()

    def show_kind(self) -> None:
        """Show the kind chosen on top."""
        kind = self._kinds.get(self.which.currentData())
        self.name.setText(kind.name if kind else "")
        self.minutes.setText(str(kind.minutes) if kind else "")

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write what this kind of visit is called.")

    def _check_minutes(self) -> str:
        return "" if self.minutes.text().strip().isdecimal() else self.tr("Enter a number, for example 30.")

    def save(self) -> None:
        request = SaveAppointmentType(self.which.currentData(), self.name.text().strip(), int(self.minutes.text()))
        self.run("services.clinic_setup.save_appointment_type", request)

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Saved {name}.").format(name=self.name.text().strip())
