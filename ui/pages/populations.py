"""Populations: whom integrated care is for, why each person is on a list, who joined and left, and what is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.populations import (
    EXCLUDED,
    LEFT,
    MEMBERS,
    SHOWN,
    AskMembers,
    MemberRow,
    Members,
    PopulationList,
    PopulationRow,
    RuleChoices,
)
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.messages import say
from ui.page import Page
from ui.pages.populations_acts import PopulationActs
from ui.pages.populations_words import PopulationWords
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text
from ui.widgets.scroll import AsHighAsNeeded, VerticalScroll

_MOST = 500
_NARROW = 900  # pixels at the usual text size: then the list stands above
_ROWS_ABOVE = 100  # pixels: the head of the list and some of its rows
_MEMBER = ("populations.chart", "populations.log", "populations.assign", "populations.enrol", "populations.exclude")


class PopulationsPage(Page):
    """Left the populations, right the people of the one the keyboard is on."""

    name = "populations"
    icon = "users"
    order = 6
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"population", "import", "patient", "program", "pathway", "care_team"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = PopulationWords(context)
        self.acts = PopulationActs(context, self)
        self._asked, self._members, self._choices = (Latest(context.jobs, self) for _ in range(3))
        self._found: Members | None = None
        self._wanted: str | None = None
        self._running = False
        self.list: RowsTable[PopulationRow] = RowsTable(
            context, "populations", self.words.list_columns(), lambda row: row.population.id, self.words.sentence,
            menu=("populations.new_rule", "populations.edit_rule", "populations.remove_rule"), sorted_elsewhere=True,
        )  # fmt: skip
        self.table: RowsTable[MemberRow] = RowsTable(
            context, "population_members", self.words.member_columns(), lambda row: row.head.id,
            self.words.member_sentence, menu=(*_MEMBER, "populations.include"),
        )  # fmt: skip
        self.heading, self.rule = Text("section", wrap=True), Text("body", wrap=True)
        self.about, self.numbers = Text("small", tone="text_2", wrap=True), Text("body", wrap=True)
        self.warning = Text("small", tone="caution", wrap=True)
        head = QWidget()
        words = QVBoxLayout(head)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(context.theme.px(6))
        for part in (self.heading, self.rule, self.about, self.warning, self.numbers):
            words.addWidget(part)
        self.head = AsHighAsNeeded(head)
        self.view = FilterChips([(each, self.words.shown(each)) for each in SHOWN], exclusive=True)
        self.view.set_on([MEMBERS])
        self.search = QLineEdit()
        self.stack, self.empty = QStackedWidget(), EmptyState("", "")
        self.facts = Text("body", wrap=True, selectable=True)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._buttons = QHBoxLayout()
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Populations")

    def _lay_out(self) -> None:
        px = self.context.theme.px
        self.list.setAccessibleName(self.tr("Populations"))
        self.table.setAccessibleName(self.tr("People of the list"))
        self.search.setPlaceholderText(self.tr("Filter these patients"))
        self.search.setAccessibleName(self.tr("Filter these patients"))
        self.search.setClearButtonEnabled(True)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(px(12), 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.head)
        filters = QHBoxLayout()
        filters.addWidget(self.view, 1)
        filters.addWidget(self.search)
        column.addLayout(filters)
        people = QSplitter(Qt.Orientation.Vertical)
        people.addWidget(self.stack)
        inside = QWidget()
        below = QVBoxLayout(inside)
        below.setContentsMargins(px(4), px(4), px(4), px(4))
        below.addWidget(self.facts)
        below.addStretch(1)
        people.addWidget(VerticalScroll(inside))
        people.setChildrenCollapsible(False)
        people.setStretchFactor(0, 3)
        people.setStretchFactor(1, 1)
        column.addWidget(people, 1)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(right)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        top = QHBoxLayout()
        top.addWidget(Text("title", self.title()))
        top.addStretch(1)
        top.addLayout(self._buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(8))
        page.setSpacing(px(8))
        page.addLayout(top)
        page.addWidget(self.splitter, 1)

    def _wire(self) -> None:
        self.list.row_changed.connect(lambda _row: self._turned())
        self.list.opened.connect(lambda _row: self.table.setFocus())
        self.table.opened.connect(lambda _row: self.open_chart())
        self.table.row_changed.connect(lambda _row: self._on_person())
        self.view.changed.connect(lambda _on: self._ask_members())
        self.search.textChanged.connect(lambda _text: self._ask_members())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large text, the list stands above."""
        super().resizeEvent(event)
        narrow = self.width() < self.context.theme.px(_NARROW)
        self.splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        whole, share = (self.height(), 0.34) if narrow else (self.width(), 0.43)
        self.splitter.setSizes([int(whole * share), int(whole * (1 - share))])
        self.list.setMinimumHeight(self.context.theme.px(_ROWS_ABOVE) if narrow else 0)
        self.head.most = self.height() // (7 if narrow else 3)  # the words of a rule scroll
        self.head.fit()

    # what is asked and shown

    def refresh(self) -> None:
        self._add_buttons()
        if self.words.choices is None:
            self._choices.ask("queries.populations.lists.choices", done=self._know)
        self._asked.ask("queries.populations.lists.populations_list", done=self._show)

    def _know(self, choices: RuleChoices) -> None:
        self.words.choices = choices
        self._say_rule()

    def _add_buttons(self) -> None:
        if not self._buttons.count():
            for action_id in ("populations.new_rule", "populations.assign", "populations.print"):
                if action_id in self.context.actions:
                    primary = action_id == "populations.print"
                    self._buttons.addWidget(ActionButton(self.context, action_id, primary=primary))

    def _show(self, found: PopulationList) -> None:
        self.list.set_rows(found.rows, len(found.rows))
        if self._wanted is not None and self.list.go_to(self._wanted):
            self._wanted = None
        elif self.list.current_row() is None and found.rows:
            self.list.setCurrentIndex(self.list.rows_model.index(0, 0))
        self._say_rule()
        self._ask_members()
        if any(row.stale for row in found.rows) and not self._running:
            self.reckon()

    def reckon(self) -> None:
        """Make every list anew in the background; what is kept stays on the screen meanwhile."""
        self._running = True
        self.context.jobs.run(
            "services.populations.reckon", owner=self, done=self._reckoned, failed=lambda _error: self._ended(),
            lane="long", label=self.tr("Looking who belongs to each population"),
        )  # fmt: skip

    def _reckoned(self, _result: object) -> None:
        self._ended()
        self._asked.ask("queries.populations.lists.populations_list", done=self._show)

    def _ended(self) -> None:
        self._running = False

    def _turned(self) -> None:
        self._say_rule()
        self._ask_members()

    def _say_rule(self) -> None:
        row = self.list.current_row()
        self.heading.setText("" if row is None else self.words.title(row))
        self.rule.setText("" if row is None else self.words.rule(row.population.criteria))
        about = "" if row is None else " ".join((self.words.pick(row.population.about), self.words.source(row)))
        self.about.setText(about.strip())
        chosen = row is not None and row.population.chosen_for_use
        self.warning.setText(say("populations.about_use", self.context.formatting) if chosen else "")
        self.warning.setVisible(chosen)
        self.numbers.setText("" if row is None else self.words.numbers(row))
        self.head.fit()
        own = row is not None and row.population.own_id is not None
        for action_id in ("populations.edit_rule", "populations.remove_rule"):
            self.context.actions.set_enabled(action_id, own)

    def shown(self) -> str:
        """Which part of the list is shown."""
        return next(iter(self.view.on()), MEMBERS)

    def _ask_members(self) -> None:
        row = self.list.current_row()
        if row is None or row.members is None:
            self._found = None
            self.table.set_rows(())
            self._stand(bool(row))
            return
        asked = AskMembers(row.population.id, self.shown(), self.search.text().strip(), _MOST)
        self._members.ask("queries.populations.lists.members", asked, done=self._show_members)

    def _show_members(self, found: Members) -> None:
        current = self.list.current_row()
        if current is None or found.row.population.id != current.population.id or found.shown != self.shown():
            return
        self._found = found
        counts = {MEMBERS: found.row.members, "joined": found.row.joined, LEFT: found.row.left,
                  EXCLUDED: found.row.excluded}  # fmt: skip
        for each in SHOWN:
            number = counts[each]
            self.view.set_words(each, self.words.shown(each) if number is None else
                                f"{self.words.shown(each)} ({number:n})")  # fmt: skip
        self.table.set_rows(found.rows, found.total)
        self._stand(waiting=False)

    def _stand(self, waiting: bool) -> None:
        if not self.table.rows():
            self._say_nothing(waiting)
        self.stack.setCurrentWidget(self.table if self.table.rows() else self.empty)
        self._on_person()
        self.context.feedback.count(self.status())

    def _say_nothing(self, waiting: bool) -> None:
        if waiting:
            self.empty.say(self.tr("Being worked out…"), self.tr("The list is made from the records as they are now."))
        elif self.search.text().strip():
            self.empty.say(self.tr("No patient fits this filter."), self.tr("Clear the words to see more."))
        elif self.shown() == MEMBERS:
            self.empty.say(self.tr("Nobody is as this rule says."), "")
        elif self._found is not None and self._found.row.joined is None and self.shown() != EXCLUDED:
            words = self.tr("The list was first made on {day}; who joins or leaves from then on stands here.")
            self.empty.say(self.tr("There is no earlier list to compare with."),
                           words.format(day=self.context.formatting.date(self._found.row.first_on)))  # fmt: skip
        else:
            self.empty.say(self.tr("Nobody."), "")

    def _on_person(self) -> None:
        """Every fact of the person the keyboard is on, a line for each."""
        row = self.table.current_row() if self.table.rows() else None
        lines = [] if row is None else [self.context.formatting.name(row.head), *map(self.words.fact, row.evidence)]
        if row is not None and (not row.evidence or row.exclusion_id is not None):
            lines.insert(1, self.words.why(row))
        self.facts.setText("\n".join(lines))
        self._enable()

    def _enable(self) -> None:
        row = self.table.current_row() if self.table.rows() else None
        for action_id in _MEMBER:
            self.context.actions.set_enabled(action_id, row is not None)
        out = row is not None and row.exclusion_id is not None
        self.context.actions.set_enabled("populations.include", out)
        self.context.actions.set_enabled("populations.exclude", row is not None and not out and row.gone_on is None)
        self.context.actions.set_enabled("populations.print", row is not None)

    def status(self) -> str:
        if self._found is None:
            return ""
        words = self.tr("{shown} of {total} · {part}")
        return words.format(
            shown=len(self.table.rows()), total=self._found.total, part=self.words.shown(self._found.shown)
        )

    # commands

    def actions_offered(self) -> Iterable[Action]:
        return self.acts.offered()

    def primary_action(self) -> str | None:
        return "populations.new_rule"

    def population(self) -> PopulationRow | None:
        """The population the keyboard is on."""
        return self.list.current_row()

    def chosen(self) -> tuple[MemberRow, ...]:
        """The selected people, or the one the keyboard is on."""
        rows = self.table.selected_rows()
        current = self.table.current_row()
        return rows or ((current,) if current is not None else ())

    def stand_on(self, population: str) -> None:
        """Turn to a population once its row is there."""
        if not self.list.go_to(population):
            self._wanted = population

    def open_chart(self) -> None:
        """Open the chart of the person."""
        if (row := self.table.current_row()) is not None:
            self.context.navigation.open_chart(row.head.id)

    # place

    def state(self) -> Mapping[str, object]:
        row = self.list.current_row()
        return {"population": row.population.id if row else None, "shown": self.shown(), "search": self.search.text()}

    def restore(self, state: Mapping[str, Any]) -> None:
        if isinstance(shown := state.get("shown"), str):
            self.view.set_on([shown])
        if isinstance(text := state.get("search"), str):
            self.search.setText(text)
        if isinstance(population := state.get("population"), str):
            self.stand_on(population)

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.view, self.table)

    def focus_first(self) -> None:
        self.list.setFocus()
