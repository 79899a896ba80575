"""A main window over a real encrypted practice, everything run in this process: what the tests of pages drive."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.patients import PatientDetails, PatientSaved, RegisterPatient
from icm_desktop.contracts.worklist import WorkRow
from icm_desktop.permissions import Role
from tests.support import USERS, PracticeForTests, make_practice
from ui.actions import ActionRegistry
from ui.context import AppContext, Session
from ui.feedback import Feedback
from ui.formatting import Formatting
from ui.jobs import InlineJobs
from ui.main_window import MainWindow
from ui.navigation import Navigation
from ui.notifier import Notifier
from ui.page import Page
from ui.preferences import Preferences
from ui.theme import Theme
from ui.undo import UndoHistory

TODAY = dt.date(2026, 11, 20)


@dataclass
class Desk:
    """Somebody at the keyboard of a window."""

    practice: PracticeForTests
    role: Role
    context: AppContext
    window: MainWindow
    crashes: list[BaseException] = field(default_factory=list)
    kim: int = 0  # ids and pages that a fixture put on this desk
    cole: int = 0
    ana: int = 0
    ben: int = 0
    calendar: Any = None
    referrals: Any = None

    def run(self, name: str, *args: object) -> Any:
        """Run a use case as the signed-in person, beside the window."""
        return self.practice.open(self.role).run(name, *args)

    def register(self, family: str, given: str | None = None, born: str | None = None, **more: object) -> int:
        """A patient of the practice; the id."""
        details = PatientDetails(family=family, given=given, birth_date=born, **more)  # type: ignore[arg-type]
        saved = self.practice.open(Role.COORDINATOR).run(
            "services.registration.register", RegisterPatient(details, not_duplicate=True)
        )
        assert isinstance(saved, PatientSaved)
        return saved.head.id

    def press(self, *keys: str) -> None:
        """Press keys one after the other where the keyboard is: "Ctrl+D", "Return", or a text in quotes: "'2w'"."""
        for key in keys:
            target = self.focus()
            if key.startswith("'"):
                self.type(target, key.removeprefix("'").removesuffix("'"))
            else:
                chord: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # missing in its stub
                QTest.keyClick(target, chord.key(), chord.keyboardModifiers())
            QApplication.processEvents()

    def type(self, target: QWidget, text: str) -> None:
        """Type a text; letters beyond ASCII have no key of their own in Qt's test library."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(target, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def focus(self) -> QWidget:
        """Where the keyboard is: an open menu first, then the focused widget, then the active window."""
        if (
            QApplication.activeWindow() is None
        ):  # without a window manager nobody activates what a closed dialog uncovers
            uncovered = QApplication.activeModalWidget() or self.window
            uncovered.activateWindow()
            QTest.qWaitForWindowActive(uncovered)
        popup = QApplication.activePopupWidget()
        found = popup or QApplication.focusWidget() or QApplication.activeWindow() or self.window
        assert found is not None
        return found

    def dialog(self) -> QDialog:
        """The open dialog."""
        found = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        assert found, "no dialog is open"
        return found[-1]

    def page(self, name: str) -> Page:
        """A page of the window."""
        return self.window.pages[name]


def head_of(row: WorkRow) -> PatientHead:
    """The patient a line of Today is about."""
    assert row.head is not None
    return row.head


def sit_down(
    folder: Path,
    pages: tuple[type[Page], ...],
    role: Role = Role.COORDINATOR,
    *,
    practice: PracticeForTests | None = None,
    today: dt.date = TODAY,
) -> Desk:
    """Open a window as the user of this role on a new practice (or this one) as of `today`."""
    made = practice or make_practice(folder, today=today)
    opened = made.open(role)
    context = make_context(folder, made, role, InlineJobs(opened))
    window = MainWindow(context, pages)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    desk = Desk(made, role, context, window)
    context.jobs.crashed.connect(desk.crashes.append)
    window.start()
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return desk


def make_context(folder: Path, practice: PracticeForTests, role: Role, jobs: InlineJobs) -> AppContext:
    """What pages are given."""
    user, name = USERS[role]
    session = Session(
        practice.users[role], user, name, role.value, "Test Practice", "test.icm", practice.zone.key, False
    )
    return AppContext(
        jobs=jobs,
        notifier=Notifier(),
        actions=ActionRegistry(session.may),
        theme=Theme.current(),
        navigation=Navigation(),
        feedback=Feedback(),
        undo=UndoHistory(jobs),
        formatting=Formatting(practice.zone.key, today=practice.today),
        preferences=Preferences(folder / "preferences.ini"),
        session=session,
    )
