"""The words of social needs in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.social_needs import FOUND, NOT_ASKED, YES, NeedRow
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.plan_words import PlanWords
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact


class NeedWords:
    """Lines of the tab."""

    def __init__(self, context: AppContext) -> None:
        self._shown, self._plan = context.formatting, PlanWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("NeedWords", text, note, number)

    def pick(self, words: Mapping[str, str] | None) -> str:
        """Words of content in the language of the screen, else in English."""
        spanish = QLocale().language() == QLocale.Language.Spanish
        return "" if words is None else words.get("es" if spanish else "en", words.get("en", ""))

    def chip(self, row: NeedRow) -> Chip:
        """Whether there is a need."""
        if row.state == FOUND:
            return Chip(Level.HIGH, self.tr("Need found"))
        if row.state == NOT_ASKED:
            return Chip(Level.NEUTRAL, self.tr("Not asked"))
        return Chip(Level.GOOD, self.tr("No need"))

    def source(self, row: NeedRow) -> str:
        """By which questionnaire, or the problem list, and when."""
        day = self._shown.date(row.day) if row.day else ""
        return " · ".join(part for part in (self.pick(row.by), day) if part)

    def help(self, row: NeedRow) -> str:
        """Whether the patient wants help, when and to whom that was said."""
        if row.wants_help is None:
            return self.tr("not asked") if row.state == FOUND else ""
        said = self.tr("yes") if row.wants_help == YES else self.tr("no")
        day = self._shown.date(row.said_on) if row.said_on else ""
        return " · ".join(part for part in (said, day) if part)

    def referral(self, row: NeedRow) -> str:
        """Where the referral stands; empty without one."""
        one = row.referral
        if one is None:
            return ""
        state = self._plan.referral_state(one.state)
        return " · ".join(part for part in (state, one.to or "") if part)

    def plan(self, row: NeedRow) -> str:
        """Whether it is a concern of the plan."""
        if row.concern is None:
            return ""
        return self.tr("in the plan") if row.concern == "active" else self.tr("ended")

    def facts(self, row: NeedRow) -> tuple[Fact, ...]:
        """What the pane shows."""
        facts = [Fact("state", self.pick(row.title), (self.source(row),), self.chip(row), strong=True)]
        if row.private:
            told = self.tr("Told to the care team only: it prints on no page and no letter.")
            facts.append(Fact("private", self.tr("Private"), (told,), label=True))
        wants = tuple(part for part in (self.help(row), row.said_to or "", row.note or "") if part)
        if wants:
            facts.append(Fact("help", self.tr("Wants help"), wants, label=True))
        if row.referral is not None:
            due = self._shown.date(row.referral.due) if row.referral.open and row.referral.due else ""
            limit = self.tr("next step by {day}").format(day=due) if due else ""
            closed = "" if row.referral.open else self.tr("the loop is closed")
            facts.append(Fact("referral", self.tr("Referral"),
                              tuple(p for p in (self.referral(row), limit, closed) if p), label=True))  # fmt: skip
        return tuple(facts)
