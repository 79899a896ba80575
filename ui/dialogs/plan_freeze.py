"""Put the plan as it is to the team and the patient: who signs, at which risk, what is new."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.plan_sheet import PlanReview
from icm_desktop.contracts.plan_versions import FreezePlan, Signer, VersionsView
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.person_form import PersonForm
from ui.dialogs.plan_fields import day_field
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.labels import Text


class FreezeDialog(PersonForm):
    """The patient is always asked; the team and whoever has open work on the plan are ticked."""

    def __init__(
        self, context: AppContext, view: VersionsView, review: PlanReview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, view.head, "plan:freeze", parent)
        self._view = view
        number = max((row.number for row in view.versions), default=0) + 1
        self.setWindowTitle(self.tr("Version {number} for sign-off").format(number=number))
        self.save_button.setText(self.tr("&Ask for sign-off"))
        told = self.tr("The plan is kept as it is now. The patient is always asked, and these members:")
        self.column.addWidget(Text("body", told, wrap=True))
        self._signers = {str(place): one for place, one in enumerate(view.signers)}
        choices = [(key, self._name(one)) for key, one in self._signers.items()]
        usual = [key for key, one in self._signers.items() if one.usual]
        usual = usual or [key for key, one in self._signers.items() if self._is_me(one)]
        self.checks("asked", self.tr("Who &signs"), choices, usual, columns=2)
        words = PlanVersionWords(context)
        left, right = self.columns()
        risks = [(code, words.risks().get(code, code)) for code, _ in review.levels]
        self.choice("risk", self.tr("&Risk"), risks, review.risk or "medium", left, empty=None)
        self.due = day_field(
            context, self, "review_due", self.tr("&Next review, if sooner"), None, right, lean=Lean.FUTURE
        )
        self.line("reason", self.tr("&What is new"), None)
        self.made(640, "asked", drafts=False)

    def _is_me(self, one: Signer) -> bool:
        return one.who.kind is OwnerKind.USER and one.who.id == self.context.session.user_id

    def _name(self, one: Signer) -> str:
        where = one.who.organization or ("" if one.who.kind is OwnerKind.USER else self.tr("outside"))
        about = ", ".join(part for part in (PlanVersionWords.role(one), where) if part)
        return f"{one.who.name} ({about})" if about else one.who.name

    def save(self) -> None:
        newest = self._view.newest
        request = FreezePlan(
            self._view.head.id, newest.id if newest else None,
            tuple(self._signers[key] for key in self.codes("asked")), self.code("risk") or "medium", self.due.day,
            self.text("reason"),
        )  # fmt: skip
        self.run("services.plan_versions.freeze", request)
