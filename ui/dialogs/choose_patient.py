"""Whom is it about? Finds the patient before a form opens, so that no form is ever turned to somebody else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import Page, PatientHead
from icm_desktop.contracts.patients import PatientFilter, PatientRow
from ui.context import AppContext
from ui.dialogs.room import resize_within
from ui.latest import Latest
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

_MOST = 50
Then = Callable[[PatientHead], object]


class ChoosePatientDialog(QDialog):
    """Type, Down, Enter; empty, it lists the patients seen last.

    Rows are taken only when they answer what is typed now: Enter in the search waits for that answer, and then takes
    the only patient found; of several the person must see whom they take.
    """

    chosen = Signal(object)  # PatientHead

    def __init__(self, context: AppContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked, self._enter_pressed = Latest(context.jobs, self), False
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, birth date, phone or record number"))
        self.search.setAccessibleName(self.tr("Find patient"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(context.theme.px(32))
        self.table: RowsTable[PatientRow] = RowsTable(
            context, "choose_patient", self._columns(), lambda row: row.head.id, self._sentence, sorted_elsewhere=True
        )
        self.table.setAccessibleName(self.tr("Patients"))
        self.nobody = Text("body", self.tr("No patient matches."), tone="text_2", wrap=True)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._ask())
        self.search.returnPressed.connect(self._enter_in_search)
        self.table.opened.connect(lambda _row: self._take())
        self._ask()
        self.search.setFocus()

    def _lay_out(self) -> None:
        space = self._context.theme.px(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(self._context.theme.px(8))
        for widget in (self.search, self.nobody):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel, choose = Button(self.tr("Cancel")), Button(self.tr("C&hoose"), primary=True)
        cancel.clicked.connect(self.reject)
        choose.clicked.connect(self._take)
        for button in (cancel, choose):
            row.addWidget(button)
        column.addLayout(row)
        resize_within(self, self.parentWidget(), 680, 420)

    def _columns(self) -> tuple[Column[PatientRow], ...]:
        shown = self._context.formatting
        return (
            Column("name", self.tr("Name"), lambda row: shown.name(row.head), stretch=True, sortable=False),
            Column("born", self.tr("Born"), lambda row: shown.partial_date(row.head.birth_date), width=13,
                   sortable=False),
            Column("sex", self.tr("Sex"), lambda row: shown.sex(row.head.sex), width=9, sortable=False),
            Column("phone", self.tr("Phone"), lambda row: row.head.phone or "", width=15, sortable=False),
            Column("number", self.tr("Record no."), lambda row: row.head.record_number, width=11, sortable=False),
        )  # fmt: skip

    def _sentence(self, row: PatientRow) -> str:
        shown = self._context.formatting
        facts = (
            shown.name(row.head),
            shown.partial_date(row.head.birth_date),
            row.head.phone or "",
            row.head.record_number,
        )
        return ", ".join(fact for fact in facts if fact)

    def _ask(self) -> None:
        typed, self._enter_pressed = self.search.text().strip(), False
        asked = PatientFilter(search=typed, recent_first=not typed, limit=_MOST)
        self._asked.ask("queries.patients.patients", asked, done=self._show)

    def _show(self, found: Page[PatientRow]) -> None:
        self.table.set_rows(found.rows, found.total)
        self.nobody.setVisible(not found.rows)
        if found.rows:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        if self._enter_pressed and len(found.rows) == 1 and self.search.hasFocus():
            self._take()
        self._enter_pressed = False

    def _enter_in_search(self) -> None:
        self._enter_pressed = self._asked.waiting
        self._take()

    def _take(self) -> None:
        row = None if self._asked.waiting else self.table.current_row()
        if row is not None:
            self.accept()
            self.chosen.emit(row.head)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def for_patient(owner: QWidget, context: AppContext, title: str, patient_id: int | None, then: Then) -> None:
    """Go on with this patient; without one, with the patient somebody chooses."""
    if patient_id is None:
        dialog = ChoosePatientDialog(context, title, owner.window())
        dialog.chosen.connect(then)
        dialog.open()
        return
    context.jobs.run(
        "queries.heads.heads",
        [patient_id],
        owner=owner,
        done=lambda found: then(found[patient_id]) if patient_id in found else None,
    )


def patient_in_view(context: AppContext) -> int | None:
    """The patient whose chart is open."""
    place = context.navigation.place
    return place.patient_id if place is not None else None
