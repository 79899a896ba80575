"""What booking needs from anywhere in the window: whom, then the form; and setting up clinicians and kinds of visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import AppointmentRow, AppointmentSaved, Setup, Slot
from icm_desktop.contracts.series import SeriesSaved
from ui.context import AppContext
from ui.dialogs.appointment import AppointmentDialog
from ui.dialogs.book import BookDialog, BookingStart
from ui.dialogs.change_series import ChangeSeriesDialog
from ui.dialogs.choose_patient import for_patient, patient_in_view
from ui.dialogs.outside_visit import OutsideVisitDialog
from ui.dialogs.visit_series import VisitSeriesDialog
from ui.dialogs.wait_list import WaitListDialog
from ui.set_up import SetUp

_SETUP = "queries.calendar.setup"


class Booking(QObject):
    """Opens the forms of the calendar over whatever screen is shown; every act is undoable."""

    booked = Signal(object)  # AppointmentRow

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner

    def book(self, patient_id: int | None = None, start: BookingStart | None = None) -> None:
        """Book for this patient, else the one whose chart is open, else one to be chosen."""
        whom = patient_id if patient_id is not None else patient_in_view(self._context)
        title = self.tr("Book appointment: for whom?")
        for_patient(self._owner, self._context, title, whom, lambda head: self._book(head, start or BookingStart()))

    def _book(self, head: PatientHead, start: BookingStart) -> None:
        def opened(setup: Setup) -> None:
            if not setup.clinicians:
                self.set_up_clinicians(then=lambda: self._book(head, start))
                return
            dialog = BookDialog(self._context, head, setup, start, self._owner.window())
            dialog.saved.connect(lambda saved: self.done(saved, dialog.told(saved), self.tr("book appointment")))
            dialog.open()

        self._context.jobs.run(_SETUP, owner=self._owner, done=opened)

    def book_series(self) -> None:
        """Book visits that come again, for whose chart is open or who is chosen."""

        def chosen(head: PatientHead) -> None:
            def opened(setup: Setup) -> None:
                if not setup.clinicians:
                    self.set_up_clinicians(then=lambda: chosen(head))
                    return
                dialog = VisitSeriesDialog(self._context, head, setup, self._owner.window())
                dialog.saved.connect(lambda saved: self._series(saved, dialog.told(saved), self.tr("book series")))
                dialog.open()

            self._context.jobs.run(_SETUP, owner=self._owner, done=opened)

        title = self.tr("Book a series: for whom?")
        for_patient(self._owner, self._context, title, patient_in_view(self._context), chosen)

    def change_series(self, visit: AppointmentRow) -> None:
        """Move or cancel visits of a series from this one on."""
        dialog = ChangeSeriesDialog(self._context, visit, self._owner.window())
        dialog.saved.connect(lambda saved: self._series(saved, dialog.told(saved), self.tr("change series")))
        dialog.open()

    def _series(self, saved: SeriesSaved, told: str, name: str) -> None:
        family = saved.visits[0].head.family.upper() if saved.visits else ""
        self._context.feedback.done(told, f"{name}, {family}", saved.changes)
        if saved.visits:
            self.booked.emit(saved.visits[0])

    def record_outside(self, patient_id: int | None = None, **known: object) -> None:
        """Record a visit elsewhere; a referral may say whom (`with_whom`, `phone`, `referral_id`)."""
        whom = patient_id if patient_id is not None else patient_in_view(self._context)
        title = self.tr("Record a visit elsewhere: for whom?")

        def opened(head: PatientHead) -> None:
            dialog = OutsideVisitDialog(self._context, head, self._owner.window(), **known)  # type: ignore[arg-type]
            dialog.saved.connect(lambda saved: self.done(saved, dialog.told(saved), self.tr("record visit")))
            dialog.open()

        for_patient(self._owner, self._context, title, whom, opened)

    def wait(self, patient_id: int | None = None) -> None:
        """Put somebody on the wait list: this patient, whose chart is open, or one to be chosen."""

        def chosen(head: PatientHead) -> None:
            def opened(setup: Setup) -> None:
                dialog = WaitListDialog(self._context, head, setup, self._owner.window())
                told, name = self.tr("Put on the wait list."), self.tr("put on the wait list")
                dialog.saved.connect(
                    lambda saved: self._context.feedback.done(told, f"{name}, {head.family.upper()}", saved.changes)
                )
                dialog.open()

            self._context.jobs.run(_SETUP, owner=self._owner, done=opened)

        whom = patient_id if patient_id is not None else patient_in_view(self._context)
        for_patient(self._owner, self._context, self.tr("Put on the wait list: whom?"), whom, chosen)

    def offer(self, patient_id: int, entry_id: int, visit_id: int | None) -> None:
        """Book somebody from the wait list, at the time that a cancelled visit gave back when there is one."""
        if visit_id is None:
            self.book(patient_id, BookingStart(wait_list_id=entry_id))
            return

        def found(visit: AppointmentRow) -> None:
            minutes, whom = visit.minutes or 0, visit.clinician_id
            slot = Slot(visit.starts_at, minutes, whom, visit.with_whom or "") if whom is not None else None
            start = BookingStart(slot=slot, clinician_id=whom, type_id=visit.type_id, wait_list_id=entry_id)
            self.book(patient_id, start)

        self._context.jobs.run("queries.appointments.appointment", visit_id, owner=self._owner, done=found)

    def done(self, saved: AppointmentSaved, told: str, name: str) -> None:
        """Tell what happened, with Undo, and show the visit."""
        family = saved.appointment.head.family.upper()
        self._context.feedback.done(told, f"{name}, {family}", saved.changes)
        self.booked.emit(saved.appointment)

    def open_visit(self, visit: AppointmentRow) -> None:
        """Show a visit with everything that can become of it."""
        self.form_of(visit).open()

    def form_of(self, visit: AppointmentRow) -> AppointmentDialog:
        """The form of a visit; it shows itself when there is something to ask or to say."""
        dialog = AppointmentDialog(self._context, visit, self._owner.window())
        dialog.saved.connect(self._acted)
        dialog.chart_wanted.connect(self._context.navigation.open_chart)
        dialog.series_wanted.connect(lambda: self.change_series(visit))
        return dialog

    def _acted(self, saved: AppointmentSaved, told: str, name: str) -> None:
        self._context.feedback.done(told, name, saved.changes)
        self.booked.emit(saved.appointment)

    # setting up

    def set_up_clinicians(self, then: Callable[[], object] | None = None) -> None:
        """Add or change clinicians and their hours."""
        SetUp(self._context, self._owner).clinicians(then)

    def set_up_types(self) -> None:
        """Add or change kinds of visit."""
        SetUp(self._context, self._owner).visit_types()
