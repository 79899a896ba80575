"""Add or change a barrier: what stands in the way, of what, and what would help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.concerns import AddBarrier, BarrierDraft, ChangeBarrier, PlanBarrierRow
from icm_desktop.contracts.plans import CarePlanView
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.dialogs.plan_fields import day_field
from ui.pages.care_plan_rows import CarePlanWords


class BarrierDialog(PersonForm):
    """The form of a barrier; `at` is the key of the goal or concern a new one is put under."""

    def __init__(
        self,
        context: AppContext,
        view: CarePlanView,
        at: str = "",
        row: PlanBarrierRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, view.head, "barrier" if row is None else f"barrier:{row.id}", parent)
        self._view, self._barrier, words = view, row, CarePlanWords(context)
        draft = row.draft if row else BarrierDraft("other", "")
        self.setWindowTitle(self.tr("Change barrier") if row else self.tr("New barrier"))
        self.save_button.setText(self.tr("&Save") if row else self.tr("&Add barrier"))
        example = self.tr("For example: no car, the bus comes twice a day")
        self.line("text", self.tr("&What is in the way"), draft.text, hint=example, required=True, check=self._check)
        self.line("help_text", self.tr("What would &help"), draft.help_text)
        left, right = self.columns()
        kinds = words.concerns.barrier_kinds().items()
        self.choice("kind", self.tr("&Kind"), kinds, draft.kind, left, empty=None)
        if draft.goal_id is not None:
            at = f"goal:{draft.goal_id}"
        elif draft.concern_id is not None:
            at = f"health_concern:{draft.concern_id}"
        places = [(f"health_concern:{one.id}", f"{one.number} {words.title(one)}") for one in view.concerns]
        places += [(f"goal:{one.id}", f"{one.number} {words.title(one)}") for one in view.goals]
        self.choice("at", self.tr("&Of"), places, at, right, empty=self.tr("The plan as a whole"))
        self.noticed = day_field(context, self, "noticed_on", self.tr("&Noticed on"), draft.noticed_on, left)
        if row is not None:
            states = words.concerns.barrier_statuses().items()
            self.choice("status", self.tr("Stat&us"), states, row.status, right, empty=None)
            self.line("reason", self.tr("R&eason"), None, right)
        self.sensitive = self.tick(self.tr("Sensiti&ve"), draft.sensitive)
        self.made(640, "text")

    def _check(self) -> str:
        return "" if self.text("text") else self.tr("Write what stands in the way.")

    def draft(self) -> BarrierDraft:
        """What is typed, as a request."""
        kind, _, number = (self.code("at") or "").partition(":")
        return BarrierDraft(
            kind=self.code("kind") or "other",
            text=self.text("text") or "",
            help_text=self.text("help_text"),
            goal_id=int(number) if kind == "goal" else None,
            concern_id=int(number) if kind == "health_concern" else None,
            noticed_on=self.noticed.day,
            sensitive=self.sensitive.isChecked(),
        )

    def save(self) -> None:
        row = self._barrier
        if row is None:
            self.run("services.concerns.add_barrier", AddBarrier(self._view.head.id, self.draft()))
            return
        status = self.code("status") or "active"
        change = ChangeBarrier(row.id, row.version, self.draft(), status, self.text("reason"))
        self.run("services.concerns.change_barrier", change)
