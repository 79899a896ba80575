"""The board: a column per step, a card per referral; arrows walk the cards, Enter opens the chart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.domain.referral_states import COLUMNS
from ui.context import AppContext
from ui.pages.referrals_board_model import BoardModel
from ui.pages.referrals_cards import BoardHeader, CardDelegate, card_height
from ui.pages.referrals_words import ReferralWords
from ui.tables.row_menu import open_row_menu

_NARROWEST = 150


class Board(QTableView):
    """Shows referrals as cards."""

    opened = Signal(object)  # ReferralRow
    row_changed = Signal(object)  # ReferralRow or None

    def __init__(
        self, context: AppContext, words: ReferralWords, menu: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._menu = context, tuple(menu)
        self.board_model = BoardModel(words)
        self.setModel(self.board_model)
        self.setItemDelegate(CardDelegate(context, words, self))
        self.setHorizontalHeader(BoardHeader(words, self))
        self._dress()
        self.selectionModel().currentChanged.connect(lambda *_: self.row_changed.emit(self.current_row()))
        self.doubleClicked.connect(lambda _index: self._open())
        self.customContextMenuRequested.connect(self._open_menu)
        context.theme.theme_changed.connect(self._size)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)
        self._size()

    def _size(self) -> None:
        theme = self._context.theme
        self.verticalHeader().setDefaultSectionSize(card_height(theme))
        self.horizontalHeader().setMinimumHeight(theme.px(34))
        wide = max(self.viewport().width() // len(COLUMNS), theme.px(_NARROWEST))
        self.horizontalHeader().setDefaultSectionSize(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def set_rows(self, rows: Sequence[ReferralRow]) -> None:
        """Replace the cards; the keyboard stays on its card, also in another column, or takes the one in its place."""
        before, at = self.current_row(), self.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), 0)
        self.board_model.set_rows(rows)
        if before is None or not self.go_to(before.id):
            self._nearest(row, column)
        self.row_changed.emit(self.current_row())

    def _nearest(self, row: int, column: int) -> None:
        order = [column, *(other for other in range(len(COLUMNS)) if other != column)]
        for each in order:
            cards = self.board_model.cards(each)
            if cards:
                self.setCurrentIndex(self.board_model.index(min(row, len(cards) - 1), each))
                return

    def go_to(self, referral_id: int) -> bool:
        """Put the keyboard on a card; False when it is not on the board."""
        index = self.board_model.place_of(referral_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def current_row(self) -> ReferralRow | None:
        """The referral the keyboard is on."""
        return self.board_model.card(self.currentIndex())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Sideways goes to the next column that has cards, at the same height or its last card."""
        steps = {QAbstractItemView.CursorAction.MoveLeft: -1, QAbstractItemView.CursorAction.MoveRight: 1}
        at, step = self.currentIndex(), steps.get(action)
        if step is None or not at.isValid():
            return super().moveCursor(action, modifiers)
        column = at.column() + step
        while 0 <= column < len(COLUMNS):
            cards = self.board_model.cards(column)
            if cards:
                return self.board_model.index(min(at.row(), len(cards) - 1), column)
            column += step
        return at

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._open_menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if (row := self.current_row()) is not None:
            self.opened.emit(row)

    def _open_menu(self, at: QPoint) -> None:
        open_row_menu(self, self._context.actions, self._menu, at)
