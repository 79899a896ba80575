"""One visit: what it is, and one letter for what becomes of it: arrived, done, no-show, cancel, move."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import (
    AppointmentRow,
    AppointmentSaved,
    BookAgain,
    FindSlots,
    MoveAppointment,
    SetAppointmentStatus,
    SetNoShowReason,
    Slot,
)
from icm_desktop.domain import appointment_states as states
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.cancel_reason import BookAgainReason, CancelReason, NoShowReason
from ui.dialogs.outside_time import OutsideTime
from ui.drafts import CANCEL_DRAFT
from ui.messages import sentence
from ui.pages.calendar_words import VisitWords
from ui.pages.value_words import coded
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel
from ui.widgets.slot_list import MOST_SLOTS, SlotList
from ui.widgets.status_chip import StatusChip

_USUAL_MINUTES = 30


class AppointmentDialog(QDialog):
    """Letters act at once; cancelling asks why, moving offers numbered free times."""

    saved = Signal(object, str, str)  # AppointmentSaved, what happened, its name for Undo
    chart_wanted = Signal(int)
    series_wanted = Signal()

    def __init__(self, context: AppContext, visit: AppointmentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.visit = context, visit
        self.words = VisitWords(context)
        self._busy = False
        self._letters: dict[str, QPushButton] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Appointment"))
        self.problem = ShapeLabel(parent=self)
        self.problem.hide()
        self.reason, self.again, self.why_missed = (
            CancelReason(context),
            BookAgainReason(context),
            NoShowReason(context),
        )
        self._parts: list[QWidget] = [self.reason, self.again, self.why_missed]
        self.slots = SlotList(context)
        self.outside_time = OutsideTime(context, visit)
        self._lay_out()
        self._wire()
        self.resize(context.theme.px(600), self.sizeHint().height())
        self.reason.keep(f"{CANCEL_DRAFT}{visit.id}", visit.head.id)

    # putting together

    def _lay_out(self) -> None:
        theme, space = self.context.theme, self.context.theme.px(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, space)
        whole.setSpacing(theme.px(10))
        whole.addWidget(MicroBanner(self.context, self.visit.head, self))
        inner = QVBoxLayout()
        inner.setContentsMargins(space, 0, space, 0)
        inner.setSpacing(theme.px(8))
        inner.addLayout(self._what())
        inner.addLayout(self._facts())
        inner.addWidget(self.problem)
        inner.addLayout(self._buttons())
        self._parts += [self.slots, self.outside_time]
        for part in self._parts:
            part.hide()
            inner.addWidget(part)
        whole.addLayout(inner)
        whole.addStretch(1)

    def _what(self) -> QHBoxLayout:
        row, chip = QHBoxLayout(), self.words.status(self.visit.status)
        shown = self.context.formatting
        day = shown.weekday_date(shown.local(self.visit.starts_at).date())
        row.addWidget(Text("section", f"{day}, {self.words.span(self.visit)}", wrap=True), 1)
        row.addWidget(StatusChip(chip.level, chip.word, self))
        return row

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.context.theme.px(16))
        grid.setColumnStretch(1, 1)
        for at, (label, words) in enumerate(self._known()):
            grid.addWidget(Text("body", label, tone="text_2"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text("body", words, wrap=True, selectable=True), at, 1)
        return grid

    def _known(self) -> Iterator[tuple[str, str]]:
        visit = self.visit
        facts = (
            (self.tr("With"), self.words.with_whom(visit)),
            (self.tr("Where"), self.words.place(visit)),
            (self.tr("Room"), visit.room if visit.room and visit.room != self.words.place(visit) else ""),
            (self.tr("Visit"), self.words.kind(visit)),
            (self.tr("Overbooked because"), visit.overbook_reason or ""),
            (self.tr("Their phone"), visit.phone or ""),
            (self.tr("Patient's phone"), visit.head.phone or ""),
            (self.tr("Cancelled because"), visit.cancel_reason or ""),
            (self.tr("Missed because"), coded(visit.no_show_reason or "")),
        )
        return ((label, words) for label, words in facts if words)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.context.theme.px(8))
        for words, act, possible in self._acts():
            if not possible:
                continue
            button = Button(words)
            button.clicked.connect(lambda _on=False, do=act: do())
            self._letters[_letter(words)] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _acts(self) -> Iterator[tuple[str, Callable[[], object], bool]]:
        """Words with the letter underlined, what it does, whether it is possible now."""
        status = self.visit.status
        for words, new in (
            (self.tr("&Arrived"), states.ARRIVED),
            (self.tr("&Done"), states.FULFILLED),
            (self.tr("&No-show"), states.NO_SHOW),
        ):
            yield words, partial(self.set_status, new), states.may_become(status, new)
        yield self.tr("&Cancel visit…"), self.ask_reason, states.may_become(status, states.CANCELLED)
        yield self.tr("&Why missed…"), self.ask_why_missed, status == states.NO_SHOW
        again = status in states.MAY_BE_BOOKED_AGAIN
        yield self.tr("&Back to booked…"), partial(self._show_only, self.again), again
        yield self.tr("&Move…"), self.ask_time, status in states.COMING
        yield self.tr("&Series…"), self._open_series, self.visit.series_id is not None and status in states.COMING
        yield self.tr("&Open chart"), self._open_chart, True

    def letters(self) -> tuple[str, ...]:
        """The letters that do something now."""
        return tuple(self._letters)

    def _wire(self) -> None:
        self.reason.decided.connect(self._cancel_visit)
        self.reason.resumed.connect(self._go_on_cancelling)
        self.again.decided.connect(self._book_again)
        self.why_missed.decided.connect(self._set_why_missed)
        self.slots.chosen.connect(self._move_to)
        self.slots.table.clicked.connect(lambda _index: self.slots.choose_current())
        self.outside_time.decided.connect(self._move_outside)

    # acts

    def set_status(self, status: str, reason: str | None = None) -> None:
        """Say what became of the visit."""
        request = SetAppointmentStatus(self.visit.id, self.visit.version, status, reason)
        self._run("services.scheduling.set_status", request)

    def ask_reason(self) -> None:
        """Cancelling asks why: a digit takes one of the usual reasons."""
        self._show_only(self.reason)

    def _go_on_cancelling(self) -> None:
        if states.may_become(self.visit.status, states.CANCELLED):
            self.ask_reason()
            self.reason.go_on()

    def ask_why_missed(self) -> None:
        """Why the visit was missed: a digit takes one of the list."""
        self._show_only(self.why_missed)
        self.why_missed.ask()

    def ask_time(self) -> None:
        """Moving offers the next free times; a visit elsewhere gets its new time typed."""
        if self.visit.outside:
            self._show_only(self.outside_time)
            return
        visit, shown = self.visit, self.context.formatting
        day = max(shown.local(visit.starts_at).date(), shown.today())
        asked = FindSlots(
            visit.minutes or _USUAL_MINUTES, day, visit.clinician_id, visit.head.id, type_id=visit.type_id,
            moving=visit.id, limit=MOST_SLOTS + 1,
        )  # fmt: skip
        self.slots.ask(asked, without=visit.starts_at)
        self._show_only(self.slots)

    def _show_only(self, part: QWidget) -> None:
        for each in self._parts:
            each.setVisible(each is part)
        self.adjustSize()
        self.open()
        part.setFocus()

    def _cancel_visit(self, reason: str) -> None:
        self.set_status(states.CANCELLED, reason)

    def _set_why_missed(self, code: str) -> None:
        self._run("services.no_shows.set_reason", SetNoShowReason(self.visit.id, self.visit.version, code))

    def _book_again(self, reason: str) -> None:
        self._run("services.scheduling.book_again", BookAgain(self.visit.id, self.visit.version, reason))

    def _move_to(self, slot: Slot) -> None:
        self._run(
            "services.scheduling.move",
            MoveAppointment(self.visit.id, self.visit.version, slot.starts_at, slot.clinician_id),
        )

    def _move_outside(self, starts_at: object) -> None:
        self._run("services.scheduling.move", MoveAppointment(self.visit.id, self.visit.version, starts_at))  # type: ignore[arg-type]

    def _open_series(self) -> None:
        self.accept()
        self.series_wanted.emit()

    def _open_chart(self) -> None:
        self.accept()
        self.chart_wanted.emit(self.visit.head.id)

    def _run(self, name: str, request: object) -> None:
        if not self._busy:
            self._busy = True
            self.context.jobs.run(name, request, owner=self, done=self._done, failed=self._refused)

    def _done(self, saved: AppointmentSaved) -> None:
        if saved.appointment.status == states.CANCELLED:
            self.reason.forget()
        self.accept()
        told, name = self._told(saved.appointment)
        self.saved.emit(saved, told, f"{name}, {self.visit.head.family.upper()}")

    def _told(self, now: AppointmentRow) -> tuple[str, str]:
        """What happened, and the act as Edit > Undo names it."""
        if now.no_show_reason != self.visit.no_show_reason:
            return self.tr("Reason noted."), self.tr("reason of the no-show")
        if now.status == self.visit.status:
            time = self.context.formatting.date_time(now.starts_at)
            return self.tr("Moved to {time}.").format(time=time), self.tr("move visit")
        return {
            states.ARRIVED: (self.tr("Marked arrived."), self.tr("mark arrived")),
            states.FULFILLED: (self.tr("Marked done."), self.tr("mark visit done")),
            states.NO_SHOW: (self.tr("Marked no-show."), self.tr("mark no-show")),
            states.BOOKED: (self.tr("Booked again."), self.tr("back to booked")),
        }.get(now.status, (self.tr("Visit cancelled."), self.tr("cancel visit")))

    def _refused(self, error: UserError) -> None:
        self._busy = False
        self.problem.say("high", sentence(error, self.context.formatting))
        self.problem.show()
        self.open()
        if self.slots.isVisible():
            self.ask_time()

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._letters.get(event.text().upper())
        typing = isinstance(self.focusWidget(), QLineEdit)
        if button is not None and not typing and not event.modifiers():
            button.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused := self.focusWidget(), QPushButton):
                focused.click()
        else:
            super().keyPressEvent(event)


def _letter(words: str) -> str:
    """The underlined letter of a button, in the language of the screen."""
    found = re.search(r"&(\w)", words)
    return found[1].upper() if found else words[:1].upper()
