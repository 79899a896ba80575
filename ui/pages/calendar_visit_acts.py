"""What becomes of the visit the keyboard is on, from the menu of its row: arrived, no-show, cancel, move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.domain import appointment_states as states
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.appointment import AppointmentDialog
from ui.pages.calendar_commands import Booking


class VisitActs:
    """The letters of the visit's form, one click sooner."""

    ids = ("calendar.arrived", "calendar.no_show", "calendar.cancel", "calendar.move")

    def __init__(self, context: AppContext, booking: Booking, visit: Callable[[], AppointmentRow | None]) -> None:
        self._context, self._booking, self._visit = context, booking, visit

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("VisitActs", text)

    def actions(self, here: str) -> Iterator[Action]:
        """The commands of a page that lists visits."""
        words = (self.tr("Arri&ved"), self.tr("No-s&how"), self.tr("&Cancel visit…"), self.tr("&Move…"))
        acts: tuple[Callable[[AppointmentDialog], object], ...] = (
            lambda form: form.set_status(states.ARRIVED),
            lambda form: form.set_status(states.NO_SHOW),
            AppointmentDialog.ask_reason,
            AppointmentDialog.ask_time,
        )
        for action_id, told, begin in zip(self.ids, words, acts, strict=True):
            run = partial(self._begin, begin)
            key = "Del" if action_id == "calendar.cancel" else None
            yield Action(action_id, told, run, key, None, "work", here, Privilege.APPOINTMENTS, group=2)

    def _begin(self, do: Callable[[AppointmentDialog], object]) -> None:
        if (visit := self._visit()) is not None:
            do(self._booking.form_of(visit))

    def enable(self) -> None:
        """Only what this visit can become."""
        status = visit.status if (visit := self._visit()) is not None else ""
        becomes = (states.ARRIVED, states.NO_SHOW, states.CANCELLED)
        for action_id, new in zip(self.ids, becomes, strict=False):
            self._context.actions.set_enabled(action_id, bool(status) and states.may_become(status, new))
        self._context.actions.set_enabled("calendar.move", status in states.COMING)
