"""Everything of one day in one list: visits here and elsewhere, deadlines, actions, calls, steps of pathways."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.agenda import KINDS, Agenda, AgendaOf, AgendaRow, PrintAgenda
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.sheet_preview import show_sheet
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.calendar_words import VisitWords
from ui.pages.today_rows import TodayWords
from ui.room import room_for
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text

_SIZE = (1080, 720)
_OPEN = "day.agenda"
_LAST = dt.timedelta(days=3660)  # how far ahead a day may be looked at


def agenda_action(context: AppContext, owner: QWidget) -> Action:
    """The command that opens the list, from anywhere."""
    label = QCoreApplication.translate("DayAgenda", "All of one &day…")
    words = QCoreApplication.translate("DayAgenda", "agenda"), QCoreApplication.translate("DayAgenda", "timeline")
    return Action(_OPEN, label, lambda: DayAgendaDialog(context, owner).open(), "Ctrl+Shift+G", "calendar-clock",
                  "view", GLOBAL, Privilege.WORKLIST, words)  # fmt: skip


def agenda_button(context: AppContext) -> Button:
    """A button for that command."""
    button = Button(QCoreApplication.translate("DayAgenda", "All of one day…"), "calendar-clock")
    button.clicked.connect(lambda _on=False: context.actions.trigger(_OPEN))
    return button


class DayAgendaDialog(QDialog):
    """Ctrl+Left and Ctrl+Right turn the day, Ctrl+T goes to today, Enter opens the chart, Ctrl+P prints."""

    def __init__(self, context: AppContext, owner: QWidget, day: dt.date | None = None) -> None:
        super().__init__(owner.window())
        self.context = context
        self.day = day or context.formatting.today()
        self.found: Agenda | None = None
        self._words, self._visits = TodayWords(context), VisitWords(context)
        self._asked = Latest(context.jobs, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("All of one day"))
        self.heading, self.more = Text("title"), Text("small", tone="text_2", wrap=True)
        self.before = Button(self.tr("Day be&fore"), "chevron-left")
        self.today = Button(self.tr("&Today"), "calendar")
        self.after = Button(self.tr("Day a&fter"), "chevron-right")
        self.kinds = FilterChips([(kind, self._kind(kind)) for kind in KINDS])
        self.search = QLineEdit()
        self.table: RowsTable[AgendaRow] = RowsTable(
            context, "day_agenda", self._columns(), lambda row: (row.kind, row.key), self._sentence,
            privilege=Privilege.WORKLIST,
        )  # fmt: skip
        self.empty = EmptyState("", "")
        self.stack = QStackedWidget()
        self.print_button, self.close_button = Button(self.tr("&Print…"), "printer"), Button(self.tr("Close"))
        self._lay_out()
        self._wire()
        self.refresh()
        self.table.setFocus()

    # putting together

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.search.setPlaceholderText(self.tr("Filter by patient"))
        self.search.setAccessibleName(self.tr("Filter by patient"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(180))
        self.table.setAccessibleName(self.tr("All of one day"))
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        head, filters, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        for button in (self.before, self.today, self.after):
            head.addWidget(button)
        filters.addWidget(self.kinds, 1)
        filters.addWidget(self.search)
        foot.addWidget(self.more, 1)
        for button in (self.print_button, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        for button in self.findChildren(Button):
            button.setAutoDefault(False)
        room = room_for(self)
        self.resize(min(theme.px(_SIZE[0]), room.width()), min(theme.px(_SIZE[1]), room.height()))

    def _wire(self) -> None:
        self.before.clicked.connect(lambda _on=False: self.step(-1))
        self.after.clicked.connect(lambda _on=False: self.step(1))
        self.today.clicked.connect(lambda _on=False: self.go_today())
        self.kinds.changed.connect(lambda _on: self.refresh())
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.opened.connect(self._open)
        self.print_button.clicked.connect(lambda _on=False: self.print_list())
        self.close_button.clicked.connect(self.reject)
        for keys, act in (
            ("Ctrl+Left", lambda: self.step(-1)), ("Ctrl+Right", lambda: self.step(1)), ("Ctrl+T", self.go_today),
            ("Ctrl+P", self.print_list), ("Ctrl+Shift+F", self.search.setFocus),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, act)

    # what is asked and shown

    def refresh(self) -> None:
        """Ask for the day as it is filtered."""
        self.heading.setText(self.context.formatting.weekday_date(self.day))
        asked = AgendaOf(self.day, tuple(sorted(self.kinds.on())), self.search.text().strip())
        self._asked.ask("queries.agenda.of_day", asked, done=self._show)

    def _show(self, found: Agenda) -> None:
        self.found = found
        counts = dict(found.counts)
        for kind in KINDS:
            self.kinds.set_words(kind, " ".join(filter(None, (self._kind(kind), str(counts.get(kind, "") or "")))))
        self.table.set_rows(found.rows)
        if found.rows and self.table.current_row() is None:
            self.table.go_to((found.rows[0].kind, found.rows[0].key))
        filtered = bool(self.kinds.on()) or bool(self.search.text().strip())
        self.empty.say(
            self.tr("Nothing fits this filter.") if filtered else self.tr("Nothing is on this day."),
            self.tr("Turn a filter off to see more.") if filtered else self.tr("Turn to another day with Ctrl+Right."),
        )
        self.stack.setCurrentWidget(self.table if found.rows else self.empty)
        self.more.setText(self.tr("Only the first rows are shown: choose a kind or a name.") if found.more else "")
        self.print_button.setEnabled(bool(found.rows))

    def step(self, days: int) -> None:
        """Turn to another day."""
        today = self.context.formatting.today()
        self.day = min(max(self.day + dt.timedelta(days=days), today - _LAST), today + _LAST)
        self.refresh()

    def go_today(self) -> None:
        """Back to today."""
        self.day = self.context.formatting.today()
        self.refresh()

    def _open(self, row: AgendaRow) -> None:
        item = ":".join(row.key.split(":")[:2]) if row.kind in ("referral", "appointment", "outside") else None
        self.accept()
        self.context.navigation.open_chart(row.head.id, tab="summary", item=item)

    def print_list(self) -> None:
        """The rows as they are seen, on paper."""
        if self.found is None or not self.found.rows:
            return
        heading = self.tr("All of {date}").format(date=self.heading.text())
        names = (self.tr("When"), self.tr("Patient"), self.tr("What"), self.tr("With"))
        lines = tuple(
            (self._when(row), self._patient(row), self._what(row), row.who or "") for row in self.table.rows()
        )

        def made(sheet: SheetMade) -> None:
            show_sheet(self.context, sheet, self, title=self.tr("All of one day"), name=f"day-{self.day.isoformat()}")

        request = PrintAgenda(heading, names, lines, QLocale().name()[:2])
        self.context.jobs.run("reports.day_agenda.render", request, owner=self, done=made)

    # words

    def _kind(self, kind: str) -> str:
        return {
            "appointment": self.tr("Visits here"),
            "outside": self.tr("Visits elsewhere"),
            "referral": self.tr("Referral deadlines"),
            "plan": self.tr("Plan and tasks"),
            "call": self.tr("Calls due"),
            "pathway": self.tr("Pathway steps"),
        }[kind]

    def _columns(self) -> Sequence[Column[AgendaRow]]:
        return (
            Column("when", self.tr("When"), self._when, lambda row: (row.at is None, row.at), 12),
            Column("patient", self.tr("Patient"), self._patient, width=22),
            Column("what", self.tr("What"), self._what, stretch=True),
            Column("kind", self.tr("Kind"), lambda row: self._kind(row.kind), width=17, hidden=True),
            Column("state", self.tr("Status"), lambda _row: "", lambda row: row.state, 16, chip=self._state),
            Column("who", self.tr("With"), lambda row: row.who or "", width=18, hidden=True),
        )  # fmt: skip

    def _when(self, row: AgendaRow) -> str:
        return self.context.formatting.time(row.at) if row.at else self.tr("that day")

    def _patient(self, row: AgendaRow) -> str:
        return self.context.formatting.name(row.head)

    def _what(self, row: AgendaRow) -> str:
        words = row.title_text or self._words.worded(row.title, row.title_params)
        urgent = self.tr("Urgent") if row.urgent else ""
        return " · ".join(part for part in (urgent, words) if part)

    def _state(self, row: AgendaRow) -> Chip:
        if row.at is not None:
            return self._visits.status(row.state)
        late = self.day < self.context.formatting.today()
        return Chip(Level.HIGH, self.tr("Still open")) if late else Chip(Level.CAUTION, self.tr("Due"))

    def _sentence(self, row: AgendaRow) -> str:
        parts: Iterable[str] = (
            self._when(row), self._patient(row), self._what(row), self._state(row).word, row.who or "",
        )  # fmt: skip
        return ", ".join(part for part in parts if part)
