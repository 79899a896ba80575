"""The next free starts, numbered: a digit, the arrows or the mouse choose one; beneath, what excluded the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import FindSlots, Slot, Slots
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.latest import Latest
from ui.messages import say, sentence
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.labels import Text

MOST_SLOTS, _FEW = 9, 4
_ALL_FIT_UP_TO = 13  # points; with larger text nine rows are higher than the screen


@dataclass(frozen=True, slots=True)
class NumberedSlot:
    """A free start with the digit that takes it."""

    number: int
    slot: Slot


class SlotList(QWidget):
    """Asks for free starts and lets a person choose one."""

    chosen = Signal(object)  # Slot, by digit or Enter
    loaded = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = Latest(context.jobs, self)
        self._wanted: Slot | None = None
        self._without: dt.datetime | None = None
        self.table = _SlotTable(context, self._columns(), self._sentence)
        self.table.setAccessibleName(self.tr("Free times"))
        self.why = Text("small", tone="text_2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addWidget(self.table)
        column.addWidget(self.why)
        column.addStretch(1)
        self.setFocusProxy(self.table)
        self.table.digit.connect(self.take)
        self.table.opened.connect(lambda row: self.chosen.emit(row.slot))
        self.fit()
        context.theme.theme_changed.connect(self.fit)

    def fit(self) -> None:
        """As high as nine rows, where that fits."""
        row = self.table.verticalHeader().defaultSectionSize()
        rows = MOST_SLOTS if self._context.theme.points <= _ALL_FIT_UP_TO else _FEW
        self.table.setFixedHeight(row * (rows + 1) + self._context.theme.px(8))

    def _columns(self) -> tuple[Column[NumberedSlot], ...]:
        shown = self._context.formatting
        return (
            Column("number", self.tr("Key"), lambda row: str(row.number), width=6, sortable=False),
            Column("day", self.tr("Day"), self._day, width=18, sortable=False),
            Column("time", self.tr("Time"), lambda row: shown.time(row.slot.starts_at), width=10, sortable=False),
            Column("with", self.tr("With"), lambda row: row.slot.clinician, stretch=True, sortable=False),
        )  # fmt: skip

    def _day(self, row: NumberedSlot) -> str:
        shown = self._context.formatting
        return shown.weekday_date(shown.local(row.slot.starts_at).date())

    def _sentence(self, row: NumberedSlot) -> str:
        return self.tr("{number}: {time}, {clinician}").format(
            number=row.number,
            time=self._context.formatting.date_time(row.slot.starts_at),
            clinician=row.slot.clinician,
        )

    def ask(self, wanted: FindSlots, keep: Slot | None = None, without: dt.datetime | None = None) -> None:
        """Ask for the next free starts; `keep` is chosen when it is among them; `without` is where a visit is now."""
        self._wanted, self._without = keep or self.slot, without
        self._asked.ask("queries.slots.free_slots", wanted, done=self.show_slots, failed=self._refused)

    def show_slots(self, found: Slots) -> None:
        """Show free starts."""
        slots = [slot for slot in found.slots if slot.starts_at != self._without][:MOST_SLOTS]
        self.table.set_rows([NumberedSlot(number, slot) for number, slot in enumerate(slots, 1)])
        place = next((at for at, slot in enumerate(slots) if self._same(slot)), 0)
        if slots:
            self.table.setCurrentIndex(self.table.rows_model.index(place, 0))
        reasons = [self._reason(*each) for each in found.excluded]
        if not slots:
            reasons.insert(0, self.tr("No free time found."))
        self.why.setText("\n".join(reasons))
        self.why.setVisible(bool(reasons))
        self.loaded.emit()

    def _reason(self, code: str, who: str, detail: object) -> str:
        shown = self._context.formatting
        if code.endswith("_language"):
            detail = shown.language(str(detail))
        return say(code, shown, clinician=who, detail=detail)

    def _same(self, slot: Slot) -> bool:
        wanted = self._wanted
        return wanted is not None and (wanted.starts_at, wanted.clinician_id) == (slot.starts_at, slot.clinician_id)

    def _refused(self, error: UserError) -> None:
        self.table.set_rows([])
        self.why.setText(sentence(error, self._context.formatting))
        self.why.show()

    @property
    def slot(self) -> Slot | None:
        """The free start that is chosen."""
        row = self.table.current_row()
        return row.slot if row is not None else None

    def slots(self) -> tuple[Slot, ...]:
        """The free starts as shown."""
        return tuple(row.slot for row in self.table.rows())

    def choose_current(self) -> None:
        """Choose the free start the keyboard is on."""
        if self.slot is not None:
            self.chosen.emit(self.slot)

    def take(self, number: int) -> None:
        """Choose by digit."""
        if self.table.go_to(number):
            self.choose_current()


def digit_of(event: QKeyEvent) -> int:
    """The digit 1 to 9 that was pressed, alone; 0 for anything else."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return int(event.text()) if plain and len(event.text()) == 1 and event.text() in "123456789" else 0


class _SlotTable(RowsTable[NumberedSlot]):
    digit = Signal(int)

    def __init__(self, context: AppContext, columns: tuple[Column[NumberedSlot], ...], sentence: object) -> None:
        super().__init__(context, "slots", columns, lambda row: row.number, sentence)  # type: ignore[arg-type]
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if number := digit_of(event):
            self.digit.emit(number)
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
