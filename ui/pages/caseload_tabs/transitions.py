"""Transitions: every discharge with hours and days left, what is overdue first, and each act by a key."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.transitions import (
    CLOSED,
    OPEN,
    OVERDUE,
    CloseTransition,
    DischargeChoices,
    TransitionFilter,
    TransitionRow,
    TransitionSaved,
)
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.choose_patient import for_patient, patient_in_view
from ui.dialogs.discharge import DischargeDialog
from ui.dialogs.list_sheet import show_list
from ui.dialogs.log_contact import LogContactDialog
from ui.dialogs.transition_acts import CloseTransitionDialog, DescribeTransitionDialog, SignStepDialog
from ui.pages.calendar_commands import Booking
from ui.pages.caseload_tabs.filtered_part import FilteredPart, PartFilters
from ui.pages.caseload_tabs.transition_detail import TransitionDetailPane
from ui.pages.transition_words import TransitionWords
from ui.tables.view import RowsTable
from ui.widgets.filter_chips import FilterChips

_ROW = (
    "transitions.log", "transitions.book", "transitions.step", "transitions.describe", "transitions.close",
    "transitions.reopen", "transitions.chart",
)  # fmt: skip
_CHOICES = "queries.transitions.choices"
_MINE = "mine"


class TransitionFilters(PartFilters):
    """Open, overdue or closed; mine; words that are typed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.show_chips = FilterChips(
            [(OPEN, self.tr("Open")), (OVERDUE, self.tr("Overdue")), (CLOSED, self.tr("Closed"))], exclusive=True
        )
        self.show_chips.set_on([OPEN])
        self.mine = FilterChips([(_MINE, self.tr("Mine"))])
        groups = {"show": self.show_chips, "mine": self.mine}
        self.lay_out(groups, self.tr("Filter these discharges"), width=210)

    def asked(self) -> TransitionFilter:
        """What the board shows now."""
        show = next(iter(self.show_chips.on()), OPEN)
        return TransitionFilter(show, _MINE in self.mine.on(), self.typed())


