"""Clinicians with a calendar here and the hours they see patients."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import ClinicianRow, SaveClinician, Setup
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.messages import sentence
from ui.times_input import read_hours
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_WORKING_DAYS, _DAYS = range(1, 5), range(7)


class ClinicianDialog(FormDialog):
    """Choose a clinician or a new one on top; hours are typed as "9-12, 1-5"."""

    def __init__(self, context: AppContext, setup: Setup, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self._people = {person.id: person for person in setup.clinicians}
        self.setWindowTitle(self.tr("Clinicians and hours"))
        self.save_button.setText(self.tr("&Save"))
        self.who = QComboBox()
        self.who.addItem(self.tr("New clinician"), None)
        for person in setup.clinicians:
            self.who.addItem(person.name, person.id)
        self.names = {name: QLineEdit() for name in ("family", "given", "prefix", "specialty", "phone")}
        self.hours = [QLineEdit() for _ in _DAYS]
        self._lay_out_fields()
        self.who.currentIndexChanged.connect(lambda _at: self.show_clinician())
        self.fit(720)
        self.show_clinician()
        self.names["family"].setFocus()

    def _lay_out_fields(self) -> None:
        left, right, grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        self.add("clinician_id", FormField(self.tr("&Clinician"), self.who), left)
        family = FormField(self.tr("&Family name"), self.names["family"], required=True, check=self._check_family)
        self.add("family", family, left)
        self.add("given", FormField(self.tr("&Given names"), self.names["given"]), left)
        self.add("prefix", FormField(self.tr("&Title, for example Dr"), self.names["prefix"]), left)
        self.add("specialty", FormField(self.tr("S&pecialty"), self.names["specialty"]), left)
        self.add("phone", FormField(self.tr("P&hone"), self.names["phone"]), left)
        hint = self.tr("Hours, for example 9-12, 1-5. Leave a day empty when closed.")
        right.addWidget(Text("small", hint, wrap=True, tone="text_2"))
        for day, name in enumerate(self._day_names()):
            self.add(f"hours:{day}", FormField(name, self.hours[day], check=partial(self._check_hours, day)), right)
        same = Button(self.tr("Same hours Mo&nday to Friday"))
        same.clicked.connect(self.same_all_week)
        self.add_box(same, right)
        for layout in (left, right):
            layout.addStretch(1)
        for layout in (left, right):
            layout.setSpacing(self.context.theme.px(10))
        grid.setHorizontalSpacing(self.context.theme.px(24))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def _day_names(self) -> tuple[str, ...]:
        return (
            self.tr("&Monday"), self.tr("T&uesday"), self.tr("&Wednesday"), self.tr("Thu&rsday"), self.tr("Fr&iday"),
            self.tr("Saturda&y"), self.tr("Sun&day"),
        )  # fmt: skip

    def show_clinician(self) -> None:
        """Show the clinician chosen on top."""
        person: ClinicianRow | None = self._people.get(self.who.currentData())
        for name, edit in self.names.items():
            edit.setText((getattr(person, name) if person else "") or "")
        for day in _DAYS:
            spans = [(starts, ends) for weekday, starts, ends in (person.hours if person else ()) if weekday == day]
            self.hours[day].setText(", ".join(f"{starts}-{ends}" for starts, ends in spans))
        for field in self.fields.values():
            field.show_problem("")

    def same_all_week(self) -> None:
        """Give Tuesday to Friday Monday's hours."""
        for day in _WORKING_DAYS:
            self.hours[day].setText(self.hours[0].text())

    def _check_family(self) -> str:
        return "" if self.names["family"].text().strip() else self.tr("Write the family name of the clinician.")

    def _check_hours(self, day: int) -> str:
        if read_hours(self.hours[day].text()) is None:
            return self.tr("Write times such as 9-12, 1-5; stretches may not overlap.")
        return ""

    def save(self) -> None:
        texts = {name: edit.text().strip() or None for name, edit in self.names.items()}
        spans = tuple((day, starts, ends) for day in _DAYS for starts, ends in read_hours(self.hours[day].text()) or ())
        request = SaveClinician(
            clinician_id=self.who.currentData(), family=texts["family"] or "", given=texts["given"],
            prefix=texts["prefix"], specialty=texts["specialty"], phone=texts["phone"], hours=spans,
        )  # fmt: skip
        self.run("services.clinic_setup.save_clinician", request)

    def refused(self, error: UserError) -> None:
        """What is wrong with the hours is said on top, with the weekday."""
        if error.field == "hours":
            self._set_busy(False)
            self.say("high", sentence(error, self.context.formatting))
        else:
            super().refused(error)

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Saved {name}.").format(name=self.names["family"].text().strip())
