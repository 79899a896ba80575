"""Puts what is due, or a visit, at a time: by digit, by picking it up and putting it down, or by dragging."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.needs_booking import ToBook
from icm_desktop.contracts.scheduling import (
    AppointmentRow,
    AppointmentSaved,
    BookAppointment,
    MoveAppointment,
    Setup,
)
from icm_desktop.contracts.worklist import FinishWork, WorkDone
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.book import BookingStart
from ui.dialogs.overbook import PASSED_OVER, OverbookDialog
from ui.dialogs.quick_book import USUAL_MINUTES, QuickBookDialog
from ui.pages.calendar_commands import Booking
from ui.pages.calendar_layout import OUTSIDE, DayColumn

_NO_BOOKING = frozenset({"missed", "cancelled", "after_hospital"})  # the others end where they are kept
_CLINICAL = frozenset({"plan_action", "after_hospital", "pathway"})
Thing = ToBook | AppointmentRow


class DueBooking(QObject):
    """`held` is what was picked up. `words` says what a row of the tray is."""

    def __init__(self, context: AppContext, booking: Booking, owner: QWidget, words: Callable[[ToBook], str]) -> None:
        super().__init__(owner)
        self._context, self._booking, self._owner, self._words = context, booking, owner, words
        self.held: Thing | None = None

    # a row of the tray

    def book(self, row: ToBook, after: dt.date) -> None:
        """The next free times for what is due; a referral gets the date its clinic gave."""
        if row.elsewhere:
            self._elsewhere(row)
            return

        def opened(setup: Setup) -> None:
            if not setup.clinicians:
                self._booking.set_up_clinicians(then=lambda: self.book(row, after))
                return
            dialog = QuickBookDialog(self._context, row, self._words(row), setup, after, self._owner.window())
            dialog.saved.connect(self._booked)
            dialog.whole_wanted.connect(lambda: self.whole(row, after))
            dialog.open()

        self._context.jobs.run("queries.calendar.setup", owner=self, done=opened)

    def whole(self, row: ToBook, after: dt.date | None = None, at: dt.datetime | None = None) -> None:
        """The whole form for what is due."""
        start = BookingStart(
            at=at, after=after, type_id=row.type_id, clinician_id=row.clinician_id, reason=row.reason or "",
            plan_action_id=row.action_id, replaces_id=row.replaces_id,
        )  # fmt: skip
        self._booking.book(row.head.id, start)

    def _elsewhere(self, row: ToBook, at: dt.datetime | None = None) -> None:
        self._booking.record_outside(
            row.head.id, with_whom=row.with_whom or "", phone=row.phone or "", referral_id=row.referral_id, starts_at=at
        )

    def may_leave(self, row: ToBook | None) -> bool:
        """Whether somebody may say that no appointment is needed."""
        return row is not None and row.kind in _NO_BOOKING

    def may_hold(self, row: ToBook | None) -> bool:
        """Whether somebody may put it off: what the plan or a pathway asks for is a clinical decision."""
        return row is not None and (row.kind not in _CLINICAL or self._context.may(Privilege.CLINICAL_WRITE))

    def leave(self, row: ToBook) -> None:
        """No appointment is needed."""

        def done(saved: WorkDone) -> None:
            told = self.tr("No appointment needed: {patient}.").format(patient=self._name(row.head))
            name = self.tr("no appointment needed")
            self._context.feedback.done(told, f"{name}, {row.head.family.upper()}", saved.changes)

        self._context.jobs.run("services.follow_up.finish", FinishWork(row.key, row.version), owner=self, done=done)

    # picking up and putting down

    def pick_up(self, thing: Thing) -> None:
        """Keep something in hand until it is put down."""
        self.held = thing
        told = self.tr("{patient} is picked up. Go to a time and press Ctrl+V.")
        self._context.feedback.say(told.format(patient=self._name(thing.head)))

    def put(self, thing: Thing, starts_at: dt.datetime, column: DayColumn) -> None:
        """Put something at a time in a column."""
        self.held = None
        if isinstance(thing, AppointmentRow):
            clinician = column.clinician_id if not thing.outside else None
            if starts_at != thing.starts_at or clinician not in (None, thing.clinician_id):
                request = MoveAppointment(thing.id, thing.version, starts_at, clinician)
                self._send("services.scheduling.move", request, thing.head, self.tr("move visit"))
        elif thing.elsewhere or column.key == OUTSIDE:
            self._elsewhere(thing, starts_at)
        elif (clinician := column.clinician_id or thing.clinician_id) is None:
            self.whole(thing, at=starts_at)
        else:
            booked = BookAppointment(
                thing.head.id, clinician, starts_at, thing.minutes or USUAL_MINUTES, thing.type_id, thing.reason,
                plan_action_id=thing.action_id, replaces_id=thing.replaces_id,
            )  # fmt: skip
            self._send("services.scheduling.book", booked, thing.head, self.tr("book appointment"))

    def _send(self, name: str, request: BookAppointment | MoveAppointment, head: PatientHead, act: str) -> None:
        def refused(error: UserError) -> None:
            if error.code not in PASSED_OVER:
                self._context.feedback.refuse(error)
                return
            dialog = OverbookDialog(self._context, head, request, error, self._owner.window())
            dialog.saved.connect(lambda saved: self._booking.done(saved, dialog.told(saved), act))
            dialog.open()

        def done(saved: AppointmentSaved) -> None:
            time = self._context.formatting.date_time(saved.appointment.starts_at)
            moved = isinstance(request, MoveAppointment)
            told = self.tr("Moved to {time}.") if moved else self.tr("Booked {time}.")
            self._booking.done(saved, told.format(time=time), act)

        self._context.jobs.run(name, request, owner=self, done=done, failed=refused)

    def _booked(self, saved: AppointmentSaved) -> None:
        time = self._context.formatting.date_time(saved.appointment.starts_at)
        told = self.tr("Booked {time} with {whom}.").format(time=time, whom=saved.appointment.with_whom or "")
        self._booking.done(saved, told, self.tr("book appointment"))

    def _name(self, head: PatientHead) -> str:
        return self._context.formatting.short_name(head)
