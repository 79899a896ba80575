"""A discharge somebody told of, typed in twenty seconds: where from, when, to where, how complex."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.transitions import DischargeChoices, RecordDischarge, TransitionSaved
from icm_desktop.domain.timeslots import local_to_utc
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.pages.transition_words import TransitionWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.time_edit import TimeEdit


class DischargeDialog(FormDialog):
    """Only the day and the place are needed; the rest may be said later."""

    def __init__(
        self, context: AppContext, head: PatientHead, choices: DischargeChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self._words = TransitionWords(context)
        self.setWindowTitle(self.tr("Discharge"))
        self.save_button.setText(self.tr("&Save"))
        self.facility = QComboBox()
        self.facility.setEditable(True)
        self.facility.addItems(["", *choices.facilities])
        self.discharged, self.admitted = DateEdit(context, lean=Lean.PAST), DateEdit(context, lean=Lean.PAST)
        self.time = TimeEdit(context)
        self.discharged.set_day(context.formatting.today())
        self.to, self.complexity, self.acute = QComboBox(), QComboBox(), QComboBox()
        for place in choices.destinations:
            self.to.addItem(self._words.destination(place.id, place.text), place.id)
        for complexity in ("", *choices.complexities):
            self.complexity.addItem(self._words.complexity(complexity), complexity)
        for words, value in self._admissions():
            self.acute.addItem(words, value)
        self.reason = QLineEdit()
        self._lay_out_fields()
        self.keep_draft("discharge")
        self.fit(480)
        self.facility.setFocus()

    def _admissions(self) -> tuple[tuple[str, bool | None], ...]:
        return (
            (self.tr("Not known"), None),
            (self.tr("In an emergency"), True),
            (self.tr("Planned"), False),
        )

    def _lay_out_fields(self) -> None:
        self.add("facility", FormField(self.tr("&Hospital or facility"), self.facility))
        self.add(
            "discharged_on",
            FormField(self.tr("&Discharged on"), self.discharged, required=True, check=self._check_discharged),
        )
        self.add("time", FormField(self.tr("A&t (if known)"), self.time, check=self._check_time))
        self.add("destination", FormField(self.tr("&To where"), self.to))
        self.add("complexity", FormField(self.tr("&How complex"), self.complexity))
        self.add("reason", FormField(self.tr("&Why in hospital"), self.reason))
        self.add("admitted_on", FormField(self.tr("&Admitted on"), self.admitted, check=self._check_admitted))
        self.add("acute", FormField(self.tr("Ad&mission"), self.acute))

    def _check_discharged(self) -> str:
        if self.discharged.day is None:
            return self.tr("Enter the day of discharge, for example today, yesterday or 14 jul.")
        if self.discharged.day > self.context.formatting.today():
            return self.tr("This day lies after today. Check the date.")
        return ""

    def _check_admitted(self) -> str:
        if not self.admitted.understood:
            return self.tr("Enter a day, for example 10 jul, or leave it empty.")
        late = self.admitted.day and self.discharged.day and self.admitted.day > self.discharged.day
        return self.tr("The day of admission lies after the day of discharge. Check both.") if late else ""

    def _check_time(self) -> str:
        understood = self.time.time is not None or not self.time.text().strip()
        return "" if understood else self.tr("Enter a time, for example 2 pm, or leave it empty.")

    def _at(self) -> dt.datetime | None:
        day, time = self.discharged.day, self.time.time
        if day is None or time is None:
            return None
        return local_to_utc(dt.datetime.combine(day, time), self.context.formatting.zone).choices[0]

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("a discharge is always somebody's")
        request = RecordDischarge(
            patient_id=self.head.id,
            discharged_on=self.discharged.day or self.context.formatting.today(),
            destination=str(self.to.currentData()),
            facility=self.facility.currentText().strip(),
            reason=self.reason.text().strip(),
            admitted_on=self.admitted.day,
            complexity=str(self.complexity.currentData()),
            acute=self.acute.currentData(),
            discharged_at=self._at(),
        )
        self.run("services.transitions.record_discharge", request)

    def told(self, saved: TransitionSaved) -> str:
        """What happened, in words."""
        if saved.row is None:
            return self.tr("Discharge saved. No clock runs: the patient did not go home.")
        clock = saved.row.clock("contact")
        day = self.context.formatting.weekday_date(clock.due)
        return self.tr("Discharge saved. Contact by {day}.").format(day=day)
