"""Programs and minutes of a patient: consent, status, what the month reaches and lacks, every piece of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from icm_desktop.contracts.programs import PatientPrograms, ProgramRow, TimeRow
from icm_desktop.domain.programs import BY_MINUTES, Program
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.dialogs.programs import EnrolDialog, EnrolmentDialog, TimeDialog
from ui.feedback import Level
from ui.pages.chart_tab import ChartTab
from ui.pages.program_words import ProgramWords
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionBar
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll, scrolling
from ui.widgets.shape_label import ShapeLabel

_LINE = 22  # pixels of one line of a heading
_LEAST = 240  # pixels: a program, and some pieces of time
_ENROL, _CHANGE, _ADD, _CORRECT = "programs.enrol", "programs.change", "programs.add_time", "programs.correct_time"


class ProgramsTab(ChartTab):
    """Programs above, the time of this month beneath."""

    name = "programs"
    number = 14
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"program", "time", "goal", "care_plan", "handout", "patient", "plan"})

    def title(self) -> str:
        return self.tr("Programs")

    def build(self) -> None:
        self.words = ProgramWords(self.context)
        self.found: PatientPrograms | None = None
        self.programs = FactList(self.tr("Programs"))
        self.total = Text("section", "", wrap=True)
        self.reminder = ShapeLabel()
        self.reminder.say(Level.INFO, self.tr("A reminder of what the rules ask for. It is never a claim by itself."))
        names: dict[str, str] = {}
        self._names = names
        self.table: RowsTable[TimeRow] = RowsTable(
            self.context, "patient_time", self.words.time_columns(names), lambda row: row.id, self.words.time_sentence,
            menu=(_CORRECT,),
        )  # fmt: skip
        self.table.setAccessibleName(self.tr("Time of this month"))
        self._lay_out()
        self.programs.opened.connect(lambda _fact: self.change())
        self.programs.stood_on.connect(lambda: self.enable_actions(on_tab=True))
        self.table.opened.connect(lambda _row: self.correct_time())
        self.table.row_changed.connect(lambda _row: self.enable_actions(on_tab=True))

    def _lay_out(self) -> None:
        theme = self.context.theme
        above = QWidget()
        top = QVBoxLayout(above)
        top.setContentsMargins(0, 0, theme.px(8), 0)
        top.addWidget(self.programs)
        top.addStretch(1)
        beneath = QWidget()
        low = QVBoxLayout(beneath)
        low.setContentsMargins(0, 0, 0, 0)
        low.addWidget(self.total)
        low.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(VerticalScroll(above))
        splitter.addWidget(beneath)
        splitter.setChildrenCollapsible(False)
        splitter.setMinimumHeight(theme.px(_LEAST))
        self.total.setMinimumHeight(theme.px(_LINE))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addWidget(ActionBar(self.context, _ENROL, _CHANGE, _ADD, _CORRECT))
        column.addWidget(self.reminder)
        column.addWidget(splitter, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolling(inside, sideways=True))

    def clear(self) -> None:
        self.found = None
        self.programs.set_facts([])
        self.table.set_rows([])
        self.total.setText("")

    def refresh(self) -> None:
        self.asked.ask("queries.programs.of_patient", self.patient_id, done=self._show)

    def _show(self, found: PatientPrograms) -> None:
        if found.head.id != self.patient_id:
            return
        self.found, self.head = found, found.head
        self._names.clear()
        self._names.update({row.program.id: self.words.short(row.program) for row in found.programs})
        enrolled = [row for row in found.programs if row.enrolment_id is not None]
        self.programs.set_facts([self._fact(row) for row in enrolled] or [self._nobody()])
        self.table.set_rows(found.time)
        self.total.setText(self._total(found))
        self.enable_actions(on_tab=True)
        self.tell_status()

    def _nobody(self) -> Fact:
        words = self.tr("Enrol records who consented, how and when. Minutes are kept from then on.")
        return Fact("none", self.tr("In no program."), (words,))

    def _fact(self, row: ProgramRow) -> Fact:
        shown, month = self.context.formatting, row.month
        since = self.tr("Since {day}").format(day=shown.date(row.enrolled_on))
        until = self.tr("until {day}").format(day=shown.date(row.ended_on)) if row.ended_on else ""
        lines = [" · ".join(part for part in (since, until, row.practitioner or "", row.reason or "") if part)]
        if row.status != "declined":
            lines.append(self.words.consent(row))
        if month is not None:
            reaches = self.words.codes(month)
            parts = [self.words.state(month).word]
            parts += [self.tr("%n minutes", "", month.minutes)] if row.program.counts == BY_MINUTES else []
            parts += [part for part in (reaches, self.words.to_next(month)) if part]
            lines.append(self.tr("This month: {what}").format(what=" · ".join(parts)))
            if missing := self.words.missing(month):
                lines.append(self.tr("Missing: {what}").format(what=missing))
            if clashes := self.words.clashes(month):
                lines.append(self.tr("Conflict: {what}").format(what=clashes))
        return Fact(row.program.id, self.words.title(row.program), tuple(lines), self.words.status_chip(row))

    def _total(self, found: PatientPrograms) -> str:
        names = self.context.formatting.month_names()
        parts = [
            self.tr("Time in {month} {year}").format(month=names[found.month - 1], year=found.year),
            self.tr("%n pieces", "", len(found.time)),
        ]
        if found.unassigned:
            parts.append(self.tr("%n minutes are given to no program", "", found.unassigned))
        return " · ".join(parts)

    def status(self) -> str:
        return self._total(self.found) if self.built and self.found is not None else ""

    # commands

    def _program(self) -> ProgramRow | None:
        key = self.programs.current_key() if self.built else None
        rows = self.found.programs if self.built and self.found is not None else ()
        return next((row for row in rows if row.program.id == key and row.enrolment_id is not None), None)

    def _time(self) -> TimeRow | None:
        return self.table.current_row() if self.built else None

    def enable_actions(self, on_tab: bool) -> None:
        known = on_tab and self.built and self.found is not None
        self.context.actions.set_enabled(_ENROL, known)
        self.context.actions.set_enabled(_ADD, known)
        self.context.actions.set_enabled(_CHANGE, known and self._program() is not None)
        self.context.actions.set_enabled(_CORRECT, known and self._time() is not None)

    def actions_offered(self, here: str) -> Iterable[Action]:
        write = Privilege.CLINICAL_WRITE
        yield Action(_ENROL, self.tr("&Enrol in a program…"), self.enrol, None, "plus", "patient", here, write,
                     (self.tr("consent"), self.tr("chronic care"), self.tr("collaborative care")))  # fmt: skip
        yield Action(_CHANGE, self.tr("&Status, consent, gates…"), self.change, None, "pencil", "patient", here, write)
        yield Action(_ADD, self.tr("Add &time…"), self.add_time, None, "timer", "patient", here, write,
                     (self.tr("minutes"),))  # fmt: skip
        yield Action(_CORRECT, self.tr("&Correct time…"), self.correct_time, None, "clock", "patient", here, write)

    def primary_action(self) -> str | None:
        return _ENROL

    def edit(self) -> bool:
        """F2: the piece of time or the program the keyboard is on."""
        if self.table.hasFocus() and self._time() is not None:
            self.correct_time()
            return True
        if self._program() is not None:
            self.change()
            return True
        return False

    def enrol(self) -> None:
        """Put the patient into a program."""
        if self.found is not None:
            dialog = EnrolDialog(self.context, self.found.head, self.found.programs, self.window())
            self._open(dialog, self.tr("Enrolment saved."), self.tr("enrolment"))

    def change(self) -> None:
        """Another status, consent, gates."""
        row = self._program()
        if self.found is not None and row is not None:
            dialog = EnrolmentDialog(self.context, self.found.head, row, self.window())
            self._open(dialog, self.tr("Saved."), self.tr("program"))

    def add_time(self) -> None:
        """Type in time."""
        if self.found is not None:
            dialog = TimeDialog(self.context, self.found.head, self._timed(), None, self.window())
            self._open(dialog, self.tr("Time saved."), self.tr("time"))

    def correct_time(self) -> None:
        """Correct the piece of time the keyboard is on."""
        row = self._time()
        if self.found is not None and row is not None:
            dialog = TimeDialog(self.context, self.found.head, self._timed(), row, self.window())
            self._open(dialog, self.tr("Time corrected."), self.tr("time"))

    def _timed(self) -> tuple[Program, ...]:
        rows = self.found.programs if self.found is not None else ()
        return tuple(row.program for row in rows if row.status == "active" and row.program.counts == BY_MINUTES)

    def _open(self, dialog: EnrolDialog | EnrolmentDialog | TimeDialog, told: str, name: str) -> None:
        family = dialog.head.family.upper() if dialog.head is not None else ""
        dialog.saved.connect(lambda saved: self.context.feedback.done(told, f"{name}, {family}", saved.changes))
        dialog.open()

    def panes(self) -> Sequence[QWidget]:
        return (self.programs, self.table)

    def focus_first(self) -> None:
        (self.programs if self.built else self).setFocus()
