"""Two records side by side: every fact in both, marked where they differ, and what speaks for and against."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.duplicates import Compared, Side
from ui.context import AppContext
from ui.duplicate_words import DuplicateWords
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.labels import Text

_LEAST = 112  # pixels of the table with usual text: its header and three rows


class CompareView(QWidget):
    """Empty until a pair is shown."""

    def __init__(self, context: AppContext, words: DuplicateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.shown: Compared | None = None
        self.speaks_for = Text("body", wrap=True)
        self.against = Text("body", tone="caution", wrap=True)
        self.counts = Text("small", tone="text_2", wrap=True)
        self.table: RowsTable[Side] = RowsTable(
            context, "duplicates_compare", self._columns(), lambda side: side.field, self._sentence
        )
        self.table.setAccessibleName(self.tr("Both records side by side"))
        self.table.setMinimumHeight(context.theme.px(_LEAST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(6))
        for widget in (self.speaks_for, self.against):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.counts)

    def _columns(self) -> tuple[Column[Side], ...]:
        words = self._words
        return (
            Column("field", self.tr("Fact"), lambda side: words.records.field(side.field), width=22, sortable=False),
            Column("one", self.tr("Patient"), lambda side: words.side(side.field, side.one), width=38, sortable=False,
                   stretch=True),
            Column("other", self.tr("Looks like"), lambda side: words.side(side.field, side.other), width=38,
                   sortable=False),
            Column("mark", self.tr("Compared"), lambda _side: "", width=16, sortable=False, chip=words.mark),
        )  # fmt: skip

    def _sentence(self, side: Side) -> str:
        words, mark = self._words, self._words.mark(side)
        parts = (
            words.records.field(side.field),
            words.side(side.field, side.one),
            words.side(side.field, side.other),
            mark.word if mark else "",
        )
        return ", ".join(part for part in parts if part)

    def show_pair(self, found: Compared) -> None:
        """Show two records."""
        self.shown, words = found, self._words
        row = found.row
        certainty = words.match.certainty(row.certainty).word
        speaks = words.match.for_it(row.reasons) or self.tr("nothing by now")
        self.speaks_for.setText(self.tr("{certainty}. For it: {reasons}.").format(certainty=certainty, reasons=speaks))
        against = words.match.against(row.reasons)
        self.against.setText(self.tr("Against it: {reasons}.").format(reasons=against) if against else "")
        self.against.setVisible(bool(against))
        both = [
            self.tr("{kind} {one} and {other}").format(kind=words.records.kind(kind), one=one, other=other)
            for kind, one, other in found.counts
        ]
        self.counts.setText(self.tr("On file: {counts}").format(counts=", ".join(both)) if both else "")
        self.counts.setVisible(bool(both))
        self.table.set_rows(found.fields)
