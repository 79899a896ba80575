"""Days the practice, or one site, is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.set_up import ClosureRow, Places, SaveClosure
from ui.context import AppContext
from ui.dialogs.set_up.days import day_problem, last_day_problem
from ui.dialogs.set_up.form import SetUpForm, choices
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField


class ClosureDialog(SetUpForm):
    """Why, from when to when, and where."""

    def __init__(
        self, context: AppContext, closure: ClosureRow | None, places: Places, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", parent)
        self._verb = self.tr("&Save")
        self.save_button.setText(self._verb)
        self.setWindowTitle(self.tr("Change closed days") if closure else self.tr("Add closed days"))
        self.closure = closure
        self.name = QLineEdit(closure.name if closure else "")
        self.first, self.last = DateEdit(context), DateEdit(context)
        self.where = choices(
            QComboBox(), self.tr("The whole practice"), places.sites, closure.site_id if closure else None
        )
        if closure is not None:
            self.first.set_day(closure.starts_on)
            self.last.set_day(closure.ends_on)
        hint = self.tr("For example: staff training, summer holidays")
        self.add("name", FormField(self.tr("&Why"), self.name, required=True, hint=hint, check=self._check_name))
        self.add("starts_on", FormField(self.tr("&First day"), self.first, required=True, check=self._check_first))
        last = FormField(self.tr("&Last day"), self.last, hint=self.tr("Empty: one day only."), check=self._check_last)
        self.add("ends_on", last)
        self.add("site_id", FormField(self.tr("W&here"), self.where))
        self.fields["site_id"].setVisible(bool(places.sites))
        self.keep_draft(f"closure:{closure.id}" if closure else "closure:new")
        self.fit(480)
        self.watch()
        self.name.setFocus()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write why it is closed.")

    def _check_first(self) -> str:
        return day_problem(self.first, required=True)

    def _check_last(self) -> str:
        return last_day_problem(self.first, self.last)

    def save(self) -> None:
        first = self.first.day
        if first is None:
            return
        request = SaveClosure(
            closure_id=self.closure.id if self.closure else None,
            expected_version=self.closure.version if self.closure else 0,
            name=self.name.text(),
            starts_on=first,
            ends_on=self.last.day or first,
            site_id=self.where.currentData(),
            confirmed=self.confirmed,
        )
        self.run("services.closures.save_closure", request)
