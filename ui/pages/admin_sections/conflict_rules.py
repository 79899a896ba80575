"""Section: what people decide about each conflict rule, of how many, who is behind each number, and what is muted."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.conflicts import ActRow, ConflictsRechecked, RuleRate
from icm_desktop.permissions import Privilege
from ui.dialogs.outcome import Outcome
from ui.feedback import Level
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import Command
from ui.pages.conflict_words import ConflictWords
from ui.tables.base import Chip, Column

_FLAGGED = "flagged"


class ConflictRulesSection(ListSection[RuleRate]):
    """Every rule that stands somewhere or was decided about; one that is nearly always overridden is for review."""

    name = "conflict_rules"
    icon = "octagon-alert"
    opens = changes = Privilege.CLINICAL_READ
    shows = frozenset({"conflict", "import", "patient"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("ConflictRulesSection", "Conflict rules")

    def intro(self) -> str:
        return self.tr(
            "How often each rule is followed or overridden. A rule that nearly everybody overrides helps nobody: look "
            "at it. Enter shows the decisions behind a number."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No conflict yet."), self.tr("Rules that find something, and what is decided, come here.")

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def commands(self) -> Iterable[Command]:
        yield Command("behind", self.tr("&Who is behind it"), self.change, "eye")
        yield Command("muted", self.tr("What is &muted"), self.show_muted, "eye-off")
        yield Command("again", self.tr("Check everybody &again"), self.check_again, "refresh-cw")

    def filters(self) -> Sequence[tuple[str, str]]:
        return ((_FLAGGED, self.tr("To review")),)

    def keeps(self, row: RuleRate, on: frozenset[str]) -> bool:
        return _FLAGGED not in on or row.flagged

    def columns(self) -> Sequence[Column[RuleRate]]:
        return (
            Column("rule", self.tr("Rule"), lambda row: row.rule, width=10, tip=lambda row: row.rule),
            Column("title", self.tr("What"), self._title, width=24, stretch=True, tip=self._title),
            Column("state", self.tr("State"), lambda row: self._chip(row).word, width=12, chip=self._chip),
            Column("now", self.tr("Found now"), lambda row: str(row.now), lambda row: row.now, 10, number=True),
            Column("accepted", self.tr("Resolved"), lambda row: self._share(row.accepted, row.decided),
                   lambda row: row.accepted, 13, number=True),
            Column("overridden", self.tr("Overridden"), lambda row: self._share(row.overridden, row.decided),
                   lambda row: row.overridden, 13, number=True),
            Column("recent", self.tr("Overridden of late"),
                   lambda row: self._share(row.recent_overridden, row.recent_decided),
                   lambda row: row.recent_overridden, 15, number=True),
            Column("muted", self.tr("Muted"), lambda row: str(row.muted), lambda row: row.muted, 8, number=True),
        )  # fmt: skip

    def _title(self, row: RuleRate) -> str:
        return ConflictWords(self.context).pick(row.title)

    def _chip(self, row: RuleRate) -> Chip:
        return Chip(Level.HIGH, self.tr("Review")) if row.flagged else Chip(Level.NEUTRAL, self.tr("In use"))

    def _share(self, part: int, whole: int) -> str:
        if not whole:
            return self.tr("none decided")
        words = self.tr("{part} of {whole} ({percent} %)")
        return words.format(part=part, whole=whole, percent=round(100 * part / whole))

    def row_id(self, row: RuleRate) -> Hashable:
        return row.rule

    def refresh(self) -> None:
        self.asked.ask("queries.conflict_board.rates", done=self.show_rows)

    def state(self) -> Mapping[str, object]:
        return {"search": self.search.text()}

    def can(self, action_id: str) -> bool:
        return self.row is not None if action_id in ("behind", "admin.change") else action_id in ("muted", "again")

    def change(self) -> None:
        """The decisions behind the numbers of the rule."""
        if (row := self.row) is None:
            return

        def show(found: tuple[ActRow, ...]) -> None:
            lines = [(self.context.formatting.name(one.head), self._told(one)) for one in found]
            headers = (self.tr("Patient"), self.tr("What was decided"))
            Outcome(self.title(), self._title(row), headers, lines, (), self.window()).show()

        self.context.jobs.run("queries.conflict_board.behind", row.rule, owner=self, done=show)

    def show_muted(self) -> None:
        """What is muted at present, for whom, why and until when."""

        def show(found: tuple[tuple[str, ActRow], ...]) -> None:
            name = self.context.formatting.name
            lines = [(f"{rule} · {name(one.head)}", self._told(one)) for rule, one in found]
            headers = (self.tr("Rule and patient"), self.tr("What was decided"))
            Outcome(self.title(), self.tr("Muted at present"), headers, lines, (), self.window()).show()

        self.context.jobs.run("queries.conflict_board.muted", owner=self, done=show)

    def _told(self, one: ActRow) -> str:
        states = {"resolved": self.tr("resolved"), "overridden": self.tr("overridden"), "muted": self.tr("muted")}
        shown = self.context.formatting
        until = self.tr("until {day}").format(day=shown.date(one.until)) if one.until is not None else ""
        parts = (shown.date(one.on), states[one.state], until, one.by, one.reason)
        return " · ".join(part for part in parts if part)

    def check_again(self) -> None:
        """Check every patient by the rules as they are, in the background; it can be cancelled."""

        def done(found: ConflictsRechecked) -> None:
            told = self.tr("%n patient(s) checked again.", "", found.patients)
            self.context.feedback.say(told, Level.GOOD)
            self.refresh()

        self.context.jobs.run(
            "services.conflict_work.recheck_everybody", owner=self, done=done, failed=self.context.feedback.refuse,
            lane="long", label=self.tr("Checking everybody for conflicts"),
        )  # fmt: skip
