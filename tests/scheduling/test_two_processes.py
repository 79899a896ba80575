"""Two processes book one slot at the same moment: exactly one wins."""

from __future__ import annotations

import datetime as dt

from icm_desktop.contracts.scheduling import BookAppointment
from tests.scheduling.conftest import local
from tests.two_processes import at_once


def test_of_two_processes_that_book_one_slot_exactly_one_wins(desk, tmp_path):
    clerk = desk.open()
    for day in (3, 4):
        starts_at = local(f"2026-11-{day:02}T09:00")
        calls = [
            (clerk, "services.scheduling.book", BookAppointment(who, desk.kim, starts_at, 30))
            for who in (desk.ana, desk.ben)
        ]
        assert sorted(at_once(tmp_path / "state", *calls, now=desk.now)) == ["done", "scheduling.slot_taken"]
        assert len(desk.run("queries.calendar.day_view", dt.date(2026, 11, day)).appointments) == 1
