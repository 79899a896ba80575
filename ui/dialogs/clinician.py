"""Clinicians with a calendar here and the hours of their usual week."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import ClinicianRow, SaveClinician, Setup
from icm_desktop.contracts.set_up import Places
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.set_up.checks import languages_problem, npi_problem
from ui.dialogs.set_up.days import day_problem
from ui.dialogs.set_up.form import SetUpForm, choices, note_box, typed
from ui.times_input import read_hours
from ui.widgets.buttons import Button
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.languages_edit import LanguagesEdit

_WORKING_DAYS, _DAYS = range(1, 5), range(7)
_NAMES = ("family", "given", "prefix", "suffix", "specialty", "phone", "email", "npi")
NOWHERE = Places((), (), (), (), "")


class ClinicianDialog(SetUpForm):
    """Choose a clinician or a new one on top; hours are typed as "9-12, 1-5".

    The hours can be typed here while there is one week at one place; otherwise they are left to Working hours.
    """

    def __init__(
        self,
        context: AppContext,
        setup: Setup,
        parent: QWidget | None = None,
        *,
        places: Places = NOWHERE,
        clinician_id: int | None = None,
    ) -> None:
        super().__init__(context, "", parent)
        self._people = {person.id: person for person in setup.clinicians}
        self.setWindowTitle(self.tr("Clinicians and hours"))
        self._verb = self.tr("&Save")
        self.save_button.setText(self._verb)
        self.who = QComboBox()
        self.who.addItem(self.tr("New clinician"), None)
        for person in setup.clinicians:
            self.who.addItem(person.name, person.id)
        self.names = {name: QLineEdit() for name in _NAMES}
        self.languages = LanguagesEdit(context)
        self.left_on = DateEdit(context, lean=Lean.FUTURE)
        self.note = note_box(context, None, 2)
        self.user = choices(QComboBox(), self.tr("No user"), places.users)
        self.site = choices(QComboBox(), self.tr("No site"), places.sites)
        self.room = choices(QComboBox(), self.tr("No room"), places.rooms)
        self.hours = [QLineEdit() for _ in _DAYS]
        self._elsewhere = Text("body", self._elsewhere_words(), wrap=True, tone="text_2")
        self._lay_out_fields()
        for name, known in (("user_id", places.users), ("site_id", places.sites), ("room_id", places.rooms)):
            self.fields[name].setVisible(bool(known))
        self.who.currentIndexChanged.connect(lambda _at: self.show_clinician())
        self.fit(860)
        self.who.setCurrentIndex(max(self.who.findData(clinician_id), 0))
        self.show_clinician()
        self.keep_draft(f"clinician:{clinician_id or 'new'}", but=("clinician_id",))
        self.who.activated.connect(lambda _at: self.stop_draft())
        self.watch()
        self.names["family"].setFocus()

    def _elsewhere_words(self) -> str:
        return self.tr("This clinician has several weeks or places. Change them in Admin, Working hours.")

    def _lay_out_fields(self) -> None:
        left, right, grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        self.add("clinician_id", FormField(self.tr("&Clinician"), self.who), left)
        family = FormField(self.tr("&Family name"), self.names["family"], required=True, check=self._check_family)
        self.add("family", family, left)
        self.add("given", FormField(self.tr("&Given names"), self.names["given"]), left)
        self.add("prefix", FormField(self.tr("&Title, for example Dr"), self.names["prefix"]), left)
        self.add("suffix", FormField(self.tr("After the name, for example RN"), self.names["suffix"]), left)
        self.add("specialty", FormField(self.tr("S&pecialty"), self.names["specialty"]), left)
        self.add("phone", FormField(self.tr("P&hone"), self.names["phone"]), left)
        self.add("email", FormField(self.tr("E-mail"), self.names["email"]), left)
        npi = FormField(self.tr("NPI"), self.names["npi"], check=partial(npi_problem, self.names["npi"]))
        self.add("npi", npi, left)
        hint = self.tr("For example: English, Spanish")
        check = partial(languages_problem, self.languages)
        self.add("languages", FormField(self.tr("Languages"), self.languages, hint=hint, check=check), left)
        self._lay_out_right(right)
        for layout in (left, right):
            layout.addStretch(1)
            layout.setSpacing(self.context.theme.px(10))
        grid.setHorizontalSpacing(self.context.theme.px(24))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def _lay_out_right(self, right: QVBoxLayout) -> None:
        right.addWidget(self._elsewhere)
        hint = self.tr("Hours, for example 9-12, 1-5. Leave a day empty when closed.")
        self._hours_hint = Text("small", hint, wrap=True, tone="text_2")
        right.addWidget(self._hours_hint)
        for day, name in enumerate(self._day_names()):
            self.add(f"hours:{day}", FormField(name, self.hours[day], check=partial(self._check_hours, day)), right)
        self._same = Button(self.tr("Same hours Mo&nday to Friday"))
        self._same.clicked.connect(self.same_all_week)
        self.add_box(self._same, right)
        self.add("site_id", FormField(self.tr("Usual site"), self.site), right)
        self.add("room_id", FormField(self.tr("Usual room"), self.room), right)
        self.add("user_id", FormField(self.tr("Signs in as"), self.user), right)
        hint = self.tr("Only when they leave: nothing can be booked after it.")
        check = partial(day_problem, self.left_on)
        self.add("left_on", FormField(self.tr("Last day here"), self.left_on, hint=hint, check=check), right)
        self.add("note", FormField(self.tr("Note"), self.note), right)

    def _day_names(self) -> tuple[str, ...]:
        return (
            self.tr("&Monday"), self.tr("T&uesday"), self.tr("&Wednesday"), self.tr("Thu&rsday"), self.tr("Fr&iday"),
            self.tr("Saturda&y"), self.tr("Sun&day"),
        )  # fmt: skip

    @property
    def person(self) -> ClinicianRow | None:
        """The clinician chosen on top."""
        return self._people.get(self.who.currentData())

    @property
    def with_hours(self) -> bool:
        """Whether the hours can be typed here."""
        return self.person is None or self.person.weeks <= 1

    def show_clinician(self) -> None:
        """Show the clinician chosen on top."""
        person = self.person
        for name, edit in self.names.items():
            edit.setText((getattr(person, name) if person else "") or "")
        self.languages.setText(", ".join(map(self.context.formatting.language, person.languages if person else ())))
        self.left_on.set_day(person.left_on if person else None)
        self.note.setPlainText(person.note or "" if person else "")
        for box, key in ((self.user, "user_id"), (self.site, "site_id"), (self.room, "room_id")):
            box.setCurrentIndex(max(box.findData(getattr(person, key) if person else None), 0))
        for day in _DAYS:
            spans = [(starts, ends) for weekday, starts, ends in (person.hours if person else ()) if weekday == day]
            self.hours[day].setText(", ".join(f"{starts}-{ends}" for starts, ends in spans))
            self.fields[f"hours:{day}"].setVisible(self.with_hours)
        self._elsewhere.setVisible(not self.with_hours)
        self._hours_hint.setVisible(self.with_hours)
        self._same.setVisible(self.with_hours)
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
        texts = {name: typed(edit) for name, edit in self.names.items()}
        spans = tuple((day, starts, ends) for day in _DAYS for starts, ends in read_hours(self.hours[day].text()) or ())
        request = SaveClinician(
            clinician_id=self.who.currentData(), family=texts["family"] or "", given=texts["given"],
            prefix=texts["prefix"], specialty=texts["specialty"], phone=texts["phone"],
            hours=spans if self.with_hours else None, suffix=texts["suffix"], npi=texts["npi"], email=texts["email"],
            languages=self.languages.codes or (), user_id=self.user.currentData(), site_id=self.site.currentData(),
            room_id=self.room.currentData(), left_on=self.left_on.day, note=typed(self.note),
            confirmed=self.confirmed,
        )  # fmt: skip
        self.run("services.clinic_setup.save_clinician", request)

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Saved {name}.").format(name=self.names["family"].text().strip())
