"""Several entries of a list, found by typing: tick boxes in a list that is filtered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from icm_desktop.domain.plain_text import folded
from ui.theme import Theme
from ui.widgets.buttons import Button

_CODE = int(Qt.ItemDataRole.UserRole)


class ChooseSeveral(QDialog):
    """`chosen` gives the codes that are ticked, in the order of the list."""

    chosen = Signal(object)

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], ticked: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search, self.list = QLineEdit(), QListWidget()
        self.search.setPlaceholderText(self.tr("Type to find"))
        self.search.setAccessibleName(self.tr("Type to find"))
        self.list.setAccessibleName(title)
        wanted = set(ticked)
        for code, words in choices:
            item = QListWidgetItem(words, self.list)
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in wanted else Qt.CheckState.Unchecked)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.list.setFocus)
        px = Theme.current().px
        keep, cancel = Button(self.tr("&Choose"), primary=True), Button(self.tr("Cancel"))
        keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(px(380), px(440))
        self.search.setFocus()

    def _filter(self, text: str) -> None:
        words = folded(text).split()
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(not all(word in folded(item.text()) for word in words))

    def _keep(self) -> None:
        items = (self.list.item(at) for at in range(self.list.count()))
        self.chosen.emit(tuple(item.data(_CODE) for item in items if item.checkState() is Qt.CheckState.Checked))
        self.accept()
