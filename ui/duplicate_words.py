"""Words of look-alikes and merges: columns, fields of a person, kinds of records."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.duplicates import DuplicateRow, MergeRow, Side
from ui.context import AppContext
from ui.feedback import Level
from ui.match_words import MatchWords
from ui.tables.base import Chip, Column
from ui.words_of_records import RecordWords


class DuplicateWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.match, self.records = MatchWords(), RecordWords()

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("DuplicateWords", text, note, number)

    def person(self, head: PatientHead) -> str:
        """Name, birth date and record number: enough to tell two people apart in a sentence."""
        shown = self._context.formatting
        return f"{shown.name(head)}, {shown.partial_date(head.birth_date)}, {head.record_number}"

    def columns(self) -> tuple[Column[DuplicateRow], ...]:
        """The list of pairs."""
        return (
            Column("certainty", self.tr("How sure"), lambda _row: "", width=24, sortable=False,
                   chip=lambda row: self.match.certainty(row.certainty)),
            Column("one", self.tr("Patient"), lambda row: self.person(row.one), width=31, sortable=False),
            Column("other", self.tr("Looks like"), lambda row: self.person(row.other), width=31, sortable=False),
            Column("why", self.tr("Why"), self.why, stretch=True, sortable=False),
        )  # fmt: skip

    def why(self, row: DuplicateRow) -> str:
        """Who decided, when somebody has, and what speaks for and against."""
        return " · ".join(part for part in (self.decided(row), self.match.reasons(row.reasons)) if part)

    def decided(self, row: DuplicateRow) -> str:
        """Who decided and when."""
        if row.decided_at is None:
            return ""
        day = self._context.formatting.date(row.decided_at)
        return self.tr("{who}, {day}").format(who=row.decided_by or self.tr("the program"), day=day)

    def sentence(self, row: DuplicateRow) -> str:
        """A pair for a screen reader."""
        parts = (
            self.tr("{one} looks like {other}").format(one=self.person(row.one), other=self.person(row.other)),
            self.match.certainty(row.certainty).word,
            self.match.reasons(row.reasons),
            self.decided(row),
        )
        return ", ".join(part for part in parts if part)

    def merge_columns(self) -> tuple[Column[MergeRow], ...]:
        """The list of merges."""
        shown = self._context.formatting
        return (
            Column("at", self.tr("When"), lambda row: shown.date_time(row.at), width=23, sortable=False),
            Column("merged", self.tr("Merged record"), lambda row: self.person(row.merged), width=29, sortable=False),
            Column("survivor", self.tr("Into"), lambda row: self.person(row.survivor), width=29, sortable=False),
            Column("moved", self.tr("Moved"), lambda row: self.records.counts(row.moved), stretch=True, sortable=False),
            Column("by", self.tr("By"), lambda row: row.by or "", width=13, sortable=False),
            Column("state", self.tr("State"), lambda _row: "", width=15, sortable=False, chip=self.merge_state),
        )  # fmt: skip

    def merge_state(self, row: MergeRow) -> Chip:
        """Whether the merge stands."""
        if row.undone_at is None:
            return Chip(Level.GOOD, self.tr("Merged"))
        return Chip(Level.NEUTRAL, self.tr("Taken back"))

    def merge_sentence(self, row: MergeRow) -> str:
        """A merge for a screen reader."""
        into = self.tr("{merged} merged into {survivor}")
        parts = (
            into.format(merged=self.person(row.merged), survivor=self.person(row.survivor)),
            self._context.formatting.date_time(row.at),
            row.by or "",
            self.merge_state(row).word,
        )
        return ", ".join(part for part in parts if part)

    def side(self, field: str, values: Iterable[str]) -> str:
        """The values of a field in one of the records."""
        return "; ".join(self.value(field, value) for value in values) or "–"

    def value(self, field: str, value: str) -> str:
        """A stored value as it is read."""
        shown = self._context.formatting
        if field in ("birth_date", "deceased_on"):
            return shown.partial_date(value)
        if field == "sex":
            return shown.sex(value)
        if field == "language":
            return shown.language(value)
        return self.tr("yes") if value == "yes" else value

    def mark(self, side: Side) -> Chip | None:
        """Whether the two records agree on a field."""
        if side.field == "record_number":
            return None
        if side.one and side.other and set(side.one) & set(side.other):
            return Chip(Level.GOOD, self.tr("Same"))
        return Chip(Level.CAUTION, self.tr("Different")) if side.differs else Chip(Level.NEUTRAL, self.tr("Only one"))
