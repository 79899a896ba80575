"""Beneath the case review: the scores with their sums, the rule, and the words of what was recommended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.case_review import ReviewRow, ReviewTexts
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.case_review_words import CaseReviewWords
from ui.pages.today_detail import PaneHead
from ui.widgets.action_button import ActionButton
from ui.widgets.detail_pane import DetailPane
from ui.widgets.fact_list import FactList
from ui.widgets.labels import Text


class CaseReviewPane(DetailPane):
    """One patient in three columns. `texts`: words of recommendations by id, read for the row that shows."""

    def __init__(self, context: AppContext, words: CaseReviewWords, actions: tuple[str, ...]) -> None:
        super().__init__(context, self.tr("Choose a patient to see the scores and what was recommended."))
        self._words, self._action_ids = words, actions
        self._reading = Latest(context.jobs, self)
        self.texts: Mapping[int, str] = {}
        self.clear()

    def show_row(self, row: ReviewRow) -> None:
        """Show a patient; the words of open recommendations are read when the user may read them."""
        self.texts = {}
        self._reading.forget()
        self._paint(row)
        if row.open and row.may_read:

            def came(found: ReviewTexts) -> None:
                self.texts = found.texts
                self._paint(row)

            self._reading.ask("services.case_review.read", row.head.id, done=came)

    def _paint(self, row: ReviewRow) -> None:
        body = QWidget()
        self._abreast(body, (self._who(row, body), 4), (self._scores(row), 6), (self._recommended(row), 6))

    def _who(self, row: ReviewRow, body: QWidget) -> QVBoxLayout:
        column, shown = self._column(), self._context.formatting
        column.addWidget(PaneHead(self._context, row.head, body))
        since = self.tr("In treatment since {day}").format(day=shown.date(row.started_on))
        programs = self._words.programs(row)
        self._line(column, f"{since}: {programs}" if programs else since)
        self._line(column, self.tr("Coordinator: {name}").format(name=row.coordinator or self.tr("nobody")))
        if row.reviewed_on is not None:
            words = self.tr("Last review {day}, {name}")
            self._line(column, words.format(day=shown.date(row.reviewed_on), name=row.reviewed_by))
        if plan := self._words.plan(row):
            self._line(column, self.tr("Relapse-prevention plan: {state}").format(state=plan))
        column.addStretch(1)
        for action_id in self._action_ids:
            if action_id in self._context.actions:
                column.addWidget(ActionButton(self._context, action_id))
        return column

    def _scores(self, row: ReviewRow) -> QVBoxLayout:
        column = self._column()
        column.addWidget(Text("body", self.tr("Scores"), strong=True))
        if row.self_harm is not None:
            words = self.tr("Self-harm item above 0 on {day}: no assessment recorded yet. It is on Today.")
            self._line(column, words.format(day=self._context.formatting.date(row.self_harm)))
        scores = FactList(self.tr("Scores"))
        scores.set_facts(self._words.standing_facts(row))
        column.addWidget(scores)
        self._line(column, self._words.rule(row))
        column.addStretch(1)
        return column

    def _recommended(self, row: ReviewRow) -> QVBoxLayout:
        column = self._column()
        column.addWidget(Text("body", self.tr("Open recommendations"), strong=True))
        if not row.open:
            self._line(column, self.tr("None."), tone="text_2")
        elif not row.may_read:
            self._line(column, self.tr("%n open; their words are closed to you.", "", len(row.open)), tone="text_2")
        else:
            listed = FactList(self.tr("Open recommendations"))
            listed.set_facts([self._words.recommendation(one, self.texts.get(one.id)) for one in row.open])
            column.addWidget(listed)
        column.addStretch(1)
        return column
