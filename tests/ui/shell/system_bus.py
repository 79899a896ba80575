"""A process on a bus of its own: sends what the system would, and prints how often the program was told to lock."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from jeepney import DBusAddress, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QCoreApplication, QTimer

from ui.system_lock import SCREENS, SLEEP, SystemLock

SENT = ((SLEEP, True), (SLEEP, False), (SCREENS[0], True), (SCREENS[1], True), (SCREENS[1], False))


def main() -> None:
    """Own the names, send each signal once, and a last one that ends the wait."""
    app = QCoreApplication(sys.argv)
    told = SimpleNamespace(count=0)
    lock = SystemLock()
    connection = open_dbus_connection("SESSION")
    for name in (SLEEP[0], SCREENS[0][0], SCREENS[1][0]):
        connection.send_and_get_reply(message_bus.RequestName(name))

    def note() -> None:
        told.count += 1
        if told.count == sum(begins for _, begins in SENT):
            QTimer.singleShot(200, app.quit)  # whether one too many comes after it

    lock.wanted.connect(note)
    heard = lock.start()

    def send() -> None:
        for (_, path, interface, member), begins in SENT:
            connection.send(new_signal(DBusAddress(path, interface=interface), member, "b", (begins,)))

    QTimer.singleShot(100, send)
    QTimer.singleShot(20_000, app.quit)
    app.exec()
    sys.stdout.write(f"{heard} {told.count}\n")


if __name__ == "__main__":
    main()
