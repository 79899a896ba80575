"""Medicines: one list across prescribers and organisations, held and past ones, allergies, and reconciling lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.medicines import AllergyEntry, MedicineEntry, Medicines
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.medicines import HELD, TAKEN
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.list_sheet import show_list
from ui.pages.chart_kinds_tab import KindsTab
from ui.pages.medicine_acts import MedicineActs
from ui.pages.medicine_words import Line, MedicineWords, line_key
from ui.tables.base import Chip, Column
from ui.widgets.action_button import ActionButton
from ui.widgets.fact_paint import Fact
from ui.widgets.shape_label import ShapeLabel

_CURRENT, _HELD, _PAST, _ALLERGIES = "current", "held", "past", "allergies"
ADD, STOP, HOLD, AGAIN, NEVER, ALLERGY, PRINT, RECONCILE, SIGNED, NONE, UNASKED = (
    "medicines.add", "medicines.stop", "medicines.hold", "medicines.again", "medicines.never", "medicines.allergy",
    "medicines.print", "medicines.reconcile", "medicines.signed", "medicines.no_allergies", "medicines.not_asked",
)  # fmt: skip
_ACTS = (ADD, RECONCILE, HOLD, STOP, AGAIN, NEVER, ALLERGY, NONE, UNASKED, SIGNED, PRINT)
_BUTTONS = (RECONCILE, ADD, HOLD, STOP, AGAIN, ALLERGY, NONE, SIGNED)


class MedicinesTab(KindsTab):
    """What is taken now, what is held, what is over or never was, and the allergies."""

    name = "medicines"
    number = 12
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"medication_entry", "allergy_intolerance", "import", "patient", "reconciliation", "question"})
    query = "queries.medicines.of_patient"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: Medicines | None = None
        self.words = MedicineWords(context)
        self.acting = MedicineActs(context, self)

    def title(self) -> str:
        return self.tr("Medicines")

    def hint(self) -> str:
        return self.tr("Choose a line to read all of it, and where it comes from.")

    def nothing(self) -> tuple[str, str]:
        if self._kind() == _ALLERGIES:
            return self.tr("No allergy is recorded."), self.tr("Nobody asked is not the same as none: ask and write.")
        if self._kind() == _CURRENT:
            return self.tr("No medicine is on the list."), self.tr("Add a medicine, or import what others prescribe.")
        return self.tr("Nothing here."), self.tr("Choose Current to see what is taken now.")

    # putting together

    def build(self) -> None:
        self.choose_among(self._kind_words())
        self.checked = ShapeLabel()
        self.buttons = {one: ActionButton(self.context, one) for one in self._buttons() if one in self.context.actions}
        super().build()
        self.enable_actions(on_tab=False)

    def _buttons(self) -> tuple[str, ...]:
        return _BUTTONS

    def _kind_words(self) -> dict[str, str]:
        return {
            _CURRENT: self.tr("Current"),
            _HELD: self.tr("On hold"),
            _PAST: self.tr("Not taken now"),
            _ALLERGIES: self.tr("Allergies"),
        }

    def sections(self) -> QWidget | None:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.px(4))
        for widget in (self.checked, self.kinds):
            column.addWidget(widget)
        return above

    def filters(self) -> Iterable[QWidget]:
        return tuple(self.buttons.values())

    def menu(self) -> Sequence[str]:
        return (*_ACTS, *self.acts.ids)

    def filter_words(self) -> str:
        return "" if self._kind() == _CURRENT else self.kinds.words_on()

    def clear(self) -> None:
        self.found = None
        super().clear()
        self.kinds.set_on([_CURRENT])

    # what is asked and shown

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask(self.query, self.patient_id, done=self._found)

    def _found(self, found: Medicines) -> None:
        if found.head.id != self.patient_id:
            return
        self.found, self.head, self.pane.head = found, found.head, found.head
        level, told = self.words.checked(found)
        self.checked.say(level.value, told)
        for kind, words in self._kind_words().items():
            count = len(self._rows(kind))
            self.kinds.set_words(kind, f"{words} ({count})" if count else words)
        self.show_lines()

    def show_lines(self) -> None:
        if self.found is None:
            return
        self._name_columns()
        rows = self._rows(self._kind())
        self._show(Page(rows, len(rows)))

    def _kind(self) -> str:
        return next(iter(self.kinds.on()), _CURRENT)

    def _rows(self, kind: str) -> tuple[Line, ...]:
        found = self.found
        if found is None:
            return ()
        if kind == _ALLERGIES:
            return found.allergies
        states = {_CURRENT: (TAKEN, HELD), _HELD: (HELD,)}.get(kind)
        return tuple(
            one for one in found.entries if (one.state in states if states else one.state not in (TAKEN, HELD))
        )

    def _name_columns(self) -> None:
        """An allergy has a reaction and a certainty where a medicine has directions and a reason."""
        self.table.rows_model.columns = tuple(self.columns())
        last = self.table.rows_model.columnCount() - 1
        self.table.rows_model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    # rows

    def columns(self) -> Sequence[Column[Line]]:
        words, allergy = self.words, self.built and self._kind() == _ALLERGIES
        return (
            Column("status", self.tr("Status"), lambda line: words.chip(line).word, width=18, chip=self._chip),
            Column("name", self.tr("Allergy to") if allergy else self.tr("Medicine"), words.name, width=24,
                   stretch=True, tip=self._tip),
            Column("how", self.tr("Reaction") if allergy else self.tr("How it is taken"), words.how, width=21,
                   tip=words.how),
            Column("who", self.tr("Said by") if allergy else self.tr("Prescriber"), words.who, width=15, tip=words.who),
            Column("why", self.tr("Certainty") if allergy else self.tr("What for"), words.why, width=15, tip=words.why),
            Column("since", self.tr("Since"), words.since, self._since, width=12, copy=self._since),
            Column("source", self.tr("Source"), words.source, width=22, hidden=True),
        )  # fmt: skip

    def _chip(self, line: Line) -> Chip:
        return self.words.chip(line)

    def _tip(self, line: Line) -> str:
        return f"{line.written}\n{self.words.ingredients(line)}" if isinstance(line, MedicineEntry) else line.text

    @staticmethod
    def _since(line: Line) -> str:
        return (line.onset if isinstance(line, AllergyEntry) else line.starts) or ""

    def row_key(self, row: Line) -> str:
        return line_key(row)

    def row_ref(self, row: Line) -> FactRef | None:
        return FactRef("medication_entry" if isinstance(row, MedicineEntry) else "allergy_intolerance", row.id)

    def row_sentence(self, row: Line) -> str:
        return self.words.sentence(row)

    def above_detail(self, row: Line) -> tuple[Fact, ...]:
        return self.words.facts(row)

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        yield from super().actions_offered(here)
        read, write = Privilege.CLINICAL_READ, Privilege.CLINICAL_WRITE
        said = (
            (ADD, self.tr("&Add a medicine…"), self.acting.add, "Ctrl+Shift+A", "plus", write),
            (RECONCILE, self.tr("Re&concile lists…"), self.acting.reconcile, "Ctrl+Return", "split", write),
            (SIGNED, self.tr("S&igned reconciliations…"), self.acting.reconciliations, None, "history", read),
            (HOLD, self.tr("Put on &hold…"), self.acting.hold, None, "clock", write),
            (STOP, self.tr("&Stop…"), self.acting.stop, "Ctrl+Shift+X", "circle-x", write),
            (AGAIN, self.tr("Take a&gain"), self.acting.again, "Ctrl+Shift+U", "undo-2", write),
            (NEVER, self.tr("&Never taken…"), self.acting.never, None, "circle-x", write),
            (ALLERGY, self.tr("Add an a&llergy…"), self.acting.add_allergy, None, "plus", write),
            (NONE, self.tr("No &known allergies"), self.acting.no_allergies, None, "check", write),
            (UNASKED, self.tr("No known allergies: ta&ke back"), self.acting.not_asked, None, "undo-2", write),
            (PRINT, self.tr("&Print this list…"), self.print_list, None, "printer", read),
        )
        for action_id, words, do, key, icon, privilege in said:
            yield Action(action_id, words, do, key, icon, "work", here, privilege, (self.tr("medicines"),))

    def primary_action(self) -> str | None:
        return ADD if ADD in self.context.actions else None

    def enable_actions(self, on_tab: bool) -> None:
        super().enable_actions(on_tab)
        row = self.current()
        offered = self._offered(row) if on_tab and self.found is not None else frozenset({RECONCILE} if on_tab else ())
        for action_id in _ACTS:
            self.context.actions.set_enabled(action_id, action_id in offered)
        for action_id, button in self.buttons.items() if self.built else ():
            button.setVisible(action_id in offered)

    def _offered(self, row: Line | None) -> frozenset[str]:
        found = {ADD, ALLERGY, PRINT, RECONCILE}
        if self.found is not None and self.found.last_reconciled is not None:
            found.add(SIGNED)
        if self.found is not None and self.found.allergies_are != "some":
            found.add(NONE if self.found.none_known_on is None else UNASKED)
        if isinstance(row, MedicineEntry):
            found |= {TAKEN: {HOLD, STOP, NEVER}, HELD: {AGAIN, STOP, NEVER}}.get(row.state, {AGAIN})
        return frozenset(found)

    def current(self) -> Line | None:
        """The line the keyboard is on."""
        return self.table.current_row() if self.built and self.found is not None else None

    def edit(self) -> bool:
        """F2: change what the line says."""
        return self.acting.change()

    def print_list(self) -> None:
        """The list as it is on the screen, with who it is about."""
        if self.found is None:
            return
        shown = self.context.formatting
        about = (
            " · ".join(shown.name_and_about(self.found.head)),
            self.words.allergies(self.found)[1],
            self.words.checked(self.found)[1],
        )
        title = f"{self.title()} · {self._kind_words()[self._kind()]}"
        show_list(self.context, self, self.table, title, about)
