"""The risk level in words: what each point was given for, who set another level and why; LACE of the last stay."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.risk import GivenPoints, RiskLevel, Source, StayScore
from ui.context import AppContext
from ui.messages import say
from ui.widgets.fact_paint import Fact

LEVEL = "icm_level"


class RiskLevelWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("RiskLevelWords", text, note, number)

    def facts(self, level: RiskLevel, lace: StayScore | None) -> list[Fact]:
        """The level with its points, and LACE where there was a stay."""
        points = "; ".join(f"{self.given(one)}: {one.points}" for one in level.given if one.points)
        detail = [points or self.tr("no point is given"), self.source(level)]
        if level.set_by is not None:
            detail.insert(0, self.set_by(level))
        found = [Fact(LEVEL, self.title(level), tuple(detail), strong=True, tip=self.source(level))]
        return found if lace is None else [*found, self._lace(lace)]

    def title(self, level: RiskLevel) -> str:
        """The level and its points."""
        if level.set_by is not None:
            words = self.tr("Risk level {level}, set by a clinician; by points {by_points} ({points} points)")
            return words.format(level=level.level, by_points=level.by_points, points=level.points)
        return self.tr("Risk level {level} of 6: {points} points").format(level=level.level, points=level.points)

    def set_by(self, level: RiskLevel) -> str:
        """Who set it, when and why."""
        one = level.set_by
        if one is None:
            return ""
        words = self.tr("Set to {level} by {who} on {day}: {reason}")
        return words.format(level=one.level, who=one.by, day=self._shown.date(one.on), reason=one.reason)

    def given(self, one: GivenPoints) -> str:
        """What points were given for, with the facts behind it."""
        names = {
            "conditions": self.tr("Chronic conditions of the HHS list"),
            "emergency": self.tr("Emergency visits in 365 days"),
            "stays": self.tr("Stays in hospital in 365 days"), "medicines": self.tr("Different medicines"),
            "behavioral": self.tr("PHQ-9 of 10 or more, or a substance use disorder"),
            "needs": self.tr("Social needs"), "a1c": self.tr("A1c above 9 %"),
            "systolic": self.tr("Upper blood pressure 160 or more"),
            "ejection_fraction": self.tr("Ejection fraction 40 or less"), "egfr": self.tr("eGFR below 30"),
        }  # fmt: skip
        name = names.get(one.what, one.what)
        if one.value is not None:
            words = self.tr("{name}: last {value} on {day}")
            return words.format(name=name, value=self._shown.number(one.value, 1), day=self._shown.date(one.day))
        facts = ", ".join(
            " ".join(part for part in (self._pick(words), self._shown.date(day) if day else "") if part)
            for words, day in one.facts
        )
        counted = name if one.what == "behavioral" else f"{name}: {one.count or 0}"
        return f"{counted} ({facts})" if facts else counted

    def source(self, level: RiskLevel) -> str:
        """Where the points come from and how sure they are."""
        return self._source(level.source)

    def _source(self, one: Source) -> str:
        return f"{one.source} ({say(f'content.mark_{one.mark}', self._shown)})."

    def _lace(self, one: StayScore) -> Fact:
        score = one.score
        text = self.tr("LACE {total} of 19 after the stay that ended on {day}").format(
            total=score.total, day=self._shown.date(one.discharged_on)
        )
        length = self.tr("not known") if score.length is None else str(score.length)
        acute = self.tr("not known") if score.acute is None else str(score.acute)
        parts = self.tr(
            "length {length}, acute {acute}, comorbidity {comorbidity}, emergency visits {emergency}"
        ).format(length=length, acute=acute, comorbidity=score.comorbidity, emergency=score.emergency)
        ill = ", ".join(self._pick(words) for words in one.illnesses)
        detail = (f"{parts} ({ill})" if ill else parts, self._source(one.source))
        return Fact("lace", text, detail, strong=True, tip=self._source(one.source))

    def _pick(self, words: Mapping[str, str]) -> str:
        spanish = QLocale().language() == QLocale.Language.Spanish
        return words.get("es" if spanish else "en") or words.get("en", "")
