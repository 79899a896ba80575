"""Closes and deletes what a test left on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

_OWN = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Widget)


def close_all() -> None:
    """Reject every open dialog and hide every other window, none asks whether it may; then delete them all.

    Without a running event loop Qt deletes nothing by itself: each window would go on being styled, translated and
    asked for its size in every later test. Popups are left to the widgets they belong to: a combo box keeps
    a bare pointer to its list.
    """
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
        window.hide()
    for window in QApplication.topLevelWidgets():
        if window.parent() is None and window.windowType() in _OWN:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
