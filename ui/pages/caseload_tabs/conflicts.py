"""Conflicts of the practice: the worst first, with owner, question and answer; Enter opens the chart there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.conflicts import ConflictBoard, ConflictFilter, ConflictRow
from icm_desktop.domain.conflicts.states import ASKED
from ui.actions import Action
from ui.conflict_acts import ConflictActs
from ui.context import AppContext
from ui.dialogs.list_sheet import show_list
from ui.messages import say
from ui.pages.caseload_tabs.filtered_part import FilteredPart, PartFilters
from ui.pages.chart_tabs.conflicts import row_key
from ui.pages.conflict_words import ConflictWords
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.detail_pane import DetailPane
from ui.widgets.fact_list import FactList
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text

_MINE, _WAITING, _DECIDED = "mine", "waiting", "decided"
_USUAL = ("stop", "warn")
_ROOM_FOR_PANE = 420


class ConflictFilters(PartFilters):
    """How bad; mine; a question waits; decided ones; words of a rule or a name."""

    def __init__(self, context: AppContext, words: ConflictWords) -> None:
        super().__init__(context)
        self.severities = FilterChips(words.severities())
        self.severities.set_on(list(_USUAL))
        self.more = FilterChips(
            [(_MINE, self.tr("Mine")), (_WAITING, self.tr("Waiting for an answer")), (_DECIDED, self.tr("Decided"))]
        )
        groups = {"severities": self.severities, "more": self.more}
        self.lay_out(groups, self.tr("Rule or patient"), told=self.tr("Filter by rule or patient"), width=190)

    def asked(self) -> ConflictFilter:
        """What the board shows now."""
        on, severities = self.more.on(), tuple(sorted(self.severities.on()))
        return ConflictFilter(severities, _MINE in on, _WAITING in on, _DECIDED in on, self.typed())


class ConflictPane(DetailPane):
    """Beneath the board: facts, source, question, decision, and what can be done."""

    def __init__(self, context: AppContext, words: ConflictWords, actions: Sequence[str]) -> None:
        super().__init__(context, self.tr("Choose a conflict to see its facts and where it is written."))
        self._words, self._action_ids = words, actions
        self.clear()

    def show_row(self, row: ConflictRow) -> None:
        """Show a conflict."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, self._context.theme.px(8), 0, 0)
        column.addWidget(Text("section", self._words.pick(row.told.title), wrap=True, selectable=True))
        bar = QWidget()
        buttons = FlowLayout(bar, gap=self._context.theme.px(6))
        for action_id in self._action_ids:
            if action_id in self._context.actions and self._context.actions.is_enabled(action_id):
                buttons.addWidget(ActionButton(self._context, action_id))
        column.addWidget(bar)
        facts = FactList(self.tr("Details"))
        facts.set_facts(list(self._words.detail(row)))
        column.addWidget(facts)
        column.addStretch(1)
        self.setWidget(body)


