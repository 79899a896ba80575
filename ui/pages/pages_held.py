"""Pages for patients: who holds one that is outdated, and what waits for a printer; printed again from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.handed_out import OutdatedFilter, OutdatedPages, OutdatedRow, PagesChanged, Told, WaitingPage
from icm_desktop.contracts.handouts import KINDS
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.handout_words import kind_words
from ui.feedback import Level
from ui.latest import Latest
from ui.page import Page
from ui.pages.chart_pages import ChartPages
from ui.pages.pages_held_words import HeldWords
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text

_MOST = 1000
WAITING = "waiting"


class PagesHeldPage(Page):
    """Outdated pages, those printed longest ago first; the chips say how many there are of each kind."""

    name = "pages_held"
    icon = "printer"
    privilege = Privilege.PRINT_HANDOUT
    shows = frozenset({"handout", "outdated_page", "patient", "import"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = HeldWords(context)
        self.paper = ChartPages(context, self, lambda: None)
        self._asked, self._asked_waiting = Latest(context.jobs, self), Latest(context.jobs, self)
        self._total = self._patients = self._uncompared = 0
        kinds = kind_words()
        self.view = FilterChips(
            [("all", self.tr("All pages")), *((kind, kinds[kind]) for kind in KINDS), (WAITING, "")], exclusive=True
        )
        self.view.set_on(["all"])
        self.whose = FilterChips([("mine", self.tr("My patients"))])
        self.table: RowsTable[OutdatedRow] = RowsTable(
            context, "outdated_pages", self.words.columns(), lambda row: row.handout_id, self.words.sentence,
            menu=("pages.print", "pages.told", "pages.open_chart"), sorted_elsewhere=True,
        )  # fmt: skip
        self.queue: RowsTable[WaitingPage] = RowsTable(
            context, "waiting_pages", self.words.waiting_columns(), lambda row: row.handout_id,
            self.words.waiting_sentence, menu=("pages.print", "pages.take_out", "pages.open_chart"),
            sorted_elsewhere=True,
        )  # fmt: skip
        self.empty = EmptyState("", "")
        self.stack = QStackedWidget()
        self._buttons = QHBoxLayout()
        self._shown_in: dict[QWidget, bool] = {}
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Pages for patients")

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.table.setAccessibleName(self.tr("Outdated pages"))
        self.queue.setAccessibleName(self.tr("Pages that wait for a printer"))
        for widget in (self.table, self.queue, self.empty):
            self.stack.addWidget(widget)
        top = QHBoxLayout()
        top.addWidget(Text("title", self.title()))
        top.addStretch(1)
        top.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addWidget(Text("small", self.tr(
            "A page is outdated when the patient holds it and a medicine, a visit or the plan reads differently today."
        ), tone="text_2", wrap=True))  # fmt: skip
        filters = QHBoxLayout()
        filters.addWidget(self.view, 1)
        filters.addWidget(self.whose, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(filters)
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.view.changed.connect(lambda _on: self.refresh())
        self.whose.changed.connect(lambda _on: self.refresh())
        for table in (self.table, self.queue):
            table.row_changed.connect(lambda _row: self._enable())
            table.opened.connect(lambda _row: self.open_chart())

    # what is asked and shown

    def mode(self) -> str:
        """What is shown: all, one kind of page, or what waits."""
        return next(iter(self.view.on()), "all")

    def refresh(self) -> None:
        self._add_buttons()
        mode = self.mode()
        self.whose.setVisible(mode != WAITING)
        kind = None if mode in ("all", WAITING) else mode
        wanted = OutdatedFilter(kind, my_patients="mine" in self.whose.on(), limit=_MOST)
        self._asked.ask("queries.outdated_pages.outdated", wanted, done=self._show)
        self._asked_waiting.ask("queries.handed_out.waiting", done=self._show_waiting)

    def _add_buttons(self) -> None:
        if not self._buttons.count():
            for action_id in ("pages.told", "pages.take_out", "pages.print"):
                if action_id in self.context.actions:
                    button = ActionButton(self.context, action_id, primary=action_id == "pages.print")
                    self._buttons.addWidget(button)
                    if action_id != "pages.print":
                        self._shown_in[button] = action_id == "pages.take_out"
        for shown, waits in self._shown_in.items():
            shown.setVisible(waits == (self.mode() == WAITING))

    def _show(self, found: OutdatedPages) -> None:
        kinds, counted = kind_words(), dict(found.of_kind)
        self.view.show_only({"all", WAITING, self.mode(), *(kind for kind in KINDS if counted.get(kind))})
        self.view.set_words("all", self.tr("All pages ({number})").format(number=sum(counted.values())))
        for kind in KINDS:
            self.view.set_words(kind, f"{kinds[kind]} ({counted.get(kind, 0)})")
        self._total, self._patients, self._uncompared = found.total, found.patients, found.waiting
        self.table.set_rows(found.rows, found.total)
        if self.mode() != WAITING:
            self._stand(self.table, bool(found.rows))

    def _show_waiting(self, rows: tuple[WaitingPage, ...]) -> None:
        self.view.set_words(WAITING, self.tr("Waiting for a printer ({number})").format(number=len(rows)))
        self.queue.set_rows(rows, len(rows))
        if self.mode() == WAITING:
            self._stand(self.queue, bool(rows))

    def _stand(self, table: RowsTable[OutdatedRow] | RowsTable[WaitingPage], anything: bool) -> None:
        if not anything:
            self._say_nothing()
        self.stack.setCurrentWidget(table if anything else self.empty)
        if anything and table.current_row() is None:
            table.setCurrentIndex(table.rows_model.index(0, 0))
        self._enable()
        self.context.feedback.count(self.status())

    def _say_nothing(self) -> None:
        if self.mode() == WAITING:
            self.empty.say(self.tr("No page waits for a printer."), "")
        elif self._uncompared:
            words = self.tr("Something changed that pages say. What is outdated stands here as soon as that is done.")
            self.empty.say(self.tr("Pages are being compared."), words)
        else:
            words = self.tr("What patients hold says what is so today, as far as it was printed here.")
            self.empty.say(self.tr("Nobody holds an outdated page."), words)

    def _enable(self) -> None:
        waits = self.mode() == WAITING
        there = self.stack.currentWidget() is not self.empty
        actions = self.context.actions
        actions.set_enabled("pages.print", there)
        actions.set_enabled("pages.open_chart", there)
        actions.set_enabled("pages.told", there and not waits)
        actions.set_enabled("pages.take_out", there and waits)

    def status(self) -> str:
        if self.mode() == WAITING:
            return self.tr("%n page(s) wait", "", len(self.queue.rows()))
        words = self.tr("%n patient(s) hold an outdated page", "", self._patients)
        shown = self.tr("{shown} of {total} pages · {patients}").format(
            shown=len(self.table.rows()), total=self._total, patients=words
        )
        more = self.tr("pages of %n patient(s) still to be compared", "", self._uncompared)
        return f"{shown} · {more}" if self._uncompared else shown

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here, who = self.name, Privilege.PRINT_HANDOUT
        return (
            Action("pages.show", self.tr("&Pages for patients"), self.show_page, None, "printer", "patient", GLOBAL,
                   who, (self.tr("outdated pages"), self.tr("print queue"), self.tr("waiting for a printer"))),
            Action("pages.print", self.tr("&Print"), self.print_rows, "Ctrl+P", "printer", "patient", here, who,
                   (self.tr("print again"),)),
            Action("pages.told", self.tr("&Told what changed"), self.told, "Ctrl+D", "check", "patient", here, who),
            Action("pages.take_out", self.tr("&Do not print"), self.take_out, "Ctrl+R", "x", "patient", here,
                   who),
            Action("pages.open_chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "patient", here,
                   who),
        )  # fmt: skip

    def show_page(self) -> None:
        """Open this page from anywhere."""
        self.context.navigation.open(self.name)

    def open_chart(self) -> None:
        """Open the chart of the row."""
        row = self.queue.current_row() if self.mode() == WAITING else self.table.current_row()
        if row is not None:
            self.context.navigation.open_chart(row.head.id)

    def print_rows(self) -> None:
        """Print what is selected; with one row or none selected, everything the list shows."""
        if self.mode() == WAITING:
            chosen = self.queue.selected_rows()
            self.paper.pages.print_waiting(chosen if len(chosen) > 1 else self.queue.rows())
            return
        chosen_pages = self.table.selected_rows()
        rows = chosen_pages if len(chosen_pages) > 1 else self.table.rows()
        if any(row.needs_ticking for row in rows):
            words = self.tr("Pages with sensitive items are left out: ask a care coordinator to print them.")
            self.context.feedback.say(words, Level.CAUTION)
        self.paper.pages.print_again(rows)

    def told(self) -> None:
        """Whoever holds the selected pages was told what changed."""
        rows = self.table.selected_rows() if self.mode() != WAITING else []
        if rows:
            told = self.tr("Noted: %n patient(s) were told what changed", "", len({row.head.id for row in rows}))
            self._do("services.handed_out.told", Told(tuple(row.handout_id for row in rows)), told)

    def take_out(self) -> None:
        """The selected pages are not printed; they stay on record as saved."""
        rows = self.queue.selected_rows() if self.mode() == WAITING else []
        if rows:
            told = self.tr("%n page(s) taken out of the queue", "", len(rows))
            self._do("services.handouts.take_from_queue", tuple(row.handout_id for row in rows), told)

    def _do(self, name: str, request: object, told: str) -> None:
        def done(result: PagesChanged) -> None:
            self.context.feedback.done(told, self.tr("pages for patients"), result.changes)

        self.context.jobs.run(name, request, owner=self, done=done, failed=self.context.feedback.refuse)

    # place

    def state(self) -> Mapping[str, object]:
        return {"view": sorted(self.view.on()), "whose": sorted(self.whose.on())}

    def restore(self, state: Mapping[str, object]) -> None:
        for chips, key in ((self.view, "view"), (self.whose, "whose")):
            if isinstance(on := state.get(key), list):
                chips.set_on(on)

    def panes(self) -> Sequence[QWidget]:
        return (self.view, self.queue if self.mode() == WAITING else self.table)

    def focus_first(self) -> None:
        (self.queue if self.mode() == WAITING else self.table).setFocus()
