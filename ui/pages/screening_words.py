"""The words of questionnaires: scores, changes, how it was asked, in the language of the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.screening import AnswerLine, AssessmentRow, FollowUpAct, ScoreLine, ScreeningRow
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact


class ScreeningWords:
    """Lines in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting
        self.language = "es" if QLocale().language() == QLocale.Language.Spanish else "en"

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ScreeningWords", text, note, number)

    def pick(self, words: Mapping[str, str] | None) -> str:
        """Words of content in the language of the screen, else in English."""
        return "" if words is None else words.get(self.language, words.get("en", ""))

    def mode(self, code: str | None) -> str:
        """How it was asked."""
        return {
            "interview": self.tr("Asked in person"),
            "phone": self.tr("Asked by phone"),
            "paper": self.tr("On paper"),
            "self": self.tr("Filled in by the patient"),
        }.get(code or "", "")

    def chip(self, row: ScreeningRow) -> Chip:
        """What the form came to."""
        if row.mistaken:
            return Chip(Level.INFO, self.tr("Entered in error"))
        if row.alerts:
            return Chip(Level.CRITICAL, self.tr("Safety"))
        if row.not_scored:
            return Chip(Level.CAUTION, self.tr("NOT CHECKED"))
        judged = [one.positive for one in row.scores]
        if True in judged:
            return Chip(Level.HIGH, self.tr("Positive"))
        if row.missing:
            return Chip(Level.CAUTION, self.tr("Incomplete"))
        return Chip(Level.GOOD, self.tr("Negative")) if False in judged else Chip(Level.INFO, self.tr("Noted"))

    def result(self, row: ScreeningRow) -> str:
        """Scores in words: "11, moderate", or what keeps them from being counted."""
        if row.not_scored:
            return self.why_not(row.not_scored)
        if len(row.scores) == 1:
            return self.score(row.scores[0]) or self.missing(row)
        positive = [self.pick(one.title) for one in row.scores if one.positive]
        told = ", ".join(positive) or self.tr("nothing positive")
        return f"{told}; {self.missing(row)}" if row.missing else told

    def told(self, row: ScreeningRow) -> str:
        """The result and how it changed from the first time."""
        change = self.change(row)
        return f"{self.result(row)} ({change})" if change else self.result(row)

    def score(self, one: ScoreLine) -> str:
        """ "11, moderate"; empty when it has no value."""
        if one.value is None:
            return ""
        band = self.pick(one.band)
        return f"{one.value}, {band}" if band else str(one.value)

    def missing(self, row: ScreeningRow) -> str:
        """How many questions were left out."""
        return self.tr("%n question(s) not answered", "", len(row.missing)) if row.missing else ""

    def change(self, row: ScreeningRow) -> str:
        """The change of its one score from the first time, with response or remission."""
        score = row.scores[0] if len(row.scores) == 1 else None
        if score is None or score.change_percent is None:
            return ""
        percent = self._shown.number(abs(score.change_percent), 0)
        told = (self.tr("{percent} % down") if score.change_percent < 0 else self.tr("{percent} % up")).format(
            percent=percent
        )
        if score.change_percent == 0:
            told = self.tr("unchanged")
        reached = self.tr("remission") if score.remission else self.tr("response") if score.response else ""
        return f"{told}, {reached}" if reached else told

    def next_day(self, row: ScreeningRow) -> dt.date:
        """The day of what comes next; the last of all days when nothing does."""
        line = row.follow_up
        return (line.due if line is not None and line.open else row.again_on) or dt.date.max

    def next_step(self, row: ScreeningRow) -> str:
        """What comes next: the follow-up of a positive one, then asking again."""
        if row.follow_up is not None and row.follow_up.open and row.again_on is not None:
            return self.tr("Follow-up by {day}").format(day=self._shown.date(row.follow_up.due))
        return self.tr("Again from {day}").format(day=self._shown.date(row.again_on)) if row.again_on else ""

    def _what_follows(self, row: ScreeningRow) -> Iterator[Fact]:
        """By when a positive one is followed up, what was noted, and from when it is asked again."""
        line = row.follow_up
        if line is not None:
            by = self.tr("by {day}").format(day=self._shown.date(line.due))
            acts = [self._act(one) for one in line.acts] or [self._by_itself(line.by_itself)]
            yield Fact("follow_up", self.tr("Follow-up"), (f"{self.pick(line.what)}, {by}", *acts, line.source),
                       label=True)  # fmt: skip
        if row.again_on is not None:
            day = self._shown.date(row.again_on)
            yield Fact("again", self.tr("Ask again"), (self.tr("from {day}").format(day=day), row.again_source or ""),
                       label=True)  # fmt: skip

    def _by_itself(self, how: str) -> str:
        return {
            "safety": self.tr("a safety assessment is recorded"),
            "referral": self.tr("a referral is on our board"),
            "next": self.tr("the questionnaire that follows was asked"),
        }.get(how, self.tr("nothing noted yet"))

    def _act(self, one: FollowUpAct) -> str:
        said = f"{self._shown.date(one.day)}: {self.pick(one.act)}, {one.by}"
        return f"{said}: {one.note}" if one.note else said

    def target(self, one: ScoreLine) -> str:
        """What a later score should come to."""
        if one.remission_below is None or one.response_at is None:
            return ""
        return self.tr("target: {response} or less (response), below {remission} (remission)").format(
            response=self._shown.number(one.response_at, 1).removesuffix(".0"), remission=one.remission_below
        )

    def why_not(self, reason: str) -> str:
        """Why a form has no score of ours."""
        if reason == "unknown":
            return self.tr("Not one of our questionnaires: shown as it came")
        if reason == "no_answers":
            return self.tr("No answers came with it")
        return self.tr("Its answers are not those of our version")

    def facts(self, row: ScreeningRow) -> tuple[Fact, ...]:
        """What the pane shows: alerts and notes, scores with cut-off and source, every answer, how it was asked."""
        facts = [Fact(f"alert:{n}", self.pick(one), strong=True, chip=Chip(Level.CRITICAL, self.tr("Safety")))
                 for n, one in enumerate(row.alerts)]  # fmt: skip
        facts += [Fact(f"note:{n}", self.pick(one)) for n, one in enumerate(row.notes)]
        facts += [self._score_fact(one) for one in row.scores]
        facts += self._what_follows(row)
        facts += [self._answer(one) for one in row.answers]
        how = ", ".join(part for part in (self.mode(row.mode), self._shown.language(row.language), row.by) if part)
        if how:
            facts.append(Fact("how", self.tr("How"), (how,), label=True))
        if row.note:
            facts.append(Fact("note", self.tr("Note"), (row.note,), label=True))
        if row.source:
            sure = "" if row.mark in (None, "V") else say(f"content.mark_{row.mark}")
            version = (
                self.tr("version {version}").format(version=row.instrument_version) if row.instrument_version else ""
            )
            facts.append(
                Fact("source", self.tr("Source"), tuple(p for p in (row.source, version, sure) if p), label=True)
            )
        return tuple(facts)

    def _score_fact(self, one: ScoreLine) -> Fact:
        words = self.score(one) or self.tr("no score: not every question was answered")
        said = (
            {True: self.tr("positive"), False: self.tr("negative")}.get(one.positive, "")
            if one.positive is not None
            else ""
        )
        cut = self.tr("cut-off: {words}").format(words=one.cut_off) if one.cut_off else ""
        trend = (*map(float, one.earlier), float(one.value)) if one.value is not None and one.earlier else ()
        detail = tuple(part for part in (words, said, cut, self.target(one)) if part)
        return Fact(f"score:{one.id}", self.pick(one.title), detail, trend=trend, label=True)

    def _answer(self, one: AnswerLine) -> Fact:
        words = self.pick(one.words) or self.tr("not answered")
        value = f"{one.value}  " if one.value is not None and words != str(one.value) else ""
        return Fact(f"answer:{one.item}", self.pick(one.question), (f"{value}{words}",), label=True)

    def assessment(self, row: AssessmentRow) -> Fact:
        """One safety assessment."""
        day = self._shown.date(row.day)
        lines = (self.pick(row.risk), *map(self.pick, row.steps), row.note)
        return Fact(f"assessed:{row.id}", self.tr("{day}, {who}").format(day=day, who=row.by), lines, label=True)
