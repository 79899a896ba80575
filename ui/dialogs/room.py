"""How large a window over the main window may be: never larger than that one, however large the letters."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import Theme

_AROUND = 40


def resize_within(dialog: QDialog, parent: QWidget | None, width: int, height: int) -> None:
    """Make a dialog so large, in pixels at the usual text size, or as large as there is room."""
    wide, high = Theme.current().px(width), Theme.current().px(height)
    if parent is not None:
        room = parent.window().size()
        wide, high = min(wide, room.width() - _AROUND), min(high, room.height() - _AROUND)
    dialog.resize(wide, high)
