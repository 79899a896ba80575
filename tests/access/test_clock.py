"""A clock that cannot be right is noticed when somebody signs in, said, and on record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from db import unit_of_work
from db.models.audit import AuditEvent
from icm_desktop import bootstrap, clock
from icm_desktop.contracts.access import SignIn
from icm_desktop.session import SET_UP
from tests.access.conftest import PASSWORD
from tests.support import PracticeForTests, make_practice

NOW = dt.datetime.now(dt.UTC)
MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)


def _enter(practice: PracticeForTests, at: dt.datetime, events: int = 1) -> None:
    with unit_of_work.write(practice.database, SET_UP, "test", now=at) as uow:
        for _ in range(events):
            uow.record("audit.receipt")


def _doubt(practice: PracticeForTests, now: dt.datetime) -> str | None:
    with unit_of_work.read(practice.database, SET_UP, now=now) as uow:
        found = clock.doubt(uow)
    return None if found is None else found.kind


def test_the_clock_is_held_against_the_newest_entries(tmp_path: Path) -> None:
    practice = make_practice(tmp_path)
    _enter(practice, NOW)
    answers = {-365 * DAY: "behind", -6 * MINUTE: "behind", -4 * MINUTE: None, 59 * DAY: None, 61 * DAY: "ahead"}
    assert {since: _doubt(practice, NOW + since) for since in answers} == answers
    practice.database.close()


def test_a_clock_that_was_ahead_once_is_forgotten_after_some_days_of_work(tmp_path: Path) -> None:
    practice = make_practice(tmp_path)
    _enter(practice, NOW + 3650 * DAY)
    _enter(practice, NOW, 1998)
    assert _doubt(practice, NOW) == "behind"
    _enter(practice, NOW, 2)
    assert _doubt(practice, NOW) is None
    practice.database.close()


def test_who_signs_in_is_told_and_it_is_on_record(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "synchronised", lambda: False)
    practice = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    assert practice.signed_in().clock_doubt is None
    with unit_of_work.write(practice.database, SET_UP, "test", now=NOW + DAY) as uow:
        uow.record("audit.receipt")
    practice.close()
    again = bootstrap.sign_in(SignIn(str(path), "ada", PASSWORD))
    doubt = again.signed_in().clock_doubt
    assert doubt is not None
    assert (doubt.kind, doubt.newest) == ("behind", (NOW + DAY).replace(microsecond=0))
    with again.read() as uow:
        newest = select(AuditEvent).order_by(AuditEvent.seq.desc()).limit(3)
        events = {event.event: event.detail for event in uow.session.scalars(newest)}
    assert events["clock.doubted"] == {"kind": "behind", "newest": doubt.newest.isoformat()}
    assert events["access.signed_in"] == {"clock_synchronised": False}
    again.close()
