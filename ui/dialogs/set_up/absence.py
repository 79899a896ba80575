"""Time a clinician or a room is away."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.set_up import AbsenceRow, Places, SaveAbsence
from icm_desktop.domain.timeslots import wall_time
from ui.context import AppContext
from ui.dialogs.set_up.days import day_problem, last_day_problem
from ui.dialogs.set_up.form import SetUpForm, typed
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.time_edit import TimeEdit

PERSON, ROOM = "person", "room"


class AbsenceDialog(SetUpForm):
    """Who, from when to when, whole days or a part of each; booked visits are named before it is saved."""

    def __init__(
        self,
        context: AppContext,
        absence: AbsenceRow | None,
        places: Places,
        clinician_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "", parent)
        self._verb = self.tr("&Save")
        self.save_button.setText(self._verb)
        self.setWindowTitle(self.tr("Change absence") if absence else self.tr("Add absence"))
        self.absence = absence
        self.who = QComboBox()
        for key, name in places.clinicians:
            self.who.addItem(name, (PERSON, key))
        for key, name in places.rooms:
            self.who.addItem(self.tr("Room: {name}").format(name=name), (ROOM, key))
        self.first, self.last = DateEdit(context), DateEdit(context)
        self.part = QCheckBox(self.tr("Only a &part of each day"))
        self.starts, self.ends = TimeEdit(context), TimeEdit(context)
        self.reason = QLineEdit(absence.reason or "" if absence else "")
        self._lay_out_fields()
        self._fill(absence, clinician_id)
        self.part.toggled.connect(self._show_part)
        self._show_part(self.part.isChecked())
        self.keep_draft(f"absence:{absence.id}" if absence else "absence:new")
        self.fit(480)
        self.watch()
        self.part.toggled.connect(self._take_back)
        (self.who if absence is None and clinician_id is None else self.first).setFocus()

    def _lay_out_fields(self) -> None:
        self.add("who", FormField(self.tr("&Who is away"), self.who, check=self._check_who))
        self.add("starts_on", FormField(self.tr("&First day"), self.first, required=True, check=self._check_first))
        last = FormField(self.tr("&Last day"), self.last, hint=self.tr("Empty: one day only."), check=self._check_last)
        self.add("ends_on", last)
        self.part.setMinimumHeight(self.context.theme.px(28))
        self.add_box(self.part)
        self.add("starts_at", FormField(self.tr("From &time"), self.starts, check=self._check_starts))
        self.add("ends_at", FormField(self.tr("&Until time"), self.ends, check=self._check_ends))
        hint = self.tr("Colleagues read this; patients do not.")
        self.add("reason", FormField(self.tr("&Reason"), self.reason, hint=hint))

    def _fill(self, absence: AbsenceRow | None, clinician_id: int | None) -> None:
        wanted = (PERSON, clinician_id)
        if absence is not None:
            wanted = (PERSON, absence.clinician_id) if absence.room_id is None else (ROOM, absence.room_id)
            self.first.set_day(absence.starts_on)
            self.last.set_day(absence.ends_on)
            self.part.setChecked(absence.starts_at is not None or absence.ends_at is not None)
            self.starts.set_time(wall_time(absence.starts_at) if absence.starts_at else None)
            self.ends.set_time(wall_time(absence.ends_at) if absence.ends_at else None)
        found = [at for at in range(self.who.count()) if self.who.itemData(at) == wanted]
        self.who.setCurrentIndex(found[0] if found else 0)

    def _show_part(self, part: bool) -> None:
        for name in ("starts_at", "ends_at"):
            self.fields[name].setVisible(part)
        if self.isVisible():
            self._fit_now()

    def _check_who(self) -> str:
        return "" if self.who.currentData() else self.tr("Add a clinician or a room first.")

    def _check_first(self) -> str:
        return day_problem(self.first, required=True)

    def _check_last(self) -> str:
        return last_day_problem(self.first, self.last)

    def _check_starts(self) -> str:
        wrong = self.starts.text().strip() and self.starts.time is None
        return self.tr("Enter a time, for example 9:30 or 2 pm.") if wrong else ""

    def _check_ends(self) -> str:
        if not self.part.isChecked():
            return ""
        if self.ends.text().strip() and self.ends.time is None:
            return self.tr("Enter a time, for example 9:30 or 2 pm.")
        if self.starts.time is None and self.ends.time is None:
            return self.tr("Enter when the absence begins or ends.")
        if self.starts.time and self.ends.time and self.ends.time <= self.starts.time:
            return self.tr("The end lies before the beginning.")
        return ""

    def save(self) -> None:
        first, data = self.first.day, self.who.currentData()
        if first is None or data is None:
            return
        kind, key = data
        starts, ends = (each.time if self.part.isChecked() else None for each in (self.starts, self.ends))
        request = SaveAbsence(
            absence_id=self.absence.id if self.absence else None,
            expected_version=self.absence.version if self.absence else 0,
            clinician_id=key if kind == PERSON else None,
            room_id=key if kind == ROOM else None,
            starts_on=first,
            ends_on=self.last.day or first,
            starts_at=f"{starts:%H:%M}" if starts else None,
            ends_at=f"{ends:%H:%M}" if ends else None,
            reason=typed(self.reason),
            confirmed=self.confirmed,
        )
        self.run("services.working_hours.save_absence", request)
