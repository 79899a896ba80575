"""Record: everything of a patient that lasts, current and past: problems, medicines, allergies, vaccines and more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.record_lists import SECTIONS, RecordFilter, RecordRow
from icm_desktop.contracts.records import FactRef
from icm_desktop.permissions import Privilege
from ui.feedback import Level
from ui.pages.chart_paged_tab import SLICE, PagedTab
from ui.pages.value_words import coded
from ui.tables.base import Chip, Column
from ui.widgets.filter_chips import FilterChips

_CURRENT, _MISTAKEN, _FIRST = "current", "mistaken", SECTIONS[0]


class RecordTab(PagedTab):
    """One section at a time; each with the number of its entries."""

    name = "record"
    number = 8
    privilege = Privilege.CLINICAL_READ
    shows = frozenset(
        {
            "condition", "medication_entry", "allergy_intolerance", "immunization", "procedure",
            "family_member_history", "device", "import", "patient",
        }
    )  # fmt: skip
    query = "queries.record_lists.entries"

    def title(self) -> str:
        return self.tr("Record")

    def hint(self) -> str:
        return self.tr("Choose an entry to read all of it, and where it comes from.")

    def nothing(self) -> tuple[str, str]:
        if _CURRENT in self.extra.on():
            return self.tr("Nothing current here."), self.tr("Turn off Current only to see what was before.")
        return self.tr("Nothing recorded here."), self.tr("What is imported or recorded appears here.")

    # filters

    def build(self) -> None:
        self.lists = FilterChips(list(self._section_words().items()), exclusive=True)
        self.lists.set_on([_FIRST])
        self.extra = FilterChips([(_CURRENT, self.tr("Current only")), (_MISTAKEN, self.tr("Show entered in error"))])
        for chips in (self.lists, self.extra):
            chips.changed.connect(lambda _on: self.refresh())
        super().build()

    def _section_words(self) -> dict[str, str]:
        return {
            "problems": self.tr("Problems"),
            "social": self.tr("Social findings"),
            "medicines": self.tr("Medicines"),
            "allergies": self.tr("Allergies"),
            "immunizations": self.tr("Immunizations"),
            "procedures": self.tr("Procedures"),
            "family": self.tr("Family history"),
            "devices": self.tr("Devices"),
        }

    def filters(self) -> Iterable[QWidget]:
        return (self.extra,)

    def sections(self) -> QWidget | None:
        return self.lists

    def filter_words(self) -> str:
        return ", ".join(part for part in (self.lists.words_on(), self.extra.words_on()) if part)

    def clear(self) -> None:
        super().clear()
        self.lists.set_on([_FIRST])
        self.extra.set_on(())
        self._count(())

    def refresh(self) -> None:
        super().refresh()
        patient_id = self.patient_id
        if patient_id is not None:
            self.context.jobs.run(
                "queries.record_lists.section_counts", patient_id, owner=self,
                done=lambda counts: self._count(counts) if patient_id == self.patient_id else None,
            )  # fmt: skip

    def _count(self, counts: Iterable[tuple[str, int]]) -> None:
        known = dict(counts)
        for name, words in self._section_words().items():
            self.lists.set_words(name, f"{words} ({known[name]})" if known.get(name) else words)

    def asked_for(self, offset: int) -> RecordFilter:
        section = next(iter(self.lists.on()), _FIRST)
        on = self.extra.on()
        return RecordFilter(self.patient_id or 0, section, _CURRENT in on, _MISTAKEN in on, offset, SLICE)

    # rows

    def columns(self) -> Sequence[Column[RecordRow]]:
        return (
            Column("title", self.tr("What"), self._title, width=30, stretch=True, sortable=False),
            Column("status", self.tr("Status"), lambda _row: "", width=13, sortable=False, chip=self._chip),
            Column("since", self.tr("From"), lambda row: self.records.day(row.since), width=12, sortable=False),
            Column("until", self.tr("Until"), lambda row: self.records.day(row.until), width=12, sortable=False),
            Column("detail", self.tr("Detail"), lambda row: coded(row.detail), width=18, sortable=False),
            Column("who", self.tr("Source"), self._who, width=14, sortable=False),
        )  # fmt: skip

    def _title(self, row: RecordRow) -> str:
        return self.records.title(row.ref.kind, row.title)

    def _chip(self, row: RecordRow) -> Chip | None:
        """What holds now is told from what is over by shape and word."""
        if row.mistaken:
            return Chip(Level.HIGH, self.tr("Entered in error"))
        if not row.status:
            return Chip(Level.INFO, self.tr("Current")) if row.current else None
        if row.status in ("on-hold", "not-done", "do-not-perform", "refuted"):
            return Chip(Level.CAUTION, coded(row.status))
        return Chip(Level.INFO if row.current else Level.NEUTRAL, coded(row.status))

    def _who(self, row: RecordRow) -> str:
        if not row.outside:
            return self.tr("Ours")
        return row.organization or row.author or self.tr("Outside")

    def row_key(self, row: RecordRow) -> tuple[str, int]:
        return row.ref.kind, row.ref.id

    def row_ref(self, row: RecordRow) -> FactRef | None:
        return row.ref

    def row_sentence(self, row: RecordRow) -> str:
        chip = self._chip(row)
        dates = (self.records.day(row.since), self.records.day(row.until))
        parts = (self._title(row), chip.word if chip else "", *dates, coded(row.detail), self._who(row))
        return ", ".join(part for part in parts if part)
