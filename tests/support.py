"""A real encrypted practice for tests: made in moments, opened as any role."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from db import database, unit_of_work
from db.database import OpenDatabase
from db.key import Key, new_key
from db.models.access import UserAccount
from db.models.practice import Practice
from db.unit_of_work import Actor
from icm_desktop.content.compartments import compartments
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from tests.db.sample import private

FILE = "test.icm"
NEW_YORK = ZoneInfo("America/New_York")
USERS = {
    Role.ADMINISTRATOR: ("admin", "Ada Min"),
    Role.COORDINATOR: ("rosa", "Rosa Diaz"),
    Role.FRONT_DESK: ("fred", "Fred Desk"),
    Role.CLINICIAN: ("kim", "Kim Lee"),
}


@dataclass(frozen=True)
class PracticeForTests:
    """One database with a user of each role; `open` gives the practice as one of them."""

    database: OpenDatabase
    zone: ZoneInfo
    today: dt.date | None
    users: dict[Role, int] = field(default_factory=dict)

    def open(self, role: Role | str = Role.COORDINATOR) -> OpenPractice:
        """The practice as the user of this role."""
        name = USERS[Role(role)][1]
        actor = Actor(self.users[Role(role)], name, Role(role).value)
        return OpenPractice(self.database, actor, self.zone, self.today)

    def on(self, today: dt.date) -> PracticeForTests:
        """The same practice as of another day."""
        return replace(self, today=today)


def make_practice(
    folder: Path, *, zone: ZoneInfo = NEW_YORK, today: dt.date | None = None, name: str = "Test Practice"
) -> PracticeForTests:
    """An encrypted database in `folder` with one user of each role.

    A copy of one made once in this process, with its key; two in one test are the same practice on two computers.
    """
    first = _first(zone, name)
    private(folder / FILE, first.file)
    private(folder / "state" / first.anchor_name, first.anchor)
    opened = database.open_existing(folder / FILE, first.key, folder / "state")
    return PracticeForTests(opened, zone, today, dict(first.users))


@dataclass(frozen=True)
class _First:
    """What a practice was when it was just set up: its file, its anchor and the key."""

    file: bytes
    anchor_name: str
    anchor: bytes
    key: Key
    users: dict[Role, int]


@cache
def _first(zone: ZoneInfo, name: str) -> _First:
    users = {}
    with TemporaryDirectory(prefix="icm-first-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        opened = database.create(folder / FILE, new_key(compartments()), folder / "state")
        with unit_of_work.write(opened, Actor(None, "set-up", "administrator"), "set-up", zone=zone) as uow:
            uow.session.add(Practice(name=name, time_zone=zone.key, phone="555-010-0100"))
            for role, (user, display) in USERS.items():
                account = UserAccount(name=user, display_name=display, role=role.value)
                uow.session.add(account)
                uow.session.flush()
                users[role] = account.id
        opened.close()
        anchor = opened.anchor.path
        return _First((folder / FILE).read_bytes(), anchor.name, anchor.read_bytes(), opened.key, users)
