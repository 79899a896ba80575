"""What is done in a case review, from the caseload and from a chart: recommend, answer, write the plan, print."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.case_review import (
    PlanForms,
    PrintPlan,
    PrintReview,
    RecommendationRow,
    ReviewChoices,
    ReviewRow,
)
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.day_sheets import SheetMade
from ui.context import AppContext
from ui.dialogs.case_review import AnswerDialog, RecommendDialog, RelapsePlanDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.relapse_plan_page import RelapsePlanPage
from ui.dialogs.sheet_preview import show_sheet
from ui.pages.case_review_words import CaseReviewWords


class CaseReviewActs:
    """Asks what a form needs, opens it, and tells what was saved."""

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        self._context, self._owner = context, owner
        self._words = CaseReviewWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("CaseReviewActs", text, note, number)

    def recommend(self, row: ReviewRow) -> None:
        """Record what the consultant recommends for a patient."""

        def opened(choices: ReviewChoices) -> None:
            basis = tuple(self._words.sum(one) for one in row.standings if one.course is not None)
            dialog = RecommendDialog(self._context, choices, basis, row.open, self._owner.window())
            self._open(dialog, self.tr("Recommendation saved."), self.tr("recommendation"))

        self._ask("services.case_review.choices", row.head.id, opened)

    def answer(self, head: PatientHead, row: RecommendationRow, text: str) -> None:
        """Say what became of a recommendation."""
        dialog = AnswerDialog(self._context, head, row, text, self._owner.window())
        self._open(dialog, self.tr("Answer saved."), self.tr("recommendation"))

    def write_plan(self, patient_id: int) -> None:
        """Write the plan to prevent a relapse, or its next version."""

        def opened(forms: PlanForms) -> None:
            dialog = RelapsePlanDialog(self._context, forms, self._owner.window())
            self._open(dialog, self.tr("Plan saved."), self.tr("relapse-prevention plan"))

        self._ask("services.case_review.read_plan", patient_id, opened)

    def print_plan(self, head: PatientHead, plan_id: int, language: str) -> None:
        """The plan as a page for the patient."""
        RelapsePlanPage(self._context, head, PrintPlan(plan_id, language), self._owner.window()).open()

    def print_review(self, patient_ids: Sequence[int]) -> None:
        """The sheet for the meeting with the consultant."""
        title = self.tr("Case review")

        def show(made: SheetMade) -> None:
            show_sheet(self._context, made, self._owner.window(), title=title, name="icm-case-review")

        request = PrintReview(tuple(patient_ids), self._words.language())
        self._ask("services.case_review_papers.review_sheet", request, show)

    def _ask(self, name: str, asked: object, done: Callable[..., None]) -> None:
        self._context.jobs.run(name, asked, owner=self._owner, done=done, failed=self._context.feedback.refuse)

    def _open(self, dialog: FormDialog, told: str, name: str) -> None:
        family = dialog.head.family.upper() if dialog.head is not None else ""
        about = f"{name}, {family}"
        dialog.saved.connect(lambda saved: self._context.feedback.done(told, about, saved.changes))
        dialog.open()
