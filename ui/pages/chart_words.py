"""The words of a chart: contract rows become facts a list can show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.chart import (
    Allergies,
    AllergyRow,
    GoalRow,
    MedicineRow,
    NextDate,
    OpenReferral,
    ProblemRow,
    ResultRow,
    TeamMember,
    TrendPoint,
)
from icm_desktop.contracts.common import Provenance
from icm_desktop.contracts.demographics import Choices
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.plan_words import PlanWords
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact


class ChartWords:
    """Facts of chart Summary in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._plan = PlanWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ChartWords", text, note, number)

    def problem(self, row: ProblemRow) -> Fact:
        """A problem, since when, and how often it was recorded."""
        shown = self._context.formatting
        since = self.tr("since {date}").format(date=shown.partial_date(row.onset)) if row.onset else ""
        status = self._plan.condition_status(row.status)
        aside = " · ".join(part for part in (status, since, self._others(row)) if part)
        return Fact(f"problem:{row.id}", row.text, chip=self._differs(row), aside=aside, tip=self._origins(row))

    def medicine(self, row: MedicineRow) -> Fact:
        """A medicine as recorded, how to take it, and for what; one that was to end by now says so."""
        shown = self._context.formatting
        reason = self.tr("for {reason}").format(reason=row.reason) if row.reason else ""
        told = "as needed" in (row.dosage or "").lower()
        needed = self.tr("as needed") if row.as_needed and not told else ""
        reported = self.tr("says the patient") if row.patient_reported else ""
        over = row.over_since is not None
        ended = self.tr("was to end on {date}, still listed as taken").format(date=shown.date(row.over_since))
        parts = (row.dosage or "", needed, reason, reported, self._others(row), ended if over else "")
        detail = tuple(words for words in (" · ".join(part for part in parts if part),) if words)
        chip = Chip(Level.CAUTION, self.tr("Past its end")) if over else None
        chip = Chip(Level.CAUTION, self.tr("On hold")) if row.status == "on-hold" else chip
        chip = chip or self._differs(row)
        return Fact(f"medicine:{row.id}", row.text, detail, chip, tip=self._origins(row, row.prescriber))

    def allergies(self, allergies: Allergies) -> list[Fact]:
        """Each allergy with its reaction."""
        return [
            Fact(f"allergy:{item.id}", item.text, tuple(part for part in (item.reaction, self._others(item)) if part),
                 self._differs(item), tip=self._origins(item))
            for item in allergies.items
        ]  # fmt: skip

    def goal(self, number: int, row: GoalRow) -> Fact:
        """A goal: the patient's own words first, last value against target, next action with owner and day."""
        title = f"{number} " + (f"“{row.words}”" if row.words else row.text or row.target or "")
        lines = [row.text or ""] if row.words and row.text else []
        lines.append(self.progress(row.last, row.target))
        lines.append(self._next_action(row))
        return Fact(
            f"goal:{row.id}", title, tuple(line for line in lines if line),
            self._plan.goal_chip(row.status, row.achievement), tuple(point.value for point in row.trend[-12:]),
            strong=True, tip=self.origin(row.provenance),
        )  # fmt: skip

    def progress(self, last: TrendPoint | None, target: str | None) -> str:
        """ "8.1 % on 02-Jun-2026, target A1c < 8 %"."""
        value = f"{self.value(last)} · {self._context.formatting.partial_date(last.on)}" if last else ""
        goal = self.tr("target {target}").format(target=target) if target else ""
        return ", ".join(part for part in (value, goal) if part)

    def value(self, point: TrendPoint) -> str:
        """ "142/88 mm Hg": the note holds pairs and comparators."""
        number = point.note or self._context.formatting.number(point.value, 2)
        return f"{number} {point.unit or ''}".strip()

    def _next_action(self, row: GoalRow) -> str:
        if not row.next_action:
            return ""
        parts = [row.next_action]
        if row.next_action_owner:
            parts.append(row.next_action_owner)
        if row.next_action_due:
            shown = self._context.formatting
            parts.append(f"{shown.date(row.next_action_due)} ({shown.relative(row.next_action_due)})")
        return "→ " + " · ".join(parts)

    def result(self, row: ResultRow) -> Fact:
        """A measurement with its last value and trend."""
        text = f"{row.text} {self.value(row.last)}"
        day = self._context.formatting.partial_date(row.last.on)
        spoken = self.trend_spoken(row.text, row.trend)
        return Fact(
            f"result:{row.code}", text, (), None, tuple(point.value for point in row.trend), sentence=spoken, aside=day
        )

    def trend_spoken(self, name: str, trend: Sequence[TrendPoint]) -> str:
        """The trend in words, for a screen reader."""
        if not trend:
            return name
        first, last = self.value(trend[0]), self.value(trend[-1])
        words = self.tr("{name}: {last} on {day}").format(
            name=name, last=last, day=self._context.formatting.partial_date(trend[-1].on)
        )
        earlier = self.tr("from {first}, %n values", "", len(trend)).format(first=first)
        return f"{words}, {earlier}" if len(trend) > 1 else words

    def next_date(self, row: NextDate) -> Fact:
        """A coming visit: when, what, with whom, where."""
        shown = self._context.formatting
        who = " · ".join(part for part in (row.what, row.with_whom) if part)
        where = " · ".join(part for part in (row.where, row.phone) if part)
        chip = Chip(Level.INFO, self.tr("Outside")) if row.outside else None
        lines = tuple(part for part in (who, where) if part)
        return Fact(f"appointment:{row.appointment_id}", shown.date_time(row.starts_at), lines, chip, strong=True)

    def referral(self, row: OpenReferral) -> Fact:
        """An open loop: what was asked of whom, who has the ball, how late."""
        state = self._plan.referral_state(row.state)
        ball = self._plan.ball(row.ball_with)
        if row.days_over > 0:
            chip = Chip(Level.HIGH, self.tr("%n d over", "", row.days_over))
        else:
            chip = Chip(Level.INFO, state)
        due = self.tr("by {date}").format(date=self._context.formatting.date(row.due)) if row.due else ""
        second = " · ".join(part for part in (state if row.days_over > 0 else "", ball, due) if part)
        title = row.service or self.tr("Referral")
        return Fact(f"referral:{row.id}", title, tuple(part for part in (row.to or "", second) if part), chip)

    def member(self, row: TeamMember, lists: Choices | None = None) -> Fact:
        """Somebody of the care team, with role and phone; `lists` words the roles of our own team."""
        coded_role = (
            lists.words("role", row.role_code) if lists is not None and row.role_code not in (None, "other") else ""
        )
        role = " · ".join(part for part in (coded_role, row.role, row.organization) if part)
        lines = (role,) if role else ()
        chip = Chip(Level.GOOD, self.tr("Leads")) if row.lead else None
        chip = chip if row.current else Chip(Level.NEUTRAL, self.tr("Former"))
        key, tip = f"member:{row.name}:{row.role}", self.origin(row.provenance)
        return Fact(key, row.name, lines, chip, tip=tip, aside=row.phone or "")

    def origin(self, provenance: Provenance, author: str | None = None) -> str:
        """Where a fact came from and when; empty for what was entered here."""
        who = provenance.author or author or ""
        when = self._context.formatting.partial_date(provenance.recorded) if provenance.recorded else ""
        parts = [part for part in (who, provenance.organization or "", when) if part]
        if provenance.received_at is not None:
            day = self._context.formatting.date(provenance.received_at)
            parts.append(self.tr("imported {date}").format(date=day))
        if provenance.synced_at is not None:
            when = self._context.formatting.date_time(provenance.synced_at)
            parts.append(self.tr("last synced {when}").format(when=when))
        return " · ".join(parts)

    def _origins(self, row: ProblemRow | MedicineRow | AllergyRow, author: str | None = None) -> str:
        """Where a fact came from, every source on a line."""
        return "\n".join(part for part in (self.origin(row.provenance, author), *map(self.origin, row.also)) if part)

    def _differs(self, row: ProblemRow | MedicineRow | AllergyRow) -> Chip | None:
        """That somebody outside says otherwise, until a person has decided."""
        return Chip(Level.CAUTION, self.tr("Told otherwise elsewhere")) if row.differs else None

    def _others(self, row: ProblemRow | MedicineRow | AllergyRow) -> str:
        """How many more entries tell of it, and who else says so."""
        names = [one.organization or one.author or one.source or "" for one in row.also]
        who = ", ".join(dict.fromkeys(name for name in names if name))
        count = self.tr("+%n more entries", "", row.others) if row.others else ""
        also = self.tr("also told by {who}").format(who=who) if who else ""
        return " · ".join(part for part in (count, also) if part)
