"""Today: one ranked list of what is due or late, with the next thing to press for each row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from icm_desktop.contracts.worklist import FinishWork, WorkDone, WorkFilter, Worklist, WorkRow
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.hold import HoldDialog
from ui.dialogs.log_contact import LogContactDialog
from ui.feedback import Level
from ui.latest import Latest
from ui.letters import Letters
from ui.page import Page
from ui.pages.calendar_commands import Booking
from ui.pages.newest_note import NewestNote
from ui.pages.today_detail import LEAST, SHARE, WorkDetailPane
from ui.pages.today_head import TodayHead, day_actions
from ui.pages.today_lists import TodayLists
from ui.pages.today_print import TodayPrint
from ui.pages.today_queues import QueueTabs, offer_of, visit_of
from ui.pages.today_rows import KINDS, TABS, TodayWords
from ui.pages.today_steps import Saved, ask_step, asks_first, open_near_miss
from ui.widgets.beside import beside
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.narrow_field import NarrowField

_DUE = ("critical", "overdue", "due_today")
_FIRST_ROWS, _LONGEST_QUEUE = 200, 2000
_OF_A_ROW = ("log_contact", "book", "hold", "done", "decide", "open", "letters", "newest_note")
_OF_A_PATIENT = ("log_contact", "book", "letters", "newest_note")
_ROW_ACTIONS = tuple(f"today.{name}" for name in _OF_A_ROW)


class TodayPage(Page):
    """The screen work starts from."""

    name = "today"
    icon = "clipboard-list"
    order = 1
    privilege = Privilege.WORKLIST
    shows = frozenset({"*"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = TodayWords(context)
        self.booking, self.letters = Booking(context, self), Letters(context, self)
        self.paper = TodayPrint(self)
        self.work: Worklist | None = None
        self._asked, self._detail_asked = Latest(context.jobs, self), Latest(context.jobs, self)
        self._limit = _FIRST_ROWS
        self._newest_note = NewestNote(context, lambda: row.head if (row := self.stack.current_row()) else None)
        self._wanted: Mapping[str, object] = {}
        self.heading = Text("title")
        self.queues = QueueTabs(context)
        self.scope = FilterChips(
            [("mine", self.tr("Mine and unassigned")), ("everyone", self.tr("Everyone"))], exclusive=True
        )
        self.scope.set_on(["mine"])
        self.scope.remember(context.preferences, f"today/scope/{context.session.user_id}")
        self.kinds = FilterChips(self.words.kind_choices())
        self.kinds.remember(context.preferences, f"today/kinds/{context.session.user_id}")
        self.head = TodayHead(self, self.heading, self.kinds)
        self.search = NarrowField(132)
        self.nothing = Text("body", tone="text_2", wrap=True)
        self.stack = TodayLists(context, self.words, _ROW_ACTIONS)
        self.table, self.list, self.empty = self.stack.table, self.stack.list, self.stack.empty
        self.detail = WorkDetailPane(context, self.words, _ROW_ACTIONS)
        self._lay_out()
        self._wire()
        self._dress_for_queue()

    def title(self) -> str:
        return self.tr("Today")

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.search.setPlaceholderText(self.tr("Filter by patient"))
        self.search.setAccessibleName(self.tr("Filter by patient"))
        self.search.setClearButtonEnabled(True)
        self.nothing.hide()
        top = FlowLayout(gap=theme.px(16))
        for widget in (self.scope, self.kinds, self.search):
            top.addWidget(widget)
        left, page = QWidget(), QVBoxLayout(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.stack, 1)
        self.splitter = beside(left, self.detail, SHARE, LEAST)
        page.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        page.setSpacing(theme.px(8))
        page.addWidget(self.head)
        page.addWidget(self.queues)
        page.addLayout(top)
        page.addWidget(self.splitter, 1)

    def _wire(self) -> None:
        self.scope.changed.connect(lambda _on: self._ask_from_start())
        self.kinds.changed.connect(lambda _on: self._ask_from_start())
        self.search.textChanged.connect(lambda _text: self._ask_from_start())
        self.search.returnPressed.connect(self.focus_first)
        self.queues.chosen.connect(self._queue_chosen)
        self.stack.opened.connect(self.open_row)
        self.stack.row_changed.connect(self._row_changed)
        self.table.verticalScrollBar().valueChanged.connect(self._more_if_at_end)
        self.empty.chosen.connect(lambda _at: self.show_everyone())

    # what is asked and shown

    def filter(self) -> WorkFilter:
        """What the list shows now."""
        kinds = tuple(kind for chip in sorted(self.kinds.on()) for kind in KINDS[chip])
        return WorkFilter(
            everyone=bool(self.queues.queue) or "everyone" in self.scope.on(),
            kinds=() if self.queues.queue else kinds,
            search=self.search.text().strip(),
            limit=_LONGEST_QUEUE if self.queues.queue else self._limit,
            queue=self.queues.queue,
        )

    def refresh(self) -> None:
        self.queues.ask()
        shown = self.context.formatting
        self.heading.setText(self.tr("Today · {date}").format(date=shown.weekday_date(shown.today())))
        self._asked.ask("queries.today.worklist", self.filter(), done=self._show)

    def _ask_from_start(self) -> None:
        self._limit = _FIRST_ROWS
        self.refresh()

    def _more_if_at_end(self, value: int) -> None:
        at_end = value >= self.table.verticalScrollBar().maximum() - 10
        if at_end and self.work is not None and self._limit <= len(self.work.rows) < self.work.total:
            self._limit += _FIRST_ROWS
            self.refresh()

    def _queue_chosen(self) -> None:
        self._dress_for_queue()
        self._ask_from_start()
        self.focus_first()

    def _dress_for_queue(self) -> None:
        """What filters all that is due has no use in a queue."""
        for chips in (self.scope, self.kinds):
            chips.setVisible(not self.queues.queue)
        self.stack.use(queue=bool(self.queues.queue))

    def _show(self, work: Worklist) -> None:
        self.work = work
        self.head.tell(work)
        self.detail.setVisible(bool(work.rows))
        if self.queues.queue:
            self.nothing.hide()
            self.stack.show_queue(work, self.queues.nothing())
            self.context.feedback.count(self.status())
            return
        due = sum(count for section, count in work.counts if section in _DUE)
        self.nothing.setText(self.words.nothing(work))
        self.nothing.setVisible(due == 0 and bool(work.rows))
        self.stack.show_all(work, self.words.nothing(work))
        if self._wanted:
            wanted, self._wanted = self._wanted, {}
            self.table.put_back(wanted)
        if "mine" in self.scope.on() and not self.kinds.on() and not self.search.text().strip():
            self.badge_changed.emit(due)
        self.context.feedback.count(self.status())

    def status(self) -> str:
        if self.work is None:
            return ""
        filters: tuple[str, ...] = (self.scope.words_on(), self.kinds.words_on(), self.search.text().strip())
        if self.queues.queue:
            filters = (self.queues.name(self.queues.queue), self.search.text().strip())
        on = ", ".join(part for part in filters if part)
        return self.tr("{shown} of {total} · Filter: {filter}").format(
            shown=len(self.work.rows), total=self.work.total, filter=on
        )

    def _row_changed(self, row: WorkRow | None) -> None:
        self._detail_asked.forget()  # what was asked about an earlier row comes too late
        self.context.actions.set_text("today.done", self.words.finishing(row))
        if row is None:
            self.detail.clear()
            for action_id in _ROW_ACTIONS:
                self.context.actions.set_enabled(action_id, False)
            return
        open_row = row.section != "done_today"
        for name in _OF_A_ROW:
            fits = row.head is not None if name in _OF_A_PATIENT else open_row or name not in ("done", "hold")
            self.context.actions.set_enabled(f"today.{name}", fits)
        self.context.actions.set_enabled("today.decide", open_row and row.kind == "pathway")
        self.detail.show_row(row, None)  # never the phone number of the row before while this one's is asked for
        if row.head is not None:
            self._detail_asked.ask(
                "queries.today.work_detail", row.head.id, done=lambda detail: self.detail.show_row(row, detail),
                failed=lambda _gone: self.detail.show_row(row, None),
            )  # fmt: skip

    def show_everyone(self) -> None:
        """Show the whole practice's list."""
        self.scope.set_on(["everyone"])
        self._ask_from_start()

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here = self.name
        return (
            Action("today.log_contact", self.tr("&Log contact"), self.log_contact, "Ctrl+L", "phone", "work", here,
                   Privilege.CALL_LOG, (self.tr("call"), self.tr("phone"))),
            Action("today.done", self.words.finishing(None), self.finish, "Ctrl+D", "check", "work", here,
                   Privilege.WORKLIST, (self.tr("finish"),)),
            Action("today.decide", self.tr("Dec&lined, or does not apply…"), self.decide, "Ctrl+Shift+S", "circle-x",
                   "work", here, Privilege.CLINICAL_WRITE, (self.tr("pathway"),)),
            Action("today.hold", self.tr("&Hold until…"), self.hold, "Ctrl+H", "clock", "work", here,
                   Privilege.WORKLIST, (self.tr("later"), self.tr("snooze"))),
            Action("today.book", self.tr("&Book…"), self.book, "Ctrl+B", "calendar-plus", "work", here,
                   Privilege.APPOINTMENTS, (self.tr("appointment"),)),
            Action("today.open", self.tr("&Open chart"), self.open_current, None, "file-text", "work", here,
                   Privilege.DEMOGRAPHICS, (self.tr("chart"),)),
            Action("today.wait", self.tr("Put on the &wait list…"), self.wait, None, "clock", "work", here,
                   Privilege.APPOINTMENTS, (self.tr("earlier"),)),
            self.letters.action(here, lambda: self.letters.about_work(self.stack.selected_rows())),
            self._newest_note.action(here),
            Action("today.filter", self.tr("&Filter this list"), self.search.setFocus, "Ctrl+Shift+F", "filter", "view",
                   here, Privilege.WORKLIST),
            Action("today.print", self.tr("&Print this list…"), self.paper.print_list, "Ctrl+P", "printer", "file",
                   here, Privilege.WORKLIST, (self.tr("paper"),)),
            *self.queues.offered(here),
            *day_actions(self.context, self),
            Action("today.everyone", self.tr("Show &everyone's list"), self.show_everyone, None, "users", "view", here,
                   Privilege.WORKLIST, (self.tr("team"),)),
        )  # fmt: skip

    def primary_action(self) -> str | None:
        return "today.log_contact"

    def open_current(self) -> None:
        """Open the chart of the row the keyboard is on."""
        if (row := self.stack.current_row()) is not None:
            self.open_row(row)

    def open_row(self, row: WorkRow) -> None:
        """Open the letter that is due or the visit a row stands for, else the chart at what the row is about."""
        if row.kind == "letter" and self.context.may(Privilege.PRINT_HANDOUT):
            self.letters.about_work([row])
            return
        visit_id = visit_of(row)
        if visit_id is not None and self.context.may(Privilege.APPOINTMENTS):
            self.context.jobs.run("queries.appointments.appointment", visit_id, owner=self,
                                  done=self.booking.open_visit, failed=self._refused)  # fmt: skip
            return
        tab = TABS.get(row.kind, "summary") if self.context.may(Privilege.CLINICAL_READ) else "summary"
        if row.kind == "near_miss":
            open_near_miss(self.context, row, self, self._told)
        elif row.head is not None:
            self.context.navigation.open_chart(row.head.id, tab=tab, item=row.key)

    def book(self) -> None:
        """Book a visit for the row's patient."""
        if (row := self.stack.current_row()) is None or row.head is None:
            return
        entry_id, visit_id = offer_of(row)
        if entry_id is None:
            self.booking.book(row.head.id)
        else:
            self.booking.offer(row.head.id, entry_id, visit_id)

    def wait(self) -> None:
        """Put the row's patient, or one to be chosen, on the wait list."""
        row = self.stack.current_row()
        self.booking.wait(row.head.id if row and row.head else None)

    def finish(self) -> None:
        """Mark the row done; what ends only with its cause says so."""
        row = self.stack.current_row()
        if row is None:
            return
        if not row.can_finish and row.kind != "near_miss":
            words = self.tr("This line goes when its cause is dealt with. Press Enter to open it.")
            self.context.feedback.say(words, Level.INFO)
            return
        if asks_first(self.context, row, self.words.what(row), self, self._told):
            return
        self.context.jobs.run(
            "services.follow_up.finish", FinishWork(row.key, row.version), owner=self,
            done=lambda result: self._told(result, row, self.tr("Marked done."), self.tr("mark done")),
            failed=self._refused,
        )  # fmt: skip

    def hold(self) -> None:
        """Put the row off until a day."""
        if (row := self.stack.current_row()) is not None:
            dialog = HoldDialog(self.context, row.key, row.head, self.words.what(row), self)
            dialog.saved.connect(lambda done: self._told(done, row, dialog.told(), self.tr("hold")))
            dialog.open()

    def decide(self) -> None:
        """Say that a step of a pathway was declined or does not apply, with the reason."""
        if (row := self.stack.current_row()) is not None and row.kind == "pathway":
            ask_step(self.context, row, self.words.what(row), self, self._told)

    def log_contact(self) -> None:
        """Log a call for the row's patient; not reached puts the row off."""
        row = self.stack.current_row()
        if row is not None and row.head is not None:
            dialog = LogContactDialog(self.context, row.head, row.key, self, about=self.words.what(row))
            dialog.saved.connect(lambda done: self._told(done, row, dialog.told(), self.tr("log contact")))
            dialog.open()

    def _told(self, result: WorkDone | Saved, row: WorkRow, words: str, name: str) -> None:
        name = f"{name}, {row.head.family.upper()}" if row.head else name
        self.context.feedback.done(words, name, result.changes)
        self.focus_first()

    def _refused(self, error: UserError) -> None:
        self.context.feedback.refuse(error)
        self.refresh()

    # place

    def state(self) -> Mapping[str, object]:
        chips = {"scope": sorted(self.scope.on()), "kinds": sorted(self.kinds.on())}
        return {**self.table.place(), **chips, "search": self.search.text(), "queue": self.queues.queue}

    def restore(self, state: Mapping[str, object]) -> None:
        for chips, key in ((self.scope, "scope"), (self.kinds, "kinds")):
            if isinstance(on := state.get(key), list):
                chips.set_on(on)
        if isinstance(queue := state.get("queue"), str) and queue != self.queues.queue:
            self.queues.turn_to(queue)
        if isinstance(text := state.get("search"), str) and text != self.search.text():
            self.search.setText(text)
        self._wanted = state
        if self.work is not None:
            self.table.put_back(state)

    def panes(self) -> Sequence[QWidget]:
        return (self.queues, self.search, self.stack.shown, *self.detail.findChildren(QPushButton)[:1])

    def focus_first(self) -> None:
        self.stack.shown.setFocus()
