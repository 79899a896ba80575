"""Conflicts: what the rules find in medicines, illnesses, values and allergies, and what they cannot check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.conflicts import PatientConflicts
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.conflicts.checking import Finding, NotChecked
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.outcome import Outcome
from ui.feedback import Level
from ui.messages import say
from ui.pages.chart_list_tab import ListTab
from ui.tables.base import Chip, Column
from ui.widgets.date_edit import DateEdit
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

_SHAPES = {"stop": Level.CRITICAL, "warn": Level.HIGH, "monitor": Level.CAUTION, "info": Level.INFO}


@dataclass(frozen=True, slots=True)
class Line:
    """A finding, or something no rule could look at."""

    key: str
    item: Finding | NotChecked


class ConflictsTab(ListTab):
    """One list, worst first; it proposes and names its source, a clinician decides."""

    name = "conflicts"
    number = 15
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"*"})
    query = "queries.conflicts.of_patient"
    paged: ClassVar[bool] = False

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: PatientConflicts | None = None
        self._language = "es" if QLocale().language() == QLocale.Language.Spanish else "en"

    def title(self) -> str:
        return self.tr("Conflicts")

    def hint(self) -> str:
        return self.tr("Choose a line to see its facts and where it is written.")

    def nothing(self) -> tuple[str, str]:
        words = self.tr("The rules know the common dangers; they are not a complete interaction database.")
        return self.tr("No rule found a conflict."), words

    def build(self) -> None:
        self.as_of = DateEdit(self.context, lean=Lean.PAST)
        self.as_of.edit.setPlaceholderText(self.tr("today"))
        self.as_of.day_changed.connect(lambda _day: self.refresh())
        self.checked = ShapeLabel()
        super().build()

    def filters(self) -> Iterable[QWidget]:
        return (FormField(self.tr("As &of"), self.as_of),)

    def sections(self) -> QWidget | None:
        return self.checked

    def clear(self) -> None:
        self.found = None
        super().clear()
        self.as_of.set_day(None)

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask(self.query, self.patient_id, self.as_of.day, done=self._found)

    def _found(self, found: PatientConflicts) -> None:
        if found.head.id != self.patient_id:
            return
        self.found, self.head, self.pane.head = found, found.head, found.head
        whole = found.checked == found.medicines and not found.not_checked
        told = say("conflicts.checked", checked=found.checked, medicines=found.medicines, version=found.version)
        self.checked.say(Level.INFO.value if whole else Level.CAUTION.value, told)
        lines = [Line(f"{one.told.id}:{sorted(map(str, one.key[1]))}", one) for one in found.findings]
        lines += [Line(f"unchecked:{n}", one) for n, one in enumerate(found.not_checked)]
        self._show(Page(tuple(lines), len(lines)))

    # rows

    def columns(self) -> Sequence[Column[Line]]:
        return (
            Column("severity", self.tr("Severity"), lambda line: self._chip(line).word, self._rank, width=18,
                   chip=self._chip),
            Column("what", self.tr("What"), self._what, width=30, stretch=True, tip=self._what),
            Column("by", self.tr("By what"), self._by, width=30, tip=self._by),
            Column("to_do", self.tr("To do"), self._to_do, width=28, tip=self._to_do),
            Column("due", self.tr("Due"), self._due, width=12, hidden=True),
            Column("rule", self.tr("Rule"), lambda line: line.item.told.id if isinstance(line.item, Finding) else "",
                   width=8, hidden=True),
        )  # fmt: skip

    def _chip(self, line: Line) -> Chip:
        if isinstance(line.item, NotChecked):
            return Chip(Level.NEUTRAL, self.tr("NOT CHECKED"))
        words = {
            "stop": self.tr("Stop"),
            "warn": self.tr("Warning"),
            "monitor": self.tr("Watch"),
            "info": self.tr("To know"),
        }
        return Chip(_SHAPES[line.item.severity], words[line.item.severity])

    def _rank(self, line: Line) -> int:
        return list(_SHAPES).index(line.item.severity) if isinstance(line.item, Finding) else len(_SHAPES)

    def _what(self, line: Line) -> str:
        item = line.item
        return item.told.title[self._language] if isinstance(item, Finding) else item.text

    def _by(self, line: Line) -> str:
        item = line.item
        return "; ".join(fact.text for fact in item.facts if fact.text) if isinstance(item, Finding) else ""

    def _to_do(self, line: Line) -> str:
        item = line.item
        return item.told.action[self._language] if isinstance(item, Finding) else say(f"conflicts.{item.why}")

    def _due(self, line: Line) -> str:
        return self.context.formatting.date(line.item.due) if isinstance(line.item, Finding) else ""

    def row_key(self, row: Line) -> str:
        return row.key

    def row_ref(self, row: Line) -> FactRef | None:
        return None

    def row_sentence(self, row: Line) -> str:
        parts = (self._chip(row).word, self._what(row), self._by(row), self._to_do(row))
        return ", ".join(part for part in parts if part)

    # the detail

    def show_row(self, row: Line) -> None:
        self.pane.show_note(self._what(row), self._facts(row))

    def _facts(self, row: Line) -> tuple[Fact, ...]:
        item = row.item
        facts = [Fact("to_do", self._to_do(row), strong=True, chip=self._chip(row))]
        if isinstance(item, Finding):
            facts += [self._fact(n, fact) for n, fact in enumerate(item.facts)]
            if item.state:
                facts.append(Fact("state", self._relation(item.state)))
            if item.due is not None:
                facts.append(Fact("due", self.tr("Due"), (self.context.formatting.date(item.due),), label=True))
            sure = say(f"content.mark_{item.told.mark}")
            facts.append(Fact("source", self.tr("Source"), (f"{item.told.id}: {item.told.source}", sure), label=True))
        return tuple(facts)

    def _relation(self, state: str) -> str:
        if state == "contradictory":
            return self.tr("No value meets both goals. A named clinician decides.")
        return self.tr("The stricter goal may win. A named clinician decides.")

    def _fact(self, number: int, fact: Evidence) -> Fact:
        shown = self.context.formatting
        value = "" if fact.number is None else shown.number(fact.number, 2)
        if fact.kind == "medicine":
            dose = self.tr("{dose} mg a day").format(dose=value) if value else ""
            lines = tuple(part for part in (fact.text, dose, fact.detail) if part)
            return Fact(f"fact:{number}", self.tr("Medicine"), lines, label=True)
        names = {
            "problem": self.tr("Problem"),
            "value": self.tr("Result"),
            "age": self.tr("Age"),
            "allergy": self.tr("Allergy"),
            "event": self.tr("Done"),
            "goal": self.tr("Goal"),
            "plan": self.tr("In the plan"),
            "action": self.tr("In the plan"),
            "problems": self.tr("Active problems"),
        }
        if fact.kind in ("goal", "plan", "action"):
            return Fact(f"fact:{number}", names[fact.kind], tuple(filter(None, (fact.text, fact.detail))), label=True)
        when = shown.partial_date(fact.detail) if fact.detail else ""
        told = " ".join(part for part in (fact.text, value, when) if part)
        return Fact(f"fact:{number}", names[fact.kind], (told,), label=True)

    def open_current(self) -> None:
        line = self.table.current_row()
        if self.pane.isVisible():
            self.pane.focus_first()
        elif line is not None:
            rows = [(fact.text, " ".join(fact.detail)) for fact in self._facts(line)]
            Outcome(self.title(), self._what(line), ("", self.tr("What is known")), rows, (), self.window()).show()

    def search_here(self) -> None:
        self.as_of.setFocus()
