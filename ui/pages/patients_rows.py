"""How the Patients list looks: columns and the words of a row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.patients import PatientRow, PatientSaved
from ui.context import AppContext
from ui.feedback import Level
from ui.tables.base import Chip, Column


class PatientWords:
    """Words and columns of patients in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("PatientWords", text, note, number)

    def born(self, row: PatientRow) -> str:
        """ "04-Mar-1958 (68y)"."""
        shown, head = self._context.formatting, row.head
        age = "" if head.deceased else shown.age(head.birth_date)
        born = shown.partial_date(head.birth_date)
        return f"{born} ({age})" if age else born

    def next_visit(self, row: PatientRow) -> str:
        """The next appointment, or that there is none."""
        return self._context.formatting.date(row.next_appointment) or self.tr("none")

    def flags(self, row: PatientRow) -> Chip | None:
        """What must be noticed before opening the wrong chart."""
        if row.similar_name:
            return Chip(Level.CAUTION, self.tr("Similar name"))
        return Chip(Level.NEUTRAL, self.tr("Deceased")) if row.head.deceased else None

    def identity(self, head: PatientHead) -> str:
        """Name, birth date and record number, to tell people apart in a sentence."""
        shown = self._context.formatting
        return f"{shown.name(head)}, {shown.partial_date(head.birth_date)}, {head.record_number}"

    def sentence(self, row: PatientRow) -> str:
        """The whole row for a screen reader."""
        flag = self.flags(row)
        parts = (
            self._context.formatting.name(row.head),
            self.tr("born {born}").format(born=self.born(row)),
            self._context.formatting.sex(row.head.sex),
            self.tr("record number {number}").format(number=row.head.record_number),
            self.tr("next appointment {date}").format(date=self.next_visit(row)),
            flag.word if flag else "",
        )
        return ", ".join(part for part in parts if part)

    def columns(self) -> tuple[Column[PatientRow], ...]:
        """Columns of the Patients list; keys are the query's sort names."""
        shown = self._context.formatting
        return (
            Column("name", self.tr("Name"), lambda row: shown.name(row.head), width=26, stretch=True),
            Column("birth_date", self.tr("Born"), self.born, width=16, copy=lambda row: row.head.birth_date or ""),
            Column("sex", self.tr("Sex"), lambda row: shown.sex(row.head.sex), width=7),
            Column("record_number", self.tr("Record no."), lambda row: row.head.record_number, width=9),
            Column("phone", self.tr("Phone"), lambda row: row.head.phone or "", width=13, sortable=False),
            Column("coordinator", self.tr("Coordinator"), lambda row: row.coordinator or "", width=10),
            Column("next_appointment", self.tr("Next visit"), self.next_visit, width=11, copy=self._next_iso),
            Column("last_contact", self.tr("Last contact"), lambda row: shown.date(row.last_contact), width=11,
                   copy=lambda row: str(row.last_contact or "")),
            Column("flags", self.tr("Flags"), lambda _row: "", width=12, chip=self.flags, sortable=False),
        )  # fmt: skip

    def _next_iso(self, row: PatientRow) -> str:
        at = row.next_appointment
        return self._context.formatting.local(at).isoformat(timespec="minutes") if at else ""

    def corrected(self, saved: PatientSaved) -> tuple[str, str]:
        """What was done, and its name for Edit > Undo."""
        name = self._context.formatting.name(saved.head)
        return self.tr("Details of {name} saved.").format(name=name), self.tr("correct {name}").format(name=name)
