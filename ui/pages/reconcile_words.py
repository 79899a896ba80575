"""Reconciling medicines in words: whose list, how they differ, what was decided, and what signing does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.reconciliation import Decided, ReconciledRow, Reconciliation
from icm_desktop.domain import reconciliation as rules
from icm_desktop.domain.reconciliation import Listed, Matched, MedicineList
from ui.context import AppContext
from ui.feedback import Level
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact


class ReconcileWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ReconcileWords", text, note, number)

    def kinds(self) -> dict[str, str]:
        """Whose list it is."""
        return {
            rules.OURS: self.tr("Our list"),
            rules.DISCHARGE: self.tr("Discharge list"),
            rules.RECORDS: self.tr("Records from outside"),
            rules.SPECIALIST: self.tr("Specialist"),
            rules.PATIENT: self.tr("The patient's own list"),
            rules.OTHER: self.tr("Another list"),
        }

    def list_name(self, one: MedicineList) -> str:
        """ "Discharge list: Lakeside, 18-Nov-2026"."""
        return self.list_named(one.kind, one.title, one.dated)

    def list_named(self, kind: str, title: str, dated: str) -> str:
        """The same of one that was signed."""
        day = self._shown.partial_date(dated) if dated else ""
        name = self.kinds().get(kind, kind)
        more = ", ".join(part for part in (title if title != name else "", day) if part)
        return f"{name}: {more}" if more else name

    def list_short(self, one: MedicineList) -> str:
        """The head of its column."""
        return one.title or self.kinds().get(one.kind, one.kind)

    def difference(self, code: str) -> Chip:
        """How the lists differ about a medicine."""
        return {
            rules.DIFFERS: Chip(Level.HIGH, self.tr("Dose differs")),
            rules.NOT_COMPARED: Chip(Level.CAUTION, self.tr("Doses not compared")),
            rules.ONLY_THEIRS: Chip(Level.CAUTION, self.tr("Not on ours")),
            rules.ONLY_OURS: Chip(Level.INFO, self.tr("Only on ours")),
            rules.SAME: Chip(Level.GOOD, self.tr("The same")),
        }.get(code, Chip(Level.NEUTRAL, code))

    def decision(self, code: str | None) -> Chip | None:
        """What was decided; None when nothing was."""
        return {
            rules.KEEP: Chip(Level.GOOD, self.tr("Keep")),
            rules.CHANGE: Chip(Level.INFO, self.tr("Change")),
            rules.STOP: Chip(Level.NEUTRAL, self.tr("Stop")),
            rules.ASK: Chip(Level.CAUTION, self.tr("Ask")),
        }.get(code or "")

    def says(self, listed: tuple[Listed, ...]) -> str:
        """What one list says of a medicine."""
        return "; ".join(self._say(one) for one in listed) if listed else "–"

    def _say(self, one: Listed) -> str:
        held = self.tr("on hold") if one.held else ""
        return " · ".join(part for part in (one.dosage or one.written, held) if part)

    def facts(self, one: Matched, lists: tuple[MedicineList, ...], decided: Decided | None) -> tuple[Fact, ...]:
        """Everything that is known of a medicine, and what signing does."""
        checked = ", ".join(one.ingredients)
        facts = self._decided(one, decided) if decided is not None else []
        facts.append(Fact("difference", self.tr("The lists"), chip=self.difference(one.difference), label=True))
        if one.checked:
            facts.append(Fact("ingredients", self.tr("Ingredients"), (checked,), label=True))
        else:
            told = self.tr(
                "NOT CHECKED: no ingredient or brand of this name is known here. It is matched by its words."
            )
            facts.append(Fact("unchecked", told, chip=Chip(Level.CAUTION, self.tr("NOT CHECKED"))))
        if one.shares:
            facts.append(Fact("shares", self.tr("Shares an ingredient with"), one.shares, label=True))
        for place, (listed, said) in enumerate(zip(lists, one.on, strict=True)):
            lines = tuple(line for each in said for line in self._whole(each)) or (self.tr("not on it"),)
            facts.append(Fact(f"list:{place}", self.list_name(listed), lines, label=True))
        return tuple(facts)

    def _whole(self, one: Listed) -> tuple[str, ...]:
        daily = self.tr("{mg} mg a day").format(mg=self._shown.number(one.mg_per_day, 3)) if one.mg_per_day else ""
        since = self.tr("since {day}").format(day=self._shown.partial_date(one.since[:10])) if one.since else ""
        about = " · ".join(part for part in (daily, one.reason, one.prescriber, since) if part)
        first = " ".join(part for part in (one.written, one.dosage) if part)
        if one.held:
            held = self.tr("on hold")
            first = f"{first} ({held})"
        return (first, about) if about else (first,)

    def _decided(self, one: Matched, decided: Decided) -> list[Fact]:
        facts = [Fact("decided", self.tr("Decided"), chip=self.decision(decided.decision), label=True)]
        if decided.reason:
            facts.append(Fact("why", self.tr("Why"), (decided.reason,), label=True))
        if decided.decision == rules.ASK:
            due = self._shown.date(decided.ask_due) if decided.ask_due else ""
            asks = self.tr("{name} is asked, answer due {day}").format(name=decided.ask_name, day=due)
            return [*facts, Fact("ask", asks, (decided.ask_question,))]
        words = {
            rules.STAYS: self.tr("stays: {what}"),
            rules.ENDS: self.tr("ends: {what}"),
            rules.ADDED: self.tr("is added: {what}"),
        }
        told = rules.acts(one, decided.decision, decided.text, decided.dosage)
        lines = tuple(words[act.what].format(what=f"{act.text} {act.dosage}".strip()) for act in told)
        return [*facts, Fact("acts", self.tr("When signed"), lines or (self.tr("nothing changes"),), label=True)]

    # what was signed

    def signed(self, one: Reconciliation) -> str:
        """ "2 · 20-Nov-2026 · Dr. Lee"."""
        return f"{one.number} · {self._shown.date(one.signed_on)} · {one.signed_by}"

    def outcome(self, row: ReconciledRow) -> Chip | None:
        """What was decided, and of what was asked how it ended."""
        if row.open:
            word = self.tr("Answered, to settle") if row.answer else self.tr("Waits for an answer")
            return Chip(Level.HIGH if row.answer else Level.CAUTION, word)
        return self.decision(row.settled or row.decision)

    def signed_facts(self, row: ReconciledRow) -> tuple[Fact, ...]:
        """One medicine as it was signed, and what became of it."""
        chip = self.difference(row.difference)
        facts = [Fact("difference", self.tr("The lists"), chip=chip, label=True)]
        if not row.checked:
            facts.append(Fact("unchecked", self.tr("NOT CHECKED"), chip=Chip(Level.CAUTION, self.tr("NOT CHECKED"))))
        by_list: dict[str, list[str]] = {}
        for name, says in row.said:
            by_list.setdefault(self.kinds().get(name, name), []).append(says)
        facts += [Fact(f"list:{name}", name, tuple(says), label=True) for name, says in by_list.items()]
        facts.append(Fact("decided", self.tr("Decided"), chip=self.decision(row.decision), label=True))
        for key, title, value in (
            ("why", self.tr("Why"), row.reason),
            ("becomes", self.tr("Changed to"), row.becomes),
            ("question", self.tr("Asked {name}").format(name=row.asked or ""), row.question),
            ("answer", self.tr("Answer"), row.answer),
            ("settled", self.tr("How it ended"), row.settled_reason),
        ):
            if value:
                facts.append(Fact(key, title, (value,), label=True))
        if row.settled is not None and row.settled_on is not None:
            told = self.tr("{day} by {name}").format(day=self._shown.date(row.settled_on), name=row.settled_by or "")
            facts.append(Fact("by", told, chip=self.decision(row.settled)))
        return tuple(facts)
