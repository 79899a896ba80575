"""Referrals by column of the board, each one sentence for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.domain.referral_states import COLUMNS
from ui.pages.referrals_words import ReferralWords

Index = QModelIndex | QPersistentModelIndex
CARD = int(Qt.ItemDataRole.UserRole) + 5
_ROLE = Qt.ItemDataRole


class BoardModel(QAbstractTableModel):
    """Referrals by column; the order within a column is the order they came in."""

    def __init__(self, words: ReferralWords) -> None:
        super().__init__()
        self._words = words
        self._columns: tuple[tuple[ReferralRow, ...], ...] = tuple(() for _ in COLUMNS)

    def set_rows(self, rows: Sequence[ReferralRow]) -> None:
        """Replace every card."""
        self.beginResetModel()
        self._columns = tuple(tuple(row for row in rows if row.column == name) for name in COLUMNS)
        self.endResetModel()

    def card(self, index: Index) -> ReferralRow | None:
        """The referral at a place, if there is one."""
        if not index.isValid() or index.row() >= len(self._columns[index.column()]):
            return None
        return self._columns[index.column()][index.row()]

    def place_of(self, referral_id: int) -> QModelIndex:
        """Where a referral's card is."""
        for column, cards in enumerate(self._columns):
            for row, card in enumerate(cards):
                if card.id == referral_id:
                    return self.index(row, column)
        return QModelIndex()

    def cards(self, column: int) -> tuple[ReferralRow, ...]:
        """The cards of a column."""
        return self._columns[column]

    def stuck(self, column: int) -> int:
        """How many of a column are past their limit."""
        return sum(card.days_over > 0 for card in self._columns[column])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else max(len(cards) for cards in self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        there = self.card(index) is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if there else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.ToolTipRole, CARD):
            return None
        card = self.card(index)
        if role == CARD:
            return card
        if card is None:
            return self._empty(index) if role == _ROLE.AccessibleTextRole else None
        return self._words.service(card) if role == _ROLE.DisplayRole else self._words.sentence(card)

    def _empty(self, index: Index) -> str:
        words = QCoreApplication.translate("ReferralWords", "{column}, no referral")
        return words.format(column=self._words.column(COLUMNS[index.column()]))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        words = f"{self._words.column(COLUMNS[section])} {len(self._columns[section])}"
        stuck = self.stuck(section)
        told = QCoreApplication.translate("ReferralWords", "%n stuck", "", stuck)
        return f"{words}, {told}" if stuck else words
