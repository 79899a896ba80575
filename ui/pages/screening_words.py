"""The words of questionnaires: scores, changes, how it was asked, in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.screening import AnswerLine, AssessmentRow, ScoreLine, ScreeningRow
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
        return Fact(f"score:{one.id}", self.pick(one.title), tuple(p for p in (words, said, cut) if p), trend=trend,
                    label=True)  # fmt: skip

    def _answer(self, one: AnswerLine) -> Fact:
        words = self.pick(one.words) or self.tr("not answered")
        value = f"{one.value}  " if one.value is not None and words != str(one.value) else ""
        return Fact(f"answer:{one.item}", self.pick(one.question), (f"{value}{words}",), label=True)

    def assessment(self, row: AssessmentRow) -> Fact:
        """One safety assessment."""
        day = self._shown.date(row.day)
        lines = (self.pick(row.risk), *map(self.pick, row.steps), row.note)
        return Fact(f"assessed:{row.id}", self.tr("{day}, {who}").format(day=day, who=row.by), lines, label=True)
