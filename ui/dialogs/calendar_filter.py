"""What of the calendar shows: a site, clinicians, kinds of visit, what became of them. Nothing ticked means all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from icm_desktop.contracts.calendar import CalendarFilter
from icm_desktop.contracts.scheduling import Setup
from icm_desktop.contracts.set_up import SiteRow
from icm_desktop.domain import appointment_states as states
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.pages.calendar_words import VisitWords
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField

STATUSES = (
    states.PENDING, states.BOOKED, states.ARRIVED, states.CHECKED_IN, states.FULFILLED, states.NO_SHOW,
    states.CANCELLED,
)  # fmt: skip
_LINES = 6


class TickList(QListWidget):
    """Names to tick with the space bar; letters go to a name."""

    def __init__(self, names: Sequence[tuple[int, str]], ticked: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for number, name in names:
            item = QListWidgetItem(name, self)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if number in ticked else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        lines = min(max(len(names), 2), _LINES)
        self.setFixedHeight(lines * max(self.sizeHintForRow(0), self.fontMetrics().height()) + 2 * self.frameWidth())

    def ticked(self) -> tuple[int, ...]:
        """The numbers of the names that are ticked."""
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in map(self.item, range(self.count()))
            if item.checkState() is Qt.CheckState.Checked
        )


class CalendarFilterDialog(FormDialog):
    """`saved` carries a CalendarFilter."""

    def __init__(
        self, context: AppContext, shown: CalendarFilter, setup: Setup, sites: Sequence[SiteRow], parent: QWidget
    ) -> None:
        super().__init__(context, None, "", parent)
        self.setWindowTitle(self.tr("Show in the calendar"))
        self.save_button.setText(self.tr("S&how"))
        self.site = QComboBox()
        self.site.addItem(self.tr("Every site"), None)
        for row in sites:
            self.site.addItem(row.name, row.id)
        self.site.setCurrentIndex(max(self.site.findData(shown.site_id), 0))
        self.clinicians = TickList([(each.id, each.name) for each in setup.clinicians], shown.clinician_ids)
        self.kinds = TickList([(each.id, each.name) for each in setup.types], shown.type_ids)
        words = VisitWords(context)
        self.statuses = CheckGroup([(each, words.status(each).word) for each in STATUSES], shown.statuses)
        none = self.tr("Tick with the space bar; none ticked means all.")
        for name, label, box, hint, known in (
            ("site_id", self.tr("S&ite"), self.site, "", len(sites) > 1),
            ("clinician_ids", self.tr("&Clinicians"), self.clinicians, none, bool(setup.clinicians)),
            ("type_ids", self.tr("&Kinds of visit"), self.kinds, none, bool(setup.types)),
            ("statuses", self.tr("&What became of it"), self.statuses, "", True),
        ):
            if known:
                self.add(name, FormField(label, box, hint=hint))
            else:
                box.hide()
        self.fit(520)
        (self.site if len(sites) > 1 else self.clinicians).setFocus()

    def save(self) -> None:
        self.saved.emit(
            CalendarFilter(
                site_id=self.site.currentData(),
                clinician_ids=self.clinicians.ticked(),
                statuses=self.statuses.chosen(),
                type_ids=self.kinds.ticked(),
            )
        )
        self.accept()
