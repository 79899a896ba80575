"""What is calculated of a patient in words: the number, what it was calculated from, where the equation comes from."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.risk import ComorbidityIndex, KidneyRisk, OurEgfr, PatientRisk, Source, Words
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.risk_level_words import RiskLevelWords
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact


class RiskWords:
    """Facts in the language of the screen; each says by whom it was calculated."""

    def __init__(self, context: AppContext) -> None:
        self._context, self._shown = context, context.formatting

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("RiskWords", text, note, number)

    def facts(self, found: PatientRisk) -> list[Fact]:
        """The risk level, LACE, eGFR of ours, kidney failure or why there is none, Charlson's index."""
        ours = [self._egfr(found.egfr)] if found.egfr is not None else []
        kidney = self._kidney(found.kidney) if found.kidney is not None else self._no_kidney(found.no_kidney_risk)
        levels = RiskLevelWords(self._context).facts(found.level, found.lace)
        return [_begun(one) for one in (*levels, *ours, kidney, self._charlson(found.comorbidity))]

    def _egfr(self, one: OurEgfr) -> Fact:
        text = self.tr("eGFR {value} mL/min/1.73 m²").format(value=self._shown.number(one.value, 0))
        made = self.tr("calculated by us, CKD-EPI 2021")
        of = self.tr("from creatinine {value} mg/dL; {age} years, {sex}").format(
            value=self._shown.number(one.creatinine, 2), age=one.age, sex=self._sex(one.sex)
        )
        return Fact("egfr", text, (made, of), strong=True, tip=self._source(one.source), aside=self._day(one.day))

    def _kidney(self, one: KidneyRisk) -> Fact:
        risks = ", ".join(
            self.tr("{percent} % in {years} years").format(percent=self._shown.number(value, 1), years=years)
            for years, value in one.percent
        )
        ours = self.tr(", ours") if one.egfr_ours else ""
        of = self.tr("from eGFR {egfr} ({egfr_on}{ours}), urine albumin/creatinine {acr} mg/g ({acr_on}); "
                     "{age} years, {sex}").format(
            egfr=self._shown.number(one.egfr, 0), egfr_on=self._day(one.egfr_on), ours=ours,
            acr=self._shown.number(one.acr_mg_g, 0), acr_on=self._day(one.acr_on), age=one.age, sex=self._sex(one.sex),
        )  # fmt: skip
        detail = [of, self._shortly(self.tr("KFRE, 4 variables"), one.source)]
        if one.asks is not None and one.asks_source is not None:
            detail.insert(0, f"{self._pick(one.asks)} · {one.asks_source.source}")
        chip = Chip(Level.CAUTION, self.tr("Look")) if one.asks is not None else None
        text = self.tr("Kidney failure: {risks}").format(risks=risks)
        return Fact("kfre", text, tuple(detail), chip, strong=True, tip=self._source(one.source))

    def _no_kidney(self, why: str) -> Fact:
        said = {
            "no_egfr": self.tr("no eGFR and no creatinine is recorded"),
            "no_acr": self.tr("no urine albumin/creatinine is recorded"),
            "early": self.tr("the equation begins at eGFR below 60"),
            "treated": self.tr("kidney failure or a transplant is recorded"),
            "apart": self.tr("eGFR and urine are more than a year apart"),
            "no_person": self.tr("sex or birth date is not known, or under 18"),
        }.get(why, why)
        return Fact("kfre", self.tr("Kidney failure: not calculated"), (said,))

    def _charlson(self, one: ComorbidityIndex) -> Fact:
        text = self.tr("Charlson (1987): {points}").format(points=one.points_1987)
        if one.with_age is not None:
            text = self.tr("Charlson (1987): {points}, with age {with_age}").format(
                points=one.points_1987, with_age=one.with_age
            )
        groups = ", ".join(
            self.tr("{group} {old}/{new}").format(group=self._pick(words), old=old, new=new)
            for words, old, new in one.groups
        )
        detail = [self.tr("with the weights of 2011 (Quan): {points}; the two are never mixed").format(
            points=one.points_2011)]  # fmt: skip
        detail.append(groups or self.tr("none of its illnesses is on the problem list"))
        if one.alive_percent is not None:
            alive = self.tr("of people with this index in 1987, {percent} % were alive after {years} years")
            percent = self._shown.number(one.alive_percent, 0) if one.alive_percent >= 1 else "<1"
            detail.append(alive.format(percent=percent, years=one.years))
        detail.append(self._shortly(self.tr("diagnoses by Quan 2005"), one.source))
        tip = f"{self._source(one.source)} {self._source(one.source_2011)}"
        return Fact("charlson", text, tuple(detail), strong=True, tip=tip)

    def _sex(self, sex: str) -> str:
        return {"male": self.tr("male"), "female": self.tr("female")}.get(sex, sex)

    def _day(self, day: object) -> str:
        return self._shown.date(day)  # type: ignore[arg-type]

    def _shortly(self, what: str, source: Source) -> str:
        sure = "" if source.mark == "V" else say(f"content.mark_{source.mark}", self._shown)
        return f"{what} ({sure})" if sure else what

    def _source(self, one: Source) -> str:
        return f"{one.source} ({say(f'content.mark_{one.mark}', self._shown)})."

    def _pick(self, words: Words) -> str:
        spanish = QLocale().language() == QLocale.Language.Spanish
        return words.get("es" if spanish else "en", words["en"])


def _begun(fact: Fact) -> Fact:
    """Each line begins like a sentence."""
    return replace(fact, detail=tuple(f"{line[:1].upper()}{line[1:]}" for line in fact.detail))
