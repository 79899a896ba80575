"""The list of documents with its search and filters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.documents import DocumentFilter, DocumentList, DocumentRow
from ui.context import AppContext
from ui.pages.documents_rows import DocumentColumns
from ui.reader.document_words import DocumentWords
from ui.tables.view import RowsTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout

PAGE = 200
_ORIGINS = frozenset({"ours", "outside"})


class DocumentListPane(QWidget):
    """Newest first; the query filters and pages."""

    asked = Signal()  # another filter
    opened = Signal(object)  # DocumentRow

    def __init__(self, context: AppContext, menu: tuple[str, ...]) -> None:
        super().__init__()
        self._words = DocumentWords(context)
        self.columns = DocumentColumns(context)
        self.search, self.kind = QLineEdit(), QComboBox()
        self.filters = FilterChips(
            [("unread", self.tr("New")), ("ours", self.tr("Ours")), ("outside", self.tr("From outside"))]
        )
        columns = self.columns
        self.table: RowsTable[DocumentRow] = RowsTable(
            context, "documents", columns.columns(), lambda row: row.id, columns.sentence, menu=menu,
            sorted_elsewhere=True,
        )  # fmt: skip
        self.nothing = EmptyState(self.tr("No document fits."), "", self.tr("Show all documents"))
        self.stack = QStackedWidget()
        self._lay_out(context)
        self._wire()

    def _lay_out(self, context: AppContext) -> None:
        theme = context.theme
        self.table.setAccessibleName(self.tr("Documents"))
        self.search.setPlaceholderText(self.tr("Search in titles and words"))
        self.search.setAccessibleName(self.tr("Search in titles and words"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(190))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.setMinimumHeight(theme.px(28))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        top = FlowLayout(gap=theme.px(8))
        for widget in (self.search, self.kind, self.filters):
            top.addWidget(widget)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(top)
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.clicked.connect(lambda index: self.opened.emit(self.table.rows_model.row(index)))
        self.search.textChanged.connect(lambda _text: self.asked.emit())
        self.search.returnPressed.connect(self.table.setFocus)
        self.kind.activated.connect(lambda _at: self.asked.emit())
        self.filters.changed.connect(self._filters_changed)
        self.nothing.chosen.connect(lambda _at: self.show_all())

    def clear(self) -> None:
        """Take away everything of the patient before."""
        self.table.set_rows([])
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.kind.clear()
        self.filters.set_on([])

    def filter(self, patient_id: int, offset: int = 0) -> DocumentFilter:
        """What the list shows now, or its page from `offset` on."""
        on, kind = self.filters.on(), self.kind.currentData()
        return DocumentFilter(
            patient_id,
            kinds=(kind,) if isinstance(kind, str) else (),
            unread="unread" in on,
            origin=next(iter(on & _ORIGINS), ""),
            search=self.search.text().strip(),
            limit=PAGE,
            offset=offset,
        )

    def show_list(self, found: DocumentList) -> None:
        """Show the first page of what was found."""
        self._name_kinds(found)
        self.stack.setCurrentWidget(self.table if found.rows else self.nothing)
        self.table.set_rows(found.rows, found.total)
        self.filters.set_words("unread", self.tr("New ({count})").format(count=found.unread))

    def _name_kinds(self, found: DocumentList) -> None:
        chosen = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(self.tr("All kinds ({count})").format(count=found.all), None)
        for words, kind, count in sorted((self._words.kind(kind), kind, count) for kind, count in found.kinds):
            self.kind.addItem(f"{words} ({count})", kind)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0) if isinstance(chosen, str) else 0)

    def _filters_changed(self, on: frozenset[str]) -> None:
        if on >= _ORIGINS:  # both is the same as neither
            self.filters.set_on(on - _ORIGINS)
        self.asked.emit()

    def show_all(self) -> None:
        """Take every filter off."""
        self.filters.set_on([])
        self.kind.setCurrentIndex(0)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.asked.emit()
