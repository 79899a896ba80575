"""Beneath the board: whose referral it is, what was recorded when, why it was asked, and what to press."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from icm_desktop.contracts.referrals import ReferralRow
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.referrals_words import ReferralWords
from ui.pages.today_detail import PaneHead
from ui.tables.base import Chip
from ui.widgets.action_button import ActionButton
from ui.widgets.detail_pane import DetailPane
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_CLOSING = ("report_received", "reviewed", "patient_informed")


class ReferralDetailPane(DetailPane):
    """Shows one referral in three columns; a hint when none is chosen."""

    def __init__(self, context: AppContext, words: ReferralWords, actions: tuple[str, ...]) -> None:
        super().__init__(context, self.tr("Choose a referral to see its steps."))
        self._words, self._action_ids = words, actions
        self.clear()

    def show_row(self, row: ReferralRow, told: str = "", action_id: str = "") -> None:
        """Show a referral; with `told` a sentence above its steps and what to press about it."""
        body = QWidget()
        self._abreast(body, (self._what(row, body), 4), (self._steps(row, told, action_id), 5), (self._why(row), 4))

    def _what(self, row: ReferralRow, body: QWidget) -> QVBoxLayout:
        column = self._column()
        column.addWidget(PaneHead(self._context, row.head, body))
        title = " · ".join(part for part in (self._words.service(row), self._words.urgency(row)) if part)
        column.addWidget(Text("section", title, wrap=True))
        if row.limit_name:
            self._line(column, self.tr("Next: {what}").format(what=self._words.next(row)))
            self._line(
                column,
                self.tr("With: {stands}").format(stands=self._words.stands(row)),
                tone="high" if row.days_over else "text",
            )
            self._line(column, self._words.limit_of(row), tone="text_2")
            for line in self._words.ladder.lines(row.ladder):
                self._line(column, line, tone="text_2")
        self._line(column, self.tr("To: {whom}").format(whom=row.to) if row.to else self.tr("To: not chosen yet"))
        if row.to_phone:
            column.addLayout(self._phone(row.to_phone))
        if row.reviewer:
            self._line(column, self.tr("Note is reviewed by: {name}").format(name=row.reviewer))
        column.addStretch(1)
        return column

    def _steps(self, row: ReferralRow, told: str, action_id: str) -> QVBoxLayout:
        column, shown = self._column(), self._context.formatting
        if told:
            label = ShapeLabel()
            label.say("info", told)
            column.addWidget(label)
            column.addWidget(ActionButton(self._context, action_id))
        column.addWidget(Text("body", self.tr("Steps"), strong=True))
        steps = FactList(self.tr("Steps"))
        facts = [Fact("ordered", self.tr("{date}  Ordered").format(date=shown.date(row.ordered_on)))]
        facts = facts if row.ordered_on else []
        facts += [
            Fact(str(at), f"{shown.date(fact.happened_on)}  {self._words.state(fact.state)}",
                 tuple(part for part in (self._words.fact(fact),) if part))
            for at, fact in enumerate(row.facts)
        ]  # fmt: skip
        if row.next_visit is not None:
            visit = self.tr("Visit: {time}").format(time=shown.date_time(row.next_visit))
            facts.append(Fact("visit", visit, (), Chip(Level.INFO, self.tr("Booked"))))
        facts += self._missing(row)
        steps.set_facts(facts)
        column.addWidget(steps if facts else Text("body", self.tr("Nothing recorded yet."), tone="text_2"))
        column.addStretch(1)
        return column

    def _missing(self, row: ReferralRow) -> list[Fact]:
        """What is still needed before the loop is closed, once the note is back."""
        known = {fact.state for fact in row.facts}
        if row.column != "note_back":
            return []
        return [
            Fact(f"missing:{state}", self._words.state(state), (), Chip(Level.NEUTRAL, self.tr("Still needed")))
            for state in _CLOSING
            if state not in known
        ]

    def _why(self, row: ReferralRow) -> QVBoxLayout:
        column = self._column()
        for title, words in ((self.tr("Reason"), row.reason), (self.tr("Question"), row.question)):
            if words:
                column.addWidget(Text("body", title, strong=True))
                self._line(column, words)
        column.addStretch(1)
        for button in self._buttons(row):
            column.addWidget(button)
        return column

    def _buttons(self, row: ReferralRow) -> list[QPushButton]:
        no_use = "referrals.advance" if row.may_stand_again else "referrals.reopen"
        known = (each for each in self._action_ids if each in self._context.actions and each != no_use)
        return [ActionButton(self._context, each) for each in known]
