"""What pages tell the person: done with Undo, a message with a level, the count in the status bar."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from icm_desktop.changes import Changes
from icm_desktop.errors import UserError


class Level(StrEnum):
    """How much something matters; each has a shape, a word and a colour of its own."""

    CRITICAL = "critical"
    HIGH = "high"
    CAUTION = "caution"
    GOOD = "good"
    INFO = "info"
    NEUTRAL = "neutral"


class Feedback(QObject):
    """The window shows what is sent here; tests listen to the signals."""

    acted = Signal(str, str, object)  # what happened, its name for Edit > Undo, Changes
    said = Signal(str, str)  # level, sentence
    offered = Signal(str, str, str)  # level, sentence, id of the command that helps
    refused = Signal(object)  # UserError
    counted = Signal(str)

    def done(self, text: str, name: str, changes: Changes) -> None:
        """Show a toast with Undo and put the act on the undo history.

        Args:
            text: What happened, translated: "Marked done".
            name: The act as Edit > Undo names it, translated: "mark done, LOPEZ".
            changes: What the use case returned; without an action id there is no Undo.
        """
        self.acted.emit(text, name, changes)

    def say(self, text: str, level: Level = Level.INFO) -> None:
        """Show a sentence in the message bar under the top strip."""
        self.said.emit(level.value, text)

    def offer(self, text: str, command: str, level: Level = Level.INFO) -> None:
        """Show a sentence with a button for the command of this id; a role that may not use it gets no button."""
        self.offered.emit(level.value, text, command)

    def refuse(self, error: UserError) -> None:
        """Show the sentence of an error that no field was waiting for."""
        self.refused.emit(error)

    def count(self, text: str) -> None:
        """Show the count and the active filters in the status bar."""
        self.counted.emit(text)
