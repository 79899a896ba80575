"""What one does with a medicine or an allergy: add, change, hold, stop, take again, say it was never taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from icm_desktop.contracts.conflicts import ProposedChange, ProposedMedicine
from icm_desktop.contracts.medicines import (
    AllergyEntry,
    MedicineEntry,
    MedicineSaved,
    SayNoAllergies,
    SetMedicineStatus,
)
from icm_desktop.contracts.reconciliation import Offered, Reconciliation, ReconciliationSaved
from icm_desktop.domain.medicines import ENDED, NOT_TAKEN, ON, ON_HOLD
from ui.context import AppContext
from ui.dialogs.allergy import AllergyDialog
from ui.dialogs.conflict_interrupt import Answers, conflict_interrupt
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.medicine import MedicineDialog
from ui.dialogs.medicine_status import MedicineStatusDialog
from ui.dialogs.reconcile import ReconcileDialog
from ui.dialogs.reconciliations import ReconciliationsDialog
from ui.feedback import Level

if TYPE_CHECKING:
    from ui.pages.chart_tabs.medicines import MedicinesTab


class MedicineActs(QObject):
    """The commands of the Medicines tab, each about the line it stands on."""

    def __init__(self, context: AppContext, tab: MedicinesTab) -> None:
        super().__init__(tab)
        self._context, self._tab = context, tab

    def add(self) -> None:
        """Put a medicine on the list."""
        if self._tab.head is not None:
            self._form(MedicineDialog(self._context, self._tab.head, None, self._tab), self.tr("Medicine added."))

    def add_allergy(self) -> None:
        """Write down an allergy."""
        if self._tab.head is not None:
            self._form(AllergyDialog(self._context, self._tab.head, None, self._tab), self.tr("Allergy added."))

    def no_allergies(self) -> None:
        """Somebody asked, and the patient knows of none."""
        self._say_none(True, self.tr("No known allergies, as of today."))

    def not_asked(self) -> None:
        """That there are none was a mistake: nobody knows."""
        self._say_none(False, self.tr("Taken back: whether there are allergies is not known."))

    def _say_none(self, none: bool, told: str) -> None:
        if self._tab.patient_id is not None:
            self._context.jobs.run(
                "services.allergies.say_none", SayNoAllergies(self._tab.patient_id, none), owner=self._tab,
                done=lambda saved: self._told(saved, told), failed=self._context.feedback.refuse,
            )  # fmt: skip

    def change(self) -> bool:
        """Change what a line says; False when there is nothing to change here."""
        row, head = self._tab.current(), self._tab.head
        if row is None or head is None or "medicines.add" not in self._context.actions:
            return False
        dialog: FormDialog = (
            AllergyDialog(self._context, head, row, self._tab)
            if isinstance(row, AllergyEntry)
            else MedicineDialog(self._context, head, row, self._tab)
        )
        self._form(dialog, self.tr("Saved."))
        return True

    def hold(self) -> None:
        """Not taken for now."""
        self._ask(ON_HOLD, self.tr("On hold."))

    def stop(self) -> None:
        """Not taken any more."""
        self._ask(ENDED, self.tr("Stopped."))

    def never(self) -> None:
        """It stands on the list and was never taken."""
        self._ask(NOT_TAKEN, self.tr("Marked as never taken."))

    def again(self) -> None:
        """Taken again, as it was."""
        row, patient_id = self._medicine(), self._tab.patient_id
        if row is None or patient_id is None:
            return

        def take(answers: Answers) -> None:
            self._context.jobs.run(
                "services.medicines.set_status", SetMedicineStatus(row.id, row.version, ON, answers=answers),
                owner=self._tab, done=lambda saved: self._told(saved, self.tr("Taken again.")),
                failed=self._context.feedback.refuse,
            )  # fmt: skip

        again = ProposedMedicine(
            text=row.written, dose_value=row.dose_value, dose_unit=row.dose_unit, times_per_day=row.times_per_day,
            prescriber=row.prescriber, entry=row.id,
        )  # fmt: skip
        conflict_interrupt(self._context, self._tab, ProposedChange(patient_id, (again,)), take)

    def reconcile(self) -> None:
        """Compare lists and decide."""

        def open_form(offered: Offered) -> None:
            dialog = ReconcileDialog(self._context, offered, self._tab)
            told = self.tr("Signed.") if offered.may_sign else self.tr("Left for a clinician.")
            dialog.saved.connect(lambda saved: self._reconciled(saved, told))
            dialog.open()

        refuse, language = self._context.feedback.refuse, QLocale().name()
        self._context.jobs.run(
            "queries.reconciling.offered", self._tab.patient_id, language, owner=self._tab, done=open_form,
            failed=refuse,
        )  # fmt: skip

    def reconciliations(self) -> None:
        """What was signed, what waits for an answer, and print it."""

        def show(found: tuple[Reconciliation, ...]) -> None:
            if not found:
                self._context.feedback.say(self.tr("No reconciliation was signed yet."), Level.INFO)
                return
            dialog = ReconciliationsDialog(self._context, found, self._tab)
            dialog.settled.connect(lambda saved: self._reconciled(saved, self.tr("Settled.")))
            dialog.open()

        self._context.jobs.run(
            "queries.reconciliations.signed", self._tab.patient_id, owner=self._tab, done=show,
            failed=self._context.feedback.refuse,
        )  # fmt: skip

    def _reconciled(self, saved: ReconciliationSaved, told: str) -> None:
        head = self._tab.head
        name = self.tr("medicines, {family}").format(family=head.family.upper() if head is not None else "")
        self._context.feedback.done(told, name, saved.changes)

    def _medicine(self) -> MedicineEntry | None:
        row = self._tab.current()
        return row if isinstance(row, MedicineEntry) else None

    def _ask(self, status: str, told: str) -> None:
        row, head = self._medicine(), self._tab.head
        if row is not None and head is not None:
            self._form(MedicineStatusDialog(self._context, head, row, status, self._tab), told)

    def _form(self, dialog: FormDialog, told: str) -> None:
        dialog.saved.connect(lambda saved: self._told(saved, told))
        mistaken = getattr(dialog, "mistaken", None)
        if mistaken is not None:
            mistaken.connect(lambda ref: self._tab.acts.mark_record(ref, self._tab.head))
        dialog.open()

    def _told(self, saved: MedicineSaved, told: str) -> None:
        head, feedback = self._tab.head, self._context.feedback
        family = head.family.upper() if head is not None else ""
        feedback.done(told, self.tr("medicines, {family}").format(family=family), saved.changes)
        if not saved.checked:
            feedback.say(self.tr("NOT CHECKED: this name is not known here. It stays on the list."), Level.CAUTION)
