"""The pane beside the worklist: who, how to reach them, what was tried, what comes next, and what to press."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.worklist import WorkDetail, WorkRow
from ui.context import AppContext
from ui.pages.today_rows import TodayWords
from ui.widgets.action_button import ActionButton
from ui.widgets.banner import paint_ground
from ui.widgets.call_rules import CallRulesBox
from ui.widgets.detail_pane import DetailPane
from ui.widgets.labels import Text

SHARE, LEAST = 32, 250  # percent of the width, pixels at the usual text size


class PaneHead(QWidget):
    """Who the pane is about, in two lines that fit its width."""

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._deceased = context, head.deceased
        shown, space = context.formatting, context.theme.px(8)
        born, age = shown.partial_date(head.birth_date), shown.age(head.birth_date)
        facts = [f"{born} ({age})" if age else born, shown.sex(head.sex), head.record_number]
        column = QVBoxLayout(self)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(context.theme.px(2))
        column.addWidget(Text("body", shown.name(head), strong=True, wrap=True, parent=self))
        column.addWidget(Text("body", " · ".join(facts), wrap=True, parent=self))
        context.theme.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, self._context, deceased=self._deceased)


class WorkDetailPane(DetailPane):
    """Shows one row of the worklist; empty when no row is chosen."""

    def __init__(self, context: AppContext, words: TodayWords, actions: tuple[str, ...]) -> None:
        super().__init__(context, self.tr("Choose a row to see how to reach the patient."), margin=12)
        self._words, self._action_ids = words, actions
        self.clear()

    def show_row(self, row: WorkRow, detail: WorkDetail | None) -> None:
        """Show a row; `detail` follows as soon as it is there."""
        body, column = self._body()
        column.addWidget(PaneHead(self._context, row.head, body))
        column.addWidget(Text("section", self._words.what(row), wrap=True))
        self._line(column, self._words.urgency(row), tone="high")
        self._line(column, self._words.why_alone(row), tone="text_2")
        for line in self._words.ladder.lines(row.ladder):
            self._line(column, line, tone="text_2")
        due = self._words.due(row).replace("\n", " · ")
        self._line(column, self.tr("Due: {due}").format(due=due) if row.due else due)
        self._line(column, self.tr("Owner: {owner}").format(owner=self._words.owner(row)))
        if detail is not None:
            self._fill(column, detail)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.setWidget(body)

    def _fill(self, column: QVBoxLayout, detail: WorkDetail) -> None:
        shown = self._context.formatting
        self._heading(column, self.tr("Reach"))
        for use, number in detail.phones:
            column.addLayout(self._phone(number, self._words.use(use)))
        if not detail.phones:
            self._line(column, self.tr("No phone number on file."))
        language = shown.language(detail.head.language) if detail.head.language else ""
        best = self.tr("Best: {time}").format(time=detail.best_time) if detail.best_time else ""
        self._line(column, " · ".join(part for part in (best, language) if part))
        if detail.calling is not None:
            rules = CallRulesBox(self._context)
            column.addWidget(rules)
            rules.show_rules(replace(detail.calling, best_time=None))  # it stands above
        self._heading(column, self.tr("Last contacts"))
        for contact in detail.contacts[:3]:
            self._line(column, self._words.contact(contact))
        if not detail.contacts:
            self._line(column, self.tr("None yet."), tone="text_2")
        self._heading(column, self.tr("Next appointment"))
        if detail.next_visit is None:
            self._line(column, self.tr("None."), tone="text_2")
        else:
            with_whom = f" · {detail.next_visit_with}" if detail.next_visit_with else ""
            self._line(column, shown.date_time(detail.next_visit) + with_whom)

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._context.theme.px(8))
        known = [action_id for action_id in self._action_ids if action_id in self._context.actions]
        buttons = [ActionButton(self._context, action_id, self, primary=at == 0) for at, action_id in enumerate(known)]
        room = self.viewport().width() - self._context.theme.px(32)
        columns = 2 if 2 * max((button.sizeHint().width() for button in buttons), default=0) <= room else 1
        for at, button in enumerate(buttons):
            grid.addWidget(button, at // columns, at % columns)
        return grid
