"""Copies of ours on the clipboard: emptied after 30 seconds and when the window is locked."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 30
_MARK = "application/x-icm-desktop"


def copy_text(text: str) -> None:
    """Put text on the clipboard, marked as ours and as not for clipboard managers."""
    data = QMimeData()
    data.setText(text)
    data.setData(_MARK, b"1")
    data.setData("x-kde-passwordManagerHint", b"secret")
    QGuiApplication.clipboard().setMimeData(data)
    QTimer.singleShot(SECONDS * 1000, QGuiApplication.clipboard(), clear_ours)


def clear_ours() -> None:
    """Empty the clipboard if what it holds came from this program."""
    clipboard = QGuiApplication.clipboard()
    data: QMimeData | None = clipboard.mimeData()  # None on platforms without a clipboard, whatever the stub says
    if data is not None and data.hasFormat(_MARK):
        clipboard.clear()
