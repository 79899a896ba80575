"""Hears when this computer goes to sleep or its screen is locked, so that the records are locked too. Linux, by D-Bus.

Source: freedesktop.org, org.freedesktop.login1 (PrepareForSleep) and the Idle Inhibition Service's ScreenSaver
(ActiveChanged), which GNOME offers under a name of its own. Elsewhere idle minutes, and the clock after waking, do it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

SLEEP = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
SCREENS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
)


class SystemLock(QObject):
    """Asks the system to tell; `wanted` when the records are to be locked."""

    wanted = Signal()

    def start(self) -> int:
        """Begin to listen; returns to how many signals, 0 where there is no bus."""
        if sys.platform != "linux":
            return 0
        from PySide6.QtDBus import QDBusConnection

        slot = SLOT("told(bool)")
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        heard: list[bool] = []
        for bus, signals in ((system, [SLEEP]), (session, SCREENS)):
            for signal in signals if bus.isConnected() else ():
                heard.append(bus.connect(*signal, self, slot))  # type: ignore[call-overload]  # a slot by its words
        return sum(heard)

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """The screen is locked or the computer about to sleep; the end of it changes nothing."""
        if begins:
            self.wanted.emit()
