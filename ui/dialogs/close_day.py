"""Close the day: every visit gets its end by one letter, tomorrow's sheets, the backup, and the shift handoff."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.closing import AskHandoff, DayToClose
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.scheduling import AppointmentRow, AppointmentSaved, SetAppointmentStatus
from icm_desktop.domain import appointment_states as states
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.cancel_reason import CancelReason
from ui.dialogs.close_day_words import ClosingWords
from ui.dialogs.day_sheet import show_day_sheet
from ui.dialogs.sheet_preview import show_sheet
from ui.drafts import CANCEL_DRAFT
from ui.latest import Latest
from ui.messages import sentence
from ui.mnemonics import make_distinct
from ui.pages.calendar_words import VisitWords
from ui.room import room_for
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll
from ui.widgets.shape_label import ShapeLabel

_SIZE = (860, 820)
_CLOSE_DAY = "today.close_day"


def closing_action(context: AppContext, owner: QWidget) -> Action:
    """The command that opens the dialog, from anywhere."""
    return Action(_CLOSE_DAY, ClosingWords.tr("Close the da&y…"), lambda: CloseDayDialog(context, owner).open(),
                  None, "moon", "work", privilege=Privilege.APPOINTMENTS,
                  synonyms=(ClosingWords.tr("handoff"), ClosingWords.tr("end of day")))  # fmt: skip


def closing_button(context: AppContext) -> Button:
    """A button for that command."""
    button = Button(ClosingWords.tr("Close the day…"), "moon")
    button.clicked.connect(lambda _on=False: context.actions.trigger(_CLOSE_DAY))
    return button


class CloseDayDialog(QDialog):
    """Letters act on the visit the keyboard is on; Ctrl+Z takes the last act back."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.context, self.words, self.visits = context, ClosingWords(context), VisitWords(context)
        self.day = context.formatting.today()
        self.found: DayToClose | None = None
        self._asked = Latest(context.jobs, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Close the day"))
        self.table: RowsTable[AppointmentRow] = RowsTable(
            context, "close_day", [each for each in self.visits.columns() if each.key != "place"], lambda row: row.id,
            self.visits.sentence, privilege=Privilege.APPOINTMENTS,
        )  # fmt: skip
        self.table.setAccessibleName(self.tr("Visits without an end"))
        self.settled, self.problem, self.backup = (ShapeLabel(parent=self) for _ in range(3))
        self.problem.hide()
        self.missed, self.next_day = Text("body", wrap=True), Text("body", wrap=True)
        self.did, self.left = Text("body", wrap=True, selectable=True), Text("body", wrap=True, selectable=True)
        self.reason = CancelReason(context)
        self.reason.hide()
        self.ends: list[QPushButton] = []
        self._lay_out()
        self._wire()
        self._ask()

    # putting together

    def _lay_out(self) -> None:
        theme, inside = self.context.theme, QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(theme.px(9))
        for part in self._parts():
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addWidget(VerticalScroll(inside), 1)
        self.close_button = Button(self.tr("Close"), parent=self)
        whole.addLayout(self._row(self.close_button, at_end=True))
        self.table.setMinimumHeight(theme.px(190))
        room = room_for(self)
        self.resize(min(theme.px(_SIZE[0]), room.width()), min(theme.px(_SIZE[1]), room.height()))

    def _parts(self) -> Iterator[QWidget | QHBoxLayout]:
        day = self.context.formatting.weekday_date(self.day)
        yield Text("title", self.tr("Close the day · {date}").format(date=day), wrap=True)
        yield Text("section", self.tr("Visits without an end"))
        yield self.settled
        yield self.table
        yield self._row(*self._end_buttons())
        yield self.problem
        yield self.reason
        yield Text("section", self.tr("No-shows"))
        yield self.missed
        yield Text("section", self.tr("Next working day"))
        yield self.next_day
        self.sheets_button = Button(self.tr("Day &sheets…"), "printer")
        yield self._row(self.sheets_button)
        yield Text("section", self.tr("Backup"))
        yield self.backup
        yield Text("section", self.tr("Shift handoff"))
        yield self.did
        yield self.left
        self.handoff_button = Button(self.tr("Print &handoff…"), "printer")
        yield self._row(self.handoff_button)

    def _end_buttons(self) -> Iterator[QPushButton]:
        for words, act in (
            (self.tr("&Arrived"), partial(self.set_status, states.ARRIVED)),
            (self.tr("&Done"), partial(self.set_status, states.FULFILLED)),
            (self.tr("&No-show"), partial(self.set_status, states.NO_SHOW)),
            (self.tr("&Cancel visit…"), self.ask_reason),
        ):
            button = Button(words)
            self._on_click(button, act)
            self.ends.append(button)
            yield button

    @staticmethod
    def _on_click(button: QPushButton, act: Callable[[], object]) -> None:
        button.clicked.connect(lambda _on=False: act())

    def _row(self, *buttons: QPushButton, at_end: bool = False) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.context.theme.px(8))
        if at_end:
            row.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        if not at_end:
            row.addStretch(1)
        return row

    def _wire(self) -> None:
        make_distinct(self)
        for button in (*self.ends, self.sheets_button, self.handoff_button):
            at = button.text().find("&")
            QShortcut(QKeySequence(button.text()[at + 1].upper()), self, button.click)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.context.undo.undo)
        self.close_button.clicked.connect(self.reject)
        self._on_click(self.sheets_button, self.print_sheets)
        self._on_click(self.handoff_button, self.print_handoff)
        self.table.row_changed.connect(self._row_changed)
        self.reason.decided.connect(lambda why: self.set_status(states.CANCELLED, why))
        self.context.notifier.changed.connect(self._changed)

    # what is shown

    def _request(self) -> AskHandoff:
        return AskHandoff(self.day, QLocale().name()[:2])

    def _changed(self, _changes: Changes) -> None:
        self._ask()

    def _ask(self) -> None:
        self._asked.ask("queries.closing.day_to_close", self._request(), done=self._show, failed=self._refused)

    def _show(self, found: DayToClose) -> None:
        self.found = found
        self.table.set_rows(found.visits)
        self.table.setVisible(bool(found.visits))
        self.settled.say(*self.words.settled(found))
        self.missed.setText(self.words.missed(found))
        self.next_day.setText(self.words.next_day(found))
        self.backup.say(*self.words.backup(found.backup))
        self.did.setText(self.words.done(found.handoff))
        self.left.setText(self.words.left(found.handoff))
        if found.visits:
            self.table.setFocus()
        else:
            self.sheets_button.setFocus()  # near the top: with large text the form is longer than the screen
        self._row_changed(self.table.current_row())

    def _row_changed(self, row: AppointmentRow | None) -> None:
        self.reason.hide()
        ends = (states.ARRIVED, states.FULFILLED, states.NO_SHOW, states.CANCELLED)
        for button, status in zip(self.ends, ends, strict=True):
            button.setVisible(bool(self.found is None or self.found.visits))
            button.setEnabled(row is not None and states.may_become(row.status, status))

    # acts

    def ask_reason(self) -> None:
        """Cancelling asks why: a digit takes one of the usual reasons."""
        if (row := self.table.current_row()) is not None:
            self.reason.keep(f"{CANCEL_DRAFT}{row.id}", row.head.id)
        self.reason.show()
        self.reason.setFocus()

    def set_status(self, status: str, reason: str | None = None) -> None:
        """Say what became of the visit the keyboard is on."""
        row = self.table.current_row()
        if row is not None and states.may_become(row.status, status):
            request = SetAppointmentStatus(row.id, row.version, status, reason)
            self.context.jobs.run(
                "services.scheduling.set_status", request, owner=self, done=self._done, failed=self._refused
            )

    def _done(self, saved: AppointmentSaved) -> None:
        self.problem.hide()
        visit = saved.appointment
        if visit.status == states.CANCELLED:
            self.reason.forget()
        word = self.visits.status(visit.status).word
        told = self.words.told(self.visits.name(visit), word)
        self.context.feedback.done(told, f"{word}, {visit.head.family.upper()}", saved.changes)

    def _refused(self, error: UserError) -> None:
        self.problem.say("high", sentence(error, self.context.formatting))
        self.problem.show()
        self.table.setFocus()

    def print_sheets(self) -> None:
        """The sheets of the next working day, before they are printed."""
        if self.found is not None:
            show_day_sheet(self.context, self.found.next_day, None, False, self)

    def print_handoff(self) -> None:
        """The handoff as a page, before it is printed."""
        self.context.jobs.run(
            "reports.handoff.render", self._request(), owner=self, done=self._preview, failed=self._refused
        )

    def _preview(self, sheet: SheetMade) -> None:
        name = f"handoff-{self.day.isoformat()}"
        show_sheet(self.context, sheet, self, title=self.tr("Shift handoff"), name=name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reason.isVisible():
            self.reason.hide()
            self.table.setFocus()
        else:
            super().keyPressEvent(event)
