"""The alerts that are shown while a visit is booked, the own clinician, and how often the patient did not come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.demographics import AlertRow
from icm_desktop.contracts.scheduling import MissedBefore, OwnClinician
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.value_words import coded
from ui.widgets.banner import SEVERITY
from ui.widgets.shape_label import ShapeLabel


def missed_words(context: AppContext, missed: MissedBefore) -> str:
    """How often the patient did not come, as a sentence; "" when never."""
    if missed.last_at is None:
        return ""
    words = QCoreApplication.translate(
        "BookingAlerts", "Missed {count} of {of} visits in twelve months, last on {date}."
    )
    told = words.format(count=missed.count, of=missed.of, date=context.formatting.date(missed.last_at))
    return f"{told} {reasons_words(missed)}".strip()


def reasons_words(missed: MissedBefore) -> str:
    """Why, as far as it is known: "Known reasons: forgot 2, no way to get here 1."; "" when nothing is."""
    if not missed.reasons:
        return ""
    told = ", ".join(f"{coded(code).lower()} {count}" for code, count in missed.reasons)
    words = QCoreApplication.translate("BookingAlerts", "Known reasons: {reasons}.")
    return words.format(reasons=told)


class BookingAlerts(QWidget):
    """One sentence each, the most severe first; nothing is shown when there is none."""

    filled = Signal()

    def __init__(self, context: AppContext, patient_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(3))
        self.hide()
        self._context = context
        context.jobs.run("queries.alerts.in_force", patient_id, owner=self, done=self._show)
        context.jobs.run("queries.own_clinician.own_clinician", patient_id, owner=self, done=self._show_own)
        context.jobs.run("queries.missed_before.missed_before", patient_id, owner=self, done=self._show_missed)

    def _show(self, alerts: tuple[AlertRow, ...]) -> None:
        wanted = [row for row in alerts if row.when_booking]
        for row in wanted:
            self._column.addWidget(ShapeLabel(SEVERITY[row.severity], row.text, self))
        self._fill(tuple(row.text for row in wanted))

    def _show_own(self, own: OwnClinician | None) -> None:
        if own is not None:
            words = self.tr("Own clinician: {name}").format(name=own.name)
            self._column.addWidget(ShapeLabel(Level.INFO, words, self))
            self._fill((words,))

    def _show_missed(self, missed: MissedBefore) -> None:
        if words := missed_words(self._context, missed):
            self._column.addWidget(ShapeLabel(Level.CAUTION, words, self))
            self._fill((words,))

    def _fill(self, words: tuple[str, ...]) -> None:
        self.shown += words
        self.setVisible(bool(self.shown))
        self.filled.emit()
