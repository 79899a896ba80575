"""Commands of somebody who reads a document: find, leaf, size, turn. Each is in the menu and in the palette."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject

from icm_desktop.permissions import Privilege
from ui.actions import Action, ActionRegistry
from ui.reader.reader import DocumentReader

_OF_PAGES = ("documents.turn_right", "documents.turn_left", "documents.fit")
_OF_ALL = ("documents.next_match", "documents.match_before", "documents.next_page", "documents.page_before",
           "documents.larger", "documents.smaller")  # fmt: skip


class ReadingCommands(QObject):
    """`reader` gives the reader once it is there: the commands are offered before the tab is built."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.reader: DocumentReader | None = None

    def offered(self, here: str) -> Iterable[Action]:
        """The commands; letters in brackets are keys that work while the keyboard is in the reader."""
        told = (
            ("next_match", self.tr("&Next match"), self._match, 1, "F3", "chevron-down"),
            ("match_before", self.tr("Match &before"), self._match, -1, "Shift+F3", "chevron-up"),
            ("next_page", self.tr("Next page"), self._page, 1, "Ctrl+PgDown", "arrow-down"),
            ("page_before", self.tr("Page before"), self._page, -1, "Ctrl+PgUp", "arrow-up"),
            ("larger", self.tr("Document larger (+)"), self._zoom, 1, None, "zoom-in"),
            ("smaller", self.tr("Document smaller (-)"), self._zoom, -1, None, "zoom-out"),
            ("fit", self.tr("Fit the width (0)"), self._zoom, 0, None, "move-horizontal"),
            ("turn_right", self.tr("Turn to the right (R)"), self._turn, 1, "Ctrl+Shift+Right", "rotate-cw"),
            ("turn_left", self.tr("Turn to the left (Shift+R)"), self._turn, -1, "Ctrl+Shift+Left", "rotate-ccw"),
        )
        for name, text, handler, step, keys, icon in told:
            yield Action(f"documents.{name}", text, partial(handler, step), keys, icon, "view", here,
                         Privilege.CLINICAL_READ)  # fmt: skip

    def enable(self, actions: ActionRegistry, reading: bool) -> None:
        """Enable what can be done with what is shown; nothing when nobody reads."""
        pages = reading and self.reader is not None and self.reader.has_pages
        for names, possible in ((_OF_ALL, reading), (_OF_PAGES, pages)):
            for name in names:
                actions.set_enabled(name, possible)

    def _match(self, step: int) -> None:
        if self.reader is not None:
            self.reader.next_match(step)

    def _page(self, step: int) -> None:
        if self.reader is not None:
            self.reader.step_page(step)

    def _zoom(self, step: int) -> None:
        if self.reader is not None:
            self.reader.zoom(step)

    def _turn(self, step: int) -> None:
        if self.reader is not None:
            self.reader.turn(step)
