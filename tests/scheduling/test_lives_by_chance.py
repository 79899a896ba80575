"""Random lives of visits: an illegal move is refused and changes nothing, and undo returns exactly, step by step."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random

import pytest

from icm_desktop.contracts.scheduling import BookAgain, BookAppointment, MoveAppointment, SetAppointmentStatus
from icm_desktop.domain import appointment_states as states
from icm_desktop.errors import Invalid
from tests.scheduling.conftest import local

DURING = local("2026-11-03T09:10")
STATUSES = sorted(states.MOVES)


def _told(row):
    """Everything but the version, which counts acts and grows with the one that undoes."""
    return dataclasses.replace(row, version=0)


def _status(desk, row, status):
    reason = "Ill" if status in states.NEEDS_REASON else None
    return desk.run(
        "services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, status, reason), now=DURING
    )


def _step(desk, row, chance):
    illegal = chance.choice([status for status in STATUSES if not states.may_become(row.status, status)])
    with pytest.raises(Invalid):
        _status(desk, row, illegal)
    assert _told(desk.run("queries.appointments.appointment", row.id)) == _told(row)
    too_early = states.NOT_BEFORE_START if row.starts_at > DURING else frozenset()
    legal = sorted(states.MOVES[row.status] - {states.IN_ERROR} - too_early)
    ways = [*legal, *(["again"] if row.status in states.MAY_BE_BOOKED_AGAIN else [])]
    ways += ["move"] if row.status in states.COMING else []
    way = chance.choice(ways)
    if way == "again":
        return desk.run("services.scheduling.book_again", BookAgain(row.id, row.version, "By mistake"), now=DURING)
    if way == "move":
        later = row.starts_at + dt.timedelta(minutes=chance.choice((15, 30)))
        return desk.run("services.scheduling.move", MoveAppointment(row.id, row.version, later), now=DURING)
    return _status(desk, row, way)


@pytest.mark.parametrize("seed", range(4))
def test_undo_returns_exactly_along_random_lives(desk, seed):
    chance = random.Random(seed)  # noqa: S311  the same lives each time
    request = BookAppointment(desk.ana, desk.kim, local("2026-11-03T09:00"), 15, desk.visit)
    row, kept = desk.run("services.scheduling.book", request).appointment, []
    for _ in range(12):
        before = _told(row)
        saved = _step(desk, row, chance)
        kept.append((saved.changes.action_id, before))
        row = saved.appointment
    assert len(kept) > 3
    for action_id, before in reversed(kept):
        desk.run("services.history.undo", action_id, now=DURING)
        assert _told(desk.run("queries.appointments.appointment", row.id)) == before
