"""Book a visit here: kind, clinician, the next free times by digit, Ctrl+Enter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import AppointmentSaved, BookAppointment, ClinicianRow, FindSlots, Setup, Slot
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.drafts import DraftKeeper
from ui.messages import sentence
from ui.set_up import SetUp
from ui.widgets.booking_alerts import BookingAlerts
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.slot_list import SlotList
from ui.widgets.visit_time import VisitTime

_USUAL_MINUTES = 30


@dataclass(frozen=True, slots=True)
class BookingStart:
    """What is known when booking begins: a free start or a wall time that was chosen, a kind of visit, a referral."""

    slot: Slot | None = None
    at: dt.datetime | None = None
    clinician_id: int | None = None
    type_id: int | None = None
    after: dt.date | None = None
    referral_id: int | None = None
    reason: str = ""
    plan_action_id: int | None = None
    replaces_id: int | None = None
    wait_list_id: int | None = None


class BookDialog(FormDialog):
    """The keyboard starts in the list of free times."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        setup: Setup,
        start: BookingStart,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._setup, self._start = setup, start
        self.setWindowTitle(self.tr("Book appointment"))
        self.save_button.setText(self.tr("&Book"))
        self.kind, self.clinician, self.part = QComboBox(), QComboBox(), QComboBox()
        self.when = VisitTime(context)
        self.after, self.time = self.when.day, self.when.time
        self.language = QComboBox()
        self.reason, self.overbook = QLineEdit(), QLineEdit()
        self.other_time = QCheckBox(self.tr("At a&nother time"))
        self.sensitive = QCheckBox(self.tr("&Sensitive: front desk sees no reason"))
        self.slots = SlotList(context)
        self.missing = Button("", "clock")
        self.missing.hide()
        self.slot_field = FormField(self.tr("Free &times"), self.slots, hint=self.tr("Press a digit to choose."))
        self.alerts = BookingAlerts(context, head.id, self)
        self.alerts.filled.connect(self.make_room)
        self.column.addWidget(self.alerts)
        self._fill()
        self._lay_out_fields()
        self._wire()
        self.drafts = DraftKeeper(self, "book", head.id)
        self.fit(820)
        self._show_other(start.at is not None)
        self._ask(start.slot)
        (self.time if start.at is not None else self.slots).setFocus()

    def _fill(self) -> None:
        shown, start = self.context.formatting, self._start
        self._fill_kinds()
        self.clinician.addItem(self.tr("Any clinician"), None)
        for person in self._setup.clinicians:
            self.clinician.addItem(person.name, person.id)
        self.part.addItem(self.tr("Any time of day"), None)
        self.part.addItem(self.tr("Morning"), "morning")
        self.part.addItem(self.tr("Afternoon"), "afternoon")
        self.language.addItem(self.tr("Any language"), None)
        spoken = {code for person in self._setup.clinicians for code in person.languages}
        for code in sorted(spoken, key=shown.language):
            self.language.addItem(shown.language(code), code)
        _choose(self.kind, start.type_id)
        _choose(self.clinician, start.clinician_id)
        day = start.after or shown.today()
        if start.at is not None:
            day = shown.local(start.at).date()
            self.when.show(start.at)
        elif start.slot is not None:
            day = shown.local(start.slot.starts_at).date()
        self.after.set_day(day)
        self.reason.setText(start.reason)

    def _fill_kinds(self) -> None:
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        for row in self._setup.types:
            self.kind.addItem(self.tr("{name}, {minutes} min").format(name=row.name, minutes=row.minutes), row.id)
        if not self._setup.types:
            self.kind.addItem(self.tr("Visit, {minutes} min").format(minutes=_USUAL_MINUTES), None)
        _choose(self.kind, chosen)
        self.kind.blockSignals(False)

    def _lay_out_fields(self) -> None:
        left, right, grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        self.add("type_id", FormField(self.tr("&Kind of visit"), self.kind), left)
        self.add("clinician_id", FormField(self.tr("&With"), self.clinician, check=self._check_clinician), left)
        self.add("after", FormField(self.tr("&From"), self.after, check=self.when.day_problem), left)
        self.add("part", FormField(self.tr("Time of &day"), self.part), left)
        self.add("language", FormField(self.tr("Clinician spea&ks"), self.language), left)
        self.add_box(self.other_time, left)
        self.add("time", FormField(self.tr("T&ime"), self.time, required=True, check=self._check_time), left)
        self.add_box(self.when.later, left)
        self.add("overbook_reason", FormField(
            self.tr("Wh&y at this time"), self.overbook,
            hint=self.tr("Only needed where something is in the way. It shows on the visit."),
        ), left)  # fmt: skip
        left.addStretch(1)
        right.addWidget(self.slot_field, 1)
        self._order.append(self.slots)
        self.add_box(self.missing, right)
        self.add("reason", FormField(self.tr("&Reason for the visit"), self.reason), right)
        if self.context.may(Privilege.CLINICAL_READ):
            self.add_box(self.sensitive, right)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for layout in (left, right):
            layout.setSpacing(self.context.theme.px(10))
        grid.setHorizontalSpacing(self.context.theme.px(24))
        for box in (self.other_time, self.sensitive):
            box.setMinimumHeight(self.context.theme.px(28))
        self.column.addLayout(grid)

    def _wire(self) -> None:
        for box in (self.kind, self.clinician, self.part, self.language):
            box.currentIndexChanged.connect(lambda _at: self._ask())
        self.after.day_changed.connect(lambda day: self._ask() if day is not None else None)
        self.other_time.toggled.connect(self._show_other)
        self.slots.loaded.connect(self._offer_hours)
        self.missing.clicked.connect(self.set_hours)
        self.slots.chosen.connect(lambda _slot: self.slot_field.show_problem(""))

    def _show_other(self, other: bool) -> None:
        self.other_time.setChecked(other)
        for name in ("time", "overbook_reason"):
            self.fields[name].setVisible(other)
        self.fields["part"].setVisible(not other)
        self.fields["language"].setVisible(not other and self.language.count() > 1)
        self.when.later.setVisible(other and self.when.later.isVisible())
        self.slots.table.setEnabled(not other)
        if self.isVisible():
            self._fit_now()
        self.fields["after"].label.setText(self.tr("D&ay") if other else self.tr("&From"))

    # what is chosen

    @property
    def minutes(self) -> int:
        """Length of the kind of visit chosen."""
        lengths = {row.id: row.minutes for row in self._setup.types}
        return lengths.get(self.kind.currentData(), _USUAL_MINUTES)

    def _ask(self, keep: Slot | None = None) -> None:
        self.slots.ask(
            FindSlots(
                minutes=self.minutes,
                after=self.after.day or self.context.formatting.today(),
                clinician_id=self.clinician.currentData(),
                patient_id=self.head.id if self.head else None,
                part_of_day=self.part.currentData(),
                type_id=self.kind.currentData(),
                language=self.language.currentData(),
            ),
            keep,
        )

    def _without_hours(self) -> ClinicianRow | None:
        """A clinician who could be meant and has no working hours."""
        chosen = self.clinician.currentData()
        return next((one for one in self._setup.clinicians if not one.weeks and chosen in (None, one.id)), None)

    def _offer_hours(self) -> None:
        """Say whose hours are missing, or that there is no kind of visit, on the button that sets it."""
        who = self._without_hours()
        words = self.tr("No kinds of visit yet: add one…")
        if who is not None:
            words = self.tr("No working hours for {name}: set them…").format(name=who.name)
        self.missing.setText(words)
        self.missing.setVisible(who is not None or not self._setup.types)

    def set_hours(self) -> None:
        """Set what is missing, then come back to the free times."""
        who = self._without_hours()
        if who is not None:
            SetUp(self.context, self).hours(who.id, self._read_again)
        elif not self._setup.types:
            SetUp(self.context, self).visit_types(self._read_again)

    def _read_again(self) -> None:
        def known(setup: Setup) -> None:
            self._setup = setup
            self._fill_kinds()
            self._ask()
            self.slots.setFocus()

        self.context.jobs.run("queries.calendar.setup", owner=self, done=known)

    def _check_clinician(self) -> str:
        if self.other_time.isChecked() and self.clinician.currentData() is None:
            return self.tr("Choose the clinician for this time.")
        return ""

    def _check_time(self) -> str:
        return self.when.time_problem() if self.other_time.isChecked() else ""

    # saving

    def submit(self) -> None:
        """A free time must be chosen, unless another time is typed."""
        if not self.other_time.isChecked() and self.slots.slot is None:
            self.slot_field.show_problem(self.tr("Choose a free time, or type another one."))
            self.slots.setFocus()
            return
        super().submit()

    def save(self) -> None:
        slot = self.slots.slot
        if self.other_time.isChecked() or slot is None:
            starts_at, clinician_id = self.when.starts_at(), self.clinician.currentData()
        else:
            starts_at, clinician_id = slot.starts_at, slot.clinician_id
        if self.head is None:
            raise RuntimeError("a visit is always somebody's")
        request = BookAppointment(
            patient_id=self.head.id, clinician_id=clinician_id, starts_at=starts_at, minutes=self.minutes,
            type_id=self.kind.currentData(), reason=self.reason.text().strip() or None,
            referral_id=self._start.referral_id, sensitive=self.sensitive.isChecked(),
            overbook_reason=(self.overbook.text().strip() or None) if self.other_time.isChecked() else None,
            plan_action_id=self._start.plan_action_id, replaces_id=self._start.replaces_id,
            wait_list_id=self._start.wait_list_id,
        )  # fmt: skip
        self.run("services.scheduling.book", request)

    def refused(self, error: UserError) -> None:
        """A clash is said beside the free times, and those are asked again."""
        if error.field != "starts_at":
            super().refused(error)
            return
        self.set_busy(False)
        told = sentence(error, self.context.formatting)
        if self.other_time.isChecked():
            self.fields["time"].show_problem(told)
            self.show_at(self.fields["time"])
        else:
            self.slot_field.show_problem(told)
            self.slots.setFocus()
        self._ask()

    def before_close(self) -> None:
        self.drafts.discard()

    def told(self, saved: AppointmentSaved) -> str:
        """What happened, in words."""
        visit = saved.appointment
        return self.tr("Booked {time} with {whom}.").format(
            time=self.context.formatting.date_time(visit.starts_at), whom=visit.with_whom or ""
        )


def _choose(box: QComboBox, value: int | None) -> None:
    box.setCurrentIndex(max(box.findData(value), 0))
