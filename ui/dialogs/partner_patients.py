"""The patients exchanged with a partner: who they are there, when last synced; one is found there and added."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.partners import ChosenPatient, UnchoosePatient
from ui.context import AppContext
from ui.dialogs.choose_patient import ChoosePatientDialog
from ui.dialogs.partner_list import PartnerListDialog
from ui.dialogs.partner_match import PartnerMatchDialog
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text


class PartnerPatientsDialog(PartnerListDialog):
    """Add asks who the patient is, then who that is at the partner; nothing is guessed."""

    query = "queries.partners.chosen"

    def __init__(self, context: AppContext, partner_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, partner_id, self.tr("Patients exchanged with {partner}").format(partner=name), parent)
        self.table: RowsTable[ChosenPatient] = RowsTable(
            context, "partner_patients", self._columns(), lambda row: row.id, self._sentence
        )
        self.table.setAccessibleName(self.tr("Patients"))
        told = self.tr("Add those this partner treats with you, as far as they agreed.")
        self.empty = EmptyState(self.tr("No patients yet"), told)
        self.add_button = Button(self.tr("&Add a patient…"), "plus", primary=True)
        self.remove_button = Button(self.tr("E&xchange no longer"), "x")
        self.close_button = Button(self.tr("Close"))
        self.add_button.clicked.connect(lambda _on=False: self.add())
        self.remove_button.clicked.connect(lambda _on=False: self.remove())
        self.close_button.clicked.connect(self.reject)
        about = self.tr("What the partner has about them comes in by itself, through the same checks as any import.")
        told_above = Text("body", about, tone="text_2", wrap=True)
        self.lay_out((self.add_button, self.remove_button), self.close_button, (820, 460), told_above)

    def _columns(self) -> tuple[Column[ChosenPatient], ...]:
        shown = self._context.formatting
        never = self.tr("not yet")
        return (
            Column("name", self.tr("Name"), lambda row: row.name, stretch=True),
            Column("number", self.tr("Record no."), lambda row: row.record_number, width=11),
            Column("there", self.tr("ID there"), lambda row: row.outside_id, width=20),
            Column("synced", self.tr("Last synced"),
                   lambda row: shown.date_time(row.pulled_at) if row.pulled_at else never, width=22),
        )  # fmt: skip

    def _sentence(self, row: ChosenPatient) -> str:
        return ", ".join(column.text(row) for column in self._columns())

    def enable(self) -> None:
        self.remove_button.setEnabled(self.table.current_row() is not None)

    def add(self) -> None:
        """Who is it, and who is that there?"""
        dialog = ChoosePatientDialog(self._context, self.tr("Exchange which patient?"), self)
        dialog.chosen.connect(self._match)
        dialog.open()

    def _match(self, head: PatientHead) -> None:
        dialog = PartnerMatchDialog(self._context, self._partner_id, head, self)
        dialog.chosen.connect(self._done)
        dialog.open()

    def remove(self) -> None:
        """Exchange the patient no longer; what came stays."""
        row = self.table.current_row()
        if row is not None:
            self._context.jobs.run(
                "services.partners.unchoose", UnchoosePatient(row.id), owner=self, done=self._done, failed=self._refused
            )
