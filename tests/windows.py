"""Closes and deletes what a test left on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog


def close_all() -> None:
    """Reject every open dialog and hide every other window, none asks whether it may; then delete them all.

    Without a running event loop Qt deletes nothing by itself: each window would go on being styled, translated and
    asked for its size in every later test.
    """
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
        window.hide()
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
