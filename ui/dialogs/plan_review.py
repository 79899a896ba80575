"""How often the plan is reviewed, and when next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_sheet import PlanReview, SetReview
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.person_form import PersonForm
from ui.dialogs.plan_fields import day_field
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.labels import Text


class PlanReviewDialog(PersonForm):
    """Without a day of its own the next review comes by the risk."""

    def __init__(
        self, context: AppContext, head: PatientHead, review: PlanReview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "plan:review", parent)
        self._review = review
        self.setWindowTitle(self.tr("Review of the plan"))
        words, shown = PlanVersionWords(context), context.formatting
        if review.reviewed_on is not None:
            last = self.tr("Reviewed last on {date}.").format(date=shown.date(review.reviewed_on))
            self.column.addWidget(Text("body", last, tone="text_2"))
        levels = [
            (code, self.tr("{risk}: every %n month(s)", "", months).format(risk=words.risks().get(code, code)))
            for code, months in review.levels
        ]
        self.choice("risk", self.tr("&Risk"), levels, review.risk or "medium", empty=None)
        self.reviewed = self.tick(self.tr("Reviewed &today, nothing to change"), False)
        self.due = day_field(context, self, "review_due", self.tr("&Next review, if sooner"), None, lean=Lean.FUTURE)
        if not review.confirmed:
            told = self.tr("These intervals are a proposal the practice has not confirmed.")
            self.column.addWidget(Text("small", told, tone="text_2", wrap=True))
        self.made(520, "risk", drafts=False)

    def save(self) -> None:
        request = SetReview(
            self.row.patient_id, self._review.version, self.code("risk") or "medium", self.due.day,
            self.reviewed.isChecked(),
        )  # fmt: skip
        self.run("services.plan_parts.set_review", request)
