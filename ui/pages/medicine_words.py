"""Medicines and allergies in words: how taken, by whom, since when, and what is known of their ingredients."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.medicines import AllergyEntry, MedicineEntry, Medicines
from icm_desktop.domain.medicines import HELD, NEVER, SLOTS, TAKEN, UNKNOWN
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.value_words import coded
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

Line = MedicineEntry | AllergyEntry


def line_key(line: Line) -> str:
    """A stable key of a line."""
    return f"{'medicine' if isinstance(line, MedicineEntry) else 'allergy'}:{line.id}"


class MedicineWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("MedicineWords", text, note, number)

    # choices

    def units(self) -> tuple[tuple[str, str], ...]:
        """Of what a dose is."""
        return (
            ("tablet", self.tr("tablet")), ("capsule", self.tr("capsule")), ("mg", "mg"), ("mcg", "mcg"), ("g", "g"),
            ("mL", "mL"), ("puff", self.tr("puff")), ("drop", self.tr("drop")), ("unit", self.tr("unit")),
            ("patch", self.tr("patch")), ("spray", self.tr("spray")), ("application", self.tr("application")),
        )  # fmt: skip

    def routes(self) -> tuple[tuple[str, str], ...]:
        """How a medicine is given."""
        return (
            ("oral", self.tr("By mouth")), ("sublingual", self.tr("Under the tongue")), ("inhaled", self.tr("Inhaled")),
            ("nasal", self.tr("In the nose")), ("subcutaneous", self.tr("Injected under the skin")),
            ("intramuscular", self.tr("Injected into the muscle")), ("intravenous", self.tr("Into the vein")),
            ("topical", self.tr("On the skin")), ("transdermal", self.tr("Patch on the skin")),
            ("ophthalmic", self.tr("In the eye")), ("otic", self.tr("In the ear")), ("rectal", self.tr("Rectally")),
            ("vaginal", self.tr("Vaginally")),
        )  # fmt: skip

    def often(self) -> tuple[tuple[str, str], ...]:
        """How often, where no time of the day is chosen."""
        return (
            ("once", self.tr("Once a day")), ("twice", self.tr("2 times a day")), ("three", self.tr("3 times a day")),
            ("four", self.tr("4 times a day")), ("other_day", self.tr("Every other day")),
            ("week", self.tr("Once a week")),
        )  # fmt: skip

    def slots(self) -> tuple[tuple[str, str], ...]:
        """The four times of the day."""
        return (
            ("morning", self.tr("Morning")), ("noon", self.tr("Noon")), ("evening", self.tr("Evening")),
            ("bedtime", self.tr("Bedtime")),
        )  # fmt: skip

    # a line

    def name(self, line: Line) -> str:
        """Generic first, the brand in capitals after it."""
        if isinstance(line, AllergyEntry):
            return line.text
        return f"{line.name} ({line.brand.upper()})" if line.brand else line.name

    def chip(self, line: Line) -> Chip:
        """What the line says of today."""
        if isinstance(line, AllergyEntry):
            if not line.current:
                word = coded((line.verification if line.verification == "refuted" else line.status) or "")
                return Chip(Level.NEUTRAL, word or self.tr("Past"))
            return Chip(Level.CRITICAL, self.tr("Allergy")) if line.kind != "intolerance" else Chip(
                Level.CAUTION, self.tr("Intolerance")
            )  # fmt: skip
        if line.state == TAKEN:
            return Chip(Level.GOOD, self.tr("Active")) if line.checked else Chip(Level.CAUTION, self.tr("NOT CHECKED"))
        words = {HELD: self.tr("On hold"), NEVER: self.tr("Never taken"), UNKNOWN: self.tr("Status not known")}
        if line.intent in ("proposal", "option", "do-not-perform") and line.state == NEVER:
            return Chip(Level.NEUTRAL, coded(line.intent or ""))
        level = Level.CAUTION if line.state in (HELD, UNKNOWN) else Level.NEUTRAL
        return Chip(level, words.get(line.state) or self._over(line))

    def _over(self, line: MedicineEntry) -> str:
        return self.tr("Ended") if line.status in ("active", "completed") else coded(line.status or "")

    def how(self, line: Line) -> str:
        """How it is taken, as written, else from its numbers; of an allergy the reaction and how bad it was."""
        if isinstance(line, AllergyEntry):
            worst = coded(line.severity or "")
            said = line.reaction or ""
            return " · ".join(part for part in (said, "" if f"({line.severity})" in said else worst) if part)
        if line.dosage:
            return line.dosage
        return self.times(line) or (self.tr("as needed") if line.as_needed else "")

    def times(self, line: MedicineEntry) -> str:
        """ "Morning 1, Bedtime 2"; empty when the times are not known one by one."""
        names = dict(self.slots())
        return ", ".join(f"{names[slot]} {much}" for slot, much in zip(SLOTS, line.times, strict=True) if much)

    def why(self, line: Line) -> str:
        """What it is for; of an allergy how certain it is."""
        if isinstance(line, AllergyEntry):
            return coded(line.verification or "") or self.tr("Not said")
        return line.reason or ""

    def who(self, line: Line) -> str:
        """Who prescribes it, or who told of it."""
        if isinstance(line, AllergyEntry):
            return line.provenance.author or line.provenance.organization or ""
        if line.patient_reported:
            return self.tr("Patient reports")
        return line.prescriber or line.provenance.organization or ""

    def source(self, line: Line) -> str:
        """Where it comes from, and of when that is."""
        come = line.provenance
        where = come.organization or come.source or self.tr("Here")
        return f"{where}, {self._shown.partial_date(come.recorded[:10])}" if come.recorded else where

    def since(self, line: Line) -> str:
        """Since when."""
        told = line.onset if isinstance(line, AllergyEntry) else line.starts or line.provenance.recorded
        return self._shown.partial_date(told[:10]) if told else ""

    def ingredients(self, line: MedicineEntry) -> str:
        """What rules check it by, or that nothing does."""
        if not line.checked:
            return self.tr("NOT CHECKED: no ingredient or brand of this name is known here")
        return ", ".join(line.ingredients)

    def facts(self, line: Line) -> tuple[Fact, ...]:
        """What stands above the record's own fields."""
        if isinstance(line, AllergyEntry):
            known = () if line.known or line.category not in (None, "", "medication") else (
                Fact("unknown", self.tr("NOT CHECKED: no medicine or class of this name is known here"),
                     chip=Chip(Level.CAUTION, self.tr("NOT CHECKED"))),
            )  # fmt: skip
            return (Fact("state", "", chip=self.chip(line)), *known)
        daily = self.tr("{mg} mg a day").format(mg=self._shown.number(line.mg_per_day, 3)) if line.mg_per_day else ""
        facts = [
            *(
                ()
                if line.state == TAKEN and line.checked
                else (Fact("state", self.tr("Today"), chip=self.chip(line), label=True),)
            ),
            self._labelled("ingredients", self.tr("Ingredients"), self.ingredients(line)),
            self._labelled("written", self.tr("As written"), line.written if line.written != line.name else ""),
            self._labelled("times", self.tr("Times"), self.times(line)),
            self._labelled("daily", self.tr("A day"), daily),
            self._labelled("who", self.tr("Prescriber"), self.who(line)),
            self._labelled("told", self.tr("Told by"), line.said_by or ""),
        ]
        return tuple(fact for fact in facts if fact.detail or fact.chip)

    @staticmethod
    def _labelled(key: str, title: str, value: str) -> Fact:
        return Fact(key, title, (value,) if value else (), label=True)

    # the whole list

    def allergies(self, found: Medicines) -> tuple[Level, str]:
        """The allergies in one line: some, none, or nobody asked."""
        if found.allergies_are == "none":
            day = self._shown.date(found.none_known_on) if found.none_known_on else ""
            return Level.GOOD, self.tr("No known allergies {day}").format(day=f"({day})" if day else "").strip()
        if found.allergies_are == "not_recorded":
            return Level.HIGH, self.tr("Allergies not recorded")
        told = [
            f"{one.text} ({self.how(one)})" if self.how(one) else one.text for one in found.allergies if one.current
        ]
        return Level.CRITICAL, self.tr("Allergies: {what}").format(what="; ".join(told))

    def checked(self, found: Medicines) -> tuple[Level, str]:
        """How many of those taken are known by their ingredients, and when the list was last reconciled."""
        known = sum(one.checked for one in found.taken)
        count = self.tr("{known} of {all} active medicines are known by their ingredients.")
        told = count.format(known=known, all=len(found.taken)) if found.taken else self.tr("No active medicine.")
        parts = [told, self.reconciled(found)]
        level = Level.INFO if known == len(found.taken) and not found.unresolved else Level.CAUTION
        return level, " ".join(part for part in parts if part)

    def reconciled(self, found: Medicines) -> str:
        """When the list was last reconciled, and what is still open."""
        if found.last_reconciled is None:
            told = self.tr("Never reconciled here.")
        else:
            told = self.tr("Reconciled {day} by {name}.").format(
                day=self._shown.date(found.last_reconciled), name=found.last_reconciled_by or ""
            )
        open_ones = self.tr("%n medicine(s) wait for an answer.", "", found.unresolved) if found.unresolved else ""
        ready = self.tr("A prepared reconciliation waits for a signature.") if found.prepared else ""
        return " ".join(part for part in (told, open_ones, ready) if part)

    def sentence(self, line: Line) -> str:
        """The line as a screen reader says it."""
        parts = (self.name(line), self.chip(line).word, self.how(line), self.why(line), self.who(line))
        return ", ".join(part for part in parts if part)
