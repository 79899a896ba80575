"""A medicine on the list: what, how much when, what for, by whom; what is known of its name is said at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.conflicts import ProposedChange, ProposedMedicine
from icm_desktop.contracts.demographics_requests import RowId
from icm_desktop.contracts.medicines import MedicineEntry, Recognised, SaveMedicine
from icm_desktop.domain import medicines as rules
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.conflict_interrupt import save_asking
from ui.dialogs.person_form import PersonForm
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.medicine_words import MedicineWords
from ui.widgets.shape_label import ShapeLabel

_PRESCRIBED, _REPORTED = "prescribed", "reported"


class MedicineDialog(PersonForm):
    """Add a medicine, or change what an entry says; a name nobody knows is kept and said not to be checked."""

    table = "medication_entry"

    def __init__(
        self, context: AppContext, head: PatientHead, row: MedicineEntry | None, parent: QWidget | None = None
    ) -> None:
        stored = RowId(head.id, row.id, row.version) if row is not None else None
        super().__init__(context, head, "medicine", parent, stored)
        self._before, self._words = row, MedicineWords(context)
        self._asked = Latest(context.jobs, self)
        self.setWindowTitle(self.tr("Change a medicine") if row else self.tr("Add a medicine"))
        self.medicine = self.line("text", self.tr("&Medicine with strength"), row.written if row else None,
                                  hint=self.tr("for example metformin 500 mg tablet"), required=True)  # fmt: skip
        self.known = ShapeLabel()
        self.known.hide()
        self.column.addWidget(self.known)
        self._how(row)
        self._whose(row)
        self.medicine.textEdited.connect(lambda _typed: self._ask())
        self.medicine.editingFinished.connect(self._ask)
        self.made(620, "text")
        self._ask()

    def _how(self, row: MedicineEntry | None) -> None:
        words = self._words
        left, right = self.columns()
        dose = f"{row.dose_value:g}" if row and row.dose_value else ""
        self.line("dose", self.tr("&How much at a time"), dose, left, hint=self.tr("in digits: 1, 0.5 or 20"),
                  check=self._check_dose)  # fmt: skip
        self.choice("unit", self.tr("&Of what"), words.units(), row.dose_unit if row else None, right,
                    empty=self.tr("Not said"))  # fmt: skip
        taken = [slot for slot, much in zip(rules.SLOTS, row.times, strict=True) if much] if row else []
        self.slots = self.checks("slots", self.tr("&When"), words.slots(), taken, left)
        self.choice("often", self.tr("or how o&ften"), words.often(), self._often(row), right,
                    empty=self.tr("At the times ticked"))  # fmt: skip
        self.choice("route", self.tr("How it is &given"), words.routes(), row.route if row else None, right,
                    empty=self.tr("Not said"))  # fmt: skip
        self.needed = self.tick(self.tr("Only as nee&ded"), bool(row and row.as_needed), left)
        written = row.dosage if row else None
        self.line("words", self.tr("In &words"), written, hint=self.tr("empty: put together from the above"))

    def _whose(self, row: MedicineEntry | None) -> None:
        left, right = self.columns()
        self.line("reason", self.tr("What &for"), row.reason if row else None, left)
        self.line("prescriber", self.tr("&Prescriber"), (row.prescriber or row.said_by) if row else None, right,
                  hint=self.tr("or who told of it"))  # fmt: skip
        self.day("starts_on", self.tr("S&ince"), row.starts if row else None, left)
        self.day("ends_on", self.tr("&Until"), row.ends if row else None, right, lean=Lean.FUTURE)
        reported = _REPORTED if row and row.patient_reported else _PRESCRIBED
        sources = (
            (_PRESCRIBED, self.tr("Prescribed")),
            (_REPORTED, self.tr("Patient or family reports it")),
        )
        self.choice("source", self.tr("How we &know"), sources, reported, left, empty=None)
        self.line("note", self.tr("N&ote"), row.note if row else None, right)

    @staticmethod
    def _often(row: MedicineEntry | None) -> str | None:
        if row is None or row.times_per_day is None or any(row.times):
            return None
        return next((code for code, times in rules.OFTEN.items() if abs(times - row.times_per_day) < 0.01), None)

    def _check_dose(self) -> str:
        typed = self.text("dose")
        wrong = typed is not None and rules.amount(typed) is None
        return self.tr("Write the dose in digits, for example 1, 0.5 or 20.") if wrong else ""

    def _ask(self) -> None:
        typed = self.medicine.text().strip()[:300]
        if typed:
            self._asked.ask("queries.medicines.recognise", typed, done=self._recognised)
        else:
            self.known.hide()

    def _recognised(self, found: Recognised) -> None:
        if found.ingredients:
            told = self.tr("Known: {what}").format(what=", ".join(found.ingredients))
            self.known.say(Level.GOOD.value, told)
        else:
            told = self.tr("NOT CHECKED: no ingredient or brand of this name is known here. It can be saved.")
            self.known.say(Level.CAUTION.value, told)
        self.known.show()
        self.make_room()

    def save(self) -> None:
        before = self._before
        request = SaveMedicine(
            patient_id=self.row.patient_id,
            text=self.text("text") or "",
            dose=self.text("dose") or "",
            unit=self.code("unit") or "",
            route=self.code("route") or "",
            often=self.code("often") or "",
            slots=self.codes("slots"),
            as_needed=self.needed.isChecked(),
            words=self._own_words(),
            reason=self.text("reason") or "",
            prescriber=self.text("prescriber") or "",
            patient_reported=self.code("source") == _REPORTED,
            starts_on=self.date("starts_on") or "",
            ends_on=self.date("ends_on") or "",
            note=self.text("note") or "",
            entry_id=before.id if before else None,
            expected_version=before.version if before else 0,
        )
        change = ProposedChange(self.row.patient_id, (self._proposed(),))
        save_asking(self, change, "services.medicines.save", request)

    def _proposed(self) -> ProposedMedicine:
        """What the rules check before it is saved."""
        before, dose = self._before, rules.amount(self.text("dose") or "")
        often = rules.times_per_day(self.code("often") or "", self.codes("slots"))
        return ProposedMedicine(
            text=self.text("text") or "", dose_value=dose, dose_unit=self.code("unit") or None, times_per_day=often,
            prescriber=self.text("prescriber"), entry=before.id if before else None,
        )  # fmt: skip

    def _own_words(self) -> str:
        """What was typed in words; the words of before make way for new numbers."""
        typed = self.text("words") or ""
        before = self._before
        if before is None or typed != (before.dosage or ""):
            return typed
        slots = tuple(slot for slot, much in zip(rules.SLOTS, before.times, strict=True) if much)
        dose = f"{before.dose_value:g}" if before.dose_value else ""
        now = (self.text("dose") or "", self.code("unit"), self.codes("slots"), self.code("often"))
        return typed if now == (dose, before.dose_unit, slots, self._often(before)) else ""
