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
_PINNED, _LARGE_POINTS = 4, 14  # log contact, book, hold, done; with large text the facts need the room


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


class WorkDetailPane(QWidget):
    """Facts that scroll, and beneath them what is done most, always in reach of the mouse."""

    def __init__(self, context: AppContext, words: TodayWords, actions: tuple[str, ...]) -> None:
        super().__init__()
        self._context = context
        pinned = _PINNED if context.theme.points < _LARGE_POINTS else 1
        self._pinned = actions[:pinned]
        self._facts = _WorkFacts(context, words, actions[pinned:])
        self._feet = QGridLayout()
        self._feet.setSpacing(context.theme.px(4))
        self._feet.setContentsMargins(*(context.theme.px(12), context.theme.px(6)) * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._facts, 1)
        column.addLayout(self._feet)

    def clear(self) -> None:
        """No row is chosen."""
        self._facts.clear()

    def show_row(self, row: WorkRow, detail: WorkDetail | None) -> None:
        """Show a row; `detail` follows as soon as it is there."""
        if not self._feet.count():  # the commands are there by now
            put_buttons(self._context, self._pinned, self._feet, self._facts)
        self._facts.show_row(row, detail)


def put_buttons(context: AppContext, action_ids: tuple[str, ...], grid: QGridLayout, pane: DetailPane) -> None:
    """A button for each command this role has; side by side where the pane is wide enough."""
    known = [action_id for action_id in action_ids if action_id in context.actions]
    primary = "today.log_contact"
    buttons = [ActionButton(context, each, pane.parentWidget(), primary=each == primary) for each in known]
    room = pane.viewport().width() - context.theme.px(32)
    columns = 2 if 2 * max((button.sizeHint().width() for button in buttons), default=0) <= room else 1
    for at, button in enumerate(buttons):
        button.keep_within(room // columns)
        grid.addWidget(button, at // columns, at % columns)


class _WorkFacts(DetailPane):
    """Shows one row of the worklist; empty when no row is chosen."""

    def __init__(self, context: AppContext, words: TodayWords, actions: tuple[str, ...]) -> None:
        super().__init__(context, self.tr("Choose a row to see how to reach the patient."), margin=12)
        self._words, self._action_ids = words, actions
        self.clear()

    def show_row(self, row: WorkRow, detail: WorkDetail | None) -> None:
        """Show a row; `detail` follows as soon as it is there."""
        body, column = self._body()
        if row.head is not None:
            column.addWidget(PaneHead(self._context, row.head, body))
        else:
            column.addWidget(Text("body", self._words.who(row), strong=True, wrap=True))
        column.addWidget(Text("section", self._words.what(row), wrap=True))
        if row.kind == "near_miss":
            told = self.tr("Enter opens what happened, who looks after it until when, and what was changed.")
            self._line(column, told)
        if row.kind == "letter":
            first = QGridLayout()
            put_buttons(self._context, ("today.letters",), first, self)
            column.addLayout(first)
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
        more = QGridLayout()
        put_buttons(self._context, self._action_ids, more, self)
        column.addLayout(more)
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
