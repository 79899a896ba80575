"""The pane beside the care plan: everything about one line of it, and where it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from icm_desktop.contracts.concerns import PlanBarrierRow, PlanConcernRow
from icm_desktop.contracts.plans import PlanActionRow, PlanGoalRow
from icm_desktop.domain.conflicts.states import RESOLVED
from icm_desktop.domain.units import number_text, unit_text
from ui.context import AppContext
from ui.pages.care_plan_rows import CarePlanWords, Row, due_of, on_page, owner_of
from ui.pages.chart_words import ChartWords
from ui.widgets.action_button import ActionButton
from ui.widgets.detail_pane import DetailPane
from ui.widgets.labels import Text
from ui.widgets.sparkline import Sparkline
from ui.widgets.status_chip import StatusChip


class PlanDetailPane(DetailPane):
    """Shows one line of the plan; `actions` are for our own lines, `acts` for those from elsewhere too."""

    def __init__(
        self, context: AppContext, words: CarePlanWords, actions: tuple[str, ...], acts: tuple[str, ...]
    ) -> None:
        super().__init__(context, self.tr("Choose a line of the plan."))
        self._words, self._action_ids, self._act_ids = words, actions, acts
        self._facts = ChartWords(context)
        self.clear()

    def show_row(self, row: Row, *, outside: bool) -> None:
        """Show a line; those from elsewhere have no buttons."""
        body, column = self._body()
        self._line(column, self._words.kind(row), tone="text_2")
        column.addWidget(Text("section", self._words.title(row), wrap=True, selectable=True))
        chip = self._words.chip(row)
        column.addWidget(StatusChip(chip.level, chip.word), 0, Qt.AlignmentFlag.AlignLeft)
        if isinstance(row, PlanGoalRow):
            self._goal(column, row)
        elif isinstance(row, PlanConcernRow):
            self._concern(column, row)
        elif isinstance(row, PlanBarrierRow):
            self._barrier(column, row)
        else:
            self._action(column, row)
        self._facts_of(column, row, outside=outside)
        column.addSpacing(self._context.theme.px(8))
        for action_id in self._act_ids if outside else (*self._action_ids, *self._act_ids):
            if action_id in self._context.actions:
                column.addWidget(ActionButton(self._context, action_id))
        self._put(body, column)

    def _conflict(self, column: QVBoxLayout, row: PlanGoalRow) -> None:
        """That the goal contradicts others, and what holds instead once somebody decided."""
        if row.conflict is None:
            return
        words, found = self._words.conflicts, row.conflict
        about = words.pick(found.told.title)
        if found.state == RESOLVED:
            self._line(column, self.tr("Decided ({about}):").format(about=about), tone="text_2")
        else:
            self._line(column, self.tr("{about}: nobody has decided yet; the patient's page says to ask us.").format(
                about=about))  # fmt: skip
        for part in words.decided(found) if found.state == RESOLVED else words.others(found, row.id):
            self._line(column, part)

    def _goal(self, column: QVBoxLayout, row: PlanGoalRow) -> None:
        self._conflict(column, row)
        draft = row.draft
        if draft.words and draft.text:
            self._line(column, draft.text)
        if row.target:
            self._line(column, self.tr("Target: {target}").format(target=row.target))
        if draft.baseline_value is not None:
            stood = f"{number_text(draft.baseline_value)} {unit_text(draft.target_unit) or ''}".strip()
            day = self._context.formatting.date(draft.baseline_on)
            told = self.tr("At the start: {value} ({date})") if day else self.tr("At the start: {value}")
            self._line(column, told.format(value=stood, date=day))
        if row.last is not None:
            self._line(column, self.tr("Last: {value}").format(value=self._facts.progress(row.last, None)))
        if len(row.trend) > 1:
            spoken = self._facts.trend_spoken(self._words.title(row), row.trend)
            column.addWidget(Sparkline([point.value for point in row.trend], spoken), 0, Qt.AlignmentFlag.AlignLeft)
        self._priority(column, draft.priority)
        if draft.confidence is not None:
            self._line(column, self.tr("How sure the patient is: {sure} of 10").format(sure=draft.confidence))

    def _concern(self, column: QVBoxLayout, row: PlanConcernRow) -> None:
        if row.problem:
            self._line(column, self.tr("On the problem list: {problem}").format(problem=row.problem))
        self._priority(column, row.draft.priority)
        if row.draft.note:
            self._line(column, row.draft.note)
        self._noticed(column, row)

    def _barrier(self, column: QVBoxLayout, row: PlanBarrierRow) -> None:
        if row.draft.help_text:
            self._line(column, self.tr("What would help: {text}").format(text=row.draft.help_text))
        self._noticed(column, row)

    def _action(self, column: QVBoxLayout, row: PlanActionRow) -> None:
        for code, words in row.draft.patient_words:
            language = self._context.formatting.language(code)
            self._line(column, self.tr("Patient reads ({language}): {words}").format(language=language, words=words))

    def _priority(self, column: QVBoxLayout, priority: str | None) -> None:
        if priority:
            said = self._words.concerns.priorities().get(priority, priority)
            self._line(column, self.tr("Priority: {priority}").format(priority=said))

    def _noticed(self, column: QVBoxLayout, row: PlanConcernRow | PlanBarrierRow) -> None:
        if row.draft.noticed_on is not None:
            day = self._context.formatting.date(row.draft.noticed_on)
            self._line(column, self.tr("Noticed: {date}").format(date=day))

    def _facts_of(self, column: QVBoxLayout, row: Row, *, outside: bool) -> None:
        shown, owner, due, page = self._context.formatting, owner_of(row), due_of(row), on_page(row)
        if owner is not None:
            self._line(column, self.tr("Owner: {name}").format(name=self._words.plan.owner_long(owner)))
        if due is not None:
            day = f"{shown.weekday_date(due)} ({shown.relative(due)})"
            self._line(column, self.tr("Due: {date}").format(date=day))
        if page is not None and not outside:
            self._line(column, self.tr("On the patient's page") if page else self.tr("Not on the patient's page"))
        if row.draft.sensitive:
            self._line(column, self.tr("Sensitive: not for front desk"))
        origin = self._facts.origin(row.provenance) if isinstance(row, PlanGoalRow | PlanActionRow) else ""
        if origin:
            self._line(column, self.tr("From: {origin}").format(origin=origin), tone="text_2")
        if row.updated_at is not None and row.version > 1:
            day = shown.date_time(row.updated_at)
            self._line(column, self.tr("Changed here: {date}").format(date=day), tone="text_2")
