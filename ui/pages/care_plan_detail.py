"""The pane beside the care plan: everything about one goal or action, and where it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from icm_desktop.contracts.plans import PlanGoalRow
from ui.context import AppContext
from ui.pages.care_plan_rows import CarePlanWords, Row
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
        super().__init__(context, self.tr("Choose a goal or an action."))
        self._words, self._action_ids, self._act_ids = words, actions, acts
        self._facts = ChartWords(context)
        self.clear()

    def show_row(self, row: Row, *, outside: bool) -> None:
        """Show a line; those from elsewhere have no buttons."""
        body, column = self._body()
        kind = self.tr("Goal {number}") if isinstance(row, PlanGoalRow) else self.tr("Action {number}")
        self._line(column, kind.format(number=row.number), tone="text_2")
        column.addWidget(Text("section", self._words.title(row), wrap=True, selectable=True))
        chip = self._words.chip(row)
        column.addWidget(StatusChip(chip.level, chip.word), 0, Qt.AlignmentFlag.AlignLeft)
        if isinstance(row, PlanGoalRow):
            self._goal(column, row)
        else:
            for code, words in row.draft.patient_words:
                language = self._context.formatting.language(code)
                self._line(
                    column, self.tr("Patient reads ({language}): {words}").format(language=language, words=words)
                )
        self._facts_of(column, row, outside=outside)
        column.addSpacing(self._context.theme.px(8))
        for action_id in self._act_ids if outside else (*self._action_ids, *self._act_ids):
            if action_id in self._context.actions:
                column.addWidget(ActionButton(self._context, action_id))
        self._put(body, column)

    def _goal(self, column: QVBoxLayout, row: PlanGoalRow) -> None:
        if row.draft.words and row.draft.text:
            self._line(column, row.draft.text)
        if row.target:
            self._line(column, self.tr("Target: {target}").format(target=row.target))
        if row.last is not None:
            self._line(column, self.tr("Last: {value}").format(value=self._facts.progress(row.last, None)))
        if len(row.trend) > 1:
            spoken = self._facts.trend_spoken(self._words.title(row), row.trend)
            column.addWidget(Sparkline([point.value for point in row.trend], spoken), 0, Qt.AlignmentFlag.AlignLeft)

    def _facts_of(self, column: QVBoxLayout, row: Row, *, outside: bool) -> None:
        shown, draft = self._context.formatting, row.draft
        if draft.owner is not None:
            self._line(column, self.tr("Owner: {name}").format(name=self._words.plan.owner_long(draft.owner)))
        if draft.due_on is not None:
            day = f"{shown.weekday_date(draft.due_on)} ({shown.relative(draft.due_on)})"
            self._line(column, self.tr("Due: {date}").format(date=day))
        page = self.tr("On the patient's page") if draft.on_handout else self.tr("Not on the patient's page")
        if not outside:
            self._line(column, page)
        if draft.sensitive:
            self._line(column, self.tr("Sensitive: not for front desk"))
        origin = self._facts.origin(row.provenance)
        if origin:
            self._line(column, self.tr("From: {origin}").format(origin=origin), tone="text_2")
        if row.updated_at is not None and row.version > 1:
            day = shown.date_time(row.updated_at)
            self._line(column, self.tr("Changed here: {date}").format(date=day), tone="text_2")
