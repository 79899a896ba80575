"""How the case review is put into words: what scores say, when a review is due, recommendations, columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.case_review import (
    DONE,
    NOT_DONE,
    OPEN,
    SUPERSEDED,
    CaseReview,
    RecommendationRow,
    ReviewRow,
)
from icm_desktop.domain import treat_to_target as rules
from icm_desktop.domain.treat_to_target import Standing
from icm_desktop.words.case_review import review_of, sum_of, sum_params
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.program_words import ProgramWords
from ui.tables.base import Chip, Column
from ui.widgets.fact_paint import Fact

_STATES = {
    rules.NO_RESPONSE: Level.HIGH, rules.NOT_AGAIN: Level.HIGH, rules.UNDER: Level.CAUTION,
    rules.REMISSION: Level.GOOD, rules.RESPONSE: Level.GOOD, rules.IMPROVED: Level.GOOD,
}  # fmt: skip
_OUTCOMES = {OPEN: Level.CAUTION, DONE: Level.GOOD, NOT_DONE: Level.NEUTRAL, SUPERSEDED: Level.NEUTRAL}


class CaseReviewWords:
    """Words and columns in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._programs = ProgramWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("CaseReviewWords", text, note, number)

    @staticmethod
    def pick(words: Mapping[str, str]) -> str:
        """Words of content in the language of the screen."""
        spanish = QLocale().language() == QLocale.Language.Spanish
        return words.get("es" if spanish else "en", words.get("en", ""))

    def language(self) -> str:
        """That of the screen, for paper."""
        return "es" if QLocale().language() == QLocale.Language.Spanish else "en"

    # scores

    def sum(self, one: Standing) -> str:
        """ "PHQ-9 18 on 3 May → 16 on 2 Jul, 8.6 weeks in treatment: no response"."""
        return sum_of(sum_params(one), say, self._context.formatting.date)

    def sum_then(self, basis: tuple[tuple[str, str], ...]) -> str:
        """The same, as it was when something was recommended."""
        return sum_of(dict(basis), say, self._context.formatting.date)

    def state_chip(self, one: Standing) -> Chip:
        """What a score says, with its shape."""
        words = say(f"case_review.state_{one.state}")
        return Chip(_STATES.get(one.state, Level.NEUTRAL), words[:1].upper() + words[1:])

    def change(self, one: Standing | None) -> str:
        """ "18 → 16 (−11 %)"."""
        if one is None or one.course is None:
            return ""
        last = f"{one.course.last.value:g}"
        if one.fall is None:
            return last
        sign = "−" if one.fall > 0 else "+" if one.fall < 0 else ""
        percent = "" if one.percent is None else f" ({sign}{abs(round(one.percent))} %)"
        return f"{one.course.first.value:g} → {last}{percent}"

    def standing_facts(self, row: ReviewRow) -> list[Fact]:
        """Every score with the sum behind it."""
        shown = [one for one in row.standings if one.course is not None] or list(row.standings[:1])
        return [
            Fact(one.target.score, say(f"case_review.score_{one.target.score}"), (self.sum(one),),
                 self.state_chip(one), tuple(each.value for each in one.course.values) if one.course else (),
                 strong=True)
            for one in shown
        ]  # fmt: skip

    # the review

    def review_chip(self, row: ReviewRow) -> Chip | None:
        """Whether the case is to be reviewed."""
        if row.self_harm is not None:
            return Chip(Level.CRITICAL, self.tr("Self-harm item"))
        if row.review.state == rules.OVERDUE:
            return Chip(Level.HIGH, self.tr("Review overdue"))
        if row.review.state == rules.DUE:
            return Chip(Level.CAUTION, self.tr("Review due"))
        if row.review.because is not None:
            return Chip(Level.INFO, self.tr("Reviewed"))
        if any(one.state == rules.UNDER for one in row.standings):
            return Chip(Level.CAUTION, self.tr("Falls too little"))
        if any(one.state in rules.GOOD for one in row.standings):
            best = next(one for one in row.standings if one.state in rules.GOOD)
            return self.state_chip(best)
        return None

    def rule(self, row: ReviewRow) -> str:
        """The rule behind the review, with its days."""
        return review_of(row.review, self._context.formatting.today(), say, self._context.formatting.date)

    def why_tip(self, row: ReviewRow) -> str:
        """Every sum and the rule, one under the other."""
        return "\n".join((*(self.sum(one) for one in row.standings), self.rule(row)))

    def reviewed(self, row: ReviewRow) -> str:
        """ "24 d ago", never."""
        return self._context.formatting.since(row.reviewed_on) if row.reviewed_on else self.tr("never")

    def plan(self, row: ReviewRow) -> str:
        """Where the relapse-prevention plan stands."""
        if row.plan_check_on is not None:
            return self.tr("check-in {day}").format(day=self._context.formatting.date(row.plan_check_on))
        return self.tr("to be written") if row.plan_wanted else ""

    # recommendations

    def outcome(self, status: str) -> str:
        """What became of a recommendation."""
        return {
            OPEN: self.tr("Open"),
            DONE: self.tr("Done"),
            NOT_DONE: self.tr("Not done"),
            SUPERSEDED: self.tr("Replaced"),
        }.get(status, status)

    def outcome_chip(self, row: RecommendationRow) -> Chip:
        """The same with its shape; what is open and late says so."""
        late = row.status == OPEN and row.due_on is not None and row.due_on < self._context.formatting.today()
        return Chip(Level.HIGH, self.tr("Late")) if late else Chip(_OUTCOMES.get(row.status, Level.NEUTRAL),
                                                                   self.outcome(row.status))  # fmt: skip

    def recommendation(self, row: RecommendationRow, text: str | None) -> Fact:
        """A recommendation with its words, whom it is for, and what became of it."""
        shown = self._context.formatting
        whom = row.to_name or self.pick(row.to_words)
        given = self.tr("{day}, {consultant}").format(day=shown.date(row.given_on), consultant=row.given_by)
        written = self.tr("written down by {name}").format(name=row.recorded_by) if row.recorded_by else ""
        due = self.tr("for {whom}, by {day}").format(whom=whom, day=shown.date(row.due_on)) if row.due_on else ""
        own = "" if text == row.kind_words.get("en") else text or ""
        lines = [own, " · ".join(part for part in (given, written, due) if part)]
        if row.outcome_on is not None:
            parts = (self.outcome(row.status), shown.date(row.outcome_on), row.outcome_by, row.outcome_reason)
            lines.append(" · ".join(part for part in parts if part))
        lines += [self.tr("At that time: {sum}").format(sum=self.sum_then(one)) for one in row.basis]
        return Fact(f"recommendation:{row.id}", self.pick(row.kind_words), tuple(filter(None, lines)),
                    self.outcome_chip(row), strong=row.status == OPEN)  # fmt: skip

    def closed(self, why: str | None) -> str:
        """Why recommendations and plans are not shown."""
        return {
            "not_granted": self.tr("An administrator has not given you behavioral-health notes, so recommendations and "
                                   "the relapse-prevention plan stay closed."),
            "refused": self.tr("The patient does not want behavioral-health notes to be read by colleagues."),
            "no_agreement": self.tr("The patient has not agreed that colleagues read behavioral-health notes."),
        }.get(why or "", "")  # fmt: skip

    def how(self, code: str) -> str:
        """How something was agreed."""
        return {
            "in_person": self.tr("in person"), "phone": self.tr("by phone"), "video": self.tr("by video"),
        }.get(code, code)  # fmt: skip

    # rows

    def programs(self, row: ReviewRow) -> str:
        """The programs in short."""
        return ", ".join(self._programs.short(one) for one in row.programs)

    def weeks(self, row: ReviewRow) -> str:
        """Whole weeks in treatment."""
        return str(int(row.standings[0].weeks)) if row.standings else ""

    def sentence(self, row: ReviewRow) -> str:
        """The whole row for a screen reader."""
        chip = self.review_chip(row)
        parts = (
            self._context.formatting.name(row.head), chip.word if chip else "",
            *(self.sum(one) for one in row.standings if one.course is not None),
            self.tr("%n open recommendations", "", len(row.open)),
            self.tr("last review {day}").format(day=self.reviewed(row)),
        )  # fmt: skip
        return ", ".join(part for part in parts if part)

    def strip(self, found: CaseReview) -> str:
        """The line above: how many, how many to be reviewed, how many recommendations are open."""
        due = sum(row.review.state != rules.NOT_DUE for row in found.rows)
        recommended = sum(len(row.open) for row in found.rows)
        parts = (
            self.tr("%n patients treated to target", "", len(found.rows)),
            self.tr("%n to be reviewed", "", due),
            self.tr("%n open recommendations", "", recommended),
        )
        return " · ".join(parts)

    def columns(self) -> tuple[Column[ReviewRow], ...]:
        """Columns of the list."""
        shown = self._context.formatting
        return (
            Column("review", self.tr("Case review"), lambda _row: "", self._rank, width=17, chip=self.review_chip,
                   tip=self.why_tip, copy=self._chip_text),
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=18, stretch=True),
            Column("weeks", self.tr("Weeks"), self.weeks, lambda row: row.started_on, width=6, number=True),
            self._score_column("phq9"),
            self._score_column("gad7"),
            Column("by", self.tr("Due by"), lambda row: shown.date(self._due(row)), self._due, width=12,
                   copy=lambda row: str(self._due(row) or "")),
            Column("reviewed", self.tr("Last review"), self.reviewed, lambda row: row.reviewed_on or dt.date.min,
                   width=11, tip=lambda row: row.reviewed_by or "", copy=lambda row: str(row.reviewed_on or "")),
            Column("open", self.tr("Open"), lambda row: str(len(row.open) or ""), lambda row: len(row.open), width=6,
                   number=True, tip=lambda row: "\n".join(self.pick(one.kind_words) for one in row.open)),
            Column("plan", self.tr("Relapse plan"), self.plan, width=11),
            Column("programs", self.tr("Program"), self.programs, width=9, hidden=True),
            Column("coordinator", self.tr("Coordinator"), lambda row: row.coordinator or "", width=12, hidden=True),
        )  # fmt: skip

    def _score_column(self, score: str) -> Column[ReviewRow]:
        def percent(row: ReviewRow) -> float:
            one = row.standing(score)
            return one.percent if one is not None and one.percent is not None else -1e9

        return Column(score, say(f"case_review.score_{score}"), lambda row: self.change(row.standing(score)), percent,
                      width=15, tip=self.why_tip)  # fmt: skip

    @staticmethod
    def _due(row: ReviewRow) -> dt.date | None:
        return None if row.review.state == rules.NOT_DUE else row.review.due_on

    def _rank(self, row: ReviewRow) -> int:
        order = [Level.CRITICAL, Level.HIGH, Level.CAUTION, Level.GOOD]
        chip = self.review_chip(row)
        return order.index(chip.level) if chip is not None and chip.level in order else len(order)

    def _chip_text(self, row: ReviewRow) -> str:
        chip = self.review_chip(row)
        return chip.word if chip is not None else ""
