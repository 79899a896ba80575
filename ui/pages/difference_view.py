"""One fact as it stands here and as an outside source says it, side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.differences import DifferenceRow
from icm_desktop.contracts.records import FieldChange
from ui.context import AppContext
from ui.pages.exchange_words import ExchangeWords
from ui.pages.field_words import field_name
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.labels import Text


class DifferenceView(QWidget):
    """Empty until a fact is shown."""

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(6))
        for widget in (self.title, self.ours, self.theirs):
            column.addWidget(widget)
        column.addWidget(self.table, 1)

    def _columns(self) -> tuple[Column[FieldChange], ...]:
        value = self._words.records.value
        return (
            Column("field", self.tr("Field"), lambda field: field_name(field.name), width=24, sortable=False),
            Column("ours", self.tr("Ours"), lambda field: value(field.name, field.old), width=40, sortable=False),
            Column("theirs", self.tr("Theirs"), lambda field: value(field.name, field.new), stretch=True,
                   sortable=False),
        )  # fmt: skip

    def _sentence(self, field: FieldChange) -> str:
        value = self._words.records.value
        words = self.tr("{field}: ours {ours}, theirs {theirs}")
        return words.format(
            field=field_name(field.name), ours=value(field.name, field.old), theirs=value(field.name, field.new)
        )

    def show_row(self, row: DifferenceRow | None) -> None:
        """Show a fact; None empties it."""
        self.shown, words = row, self._words
        self.title.setText(words.fact(row) if row is not None else "")
        ours, theirs = self.tr("Ours: {who}"), self.tr("Theirs: {who}")
        self.ours.setText(ours.format(who=words.ours(row)) if row is not None else "")
        self.theirs.setText(theirs.format(who=words.received(row.theirs)) if row is not None else "")
        self.table.set_rows(row.fields if row is not None else ())