class TransitionsPart(FilteredPart[TransitionRow]):
    """The Transitions board."""

    filters: TransitionFilters
    name = "transitions"
    row_actions = _ROW
    shows = frozenset({"transition", "encounter", "contact", "appointment", "import", "patient", "worklist", "closure"})

    def title(self) -> str:
        return self.tr("Transitions")

    def build(self) -> None:
        self.words = TransitionWords(self.context)
        self.booking = Booking(self.context, self)
        self._rows: tuple[TransitionRow, ...] | None = None
        self.filters = TransitionFilters(self.context)
        self.table: RowsTable[TransitionRow] = RowsTable(
            self.context, "transitions", self.words.columns(), lambda row: row.encounter_id, self.words.sentence,
            menu=_ROW,
        )  # fmt: skip
        self.table.setAccessibleName(self.tr("Discharges"))
        self.detail = TransitionDetailPane(self.context, self.words, _ROW[:5])
        self.lay_out_filtered(self.detail)
        self.empty.chosen.connect(lambda _at: self.discharge())

    def refresh(self) -> None:
        self.asked.ask("queries.transitions.board", self.filters.asked(), done=self._show)

    def _show(self, rows: tuple[TransitionRow, ...]) -> None:
        self._rows = rows
        self.fill(rows)

    def stand_on(self, row_id: Hashable) -> None:
        if self.table.go_to(row_id) and self.window().focusWidget() is self.filters.search:
            self.table.setFocus()  # what was saved is what one goes on with

    def say_empty(self) -> None:
        if self.filters.asked() == TransitionFilter():
            self.empty.say(
                self.tr("Nobody came home from a hospital lately."),
                self.tr("Type in a discharge (Ctrl+N, D), or import the hospital's records."),
            )
        else:
            self.empty.say(self.tr("No discharge fits this filter."), self.tr("Choose Open to see every open one."))

    def status(self) -> str:
        if self._rows is None:
            return ""
        words = self.tr("%n discharges", "", len(self._rows))
        return self.with_filter(words)

    def enable_actions(self, on_part: bool) -> None:
        super().enable_actions(on_part)
        row = self.current_row() if on_part else None
        closed = row is not None and row.closed_on is not None
        self.context.actions.set_enabled("transitions.close", row is not None and not closed)
        self.context.actions.set_enabled("transitions.reopen", closed)

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        write = Privilege.CLINICAL_WRITE
        yield Action("transitions.discharge", self.tr("&Discharge from hospital…"), self.discharge, None, "bed",
                     "new", GLOBAL, write, (self.tr("came home"), self.tr("hospital stay")))  # fmt: skip
        yield Action("transitions.log", self.tr("&Log contact…"), self.log, "Ctrl+L", "phone", "work", here,
                     Privilege.CALL_LOG, (self.tr("call"), self.tr("attempt")))  # fmt: skip
        yield Action("transitions.book", self.tr("&Book the visit…"), self.book, "Ctrl+B", "calendar-plus", "work",
                     here, Privilege.APPOINTMENTS)  # fmt: skip
        yield Action("transitions.step", self.tr("Record a &step…"), self.step, "Ctrl+.", "clipboard-check", "work",
                     here, write, (self.tr("medicines reconciled"), self.tr("red flags"), self.tr("sign")))  # fmt: skip
        yield Action("transitions.describe", self.tr("How comple&x…"), self.describe, "F2", "pencil", "work", here,
                     write, (self.tr("moderate"), self.tr("high"), self.tr("emergency")))  # fmt: skip
        yield Action("transitions.close", self.tr("&Close with outcome…"), self.close_it, "Ctrl+D", "check", "work",
                     here, write, (self.tr("died"), self.tr("readmitted"), self.tr("declined")))  # fmt: skip
        yield Action("transitions.reopen", self.tr("Open a&gain"), self.reopen, None, "rotate-ccw", "work", here, write)
        yield Action("transitions.chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "work", here)
        yield Action("transitions.print", self.tr("&Print this list…"), self.print_list, "Ctrl+P", "printer", "file",
                     here)  # fmt: skip
        yield Action("transitions.filter", self.tr("&Filter these discharges"), self.to_filter, "Ctrl+Shift+F",
                     "filter", "view", here)  # fmt: skip

    def primary_action(self) -> str | None:
        return "transitions.discharge"

    def discharge(self) -> None:
        """Type in a discharge of this patient, else of one to be chosen."""
        title = self.tr("Discharge: of whom?")
        for_patient(self, self.context, title, patient_in_view(self.context), self._discharge)

    def _discharge(self, head: PatientHead) -> None:
        def opened(choices: DischargeChoices) -> None:
            dialog = DischargeDialog(self.context, head, choices, self.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(saved), self.tr("discharge"), head))
            dialog.open()

        self.context.jobs.run(_CHOICES, owner=self, done=opened)

    def _told(self, saved: TransitionSaved, told: str, name: str, head: PatientHead) -> None:
        self.go_to = saved.encounter_id
        self.context.feedback.done(told, f"{name}, {head.family.upper()}", saved.changes)

    def log(self) -> None:
        """Log an attempt to reach the patient."""

        def act(row: TransitionRow) -> None:
            key, about = f"encounter:{row.encounter_id}:contact", self.words.left(row)
            dialog = LogContactDialog(self.context, row.head, key, self.window(), about=about)
            name = self.tr("log contact, {family}").format(family=row.head.family.upper())
            dialog.saved.connect(lambda done: self.context.feedback.done(dialog.told(), name, done.changes))
            dialog.open()

        self.on_row(act)

    def book(self) -> None:
        """Book the visit after the discharge."""
        self.on_row(lambda row: self.booking.book(row.head.id))

    def step(self) -> None:
        """Sign a step: reconciliation first, as long as it is open."""

        def act(row: TransitionRow) -> None:
            dialog = SignStepDialog(self.context, row, parent=self.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(), self.tr("step"), row.head))
            dialog.open()

        self.on_row(act)

    def describe(self) -> None:
        """Say how complex the patient is."""

        def act(row: TransitionRow) -> None:
            def opened(choices: DischargeChoices) -> None:
                dialog = DescribeTransitionDialog(self.context, row, choices.complexities, self.window())
                told, name = self.tr("Saved."), self.tr("how complex")
                dialog.saved.connect(lambda saved: self._told(saved, told, name, row.head))
                dialog.open()

            self.context.jobs.run(_CHOICES, owner=self, done=opened)

        self.on_row(act)

    def close_it(self) -> None:
        """Close the transition with its outcome."""

        def act(row: TransitionRow) -> None:
            dialog = CloseTransitionDialog(self.context, row, self.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(), self.tr("close"), row.head))
            dialog.open()

        self.on_row(act)

    def reopen(self) -> None:
        """Open a closed transition again."""

        def act(row: TransitionRow) -> None:
            def done(saved: TransitionSaved) -> None:
                self._told(saved, self.tr("Open again."), self.tr("open again"), row.head)

            request = CloseTransition(row.encounter_id, row.version, "")
            self.context.jobs.run("services.transitions.close", request, owner=self, done=done)

        self.on_row(act)

    def print_list(self) -> None:
        """The rows that show, to print."""
        if self._rows is not None:
            show_list(self.context, self, self.table, self.title(), (self.status(),))
