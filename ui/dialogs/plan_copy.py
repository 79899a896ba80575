"""Who received a version of the plan, how and when."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_versions import GiveCopy, VersionRow
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.dialogs.plan_fields import day_field
from ui.pages.plan_version_words import PlanVersionWords


class CopyDialog(PersonForm):
    """For the patient the name is filled in."""

    def __init__(
        self, context: AppContext, head: PatientHead, version: VersionRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "plan:copy", parent)
        self._version, words = version, PlanVersionWords(context)
        self._patient = context.formatting.name(head)
        self.setWindowTitle(self.tr("Copy of version {number}").format(number=version.number))
        self.save_button.setText(self.tr("&Record copy"))
        left, right = self.columns()
        self.choice("to_kind", self.tr("&To"), words.receivers().items(), "patient", left, empty=None)
        self.line("to_name", self.tr("&Name"), self._patient, right, check=self._check_name)
        self.choice("how", self.tr("&How"), words.copy_ways().items(), "paper", left, empty=None)
        self.line("to_organization", self.tr("&Organization"), None, right)
        self.given = day_field(context, self, "given_on", self.tr("&When, if not today"), None, left)
        self.line("note", self.tr("N&ote"), None, right)
        self.without = self.tick(self.tr("Without &sensitive lines"), False)
        box = self.fields["to_kind"].edit
        if isinstance(box, QComboBox):
            box.currentIndexChanged.connect(lambda _at: self._kind_changed())
        self.made(620, "to_kind", drafts=False)

    def _kind_changed(self) -> None:
        edit = self.fields["to_name"].edit
        is_patient = self.code("to_kind") == "patient"
        if is_patient or self.text("to_name") == self._patient:
            edit.setText(self._patient if is_patient else "")  # type: ignore[attr-defined]  # a line of text

    def _check_name(self) -> str:
        return "" if self.text("to_name") else self.tr("Write who received it.")

    def save(self) -> None:
        request = GiveCopy(
            self._version.id, self.code("to_kind") or "patient", self.text("to_name") or "", self.code("how") or "",
            self.text("to_organization"), self.given.day, self.without.isChecked(), self.text("note"),
        )  # fmt: skip
        self.run("services.plan_versions.give_copy", request)
