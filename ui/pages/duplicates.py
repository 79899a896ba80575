"""Look-alikes: pairs that may be one person, side by side, decided by keyboard; and the merges that were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.duplicates import Compared, DuplicateFilter, DuplicateRow, Merged, MergeRow, PairOf
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.duplicate_words import DuplicateWords
from ui.latest import Latest
from ui.page import Page
from ui.pages.duplicates_compare import CompareView
from ui.pair_acts import PairActs
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text

_SLICE = 100
_ON_A_PAIR = ("duplicates.different", "duplicates.merge", "duplicates.open_chart")
_BUTTONS = {
    "duplicates.different": ("open",),
    "duplicates.open_again": ("decided",),
    "duplicates.merge": ("open", "decided"),
    "duplicates.undo_merge": ("merges",),
}


class DuplicatesPage(Page):
    """The next pair comes by itself: what was decided leaves the list and the keyboard stays where it is."""

    name = "duplicates"
    icon = "users"
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset({"patient", "duplicates", "import"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words, self._acts = DuplicateWords(context), PairActs(context, self)
        self._asked, self._more = Latest(context.jobs, self), Latest(context.jobs, self)
        self._compared = Latest(context.jobs, self)
        self._total = 0
        self.view = FilterChips(self._views(), exclusive=True)
        self.view.set_on(["open"])
        words = self.words
        self.table: RowsTable[DuplicateRow] = RowsTable(
            context, "duplicates", words.columns(), lambda row: frozenset((row.one.id, row.other.id)), words.sentence,
            menu=(*_ON_A_PAIR, "duplicates.open_again"), sorted_elsewhere=True,
        )  # fmt: skip
        self.merges: RowsTable[MergeRow] = RowsTable(
            context, "merges", words.merge_columns(), lambda row: row.id, words.merge_sentence,
            menu=("duplicates.undo_merge",), sorted_elsewhere=True,
        )  # fmt: skip
        self.compare = CompareView(context, words)
        self.empty = EmptyState("", "")
        self.lists, self.stack = QStackedWidget(), QStackedWidget()
        self._buttons = QHBoxLayout()
        self._shown_in: dict[QWidget, tuple[str, ...]] = {}
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Look-alikes")

    def _views(self) -> list[tuple[str, str]]:
        found = [("open", self.tr("To decide")), ("decided", self.tr("Not the same person"))]
        if self.context.may(Privilege.MERGE):
            found.append(("merges", self.tr("Merged records")))
        return found

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.table.setAccessibleName(self.tr("Pairs of look-alikes"))
        self.merges.setAccessibleName(self.tr("Merged records"))
        for widget in (self.table, self.merges):
            self.lists.addWidget(widget)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.lists)
        split.addWidget(self.compare)
        split.setSizes([theme.px(200), theme.px(420)])
        for page in (split, self.empty):
            self.stack.addWidget(page)
        top = QHBoxLayout()
        top.addWidget(Text("title", self.title()))
        top.addStretch(1)
        top.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addWidget(self.view)
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.view.changed.connect(lambda _on: self.refresh())
        self.table.row_changed.connect(self._show_pair)
        self.table.opened.connect(lambda _row: self.merge())
        self.table.more_wanted.connect(self._ask_more)
        self.merges.row_changed.connect(lambda _row: self._enable())
        self.empty.chosen.connect(lambda _at: None)

    # what is asked and shown

    def mode(self) -> str:
        """Which list is shown: open, decided or merges."""
        return next(iter(self.view.on()), "open")

    def refresh(self) -> None:
        self._add_buttons()
        self._more.forget()
        if self.mode() == "merges":
            self._asked.ask("queries.merging.merges", done=self._show_merges)
        else:
            self._asked.ask("queries.duplicates.duplicates", self._filter(0), done=self._show)

    def _filter(self, offset: int) -> DuplicateFilter:
        return DuplicateFilter(decided=self.mode() == "decided", offset=offset, limit=_SLICE)

    def _add_buttons(self) -> None:
        if not self._buttons.count():
            for action_id, modes in _BUTTONS.items():
                if action_id in self.context.actions:
                    main = action_id in ("duplicates.merge", "duplicates.undo_merge")
                    button = ActionButton(self.context, action_id, primary=main)
                    self._buttons.addWidget(button)
                    self._shown_in[button] = modes
        for shown, modes in self._shown_in.items():
            shown.setVisible(self.mode() in modes)

    def _ask_more(self, there: int) -> None:
        self._more.ask("queries.duplicates.duplicates", self._filter(there), done=self._append)

    def _append(self, found: Slice[DuplicateRow]) -> None:
        self.table.append_rows(found.rows)
        self.context.feedback.count(self.status())

    def _show(self, found: Slice[DuplicateRow]) -> None:
        at = max(self.table.currentIndex().row(), 0)
        self._total = found.total
        self.table.set_rows(found.rows, found.total)
        self.lists.setCurrentWidget(self.table)
        self.compare.show()
        self._show_or_say(bool(found.rows))
        if found.rows and self.table.current_row() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(min(at, len(found.rows) - 1), 0))
        self._show_pair(self.table.current_row())
        self.context.feedback.count(self.status())

    def _show_merges(self, found: Slice[MergeRow]) -> None:
        self._total = found.total
        self.merges.set_rows(found.rows, found.total)
        self.lists.setCurrentWidget(self.merges)
        self.compare.hide()
        self._show_or_say(bool(found.rows))
        if found.rows and self.merges.current_row() is None:
            self.merges.setCurrentIndex(self.merges.rows_model.index(0, 0))
        self._enable()
        self.context.feedback.count(self.status())

    def _show_or_say(self, anything: bool) -> None:
        self.stack.setCurrentIndex(0 if anything else 1)
        self.empty.say(*{
            "open": (self.tr("Nobody looks like anybody else."),
                     self.tr("After every registration, correction and import the records are compared again.")),
            "decided": (self.tr("No look-alikes were found to be two people yet."), ""),
            "merges": (self.tr("No records were merged yet."), ""),
        }[self.mode()])  # fmt: skip

    def _show_pair(self, row: DuplicateRow | None) -> None:
        self._enable()
        if row is None:
            self._compared.forget()
            return
        self._compared.ask(
            "queries.merging.compare", PairOf(row.one.id, row.other.id), done=self._show_compared,
            failed=lambda _error: None,
        )  # fmt: skip

    def _show_compared(self, found: Compared) -> None:
        self.compare.show_pair(found)

    def _enable(self) -> None:
        mode, actions = self.mode(), self.context.actions
        row = self.table.current_row() if mode != "merges" else None
        merged = self.merges.current_row() if mode == "merges" else None
        actions.set_enabled("duplicates.different", row is not None and mode == "open")
        actions.set_enabled("duplicates.merge", row is not None)
        actions.set_enabled("duplicates.open_chart", row is not None)
        actions.set_enabled("duplicates.open_again", row is not None and mode == "decided")
        actions.set_enabled("duplicates.undo_merge", merged is not None and merged.undone_at is None)

    def status(self) -> str:
        return self.tr("{shown} of {total} · {view}").format(
            shown=len((self.merges if self.mode() == "merges" else self.table).rows()),
            total=self._total,
            view=self.view.words_on(),
        )

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here, who = self.name, Privilege.DEMOGRAPHICS
        return (
            Action("duplicates.show", self.tr("&Look-alikes"), self.show_page, None, "users", "patient", GLOBAL, who,
                   (self.tr("duplicates"), self.tr("doubles"), self.tr("merge"))),
            Action("duplicates.different", self.tr("&Not the same person"), self.not_the_same, "Ctrl+D", "split",
                   "patient", here, who),
            Action("duplicates.merge", self.tr("&Merge…"), self.merge, "Ctrl+M", "merge", "patient", here,
                   Privilege.MERGE),
            Action("duplicates.open_chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "patient", here,
                   who),
            Action("duplicates.open_again", self.tr("Open the &question again"), self.open_again, "Ctrl+R",
                   "history", "patient", here, who),
            Action("duplicates.undo_merge", self.tr("&Take the merge back"), self.undo_merge, "Ctrl+B", "undo-2",
                   "patient", here, Privilege.MERGE),
        )  # fmt: skip

    def show_page(self) -> None:
        """Open this page from anywhere."""
        self.context.navigation.open(self.name)

    def open_chart(self) -> None:
        """Open the chart of the first of the pair."""
        if (row := self.table.current_row()) is not None:
            self.context.navigation.open_chart(row.one.id)

    def not_the_same(self) -> None:
        """Note that the two are two people."""
        self._acts.not_the_same(self.table.current_row())

    def open_again(self) -> None:
        """Make the two a question again."""
        self._acts.open_again(self.table.current_row())

    def merge(self) -> None:
        """Merge the pair."""
        self._acts.merge(self.table.current_row())

    def undo_merge(self) -> None:
        """Take the merge of the row back."""
        if (row := self.merges.current_row()) is not None:
            self.context.jobs.run("services.merging.undo_merge", row.id, owner=self, done=self._taken_back)

    def _taken_back(self, done: Merged) -> None:
        told = self.tr("Record {number} is on its own again.").format(number=done.source_number)
        self.context.feedback.done(told, self.tr("take a merge back"), done.changes)

    # place

    def state(self) -> Mapping[str, object]:
        return {"view": sorted(self.view.on())}

    def restore(self, state: Mapping[str, object]) -> None:
        if isinstance(on := state.get("view"), list):
            self.view.set_on(on)

    def panes(self) -> Sequence[QWidget]:
        return (self.view, self.merges if self.mode() == "merges" else self.table, self.compare.table)

    def focus_first(self) -> None:
        (self.merges if self.mode() == "merges" else self.table).setFocus()
