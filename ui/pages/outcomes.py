"""Outcomes: what integrated care comes to in four families, each figure with its people and its honesty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.outcomes import AskCourse, AskOutcomes, FigureRow, Outcomes, Point
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.page import Page
from ui.pages.outcomes_acts import OutcomeActs
from ui.pages.outcomes_detail import FigureDetail
from ui.pages.outcomes_filters import OutcomeFilters
from ui.pages.outcomes_tiles import TileBoard, key_of
from ui.pages.outcomes_words import OutcomeWords
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text

_NARROW = 1000
_COURSES_AT_MOST = 2_500  # members: of more, all courses together take minutes


class OutcomesPage(Page):
    """Tiles on the left, the figure the keyboard is on beside them."""

    name = "outcomes"
    icon = "chart-line"
    order = 7
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"import", "outcome", "questionnaire_response", "program", "population", "risk"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = OutcomeWords(context)
        self.acts = OutcomeActs(context, self)
        self.found: Outcomes | None = None
        self._waiting: AskOutcomes | None = None
        self._quick: Outcomes | None = None
        self._keep, self._showing = "", False
        self._cohorts, self._courses = Latest(context.jobs, self), Latest(context.jobs, self)
        self.filters = OutcomeFilters(context, self.words)
        self.board, self.detail = TileBoard(context, self.words), FigureDetail(context, self.words)
        self.stack, self.empty = QStackedWidget(), EmptyState("", "")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.filters.asked_anew.connect(self.ask)
        self.board.chosen.connect(self._chosen)
        self.board.opened.connect(lambda _row: self.acts.people())
        self.detail.course_known.connect(lambda row: self.board.show_lines([row]))

    def title(self) -> str:
        return self.tr("Outcomes")

    def _lay_out(self) -> None:
        px = self.context.theme.px
        self.splitter.addWidget(self.board)
        self.splitter.addWidget(self.detail)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        top = QHBoxLayout()
        top.addWidget(Text("title", self.title()))
        top.addStretch(1)
        top.addLayout(self._buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(8))
        page.setSpacing(px(8))
        page.addLayout(top)
        page.addWidget(self.filters)
        page.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large text, the figure stands beneath the tiles."""
        super().resizeEvent(event)
        narrow = self.width() < self.context.theme.px(_NARROW)
        self.splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        whole = self.height() if narrow else self.width()
        self.splitter.setSizes([int(whole * 0.56), int(whole * 0.44)])

    # what is asked and shown

    def refresh(self) -> None:
        self._add_buttons()
        self._cohorts.ask("queries.outcomes.board.cohorts", done=self.filters.know)
        self.ask()

    def _add_buttons(self) -> None:
        if not self._buttons.count():
            for action_id in ("outcomes.savings", "outcomes.surveys", "outcomes.print"):
                if action_id in self.context.actions:
                    primary = action_id == "outcomes.print"
                    self._buttons.addWidget(ActionButton(self.context, action_id, primary=primary))

    def ask(self) -> None:
        """Count what is asked for in the background; the last answer stays on the screen meanwhile."""
        asked = self.filters.asked()
        self._waiting = asked
        if self.found is None:
            self.empty.say(self.tr("Counting…"), self.tr("Figures are made from the records as they are now."))
            self.stack.setCurrentWidget(self.empty)
        if asked.by == "risk":
            self.acts.reckon_levels(lambda: self._run(asked))
        else:
            self._run(asked)

    def _run(self, asked: AskOutcomes) -> None:
        """What is quick first; then the facts of measures, of whoever's records changed, and the measures."""
        self._count(replace(asked, clinical=False))

        def count(_found: object) -> None:
            if asked == self._waiting:
                self._count(replace(asked, figures=False))

        self.context.jobs.run(
            "services.measure_facts.reckon", owner=self, done=count, failed=count,
            lane="long", label=self.tr("Looking through the records for measures"),
        )  # fmt: skip

    def _count(self, asked: AskOutcomes) -> None:
        self.context.jobs.run(
            "queries.outcomes.board.outcomes", asked, owner=self, done=self._show, failed=self._refused, lane="long",
            label=self.tr("Counting outcomes"),
        )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self._waiting = None
        self.context.feedback.refuse(error)

    def _show(self, found: Outcomes) -> None:
        whole = replace(found.asked, clinical=True, figures=True)
        if whole != self._waiting:
            return  # something else was asked for meanwhile
        if found.asked.figures:
            self._quick = found
        elif self._quick is not None:
            found = replace(self._quick, asked=whole, rows=(*found.rows, *self._quick.rows))
        self.found = found
        self.stack.setCurrentWidget(self.splitter)
        self._showing = True  # measures come later: meanwhile another tile stands in for the one somebody was on
        self.board.show_rows(found, self._keep)
        self._showing = False
        self.context.feedback.count(self.status())
        self._ask_courses(found)

    def _ask_courses(self, found: Outcomes) -> None:
        """How measures went, for their tiles, while nobody waits; of very many people only once a tile is looked at."""
        wanted = [row for row in found.rows if row.enough and not row.line] if found.asked.line else []
        if not wanted or found.members > _COURSES_AT_MOST:
            self._courses.forget()
            return
        asked = tuple(AskCourse(found.asked, row.id, row.edition, row.rate) for row in wanted)
        self._courses.ask(
            "services.outcome_courses.courses", asked, done=lambda lines: self._show_courses(wanted, lines),
            lane="behind", label=self.tr("Counting how measures went"),
        )  # fmt: skip

    def _show_courses(self, rows: Sequence[FigureRow], lines: Sequence[tuple[Point, ...]]) -> None:
        told = [replace(row, line=line) for row, line in zip(rows, lines, strict=True)]
        self.board.show_lines(told)
        here = next((row for row in told if self.detail.row and key_of(row) == key_of(self.detail.row)), None)
        if here is not None:
            self.detail.know(here)

    def _chosen(self, row: FigureRow) -> None:
        if not self._showing:
            self._keep = key_of(row)
        if self.found is not None:
            self.detail.show_row(row, self.found)
        self.context.actions.set_enabled("outcomes.people", row.now.of > 0)

    def figure(self) -> FigureRow | None:
        """The figure the keyboard was on last."""
        return self.detail.row

    def status(self) -> str:
        if self.found is None:
            return ""
        people = self.tr("%n member(s)", "", self.found.members)
        return f"{self.filters.words_on()} · {people}"

    def concerns(self, changes: Changes) -> bool:
        """Levels of everybody are reckoned by this page itself before it counts: only one somebody set is news."""
        return super().concerns(changes) and (changes.kinds != {"risk"} or changes.patient_id is not None)

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here, read = self.name, Privilege.CLINICAL_READ
        return (
            Action("outcomes.people", self.tr("&Names behind the figure…"), self.acts.people, "Ctrl+.", "users", "work",
                   here, read, (self.tr("patients"),)),
            Action("outcomes.table", self.tr("&Chart or table"), self.detail.toggle, "Ctrl+Shift+T", "list", "view",
                   here),
            Action("outcomes.savings", self.tr("&Savings…"), self.acts.savings, "Ctrl+Shift+V", "calculator", "work",
                   here, read, (self.tr("cost"), self.tr("return"))),
            Action("outcomes.surveys", self.tr("S&urveys…"), self.acts.surveys, "Ctrl+Shift+Y", "clipboard-list",
                   "work", here, read, (self.tr("experience"),)),
            Action("outcomes.table_of_visits", self.tr("&Import a table of emergency visits…"), self.acts.import_table,
                   None, "import", "work", here, Privilege.SETTINGS),
            Action("outcomes.print", self.tr("&Print report…"), self.acts.print_report, "Ctrl+P", "printer", "file",
                   here, read),
            Action("outcomes.csv", self.tr("Save as &CSV…"), self.acts.save_csv, None, "save", "file", here,
                   Privilege.EXPORT),
            Action("outcomes.fhir", self.tr("Save as &FHIR MeasureReports…"), self.acts.save_fhir, None, "save", "file",
                   here, Privilege.EXPORT),
        )  # fmt: skip

    # place

    def state(self) -> Mapping[str, object]:
        return {"filters": dict(self.filters.state())}

    def restore(self, state: Mapping[str, Any]) -> None:
        if isinstance(filters := state.get("filters"), dict):
            self.filters.restore(filters)

    def panes(self) -> Sequence[QWidget]:
        return (self.filters, self.board.area, self.detail.groups)

    def focus_first(self) -> None:
        self.board.focus_first()
