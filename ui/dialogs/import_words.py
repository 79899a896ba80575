"""How an import is told: in tables on the screen, and as plain text to copy or save."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.exchange import Counts, FileReport, ImportReport, Match
from ui.feedback import Level
from ui.match_words import MatchWords
from ui.tables.base import Chip, Column

TypeRow = tuple[str, Counts]


@dataclass(frozen=True, slots=True)
class Note:
    """Something of one file that was not taken over, and why."""

    number: int
    path: str
    words: str


class ImportWords:
    """Words and columns of an import report in the language of the screen."""

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ImportWords", text, note, number)

    def title(self, report: ImportReport) -> str:
        """What happened, in one line."""
        created = sum(counts.created for _, counts in report.totals)
        updated = sum(counts.updated for _, counts in report.totals)
        words = self.tr("{created} new, {updated} updated, {patients}.")
        if report.id is None:
            words = self.tr("Preview, nothing was saved: {created} new, {updated} to update, {patients}.")
        patients = self.tr("%n patients", "", report.patients)
        return words.format(created=f"{created:,}", updated=f"{updated:,}", patients=patients)

    def trouble(self, report: ImportReport) -> str:
        """What somebody should look at; empty when there is nothing."""
        refused = sum(file.status == "refused" for file in report.files)
        skipped = sum(file.status == "skipped" for file in report.files)
        unknown = sum(counts.not_understood for _, counts in report.totals)
        parts = (
            self.tr("%n files refused", "", refused) if refused else "",
            self.tr("%n files skipped", "", skipped) if skipped else "",
            self.tr("%n entries not understood", "", unknown) if unknown else "",
            self.tr("%n likely doubles", "", len(report.matches)) if report.matches else "",
            self.tr("%n facts differ from what stands here", "", report.differences) if report.differences else "",
        )
        return " · ".join(part for part in parts if part)

    def status(self, file: FileReport) -> Chip:
        """What became of a file."""
        return {
            "imported": Chip(Level.GOOD, self.tr("Read")),
            "refused": Chip(Level.HIGH, self.tr("Refused")),
        }.get(file.status, Chip(Level.NEUTRAL, self.tr("Skipped")))

    def certainty(self, match: Match) -> Chip:
        """How sure a likeness is."""
        return MatchWords().certainty(match.certainty)

    def notes(self, report: ImportReport) -> tuple[Note, ...]:
        """Everything that was left out of files that were read."""
        found = ((file.path, words) for file in report.files for words in file.notes)
        return tuple(Note(number, path, words) for number, (path, words) in enumerate(found))

    def type_columns(self) -> tuple[Column[TypeRow], ...]:
        """Counts per kind of entry."""
        named = (
            ("read", self.tr("Read")), ("created", self.tr("New")), ("updated", self.tr("Updated")),
            ("unchanged", self.tr("Unchanged")), ("not_understood", self.tr("Not understood")),
            ("refused", self.tr("Refused")),
        )  # fmt: skip
        first: Column[TypeRow] = Column("kind", self.tr("Kind"), lambda row: row[0], stretch=True)
        return (first, *(self._number(key, title) for key, title in named))

    def _number(self, key: str, title: str) -> Column[TypeRow]:
        return Column(
            key, title, lambda row: f"{getattr(row[1], key):,}", sort=lambda row: getattr(row[1], key), number=True,
            width=max(len(title) + 2, 10), copy=lambda row: str(getattr(row[1], key)),
        )  # fmt: skip

    def file_columns(self) -> tuple[Column[FileReport], ...]:
        """One line per file."""
        return (
            Column("path", self.tr("File"), lambda row: short_path(row.path), width=38, tip=lambda row: row.path,
                   copy=lambda row: row.path),
            Column("status", self.tr("Status"), lambda _row: "", sort=lambda row: row.status, width=13,
                   chip=self.status),
            Column("reason", self.tr("Why"), lambda row: row.reason or "", stretch=True),
        )  # fmt: skip

    def note_columns(self) -> tuple[Column[Note], ...]:
        """One line per thing that was left out."""
        return (
            Column("words", self.tr("Left out, and why"), lambda row: row.words, stretch=True),
            Column(
                "path",
                self.tr("File"),
                lambda row: short_path(row.path),
                width=36,
                tip=lambda row: row.path,
                copy=lambda row: row.path,
            ),
        )

    def match_columns(self) -> tuple[Column[Match], ...]:
        """One line per likeness."""
        return (
            Column("first", self.tr("Patient"), lambda row: row.refs[0], width=24),
            Column("second", self.tr("Looks like"), lambda row: row.refs[1], width=24),
            Column("certainty", self.tr("How sure"), lambda _row: "", sort=lambda row: row.certainty, width=22,
                   chip=self.certainty),
            Column("reasons", self.tr("Why"), lambda row: MatchWords().reasons(row.reasons), stretch=True),
        )  # fmt: skip

    def as_text(self, report: ImportReport) -> str:
        """The whole report as plain text, tab separated."""
        return "\n".join(self._lines(report)) + "\n"

    def _lines(self, report: ImportReport) -> Iterator[str]:
        yield self.title(report)
        if trouble := self.trouble(report):
            yield trouble
        for columns, rows in (
            (self.type_columns(), report.totals),
            (self.file_columns(), report.files),
            (self.match_columns(), report.matches),
            (self.note_columns(), self.notes(report)),
        ):
            if rows:
                yield ""
                yield "\t".join(column.title for column in columns)
            for row in rows:
                yield "\t".join(_cell(column, row) for column in columns)


def short_path(path: str) -> str:
    """The file's name with its folder: what tells the lines of one import apart."""
    return "/".join(PurePath(path).parts[-2:])


def _cell(column: Column[TypeRow] | Column[FileReport] | Column[Match] | Column[Note], row: object) -> str:
    shown: Column[object] = column  # type: ignore[assignment]  # rows and columns come in pairs of one kind
    words = shown.copy(row) if shown.copy else shown.text(row)
    if not words and shown.chip is not None and (chip := shown.chip(row)) is not None:
        words = chip.word
    return " ".join(words.split())
