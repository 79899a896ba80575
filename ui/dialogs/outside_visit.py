"""Record a visit elsewhere: whom, where, when."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import AppointmentSaved, RecordOutsideVisit
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.drafts import DraftKeeper
from ui.widgets.form_field import FormField
from ui.widgets.visit_time import VisitTime


class OutsideVisitDialog(FormDialog):
    """A visit that another practice, hospital or service gave the patient; one in the past has taken place."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        parent: QWidget | None = None,
        *,
        with_whom: str = "",
        phone: str = "",
        referral_id: int | None = None,
        starts_at: dt.datetime | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._referral_id = referral_id
        self.setWindowTitle(self.tr("Record a visit elsewhere"))
        self.save_button.setText(self.tr("&Record"))
        self.with_whom, self.where = QLineEdit(with_whom), QLineEdit()
        self.phone, self.reason, self.minutes = QLineEdit(phone), QLineEdit(), QLineEdit()
        self.when = VisitTime(context)
        self.day, self.time = self.when.day, self.when.time
        self.sensitive = QCheckBox(self.tr("&Sensitive: front desk sees no reason"))
        self.sensitive.setMinimumHeight(context.theme.px(28))
        self._lay_out_fields()
        self.drafts = DraftKeeper(self, f"outside_visit:{referral_id or ''}", head.id)
        if starts_at is not None:
            self.when.show(starts_at)
        self.fit(640)
        (self.day if with_whom else self.with_whom).setFocus()

    def _lay_out_fields(self) -> None:
        left, right, grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        whom = FormField(self.tr("&With whom"), self.with_whom, required=True, check=self._check_whom)
        self.add("with_whom", whom, left)
        self.add("where", FormField(self.tr("W&here"), self.where), left)
        self.add("phone", FormField(self.tr("Their &phone"), self.phone), left)
        self.add("reason", FormField(self.tr("R&eason"), self.reason), left)
        self.add("day", FormField(self.tr("&Day"), self.day, required=True, check=self.when.day_problem), right)
        self.add(
            "starts_at", FormField(self.tr("&Time"), self.time, required=True, check=self.when.time_problem), right
        )
        self.add_box(self.when.later, right)
        self.add("minutes", FormField(self.tr("&Minutes, if known"), self.minutes, check=self._check_minutes), right)
        if self.context.may(Privilege.CLINICAL_READ):
            self.add_box(self.sensitive, right)
        for layout in (left, right):
            layout.addStretch(1)
        for layout in (left, right):
            layout.setSpacing(self.context.theme.px(10))
        grid.setHorizontalSpacing(self.context.theme.px(24))
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def _check_whom(self) -> str:
        return "" if self.with_whom.text().strip() else self.tr("Write whom the patient will see.")

    def _check_minutes(self) -> str:
        typed = self.minutes.text().strip()
        return "" if not typed or (typed.isdecimal() and int(typed) > 0) else self.tr("Enter a number, for example 45.")

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("a visit is always somebody's")
        request = RecordOutsideVisit(
            patient_id=self.head.id,
            starts_at=self.when.starts_at(),
            minutes=int(self.minutes.text()) if self.minutes.text().strip() else None,
            with_whom=self.with_whom.text().strip(),
            where=self.where.text().strip() or None,
            phone=self.phone.text().strip() or None,
            reason=self.reason.text().strip() or None,
            referral_id=self._referral_id,
            sensitive=self.sensitive.isChecked(),
        )
        self.run("services.scheduling.record_outside", request)

    def before_close(self) -> None:
        self.drafts.discard()

    def told(self, saved: AppointmentSaved) -> str:
        """What happened, in words."""
        time = self.context.formatting.date_time(saved.appointment.starts_at)
        return self.tr("Recorded: {time} with {whom}.").format(time=time, whom=saved.appointment.with_whom or "")
