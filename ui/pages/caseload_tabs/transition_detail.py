"""Beneath the Transitions board: every clock with the sum behind its day, LACE part by part, what was tried."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.transitions import TransitionRow
from ui.context import AppContext
from ui.pages.today_detail import PaneHead
from ui.pages.transition_words import TransitionWords
from ui.widgets.action_button import ActionButton
from ui.widgets.detail_pane import DetailPane
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text

_MOST_TRIED = 4


class TransitionDetailPane(DetailPane):
    """Shows one discharge in three columns; a hint when none is chosen."""

    def __init__(self, context: AppContext, words: TransitionWords, actions: tuple[str, ...]) -> None:
        super().__init__(context, self.tr("Choose a discharge to see its clocks."))
        self._words, self._action_ids = words, actions
        self.clear()

    def show_row(self, row: TransitionRow) -> None:
        """Show a discharge."""
        body = QWidget()
        self._abreast(body, (self._what(row, body), 4), (self._clocks(row), 6), (self._score(row), 4))

    def _what(self, row: TransitionRow, body: QWidget) -> QVBoxLayout:
        column, shown = self._column(), self._context.formatting
        column.addWidget(PaneHead(self._context, row.head, body))
        if row.readmitted is not None:
            self._line(column, self._words.readmission(row.readmitted), tone="high")
        if row.after_readmission is not None:
            self._line(column, self._words.readmission(row.after_readmission), tone="high")
        column.addWidget(Text("section", row.reason or self.tr("Stay in hospital"), wrap=True))
        stay = f"{shown.date(row.admitted_on)} – " if row.admitted_on else ""
        self._line(column, f"{stay}{self._words.service_day(row)}")
        self._line(column, row.facility or self.tr("place not known"))
        self._line(column, row.discharged_to or "")
        self._line(column, self.tr("How complex: {what}").format(what=self._words.complexity(row.complexity)))
        self._line(column, self._words.may_count(row), tone="caution")
        if row.head.phone:
            column.addLayout(self._phone(row.head.phone))
        if row.closed_on is not None:
            ended = f"{shown.date(row.closed_on)} · {self._words.outcome(row.outcome or '')}"
            self._line(column, " · ".join(part for part in (ended, row.closed_why or "") if part))
        column.addStretch(1)
        return column

    def _clocks(self, row: TransitionRow) -> QVBoxLayout:
        column = self._column()
        column.addWidget(Text("body", self.tr("What is owed"), strong=True))
        clocks = FactList(self.tr("What is owed"))
        clocks.set_facts(
            [
                Fact(one.what, self._words.clock_name(one.what), self._words.clock_lines(one), self._words.chip(one))
                for one in row.clocks
            ]
        )
        column.addWidget(clocks)
        column.addStretch(1)
        return column

    def _score(self, row: TransitionRow) -> QVBoxLayout:
        column = self._column()
        title = self.tr("LACE {score}").format(score=self._words.lace_chip(row).word)
        column.addWidget(Text("body", title, strong=True))
        for line in self._words.lace_parts(row):
            self._line(column, line, tone="text_2")
        self._line(column, self._words.lace_source(), tone="text_2")
        if row.tried:
            self._heading(column, self.tr("Tried since the discharge"))
            for one in row.tried[-_MOST_TRIED:]:
                self._line(column, self._words.tried(one))
        column.addStretch(1)
        for action_id in self._action_ids:
            if action_id in self._context.actions:
                column.addWidget(ActionButton(self._context, action_id))
        return column
