"""Edit > Undo and Redo: the names of the acts this person did in this window, newest last."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from icm_desktop.errors import UserError
from ui.jobs import Jobs

UNDO = "services.history.undo"
DEPTH = 100


@dataclass(frozen=True, slots=True)
class Act:
    """One act that can be taken back: what it is called and its number in the audit trail."""

    name: str
    action_id: int


class UndoHistory(QObject):
    """Undoing an act is itself an act: redo undoes the undo."""

    changed = Signal()
    undone = Signal(str)
    redone = Signal(str)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def push(self, name: str, action_id: int | None) -> None:
        """Remember a fresh act; what was undone before cannot be redone any more."""
        if action_id is not None:
            self._done = [*self._done[-DEPTH + 1 :], Act(name, action_id)]
            self._undone = []
            self.changed.emit()

    def undo_name(self) -> str | None:
        """Name of the act Undo takes back."""
        return self._done[-1].name if self._done else None

    def redo_name(self) -> str | None:
        """Name of the act Redo does again."""
        return self._undone[-1].name if self._undone else None

    def undo(self) -> None:
        """Take back the newest act."""
        if self._done:
            self._take_back(self._done, self._undone, self.undone)

    def redo(self) -> None:
        """Do the act again that was undone last."""
        if self._undone:
            self._take_back(self._undone, self._done, self.redone)

    def undo_act(self, action_id: int) -> None:
        """Take back this very act if it is still the newest (the toast's button)."""
        if self._done and self._done[-1].action_id == action_id:
            self.undo()

    def take_over(self, other: UndoHistory) -> None:
        """Continue another history (the window was made anew)."""
        self._done, self._undone = list(other._done), list(other._undone)
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything (another person signed in)."""
        self._done, self._undone = [], []
        self.changed.emit()

    def _take_back(self, source: list[Act], target: list[Act], told: object) -> None:
        act = source.pop()
        self.changed.emit()

        def done(result: object) -> None:
            action_id = getattr(getattr(result, "changes", result), "action_id", None)
            if action_id is not None:
                target.append(Act(act.name, action_id))
            told.emit(act.name)  # type: ignore[attr-defined]
            self.changed.emit()

        def failed(error: UserError) -> None:
            self.changed.emit()
            self._jobs.failed.emit(error)

        self._jobs.run(UNDO, act.action_id, owner=self, done=done, failed=failed)
