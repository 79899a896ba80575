"""Add or change a goal: the patient's own words first, then how it is measured."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.conflicts import ProposedChange, ProposedGoal
from icm_desktop.contracts.plans import AddGoal, CarePlanView, ChangeGoal, GoalDraft, MeasureChoice, PlanGoalRow
from ui.context import AppContext
from ui.dialogs.conflict_interrupt import Answers, conflict_interrupt
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.goal_target import number, read_target, write_target
from ui.dialogs.plan_fields import OwnerBox, day_field, tick
from ui.dialogs.plan_leftovers import LeftoversDialog
from ui.drafts import DraftKeeper
from ui.pages.care_plan_requests import Asked, Leftovers
from ui.pages.care_plan_rows import open_work
from ui.pages.concern_words import ConcernWords
from ui.pages.plan_words import PlanWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField

_LANGUAGES = ("en", "es")
_NEEDS_REASON = ("cancelled", "rejected")
_GOES_ON = ("proposed", "planned", "accepted", "active")


class GoalDialog(FormDialog):
    """The form of a goal."""

    def __init__(
        self,
        context: AppContext,
        view: CarePlanView,
        measures: Sequence[MeasureChoice],
        row: PlanGoalRow | None = None,
        parent: QWidget | None = None,
        concern_id: int | None = None,
    ) -> None:
        super().__init__(context, view.head, "", parent)
        self._view, self._row, self._words = view, row, PlanWords(context)
        self._answers: Answers = ()
        self._draft = row.draft if row else GoalDraft(None, None, concern_id=concern_id)
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
        self.concern, self.priority, self.confidence = QComboBox(), QComboBox(), QComboBox()
        self.baseline = QLineEdit("" if self._draft.baseline_value is None else f"{self._draft.baseline_value:g}")
        self._fill_choices(measures)
        self._fill_place()
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

    def _fill_place(self) -> None:
        """For which concern, how important, and how sure the patient is."""
        words = ConcernWords()
        self.concern.addItem(self.tr("No concern"), None)
        for row in self._view.concerns:
            self.concern.addItem(f"{row.number} {words.concern_title(row)}", row.id)
        self.concern.setCurrentIndex(max(self.concern.findData(self._draft.concern_id), 0))
        self.priority.addItem(self.tr("Not set"), None)
        for code, said in words.priorities().items():
            self.priority.addItem(said, code)
        if self._draft.priority and self.priority.findData(self._draft.priority) < 0:
            self.priority.addItem(self._draft.priority, self._draft.priority)
        self.priority.setCurrentIndex(max(self.priority.findData(self._draft.priority), 0))
        self.confidence.addItem(self.tr("Not asked"), None)
        for sure in range(11):
            told = {0: self.tr("0, not at all"), 10: self.tr("10, wholly sure")}.get(sure, str(sure))
            self.confidence.addItem(told, sure)
        self.confidence.setCurrentIndex(max(self.confidence.findData(self._draft.confidence), 0))

    def _build(self) -> None:
        own = self.tr("As the patient says it: walk to church without stopping")
        self.add("words", FormField(self.tr("In the patient's own &words"), self.words, hint=own, check=self._check))
        self.add("text", FormField(self.tr("&Clinical goal"), self.text))
        if self._view.concerns:
            self.add("concern_id", FormField(self.tr("&For concern"), self.concern))
        left, right = QVBoxLayout(), QVBoxLayout()
        self.add("measure_code", FormField(self.tr("&Measured by"), self.measure), left)
        example = self.tr("for example < 8 % or 120-135 mm Hg")
        self.add("target_value", FormField(self.tr("&Target"), self.target, hint=example), right)
        stood = self.tr("Where it stood at the &start")
        self.add("baseline_value", FormField(stood, self.baseline, check=self._check_baseline), left)
        self.baseline_on = day_field(self.context, self, "baseline_on", self.tr("On"), self._draft.baseline_on, right)
        self.add("owner", FormField(self.tr("&Owner"), self.owner), left)
        self.add("due_on", FormField(self.tr("&Due"), self.due, check=self._check_due), right)
        self.add("priority", FormField(self.tr("P&riority"), self.priority), left)
        self.add("confidence", FormField(self.tr("How sure the patient is, 0 to 10"), self.confidence), right)
        self.add("words_language", FormField(self.tr("Patient's words are &in"), self.language), left)
        if self._row is not None:
            self.add("status", FormField(self.tr("Stat&us"), self.status), right)
            self.add("achievement", FormField(self.tr("&How it goes"), self.achievement), left)
            self.add("reason", FormField(self.tr("&Reason"), self.reason, check=self._check_reason), right)
        left.addStretch(1)
        right.addStretch(1)
        self.put_side_by_side(left, right, gap=8)
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

    def _check_baseline(self) -> str:
        typed = self.baseline.text().strip()
        return self.tr("Write it as a number, for example 8.1.") if typed and number(typed) is None else ""

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
            concern_id=self.concern.currentData(),
            priority=self.priority.currentData(),
            baseline_value=number(self.baseline.text()),
            baseline_on=self.baseline_on.day,
            confidence=self.confidence.currentData(),
        )

    def save(self) -> None:
        self.set_busy(True)
        change = ProposedChange(self._view.head.id, goals=(self._proposed(),))
        conflict_interrupt(self.context, self, change, self._save_answered, lambda: self.set_busy(False))

    def _save_answered(self, answers: Answers) -> None:
        self.set_busy(False)
        self._answers = answers
        if self._row is None:
            self.run("services.care_plans.add_goal", AddGoal(self._view.head.id, self.draft(), answers))
            return
        work, reason = open_work(self._view, self._row), self.reason.text().strip() or None
        if work and self._touches_work(self._row):
            verb = self.tr("&Save goal")
            asking = LeftoversDialog(self.context, self._view, work, self._change, verb, self, reason)
            asking.saved.connect(self._done)
            asking.open()
            return
        self.run(*self._change((), reason))

    def _proposed(self) -> ProposedGoal:
        """What the rules check before it is saved."""
        goal, row = self.draft(), self._row
        value, sign = goal.target_value, goal.target_comparator or ""
        low = value if value is not None and not sign.startswith("<") else goal.target_low
        high = value if value is not None and not sign.startswith(">") else goal.target_high
        words = " ".join(filter(None, (goal.text, goal.words, goal.target_text)))
        return ProposedGoal(words, goal.measure_code, low, high, goal.target_unit, goal_id=row.id if row else None)

    def _touches_work(self, row: PlanGoalRow) -> bool:
        """Another target, or a goal that ends or rests, may leave its work without sense; other words do not."""
        status = str(self.status.currentData())
        rests = status not in _GOES_ON and status != row.status
        aims = (self.measure.currentData(), self.target.text()) != (row.draft.measure_code, write_target(row.draft))
        return rests or aims

    def _change(self, leftovers: Leftovers, reason: str | None) -> Asked:
        assert self._row is not None  # noqa: S101  only a stored goal is changed
        request = ChangeGoal(
            self._row.id, self._row.version, self.draft(), str(self.status.currentData()),
            self.achievement.currentData(), reason, leftovers, self._answers,
        )  # fmt: skip
        return "services.care_plans.change_goal", request

    def before_close(self) -> None:
        self.drafts.discard()
