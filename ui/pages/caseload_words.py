"""How the caseload is put into words: flags with their rule, scores from the first to the last, columns."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.caseload import Caseload, CaseloadRow
from icm_desktop.domain.caseload import GOOD, Flag
from icm_desktop.domain.score_courses import Course
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.program_words import ProgramWords
from ui.tables.base import Chip, Column

_LEVELS = {"critical": Level.CRITICAL, "high": Level.HIGH, "caution": Level.CAUTION, "good": Level.GOOD}


class CaseloadWords:
    """Words and columns of the caseload in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._programs = ProgramWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("CaseloadWords", text, note, number)

    # flags

    def flag(self, name: str) -> str:
        """A flag in two or three words."""
        return {
            "self_harm": self.tr("Self-harm item"),
            "not_improving": self.tr("Not improving"),
            "under_improvement": self.tr("Improves too little"),
            "no_contact": self.tr("No contact"),
            "screening_due": self.tr("Screening due"),
            "review_due": self.tr("Plan review late"),
            "no_next": self.tr("Nothing planned"),
            "remission": self.tr("Remission"),
            "response": self.tr("Response"),
        }.get(name, name)

    def flag_chip(self, flag: Flag) -> Chip:
        """A flag with the shape of its level."""
        return Chip(_LEVELS.get(flag.rule.level, Level.NEUTRAL), self.flag(flag.rule.id))

    def first_flag(self, row: CaseloadRow) -> Chip | None:
        """The most serious flag, and how many more there are."""
        if row.on_hold:
            return Chip(Level.NEUTRAL, self.tr("On hold"))
        if not row.flags:
            return None
        chip, more = self.flag_chip(row.flags[0]), len(row.flags) - 1
        return Chip(chip.level, f"{chip.word} +{more}" if more else chip.word)

    def why(self, flag: Flag) -> str:
        """The rule of a flag with the values that make it hold."""
        params = dict(flag.params)
        day = self._context.formatting.date(flag.since)
        words = {
            "self_harm": self.tr("Answered above 0 on {day}; no assessment recorded yet"),
            "not_improving": self.tr("{score}: {weeks} weeks in treatment, fall below half; consultation by week {by}"),
            "under_improvement": self.tr("{score}: week {weeks}, fell by {fall} points, at least {least} are wanted"),
            "no_contact": self.tr("Not reached for {days} days"),
            "screening_due": self.tr("Last asked on {day}, {days} days ago"),
            "review_due": self.tr("The plan was to be reviewed by {day}"),
            "no_next": self.tr("No visit is booked and no call is planned"),
            "remission": self.tr("Below the limit on {day}"),
            "response": self.tr("Fell by half or below the limit, {day}"),
        }.get(flag.rule.id, "")
        if "score" in params:
            params["score"] = self.score_name(params["score"])
        return words.format(**{"day": day, **params})

    def rule(self, flag: Flag) -> str:
        """Where the rule comes from; what nobody confirmed says so."""
        unsure = {"M": self.tr("from memory, not confirmed"), "P": self.tr("proposal of this program")}
        mark = unsure.get(flag.rule.mark, "")
        spanish = QLocale().language() == QLocale.Language.Spanish
        source = (flag.rule.source_es if spanish else "") or flag.rule.source
        return self.tr("Rule: {source}").format(source=f"{source} ({mark})" if mark else source)

    def flags_tip(self, row: CaseloadRow) -> str:
        """Every flag with its rule, one under the other."""
        return "\n".join(f"{self.flag(one.rule.id)}: {self.why(one)}. {self.rule(one)}" for one in row.flags)

    @staticmethod
    def is_flagged(row: CaseloadRow) -> bool:
        """Whether somebody should look: a flag that is no good news, of a patient who is not on hold."""
        return not row.on_hold and any(one.rule.id not in GOOD for one in row.flags)

    # scores

    def score_name(self, score: str) -> str:
        """What a score is called."""
        return {"phq9": "PHQ-9", "gad7": "GAD-7", "a1c": "A1c"}.get(score, score)

    def change(self, course: Course | None) -> str:
        """ "16 → 11 (−31 %)"; one value alone; nothing."""
        if course is None:
            return ""
        last = f"{course.last.value:g}"
        if len(course.values) < 2:
            return last
        fall = course.fall_percent
        sign = "" if not fall else "−" if fall > 0 else "+"
        percent = "" if fall is None else f" ({sign}{abs(round(fall))} %)"
        return f"{course.first.value:g} → {last}{percent if course.score != 'a1c' else ''}"

    def course_line(self, course: Course) -> str:
        """A score with its days, as a screen reader says it."""
        shown = self._context.formatting
        words = self.tr("{name} {change}, {first} to {last}, %n values", "", len(course.values))
        return words.format(
            name=self.score_name(course.score),
            change=self.change(course),
            first=shown.date(course.first.on),
            last=shown.date(course.last.on),
        )

    # rows

    def last_contact(self, row: CaseloadRow) -> str:
        """ "15 d ago"."""
        return self._context.formatting.since(row.last_contact) if row.last_contact else self.tr("never")

    def next_contact(self, row: CaseloadRow) -> str:
        """The next visit or the next planned call, whichever is sooner."""
        day = self._next(row)
        return self._context.formatting.date(day) if day else self.tr("none")

    def _next(self, row: CaseloadRow) -> dt.date | None:
        visit = self._context.formatting.local(row.next_visit).date() if row.next_visit else None
        return min((day for day in (visit, row.planned) if day), default=None)

    def programs(self, row: CaseloadRow) -> str:
        """The programs in short."""
        return ", ".join(self._programs.short(one) for one in row.programs)

    def programs_of(self, row: CaseloadRow) -> tuple[str, ...]:
        """The programs in short, each by itself."""
        return tuple(self._programs.short(one) for one in row.programs)

    def referrals(self, row: CaseloadRow) -> str:
        """ "3 (1 late)"."""
        if not row.referrals:
            return ""
        late = self.tr("%n late", "", row.referrals_late) if row.referrals_late else ""
        return f"{row.referrals} ({late})" if late else str(row.referrals)

    def pressure(self, row: CaseloadRow) -> str:
        """ "150/92 → 134/80"."""
        if not row.pressures:
            return ""
        first, last = (f"{upper:g}/{lower:g}" for _, upper, lower in (row.pressures[0], row.pressures[-1]))
        return last if len(row.pressures) == 1 else f"{first} → {last}"

    def pressure_line(self, row: CaseloadRow) -> str:
        """The same with its days."""
        if not row.pressures:
            return ""
        shown = self._context.formatting
        words = self.tr("Blood pressure {change}, {first} to {last}, taken by staff")
        return words.format(change=self.pressure(row), first=shown.date(row.pressures[0][0]),
                            last=shown.date(row.pressures[-1][0]))  # fmt: skip

    def consult(self, row: CaseloadRow) -> str:
        """ "24 d ago · 1 open"."""
        if row.consult_on is None:
            return ""
        since = self._context.formatting.since(row.consult_on)
        waiting = self.tr("%n open", "", row.recommendations) if row.recommendations else ""
        return f"{since} · {waiting}" if waiting else since

    def consult_line(self, row: CaseloadRow) -> str:
        """The same in a sentence."""
        if row.consult_on is None:
            return ""
        words = self.tr("Last psychiatric consult {day}, {name}; %n recommendations open", "", row.recommendations)
        return words.format(day=self._context.formatting.date(row.consult_on), name=row.consult_by)

    def sentence(self, row: CaseloadRow) -> str:
        """The whole row for a screen reader."""
        parts = (
            self._context.formatting.name(row.head),
            *(self.flag(one.rule.id) for one in row.flags),
            self.tr("%n weeks in the program", "", row.weeks),
            self.tr("last contact {day}").format(day=self.last_contact(row)),
            *(self.course_line(one) for one in row.courses),
            self.tr("%n minutes this month", "", row.minutes),
        )
        return ", ".join(parts)

    def strip(self, found: Caseload) -> str:
        """The line above: how many, reached, improved, without anything planned."""
        size = len(found.rows)
        reached = round(100 * found.contacted / size) if size else 0
        parts = [
            self.tr("%n patients", "", size),
            self.tr("{percent} % reached in 30 days").format(percent=reached),
        ]
        if found.followed:
            parts.append(self.tr("{count} of {all} improved").format(count=found.improved, all=found.followed))
        parts.append(self.tr("%n with nothing planned", "", found.no_next))
        return " · ".join(parts)

    def columns(self) -> tuple[Column[CaseloadRow], ...]:
        """Columns of the caseload."""
        shown = self._context.formatting
        return (
            Column("flag", self.tr("Flag"), lambda _row: "", self._flag_rank, width=17, chip=self.first_flag,
                   tip=self.flags_tip, copy=self._flags_text),
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=18, stretch=True),
            Column("programs", self.tr("Program"), self.programs, width=9, hidden=True),
            Column("weeks", self.tr("Weeks"), lambda row: str(row.weeks), lambda row: row.weeks, width=6, number=True),
            Column("last_contact", self.tr("Contact"), self.last_contact, lambda row: row.last_contact, width=8,
                   tip=lambda row: shown.date(row.last_contact), copy=lambda row: str(row.last_contact or "")),
            Column("contacts", self.tr("In 30 d"), lambda row: str(row.contacts), lambda row: row.contacts, width=6,
                   number=True, hidden=True),
            Column("next", self.tr("Next"), self.next_contact, self._next, width=11,
                   copy=lambda row: str(self._next(row) or "")),
            self._score_column("phq9", 14),
            self._trend_column("phq9"),
            self._score_column("gad7", 14, hidden=True),
            self._score_column("a1c", 9),
            Column("bp", self.tr("BP"), self.pressure, lambda row: row.pressures[-1][1:] if row.pressures else (0, 0),
                   width=14, tip=self.pressure_line),
            Column("consult", self.tr("Consult"), self.consult, lambda row: row.consult_on or dt.date.min, width=11,
                   hidden=True, tip=self.consult_line, copy=lambda row: str(row.consult_on or "")),
            Column("review", self.tr("Plan review"), lambda row: shown.date(row.review_due), lambda row: row.review_due,
                   width=11, hidden=True, copy=lambda row: str(row.review_due or "")),
            Column("referrals", self.tr("Ref."), self.referrals, lambda row: (row.referrals_late, row.referrals),
                   width=8, hidden=True, tip=lambda _row: self.tr("Open referrals, and those past their limit")),
            Column("barriers", self.tr("Barriers"), lambda row: str(len(row.barriers) or ""),
                   lambda row: len(row.barriers), width=7, hidden=True, tip=lambda row: "\n".join(row.barriers)),
            Column("minutes", self.tr("Min."), lambda row: str(row.minutes or ""), lambda row: row.minutes, width=5,
                   number=True, hidden=True),
            Column("coordinator", self.tr("Coordinator"), lambda row: row.coordinator or "", width=11, hidden=True),
        )  # fmt: skip

    def _flag_rank(self, row: CaseloadRow) -> int:
        order = [Level.CRITICAL, Level.HIGH, Level.CAUTION, Level.GOOD]
        chip = self.first_flag(row)
        return order.index(chip.level) if chip and chip.level in order else len(order)

    def _flags_text(self, row: CaseloadRow) -> str:
        return "; ".join(self.flag(one.rule.id) for one in row.flags)

    def _score_column(self, score: str, width: int, *, hidden: bool = False) -> Column[CaseloadRow]:
        return Column(
            score,
            self.score_name(score),
            lambda row: self.change(row.course(score)),
            lambda row: found.last.value if (found := row.course(score)) else None,
            width=width,
            hidden=hidden,
            tip=lambda row: self.course_line(found) if (found := row.course(score)) else "",
        )

    def _trend_column(self, score: str) -> Column[CaseloadRow]:
        """The line of a score; its words stand beside it."""
        return Column(
            f"{score}_trend",
            self.tr("Trend"),
            lambda _row: "",
            width=7,
            sortable=False,
            trend=lambda row: [one.value for one in found.values] if (found := row.course(score)) else (),
            tip=lambda row: self.course_line(found) if (found := row.course(score)) else "",
        )
