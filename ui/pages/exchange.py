"""Exchange: what came in, needs matching, differs, failed or left, and partners; each row says what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.differences import DifferenceRow
from icm_desktop.contracts.duplicates import Compared, DuplicateRow, PairOf
from icm_desktop.contracts.exchange_rows import ExchangeCounts, FailedRow, InRow, OutFilter, OutRow
from icm_desktop.contracts.partners import PartnerHealth
from icm_desktop.domain.plain_text import folded
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.page import Page
from ui.pages.difference_view import DifferenceView
from ui.pages.duplicates_compare import CompareView
from ui.pages.exchange_acts import ExchangeActs
from ui.pages.exchange_commands import BUTTONS, MAIN, ExchangeCommands
from ui.pages.exchange_lists import ExchangeLists
from ui.pages.exchange_out_words import ExchangeOutWords
from ui.pages.exchange_words import DIFFERENCES, FAILED, IN, MATCHING, MODES, OUT, ExchangeWords
from ui.pages.partner_words import PartnerWords
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.beside import beneath
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll

_LOW = 400  # of the page: less is too low for a list over what is told of its row
_COMPARED = 0.6  # of the width for two sides beside their list


class ExchangePage(Page):
    """The lists stand behind chips with their counts; the chosen row is told in full beneath."""

    name = "exchange"
    icon = "move-horizontal"
    order = 8
    privilege = Privilege.IMPORT
    shows = frozenset({
        "import", "difference", "duplicates", "patient", "record_export", "disclosure", "handout", "partner",
    })  # fmt: skip

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = ExchangeWords(context)
        self.out, self.partners = ExchangeOutWords(context), PartnerWords(context)
        self.lists = ExchangeLists(context, self.words, self.out, self.partners).by_mode
        self.acts = ExchangeActs(context, self)
        self._asked, self._counted = Latest(context.jobs, self), Latest(context.jobs, self)
        self._out = OutFilter()
        self.way = QComboBox()
        self._compared = Latest(context.jobs, self)
        self._total = 0
        self.view = FilterChips(list(self.words.lists().items()), exclusive=True, chord="Alt")
        self.view.set_on([IN])
        self.filter = QLineEdit()
        self.compare, self.difference = CompareView(context, self.words.pairs), DifferenceView(context, self.words)
        self.commands = ExchangeCommands(context, self, self.acts)
        self.whole = Text("body", tone="text_2", wrap=True, selectable=True)
        details: tuple[QWidget, ...] = (self.whole, self.compare, self.difference)
        self._scrolls = {detail: VerticalScroll(detail) for detail in details}
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.empty = EmptyState("", "")
        self.tables, self.details, self.stack = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._buttons: FlowLayout
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
        for one in self.lists.values():
            self.tables.addWidget(one.table)
        for scroll in self._scrolls.values():
            self.details.addWidget(scroll)
        for view in (self.compare, self.difference):
            self._scrolls[view].follow(view.table)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(theme.px(8))
        self.split.addWidget(self.tables)
        self.split.addWidget(self.details)
        for page in (self.split, self.empty):
            self.stack.addWidget(page)
        top, buttons = QHBoxLayout(), QWidget()
        top.addWidget(Text("title", self.title()))
        top.addStretch(1)
        self.way.setAccessibleName(self.tr("By which way"))
        self.way.setMinimumHeight(theme.px(28))
        self.way.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for part in (self.way, self.filter):
            part.setFixedWidth(theme.px(190))
            top.addWidget(part)
        self._buttons = FlowLayout(buttons, gap=theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addWidget(self.view)
        column.addWidget(buttons)
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.view.changed.connect(lambda _on: self._turned())
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.way.activated.connect(lambda _at: self._filter())
        for one in self.lists.values():
            one.table.row_changed.connect(self._show_row)
            one.table.opened.connect(lambda _row: self.go())
        out = self.lists[OUT].table
        out.sort_wanted.connect(self._sort)
        out.more_wanted.connect(self._more)

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
        if not self.way.count():
            self._counted.ask("queries.exchange_out.words", QLocale().name(), done=self._learn_words)
        self.way.setVisible(self.mode() == OUT)
        one = self.lists[self.mode()]
        self._asked.ask(one.question, *((self._out,) if one.paged else one.asked), done=self._show)
        self.context.jobs.run("queries.exchange_matching.counts", owner=self, done=self._show_counts)

    def _learn_words(self, lists: Choices) -> None:
        self.out.lists = lists
        self.way.clear()
        for code, words in self.out.ways():
            self.way.addItem(words, code)
        self.lists[OUT].table.viewport().update()
        self._show_row(self.table.current_row())

    def _sort(self, key: str, descending: bool) -> None:
        self._out = replace(self._out, sort=key, descending=descending)
        self.refresh()

    def _more(self, there: int) -> None:
        """The next page of a long list."""
        asked = replace(self._out, offset=there)
        self._asked.ask("queries.exchange_out.outgoing", asked, done=lambda found: self.table.append_rows(found.rows))

    def _add_buttons(self) -> None:
        if not self._buttons.count():
            for action_id, modes in BUTTONS.items():
                if action_id in self.context.actions:
                    button = ActionButton(self.context, action_id, primary=action_id in MAIN)
                    self._buttons.addWidget(button)
                    self._shown_in[button] = modes
        for shown, modes in self._shown_in.items():
            shown.setVisible(self.mode() in modes)

    def _show_counts(self, counts: ExchangeCounts) -> None:
        for mode, words in self.words.lists(counts).items():
            self.view.set_words(mode, words)
        self.badge_changed.emit(counts.matching + counts.differences + counts.failed)

    def _show(self, found: Slice[Any] | tuple[Any, ...]) -> None:
        page: Slice[Any] = found if isinstance(found, Slice) else Slice(found, len(found))
        self._total, table, found = page.total, self.table, page
        table.set_rows(page.rows, page.total)
        self.tables.setCurrentWidget(table)
        self.stack.setCurrentWidget(self.split if found.rows else self.empty)
        self.empty.say(*self.lists[self.mode()].empty)
        if found.rows and table.current_row() is None:
            table.setCurrentIndex(table.rows_model.index(0, 0))
        self._show_row(table.current_row())
        self.context.feedback.count(self.status())

    def _filter(self) -> None:
        if self.lists[self.mode()].paged:
            wanted = replace(self._out, text=self.filter.text().strip(), channel=self.way.currentData() or "")
            if wanted != self._out:
                self._out = wanted
                self.refresh()
            return
        typed, table = folded(self.filter.text()), self.table
        columns = table.rows_model.columns
        table.set_filter((lambda row: any(typed in folded(column.text(row)) for column in columns)) if typed else None)
        self._show_row(table.current_row())
        self.context.feedback.count(self.status())

    def _show_row(self, row: Any) -> None:
        """The row in full beneath: both people, both values, or every file with its reason."""
        self.commands.enable(row, self.mode(), self.patient())
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
        if self.details.currentWidget() is not self._scrolls[detail]:
            self.details.setCurrentWidget(self._scrolls[detail])
            self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Two sides that are compared have most of the room, a text a quarter; in a low window they stand beside."""
        low, pane = self.height() < self.context.theme.px(_LOW), 3 * self.height() // 4
        if self.details.currentWidget() is self._scrolls[self.whole]:
            beneath(self.split, self.size(), self.height() - pane, low=low)
        else:
            beneath(self.split, self.size(), pane, low=low, share=_COMPARED)

    def _told(self, row: InRow | FailedRow | OutRow | PartnerHealth | None) -> str:
        if isinstance(row, InRow):
            return self.words.in_sentence(row)
        if isinstance(row, FailedRow):
            return self.words.failed_sentence(row)
        if isinstance(row, PartnerHealth):
            return self.partners.sentence(row)
        return self.out.sentence(row) if row is not None else ""

    def _show_compared(self, found: Compared) -> None:
        self.compare.show_pair(found)

    def patient(self) -> int | None:
        """Whom the row is about."""
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
        return self.commands.offered(self.lists_in_order())

    def lists_in_order(self) -> tuple[tuple[str, str], ...]:
        """Every list with its name."""
        return tuple(self.words.lists().items())

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
            self.commands.run_again()
        elif isinstance(row, DuplicateRow):
            self.commands.merge()
        elif isinstance(row, OutRow) and row.pages_kept:
            self.acts.open_pages(row)
        elif isinstance(row, PartnerHealth):
            self._go_to_partner(row)
        else:
            self.open_chart()

    def _go_to_partner(self, row: PartnerHealth) -> None:
        """To what the partner asks first: facts that differ, else what waits to go there."""
        if row.questions and not row.failed:
            self.show_list(DIFFERENCES)
        else:
            self.acts.queue(row)

    def open_chart(self) -> None:
        """Open the chart of whom the row is about."""
        if (patient_id := self.patient()) is not None:
            self.context.navigation.open_chart(patient_id)

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
