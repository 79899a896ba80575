"""Forms of the case review: what the consultant recommended, what became of it, the plan to prevent a relapse."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.case_review import (
    DONE,
    NOT_DONE,
    OPEN,
    SUPERSEDED,
    AnswerRecommendation,
    PlanForms,
    Recommend,
    RecommendationRow,
    ReviewChoices,
    SaveRelapsePlan,
)
from icm_desktop.contracts.common import PatientHead
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.set_up.form import note_box, typed
from ui.pages.case_review_words import CaseReviewWords
from ui.widgets.check_group import CheckGroup
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class RecommendDialog(FormDialog):
    """What was recommended, by whom, for whom, until when; earlier ones it takes the place of."""

    def __init__(
        self,
        context: AppContext,
        choices: ReviewChoices,
        basis: tuple[str, ...],
        earlier: tuple[RecommendationRow, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, choices.head, "", parent)
        self._words, self._choices = CaseReviewWords(context), choices
        self.setWindowTitle(self.tr("Recommendation of the psychiatric consultant"))
        self.save_button.setText(self.tr("&Save"))
        for line in basis:
            self.column.addWidget(Text("body", line, tone="text_2", wrap=True))
        self.kind, self.role, self.person = QComboBox(), QComboBox(), QComboBox()
        self.kind.addItem(self.tr("Choose…"), "")
        for code, words in choices.kinds:
            self.kind.addItem(self._words.pick(words), code)
        for code, words in choices.roles:
            self.role.addItem(self._words.pick(words), code)
        self.person.addItem(self.tr("Everybody of this role"), None)
        for one in choices.colleagues:
            self.person.addItem(one.display_name, one.id)
        self.add("kind", FormField(self.tr("&What"), self.kind, required=True, check=self._check_kind))
        self.text = note_box(context, None, 4)
        self.add("text", FormField(self.tr("In the consultant's &words"), self.text))
        self.add("to_role", FormField(self.tr("&For whom"), self.role))
        self.add("to_user_id", FormField(self.tr("&Person"), self.person))
        self.by = QLineEdit(choices.consultant)
        self.add("given_by", FormField(self.tr("&Consultant"), self.by, required=True))
        self.day, self.due = DateEdit(context, lean=Lean.PAST), DateEdit(context)
        self.day.set_day(context.formatting.today())
        self.due.set_day(context.formatting.today() + dt.timedelta(days=choices.due_days))
        self.add("given_on", FormField(self.tr("&Day"), self.day))
        self.add("due_on", FormField(self.tr("To be done &by"), self.due))
        self._earlier = CheckGroup([(str(one.id), self._told(one)) for one in earlier]) if earlier else None
        if self._earlier is not None:
            self.add("supersedes", FormField(self.tr("It takes the place &of"), self._earlier))
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.keep_draft("recommendation")
        self.fit(560)
        self.kind.setFocus()

    def _told(self, row: RecommendationRow) -> str:
        return f"{self._words.pick(row.kind_words)} ({self.context.formatting.date(row.given_on)})"

    def _check_kind(self) -> str:
        return "" if self.kind.currentData() else self.tr("Choose what was recommended.")

    def _show_kind(self) -> None:
        to_do = self.kind.currentData() not in self._choices.nothing_to_do
        for name in ("to_role", "to_user_id", "due_on"):
            self.fields[name].setVisible(to_do)
        self.make_room()

    def save(self) -> None:
        today = self.context.formatting.today()
        taken = self._earlier.chosen() if self._earlier is not None else ()
        request = Recommend(
            self._choices.head.id, str(self.kind.currentData()), typed(self.text) or "", str(self.role.currentData()),
            self.by.text(), self.day.day or today, self.due.day, self.person.currentData(),
            tuple(int(one) for one in taken),
        )  # fmt: skip
        self.run("services.case_review.recommend", request)


class AnswerDialog(FormDialog):
    """Done, not done with the reason, replaced; or open again."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        row: RecommendationRow,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        words = CaseReviewWords(context)
        self._row = row
        self.setWindowTitle(self.tr("What became of it"))
        self.save_button.setText(self.tr("&Save"))
        self.column.addWidget(Text("section", words.pick(row.kind_words), wrap=True))
        if text:
            self.column.addWidget(Text("body", text, wrap=True, selectable=True))
        self.status = QComboBox()
        for code in (DONE, NOT_DONE, SUPERSEDED) if row.status == OPEN else (OPEN,):
            self.status.addItem(words.outcome(code), code)
        self.reason = note_box(context, None, 3)
        self.add("status", FormField(self.tr("&What became of it"), self.status))
        hint = self.tr("Needed when it was not done or was replaced.")
        self.add("reason", FormField(self.tr("W&hy"), self.reason, check=self._check, hint=hint))
        self.keep_draft(f"recommendation:{row.id}")
        self.fit(520)
        self.status.setFocus()

    def _check(self) -> str:
        needed = self.status.currentData() in (NOT_DONE, SUPERSEDED)
        return self.tr("Write why it was not done.") if needed and not typed(self.reason) else ""

    def save(self) -> None:
        request = AnswerRecommendation(
            self._row.id, self._row.version, str(self.status.currentData()), typed(self.reason)
        )
        self.run("services.case_review.answer", request)


class RelapsePlanDialog(FormDialog):
    """Written together with the patient; every saving is a version that stays."""

    def __init__(self, context: AppContext, forms: PlanForms, parent: QWidget | None = None) -> None:
        super().__init__(context, forms.head, "", parent)
        self._words, self._forms = CaseReviewWords(context), forms
        last = forms.last
        title = self.tr("Relapse-prevention plan, version {number}").format(number=(last.number if last else 0) + 1)
        self.setWindowTitle(title)
        self.save_button.setText(self.tr("&Signed with the patient"))
        self.language = QComboBox()
        for code, name in (("en", self.tr("English")), ("es", self.tr("Spanish"))):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(forms.language))
        self.add("language", FormField(self.tr("&Language of the patient's words"), self.language))
        known = dict(last.words) if last else {}
        self.parts = {}
        for part, required, words, hint in forms.parts:
            box = note_box(context, known.get(part) or None, 3)
            self.parts[part] = box
            self.add(part, FormField(self._words.pick(words), box, required=required, hint=self._words.pick(hint)))
        self.check_on = DateEdit(context)
        self.check_on.set_day(forms.check_on)
        self.add("check_on", FormField(self.tr("&Next check-in"), self.check_on))
        self.by, self.how = QLineEdit(self._patient()), QComboBox()
        self.add("agreed_by", FormField(self.tr("&Agreed by"), self.by, required=True))
        for code in ("in_person", "phone", "video"):
            self.how.addItem(self._words.how(code), code)
        self.add("agreed_how", FormField(self.tr("&How"), self.how))
        self.keep_draft("relapse_plan")
        self.fit(600)
        self.parts[forms.parts[0][0]].setFocus()

    def _patient(self) -> str:
        head = self._forms.head
        return " ".join(part for part in (head.given, head.family) if part)

    def save(self) -> None:
        last = self._forms.last
        request = SaveRelapsePlan(
            self._forms.head.id, str(self.language.currentData()),
            {name: typed(box) or "" for name, box in self.parts.items()},
            self.check_on.day or self._forms.check_on, self.by.text(), str(self.how.currentData()),
            last.number if last else 0,
        )  # fmt: skip
        self.run("services.case_review.save_plan", request)
