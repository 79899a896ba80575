"""How an exchange partner does, in words: its state, what is wrong and what to do about it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.partners import SERVER, PartnerHealth
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.tables.base import Chip, Column


class PartnerWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("PartnerWords", text, note, number)

    def chip(self, health: PartnerHealth) -> Chip:
        """The state with its shape."""
        if health.paused_at is not None:
            return Chip(Level.NEUTRAL, self.tr("Paused"))
        if health.problem:
            return Chip(Level.HIGH, self.tr("Trouble"))
        if health.questions or health.failed:
            return Chip(Level.CAUTION, self.tr("Needs you"))
        if health.kind != SERVER:
            return Chip(Level.NEUTRAL, self.tr("By packages"))
        return Chip(Level.GOOD, self.tr("Good")) if health.succeeded_at else Chip(Level.INFO, self.tr("Not yet asked"))

    def wrong(self, health: PartnerHealth) -> str:
        """What is wrong, in full."""
        shown = self._context.formatting
        parts = [say(health.problem, shown, **health.params)] if health.problem else []
        if health.problem and health.next_try_at is not None:
            parts.append(self.tr("Next try {when}.").format(when=shown.date_time(health.next_try_at)))
        if health.questions:
            parts.append(self.tr("%n fact(s) wait for an answer.", "", health.questions))
        if health.failed:
            parts.append(self.tr("%n line(s) refused there.", "", health.failed))
        if health.not_offered:
            parts.append(self.tr("Not given: {kinds}.").format(kinds=", ".join(health.not_offered)))
        return " ".join(parts)

    def columns(self) -> tuple[Column[PartnerHealth], ...]:
        """One line per partner of the Exchange screen."""
        return (
            Column("name", self.tr("Partner"), lambda row: row.name, width=20, tip=lambda row: row.name),
            Column("state", self.tr("State"), lambda _row: "", self._rank, width=14, chip=self.chip),
            Column("synced", self.tr("Last synced"), self.synced, lambda row: row.succeeded_at, width=19),
            Column("received", self.tr("Last received"), lambda row: self.when(row.received_at),
                   lambda row: row.received_at, width=19),
            Column("sent", self.tr("Last sent"), lambda row: self.when(row.sent_at), lambda row: row.sent_at, width=19),
            Column("waiting", self.tr("To send"), lambda row: str(row.waiting), lambda row: row.waiting, width=8,
                   number=True),
            Column("next", self.tr("Next try"), lambda row: self.when(row.next_try_at) if row.problem else "",
                   lambda row: row.next_try_at, width=19, hidden=True),
            Column("todo", self.tr("What to do"), self.todo, stretch=True, tip=self.todo),
        )  # fmt: skip

    def when(self, at: dt.datetime | None) -> str:
        """A moment, or that there was none."""
        return self._context.formatting.date_time(at) if at is not None else self.tr("never")

    def synced(self, health: PartnerHealth) -> str:
        """When it was last asked with success; a practice is never asked."""
        return self.when(health.succeeded_at) if health.kind == SERVER else ""

    @staticmethod
    def _rank(health: PartnerHealth) -> int:
        return 2 * bool(health.problem) + bool(health.questions or health.failed)

    def todo(self, health: PartnerHealth) -> str:
        """What somebody should do, if anything."""
        if health.paused_at is not None:
            return self.tr("Nothing comes or goes until it goes on")
        if health.problem:
            return " ".join((say(health.problem, self._context.formatting, **health.params), self._next(health)))
        if health.questions:
            return self.tr("Answer %n question(s)", "", health.questions)
        if health.failed:
            return self.tr("Look at %n line(s) refused there", "", health.failed)
        if health.kind != SERVER and health.waiting:
            return self.tr("Send a package: %n line(s) are news there", "", health.waiting)
        return self.tr("Nothing to do")

    def _next(self, health: PartnerHealth) -> str:
        if health.next_try_at is None:
            return ""
        return self.tr("Next try {when}.").format(when=self._context.formatting.date_time(health.next_try_at))

    def sentence(self, health: PartnerHealth) -> str:
        """A partner in full."""
        server = health.kind == SERVER
        parts = (
            health.name,
            self.chip(health).word,
            self.tr("last synced {when}").format(when=self.when(health.succeeded_at)) if server else "",
            self.tr("last received {when}").format(when=self.when(health.received_at)),
            self.tr("last sent {when}").format(when=self.when(health.sent_at)),
            self.tr("%n patient(s)", "", health.patients) if server else "",
            self.tr("%n line(s) wait to go", "", health.waiting),
        )
        wrong = self.wrong(health) or self.todo(health)
        return "\n".join((" · ".join(part for part in parts if part), wrong))
