"""A named person of the practice stands for shipped content."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.content import ConfirmContent, ContentRow
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.set_up.form import SetUpForm, note_box, typed
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class ConfirmContentDialog(SetUpForm):
    """Who has read it, in which role, when."""

    def __init__(self, context: AppContext, row: ContentRow, title: str, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.row = row
        self.setWindowTitle(self.tr("Confirm content"))
        self.save_button.setText(self.tr("&Confirm"))
        self.column.addWidget(Text("section", title, wrap=True))
        told = self.tr(
            "Whoever confirms has read all of it and stands for it in this practice. "
            "It counts until the content changes."
        )
        self.column.addWidget(Text("body", told, wrap=True, tone="text_2"))
        self.who, self.role = QLineEdit(), QLineEdit()
        self.day = DateEdit(context, lean=Lean.PAST)
        self.day.set_day(context.formatting.today())
        self.note = note_box(context, None, 2)
        who = FormField(self.tr("&Who confirms it"), self.who, required=True, check=self._check_who)
        self.add("confirmed_by", who)
        hint = self.tr("For example: medical director, medical interpreter")
        self.add("confirmed_role", FormField(self.tr("&Role"), self.role, hint=hint))
        self.add("confirmed_on", FormField(self.tr("&When"), self.day, check=self._check_day))
        self.add("note", FormField(self.tr("&Note"), self.note))
        self.keep_draft(f"confirm:{row.kind}:{row.id}")
        self.fit(520)
        self.who.setFocus()

    def _check_who(self) -> str:
        return "" if self.who.text().strip() else self.tr("Write who confirms it: a person, by name.")

    def _check_day(self) -> str:
        day = self.day.day
        if day is None:
            return self.tr("Enter a day, for example fri, +2w or 14 jul.")
        return self.tr("This day has not come yet.") if day > self.context.formatting.today() else ""

    def save(self) -> None:
        request = ConfirmContent(
            self.row.kind, self.row.id, self.row.digest, self.who.text(), typed(self.role), self.day.day,
            typed(self.note),
        )  # fmt: skip
        self.run("services.content.confirm", request)
