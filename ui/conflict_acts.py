"""What can be done about a conflict, in the chart and on the board: assign, ask, decide, mute, open again, history."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.conflicts import ConflictRow, ConflictSaved
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.team import Team
from icm_desktop.domain.conflicts import states
from icm_desktop.domain.conflicts.states import MUTED, OVERRIDDEN, RESOLVED
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.conflicts import (
    AskAboutConflictDialog,
    AssignConflictDialog,
    DecideConflictDialog,
    ReopenConflictDialog,
)
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.record_history import RecordHistoryDialog
from ui.latest import Latest
from ui.pages.conflict_words import ConflictWords

KIND = "detected_issue"
_ACTS = {
    "decide": states.RESOLVE, "override": states.OVERRIDE, "mute": states.MUTE, "ask": states.ASK,
    "assign": states.ASSIGN, "reopen": states.REOPEN,
}  # fmt: skip
_MAIN = ("decide", "ask", "assign", "reopen", "history")


class ConflictActs(QObject):
    """The commands of a list of conflicts about the row it stands on.

    Args:
        context: The context of the window.
        owner: The widget the forms open over.
        name: Begins the ids of the commands.
        current: The conflict the list stands on; None when there is none.
    """

    def __init__(
        self, context: AppContext, owner: QWidget, name: str, current: Callable[[], ConflictRow | None]
    ) -> None:
        super().__init__(owner)
        self._context, self._owner, self._name, self._current = context, owner, name, current
        self._words, self._asked = ConflictWords(context), Latest(context.jobs, owner)
        self.ids = tuple(f"{name}.{act}" for act in (*_ACTS, "history"))
        self.main_ids = tuple(f"{name}.{act}" for act in _MAIN)  # the others are choices of the decision too

    def actions(self, here: str) -> Iterable[Action]:
        """The same words and keys everywhere; none of them decides without a reason that is typed."""
        write, decide = Privilege.CLINICAL_WRITE, Privilege.DECIDE_CONFLICTS
        about = (self.tr("conflict"),)
        said = (
            ("decide", self.tr("&Decide…"), partial(self.decide, RESOLVED), "Ctrl+Return", "check", decide),
            ("override", self.tr("O&verride…"), partial(self.decide, OVERRIDDEN), "Ctrl+Shift+X", "circle-x", decide),
            ("mute", self.tr("&Mute for a time…"), partial(self.decide, MUTED), "Ctrl+Shift+S", "eye-off", decide),
            ("ask", self.tr("As&k…"), self.ask, "Ctrl+Shift+A", "phone", write),
            ("assign", self.tr("Who looks a&fter it…"), self.assign, "Ctrl+Shift+T", "user-plus", write),
            ("reopen", self.tr("&Open again…"), self.reopen, None, "rotate-ccw", decide),
            ("history", self.tr("&History…"), self.history, "Ctrl+Shift+H", "history", Privilege.CLINICAL_READ),
        )
        for act, words, do, key, icon, needed in said:
            yield Action(f"{self._name}.{act}", words, do, key, icon, "work", here, needed, about)

    def enable(self, on: bool) -> frozenset[str]:
        """Enable the commands that fit the row the list stands on; which these are."""
        row = self._current() if on else None
        fit = states.possible(row.state) if row is not None else frozenset()
        offered = {f"{self._name}.{act}" for act, needed in _ACTS.items() if needed in fit}
        if row is not None and row.issue_id is not None:
            offered.add(f"{self._name}.history")
        for action_id in self.ids:
            self._context.actions.set_enabled(action_id, action_id in offered)
        return frozenset(one for one in offered if one in self._context.actions)

    def decide(self, state: str) -> None:
        """Open the decision, with this way of settling it chosen."""
        if (row := self._current()) is not None:
            self._open(DecideConflictDialog(self._context, row, state, self._owner), self.tr("Decided: {title}."), row)

    def ask(self) -> None:
        """Put a question about it to somebody of the team."""
        if (row := self._current()) is None:
            return

        def with_words(team: Team, words: Choices) -> None:
            dialog = AskAboutConflictDialog(self._context, row, team, words, self._owner)
            self._open(dialog, self.tr("Question noted: {title}."), row)

        def with_team(team: Team) -> None:
            language = self._words.language
            done = partial(with_words, team)
            self._asked.ask("queries.team.words", language, done=done, failed=self._context.feedback.refuse)

        self._asked.ask("queries.team.team", row.head.id, done=with_team, failed=self._context.feedback.refuse)

    def assign(self) -> None:
        """Give it to a colleague."""
        if (row := self._current()) is None:
            return

        def show(colleagues: tuple[Colleague, ...]) -> None:
            dialog = AssignConflictDialog(self._context, row, colleagues, self._owner)
            self._open(dialog, self.tr("Looked after: {title}."), row)

        self._asked.ask("queries.people.colleagues", done=show, failed=self._context.feedback.refuse)

    def reopen(self) -> None:
        """What was decided does not hold any more."""
        if (row := self._current()) is not None:
            self._open(ReopenConflictDialog(self._context, row, self._owner), self.tr("Open again: {title}."), row)

    def history(self) -> None:
        """Who did what about it, and when."""
        if (row := self._current()) is not None and row.issue_id is not None:
            RecordHistoryDialog(self._context, FactRef(KIND, row.issue_id), row.head, self._owner).open()

    def _open(self, dialog: FormDialog, told: str, row: ConflictRow) -> None:
        said = told.format(title=self._words.pick(row.told.title))
        name = self.tr("conflict, {family}").format(family=row.head.family.upper())

        def done(saved: ConflictSaved) -> None:
            self._context.feedback.done(said, name, saved.changes)

        dialog.saved.connect(done)
        dialog.open()
