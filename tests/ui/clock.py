"""A practice whose clock stands still, so that free times are the same in every run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from db import unit_of_work
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice, settle
from tests.support import NEW_YORK, PracticeForTests, make_practice

NOW = dt.datetime(2026, 11, 20, 13, 0, tzinfo=dt.UTC)  # Friday, 08:00 in New York


def local(text: str) -> dt.datetime:
    """Wall time in New York as aware UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).astimezone(dt.UTC)


def get_up(window: QWidget) -> None:
    """Close a window and what a test left open over it: an open dialog would block the next test's window."""
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    window.close()


@dataclass
class Clock:
    """The moment everybody shares; a test moves it on."""

    now: dt.datetime = NOW


@dataclass(frozen=True)
class StillPractice(OpenPractice):
    """An open practice as of the clock."""

    clock: Clock = field(default_factory=Clock)

    @contextmanager
    def write(self, name: str, *, see_incomplete: bool = False) -> Iterator[UnitOfWork]:
        with unit_of_work.write(
            self.database, self.actor, name, now=self.clock.now, zone=self.zone, today=self.today,
            see_incomplete=see_incomplete,
        ) as uow:  # fmt: skip
            yield uow
            settle(uow, name)

    @contextmanager
    def read(self, *, see_incomplete: bool = False) -> Iterator[UnitOfWork]:
        with unit_of_work.read(
            self.database, self.actor, now=self.clock.now, zone=self.zone, today=self.today,
            see_incomplete=see_incomplete,
        ) as uow:  # fmt: skip
            yield uow


@dataclass(frozen=True)
class StillPracticeForTests(PracticeForTests):
    """Opens practices whose clock stands still."""

    clock: Clock = field(default_factory=Clock)

    def open(self, role: Role | str = Role.COORDINATOR) -> OpenPractice:
        opened = super().open(role)
        kept: dict[str, Any] = {each.name: getattr(opened, each.name) for each in fields(OpenPractice)}
        return StillPractice(**kept, clock=self.clock)


def make_still_practice(folder: Path, clock: Clock | None = None) -> StillPracticeForTests:
    """A new encrypted practice on Friday 20 November 2026, 08:00 in New York."""
    clock = clock or Clock()
    made = make_practice(folder, today=clock.now.astimezone(NEW_YORK).date())
    return StillPracticeForTests(made.database, made.zone, made.today, made.users, clock)
