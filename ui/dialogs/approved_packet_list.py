"""The packets of a referral the front desk may send, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.referral_packets import ApprovedPacketRow
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.referrals_words import ReferralWords
from ui.tables.base import Chip
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text


class ApprovedPackets(QWidget):
    """Enter shows the exact pages; where an approval may be taken back, Delete or the button does."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, context: AppContext, *, may_take_back: bool = True) -> None:
        super().__init__()
        self._context, self._words = context, ReferralWords(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        title = self.tr("The front desk may send")
        column.addWidget(Text("body", title, strong=True))
        self.list = FactList(title)
        column.addWidget(self.list)
        self.take_back = Button(self.tr("Ta&ke the approval back"), "undo-2")
        self.take_back.setVisible(may_take_back)
        column.addWidget(self.take_back)
        self.list.opened.connect(lambda fact: self.opened.emit(int(fact.key)))
        self.take_back.clicked.connect(lambda _on=False: self._remove())
        if may_take_back:
            QShortcut(QKeySequence("Delete"), self.list, self._remove)
        self.hide()

    def show_rows(self, rows: Sequence[ApprovedPacketRow]) -> None:
        """Show these, the newest first; nothing at all where there is none."""
        self.list.set_facts([self._fact(row) for row in rows])
        self.setVisible(bool(rows))

    def current(self) -> int | None:
        """The packet the keyboard is on, else the newest."""
        key = self.list.current_key() or next((fact.key for fact in self.list.facts()), "")
        return int(key) if key else None

    def _fact(self, row: ApprovedPacketRow) -> Fact:
        shown = self._context.formatting
        first = self.tr("Version {number}, approved by {name}").format(number=row.version, name=row.by)
        what = " · ".join(part for part in (
            shown.date_time(row.at), row.to or "", self._words.channel(row.how), self.tr("%n page(s)", "", row.pages),
            self.tr("%n document(s)", "", row.documents) if row.documents else "",
        ) if part)  # fmt: skip
        lines = (what, self.tr("Holds sensitive matters.") if row.sensitive else "", row.note or "")
        chip = None if row.fits else Chip(Level.HIGH, self.tr("goes to somebody else now"))
        return Fact(str(row.id), first, tuple(line for line in lines if line), chip)

    def _remove(self) -> None:
        if (packet_id := self.current()) is not None:
            self.removed.emit(packet_id)
