"""How big a window may become: never bigger than the one it opens over."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_EDGE = 16
_MOST = 0.95  # of the height, so that the title of the window beneath stays in view


def room_for(dialog: QWidget) -> QSize:
    """The most a dialog may take of the window it opens over, or of the screen."""
    parent: QWidget | None = dialog.parentWidget()
    above = parent.window().size() if parent is not None else dialog.screen().availableSize()
    return QSize(above.width() - _EDGE, int(above.height() * _MOST))
