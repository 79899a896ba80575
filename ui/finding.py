"""Whom somebody is looking for: what stands in the find field, which a registration starts from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Finding(QObject):
    """What was typed last to find a patient, here or there; nobody is registered who was not looked for.

    text: A name, birth date or phone; empty when nobody is being looked for.
    ended: Somebody was found, registered, or the search was given up.
    """

    ended = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text

    def look_for(self, typed: str) -> None:
        """Somebody types this to find a patient; one letter finds nobody."""
        text = typed.strip()
        self.text = text if len(text) > 1 else ""

    def found(self) -> None:
        """The search is over; the next one starts empty."""
        self.text = ""
        self.ended.emit()
