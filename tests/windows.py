"""Closes what a test left on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog


def close_all() -> None:
    """Reject every open dialog and hide every other window; none asks whether it may."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
        window.hide()
