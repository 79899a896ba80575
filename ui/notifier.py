"""Tells every open page what a committed use case touched."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from icm_desktop.changes import Changes


class Notifier(QObject):
    """`changed` carries one `Changes`; `ui/jobs.py` tells it after every use case that returned one."""

    changed = Signal(object)

    def tell(self, changes: Changes) -> None:
        """Pass on what was touched, if anything was."""
        if changes.kinds:
            self.changed.emit(changes)
