"""The words of the Team tab: who leads, what each does, how to reach them, what they may hear."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.team import ENDED, FUTURE, ImportedMember, MayHear, MemberRow, Met
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.chart_words import ChartWords
from ui.pages.value_words import coded
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

Line = MemberRow | ImportedMember


def line_key(row: Line) -> str:
    """The stable id of a line."""
    if isinstance(row, ImportedMember):
        return f"imported:{row.id}"
    return f"member:{row.id or 0}"


class TeamTexts:
    """Members in the language of the screen."""

    def __init__(self, context: AppContext, lists: Choices, choices: Choices) -> None:
        self._context, self.lists, self._choices = context, lists, choices
        self._chart = ChartWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("TeamTexts", text, note, number)

    def chip(self, row: Line) -> Chip:
        """Where somebody stands: leads, on the team, later, former, or named by another system."""
        if isinstance(row, ImportedMember):
            if row.member_id is not None:
                return Chip(Level.NEUTRAL, self.tr("Taken over"))
            return Chip(Level.INFO if row.current else Level.NEUTRAL, self.tr("Outside"))
        if row.gone:
            return Chip(Level.HIGH, self.tr("Has left"))
        if row.lead:
            return Chip(Level.GOOD, self.tr("Leads"))
        words = {ENDED: self.tr("Former"), FUTURE: self.tr("Later")}
        return Chip(Level.NEUTRAL, words.get(row.state, self.tr("Member")))

    def role(self, row: Line) -> str:
        """What they do for the patient."""
        if isinstance(row, ImportedMember):
            return row.role or ""
        words = self.lists.words("role", row.role_code) if row.role_code != "other" or not row.role_text else ""
        return " · ".join(part for part in (words, row.role_text) if part)

    def last(self, row: Line) -> str:
        """When they were last in touch."""
        return "" if isinstance(row, ImportedMember) else self._met(row.last)

    def last_day(self, row: Line) -> str:
        """The day they were last in touch."""
        met = None if isinstance(row, ImportedMember) else row.last
        return self._context.formatting.date(met.on) if met is not None else ""

    def next_day(self, row: Line) -> str:
        """The day of what comes next with them."""
        met = None if isinstance(row, ImportedMember) else row.next
        return self._context.formatting.date(met.on) if met is not None else ""

    def next(self, row: Line) -> str:
        """What comes next with them."""
        return "" if isinstance(row, ImportedMember) else self._met(row.next)

    def _met(self, met: Met | None) -> str:
        if met is None:
            return ""
        how = self.tr("Visit") if met.how == "visit" else coded(met.how)
        return f"{self._context.formatting.date(met.on)} · {how}"

    def hears(self, row: Line) -> str:
        """What they may hear, in a few words."""
        if isinstance(row, ImportedMember):
            return ""
        may = row.may_hear
        differing = [code for code, allowed, _ in may.topics if allowed != may.rest]
        if not differing:
            return self.tr("Everything") if may.rest else self.tr("Nothing")
        words = ", ".join(self._choices.words("topic", code) for code in differing)
        return self.tr("Not: {topics}").format(topics=words) if may.rest else words

    def sentence(self, row: Line) -> str:
        """The line for a screen reader."""
        parts = (row.name, self.chip(row).word, self.role(row), row.phone or "", self.last(row), self.next(row))
        return ", ".join(part for part in parts if part)

    def facts(self, row: Line) -> tuple[Fact, ...]:
        """Everything that is known of somebody, for the pane beside the list."""
        told = self._of_imported(row) if isinstance(row, ImportedMember) else self._of_member(row)
        return tuple(
            Fact(key, title, aside=value, label=True, sentence=f"{title}: {value}")
            for key, title, value in told
            if value
        )

    def _of_member(self, row: MemberRow) -> Iterable[tuple[str, str, str]]:
        shown = self._context.formatting
        yield "state", self.tr("State"), self.chip(row).word
        yield "role", self.tr("What they do"), self.role(row)
        yield "organization", self.tr("Where"), row.organization or ""
        yield "phone", self.tr("Phone"), row.phone or ""
        yield "fax", self.tr("Fax"), row.fax or ""
        yield "from", self.tr("On the team from"), shown.date(row.starts_on) if row.starts_on else ""
        yield "until", self.tr("Until"), shown.date(row.ends_on) if row.ends_on else ""
        yield "reason", self.tr("Why it ended"), row.end_reason or ""
        yield "last", self.tr("Last contact"), self.last(row) or self.tr("none on file")
        yield "next", self.tr("Next"), self.next(row) or self.tr("nothing planned")
        yield from self._hearing(row.may_hear)
        yield "note", self.tr("Note"), row.note or ""
        yield "taken", self.tr("Taken over from"), row.taken_from or ""

    def _hearing(self, may: MayHear) -> Iterable[tuple[str, str, str]]:
        """What they may hear, and what not with the reason; one line for each reason."""
        heard = [code for code, allowed, _ in may.topics if allowed]
        if len(heard) == len(may.topics):
            everything, why = self.tr("Everything"), say(f"sharing.{may.why}")
            yield "hears", self.tr("May hear"), f"{everything} ({why})"
            return
        yield "hears", self.tr("May hear"), self._topics(heard) or self.tr("Nothing")
        for why in dict.fromkeys(reason for _, allowed, reason in may.topics if not allowed):
            codes = [code for code, allowed, reason in may.topics if not allowed and reason == why]
            yield f"not_{why}", self.tr("Not"), f"{self._topics(codes)} ({say(f'sharing.{why}')})"

    def _topics(self, codes: Iterable[str]) -> str:
        return ", ".join(self._choices.words("topic", code) for code in codes)

    def _of_imported(self, row: ImportedMember) -> Iterable[tuple[str, str, str]]:
        yield "state", self.tr("State"), self.chip(row).word
        yield "role", self.tr("What they do"), row.role or ""
        yield "organization", self.tr("Where"), row.organization or ""
        yield "phone", self.tr("Phone"), row.phone or ""
        yield "source", self.tr("Source"), row.provenance.source or ""
        yield "origin", self.tr("Where it comes from"), self._chart.origin(row.provenance)
        if row.member_id is None:
            yield "hint", self.tr("To use"), self.tr("Take over puts them on our own team.")
