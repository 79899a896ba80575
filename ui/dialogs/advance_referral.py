"""Next step: the likely one is chosen, the day is today; a date and Enter record it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.referrals import AdvanceReferral, ReferralRow, ReferralSaved, RerouteReferral
from icm_desktop.domain import referral_reasons as reasons
from icm_desktop.domain import referral_states as states
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.pages.referrals_words import ReferralWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.destination_edit import DestinationEdit
from ui.widgets.fitting_boxes import FittingBoxes
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.visit_time import VisitTime

_LIKELY = {
    states.DRAFT: states.SENT,
    states.SENT: states.SCHEDULED,
    states.RECEIVED: states.SCHEDULED,
    states.MORE_INFO: states.SENT,
    states.DECLINED: states.REROUTED,
    states.ACCEPTED: states.SCHEDULED,
    states.SCHEDULED: states.SEEN,
    **dict.fromkeys(states.MISSED, states.SCHEDULED),
    states.SEEN: states.REPORT_RECEIVED,
    states.REPORT_RECEIVED: states.REVIEWED,
    states.REVIEWED: states.PATIENT_INFORMED,
    states.PATIENT_INFORMED: states.CLOSED,
}


class AdvanceReferralDialog(FormDialog):
    """One step of one referral; only steps this person may record are offered."""

    def __init__(self, context: AppContext, row: ReferralRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, "", parent, prompt=True)
        self._row, self._words = row, ReferralWords(context)
        self.setWindowTitle(self.tr("Next step"))
        self.save_button.setText(self.tr("&Record"))
        self.step = QComboBox()
        for state in row.next_states:
            self.step.addItem(self._words.state(state), state)
        self.step.setCurrentIndex(max(self.step.findData(_LIKELY.get(row.state)), 0))
        self.day, self.when, self.to = DateEdit(context, lean=Lean.PAST), VisitTime(context), DestinationEdit(context)
        self.visit_day, self.time = self.when.day, self.when.time
        self.fitting = FittingBoxes(context, row.head, self.to)
        self.how, self.note, self.reason = QComboBox(), QLineEdit(), QComboBox()
        self.how.setEditable(True)
        self.how.addItem("", None)
        for channel in reasons.CHANNELS:
            self.how.addItem(self._words.channel(channel), channel)
        self._lay_out_fields()
        self.step.currentIndexChanged.connect(lambda _at: self._show_step())
        self._show_step()
        self.keep_draft(f"advance_referral:{row.id}")
        self.fit(460)
        self.reason.currentIndexChanged.connect(lambda _at: self._say_note())
        self._first().setFocus()

    def _lay_out_fields(self) -> None:
        title = " · ".join(part for part in (self._words.service(self._row), self._row.to or "") if part)
        self.column.addWidget(Text("section", title, wrap=True))
        now = self.tr("Now: {state}").format(state=self._words.state(self._row.state))
        self.column.addWidget(Text("body", now, tone="text_2", wrap=True))
        self.add("state", FormField(self.tr("&Step"), self.step))
        self.add("appointment_at", FormField(self.tr("&Visit on"), self.visit_day, check=self._check_visit_day))
        self.add("time", FormField(self.tr("&At"), self.time, check=self._check_time))
        self.add_box(self.when.later)
        self.add("to_name", FormField(self.tr("&To whom now"), self.to, required=True, check=self._check_to))
        self.column.addWidget(self.fitting)
        self._order += self.fitting.boxes
        self.add("happened_on", FormField(self.tr("&Day it happened"), self.day, check=self._check_day))
        self.add("how", FormField(self.tr("&How"), self.how))
        self.add("reason_code", FormField(self.tr("&Why"), self.reason))
        self.add("note", FormField(self.tr("&Note"), self.note, check=self._check_note))
        self.day.set_day(self.context.formatting.today())
        self.day.edit.selectAll()

    @property
    def state(self) -> str:
        """The step that is chosen."""
        return str(self.step.currentData() or "")

    def _show_step(self) -> None:
        """Only the fields the step needs."""
        booked, rerouted = self.state == states.SCHEDULED, self.state == states.REROUTED
        for name, wanted in (
            ("appointment_at", booked), ("time", booked), ("to_name", rerouted), ("happened_on", not rerouted),
            ("how", self.state in (states.SENT, states.REPORT_RECEIVED, states.PATIENT_INFORMED)),
            ("note", not rerouted), ("reason_code", self.state in states.NEEDS_REASON),
        ):  # fmt: skip
            self.fields[name].setVisible(wanted)
        self.fitting.setVisible(rerouted)
        if not booked:
            self.when.later.hide()
        self.reason.clear()
        self.reason.addItem(self.tr("Choose, or write a note"), None)
        for code in reasons.REASONS.get(self.state, ()):
            self.reason.addItem(self._words.reason(code), code)
        self._say_note()
        if self.isVisible():
            self._fit_now()

    def _say_note(self) -> None:
        label = self.tr("&Note (required)") if self._needs_note() else self.tr("&Note")
        self.fields["note"].label.setText(label)

    def _needs_note(self) -> bool:
        return self.state in states.NEEDS_REASON and reasons.needs_words(self.reason.currentData())

    def _how(self) -> str | None:
        """The code of a listed way, else what was typed."""
        at, typed = self.how.currentIndex(), self.how.currentText().strip()
        listed = self.how.itemData(at) if at >= 0 and self.how.itemText(at) == typed else None
        return listed or typed or None

    def _first(self) -> QWidget:
        """Where the keyboard starts: the visit's day, the new address, or the day it happened."""
        return {states.SCHEDULED: self.visit_day, states.REROUTED: self.to}.get(self.state, self.day)

    def _check_day(self) -> str:
        if self.day.day is None:
            return self.tr("Enter a day, for example today, fri or 14 jul.")
        if self.day.day > self.context.formatting.today():
            return self.tr("This day is in the future. Record it when it has happened.")
        return ""

    def _check_visit_day(self) -> str:
        return self.when.day_problem() if self.state == states.SCHEDULED else ""

    def _check_time(self) -> str:
        return self.when.time_problem() if self.state == states.SCHEDULED else ""

    def _check_to(self) -> str:
        missing = self.state == states.REROUTED and not self.to.text().strip()
        return self.tr("Write to whom it goes now.") if missing else ""

    def _check_note(self) -> str:
        missing = self._needs_note() and not self.note.text().strip()
        return self.tr("Write why: the clinician who asked will read it.") if missing else ""

    def save(self) -> None:
        if self.state == states.REROUTED:
            found = self.to.destination
            self.run("services.referrals.reroute", RerouteReferral(
                self._row.id, self._row.version, self.to.text().strip(),
                to_practitioner_id=found.practitioner_id if found else None,
                to_organization_id=found.organization_id if found else None,
            ))  # fmt: skip
            return
        self.run("services.referrals.advance", AdvanceReferral(
            referral_id=self._row.id, expected_version=self._row.version, state=self.state,
            happened_on=self.day.day or self.context.formatting.today(),
            how=self._how(), reason_code=self.reason.currentData(), note=self.note.text().strip() or None,
            appointment_at=self.when.starts_at() if self.state == states.SCHEDULED else None,
        ))  # fmt: skip

    def told(self, saved: ReferralSaved) -> str:
        """What happened, in words."""
        if self.state == states.REROUTED:
            return self.tr("New referral made to {whom}.").format(whom=saved.referral.to or "")
        return self.tr("Recorded: {state}.").format(state=self._words.state(saved.referral.state))
