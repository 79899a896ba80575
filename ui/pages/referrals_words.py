"""How referrals are put into words: states, days against the limit, who has the ball, what comes next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.referrals import ReferralFact, ReferralRow
from icm_desktop.domain import referral_reasons as reasons
from icm_desktop.domain import referral_states as states
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.ladder_words import LadderWords
from ui.tables.base import Chip, Column

_COLUMN_LEVELS = {
    "to_send": Level.NEUTRAL,
    "sent": Level.INFO,
    "booked": Level.INFO,
    "seen": Level.INFO,
    "note_back": Level.CAUTION,
    "closed": Level.GOOD,
}


class ReferralWords:
    """Words and columns of referrals in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.ladder = LadderWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ReferralWords", text, note, number)

    def column(self, name: str) -> str:
        """Title of a column of the board."""
        return {
            "to_send": self.tr("To send"),
            "sent": self.tr("Sent"),
            "booked": self.tr("Booked"),
            "seen": self.tr("Seen"),
            "note_back": self.tr("Note back"),
            "closed": self.tr("Closed, 30 days"),
        }[name]

    def state(self, state: str) -> str:
        """The name of a state."""
        return say(f"referrals.state.{state}", self._context.formatting)

    def chip(self, row: ReferralRow) -> Chip:
        """Stuck ones say so; the others say where they stand."""
        if row.days_over > 0:
            return Chip(Level.HIGH, self.tr("Stuck: {state}").format(state=self.state(row.state)))
        level = (
            Level.NEUTRAL if row.state in states.ENDED and row.state != states.CLOSED else _COLUMN_LEVELS[row.column]
        )
        return Chip(level, self.state(row.state))

    def service(self, row: ReferralRow) -> str:
        """What is asked for; sensitive ones stay neutral for the front desk."""
        return row.service or self.tr("Referral")

    def urgency(self, row: ReferralRow) -> str:
        """ "Urgent" or nothing."""
        return self.tr("Urgent") if row.urgency != "routine" else ""

    def days(self, row: ReferralRow) -> str:
        """ "9 d of 7": days in this state against its limit, or how late; the time of a booked visit; when it ended."""
        shown = self._context.formatting
        if row.state in states.ENDED:
            return shown.date(row.waiting_since)
        if row.next_visit is not None and row.column == "booked":
            return f"{shown.date(row.next_visit)} {shown.time(row.next_visit)}"
        if row.waiting_since is None:
            return self.tr("date not known")
        if row.due is None:
            return self.tr("%n d", "", row.days_waiting)
        limit = (row.due - row.waiting_since).days
        if limit < 1:  # the limit runs from an earlier step
            return shown.relative(row.due)
        return self.tr("{days} d of {limit}").format(days=row.days_waiting, limit=limit)

    def _days_or_date(self, row: ReferralRow) -> str:
        """As on the card, without the time of day, which has no room in a column."""
        booked = row.next_visit is not None and row.column == "booked" and row.state not in states.ENDED
        return self._context.formatting.date(row.next_visit) if booked else self.days(row)

    def ball(self, row: ReferralRow) -> str:
        """Who must act next: a name where one is known."""
        return row.ball_name or say(f"referrals.ball.{row.ball_with}", self._context.formatting)

    def late_with(self, row: ReferralRow) -> str:
        """Who else has it because it is late."""
        step = self.ladder.reached(row.ladder)
        return self.ladder.who(step) if step else ""

    def next(self, row: ReferralRow) -> str:
        """What must happen next."""
        return say(f"referrals.limit.{row.limit_name}", self._context.formatting) if row.limit_name else ""

    def stands(self, row: ReferralRow) -> str:
        """Who has the ball, since when, over or under which limit: one line."""
        if row.state in states.ENDED:
            return ""
        shown = self._context.formatting
        since = self.tr("since {date}").format(date=shown.date(row.waiting_since)) if row.waiting_since else ""
        days = self.tr("%n d", "", row.days_waiting) if row.waiting_since else ""
        limit = self.tr("limit {date}").format(date=shown.date(row.due)) if row.due else ""
        over = self.tr("%n d over", "", row.days_over) if row.days_over else ""
        return " · ".join(part for part in (self.ball(row), since, days, limit, over) if part)

    def limit_of(self, row: ReferralRow) -> str:
        """Of which kind of service the limit is, where it is no general one."""
        if not row.limit_service:
            return ""
        service = say(f"referrals.service.{row.limit_service}", self._context.formatting)
        return self.tr("Limit of: {service}").format(service=service)

    def due(self, row: ReferralRow) -> str:
        """By when, and how late it is."""
        shown = self._context.formatting
        return f"{shown.date(row.due)} · {shown.relative(row.due)}" if row.due else ""

    def fact(self, fact: ReferralFact) -> str:
        """What was recorded beside a state: how, by whom, from where."""
        by = self.tr("recorded by {name}").format(name=fact.by) if fact.by else (fact.source or "")
        how = self.channel(fact.how) if fact.how else ""
        why = self.reason(fact.reason_code) if fact.reason_code and fact.reason_code != reasons.OTHER else ""
        return " · ".join(part for part in (how, fact.person or "", why, fact.note or "", by) if part)

    def channel(self, how: str) -> str:
        """The name of a way it went, or the words somebody wrote."""
        listed = (*reasons.CHANNELS, reasons.REOPENED)
        return say(f"referrals.channel.{how}", self._context.formatting) if how in listed else how

    def reason(self, code: str) -> str:
        """Why a referral ended."""
        return say(f"referrals.reason.{code}", self._context.formatting)

    def sentence(self, row: ReferralRow) -> str:
        """The whole referral for a screen reader."""
        parts = (
            self._context.formatting.short_name(row.head),
            self.service(row),
            self.urgency(row),
            self.tr("to {whom}").format(whom=row.to) if row.to else "",
            self.chip(row).word,
            self.days(row),
            self.tr("next: {what}, {who}").format(what=self.next(row), who=self.ball(row)) if row.limit_name else "",
            self.ladder.shortly(row.ladder),
        )
        return ", ".join(part for part in parts if part)

    def wanted(self, row: ReferralRow) -> str:
        """The service, with its urgency in front where there is one."""
        urgent = self.urgency(row)
        return f"{urgent} · {self.service(row)}" if urgent else self.service(row)

    def columns(self) -> tuple[Column[ReferralRow], ...]:
        """Columns of the table."""
        shown = self._context.formatting
        return (
            Column("patient", self.tr("Patient"), lambda row: shown.short_name(row.head), width=22),
            Column("service", self.tr("Service"), self.wanted, width=15),
            Column("to", self.tr("To"), lambda row: row.to or "", stretch=True),
            Column("state", self.tr("Status"), lambda _row: "", sort=lambda row: states.STATES.index(row.state),
                   width=21, chip=self.chip),
            Column("days", self.tr("Days"), self._days_or_date, sort=lambda row: -row.days_over, width=12),
            Column("ball", self.tr("Who is next"), self.ball, width=14, tip=self.stands),
            Column("next", self.tr("Next"), self.next, width=18),
            Column("due", self.tr("By"), self.due, sort=lambda row: row.due, width=24, hidden=True,
                   copy=lambda row: str(row.due or "")),
            Column("late_with", self.tr("Late, also with"), self.late_with, width=20, hidden=True),
            Column("reviewer", self.tr("Reviews the note"), lambda row: row.reviewer or "", width=16, hidden=True),
            Column("urgency", self.tr("Urgency"), self.urgency, width=8, hidden=True),
            Column("owner", self.tr("Owner"), lambda row: row.owner.name if row.owner else self.tr("nobody"), width=11,
                   hidden=True),
        )  # fmt: skip
