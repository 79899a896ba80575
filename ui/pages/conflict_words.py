"""The words of conflicts: how bad, by what, what to do, where one stands and why, who has it, what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.conflicts import ConflictQuestion, ConflictRow, Decision
from icm_desktop.domain.conflicts import states
from icm_desktop.domain.conflicts.checking import Finding, NotChecked
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.domain.conflicts.rules import SEVERITIES, Told, Words
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

SHAPES = {"stop": Level.CRITICAL, "warn": Level.HIGH, "monitor": Level.CAUTION, "info": Level.INFO}
_STATES = {
    states.OPEN: Level.HIGH, states.ASKED: Level.CAUTION, states.RESOLVED: Level.GOOD, states.OVERRIDDEN: Level.NEUTRAL,
    states.MUTED: Level.NEUTRAL, states.GONE: Level.NEUTRAL,
}  # fmt: skip


class ConflictWords:
    """Conflicts in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting
        self.language = "es" if QLocale().language() == QLocale.Language.Spanish else "en"

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ConflictWords", text, note, number)

    def pick(self, words: Words) -> str:
        """The words in the language of the screen."""
        return words.get(self.language) or words.get("en", "")

    # how bad, where it stands

    def severity(self, severity: str) -> Chip:
        """How bad it is, by word and shape."""
        words = {
            "stop": self.tr("Stop"),
            "warn": self.tr("Warning"),
            "monitor": self.tr("Watch"),
            "info": self.tr("To know"),
        }
        return Chip(SHAPES[severity], words[severity])

    def severities(self) -> list[tuple[str, str]]:
        """All of them with their words, the worst first."""
        return [(one, self.severity(one).word) for one in SEVERITIES]

    def state(self, row: ConflictRow) -> Chip:
        """Where it stands, by word and shape."""
        if row.state == states.OPEN and row.why:
            return Chip(Level.HIGH, self.tr("Open again"))
        if row.question is not None and row.state == states.ASKED and row.question.status == "answered":
            return Chip(Level.INFO, self.tr("Answered"))
        words = {
            states.OPEN: self.tr("Open"),
            states.ASKED: self.tr("Asked"),
            states.RESOLVED: self.tr("Resolved"),
            states.OVERRIDDEN: self.tr("Overridden"),
            states.MUTED: self.tr("Muted"),
            states.GONE: self.tr("Gone"),
        }
        return Chip(_STATES[row.state], words[row.state])

    def why(self, row: ConflictRow) -> str:
        """Why one that was decided is open again."""
        if row.why == states.MUTE_ENDED and row.decision is not None and row.decision.until is not None:
            return self.tr("Open again: muted until {day}.").format(day=self._shown.date(row.decision.until))
        return {
            states.FACTS_CHANGED: self.tr("Open again: the facts have changed since it was decided."),
            states.CAME_BACK: self.tr("Open again: the facts were gone and are back."),
            states.NO_ANSWER: self.tr("Open again: the question was withdrawn."),
        }.get(row.why, "")

    def relation(self, relation: str) -> str:
        """How two goals stand to each other."""
        if relation == "contradictory":
            return self.tr("No value meets both goals. A named clinician decides.")
        return self.tr("The stricter goal may win. A named clinician decides.")

    # by what

    def line(self, fact: Evidence) -> str:
        """A fact in one line."""
        told = ", ".join(part for part in self._parts(fact) if part)
        return self.tr("{kind}: {what}").format(kind=self._name(fact), what=told) if told else self._name(fact)

    def by(self, facts: Sequence[Evidence]) -> str:
        """What it rests on, for a column."""
        return "; ".join(fact.text for fact in facts if fact.text)

    def facts(self, facts: Sequence[Evidence]) -> list[Fact]:
        """What it rests on, for the detail."""
        return [
            Fact(f"fact:{n}", self._name(one), tuple(part for part in self._parts(one) if part), label=True)
            for n, one in enumerate(facts)
        ]

    def _parts(self, fact: Evidence) -> tuple[str, ...]:
        value = "" if fact.number is None else self._shown.number(fact.number, 2)
        if fact.kind == "medicine":
            dose = self.tr("{dose} mg a day").format(dose=value) if value else ""
            return (fact.text, dose, fact.detail)
        if fact.kind in ("goal", "plan", "action"):
            return (fact.text, fact.detail)
        when = self._shown.partial_date(fact.detail) if fact.detail else ""
        return (" ".join(part for part in (fact.text, value, when) if part),)

    def _name(self, fact: Evidence) -> str:
        return {
            "medicine": self.tr("Medicine"),
            "problem": self.tr("Problem"),
            "value": self.tr("Result"),
            "age": self.tr("Age"),
            "allergy": self.tr("Allergy"),
            "event": self.tr("Done"),
            "goal": self.tr("Goal"),
            "plan": self.tr("In the plan"),
            "action": self.tr("In the plan"),
            "problems": self.tr("Active problems"),
        }[fact.kind]

    def source(self, told: Told) -> tuple[str, ...]:
        """Where it is written and how sure that is."""
        return (f"{told.id}: {told.source}", say(f"content.mark_{told.mark}"))

    # who and what

    def owner(self, row: ConflictRow) -> str:
        """Who looks after it."""
        return row.owner.name if row.owner is not None else ""

    def question(self, row: ConflictRow) -> str:
        """Whom it was asked and what came of it."""
        one = row.question
        if one is None:
            return ""
        if one.status == "open":
            asked = self.tr("{whom}, %n day(s) ago", "", one.days).format(whom=one.whom)
            late = self.tr("%n day(s) overdue", "", one.days_late) if one.days_late else ""
            return " · ".join(part for part in (asked, late) if part)
        return one.answer or one.whom

    def holds(self, row: ConflictRow) -> str:
        """What holds instead of the goals."""
        one = row.decision
        if one is None:
            return ""
        if one.text or (one.low is None and one.high is None):
            return one.text or ""
        return self.range(one)

    def range(self, one: Decision) -> str:
        """A decided value with its unit."""
        low, high = (None if end is None else self._shown.number(end, 2) for end in (one.low, one.high))
        unit = one.unit or ""
        if low is not None and high is not None:
            return self.tr("{low} to {high} {unit}").format(low=low, high=high, unit=unit).strip()
        words = self.tr("At most {value} {unit}") if high is not None else self.tr("At least {value} {unit}")
        return words.format(value=high if high is not None else low, unit=unit).strip()

    def decided(self, row: ConflictRow) -> tuple[str, ...]:
        """Who decided when, and why, until when, and who was told."""
        one = row.decision
        if one is None:
            return ()
        by = self.tr("{who}, {day}").format(who=one.by, day=self._shown.date(one.on))
        until = self.tr("until {day}").format(day=self._shown.date(one.until)) if one.until is not None else ""
        told = self.tr("Told: {whom}").format(whom=one.told) if one.told else ""
        return tuple(part for part in (self.holds(row), one.reason, by, until, told) if part)

    def detail(self, row: ConflictRow) -> tuple[Fact, ...]:
        """Everything about a conflict, what to do first."""
        facts = [Fact("to_do", self.pick(row.told.action), strong=True, chip=self.severity(row.severity))]
        facts.append(Fact("state", self.why(row) or self._stands(row), self.decided(row), chip=self.state(row)))
        if row.owner is not None:
            facts.append(Fact("owner", self.tr("Looks after it"), (row.owner.name,), label=True))
        if row.question is not None:
            facts.append(Fact("question", self.tr("Asked"), self._asked(row.question), label=True))
        facts += self.facts(row.facts)
        if row.before:
            before = tuple(self.line(one) for one in row.before)
            facts.append(Fact("before", self.tr("When it was decided"), before, label=True))
        if row.relation:
            facts.append(Fact("relation", self.relation(row.relation)))
        if row.due is not None:
            facts.append(Fact("due", self.tr("Due"), (self._shown.date(row.due),), label=True))
        facts.append(Fact("source", self.tr("Source"), self.source(row.told), label=True))
        facts.append(Fact("seen", self.tr("Found"), (self._seen(row),), label=True))
        return tuple(facts)

    def _stands(self, row: ConflictRow) -> str:
        return {
            states.OPEN: self.tr("Nobody has decided yet."),
            states.ASKED: self.tr("Somebody was asked."),
            states.RESOLVED: self.tr("Resolved:"),
            states.OVERRIDDEN: self.tr("Overridden:"),
            states.MUTED: self.tr("Muted for this patient:"),
            states.GONE: self.tr("The facts are no longer there."),
        }[row.state]

    def _asked(self, one: ConflictQuestion) -> tuple[str, ...]:
        day = self.tr("{whom}, {day}").format(whom=one.whom, day=self._shown.date(one.asked_on))
        due = self.tr("answer due {day}").format(day=self._shown.date(one.due_on)) if one.due_on is not None else ""
        late = self.tr("%n day(s) overdue", "", one.days_late) if one.days_late else ""
        return tuple(part for part in (day, due, late, one.answer or "") if part)

    def _seen(self, row: ConflictRow) -> str:
        if row.gone_on is not None:
            words = self.tr("first {first}, gone {day}")
            return words.format(first=self._shown.date(row.first_seen), day=self._shown.date(row.gone_on))
        words = self.tr("first {first}, last checked {day}")
        return words.format(first=self._shown.date(row.first_seen), day=self._shown.date(row.last_seen))

    # what was not looked at

    def honesty(self, checked: int, medicines: int, version: str, missing: Sequence[NotChecked]) -> str:
        """Of how much the rules could look at, and what of it they could not and why."""
        told = say("conflicts.checked", checked=checked, medicines=medicines, version=version.replace(".", "-"))
        left = "; ".join(
            self.tr("{what}: not checked ({why})").format(what=one.text, why=say(f"conflicts.{one.why}"))
            for one in missing
        )
        return f"{told} {left}." if left else told

    def others(self, row: ConflictRow, goal_id: int) -> tuple[str, ...]:
        """The other goals and words of the plan a goal contradicts."""
        return tuple(self.line(one) for one in row.facts if one.kind in ("goal", "plan", "action")
                     and one.entry != goal_id)  # fmt: skip

    def sentence(self, one: Finding | ConflictRow) -> str:
        """A conflict as a screen reader says it."""
        parts = (self.severity(one.severity).word, self.pick(one.told.title), self.by(one.facts),
                 self.pick(one.told.action))  # fmt: skip
        return ", ".join(part for part in parts if part)
