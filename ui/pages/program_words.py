"""How programs of care management are put into words: standing at the end of a month, what is missing, conflicts."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.programs import MonthEndRow, MonthStanding, ProgramName, ProgramRow, TimeRow
from icm_desktop.domain.programs import Circumstance, Conflict, Gate, Program
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.transition_words import TransitionWords
from ui.tables.base import Chip, Column

_LEVELS = {
    "meets": Level.GOOD,
    "conflict": Level.HIGH,
    "incomplete": Level.CAUTION,
    "short": Level.NEUTRAL,
    "kept": Level.INFO,
}
_STATUS = {"active": Level.GOOD, "on_hold": Level.NEUTRAL, "ended": Level.NEUTRAL, "declined": Level.CAUTION}


class ProgramWords:
    """Words and columns of programs in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._clocks = TransitionWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ProgramWords", text, note, number)

    @staticmethod
    def _spanish() -> bool:
        return QLocale().language() == QLocale.Language.Spanish

    def title(self, one: Program | Gate | Circumstance) -> str:
        """The name of a program, gate or circumstance."""
        return one.title_es if self._spanish() else one.title

    def source(self, one: Program | Gate | Conflict) -> str:
        """Where a rule comes from, in the language of the screen."""
        return (one.source_es if self._spanish() else "") or one.source

    def short(self, one: Program | ProgramName) -> str:
        """The name of a program in a column."""
        return one.short_es if self._spanish() else one.short

    # standing

    def state(self, at: MonthStanding) -> Chip:
        """Where somebody stands, in two words."""
        words = {
            "meets": self.tr("Met"),
            "conflict": self.tr("Conflict"),
            "incomplete": self.tr("Something missing"),
            "short": self.tr("Below the threshold"),
            "kept": self.tr("Time kept"),
        }[at.state]
        return Chip(_LEVELS[at.state], words)

    def codes(self, at: MonthStanding) -> str:
        """ "99490 + 99439 ×2"."""
        counted = Counter(at.codes)
        return " + ".join(f"{code} ×{count}" if count > 1 else code for code, count in counted.items())

    def to_next(self, at: MonthStanding) -> str:
        """How many minutes to the next step."""
        if at.to_next is None or not at.next_code:
            return ""
        return self.tr("%n min. to {code}", "", at.to_next).format(code=at.next_code)

    def missing(self, at: MonthStanding, unassigned: int = 0) -> str:
        """What is not there yet, one after the other."""
        parts = [self.title(gate) for gate in at.missing]
        parts += [self._clocks.clock_name(what) for what in at.owed]
        if unassigned:
            parts.append(self.tr("%n minutes are given to no program", "", unassigned))
        return "; ".join(parts)

    def clashes(self, at: MonthStanding) -> str:
        """What it does not go together with, and what takes its place."""
        parts = []
        for rule in at.clashes:
            words = self.tr("not with {program}").format(program=rule.other(at.program.id).upper())
            parts.append(f"{words} ({rule.instead})" if rule.instead else words)
        return "; ".join(parts)

    def status(self, status: str) -> str:
        """The status of an enrolment."""
        return {
            "active": self.tr("Active"),
            "on_hold": self.tr("On hold"),
            "ended": self.tr("Ended"),
            "declined": self.tr("Declined"),
        }.get(status, self.tr("Not enrolled"))

    def status_chip(self, row: ProgramRow) -> Chip:
        """The status as a chip."""
        return Chip(_STATUS.get(row.status, Level.NEUTRAL), self.status(row.status))

    def patient(self) -> str:
        """Who usually consents."""
        return self.tr("Patient")

    def not_yet(self) -> str:
        """No consent so far."""
        return self.tr("Not yet")

    def how(self, how: str | None) -> str:
        """How consent was given."""
        return {"verbal": self.tr("verbal"), "written": self.tr("written")}.get(how or "", "")

    def consent(self, row: ProgramRow) -> str:
        """Who consented, how, when, and who asked."""
        if row.consent_on is None:
            return self.tr("No consent recorded")
        words = self.tr("Consent {day}: {by}, {how}; asked by {who}")
        return words.format(
            day=self._context.formatting.date(row.consent_on),
            by=row.consent_by or "",
            how=self.how(row.consent_how),
            who=row.consent_taken_by or "",
        )

    # time

    def activity(self, activity: str) -> str:
        """What the time was spent on."""
        return {
            "chart": self.tr("Chart"),
            "call": self.tr("Call"),
            "task": self.tr("Task"),
            "conference": self.tr("Conference"),
            "other": self.tr("Other"),
        }.get(activity, activity)

    def span(self, row: TimeRow) -> str:
        """ "Thu 19-Nov-2026 10:00 AM – 10:15 AM"."""
        shown = self._context.formatting
        return f"{shown.date_time(row.starts_at)} – {shown.time(row.ends_at)}"

    def length(self, row: TimeRow) -> str:
        """ "12 min 30 s"."""
        seconds = int((row.ends_at - row.starts_at).total_seconds())
        rest = f" {seconds % 60} s" if seconds % 60 else ""
        return f"{seconds // 60} min{rest}"

    def time_sentence(self, row: TimeRow) -> str:
        """A piece of time for a screen reader."""
        parts = (self.span(row), self.length(row), self.activity(row.activity), row.by, row.reason or "")
        return ", ".join(part for part in parts if part)

    def time_columns(self, names: dict[str, str]) -> tuple[Column[TimeRow], ...]:
        """Columns of the time of a patient; `names` are the programs' short names."""
        return (
            Column("when", self.tr("When"), self.span, lambda row: row.starts_at, width=30, stretch=True,
                   copy=lambda row: row.starts_at.isoformat()),
            Column("length", self.tr("Length"), self.length, lambda row: row.ends_at - row.starts_at, width=12),
            Column("activity", self.tr("What"), lambda row: self.activity(row.activity), width=10),
            Column("by", self.tr("Who"), lambda row: row.by, width=13),
            Column("program", self.tr("Program"), lambda row: names.get(row.program, self.tr("none yet")), width=11),
            Column("how", self.tr("How"), self._source, width=22),
        )  # fmt: skip

    def _source(self, row: TimeRow) -> str:
        parts = [self.tr("captured") if row.source == "captured" else self.tr("typed")]
        parts += [] if row.counts else [self.tr("does not count")]
        parts += [row.reason] if row.reason else []
        return " · ".join(parts)

    # the end of a month

    def month_sentence(self, row: MonthEndRow) -> str:
        """A row of the end of the month for a screen reader."""
        at = row.standing
        parts = (
            self._context.formatting.name(row.head),
            self.title(at.program),
            self.state(at).word,
            self.tr("%n minutes", "", at.minutes),
            self.codes(at),
            self.missing(at, row.unassigned),
            self.clashes(at),
        )
        return ", ".join(part for part in parts if part)

    def month_columns(self) -> tuple[Column[MonthEndRow], ...]:
        """Columns of the end of a month."""
        shown = self._context.formatting
        return (
            Column("state", self.tr("Standing"), lambda _row: "", lambda row: list(_LEVELS).index(row.standing.state),
                   width=18, chip=lambda row: self.state(row.standing)),
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=20, stretch=True),
            Column("program", self.tr("Program"), lambda row: self.short(row.standing.program), width=10),
            Column("minutes", self.tr("Min."), lambda row: str(row.standing.minutes or ""),
                   lambda row: row.standing.minutes, width=5, number=True),
            Column("codes", self.tr("Reaches"), lambda row: self.codes(row.standing), width=14,
                   tip=lambda row: self.to_next(row.standing)),
            Column("to_next", self.tr("Next step"), lambda row: self.to_next(row.standing),
                   lambda row: row.standing.to_next, width=13),
            Column("missing", self.tr("Missing"), lambda row: self.missing(row.standing, row.unassigned), width=18),
            Column("clashes", self.tr("Conflicts"), lambda row: self.clashes(row.standing), width=10),
            Column("coordinator", self.tr("Coordinator"), lambda row: row.coordinator or "", width=11, hidden=True),
        )  # fmt: skip
