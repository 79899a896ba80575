"""Add or change a goal: the patient's own words first, then how it is measured."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.plans import AddGoal, CarePlanView, ChangeGoal, GoalDraft, MeasureChoice, PlanGoalRow
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.goal_target import read_target, write_target
from ui.dialogs.plan_fields import OwnerBox, tick
from ui.drafts import DraftKeeper
from ui.pages.plan_words import PlanWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField

_LANGUAGES = ("en", "es")
_NEEDS_REASON = ("cancelled", "rejected")


class GoalDialog(FormDialog):
    """The form of a goal."""

    def __init__(
        self,
        context: AppContext,
        view: CarePlanView,
        measures: Sequence[MeasureChoice],
        row: PlanGoalRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, view.head, "", parent)
        self._view, self._row, self._words = view, row, PlanWords(context)
        self._draft = row.draft if row else GoalDraft(None, None)
        self.setWindowTitle(self.tr("Change goal") if row else self.tr("New goal"))
        self.save_button.setText(self.tr("&Save") if row else self.tr("&Add goal"))
        self.words = QLineEdit(self._draft.words or "")
        self.text = QLineEdit(self._draft.text or "")
        self.language = QComboBox()
        self.measure = QComboBox()
        self.target = QLineEdit(write_target(self._draft))
        self.due = DateEdit(context)
        self.due.set_day(self._draft.due_on)
        self.owner = OwnerBox(self._words, view.owners, self._draft.owner)
        self.status, self.achievement, self.reason = QComboBox(), QComboBox(), QLineEdit()
        self._fill_choices(measures)
        self._build()
        self.drafts = DraftKeeper(self, f"goal:{row.id}" if row else "goal:new", view.head.id)
        self.fit(660)
        self.words.setFocus()

    def _fill_choices(self, measures: Sequence[MeasureChoice]) -> None:
        spoken = (self._draft.words_language or self._view.language or "en").split("-")[0]
        for code in dict.fromkeys((*_LANGUAGES, spoken)):
            self.language.addItem(self.context.formatting.language(code), code)
        self.language.setCurrentIndex(self.language.findData(spoken))
        self.measure.addItem(self.tr("Not measured"), None)
        current = self._draft.measure_code
        for one in measures:
            # A goal keeps the very code it came with when that code means the chosen measurement.
            self.measure.addItem(one.name, current if current in one.codes else one.codes[0])
        if current and self.measure.findData(current) < 0:
            self.measure.addItem(current, current)
        self.measure.setCurrentIndex(max(self.measure.findData(current), 0))
        for status, words in self._words.statuses().items():
            self.status.addItem(words, status)
        self.status.setCurrentIndex(max(self.status.findData(self._row.status if self._row else "active"), 0))
        self.achievement.addItem(self.tr("Not judged"), None)
        for achieved, words in self._words.achievements().items():
            self.achievement.addItem(words, achieved)
        self.achievement.setCurrentIndex(
            max(self.achievement.findData(self._row.achievement if self._row else None), 0)
        )

    def _build(self) -> None:
        own = self.tr("As the patient says it: walk to church without stopping")
        self.add("words", FormField(self.tr("In the patient's own &words"), self.words, hint=own, check=self._check))
        self.add("text", FormField(self.tr("&Clinical goal"), self.text))
        grid, left, right = QGridLayout(), QVBoxLayout(), QVBoxLayout()
        grid.setHorizontalSpacing(self.context.theme.px(24))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.add("measure_code", FormField(self.tr("&Measured by"), self.measure), left)
        example = self.tr("for example < 8 % or 120-135 mm Hg")
        self.add("target_value", FormField(self.tr("&Target"), self.target, hint=example), right)
        self.add("owner", FormField(self.tr("&Owner"), self.owner), left)
        self.add("due_on", FormField(self.tr("&Due"), self.due, check=self._check_due), right)
        self.add("words_language", FormField(self.tr("Patient's words are &in"), self.language), left)
        if self._row is not None:
            self.add("status", FormField(self.tr("Stat&us"), self.status), right)
            self.add("achievement", FormField(self.tr("&How it goes"), self.achievement), left)
            self.add("reason", FormField(self.tr("&Reason"), self.reason, check=self._check_reason), right)
        for layout in (left, right):
            layout.setSpacing(self.context.theme.px(8))
            layout.addStretch(1)
        self.column.addLayout(grid)
        self.on_handout = tick(self.context, self.tr("On the &patient's page"), self._draft.on_handout)
        self.sensitive = tick(self.context, self.tr("Sensiti&ve: not for front desk"), self._draft.sensitive)
        self.add_box(self.on_handout)
        self.add_box(self.sensitive)

    def _check(self) -> str:
        if self.words.text().strip() or self.text.text().strip():
            return ""
        return self.tr("Write the goal in the patient's words, or the clinical goal.")

    def _check_due(self) -> str:
        return "" if self.due.understood else self.tr("Enter a day, for example 3m or 2 sep.")

    def _check_reason(self) -> str:
        ended = self._row is not None and self.status.currentData() != self._row.status
        if ended and self.status.currentData() in _NEEDS_REASON and not self.reason.text().strip():
            return self.tr("Say why it ends.")
        return ""

    def draft(self) -> GoalDraft:
        """What is typed, as a request."""
        target = read_target(self.target.text())
        words = self.words.text().strip() or None
        return GoalDraft(
            words=words,
            text=self.text.text().strip() or None,
            words_language=self.language.currentData() if words else None,
            measure_code=self.measure.currentData(),
            target_comparator=target.comparator,
            target_value=target.value,
            target_low=target.low,
            target_high=target.high,
            target_unit=target.unit,
            target_text=target.text,
            due_on=self.due.day,
            owner=self.owner.owner,
            on_handout=self.on_handout.isChecked(),
            sensitive=self.sensitive.isChecked(),
        )

    def save(self) -> None:
        if self._row is None:
            self.run("services.care_plans.add_goal", AddGoal(self._view.head.id, self.draft()))
            return
        request = ChangeGoal(
            self._row.id, self._row.version, self.draft(), str(self.status.currentData()),
            self.achievement.currentData(), self.reason.text().strip() or None,
        )  # fmt: skip
        self.run("services.care_plans.change_goal", request)

    def before_close(self) -> None:
        self.drafts.discard()
