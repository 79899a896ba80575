"""The words of pathways: a line for each suggestion, enrolment, step, target and alarm, with its state and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.pathways import (
    EnrolmentRow,
    EscalationRow,
    PathwayRow,
    PatientPathways,
    SuggestedPathway,
    TargetRow,
)
from icm_desktop.domain.pathways.due import StepDue
from icm_desktop.domain.pathways.suggestions import Evidence
from icm_desktop.words.pathways import why
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

ALARM, SUGGESTED, IN, OUT, STEP, PREVIEW, TARGET = "alarm", "suggested", "in", "out", "step", "preview", "target"
Item = EscalationRow | SuggestedPathway | EnrolmentRow | StepDue | TargetRow
_SETTLED = ("done", "declined", "not_applicable")
_UNSURE = ("M", "P")
_STATE_SHAPES = {"overdue": Level.HIGH, "due": Level.CAUTION, "due_soon": Level.INFO, "done": Level.GOOD}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tab. `kind`: what `item` is; a preview is a step of a pathway not confirmed yet."""

    key: str
    kind: str
    pathway: PathwayRow
    item: Item

    @property
    def settled(self) -> bool:
        """Whether nothing of it is open."""
        return self.kind == OUT or (isinstance(self.item, StepDue) and self.item.state in _SETTLED)


def lines_of(found: PatientPathways) -> Iterator[Line]:
    """What there is to show, what needs somebody first."""
    of = {one.id: one for one in found.pathways}
    for alarm in found.escalations:
        yield Line(f"{ALARM}:{alarm.pathway}:{alarm.id}", ALARM, of[alarm.pathway], alarm)
    for fits in found.suggested:
        yield Line(f"{SUGGESTED}:{fits.pathway.id}", SUGGESTED, of[fits.pathway.id], fits)
    for step in found.due:
        yield Line(f"{STEP}:{step.pathway}:{step.step}", STEP, of[step.pathway], step)
    for row in found.enrolments:
        if row.pathway in of and row.status != "reopened":
            yield Line(f"{IN}:{row.pathway}", IN if row.status == "enrolled" else OUT, of[row.pathway], row)
    for target in found.targets:
        yield Line(f"{TARGET}:{target.id}", TARGET, of[target.pathway], target)
    confirmed = {(one.pathway, one.step) for one in found.due}
    for step in found.preview:
        if (step.pathway, step.step) not in confirmed:
            yield Line(f"{PREVIEW}:{step.pathway}:{step.step}", PREVIEW, of[step.pathway], step)


