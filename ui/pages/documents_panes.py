"""The list and the reader beside each other; where letters are large or the window narrow, one of them at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import Theme

_ROOM_FOR_BOTH = 760  # pixels at the usual text size
_SHARES = (400, 600)


class ListOrReader(QSplitter):
    """`read` shows what is read, `choose` the list; with room for both, both stand there always."""

    alone_now = Signal(bool)  # whether there is room for one of them only

    def __init__(self, listed: QWidget, reader: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._listed, self._reader, self._reading = listed, reader, False
        for part, share in ((listed, 2), (reader, 3)):
            self.addWidget(part)
            self.setStretchFactor(self.count() - 1, share)
        self.setSizes(list(_SHARES))
        self.setChildrenCollapsible(False)

    @property
    def alone(self) -> bool:
        """Whether there is room for one of them only."""
        return self.width() < Theme.current().px(_ROOM_FOR_BOTH)

    def read(self) -> None:
        """Something is read."""
        self._reading = True
        self._use_room()

    def choose(self) -> None:
        """The next one is chosen."""
        self._reading = False
        self._use_room()

    def _use_room(self) -> None:
        self._listed.setVisible(not (self.alone and self._reading))
        self._reader.setVisible(not self.alone or self._reading)
        self.alone_now.emit(self.alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._use_room()
