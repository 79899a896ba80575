"""What every page is given: the ways to ask, to tell, to go somewhere, and who is signed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icm_desktop.permissions import Privilege, allows
from ui.finding import Finding
from ui.interrupted import Interrupted

if TYPE_CHECKING:
    from ui.actions import ActionRegistry
    from ui.feedback import Feedback
    from ui.formatting import Formatting
    from ui.jobs import Jobs
    from ui.navigation import Navigation
    from ui.notifier import Notifier
    from ui.preferences import Preferences
    from ui.theme import Theme
    from ui.undo import UndoHistory


@dataclass(frozen=True, slots=True)
class Session:
    """Who is at the keyboard and which database this is."""

    user_id: int
    user_name: str
    display_name: str
    role: str
    practice_name: str
    database_label: str
    time_zone: str
    is_practice_data: bool = False
    read_only: str = (
        ""  # of which moment the backup is that is looked at, in words; empty: records that are worked with
    )

    def may(self, privilege: Privilege | None) -> bool:
        """Whether the signed-in role has the privilege; None needs nothing."""
        return privilege is None or allows(self.role, privilege)


@dataclass(frozen=True, slots=True)
class AppContext:
    """The services of the window, handed to every page, dialog and bigger widget.

    jobs: run a use case by name in the worker (`ui/jobs.py`).
    notifier: what a committed use case touched (`ui/notifier.py`).
    actions: the one registry behind menus, palette, shortcuts and context menus (`ui/actions.py`).
    navigation: open a page or a chart, back and forward (`ui/navigation.py`).
    feedback: toast with Undo, message bar, status bar (`ui/feedback.py`).
    undo: named acts that Edit > Undo takes back (`ui/undo.py`); `feedback.done` feeds it.
    formatting: dates, times, names, ages and numbers as this practice reads them.
    preferences: this person's settings on this computer; never patient data.
    finding: whom this person is looking for; a registration starts from it (`ui/finding.py`).
    interrupted: the draft somebody goes on with (`ui/interrupted.py`).
    """

    jobs: Jobs
    notifier: Notifier
    actions: ActionRegistry
    theme: Theme
    navigation: Navigation
    feedback: Feedback
    undo: UndoHistory
    formatting: Formatting
    preferences: Preferences
    session: Session
    finding: Finding = field(default_factory=Finding)
    interrupted: Interrupted = field(default_factory=Interrupted)

    def may(self, privilege: Privilege | None) -> bool:
        """Whether the signed-in role has the privilege."""
        return self.session.may(privilege)
