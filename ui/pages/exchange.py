"""Exchange: what came in, who needs matching, which facts differ, what failed, what left; each row says what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.differences import DifferenceRow
from icm_desktop.contracts.duplicates import Compared, DuplicateRow, PairOf
from icm_desktop.contracts.exchange_rows import ExchangeCounts, FailedRow, InRow, OutRow, SetAside
from icm_desktop.domain.differences import BOTH, MINE, THEIRS
from icm_desktop.domain.plain_text import folded
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.differences import KEYS
from ui.dialogs.import_files import ImportDialog
from ui.difference_acts import DifferenceActs
from ui.latest import Latest
from ui.page import Page
from ui.pages.difference_view import DifferenceView
from ui.pages.duplicates_compare import CompareView
from ui.pages.exchange_lists import ExchangeLists
from ui.pages.exchange_words import DIFFERENCES, FAILED, IN, MATCHING, MODES, OUT, ExchangeWords
from ui.pair_acts import PairActs
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text

_BUTTONS: Mapping[str, tuple[str, ...]] = {
    "file.imports": (IN,), "file.import": (IN,),
    "exchange.different": (MATCHING,), "exchange.merge": (MATCHING,),
    "exchange.mine": (DIFFERENCES,), "exchange.theirs": (DIFFERENCES,), "exchange.both": (DIFFERENCES,),
    "exchange.aside": (FAILED,), "exchange.again": (FAILED,),
}  # fmt: skip
_MAIN = ("file.import", "exchange.merge", "exchange.again")


class ExchangePage(Page):
    """The lists stand behind chips with their counts; the chosen row is told in full beneath."""

    name = "exchange"
    icon = "move-horizontal"
    order = 8
    privilege = Privilege.IMPORT
    shows = frozenset({"import", "difference", "duplicates", "patient", "record_export"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = ExchangeWords(context)
        self._purposes: dict[str, str] = {}
        self.lists = ExchangeLists(context, self.words, self._purposes).by_mode
        self._acts, self._pairs = DifferenceActs(context, self), PairActs(context, self)
        self._asked, self._counted = Latest(context.jobs, self), Latest(context.jobs, self)
        self._compared = Latest(context.jobs, self)
        self._total = 0
        self._again: ImportDialog | None = None
        self._detail: QWidget | None = None
        self.view = FilterChips(list(self.words.lists().items()), exclusive=True, chord="Alt")
        self.view.set_on([IN])
        self.filter = QLineEdit()
        self.compare, self.difference = CompareView(context, self.words.pairs), DifferenceView(context, self.words)
        self.whole = Text("body", tone="text_2", wrap=True, selectable=True)
        self.empty = EmptyState("", "")
        self.tables, self.details, self.stack = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._buttons = QHBoxLayout()
        self._shown_in: dict[QWidget, tuple[str, ...]] = {}
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Exchange")

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.filter.setPlaceholderText(self.tr("Filter this list"))
        self.filter.setAccessibleName(self.tr("Filter this list"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(theme.px(260))
        for one in self.lists.values():
            self.tables.addWidget(one.table)
        for detail in (self.whole, self.compare, self.difference):
            self.details.addWidget(detail)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tables)
        self.split.addWidget(self.details)
        for page in (self.split, self.empty):
            self.stack.addWidget(page)
        top = QHBoxLayout()
        top.addWidget(Text("title", self.title()))
        top.addStretch(1)
        top.addLayout(self._buttons)
        filters = QHBoxLayout()
        filters.addWidget(self.view, 1)
        filters.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addLayout(filters)
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.view.changed.connect(lambda _on: self._turned())
        self.filter.textChanged.connect(lambda _text: self._filter())
        for one in self.lists.values():
            one.table.row_changed.connect(self._show_row)
            one.table.opened.connect(lambda _row: self.go())

    # what is asked and shown

    def mode(self) -> str:
        """Which list is shown."""
        return next(iter(self.view.on()), IN)

    @property
    def table(self) -> RowsTable[Any]:
        """The list that is shown."""
        return self.lists[self.mode()].table

    def show_list(self, mode: str) -> None:
        """Turn to a list."""
        self.view.set_on([mode])
        self._turned()

    def _turned(self) -> None:
        self.filter.clear()
        if self.isVisible():
            self.context.actions.activate(self.contexts())
        self.refresh()

    def contexts(self) -> frozenset[str]:
        return frozenset({self.name, f"{self.name}.{self.mode()}"})

    def refresh(self) -> None:
        self._add_buttons()
        if not self._purposes:
            self._counted.ask("queries.record_export.words", QLocale().name(), done=self._learn_purposes)
        one = self.lists[self.mode()]
        self._asked.ask(one.question, one.asked, done=self._show)
        self.context.jobs.run("queries.exchange_matching.counts", owner=self, done=self._show_counts)

    def _learn_purposes(self, purposes: tuple[tuple[str, str], ...]) -> None:
        self._purposes.update(purposes)
        self.lists[OUT].table.viewport().update()

    def _add_buttons(self) -> None:
        if not self._buttons.count():
            for action_id, modes in _BUTTONS.items():
                if action_id in self.context.actions:
                    button = ActionButton(self.context, action_id, primary=action_id in _MAIN)
                    self._buttons.addWidget(button)
                    self._shown_in[button] = modes
        for shown, modes in self._shown_in.items():
            shown.setVisible(self.mode() in modes)

    def _show_counts(self, counts: ExchangeCounts) -> None:
        for mode, words in self.words.lists(counts).items():
            self.view.set_words(mode, words)
        self.badge_changed.emit(counts.matching + counts.differences + counts.failed)

    def _show(self, found: Slice[Any]) -> None:
        self._total, table = found.total, self.table
        table.set_rows(found.rows, found.total)
        self.tables.setCurrentWidget(table)
        self.stack.setCurrentWidget(self.split if found.rows else self.empty)
        self.empty.say(*self.lists[self.mode()].empty)
        if found.rows and table.current_row() is None:
            table.setCurrentIndex(table.rows_model.index(0, 0))
        self._show_row(table.current_row())
        self.context.feedback.count(self.status())

    def _filter(self) -> None:
        typed, table = folded(self.filter.text()), self.table
        columns = table.rows_model.columns
        table.set_filter((lambda row: any(typed in folded(column.text(row)) for column in columns)) if typed else None)
        self._show_row(table.current_row())
        self.context.feedback.count(self.status())

    def _show_row(self, row: Any) -> None:
        """The row in full beneath: both people, both values, or every file with its reason."""
        self._enable(row)
        self._compared.forget()
        if isinstance(row, DuplicateRow):
            self._turn_to(self.compare)
            self._compared.ask(
                "queries.merging.compare", PairOf(row.one.id, row.other.id), done=self._show_compared,
                failed=lambda _error: None,
            )  # fmt: skip
        elif isinstance(row, DifferenceRow):
            self._turn_to(self.difference)
            self.difference.show_row(row)
        else:
            self._turn_to(self.whole)
            self.whole.setText(self._told(row))

    def _turn_to(self, detail: QWidget) -> None:
        """Two sides that are compared have most of the room, a text a quarter."""
        if self._detail is not detail:
            self._detail = detail
            self.details.setCurrentWidget(detail)
            share = self.height() // 4
            self.split.setSizes([3 * share, share] if detail is self.whole else [share, 3 * share])

    def _told(self, row: InRow | FailedRow | OutRow | None) -> str:
        if isinstance(row, InRow):
            return self.words.in_sentence(row)
        if isinstance(row, FailedRow):
            return self.words.failed_sentence(row)
        return self.words.out_sentence(row) if row is not None else ""

    def _show_compared(self, found: Compared) -> None:
        self.compare.show_pair(found)

    def _enable(self, row: Any) -> None:
        enable = self.context.actions.set_enabled
        for action_id, modes in _BUTTONS.items():
            if action_id.startswith(self.name):
                enable(action_id, row is not None and self.mode() in modes)
        enable("exchange.both", isinstance(row, DifferenceRow) and row.both)
        enable("exchange.go", isinstance(row, InRow))
        enable("exchange.chart", self._patient() is not None)

    def _patient(self) -> int | None:
        row = self.table.current_row()
        if isinstance(row, DuplicateRow):
            return row.one.id
        head = row.patient if isinstance(row, DifferenceRow | OutRow) else None
        return head.id if head is not None else None

    def status(self) -> str:
        return self.tr("{shown} of {total} · {view}").format(
            shown=len(self.table.rows()), total=self._total, view=self.words.lists()[self.mode()]
        )

    # commands

    def actions_offered(self) -> Iterable[Action]:
        write, merge = Privilege.CLINICAL_WRITE, Privilege.MERGE
        keys = dict(KEYS)
        at = {mode: f"{self.name}.{mode}" for mode in MODES}
        return (
            Action("exchange.show", self.tr("E&xchange"), self.show_page, None, self.icon, "work", GLOBAL,
                   self.privilege, (self.tr("came in"), self.tr("inbox"), self.tr("partners"))),
            *(Action(f"exchange.list.{mode}", self.tr("Show {list}").format(list=words), partial(self.show_list, mode),
                     f"Alt+{place}", None, "view", self.name, group=2)
              for place, (mode, words) in enumerate(self.words.lists().items(), start=1)),
            Action("exchange.find", self.tr("&Filter this list"), self.filter.setFocus, "Ctrl+Shift+F", "search",
                   "view", self.name),
            Action("exchange.go", self.tr("&Go to what waits"), self.go, None, "arrow-right", "work", at[IN]),
            Action("exchange.different", self.tr("&Not the same person"), self.not_the_same, "Ctrl+D", "split", "work",
                   at[MATCHING], Privilege.DEMOGRAPHICS),
            Action("exchange.merge", self.tr("&Merge…"), self.merge, "Ctrl+M", "merge", "work", at[MATCHING], merge),
            Action("exchange.mine", self.tr("Keep &ours"), partial(self.decide, MINE), keys[MINE], "check", "work",
                   at[DIFFERENCES], write),
            Action("exchange.theirs", self.tr("Take &theirs"), partial(self.decide, THEIRS), keys[THEIRS], "import",
                   "work", at[DIFFERENCES], write),
            Action("exchange.both", self.tr("&Both"), partial(self.decide, BOTH), keys[BOTH], "split", "work",
                   at[DIFFERENCES], write),
            Action("exchange.again", self.tr("Run &again…"), self.run_again, "Ctrl+R", "refresh-cw", "work",
                   at[FAILED]),
            Action("exchange.aside", self.tr("Set a&side"), self.set_aside, "Ctrl+D", "x", "work", at[FAILED]),
            Action("exchange.chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "work", self.name),
        )  # fmt: skip

    def show_page(self) -> None:
        """Open this page from anywhere."""
        self.context.navigation.open(self.name)

    def go(self) -> None:
        """From an import to what waits of it; from anything else to its chart, or to running it again."""
        row = self.table.current_row()
        if isinstance(row, InRow):
            if row.state == "complete" and (row.differences or row.matching or row.refused):
                self.show_list(DIFFERENCES if row.differences else MATCHING if row.matching else FAILED)
            else:
                self.context.actions.trigger("file.imports")
        elif isinstance(row, FailedRow):
            self.run_again()
        elif isinstance(row, DuplicateRow):
            self.merge()
        else:
            self.open_chart()

    def open_chart(self) -> None:
        """Open the chart of whom the row is about."""
        if (patient_id := self._patient()) is not None:
            self.context.navigation.open_chart(patient_id)

    def not_the_same(self) -> None:
        """Note that the two are two people."""
        self._pairs.not_the_same(self.table.current_row())

    def merge(self) -> None:
        """Merge the pair: who came later into who was here."""
        self._pairs.merge(self.table.current_row())

    def decide(self, answer: str) -> None:
        """Decide about the fact the keyboard is on."""
        row = self.table.current_row()
        if isinstance(row, DifferenceRow):
            self._acts.decide(row, answer)

    def run_again(self) -> None:
        """Import the files that failed once more; they can be changed before."""
        row = self.table.current_row()
        if isinstance(row, FailedRow):
            self._again = ImportDialog(self.context, self.window())
            self._again.read_again(row.paths, row.id)
            self._again.show()

    def set_aside(self) -> None:
        """Say that what failed is not wanted any more."""
        row = self.table.current_row()
        if isinstance(row, FailedRow):
            self.context.jobs.run("services.exchange.set_aside", row.id, owner=self, done=self._set_aside)

    def _set_aside(self, done: SetAside) -> None:
        self.context.feedback.done(self.tr("Set aside."), self.tr("set aside"), done.changes)

    # place

    def state(self) -> Mapping[str, object]:
        return {"view": self.mode()}

    def restore(self, state: Mapping[str, object]) -> None:
        if state.get("view") in MODES:
            self.view.set_on([str(state["view"])])

    def panes(self) -> Sequence[QWidget]:
        below: dict[str, QWidget] = {MATCHING: self.compare.table, DIFFERENCES: self.difference.table}
        return (self.view, self.filter, self.table, below.get(self.mode(), self.whole))

    def focus_first(self) -> None:
        self.table.setFocus()
