"""Seats at windows, and that no test leaves one open for the next: a forgotten dialog would take its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from icm_desktop.permissions import Role
from tests.support import PracticeForTests
from tests.ui.clock import get_up, make_still_practice
from tests.ui.desk import Desk, sit_down
from tests.windows import close_all
from ui.language import Language
from ui.page import Page

Sit = Callable[..., Desk]


class _Shown(QObject):
    """Notes which widgets came up as windows of their own."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.kinds: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt calls it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


@pytest.fixture
def windows_shown(qapp: QApplication) -> Iterator[list[str]]:
    """Kinds of the windows shown meanwhile: a part that is shown before it has a parent flashes up as one."""
    shown = _Shown(qapp)
    yield shown.kinds
    qapp.removeEventFilter(shown)


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    yield
    close_all()


@pytest.fixture(scope="session")
def english(qapp: QApplication) -> Language:
    """The language of all tests that ask for no other."""
    return Language(qapp)


@pytest.fixture(autouse=True)
def _in_english(qapp: QApplication, english: Language) -> None:
    """Plurals are right, and nothing is left over of what another test spoke."""
    for other in qapp.findChildren(Language):
        if other.code != "en":
            other.use("en")
    english.use("en")


@pytest.fixture
def sit_at(tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    """Sits somebody down at a window with these pages; several may sit. Nothing may have crashed at the end."""
    opened: list[Desk] = []

    def sit(
        pages: tuple[type[Page], ...], role: Role = Role.COORDINATOR, practice: PracticeForTests | None = None
    ) -> Desk:
        opened.append(sit_down(tmp_path, pages, role, practice=practice or make_still_practice(tmp_path)))
        return opened[-1]

    yield sit
    for desk in opened:
        get_up(desk.window)
        assert desk.crashes == []
    for desk in opened[:1]:
        desk.practice.database.close()


def register_two(desk: Desk) -> Desk:
    """Two patients: Ana with a telephone, Ben without."""
    desk.ana = desk.register("Lopez", "Maria", "1958-03-04", sex="female", phone="555-010-0142")
    desk.ben = desk.register("Ruiz", "Ben", "1970-01-02", sex="male")
    return desk
