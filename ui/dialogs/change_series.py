"""Move or cancel visits of a series: this one, this and the following, or all to come."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.contracts.series import ALL, FOLLOWING, ONE, CancelSeries, ChangeSeries, SeriesSaved
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.visit_time import VisitTime


class ChangeSeriesDialog(FormDialog):
    """The new day and time are those of the visit it was opened on; the others move as far."""

    def __init__(self, context: AppContext, visit: AppointmentRow, parent: QWidget | None = None) -> None:
        super().__init__(context, visit.head, "", parent)
        self._visit = visit
        self.setWindowTitle(self.tr("Change series"))
        self.save_button.setText(self.tr("&Save"))
        self.scope = QComboBox()
        for scope, words in (
            (FOLLOWING, self.tr("This and the following visits")),
            (ALL, self.tr("All visits to come")),
            (ONE, self.tr("Only this visit")),
        ):
            self.scope.addItem(words, scope)
        self.when = VisitTime(context)
        self.when.show(visit.starts_at)
        self.cancel = QCheckBox(self.tr("&Cancel them instead"))
        self.cancel.setMinimumHeight(context.theme.px(28))
        self.reason = QLineEdit()
        self.column.addWidget(
            Text(
                "small",
                self.tr("Visits that were, and those moved on their own, stay as they are."),
                tone="text_2",
                wrap=True,
            )
        )
        self.add("scope", FormField(self.tr("&Which"), self.scope))
        self.add("starts_at", FormField(self.tr("New &day of this visit"), self.when.day, check=self._check_day))
        self.add("time", FormField(self.tr("New &time"), self.when.time, check=self._check_time))
        self.add_box(self.when.later)
        self.add_box(self.cancel)
        self.add("reason", FormField(self.tr("&Reason"), self.reason, check=self._check_reason))
        self.cancel.toggled.connect(self._show_reason)
        self._show_reason(False)
        self.keep_draft(f"change_series:{visit.id}")
        self.fit(520)
        self.scope.setFocus()

    def _show_reason(self, cancelled: bool) -> None:
        self.fields["reason"].setVisible(cancelled)
        for name in ("starts_at", "time"):
            self.fields[name].setVisible(not cancelled)
        self.make_room()

    def _check_day(self) -> str:
        return "" if self.cancel.isChecked() else self.when.day_problem()

    def _check_time(self) -> str:
        return "" if self.cancel.isChecked() else self.when.time_problem()

    def _check_reason(self) -> str:
        missing = self.cancel.isChecked() and not self.reason.text().strip()
        return self.tr("Write why the visits are cancelled.") if missing else ""

    def save(self) -> None:
        visit, scope = self._visit, self.scope.currentData()
        if self.cancel.isChecked():
            self.run("services.series.cancel_series", CancelSeries(visit.id, visit.version, scope, self.reason.text()))
            return
        day, time = self.when.day.day, self.when.time.time
        if day is not None and time is not None:
            request = ChangeSeries(visit.id, visit.version, scope, dt.datetime.combine(day, time))
            self.run("services.series.change_series", request)

    def told(self, saved: SeriesSaved) -> str:
        """What happened, in words."""
        if self.cancel.isChecked():
            return self.tr("Cancelled %n visit(s).", "", len(saved.visits))
        told = self.tr("Moved %n visit(s).", "", len(saved.visits))
        alone = self.tr("%n moved earlier stayed.", "", saved.left_alone) if saved.left_alone else ""
        return " ".join(filter(None, (told, alone)))
