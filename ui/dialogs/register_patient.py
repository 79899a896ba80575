"""Register or correct a patient by hand: likely duplicates are shown while typing, not after."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.patients import CorrectPatient, EditablePatient, Likeness, PatientDetails, RegisterPatient
from icm_desktop.contracts.people import Colleague
from icm_desktop.errors import UserError
from icm_desktop.permissions import Role
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.register_patient_alike import AlikePanel
from ui.dialogs.register_patient_input import read_birth_date
from ui.drafts import DraftKeeper
from ui.latest import Latest
from ui.widgets.form_field import FormField

_LANGUAGES = ("en", "es", "ar", "zh", "fr", "de", "ht", "hi", "ko", "pt", "ru", "tl", "vi")
_NAMES_BEFORE = ("family", "given", "birth_date", "sex", "phone")
_TEXTS = (
    "family", "given", "prefix", "suffix", "preferred_name", "phone", "email", "best_time", "address_line", "city",
    "state", "postal_code", "contact_name", "contact_relationship", "contact_phone",
)  # fmt: skip


class RegisterPatientDialog(FormDialog):
    """The demographics form; with `editable` it corrects a patient, else it registers one."""

    def __init__(
        self,
        context: AppContext,
        start: PatientDetails,
        *,
        editable: EditablePatient | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, None, "", parent)
        self._start, self._editable = start, editable
        self._asked = Latest(context.jobs, self)
        self._colleagues_known = False
        self._left_grid, self._right_grid = QVBoxLayout(), QVBoxLayout()
        self.setWindowTitle(self.tr("Correct details") if editable else self.tr("New patient"))
        self.save_button.setText(self.tr("&Save") if editable else self.tr("&Register"))
        self.alike = AlikePanel(context)
        self._build()
        self.fill(start)
        self._wire()
        self.drafts = DraftKeeper(self, f"patient:{editable.patient_id}" if editable else "patient:new", None)
        self.fit(760)
        family = self.fields["family"].edit
        family.setFocus()
        if editable is None and isinstance(family, QLineEdit):
            family.selectAll()  # what was typed to find somebody may be in another order
            self._look_for_alike()

    def _build(self) -> None:
        columns = QGridLayout()
        columns.setHorizontalSpacing(self.context.theme.px(24))
        columns.addLayout(self._left_grid, 0, 0)
        columns.addLayout(self._right_grid, 0, 1)
        columns.setColumnStretch(0, 1)
        columns.setColumnStretch(1, 1)
        self.add_box(self.alike)
        self.column.addLayout(columns)
        self._who()
        self._reach()
        self._address()
        for layout in (self._left_grid, self._right_grid):
            layout.setSpacing(self.context.theme.px(8))
            layout.addStretch(1)

    def _line(self, name: str, label: str, to: QVBoxLayout) -> QLineEdit:
        edit = QLineEdit()
        self.add(name, FormField(label, edit), to)
        return edit

    def _who(self) -> None:
        left = self._left_grid
        family = QLineEdit()
        self.add("family", FormField(self.tr("&Family name"), family, required=True, check=self._check_family), left)
        self._line("given", self.tr("&Given names"), left)
        born = QLineEdit()
        born.setPlaceholderText(self.tr("for example 3/4/1958, or only 1958"))
        self.add("birth_date", FormField(self.tr("&Born"), born, check=self._check_birth), left)
        self.sex = QComboBox()
        for key, words in (
            ("", self.tr("Not asked")),
            ("female", self.tr("Female")),
            ("male", self.tr("Male")),
            ("other", self.tr("Other")),
            ("unknown", self.tr("Unknown")),
        ):
            self.sex.addItem(words, key)
        self.add("sex", FormField(self.tr("Se&x"), self.sex), left)
        self._line("phone", self.tr("&Phone"), left)
        self._line("preferred_name", self.tr("Preferred &name"), left)
        self._line("prefix", self.tr("&Title"), left)
        self._line("suffix", self.tr("Suff&ix"), left)
        self._line("contact_name", self.tr("C&ontact person"), left)
        self._line("contact_relationship", self.tr("Relationship"), left)
        self._line("contact_phone", self.tr("Contact's p&hone"), left)

    def _reach(self) -> None:
        right = self._right_grid
        self.language = QComboBox()
        self.language.addItem(self.tr("Not asked"), "")
        for code in _LANGUAGES:
            self.language.addItem(self.context.formatting.language(code), code)
        self.add("language", FormField(self.tr("&Language"), self.language), right)
        self.interpreter = QComboBox()
        for key, words in (("", self.tr("Not asked")), ("yes", self.tr("Yes")), ("no", self.tr("No"))):
            self.interpreter.addItem(words, key)
        self.add("interpreter_needed", FormField(self.tr("Interpreter needed"), self.interpreter), right)
        self.coordinator = QComboBox()
        self.coordinator.addItem(self.tr("Nobody yet"), None)
        self.add("coordinator_id", FormField(self.tr("Coor&dinator"), self.coordinator), right)
        self._line("best_time", self.tr("Best time to &call"), right)
        self._line("email", self.tr("E-&mail"), right)
        self.large_print = QCheckBox(self.tr("Large print on pap&er"))
        self.large_print.setMinimumHeight(self.context.theme.px(28))
        self.add_box(self.large_print, right)

    def _address(self) -> None:
        right = self._right_grid
        self._line("address_line", self.tr("&Address"), right)
        self._line("city", self.tr("Cit&y"), right)
        self._line("state", self.tr("State"), right)
        self._line("postal_code", self.tr("&ZIP code"), right)

    def _wire(self) -> None:
        for name in _NAMES_BEFORE:
            edit = self.fields[name].edit
            if isinstance(edit, QLineEdit):
                edit.editingFinished.connect(self._look_for_alike)
        self.sex.activated.connect(lambda _at: self._look_for_alike())
        self.alike.opened.connect(self._open_instead)

    # values

    def fill(self, details: PatientDetails) -> None:
        """Show these details."""
        for name in _TEXTS:
            edit = self.fields[name].edit
            if isinstance(edit, QLineEdit):
                edit.setText(getattr(details, name) or "")
        shown = self.context.formatting
        born = self.fields["birth_date"].edit
        day = details.birth_date or ""
        if isinstance(born, QLineEdit):
            born.setText(shown.partial_date(day) if len(day) >= 10 else day)
        _choose(self.sex, details.sex)
        _choose(self.language, details.language)
        _choose(self.interpreter, details.interpreter_needed)
        self.large_print.setChecked(details.large_print)
        self.context.jobs.run("queries.people.colleagues", owner=self, done=self._show_colleagues)

    def _show_colleagues(self, colleagues: tuple[Colleague, ...]) -> None:
        """Those who coordinate care; a coordinator who has another role by now stays on the list."""
        current = self._start.coordinator_id
        for one in colleagues:
            if one.role != Role.FRONT_DESK or one.id == current:
                self.coordinator.addItem(one.display_name, one.id)
        self.coordinator.setCurrentIndex(max(self.coordinator.findData(current), 0))
        self._colleagues_known = True

    def details(self) -> PatientDetails:
        """What is typed, as a request; what the form does not show stays as it was."""
        texts: dict[str, Any] = {name: self._text(name) or None for name in _TEXTS}
        family = texts.pop("family") or ""
        return replace(
            self._start,
            **texts,
            family=family,
            birth_date=read_birth_date(self._text("birth_date"), self.context.formatting.today()),
            sex=self.sex.currentData() or None,
            language=self.language.currentData() or None,
            interpreter_needed=self.interpreter.currentData() or None,
            large_print=self.large_print.isChecked(),
            coordinator_id=self.coordinator.currentData() if self._colleagues_known else self._start.coordinator_id,
        )

    def _text(self, name: str) -> str:
        edit = self.fields[name].edit
        return edit.text().strip() if isinstance(edit, QLineEdit) else ""

    def _check_family(self) -> str:
        missing = self.tr("Write the family name. If there is only one name, write it here.")
        return "" if self._text("family") else missing

    def _check_birth(self) -> str:
        typed, today = self._text("birth_date"), self.context.formatting.today()
        born = read_birth_date(typed, today)
        if typed and born is None:
            return self.tr("Enter a day or a year, for example 3/4/1958 or 1958.")
        if born is not None and born > today.isoformat():
            return self.tr("The birth date is in the future. Check the year.")
        edit = self.fields["birth_date"].edit
        if born is not None and len(born) == 10 and isinstance(edit, QLineEdit):
            edit.setText(self.context.formatting.partial_date(born))
        return ""

    # look-alikes

    def _look_for_alike(self) -> None:
        details = self.details()
        if not details.family or not (details.birth_date or details.phone or details.given):
            self.alike.show_alike(())
            return
        other_than = self._editable.patient_id if self._editable else None
        self._asked.ask(
            "queries.registration.likenesses", details, other_than, done=self._show_alike, failed=lambda _e: None
        )

    def _show_alike(self, alike: tuple[Likeness, ...]) -> None:
        self.alike.show_alike(alike, ask=self._editable is None)

    def _open_instead(self, patient_id: int) -> None:
        self.drafts.discard()
        self.reject()
        self.context.navigation.open_chart(patient_id)

    # saving

    def save(self) -> None:
        if self._editable is not None:
            request = CorrectPatient(self._editable.patient_id, self._editable.version, self.details())
            self.run("services.registration.correct", request)
            return
        self.run("services.registration.register", RegisterPatient(self.details(), self.alike.decided))

    def refused(self, error: UserError) -> None:
        found = error.params.get("likenesses")
        if error.code == "registration.likely_duplicate" and isinstance(found, tuple):
            super().refused(UserError(error.code, count=len(found)))
            self.alike.show_alike(found)
            self.area.ensureWidgetVisible(self.alike)
            self.alike.focus_decision()
            return
        super().refused(error)

    def before_close(self) -> None:
        self.drafts.discard()


def _choose(box: QComboBox, value: str | None) -> None:
    """Choose the entry with this value; a value the list does not know is added as it is."""
    place = box.findData(value or "")
    if place < 0 and value:
        box.addItem(value, value)
        place = box.count() - 1
    box.setCurrentIndex(max(place, 0))
