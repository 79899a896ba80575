"""A short list of facts on a page: words that wrap, a chip, a small trend; read and opened by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.fact_paint import FACT, Fact, FactDelegate, Index


class FactsModel(QAbstractListModel):
    """Shows facts."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: tuple[Fact, ...] = ()

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Replace every fact."""
        self.beginResetModel()
        self._facts = tuple(facts)
        self.endResetModel()

    def facts(self) -> tuple[Fact, ...]:
        """The facts as shown."""
        return self._facts

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._facts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        fact = self._facts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return fact.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return fact.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return fact.tip or None
        return fact if role == FACT else None


class FactList(QListView):
    """Facts one under the other, as high as they need; Up and Down walk, Enter opens."""

    opened = Signal(object)  # Fact
    stood_on = Signal()  # the keyboard came here or went to another fact

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._facts = FactsModel()
        self._delegate = FactDelegate(self)
        self.setModel(self._facts)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.stood_on.emit())
        Theme.current().theme_changed.connect(self._fit)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Replace the facts; the keyboard stays on the same one."""
        key = self.current_key()
        self._facts.set_facts(facts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if facts else Qt.FocusPolicy.NoFocus)
        places = [fact.key for fact in facts]
        if places:
            self.setCurrentIndex(self._facts.index(places.index(key) if key in places else 0))
        self._fit()

    def facts(self) -> tuple[Fact, ...]:
        """The facts as shown."""
        return self._facts.facts()

    def current_key(self) -> str | None:
        """Key of the fact the keyboard is on."""
        index = self.currentIndex()
        return self._facts.facts()[index.row()].key if index.isValid() else None

    def _fit(self) -> None:
        width = self.viewport().width()
        height = sum(self._delegate.height(fact, width) for fact in self._facts.facts())
        if height != self.height():
            self.setFixedHeight(max(height, 1))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.stood_on.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._facts.facts()[index.row()])
