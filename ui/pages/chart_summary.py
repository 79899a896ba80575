"""Chart Summary: problems and medicines, goals and results, dates, open loops and team, in three columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from icm_desktop.contracts.adherence import AdherenceOverview
from icm_desktop.contracts.chart import Chart, Clinical, TeamMember
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.timeline import SinceLooked
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.fact import FactDialog
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.chart_tab import ChartTab
from ui.pages.chart_words import ChartWords
from ui.pages.progress_words import ProgressWords
from ui.pages.since_looked import NEWS, SinceLookedLine
from ui.tables.base import Chip
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.scroll import scrolling

_ROOM_FOR_COLUMNS = 720  # pixels at the usual text size
_RECORDS = {"problem": "condition", "medicine": "medication_entry", "allergy": "allergy_intolerance"}


class FactSection(QWidget):
    """A heading with its facts; a long list shows its first ones and a button for all."""

    opened = Signal(object)  # Fact

    def __init__(self, context: AppContext, title: str, empty: str, most: int, more: str) -> None:
        super().__init__()
        self._title, self._empty, self._most, self._more_words = title, empty, most, more
        self._all: tuple[Fact, ...] = ()
        self._expanded = False
        self.heading = Text("section", title, parent=self)
        self.nothing = Text("body", empty, tone="text_2", wrap=True, parent=self)
        self.list = FactList(title, self)
        self.more = QPushButton(self)
        self.more.setMinimumHeight(context.theme.px(28))
        self.more.clicked.connect(self._show_all)
        self.list.opened.connect(self.opened)
        inset = context.theme.px(8)  # the words of the list begin here too
        self.heading.setContentsMargins(inset, 0, 0, 0)
        self.nothing.setContentsMargins(inset, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, context.theme.px(6))
        column.setSpacing(context.theme.px(2))
        for widget in (self.heading, self.nothing, self.list):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_facts(self, facts: Sequence[Fact], *, again: bool) -> None:
        """Show these facts; `again` keeps the list as far open as it was."""
        self._all, self._expanded = tuple(facts), self._expanded and again
        self._fill()

    def _fill(self) -> None:
        shown = self._all if self._expanded or len(self._all) <= self._most + 1 else self._all[: self._most]
        hidden = len(self._all) - len(shown)
        self.list.set_facts(shown)
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.heading.setText(f"{self._title} ({len(self._all)})" if hidden else self._title)
        self.more.setText(self._more_words.format(count=len(self._all)))
        self.more.setVisible(hidden > 0)

    def _show_all(self) -> None:
        place = len(self.list.facts())
        self._expanded = True
        self._fill()
        self.list.setCurrentIndex(self.list.model().index(place, 0))
        self.list.setFocus()


def beside_each_other(row: QBoxLayout, room: bool) -> None:
    """Columns of facts stand beside each other where there is room, else one under the other."""
    row.setDirection(QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom)


class SummaryTab(ChartTab):
    """One glance at a patient; roles without clinical facts see dates, loops and team only."""

    name = "summary"
    number = 1
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset(
        {"medication_adherence", "appointment", "import", "chart", "patient", "care_team", "note_read", "care_note"}
    )

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._words, self._progress = ChartWords(context), ProgressWords(context)
        self._context = context
        self._last_import: dt.datetime | None = None
        self._looked_at: dt.datetime | None = None
        self._members: tuple[TeamMember, ...] = ()
        self._roles: Choices | None = None
        self._news, self._notes = Latest(context.jobs, self), Latest(context.jobs, self)
        self.since_looked = SinceLookedLine(context)
        self.since_looked.wanted.connect(lambda: self.tab_wanted.emit("timeline", NEWS))
        self._shown_id: int | None = None
        self._make_sections()
        self._lay_out()
        self.clear()

    def _section(self, title: str, empty: str, most: int) -> FactSection:
        made = FactSection(self._context, title, empty, most, self.tr("Show all {count}"))
        made.opened.connect(self._open)
        return made

    def _make_sections(self) -> None:
        self.problems = self._section(self.tr("Problems"), self.tr("No active problem recorded."), 7)
        self.medicines = self._section(self.tr("Medicines"), self.tr("No current medicine recorded."), 5)
        self.social = self._section(self.tr("Social findings"), "", 2)
        self.adherence = self._section(self.tr("Taking medicines, keeping visits"), "", 5)
        self.goals = self._section(self.tr("Goals and next actions"), self.tr("No goal yet. Ctrl+N, G adds one."), 4)
        self.results = self._section(self.tr("Last values"), self.tr("No value recorded."), 5)
        self.dates = self._section(self.tr("Next dates"), self.tr("No coming appointment."), 3)
        self.loops = self._section(self.tr("Open referrals"), self.tr("None open."), 3)
        self.team = self._section(self.tr("Care team"), self.tr("Nobody recorded."), 4)
        self.unread = self._section(self.tr("Notes for you"), "", 1)

    def _lay_out(self) -> None:
        theme = self._context.theme
        inside = QWidget()
        row = self._row = QHBoxLayout(inside)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(16))
        self.columns: list[QWidget] = []
        groups = (
            (10, (self.problems, self.medicines, self.social)),
            (13, (self.goals, self.results)),
            (10, (self.unread, self.dates, self.loops, self.adherence, self.team)),
        )
        for stretch, sections in groups:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(4))
            for section in sections:
                column.addWidget(section)
            column.addStretch(1)
            self.columns.append(holder)
            row.addWidget(holder, stretch)
        self._area = scrolling(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.since_looked)
        page.addWidget(self._area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside_each_other(self._row, self.width() >= self.context.theme.px(_ROOM_FOR_COLUMNS))

    def title(self) -> str:
        return self.tr("Summary")

    def sections(self) -> tuple[FactSection, ...]:
        """Every section, in reading order."""
        left, middle = (self.problems, self.medicines, self.social), (self.goals, self.results)
        return (*left, *middle, self.unread, self.dates, self.loops, self.adherence, self.team)

    def clear(self) -> None:
        self._news.forget()
        self._notes.forget()
        self._looked_at = None
        self.since_looked.forget()
        for section in (self.adherence, self.unread):
            section.show_facts([], again=False)
            section.hide()

    def show_chart(self, chart: Chart) -> None:
        super().show_chart(chart)
        patient_id = chart.banner.head.id
        again, self._shown_id = patient_id == self._shown_id, patient_id
        self._last_import = chart.last_import_at
        self._looked_at = chart.last_looked_at or self._looked_at
        words = self._words
        for column in self.columns[:2]:
            column.setVisible(chart.clinical is not None)
        if chart.clinical is not None:
            self._show_clinical(chart.clinical, again)
        self.dates.show_facts([words.next_date(row) for row in chart.next_dates], again=again)
        self.loops.show_facts([words.referral(row) for row in chart.open_referrals], again=again)
        self._members = tuple(sorted(chart.team, key=lambda member: not member.current))
        self._show_team(again)
        if not again:
            self._area.verticalScrollBar().setValue(0)

    def _show_team(self, again: bool) -> None:
        self.team.show_facts([self._words.member(row, self._roles) for row in self._members], again=again)

    def _roles_came(self, lists: Choices) -> None:
        self._roles = lists
        self._show_team(again=True)

    def _show_clinical(self, clinical: Clinical, again: bool) -> None:
        words = self._words
        problems = [row for row in clinical.problems if not row.social]
        social = [row for row in clinical.problems if row.social]
        self.problems.show_facts([words.problem(row) for row in problems], again=again)
        self.social.show_facts([words.problem(row) for row in social], again=again)
        self.social.setVisible(bool(social))
        self.medicines.show_facts([words.medicine(row) for row in clinical.medicines], again=again)
        goals = [words.goal(number, row) for number, row in enumerate(clinical.goals, start=1)]
        self.goals.show_facts(goals, again=again)
        self.results.show_facts([words.result(row) for row in clinical.results], again=again)

    def refresh(self) -> None:
        since = self._looked_at
        if self._roles is None:
            self.context.jobs.run("queries.team.words", QLocale().name(), owner=self, done=self._roles_came)
        if self.patient_id is not None and since is not None:
            self._news.ask(
                "queries.since_looked.since_looked", self.patient_id, since,
                done=lambda found: self._show_news(since, found),
            )  # fmt: skip
        if self.patient_id is not None and self.context.may(Privilege.CLINICAL_READ):
            self.asked.ask("queries.adherence.overview", self.patient_id, done=self._show_adherence)
            self._notes.ask("queries.notes.unread", done=self._show_unread)

    def _show_adherence(self, found: AdherenceOverview) -> None:
        facts = self._progress.overview(found)
        self.adherence.show_facts(facts, again=True)
        self.adherence.setVisible(bool(facts))

    def _show_unread(self, waiting: tuple[tuple[int, int], ...]) -> None:
        """How many notes of this patient wait for whoever is signed in."""
        count = sum(patient_id == self.patient_id for _, patient_id in waiting)
        words = self.tr("%n unread note(s)", "", count)
        facts = [Fact("unread", words, chip=Chip(Level.INFO, self.tr("Unread")))] if count else []
        self.unread.show_facts(facts, again=True)
        self.unread.setVisible(bool(facts))

    def _show_news(self, since: dt.datetime, found: tuple[SinceLooked, ...]) -> None:
        self.since_looked.say(since, found)

    def focus_first(self) -> None:
        """Put the keyboard on the first list that has something."""
        lists = [section.list for section in (self.goals, self.problems, self.dates, self.loops, self.team)]
        shown = [one for one in lists if one.facts() and one.isVisible()]
        (shown[0] if shown else self.team.list).setFocus()

    def panes(self) -> Sequence[QWidget]:
        news = (self.since_looked.button,) if self.since_looked.button.isVisible() else ()
        return (*news, *(section.list for section in self.sections() if section.list.facts()))

    def status(self) -> str:
        if self._last_import is None:
            return ""
        day = self.context.formatting.date(self._last_import)
        return self.tr("Last import {date}").format(date=day)

    def _open(self, fact: Fact) -> None:
        kind, _, number = fact.key.partition(":")
        if kind == "goal":
            self.tab_wanted.emit("care_plan", fact.key)
        elif kind == "referral":
            self.context.navigation.open("referrals", state={"referral": int(number)})
        elif kind == "appointment":
            self.context.navigation.open("calendar", state={"appointment": int(number)})
        elif kind in _RECORDS:
            FactDialog(self.context, FactRef(_RECORDS[kind], int(number)), self.head, self).open()
        elif kind == "result":
            self.tab_wanted.emit("results", number)
        elif kind in ("medicines", "refills", "visits"):
            self.tab_wanted.emit("progress", "visits" if kind == "visits" else "medicines")
        elif kind == "unread":
            self.tab_wanted.emit("notes", "")
        elif kind == "member" and self.context.may(Privilege.CLINICAL_READ):
            self.tab_wanted.emit("team", "")