class ConflictsPart(FilteredPart[ConflictRow]):
    """The conflict board."""

    filters: ConflictFilters
    name = "conflicts"
    shows = frozenset({"*"})

    def title(self) -> str:
        return self.tr("Conflicts")

    def build(self) -> None:
        self.words = ConflictWords(self.context)
        self.board: ConflictBoard | None = None
        self.filters = ConflictFilters(self.context, self.words)
        self.strip = Text("body", "", tone="text_2", wrap=True)
        self.table: RowsTable[ConflictRow] = RowsTable(
            self.context, "conflicts", self._columns(), row_key, self._sentence, menu=self.acting.ids
        )
        self.table.setAccessibleName(self.tr("Conflicts"))
        self.detail = self.pane = ConflictPane(self.context, self.words, self.acting.main_ids)
        self.lay_out_filtered(self.detail, self.strip)
        self._fit_pane()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or with large text, the list has all the room; every command is in its menu too."""
        if self.built:
            self._fit_pane()
        super().resizeEvent(event)

    def _fit_pane(self) -> None:
        self.pane.setVisible(self.height() > self.context.theme.px(_ROOM_FOR_PANE))

    def note(self, changes: object) -> None:
        """Nearly everything may change a conflict; asked again when it is shown."""
        self.stale = True

    def refresh(self) -> None:
        self.asked.ask("queries.conflict_board.board", self.filters.asked(), done=self._show)

    def _show(self, found: ConflictBoard) -> None:
        self.board = found
        self.strip.setText(self._strip(found))
        self.fill(found.rows)

    def _strip(self, found: ConflictBoard) -> str:
        counted = " · ".join(f"{self.words.severity(name).word} {count}" for name, count in found.counts if count)
        told = self.tr("Rules of {version}; not a complete interaction database; what could not be checked is on each "
                       "chart.").format(version=found.version.replace(".", "-"))  # fmt: skip
        left = self.tr("%n patient(s) still to be checked.", "", found.outdated) if found.outdated else ""
        return " · ".join(part for part in (counted, told, left) if part)

    def say_empty(self) -> None:
        asked = self.filters.asked()
        if asked.mine or asked.waiting or asked.decided or asked.search or set(asked.severities) != set(_USUAL):
            self.empty.say(
                self.tr("No conflict fits this filter."), self.tr("Choose Stop and Warning to see the usual.")
            )
        else:
            self.empty.say(
                self.tr("No open conflict."), self.tr("What the rules find in anybody's records comes here.")
            )

    def status(self) -> str:
        if self.board is None:
            return ""
        shown, whole = len(self.board.rows), sum(count for _, count in self.board.counts)
        words = self.tr("{shown} of {whole}").format(shown=shown, whole=whole)
        return self.with_filter(words)

    # rows

    def _columns(self) -> Sequence[Column[ConflictRow]]:
        words, shown = self.words, self.context.formatting
        rank = [name for name, _ in words.severities()]
        return (
            Column("severity", self.tr("Severity"), lambda row: words.severity(row.severity).word,
                   lambda row: rank.index(row.severity), width=13, chip=lambda row: words.severity(row.severity)),
            Column("state", self.tr("State"), lambda row: words.state(row).word, width=13, chip=self._state),
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=19),
            Column("what", self.tr("What"), lambda row: words.pick(row.told.title), width=30, stretch=True,
                   tip=lambda row: words.pick(row.told.title)),
            Column("owner", self.tr("Who"), words.owner, width=11),
            Column("question", self.tr("Asked or answered"), words.question, width=18, tip=words.question),
            Column("days", self.tr("Waiting, days"), self._days, self._waiting, width=10, number=True),
            Column("since", self.tr("Since"), lambda row: shown.date(row.since), lambda row: row.since, width=12,
                   hidden=True),
            Column("by", self.tr("By what"), lambda row: words.by(row.facts), width=30, hidden=True),
            Column("rule", self.tr("Rule"), lambda row: row.told.id, width=9, hidden=True),
        )  # fmt: skip

    def _state(self, row: ConflictRow) -> Chip:
        return self.words.state(row)

    @staticmethod
    def _waiting(row: ConflictRow) -> int:
        return row.question.days if row.question is not None and row.state == ASKED else -1

    def _days(self, row: ConflictRow) -> str:
        days = self._waiting(row)
        return str(days) if days >= 0 else ""

    def _sentence(self, row: ConflictRow) -> str:
        head = self.context.formatting.name(row.head)
        parts = (head, self.words.state(row).word, self.words.sentence(row), self.words.owner(row))
        return ", ".join(part for part in parts if part)

    # commands

    @property
    def acting(self) -> ConflictActs:
        """The commands of a conflict."""
        if self._acting is None:
            self._acting = ConflictActs(self.context, self, "board", self.current_row)
        return self._acting

    _acting: ConflictActs | None = None

    def actions_offered(self, here: str) -> Iterable[Action]:
        yield from self.acting.actions(here)
        yield Action("board.chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "work", here)
        yield Action("board.print", self.tr("&Print this list…"), self.print_list, "Ctrl+P", "printer", "file", here)
        yield Action("board.filter", self.tr("&Filter these conflicts"), self.to_filter, "Ctrl+Shift+F", "filter",
                     "view", here)  # fmt: skip

    def enable_actions(self, on_part: bool) -> None:
        self.acting.enable(on_part and self.built)
        self.context.actions.set_enabled("board.chart", on_part and self.current_row() is not None)

    def open_chart(self) -> None:
        self.on_row(lambda row: self.context.navigation.open_chart(row.head.id, tab="conflicts", item=row_key(row)))

    def print_list(self) -> None:
        """The rows that show, to print."""
        if self.board is not None:
            show_list(self.context, self, self.table, self.title(), (self.status(), say("conflicts.limits")))
