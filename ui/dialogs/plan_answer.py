"""What one who was asked about a version answers: one's own answer, or one that came from outside."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_versions import AnswerVersion, SignOffRow
from icm_desktop.domain.plan_versions import ACCEPTED, NO_ANSWER, WITH_REASON
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.dialogs.plan_fields import day_field
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.labels import Text


class AnswerDialog(PersonForm):
    """A colleague with a login answers in person; of others it is written down how the answer came."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: SignOffRow, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "plan:answer", parent)
        self.asked, words = row, PlanVersionWords(context)
        self.setWindowTitle(self.tr("Answer about version {number}").format(number=number))
        about = " · ".join(part for part in (row.name, words.role(row), row.organization or "") if part)
        self.column.addWidget(Text("section", about, wrap=True))
        answers = words.answers()
        if row.inside and not row.mine:
            answers = {NO_ANSWER: answers[NO_ANSWER]}
            told = self.tr("{name} has a login here and answers in person. You can only note that no answer came.")
            self.column.addWidget(Text("small", told.format(name=row.name), tone="text_2", wrap=True))
        chosen = row.answer if row.answer in answers else next(iter(answers))
        self.choice("answer", self.tr("&Answer"), answers.items(), chosen, empty=None)
        self.line("reason", self.tr("&Reason"), row.reason, check=self._check_reason)
        if not row.inside:
            left, right = self.columns()
            self.choice("how", self.tr("&How it came"), words.ways().items(), row.how or "in_person", left, empty=None)
            self.day_box = day_field(context, self, "answered_on", self.tr("&When"), row.answered_on, right)
            who = self.tr("&Who said so, if somebody else")
            self.line("answered_by", who, row.answered_by if row.answered_by != row.name else None)
        box = self.fields["answer"].edit
        if isinstance(box, QComboBox):
            box.currentIndexChanged.connect(lambda _at: self.fields["reason"].show_problem(""))
        self.made(560, "answer", drafts=False)

    def _check_reason(self) -> str:
        if self.code("answer") in WITH_REASON and not self.text("reason"):
            return self.tr("Say why, so that the others understand it.")
        return ""

    def save(self) -> None:
        row, outside = self.asked, not self.asked.inside
        request = AnswerVersion(
            row.id, row.version, self.code("answer") or ACCEPTED, self.text("reason"),
            self.code("how") if outside else None, self.day_box.day if outside else None,
            self.text("answered_by") if outside else None,
        )  # fmt: skip
        self.run("services.plan_versions.answer", request)