class PathwayWords:
    """Lines in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting
        self._spanish = QLocale().language() == QLocale.Language.Spanish

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("PathwayWords", text, note, number)

    def titled(self, one: PathwayRow | EscalationRow | StepDue | TargetRow) -> str:
        """Its title."""
        return one.title_es if self._spanish and one.title_es else one.title

    def name(self, line: Line) -> str:
        """What the line is about."""
        item = line.item
        return self.titled(line.pathway if isinstance(item, SuggestedPathway | EnrolmentRow) else item)

    def day(self, line: Line) -> dt.date | None:
        """The day of the line, when it is due or when it began."""
        item = line.item
        if isinstance(item, StepDue):
            return item.due if item.state not in _SETTLED else None
        return None

    def chip(self, line: Line) -> Chip:
        """Where it stands, by word and shape."""
        item = line.item
        if isinstance(item, StepDue):
            return Chip(_STATE_SHAPES.get(item.state, Level.NEUTRAL), self._states()[item.state])
        return {
            ALARM: Chip(Level.HIGH, self.tr("Act on this")),
            SUGGESTED: Chip(Level.INFO, self.tr("Suggested")),
            IN: Chip(Level.GOOD, self.tr("In the pathway")),
            OUT: Chip(Level.NEUTRAL, self._ended(item)),
            TARGET: Chip(Level.NEUTRAL, self.tr("Target")),
        }[line.kind]

    def _states(self) -> dict[str, str]:
        return {
            "overdue": self.tr("Overdue"),
            "due": self.tr("Due"),
            "due_soon": self.tr("Due soon"),
            "not_due": self.tr("Not due yet"),
            "done": self.tr("Done"),
            "declined": self.tr("Declined"),
            "not_applicable": self.tr("Does not apply"),
        }

    def _ended(self, item: Item) -> str:
        dismissed = isinstance(item, EnrolmentRow) and item.status == "dismissed"
        return self.tr("Turned down") if dismissed else self.tr("Left")

    def why(self, line: Line) -> str:
        """Why it is here: the sum behind a due date, the evidence of a suggestion, the reason of a person."""
        item = line.item
        if isinstance(item, StepDue):
            if item.state == "not_applicable" and item.decision is None:
                return self.tr("Its condition does not hold for this patient")
            return why(item, say, self._shown.date, self._spanish)
        if isinstance(item, SuggestedPathway):
            return self.evidence(item)
        if isinstance(item, EnrolmentRow):
            return self._enrolled(item)
        if isinstance(item, EscalationRow):
            return f"{say(f'pathways.who_{item.to}')}, {self._within(item.within)}"
        if item.own is None or item.set_on is None:
            return self.tr("as the pathway has it: {value}").format(value=self._value(item.value))
        words = self.tr("own since {day}: {value} ({reason})")
        return words.format(day=self._shown.date(item.set_on), value=self._value(item.own), reason=item.reason)

    def evidence(self, fits: SuggestedPathway) -> str:
        """Why a pathway fits: "E11.9 since 2019; 4548-4: 8.1 on 3 May 2026"."""
        return "; ".join(self._one_evidence(one) for one in fits.evidence)

    def _one_evidence(self, one: Evidence) -> str:
        codes = ", ".join(_named(one)) or one.rule
        if one.since is None:
            return codes
        day = self._shown.date(one.since)
        if one.value is None:
            named = (one.title_es if self._spanish else one.title) or codes
            return self.tr("{codes} since {day}").format(codes=named, day=day)
        name = (one.title_es if self._spanish else one.title) or one.rule
        measured = self.tr("{name} {value} on {day}")
        return measured.format(name=name, value=self._value(one.value), day=day)

    def _enrolled(self, row: EnrolmentRow) -> str:
        if row.status == "enrolled":
            since = self.tr("since {day}").format(day=self._shown.date(row.entered_on))
            return " · ".join(part for part in (since, row.evidence) if part)
        day = self._shown.date(row.left_on or row.entered_on)
        return " · ".join(part for part in (day, row.reason) if part)

    @staticmethod
    def _within(within: str) -> str:
        days = within.removeprefix("P").removesuffix("D")
        return say("pathways.within_days", n=int(days)) if days.isdigit() else say(f"pathways.within_{within}")

    @staticmethod
    def _value(value: float) -> str:
        return f"{value:g}"

    def who(self, line: Line) -> str:
        """Whose work it is."""
        item = line.item
        return ", ".join(say(f"pathways.who_{one}") for one in item.owner) if isinstance(item, StepDue) else ""

    def also_in(self, line: Line, found: PatientPathways) -> str:
        """The pathway, and the others that ask for the same."""
        others = line.item.also_in if isinstance(line.item, StepDue) else ()
        return ", ".join([self.titled(line.pathway), *(self.titled(one) for one in found.pathways if one.id in others)])

    def source(self, line: Line) -> str:
        """Where it is written."""
        own = "" if isinstance(line.item, SuggestedPathway | EnrolmentRow) else line.item.source
        return " · ".join(part for part in (own, line.pathway.source) if part)

    def _mark(self, line: Line) -> str:
        return line.pathway.mark if isinstance(line.item, SuggestedPathway | EnrolmentRow) else line.item.mark

    def from_memory(self, line: Line) -> bool:
        """Whether nobody has compared what it says with its source."""
        return self._mark(line) in _UNSURE

    def sure(self, line: Line) -> str:
        """Whether its content is confirmed, in a word or two."""
        if line.pathway.adoption_id is None or line.pathway.changed:
            return self.tr("Draft")
        return self.tr("From memory") if self.from_memory(line) else self.tr("Verified")

    def standing(self, one: PathwayRow) -> str:
        """Who of the practice stands for a pathway."""
        if one.adoption_id is None:
            return self.tr("Draft: no clinician of the practice has adopted it")
        if one.changed:
            return self.tr("Changed since it was adopted: a clinician reads and adopts it again")
        return self.tr("{who}, {day}").format(who=one.adopted_by, day=self._shown.date(one.adopted_on))

    def facts(self, line: Line, found: PatientPathways) -> tuple[Fact, ...]:
        """All of a line, for the pane beside the list."""
        item, one = line.item, line.pathway
        day = self._shown.date(self.day(line))
        last = self._shown.date(item.last) if isinstance(item, StepDue) else ""
        decided = item.decision if isinstance(item, StepDue) else None
        until = self._shown.date(decided.until) if decided is not None else ""
        version = self.tr("{title}, version {version}, {year}")
        told = (
            ("state", self.tr("State"), self.chip(line).word),
            ("due", self.tr("Due"), day),
            ("why", self.tr("Why"), self.why(line)),
            ("until", self.tr("Holds until"), until),
            ("last", self.tr("Last done"), last),
            ("who", self.tr("Who"), self.who(line)),
            ("pathway", self.tr("Asked for by"), self.also_in(line, found)),
            ("source", self.tr("Source"), self.source(line)),
            ("sure", self.tr("How sure"), say(f"content.mark_{self._mark(line)}")),
            ("version", self.tr("Pathway"), version.format(title=self.titled(one), version=one.version, year=one.year)),
            ("standing", self.tr("Adopted by"), self.standing(one)),
        )
        return tuple(Fact(key, label, (words,), label=True) for key, label, words in told if words)


def _code(code: str) -> str:
    """A code as people read it: "icd10:E119" is E11.9."""
    system, _, plain = code.partition(":")
    return f"{plain[:3]}.{plain[3:]}" if system == "icd10" and "." not in plain and len(plain) > 3 else plain


def _named(one: Evidence) -> Iterable[str]:
    """ICD-10 codes, which people read; else what the records call it; else the code."""
    icd10 = [code for code in one.codes if code.startswith("icd10:")]
    return one.names if one.names and not icd10 else dict.fromkeys(_code(code) for code in icd10 or one.codes)
