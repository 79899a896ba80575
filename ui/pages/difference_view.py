"""One fact as it stands here and as an outside source says it, side by side; field by field it can be chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.differences import DifferenceRow
from icm_desktop.contracts.records import FieldChange
from icm_desktop.domain.differences import MINE, SOME, THEIRS
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.exchange_words import ExchangeWords
from ui.pages.field_words import field_name
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.labels import Text

_LEAST = 112  # pixels of the table with usual text: its header and three rows


class DifferenceView(QWidget):
    """Empty until a fact is shown. Space turns the field the keyboard is on to theirs and back to ours.

    Fields that mean something only together turn together.
    """

    def __init__(self, context: AppContext, words: ExchangeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.shown: DifferenceRow | None = None
        self.title = Text("section", "", wrap=True)
        self.ours = Text("small", tone="text_2", wrap=True, selectable=True)
        self.theirs = Text("small", tone="text_2", wrap=True, selectable=True)
        self.table: RowsTable[FieldChange] = RowsTable(
            context, "difference", self._columns(), lambda field: field.name, self._sentence
        )
        self.table.setAccessibleName(self.tr("Ours and theirs side by side"))
        self.taken: set[str] = set()
        self.hint = Text(
            "small", self.tr("Space on a field takes theirs there, or ours again."), tone="text_2", wrap=True
        )
        key = QShortcut(Qt.Key.Key_Space, self.table, self.turn)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.table.opened.connect(lambda _field: self.turn())
        self.table.setMinimumHeight(context.theme.px(_LEAST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(6))
        for widget in (self.title, self.ours, self.theirs, self.hint):
            column.addWidget(widget)
        column.addWidget(self.table, 1)

    def _columns(self) -> tuple[Column[FieldChange], ...]:
        value = self._words.records.value
        return (
            Column("field", self.tr("Field"), lambda field: field_name(field.name), width=24, sortable=False),
            Column("ours", self.tr("Ours"), lambda field: value(field.name, field.old), width=40, sortable=False),
            Column("theirs", self.tr("Theirs"), self._theirs, width=40, sortable=False),
            Column("stands", self.tr("Chosen"), self._chosen, stretch=True, sortable=False, chip=self._chip),
        )  # fmt: skip

    def _theirs(self, field: FieldChange) -> str:
        if self.shown is not None and self.shown.gone:
            return self.tr("no longer there")
        return self._words.records.value(field.name, field.new)

    def _chosen(self, field: FieldChange) -> str:
        if self.shown is None or not self.can_choose():
            return ""
        return self.tr("Theirs") if field.name in self.taken else self.tr("Ours")

    def _chip(self, field: FieldChange) -> Chip | None:
        word = self._chosen(field)
        return Chip(Level.INFO if field.name in self.taken else Level.NEUTRAL, word) if word else None

    def can_choose(self) -> bool:
        """Whether a person can choose field by field."""
        row = self.shown
        return row is not None and row.decided_at is None and not row.gone and len(row.fields) > 1

    def turn(self) -> None:
        """Take theirs in the field the keyboard is on, or ours again."""
        field = self.table.current_row()
        if field is None or self.shown is None or not self.can_choose():
            return
        names = next((set(group) for group in self.shown.together if field.name in group), {field.name})
        self.taken = self.taken - names if field.name in self.taken else self.taken | names
        self.table.set_rows(self.shown.fields)

    def answer(self) -> tuple[str, tuple[str, ...]]:
        """What is chosen, as an answer with its fields."""
        if self.shown is None or not self.taken:
            return MINE, ()
        every = {field.name for field in self.shown.fields}
        return (THEIRS, ()) if self.taken >= every else (SOME, tuple(sorted(self.taken)))

    def _sentence(self, field: FieldChange) -> str:
        value = self._words.records.value
        words = self.tr("{field}: ours {ours}, theirs {theirs}")
        told = words.format(field=field_name(field.name), ours=value(field.name, field.old), theirs=self._theirs(field))
        return f"{told}, {self._chosen(field)}" if self._chosen(field) else told

    def show_row(self, row: DifferenceRow | None) -> None:
        """Show a fact; None empties it."""
        if row is None or self.shown is None or (row.id, row.version) != (self.shown.id, self.shown.version):
            self.taken = set(row.taken) if row is not None else set()
        self.shown, words = row, self._words
        self.hint.setVisible(self.can_choose())
        self.title.setText(words.fact(row) if row is not None else "")
        ours, theirs = self.tr("Ours: {who}"), self.tr("Theirs: {who}")
        self.ours.setText(ours.format(who=words.ours(row)) if row is not None else "")
        self.theirs.setText(theirs.format(who=words.received(row.theirs)) if row is not None else "")
        self.table.set_rows(row.fields if row is not None else ())
