"""Random lives of visits: every step a person may take and no other, and undo returns exactly along the whole way."""

from __future__ import annotations

import dataclasses
import random

import pytest

from icm_desktop.contracts.scheduling import BookAgain, BookAppointment, MoveAppointment, SetAppointmentStatus
from icm_desktop.domain import appointment_states as states
from icm_desktop.errors import Invalid
from tests.scheduling.conftest import local

LATER = local("2026-11-03T15:00")
STEPS, SEEDS = 25, (1, 2, 3)
# What may follow, as FHIR and the front desk have it; written here anew, not read from the program.
MAY_FOLLOW = {
    "booked": {"arrived", "checked-in", "fulfilled", "noshow", "cancelled"},
    "arrived": {"checked-in", "fulfilled", "cancelled"},
    "checked-in": {"fulfilled", "cancelled"},
    "noshow": {"arrived"},
    "fulfilled": set(),
    "cancelled": set(),
}


@pytest.mark.parametrize("seed", SEEDS)
def test_undo_returns_exactly_along_random_lives(desk, seed):
    chance = random.Random(seed)  # noqa: S311  the same lives each time
    booked = BookAppointment(desk.ana, desk.kim, local("2026-11-03T09:00"), 30)
    row, kept, seen = desk.run("services.scheduling.book", booked).appointment, [], set()
    desk.now = LATER
    for _ in range(STEPS):
        before = told(row)
        saved = step(desk, row, chance)
        kept.append((saved.changes.action_id, before))
        row = saved.appointment
        assert (row.cancel_reason is None) == (row.status != "cancelled")
        seen.add(row.status)
    assert len(seen) >= 4
    for action_id, before in reversed(kept):
        desk.run("services.history.undo", action_id)
        assert told(desk.run("queries.appointments.appointment", row.id)) == before


def step(desk, row, chance):
    """One step that is allowed; before it, one that is not is refused and changes nothing."""
    refused(desk, row, chance)
    choices = (
        sorted(MAY_FOLLOW[row.status]) + ["again"] * (row.status != "booked") + ["move"] * (row.status == "booked")
    )
    new = chance.choice(choices)
    if new == "again":
        return desk.run("services.scheduling.book_again", BookAgain(row.id, row.version, "Marked by mistake"))
    if new == "move":
        starts = chance.choice([at for at in ("13:00", "13:30", "14:00") if local(f"2026-11-03T{at}") != row.starts_at])
        moved = MoveAppointment(row.id, row.version, local(f"2026-11-03T{starts}"), desk.kim)
        return desk.run("services.scheduling.move", moved, now=local("2026-11-03T08:00"))
    reason = "The patient asked" if new == "cancelled" else None
    return desk.run("services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, new, reason))


def refused(desk, row, chance):
    wrong = sorted({*MAY_FOLLOW, "proposed", "waitlist", "nonsense"} - MAY_FOLLOW[row.status])
    with pytest.raises(Invalid) as error:
        asked = SetAppointmentStatus(row.id, row.version, chance.choice(wrong), "why")
        desk.run("services.scheduling.set_status", asked)
    assert error.value.code == "scheduling.not_possible"
    assert told(desk.run("queries.appointments.appointment", row.id)) == told(row)


def told(row):
    return dataclasses.replace(row, version=0)


def test_the_table_of_the_program_says_no_more_and_no_less():
    assert {status: set(states.MOVES[status]) - {states.IN_ERROR} for status in MAY_FOLLOW} == MAY_FOLLOW
    assert all(states.may_become(status, states.IN_ERROR) for status in MAY_FOLLOW)
    assert not any(states.may_become(states.IN_ERROR, status) for status in MAY_FOLLOW)
