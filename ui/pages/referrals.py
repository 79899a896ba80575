"""Referrals: every open loop as a board or a table, what is stuck, and the next step by keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.referrals import ReferralFilter, ReferralRow, ReferralSaved
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.advance_referral import AdvanceReferralDialog
from ui.dialogs.choose_patient import for_patient, patient_in_view
from ui.dialogs.new_referral import NewReferralDialog
from ui.dialogs.reopen_referral import ReopenReferralDialog
from ui.icons import icon
from ui.latest import Latest
from ui.page import Page
from ui.pages.calendar_commands import Booking
from ui.pages.newest_note import NewestNote
from ui.pages.referrals_board import Board
from ui.pages.referrals_detail import ReferralDetailPane
from ui.pages.referrals_filters import ReferralFilters
from ui.pages.referrals_notes import FittingNotes
from ui.pages.referrals_packet import PacketOfReferral
from ui.pages.referrals_reviewer import ReviewerOfReferral
from ui.pages.referrals_words import ReferralWords
from ui.record_acts import RecordActs
from ui.tables.view import RowsTable
from ui.widgets.beside import beneath
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text

_PANE_HEIGHT, _ABOVE = 220, 96
_LOW = 400  # pixels of the page with usual text
_ROW_ACTIONS = (
    *("referrals.advance", "referrals.packet", "referrals.reopen", "referrals.visit", "referrals.chart"),
    *("referrals.newest_note", "referrals.hand_on", "referrals.reviewer"),
)


class ReferralsPage(Page):
    """The board of open loops."""

    name = "referrals"
    icon = "send"
    order = 4
    privilege = Privilege.REFERRAL_LOGISTICS
    shows = frozenset({"referral", "document", "appointment", "patient", "import", "closure", "directory"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = ReferralWords(context)
        self.booking = Booking(context, self)
        self.acts = RecordActs(context, self, self.name, self._record)
        self._newest_note = NewestNote(context, lambda: row.head if (row := self.current_row()) else None)
        self._asked = Latest(context.jobs, self)
        self._rows: tuple[ReferralRow, ...] | None = None
        self._go_to: int | None = None
        self.filters = ReferralFilters(context)
        self.toggle = Button(self.tr("Table"), "list")
        self.more = Text("body", tone="caution", wrap=True)
        self.more.hide()
        menu = (*_ROW_ACTIONS, "", *self.acts.ids)
        self.board = Board(context, self.words, menu)
        self.table: RowsTable[ReferralRow] = RowsTable(
            context, "referrals", self.words.columns(), lambda row: row.id, self.words.sentence, menu=menu
        )
        self.detail = ReferralDetailPane(context, self.words, _ROW_ACTIONS)
        self.notes = FittingNotes(context, self.detail, self._told)
        self.packets = PacketOfReferral(context, self, self.current_row, self._go_to_referral)
        self.reviewer = ReviewerOfReferral(context, self, self.current_row, self._told)
        self.empty = EmptyState("", "", *([self.tr("New referral")] if self._may_refer() else []))
        self.stack, self.views = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._wire()

    def title(self) -> str:
        return self.tr("Referrals")

    def _may_refer(self) -> bool:
        return self.context.may(Privilege.REFERRAL_CLINICAL)

    # putting together

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.board.setAccessibleName(self.tr("Referrals by step"))
        self.table.setAccessibleName(self.tr("Referrals as a table"))
        for part in (self.board, self.table):
            self.views.addWidget(part)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.views)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        page.setSpacing(theme.px(8))
        page.addLayout(self._heading())
        page.addWidget(self.filters)
        page.addWidget(self.more)
        page.addWidget(self.stack, 1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.context.theme.px(8))
        row.addWidget(Text("title", self.title()))
        row.addStretch(1)
        row.addWidget(self.toggle)
        if self._may_refer():
            new = Button(self.tr("New referral"), "plus", primary=True)
            new.clicked.connect(lambda _on=False: self.new())
            row.addWidget(new)
        return row

    def _wire(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.search.returnPressed.connect(self.focus_first)
        self.toggle.clicked.connect(lambda _on=False: self.toggle_view())
        self.empty.chosen.connect(lambda _at: self.new())
        for view in (self.board, self.table):
            view.opened.connect(lambda _row: self.open_chart())
            view.row_changed.connect(partial(self._row_changed, view))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pane takes what it needs, but the board keeps the greater part; in a low window it stands beside."""
        super().resizeEvent(event)
        px = self.context.theme.px
        high = self.height() - px(_ABOVE)  # the splitter itself learns its height after the page
        pane = min(px(_PANE_HEIGHT), int(high * 0.4))
        beneath(self.splitter, QSize(self.width(), high), pane, low=self.height() < px(_LOW))

    # what is asked and shown

    def filter(self) -> ReferralFilter:
        """What the board shows now."""
        return self.filters.asked()

    def refresh(self) -> None:
        self._asked.ask("queries.referrals.rows", self.filter(), done=self._show)

    def _show(self, rows: tuple[ReferralRow, ...]) -> None:
        self._rows = rows
        self.filters.offer(rows)
        self.board.set_rows(rows)
        self.table.set_rows(rows)
        first = self.tr("The first {count}, most days late first. The counts are of these; filter to see others.")
        self.more.setText(first.format(count=len(rows)))
        self.more.setVisible(len(rows) >= self.filter().limit)
        self.stack.setCurrentWidget(self.splitter if rows else self.empty)
        if not rows:
            self._say_empty()
        if self._go_to is not None:
            self._land(self._go_to)
            self._go_to = None
        self._row_changed(self._view, self.current_row())
        if self.filter() == ReferralFilter():
            self.badge_changed.emit(sum(row.days_over > 0 for row in rows))
        self.context.feedback.count(self.status())

    def _say_empty(self) -> None:
        if self.filter() == ReferralFilter():
            words = self.tr("Every referral you make shows here until it is closed.")
            self.empty.say(self.tr("No open referrals."), words)
        else:
            self.empty.say(self.tr("No referral fits this filter."), self.tr("Turn a filter off to see more."))

    def _land(self, referral_id: int) -> None:
        self.board.go_to(referral_id)
        self.table.go_to(referral_id)

    def status(self) -> str:
        if self._rows is None:
            return ""
        words = self.tr("%n referrals", "", len(self._rows))
        on = self.filters.words_on()
        return self.tr("{count} · Filter: {filter}").format(count=words, filter=on) if on else words

    @property
    def as_table(self) -> bool:
        """Whether the referrals show as a table."""
        return self.views.currentWidget() is self.table

    @property
    def _view(self) -> QWidget:
        return self.table if self.as_table else self.board

    def current_row(self) -> ReferralRow | None:
        """The referral the keyboard is on."""
        return self.table.current_row() if self.as_table else self.board.current_row()

    def _record(self) -> tuple[FactRef, PatientHead] | None:
        row = self.current_row()
        return (FactRef("service_request", row.id), row.head) if row is not None else None

    def _row_changed(self, view: QWidget, row: ReferralRow | None) -> None:
        if view is not self._view:
            return
        for action_id in _ROW_ACTIONS:
            self.context.actions.set_enabled(action_id, row is not None)
        self.context.actions.set_enabled("referrals.advance", row is not None and bool(row.next_states))
        self.context.actions.set_enabled("referrals.reopen", row is not None and bool(row.may_stand_again))
        self.context.actions.set_enabled("referrals.hand_on", row is not None and not row.may_stand_again)
        self.acts.enable()
        if row is None:
            self.detail.clear()
        else:
            self.detail.show_row(row)
        self.notes.look(row)

    def toggle_view(self) -> None:
        """Board or table: the same referrals, the same keys."""
        row = self.current_row()
        self._use_table(not self.as_table)
        if row is not None:
            self._land(row.id)
        self._row_changed(self._view, self.current_row())
        self.focus_first()

    def _use_table(self, wanted: bool) -> None:
        self.views.setCurrentWidget(self.table if wanted else self.board)
        self.toggle.setText(self.tr("Board") if wanted else self.tr("Table"))
        self.toggle.setIcon(icon("layout-grid" if wanted else "list"))

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here, who = self.name, Privilege.REFERRAL_LOGISTICS
        yield Action("referral.new", self.tr("&Referral"), self.new, None, "send", "new", GLOBAL,
                     Privilege.REFERRAL_CLINICAL, (self.tr("refer"), self.tr("consult")))  # fmt: skip
        yield Action("referrals.advance", self.tr("&Next step…"), self.advance, "Ctrl+.", "arrow-right", "work", here,
                     who, (self.tr("sent"), self.tr("note back"), self.tr("close")))  # fmt: skip
        yield self.packets.action(here)
        yield Action("referrals.reopen", self.tr("Open a&gain…"), self.reopen, None, "rotate-ccw", "work", here,
                     Privilege.REFERRAL_CLINICAL, (self.tr("reopen"),))  # fmt: skip
        yield Action("referrals.visit", self.tr("&Book or record visit…"), self.record_visit, "Ctrl+B", "calendar-plus",
                     "work", here, Privilege.APPOINTMENTS)  # fmt: skip
        yield self.reviewer.hand_on_action(here)
        yield self.reviewer.action(here)
        yield Action("referrals.chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "work", here,
                     Privilege.DEMOGRAPHICS)  # fmt: skip
        yield self.notes.action(here)
        yield self._newest_note.action(here)
        yield from self.acts.actions(here, Privilege.CLINICAL_READ, Privilege.CLINICAL_WRITE)
        yield Action("referrals.as_table", self.tr("&Board or table"), self.toggle_view, "Ctrl+Shift+V", "layout-grid",
                     "view", here, who)  # fmt: skip
        yield Action("referrals.filter", self.tr("&Filter these referrals"), self.filters.search.setFocus,
                     "Ctrl+Shift+F", "filter", "view", here, who)  # fmt: skip
        for at, (key, words) in enumerate((
            ("mine", self.tr("Only &mine")), ("stuck", self.tr("Only &stuck")), ("urgent", self.tr("Only &urgent")),
            ("no_date", self.tr("Only without a &date")),
        ), 1):  # fmt: skip
            flip = partial(self.filters.flip, key)
            yield Action(f"referrals.only_{key}", words, flip, f"Alt+{at}", "filter", "view", here, who)

    def primary_action(self) -> str | None:
        return "referral.new"

    def new(self, patient_id: int | None = None) -> None:
        """A new referral for this patient, else the one whose chart is open, else one to be chosen."""
        whom = patient_id if patient_id is not None else patient_in_view(self.context)
        for_patient(self, self.context, self.tr("New referral: for whom?"), whom, self._new)

    def _new(self, head: PatientHead) -> None:
        def opened(colleagues: tuple[Colleague, ...]) -> None:
            dialog = NewReferralDialog(self.context, head, colleagues, self.filters.service.known, self.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(saved), self.tr("new referral")))
            dialog.open()

        self.context.jobs.run("queries.people.colleagues", owner=self, done=opened)

    def advance(self) -> None:
        """Record the next step of the referral the keyboard is on."""
        row = self.current_row()
        if row is not None and row.next_states:
            dialog = AdvanceReferralDialog(self.context, row, self.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(saved), self.tr("referral step")))
            dialog.open()

    def reopen(self) -> None:
        """Open the ended referral the keyboard is on again."""
        row = self.current_row()
        if row is not None and row.may_stand_again:
            dialog = ReopenReferralDialog(self.context, row, self.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(saved), self.tr("opening again")))
            dialog.open()

    def _go_to_referral(self, referral_id: int) -> None:
        self._go_to = referral_id

    def _told(self, saved: ReferralSaved, told: str, name: str) -> None:
        self._go_to = saved.referral.id
        self.context.feedback.done(told, f"{name}, {saved.referral.head.family.upper()}", saved.changes)

    def record_visit(self) -> None:
        """Record the visit the other side gave."""
        if (row := self.current_row()) is not None:
            self.booking.record_outside(
                row.head.id, with_whom=row.to or "", phone=row.to_phone or "", referral_id=row.id
            )

    def open_chart(self) -> None:
        """Open the chart of the patient of the referral the keyboard is on."""
        if (row := self.current_row()) is not None:
            self.context.navigation.open_chart(row.head.id, tab="summary", item=f"referral:{row.id}")

    # place

    def state(self) -> Mapping[str, object]:
        row = self.current_row()
        return {
            "referral": row.id if row is not None else None,
            "as_table": self.as_table,
            **self.filters.state(),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        self.filters.restore(state)
        if isinstance(state.get("as_table"), bool):
            self._use_table(bool(state["as_table"]))
        if isinstance(referral_id := state.get("referral"), int):
            self._go_to, self._stale = referral_id, True

    def focus_first(self) -> None:
        (self.filters.search if self.stack.currentWidget() is self.empty else self._view).setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.filters.search, self._view)
