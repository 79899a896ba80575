"""The pane beside the care plan: everything about one goal or action, and where it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from icm_desktop.contracts.plans import PlanGoalRow
from ui.context import AppContext
from ui.pages.care_plan_rows import CarePlanWords, Row
from ui.pages.chart_words import ChartWords
from ui.widgets.action_button import ActionButton
from ui.widgets.labels import Text
from ui.widgets.sparkline import Sparkline
from ui.widgets.status_chip import StatusChip

WIDTH = 280


class PlanDetailPane(QScrollArea):
    """Shows one line of the plan."""

    def __init__(self, context: AppContext, words: CarePlanWords, actions: tuple[str, ...]) -> None:
        super().__init__()
        self._context, self._words, self._action_ids = context, words, actions
        self._facts = ChartWords(context)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Details"))
        self.clear()

    def clear(self) -> None:
        """Show a hint."""
        body, column = self._body()
        hint = self.tr("Choose a goal or an action.")
        column.addWidget(Text("body", hint, tone="text_2", wrap=True))
        column.addStretch(1)
        self.setWidget(body)

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
        if not outside:
            column.addSpacing(self._context.theme.px(8))
            for action_id in self._action_ids:
                if action_id in self._context.actions:
                    column.addWidget(ActionButton(self._context, action_id))
        column.addStretch(1)
        self.setWidget(body)

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

    def _body(self) -> tuple[QWidget, QVBoxLayout]:
        space = self._context.theme.px(10)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(self._context.theme.px(6))
        return body, column

    def _line(self, column: QVBoxLayout, words: str, tone: str = "text") -> None:
        column.addWidget(Text("body", words, tone=tone, wrap=True, selectable=True))
