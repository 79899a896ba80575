"""The form for an alert of the chart."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics import About, AlertRow, Choices
from icm_desktop.contracts.demographics_requests import RowId, SaveAlert
from icm_desktop.domain.alerts import NEVER_CLINICAL
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.person_form import PersonForm


class AlertDialog(PersonForm):
    """What everybody who opens the chart must know; a clinical one is not shown to front desk."""

    table = "flag"

    def __init__(
        self,
        context: AppContext,
        about: About,
        choices: Choices,
        alert: AlertRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        row = RowId(about.head.id, alert.id, alert.version) if alert else None
        super().__init__(context, about.head, "about:alert", parent, row)
        self.setWindowTitle(self.tr("Alert"))
        clinical = context.may(Privilege.CLINICAL_WRITE)
        self.line("text", self.tr("&What everybody must know"), alert.text if alert else None, required=True)
        left, right = self.columns()
        levels = (("high", self.tr("High")), ("caution", self.tr("Caution")), ("info", self.tr("For information")))
        severity = alert.severity if alert else "caution"
        self.choice("severity", self.tr("How &important"), levels, severity, left, empty=None)
        kinds = tuple(one for one in choices.of("alert_category") if clinical or one[0] in NEVER_CLINICAL)
        self.choice("category", self.tr("&Kind"), kinds, alert.category if alert else "contact", left, empty=None)
        self.booking = self.tick(self.tr("Show when a visit is &booked"), bool(alert and alert.when_booking), left)
        self.clinical = self.tick(
            self.tr("&Clinical: front desk does not see it"), bool(alert and alert.clinical), left
        )
        self.clinical.setVisible(clinical)
        self.day("starts_on", self.tr("&From"), alert.starts_on if alert else None, right)
        self.day("ends_on", self.tr("Un&til"), alert.ends_on if alert else None, right, lean=Lean.FUTURE)
        self.note("note", self.tr("N&ote"), alert.note if alert else None, right)
        self.made(640, "text")

    def save(self) -> None:
        self.run(
            "services.alerts.save",
            SaveAlert(
                self.row, self.text("text") or "", self.code("severity") or "caution", self.code("category"),
                self.clinical.isChecked(), self.booking.isChecked(), self.date("starts_on"), self.date("ends_on"),
                self.text("note"),
            ),
        )  # fmt: skip
