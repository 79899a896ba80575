"""How the Exchange screen tells what came in, what waits, what failed and what left: columns, sentences, what to do."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.common import Provenance
from icm_desktop.contracts.differences import DifferenceRow
from icm_desktop.contracts.duplicates import DuplicateRow
from icm_desktop.contracts.exchange_rows import ExchangeCounts, FailedRow, InRow
from ui.context import AppContext
from ui.dialogs.import_words import short_path
from ui.duplicate_words import DuplicateWords
from ui.feedback import Level
from ui.messages import say
from ui.pages.field_words import field_name
from ui.pages.record_words import RecordWords
from ui.pages.value_words import coded, kind_name
from ui.tables.base import Chip, Column

IN, MATCHING, DIFFERENCES, FAILED, OUT, PARTNERS = "in", "matching", "differences", "failed", "out", "partners"
MODES = (IN, MATCHING, DIFFERENCES, FAILED, OUT, PARTNERS)
_NO_SENDER = frozenset({"", "fhir", "hl7v2", "ccda", "csv"})  # formats whose files need not say who sent them
_SENDERS = 2  # named in a cell; all are in the sentence beneath


class ExchangeWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.pairs, self.records = DuplicateWords(context), RecordWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ExchangeWords", text, note, number)

    def lists(self, counts: ExchangeCounts | None = None) -> dict[str, str]:
        """What each list is called, with how much it has once that is known."""
        names = {
            IN: self.tr("In"),
            MATCHING: self.tr("Needs matching"),
            DIFFERENCES: self.tr("Differences"),
            FAILED: self.tr("Failed"),
            OUT: self.tr("Out"),
            PARTNERS: self.tr("Partners"),
        }
        if counts is None:
            return names
        numbers = (counts.incoming, counts.matching, counts.differences, counts.failed, counts.outgoing,
                   counts.partners)  # fmt: skip
        return {mode: f"{names[mode]} ({number:,})" for mode, number in zip(MODES, numbers, strict=True)}

    # in

    def in_columns(self) -> tuple[Column[InRow], ...]:
        """One line per import."""
        shown = self._context.formatting
        return (
            Column("at", self.tr("When"), lambda row: shown.date_time(row.started_at), lambda row: row.started_at,
                   width=23, copy=lambda row: row.started_at.isoformat()),
            Column("from", self.tr("From"), lambda row: self.senders(row.sources[:_SENDERS]), width=20,
                   tip=lambda row: self.senders(row.sources)),
            Column("brought", self.tr("Brought"), self.brought, lambda row: row.created, width=30),
            Column("by", self.tr("By"), lambda row: row.by or "", width=11),
            Column("todo", self.tr("What to do"), self.in_todo, self._in_rank, stretch=True, chip=self.in_chip),
        )  # fmt: skip

    def senders(self, sources: tuple[str, ...]) -> str:
        """Who sent it, as far as it says so."""
        named = [_sender(source) for source in sources if source not in _NO_SENDER]
        return ", ".join(named) or self.tr("Files that name no sender")

    def brought(self, row: InRow) -> str:
        """How much came."""
        parts = (
            self.tr("%n patients", "", row.patients),
            self.tr("{count} new").format(count=f"{row.created:,}"),
            self.tr("{count} updated").format(count=f"{row.updated:,}"),
        )
        return ", ".join(parts)

    def in_todo(self, row: InRow) -> str:
        """What an import still asks of somebody."""
        parts = (
            self.tr("Decide %n differences", "", row.differences) if row.differences else "",
            self.tr("Match %n patients", "", row.matching) if row.matching else "",
            self.tr("%n files were refused: see Failed", "", row.refused) if row.refused else "",
        )
        told = " · ".join(part for part in parts if part)
        return (
            {"loading": self.tr("It is running"), "undone": self.tr("Taken back")}.get(row.state)
            or told
            or (self.tr("Nothing to do"))
        )

    def in_chip(self, row: InRow) -> Chip:
        """The same with its shape."""
        if row.state == "complete" and self._in_rank(row):
            return Chip(Level.CAUTION, self.in_todo(row))
        return Chip(Level.GOOD if row.state == "complete" else Level.NEUTRAL, self.in_todo(row))

    @staticmethod
    def _in_rank(row: InRow) -> int:
        return row.differences + row.matching + row.refused

    def in_sentence(self, row: InRow) -> str:
        """An import in full."""
        parts = (
            self.tr("Import {number}, {when}").format(
                number=row.id, when=self._context.formatting.date_time(row.started_at)
            ),
            row.by or "", self.senders(row.sources), self.tr("%n files", "", row.files), self.brought(row),
            self.in_todo(row),
        )  # fmt: skip
        return " · ".join(part for part in parts if part)

    # needs matching

    def match_columns(self) -> tuple[Column[DuplicateRow], ...]:
        """One line per pair, with what to do."""
        words = self.pairs
        return (
            Column("certainty", self.tr("How sure"), lambda _row: "", lambda row: row.score, width=24,
                   chip=lambda row: words.match.certainty(row.certainty)),
            Column("one", self.tr("Patient"), lambda row: words.person(row.one), width=27),
            Column("other", self.tr("Looks like"), lambda row: words.person(row.other), width=27),
            Column("todo", self.tr("What to do"), lambda _row: self.match_todo(), stretch=True, sortable=False),
        )  # fmt: skip

    def match_todo(self) -> str:
        """What a pair asks of somebody."""
        return self.tr("Compare, then merge them or say that they are two people")

    # differences

    def difference_columns(self) -> tuple[Column[DifferenceRow], ...]:
        """One line per fact."""
        shown = self._context.formatting
        return (
            Column("patient", self.tr("Patient"), lambda row: self.pairs.person(row.patient), width=27),
            Column("fact", self.tr("Fact"), self.fact, width=21),
            Column("fields", self.tr("Differs in"), self.differs_in, width=15),
            Column("theirs", self.tr("Says so"), lambda row: self.said(row.theirs), width=20),
            Column("found", self.tr("Since"), lambda row: shown.date(row.found_at), lambda row: row.found_at, width=13,
                   hidden=True),
            Column("todo", self.tr("What to do"), self.difference_todo, stretch=True),
        )  # fmt: skip

    def fact(self, row: DifferenceRow) -> str:
        """The fact with its kind."""
        title = self.records.title(row.ref.kind, row.title)
        kind = kind_name(row.ref.kind)
        return title if title == kind else self.tr("{kind}: {title}").format(kind=kind, title=title)

    @staticmethod
    def differs_in(row: DifferenceRow) -> str:
        """The names of the fields that differ."""
        if row.gone:
            return ExchangeWords.tr("No longer at the source")
        return ", ".join(field_name(field.name) for field in row.fields)

    def difference_todo(self, row: DifferenceRow) -> str:
        """What is asked, or what was decided by whom."""
        if row.gone and row.decided_at is None:
            return self.tr("No longer at the source: keep ours, or mark it as a mistake")
        if row.decided_at is not None:
            day = self._context.formatting.date(row.decided_at)
            return " · ".join(part for part in (coded(row.state), row.decided_by or "", day) if part)
        return self.tr("Keep ours, take theirs, or both") if row.both else self.tr("Keep ours or take theirs")

    def said(self, who: Provenance) -> str:
        """Who says it and when; what changed here names the person."""
        place = who.organization or self.senders((who.source,)) if who.source else who.organization or ""
        parts = [who.author or "", place, self.records.day(who.recorded)]
        return " · ".join(part for part in parts if part)

    def received(self, who: Provenance) -> str:
        """The same with the day it came."""
        came = self.tr("came {day}").format(day=self._context.formatting.date(who.received_at))
        return " · ".join(part for part in (self.said(who), came if who.received_at else "") if part)

    def ours(self, row: DifferenceRow) -> str:
        """Who says what stands here."""
        said = self.received(row.mine)
        if row.mine.source is not None:
            return said
        return self.tr("Here: {who}").format(who=said) if said else self.tr("Here")

    def difference_sentence(self, row: DifferenceRow) -> str:
        """A fact for a screen reader."""
        values = [
            self.tr("{field}: ours {ours}, theirs {theirs}").format(
                field=field_name(field.name), ours=self.records.value(field.name, field.old),
                theirs=self.records.value(field.name, field.new),
            )
            for field in row.fields
        ]  # fmt: skip
        parts = (self.pairs.person(row.patient), self.fact(row), *values, self.difference_todo(row))
        return ", ".join(part for part in parts if part)

    # failed

    def failed_columns(self) -> tuple[Column[FailedRow], ...]:
        """One line per import of which something failed."""
        shown = self._context.formatting
        return (
            Column("at", self.tr("When"), lambda row: shown.date_time(row.started_at), lambda row: row.started_at,
                   width=23, copy=lambda row: row.started_at.isoformat()),
            Column("what", self.tr("What"), self.failed_what, width=24),
            Column("why", self.tr("Why"), self.failed_why, stretch=True, tip=self.failed_why),
            Column("by", self.tr("By"), lambda row: row.by or "", width=11),
            Column("todo", self.tr("What to do"), self.failed_todo, width=26, tip=self.failed_todo),
        )  # fmt: skip

    def failed_what(self, row: FailedRow) -> str:
        """The files that failed, the first by name."""
        names = [short_path(path) for path in row.paths]
        more = max(row.refused, len(names)) - 1
        if not names:
            return self.tr("Import {number}").format(number=row.id)
        return names[0] if more < 1 else self.tr("{name} and %n more", "", more).format(name=names[0])

    def failed_why(self, row: FailedRow) -> str:
        """Why, in a sentence; of refused files the reason of the first."""
        if row.why:
            return say(row.why, self._context.formatting, **dict(row.params))
        return row.files[0][1] if row.files else ""

    def failed_todo(self, row: FailedRow) -> str:
        """What somebody should do about it."""
        if row.why:
            return self.tr("Run it again")
        return self.tr("Ask the sender for a file that can be read, then run it again")

    def failed_sentence(self, row: FailedRow) -> str:
        """A failure in full: every file with its reason."""
        head = self.tr("Import {number}, {when}").format(
            number=row.id, when=self._context.formatting.date_time(row.started_at)
        )
        files = [f"{path}: {reason}" for path, reason in row.files] or [*row.paths]
        return "\n".join((f"{head} · {self.failed_why(row)}", *files, self.failed_todo(row)))


def _sender(source: str) -> str:
    """A sender by its host or name, without what machines need to reach it."""
    return urlsplit(source).hostname or source.removeprefix("hl7v2:")
