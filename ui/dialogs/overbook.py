"""Something is in the way of a visit that was put down: say why it is needed there all the same, or leave it."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import AppointmentSaved, BookAppointment, MoveAppointment
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.messages import sentence
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

# What a reason passes over. The patient in two places, a day that has passed or a clinician who left it does not.
PASSED_OVER = frozenset(
    f"scheduling.{name}"
    for name in (
        "slot_taken", "room_taken", "no_room_free", "no_such_room", "no_equipment_free", "no_such_equipment",
        "too_close", "outside_hours", "away", "closed", "room_away",
    )
)  # fmt: skip


class OverbookDialog(FormDialog):
    """`request` is sent again with the reason."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        request: BookAppointment | MoveAppointment,
        error: UserError,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._request = request
        self.setWindowTitle(self.tr("Something is in the way"))
        self.save_button.setText(self.tr("&Put it there anyway"))
        told = ShapeLabel(parent=self)
        told.say("high", sentence(error, context.formatting))
        self.column.addWidget(told)
        self.reason = QLineEdit()
        self.add("overbook_reason", FormField(
            self.tr("Wh&y it is needed at this time"), self.reason, required=True, check=self._check,
            hint=self.tr("It shows on the visit and in its history."),
        ))  # fmt: skip
        self.keep_draft("overbook")
        self.fit(560)
        self.reason.setFocus()

    def _check(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why.")

    def save(self) -> None:
        request = dataclasses.replace(self._request, overbook_reason=self.reason.text().strip())
        name = "book" if isinstance(request, BookAppointment) else "move"
        self.run(f"services.scheduling.{name}", request)

    def told(self, saved: AppointmentSaved) -> str:
        """What happened, in words."""
        time = self.context.formatting.date_time(saved.appointment.starts_at)
        return self.tr("Overbooked: {time}.").format(time=time)
