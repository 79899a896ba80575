"""How discharges are put into words: clocks with hours and days left, LACE part by part, how one ended."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.transitions import ReadmissionRow, TransitionRow, TriedRow, VisitElsewhere
from icm_desktop.domain import transitions as rules
from icm_desktop.domain.transitions import Clock
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.tables.base import Chip, Column

_BANDS = {"low": Level.GOOD, "moderate": Level.CAUTION, "high": Level.HIGH}


class TransitionWords:
    """Words and columns of discharges in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("TransitionWords", text, note, number)

    def clock_name(self, what: str) -> str:
        """What is owed."""
        return {
            "contact": self.tr("Contact"),
            "visit": self.tr("Visit"),
            "medication_reconciliation": self.tr("Medicines reconciled"),
            "summary": self.tr("Discharge summary reviewed"),
            "pending_tests": self.tr("Pending tests asked about"),
            "referrals": self.tr("Referrals and services asked about"),
            "red_flags": self.tr("Red flags taught, told back"),
            "complexity": self.tr("How complex"),
        }.get(what, what)

    def complexity(self, complexity: str) -> str:
        """How complex the decisions are."""
        named = {"moderate": self.tr("Moderate"), "high": self.tr("High")}
        return named.get(complexity, self.tr("Not said yet"))

    def destination(self, place: str, text: str) -> str:
        """Where somebody went after the stay."""
        return {
            "home": self.tr("Home"),
            "home_health": self.tr("Home, with home health"),
            "assisted": self.tr("Assisted living"),
            "against_advice": self.tr("Left against advice"),
            "skilled": self.tr("Skilled nursing facility"),
            "rehabilitation": self.tr("Inpatient rehabilitation"),
            "other_hospital": self.tr("Another hospital"),
            "hospice": self.tr("Hospice"),
        }.get(place, text)

    def lace_source(self) -> str:
        """Where the score comes from."""
        return self.tr(
            "LACE: van Walraven 2010, its own weights. From the records here; visits elsewhere may be missing."
        )

    def outcome(self, outcome: str) -> str:
        """How a transition ended."""
        return {
            "completed": self.tr("Completed"),
            "readmitted": self.tr("Readmitted"),
            "died": self.tr("Died"),
            "declined": self.tr("Declined"),
            "not_reached": self.tr("Not reached"),
            "moved": self.tr("Cared for elsewhere"),
            "not_needed": self.tr("Not needed"),
        }.get(outcome, outcome)

    # clocks

    def chip(self, clock: Clock) -> Chip:
        """Where a clock stands, in a word."""
        shown = self._context.formatting
        if clock.state == rules.DONE:
            return Chip(Level.GOOD, self.tr("Done"))
        if clock.state == rules.DONE_LATE:
            return Chip(Level.CAUTION, self.tr("Done late"))
        if clock.state == rules.TRIED:
            return Chip(Level.INFO, self.tr("Tried %n times", "", clock.attempts))
        if clock.state in (rules.BOOKED, rules.BOOKED_LATE) and clock.done_on is not None:
            late = clock.state == rules.BOOKED_LATE
            day = shown.date(clock.done_on)
            return Chip(Level.HIGH, self.tr("{day}, too late").format(day=day)) if late else Chip(Level.INFO, day)
        level = Level.HIGH if clock.days_left < 0 else Level.CAUTION if clock.days_left <= 1 else Level.NEUTRAL
        return Chip(level, self._when(clock))

    def left(self, row: TransitionRow) -> str:
        """ "Contact: 7 h", "Visit: 3 d late": what runs out first."""
        if row.next is None:
            return self.outcome(row.outcome) if row.outcome else self.tr("Nothing owed")
        left = self.tr("%n h left", "", row.hours_left) if row.hours_left is not None else self._when(row.next)
        return f"{self._short(row.next.what)}: {left}"

    def _when(self, clock: Clock) -> str:
        """How late it is, or how soon it is due, in as few letters as a column has room for."""
        late = clock.days_left < 0
        return self.tr("%n d late", "", -clock.days_left) if late else self._context.formatting.relative(clock.due)

    def _short(self, what: str) -> str:
        return {
            "medication_reconciliation": self.tr("Medicines"),
            "summary": self.tr("Summary"),
            "pending_tests": self.tr("Tests"),
            "referrals": self.tr("Referrals"),
            "red_flags": self.tr("Red flags"),
        }.get(what, self.clock_name(what))

    def why(self, clock: Clock) -> str:
        """The sum behind the day."""
        params = {key: self._days(value) for key, value in clock.why_params}
        return say(clock.why, self._context.formatting, **params)

    def _days(self, value: str) -> str:
        """Dates among words of a sum, as staff read them."""
        parts = value.split(", ")
        try:
            return ", ".join(self._context.formatting.weekday_date(dt.date.fromisoformat(part)) for part in parts)
        except ValueError:
            return value

    def clock_lines(self, clock: Clock) -> tuple[str, ...]:
        """Why it is due that day, who did it when, and when the practice wants it sooner."""
        shown = self._context.formatting
        lines = [self.why(clock)]
        if clock.sooner is not None:
            words = self.tr("LACE is high: this practice wants it by {day} (proposal of the program)")
            lines.append(words.format(day=shown.weekday_date(clock.sooner)))
        if clock.what == rules.VISIT and clock.done_on is not None and clock.by:
            words = self.tr("Elsewhere on {day}: {where}")
            lines.append(words.format(day=shown.date(clock.done_on), where=clock.by))
        elif clock.done_on is not None and clock.by:
            lines.append(self.tr("{day} by {who}").format(day=shown.date(clock.done_on), who=clock.by))
        elif clock.done_on is not None and clock.state in (rules.DONE, rules.DONE_LATE):
            lines.append(self.tr("Seen on {day}").format(day=shown.date(clock.done_on)))
        elif clock.what == rules.CONTACT and clock.attempts:
            lines.append(self.tr("%n attempts; two in time suffice, go on trying", "", clock.attempts))
        return tuple(lines)

    def elsewhere(self, one: VisitElsewhere) -> str:
        """A visit elsewhere: its day and what it was."""
        day = self._context.formatting.date(one.day)
        return " · ".join(part for part in (day, one.text) if part)

    def may_count(self, row: TransitionRow) -> str:
        """That somebody was seen elsewhere, as long as nobody said whether it counts and the visit is still owed."""
        visit = row.clock(rules.VISIT)
        if not row.elsewhere or row.seen_elsewhere or visit.state in (rules.DONE, rules.DONE_LATE):
            return ""
        words = self.tr("Seen elsewhere: {visit}. If that was the visit, say so with F2.")
        return words.format(visit=self.elsewhere(row.elsewhere[0]))

    # LACE and readmission

    def lace_chip(self, row: TransitionRow) -> Chip:
        """The score, "at least" while something is missing."""
        score = row.lace
        words = f"≥ {score.total}" if score.missing else str(score.total)
        return Chip(_BANDS.get(score.band, Level.NEUTRAL), words)

    def lace_parts(self, row: TransitionRow) -> tuple[str, ...]:
        """Every part with what it comes from; a missing one says so."""
        score, unknown = row.lace, self.tr("not known")
        spanish = QLocale().language() == QLocale.Language.Spanish
        acute = {True: self.tr("emergency"), False: self.tr("planned")}.get(score.inputs.acute or False)
        return (
            self.tr("Length of stay: {what} = {points}").format(
                what=self.tr("%n days", "", score.inputs.days) if score.inputs.days is not None else unknown,
                points="?" if score.length is None else score.length,
            ),
            self.tr("Admission: {what} = {points}").format(
                what=unknown if score.acute is None else acute, points="?" if score.acute is None else score.acute
            ),
            self.tr("Other illness: {what} = {points}").format(
                what=", ".join(one[spanish] for one in row.illnesses) or self.tr("none known"),
                points=score.comorbidity,
            ),
            self.tr("Emergency visits, 6 months: {what} = {points}").format(
                what=score.inputs.emergency_visits, points=score.emergency
            ),
        )

    def readmission(self, found: ReadmissionRow) -> str:
        """The readmission in a sentence."""
        shown = self._context.formatting
        return self.tr("Readmitted {began}, day {days} after the discharge of {ended}").format(
            began=shown.date(found.began), days=found.days, ended=shown.date(found.index_ended)
        )

    def flag(self, row: TransitionRow) -> Chip | None:
        """What must be noticed: a readmission."""
        if row.readmitted is not None:
            return Chip(Level.HIGH, self.tr("Readmitted, day {days}").format(days=row.readmitted.days))
        if row.after_readmission is not None:
            return Chip(Level.HIGH, self.tr("Readmission, day {days}").format(days=row.after_readmission.days))
        return None

    def tried(self, one: TriedRow) -> str:
        """One attempt."""
        how = self.tr("reached") if one.reached else self.tr("not reached")
        parts = (self._context.formatting.date_time(one.at), how, one.by, one.note or "")
        return " · ".join(part for part in parts if part)

    # rows

    def service_day(self, row: TransitionRow) -> str:
        """ "15-Nov-2026, day 5 of 30"."""
        day = self.tr("day {day} of {days}").format(day=row.day, days=row.days)
        return f"{self._context.formatting.date(row.discharged_on)}, {day}"

    def sentence(self, row: TransitionRow) -> str:
        """The whole row for a screen reader."""
        flag = self.flag(row)
        clocks = (f"{self.clock_name(one.what)}: {self.chip(one).word}" for one in row.clocks[:3])
        parts = (
            self._context.formatting.name(row.head),
            self.tr("discharged {day}").format(day=self.service_day(row)),
            row.facility or "",
            *clocks,
            self.tr("LACE {score}").format(score=self.lace_chip(row).word),
            flag.word if flag else "",
            self.left(row),
        )
        return ", ".join(part for part in parts if part)

    def columns(self) -> tuple[Column[TransitionRow], ...]:
        """Columns of the Transitions board."""
        shown = self._context.formatting
        return (
            Column("left", self.tr("Runs out first"), self.left, self._due, width=17,
                   copy=lambda row: row.next.due.isoformat() if row.next else ""),
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=20, stretch=True),
            Column("discharged", self.tr("Discharged"), lambda row: shown.date(row.discharged_on),
                   lambda row: row.discharged_on, width=11, tip=self.service_day,
                   copy=lambda row: row.discharged_on.isoformat()),
            Column("from", self.tr("From"), lambda row: row.facility or "", width=16, hidden=True),
            self._clock_column("contact", self.tr("Contact"), 0, 12),
            self._clock_column("visit", self.tr("Visit"), 1, 15),
            self._clock_column("medicines", self.tr("Medicines"), 2, 12),
            Column("lace", self.tr("LACE"), lambda _row: "", lambda row: row.lace.total, width=7, chip=self.lace_chip,
                   tip=lambda row: "\n".join(self.lace_parts(row)), copy=lambda row: str(row.lace.total)),
            Column("flag", self.tr("Flags"), lambda _row: "", width=20, chip=self.flag),
            Column("owner", self.tr("Coordinator"), self._owner, width=11, hidden=True),
        )  # fmt: skip

    def _clock_column(self, key: str, title: str, at: int, width: int) -> Column[TransitionRow]:
        """One clock as a chip, with its sum as the tooltip."""
        return Column(
            key,
            title,
            lambda _row: "",
            lambda row: row.clocks[at].due,
            width=width,
            chip=lambda row: self.chip(row.clocks[at]),
            tip=lambda row: "\n".join(self.clock_lines(row.clocks[at])),
            copy=lambda row: self.chip(row.clocks[at]).word,
        )

    @staticmethod
    def _owner(row: TransitionRow) -> str:
        return row.owner.name if row.owner else ""

    @staticmethod
    def _due(row: TransitionRow) -> dt.date | None:
        return row.next.due if row.next else None
