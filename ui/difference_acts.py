"""Keep ours, take theirs or both: the same acts on the Exchange screen and in the dialog of one patient."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.differences import DecideDifference, DifferenceDecided, DifferenceRow
from icm_desktop.domain.differences import MINE, SOME, THEIRS
from icm_desktop.errors import UserError
from ui.context import AppContext


class DifferenceActs(QObject):
    """Runs a decision and tells it with its undo; `owner` lives as long as the answer is wanted."""

    def __init__(self, context: AppContext, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context

    def decide(
        self,
        row: DifferenceRow | None,
        answer: str,
        failed: Callable[[UserError], None] | None = None,
        fields: tuple[str, ...] = (),
    ) -> None:
        """Decide about one fact; `fields`: those in which theirs is taken, where only some are."""
        if row is None:
            return
        name = "decide" if row.other is None else "decide_between"
        self._context.jobs.run(
            f"services.differences.{name}", DecideDifference(row.id, row.version, answer, fields),
            owner=self,
            done=self._told, failed=failed,
        )  # fmt: skip

    def _told(self, done: DifferenceDecided) -> None:
        told, undo = {
            MINE: (self.tr("Ours is kept."), self.tr("keep ours")),
            THEIRS: (self.tr("Theirs is taken."), self.tr("take theirs")),
            SOME: (self.tr("Taken field by field."), self.tr("choose field by field")),
        }.get(done.answer, (self.tr("Both stand."), self.tr("let both stand")))
        self._context.feedback.done(told, undo, done.changes)
