"""Beneath the caseload: every flag with its rule, the scores, what stands in the way, what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.caseload import CaseloadRow
from ui.context import AppContext
from ui.pages.caseload_words import CaseloadWords
from ui.pages.today_detail import PaneHead
from ui.widgets.action_button import ActionButton
from ui.widgets.detail_pane import DetailPane
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.sparkline import Sparkline


class RegistryDetailPane(DetailPane):
    """Shows one patient in three columns; a hint when none is chosen."""

    def __init__(self, context: AppContext, words: CaseloadWords, actions: tuple[str, ...]) -> None:
        super().__init__(context, self.tr("Choose a patient to see the flags and scores."))
        self._words, self._action_ids = words, actions
        self.clear()

    def show_row(self, row: CaseloadRow) -> None:
        """Show a patient."""
        body = QWidget()
        self._abreast(body, (self._who(row, body), 4), (self._flags(row), 6), (self._scores(row), 4))

    def _who(self, row: CaseloadRow, body: QWidget) -> QVBoxLayout:
        column, shown = self._column(), self._context.formatting
        column.addWidget(PaneHead(self._context, row.head, body))
        since = self.tr("Since {day}: {programs}").format(
            day=shown.date(row.enrolled_on), programs=self._words.programs(row)
        )
        self._line(column, since)
        self._line(column, self.tr("Coordinator: {name}").format(name=row.coordinator or self.tr("nobody")))
        self._line(column, self.tr("Reached %n times in 30 days", "", row.contacts))
        if row.next_visit is not None:
            whom = f" · {row.next_visit_with}" if row.next_visit_with else ""
            self._line(column, self.tr("Next visit: {when}").format(when=shown.date_time(row.next_visit) + whom))
        if row.planned is not None:
            self._line(column, self.tr("Next call: {day}").format(day=shown.date(row.planned)))
        if row.head.phone:
            column.addLayout(self._phone(row.head.phone))
        column.addStretch(1)
        return column

    def _flags(self, row: CaseloadRow) -> QVBoxLayout:
        column = self._column()
        column.addWidget(Text("body", self.tr("Flags"), strong=True))
        flags = FactList(self.tr("Flags"))
        flags.set_facts(
            [
                Fact(one.rule.id, self._words.flag(one.rule.id), (self._words.why(one), self._words.rule(one)),
                     self._words.flag_chip(one))
                for one in row.flags
            ]
        )  # fmt: skip
        column.addWidget(flags if row.flags else Text("body", self.tr("None."), tone="text_2"))
        column.addStretch(1)
        return column

    def _scores(self, row: CaseloadRow) -> QVBoxLayout:
        column, shown = self._column(), self._context.formatting
        column.addWidget(Text("body", self.tr("Scores"), strong=True))
        for one in row.courses:
            line = QHBoxLayout()
            words = f"{self._words.score_name(one.score)}  {self._words.change(one)}"
            line.addWidget(Text("body", words, wrap=True), 1)
            line.addWidget(Sparkline([each.value for each in one.values], self._words.course_line(one)))
            column.addLayout(line)
        if row.pressures:
            self._line(column, self._words.pressure_line(row))
        if row.consult_on is not None:
            self._line(column, self._words.consult_line(row))
        if not row.courses:
            self._line(column, self.tr("None yet."), tone="text_2")
        self._heading(column, self.tr("Plan"))
        due = shown.date(row.review_due) if row.review_due else self.tr("no date")
        self._line(column, self.tr("%n open goals", "", row.goals))
        self._line(column, self.tr("Review: {day}").format(day=due))
        late = self.tr("%n past the limit", "", row.referrals_late) if row.referrals_late else ""
        referrals = self.tr("%n open referrals", "", row.referrals)
        self._line(column, f"{referrals}, {late}" if late else referrals)
        for barrier in row.barriers:
            self._line(column, self.tr("Barrier: {what}").format(what=barrier))
        self._line(column, self.tr("%n minutes this month", "", row.minutes))
        column.addStretch(1)
        for action_id in self._action_ids:
            if action_id in self._context.actions:
                column.addWidget(ActionButton(self._context, action_id))
        return column
