"""Conflicts: what the rules find in medicines, illnesses, values, allergies and goals, and what people did about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.conflicts import ConflictRow, PatientConflicts
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.conflicts.checking import NotChecked
from icm_desktop.domain.conflicts.states import ASKED, DECIDED, GONE, OPEN
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.conflict_acts import ConflictActs
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.outcome import Outcome
from ui.feedback import Level
from ui.messages import say
from ui.pages.chart_kinds_tab import KindsTab, with_note
from ui.pages.conflict_words import SHAPES, ConflictWords
from ui.tables.base import Chip, Column
from ui.widgets.action_button import ActionButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel

_OPEN, _DECIDED, _GONE = "open", "decided", "gone"


@dataclass(frozen=True, slots=True)
class Line:
    """A conflict, or something no rule could look at."""

    key: str
    item: ConflictRow | NotChecked


class ConflictsTab(KindsTab):
    """One list, worst first; the program proposes and names its source, a clinician decides."""

    name = "conflicts"
    number = 15
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"*"})
    query = "queries.conflicts.of_patient"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: PatientConflicts | None = None
        self._words = ConflictWords(context)
        self._wanted_key: str | None = None
        self.acting = ConflictActs(context, self, self.name, self._conflict)

    def title(self) -> str:
        return self.tr("Conflicts")

    def hint(self) -> str:
        return self.tr("Choose a line to see its facts and where it is written.")

    def nothing(self) -> tuple[str, str]:
        words = self.tr("The rules know the common dangers; they are not a complete interaction database.")
        if self.found is not None and (self.found.rows or self.found.not_checked):
            return self.tr("Nothing fits this filter."), words
        return self.tr("No rule found a conflict."), words

    def build(self) -> None:
        self.choose_among({_OPEN: self.tr("Open"), _DECIDED: self.tr("Decided"), _GONE: self.tr("Gone")})
        self.as_of = DateEdit(self.context, lean=Lean.PAST)
        self.as_of.edit.setPlaceholderText(self.tr("today"))
        self.as_of.day_changed.connect(lambda _day: self.refresh())
        self.checked = ShapeLabel()
        may = [one for one in self.acting.main_ids if one in self.context.actions]
        self.buttons = {one: ActionButton(self.context, one) for one in may}
        super().build()
        self.enable_actions(on_tab=False)

    def menu(self) -> Sequence[str]:
        return self.acting.ids

    def filters(self) -> Iterable[QWidget]:
        return (FormField(self.tr("As &of"), self.as_of), *self.buttons.values())

    def sections(self) -> QWidget | None:
        return with_note(self.checked, self.kinds)

    def filter_words(self) -> str:
        return "" if _OPEN in self.kinds.on() else self.kinds.words_on()

    def clear(self) -> None:
        self.found = None
        super().clear()
        self.kinds.set_on([_OPEN])
        self.as_of.set_day(None)

    def stand_on(self, item: str) -> None:
        """Put the keyboard on a conflict ("conflict:12:C11:subject"), now or when it is there."""
        self._wanted_key = item
        self._go_to()

    def _go_to(self) -> None:
        wanted = self._wanted_key
        if wanted is not None and self.built and self.table.go_to(wanted):
            self._wanted_key = None

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask(self.query, self.patient_id, self.as_of.day, done=self._found)

    def _found(self, found: PatientConflicts) -> None:
        if found.head.id != self.patient_id:
            return
        self.found, self.head, self.pane.head = found, found.head, found.head
        whole = found.checked == found.medicines and not found.not_checked
        told = self._words.honesty(found.checked, found.medicines, found.version, found.not_checked)
        self.checked.say(Level.INFO.value if whole else Level.CAUTION.value, told)
        self.checked.show()
        self.show_lines()

    def show_lines(self) -> None:
        if self.found is None:
            return
        chosen = next(iter(self.kinds.on()), _OPEN)
        states = {_OPEN: (OPEN, ASKED), _DECIDED: tuple(DECIDED), _GONE: (GONE,)}[chosen]
        lines = [Line(row_key(one), one) for one in self.found.rows if one.state in states]
        if chosen == _OPEN:
            lines += [Line(f"unchecked:{n}", one) for n, one in enumerate(self.found.not_checked)]
        self._show(Page(tuple(lines), len(lines)))
        self._go_to()

    def _another_day(self) -> bool:
        return self.found is not None and self.found.day != self.context.formatting.today()

    # rows

    def columns(self) -> Sequence[Column[Line]]:
        return (
            Column("severity", self.tr("Severity"), lambda line: self._chip(line).word, self._rank, width=18,
                   chip=self._chip),
            Column("state", self.tr("State"), self._state_word, width=14, chip=self._state),
            Column("what", self.tr("What"), self._what, width=28, stretch=True, tip=self._what),
            Column("by", self.tr("By what"), self._by, width=26, tip=self._by),
            Column("owner", self.tr("Who"), self._owner, width=14),
            Column("to_do", self.tr("To do"), self._to_do, width=28, hidden=True, tip=self._to_do),
            Column("due", self.tr("Due"), self._due, width=12, hidden=True),
            Column("rule", self.tr("Rule"), self._rule, width=8, hidden=True),
        )  # fmt: skip

    def _chip(self, line: Line) -> Chip:
        if isinstance(line.item, NotChecked):
            return Chip(Level.NEUTRAL, self.tr("NOT CHECKED"))
        return self._words.severity(line.item.severity)

    def _state(self, line: Line) -> Chip | None:
        return self._words.state(line.item) if isinstance(line.item, ConflictRow) else None

    def _state_word(self, line: Line) -> str:
        chip = self._state(line)
        return chip.word if chip is not None else ""

    def _rank(self, line: Line) -> int:
        return list(SHAPES).index(line.item.severity) if isinstance(line.item, ConflictRow) else len(SHAPES)

    def _what(self, line: Line) -> str:
        return self._words.pick(line.item.told.title) if isinstance(line.item, ConflictRow) else line.item.text

    def _by(self, line: Line) -> str:
        return self._words.by(line.item.facts) if isinstance(line.item, ConflictRow) else ""

    def _owner(self, line: Line) -> str:
        return self._words.owner(line.item) if isinstance(line.item, ConflictRow) else ""

    def _to_do(self, line: Line) -> str:
        item = line.item
        return self._words.pick(item.told.action) if isinstance(item, ConflictRow) else say(f"conflicts.{item.why}")

    def _rule(self, line: Line) -> str:
        return line.item.told.id if isinstance(line.item, ConflictRow) else ""

    def _due(self, line: Line) -> str:
        return self.context.formatting.date(line.item.due) if isinstance(line.item, ConflictRow) else ""

    def row_key(self, row: Line) -> str:
        return row.key

    def row_ref(self, row: Line) -> FactRef | None:
        return None

    def row_sentence(self, row: Line) -> str:
        parts = (self._chip(row).word, self._state_word(row), self._what(row), self._by(row), self._to_do(row))
        return ", ".join(part for part in parts if part)

    # the detail

    def show_row(self, row: Line) -> None:
        self.pane.show_note(self._what(row), self._facts(row))

    def _facts(self, row: Line) -> tuple[Fact, ...]:
        item = row.item
        if isinstance(item, NotChecked):
            return (Fact("to_do", self._to_do(row), strong=True, chip=self._chip(row)),)
        return self._words.detail(item)

    # commands

    def _conflict(self) -> ConflictRow | None:
        line = self.table.current_row() if self.built else None
        return line.item if line is not None and isinstance(line.item, ConflictRow) else None

    def actions_offered(self, here: str) -> Iterable[Action]:
        return self.acting.actions(here)

    def enable_actions(self, on_tab: bool) -> None:
        offered = self.acting.enable(on_tab and self.found is not None and not self._another_day())
        for action_id, button in self.buttons.items() if self.built else ():
            button.setVisible(action_id in offered)

    def open_current(self) -> None:
        line = self.table.current_row()
        if self.pane.isVisible():
            self.pane.focus_first()
        elif line is not None:
            rows = [(fact.text, " ".join(fact.detail)) for fact in self._facts(line)]
            Outcome(self.title(), self._what(line), ("", self.tr("What is known")), rows, (), self.window()).show()

    def search_here(self) -> None:
        self.as_of.setFocus()


def row_key(row: ConflictRow) -> str:
    """The key of a conflict in lists; Today and the board name it so."""
    return f"conflict:{row.key.patient_id}:{row.key.rule}:{row.key.subject}:{row.key.fingerprint}"
