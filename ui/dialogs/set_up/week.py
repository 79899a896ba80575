"""Weekly hours of one clinician: the usual week, or hours for some weeks, at one place."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from icm_desktop.contracts.set_up import Places, SaveWeek, WeekKey, WeekRow
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.set_up.days import day_problem, last_day_problem
from ui.dialogs.set_up.form import SetUpForm, choices
from ui.dialogs.set_up.week_fields import WeekFields
from ui.messages import sentence
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField

MOST_WEEKS = 8
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # as refusals name them


class WeekDialog(SetUpForm):
    """Hours and breaks for each day, from when to when, every how many weeks, where."""

    def __init__(
        self,
        context: AppContext,
        week: WeekRow | None,
        places: Places,
        clinician_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "", parent)
        self._verb = self.tr("&Save")
        self.save_button.setText(self._verb)
        self.setWindowTitle(self.tr("Change working hours") if week else self.tr("Add working hours"))
        self.week = week
        key = week.key if week else WeekKey()
        self.who = choices(QComboBox(), None, places.clinicians, week.clinician_id if week else clinician_id)
        self.who.setEnabled(week is None)
        self.first, self.last = DateEdit(context), DateEdit(context)
        self.first.set_day(key.starts_on)
        self.last.set_day(key.ends_on)
        rhythm = [(1, self.tr("Every week"))]
        rhythm += [(n, self.tr("Every %n week(s)", "", n)) for n in range(2, MOST_WEEKS + 1)]
        self.every = choices(QComboBox(), None, rhythm, key.every_weeks or 1)
        self.site = choices(QComboBox(), self.tr("No site"), places.sites, key.site_id)
        self.room = choices(QComboBox(), self.tr("No room"), places.rooms, key.room_id)
        self.days = WeekFields(context, week.hours if week else (), week.breaks if week else ())
        self._lay_out_fields(bool(places.sites), bool(places.rooms))
        self.fit(900)
        self.watch()
        self.days.edited.connect(self._take_back)
        (self.days.hours[0] if week or clinician_id else self.who).setFocus()

    def _lay_out_fields(self, with_sites: bool, with_rooms: bool) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self.add("clinician_id", FormField(self.tr("&Clinician"), self.who, check=self._check_who), left)
        hint = self.tr("Empty: from always.")
        self.add("starts_on", FormField(self.tr("&From"), self.first, hint=hint, check=self._check_first), left)
        hint = self.tr("Empty: until further notice.")
        self.add("ends_on", FormField(self.tr("&Until"), self.last, hint=hint, check=self._check_last), left)
        self.add("every_weeks", FormField(self.tr("&How often"), self.every, check=self._check_rhythm), left)
        self.add("site_id", FormField(self.tr("S&ite"), self.site), left)
        self.add("room_id", FormField(self.tr("&Room"), self.room), left)
        self.fields["site_id"].setVisible(with_sites)
        self.fields["room_id"].setVisible(with_rooms)
        left.addStretch(1)
        self.add_box(self.days, right)
        self._order.pop()
        self._order += self.days.order()
        right.addStretch(1)
        self.put_side_by_side(left, right, shares=(2, 3))

    def _check_who(self) -> str:
        return "" if self.who.currentData() else self.tr("Add a clinician first.")

    def _check_first(self) -> str:
        return day_problem(self.first)

    def _check_last(self) -> str:
        return last_day_problem(self.first, self.last)

    def _check_rhythm(self) -> str:
        if self.every.currentData() > 1 and self.first.day is None:
            return self.tr("Enter the first day: the weeks are counted from it.")
        return ""

    def first_problem(self) -> FormField | None:
        return super().first_problem() or self.days.first_problem()

    def refused(self, error: UserError) -> None:
        """Hours that meet others are said at their day."""
        super().refused(error)
        if error.field == "hours" and (day := error.params.get("weekday")) in _DAYS:
            self.days.show_problem(_DAYS.index(str(day)), sentence(error, self.context.formatting))

    def save(self) -> None:
        every = self.every.currentData()
        key = WeekKey(
            self.first.day, self.last.day, every if every > 1 else None, self.site.currentData(),
            self.room.currentData(),
        )  # fmt: skip
        request = SaveWeek(
            self.who.currentData(), self.week.key if self.week else None, key, self.days.typed_hours,
            self.days.typed_breaks, self.confirmed,
        )  # fmt: skip
        self.run("services.working_hours.save_week", request)

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Saved the hours of {name}.").format(name=self.who.currentText())
