"""Book what is due: the next free times for it, and a digit takes one at once; O opens the whole form."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.needs_booking import ToBook
from icm_desktop.contracts.scheduling import AppointmentSaved, BookAppointment, FindSlots, Setup, Slot
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.messages import sentence
from ui.room import room_for
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel
from ui.widgets.slot_list import SlotList

USUAL_MINUTES = 30


def booking_of(row: ToBook, slot: Slot, type_id: int | None) -> BookAppointment:
    """The booking of what is due at a free time."""
    return BookAppointment(
        patient_id=row.head.id, clinician_id=slot.clinician_id, starts_at=slot.starts_at, minutes=slot.minutes,
        type_id=type_id, reason=row.reason, plan_action_id=row.action_id, replaces_id=row.replaces_id,
    )  # fmt: skip


class QuickBookDialog(QDialog):
    """The keyboard is in the list of free times."""

    saved = Signal(object)  # AppointmentSaved
    whole_wanted = Signal()

    def __init__(
        self, context: AppContext, row: ToBook, what: str, setup: Setup, after: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.row, self._setup, self._after = context, row, setup, after
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Book what is due"))
        self.what = Text("section", what, wrap=True)
        self.kind = QComboBox()
        for each in setup.types:
            self.kind.addItem(self.tr("{name}, {minutes} min").format(name=each.name, minutes=each.minutes), each.id)
        self.kind.setCurrentIndex(max(self.kind.findData(row.type_id), 0))
        self.slots = SlotList(context)
        self.problem = ShapeLabel(parent=self)
        self.problem.hide()
        self.whole = Button(self.tr("&Other time or details…"))
        self.close_button = Button(self.tr("Close"))
        self._lay_out()
        self.slots.chosen.connect(self.book)
        self.kind.currentIndexChanged.connect(lambda _at: self._ask())
        self.whole.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self.reject)
        self._ask()
        self.slots.setFocus()

    def _lay_out(self) -> None:
        theme, space = self.context.theme, self.context.theme.px(16)
        column, inner, buttons = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, space)
        column.addWidget(MicroBanner(self.context, self.row.head, self))
        inner.setContentsMargins(space, 0, space, 0)
        inner.setSpacing(theme.px(8))
        inner.addWidget(self.what)
        if self._setup.types:
            inner.addWidget(FormField(self.tr("&Kind of visit"), self.kind))
        inner.addWidget(self.problem)
        inner.addWidget(Text("small", self.tr("A digit books at once. Undo takes it back."), tone="text_2", wrap=True))
        inner.addWidget(self.slots, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.whole)
        buttons.addWidget(self.close_button)
        inner.addLayout(buttons)
        column.addLayout(inner)
        self.resize(min(theme.px(600), room_for(self).width()), self.sizeHint().height())

    @property
    def type_id(self) -> int | None:
        """The kind of visit chosen."""
        chosen: int | None = self.kind.currentData()
        return chosen

    def _ask(self) -> None:
        lengths = {each.id: each.minutes for each in self._setup.types}
        minutes = self.row.minutes if self.type_id == self.row.type_id and self.row.minutes else None
        here = {person.id for person in self._setup.clinicians}
        self.slots.ask(
            FindSlots(
                minutes=minutes or lengths.get(self.type_id or 0, USUAL_MINUTES),
                after=self._after,
                clinician_id=self.row.clinician_id if self.row.clinician_id in here else None,
                patient_id=self.row.head.id,
                type_id=self.type_id,
            )
        )

    def book(self, slot: Slot) -> None:
        """Book at once."""
        if not self._busy:
            self._busy = True
            request = booking_of(self.row, slot, self.type_id)
            self.context.jobs.run(
                "services.scheduling.book", request, owner=self, done=self._done, failed=self._refused
            )

    def _done(self, saved: AppointmentSaved) -> None:
        self.accept()
        self.saved.emit(saved)

    def _refused(self, error: UserError) -> None:
        self._busy = False
        self.problem.say("high", sentence(error, self.context.formatting))
        self.problem.show()
        self._ask()

    def _go_on(self) -> None:
        self.accept()
        self.whole_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().upper() == "O" and not event.modifiers():
            self._go_on()
        else:
            super().keyPressEvent(event)
