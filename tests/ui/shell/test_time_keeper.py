"""Time as a by-product: the chart or form in front counts, a pause, a lock and other patients do not."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.programs import EnrolInProgram
from icm_desktop.permissions import Role
from tests.ui.clock import NOW
from tests.ui.conftest import register_two
from ui.dialogs.log_contact import LogContactDialog
from ui.pages.caseload import CaseloadPage
from ui.pages.chart import ChartPage
from ui.time_keeper import TimeKeeper

PAUSE = 180


class Wall:
    """A clock and the input somebody gives, moved on second by second as the keeper looks every five."""

    def __init__(self, desk):
        self.now, self.last = NOW - dt.timedelta(hours=3), NOW - dt.timedelta(hours=3)
        self.keeper = TimeKeeper(desk.context, clock=lambda: self.now, parent=desk.window)
        self.keeper.start(self.quiet)
        self.keeper._timer.stop()

    def quiet(self):
        return (self.now - self.last).total_seconds()

    def work(self, seconds, busy=True):
        for _ in range(seconds // 5):
            self.now += dt.timedelta(seconds=5)
            self.last = self.now if busy else self.last
            self.keeper.tick()


@pytest.fixture
def desk(sit_at):
    made = register_two(sit_at((CaseloadPage, ChartPage)))
    for who in (made.ana, made.ben):
        made.run("services.programs.enrol", EnrolInProgram(who, "ccm"))
    return made


def spent(desk, who):
    rows = desk.run("queries.programs.of_patient", who).time
    return sorted((row.activity, int((row.ends_at - row.starts_at).total_seconds())) for row in rows)


def test_the_chart_in_front_counts_until_another_one_is(desk):
    wall = Wall(desk)
    wall.work(60)
    desk.context.navigation.open_chart(desk.ana)
    wall.work(120)
    desk.context.navigation.open_chart(desk.ben)
    wall.work(90)
    desk.context.navigation.open("caseload")
    wall.work(60)
    assert (spent(desk, desk.ana), spent(desk, desk.ben)) == ([("chart", 120)], [("chart", 85)])


def test_a_pause_ends_with_the_last_input(desk):
    wall = Wall(desk)
    desk.context.navigation.open_chart(desk.ana)
    wall.work(100)
    wall.work(PAUSE + 600, busy=False)
    wall.work(60)
    wall.keeper.stop()
    assert spent(desk, desk.ana) == [("chart", 55), ("chart", 100)]


def test_a_call_is_told_from_the_chart_and_nothing_is_counted_twice(desk):
    wall = Wall(desk)
    desk.context.navigation.open_chart(desk.ana)
    wall.work(60)
    head = desk.run("queries.heads.heads", [desk.ben])[desk.ben]
    dialog = LogContactDialog(desk.context, head, None, desk.window)
    dialog.open()
    wall.work(120)
    dialog.reject()
    wall.work(60)
    wall.keeper.stop()
    assert spent(desk, desk.ben) == [("call", 120)]
    assert sum(seconds for _, seconds in spent(desk, desk.ana)) <= 120


def test_long_work_is_written_down_on_the_way_and_sleep_does_not_count(desk):
    wall = Wall(desk)
    desk.context.navigation.open_chart(desk.ana)
    wall.work(16 * 60)
    assert spent(desk, desk.ana) == [("chart", 15 * 60)]
    wall.now += dt.timedelta(hours=1)  # the lid was closed
    wall.last = wall.now
    wall.keeper.tick()
    wall.keeper.stop()
    assert sum(seconds for _, seconds in spent(desk, desk.ana)) <= 16 * 60


def test_front_desk_is_not_watched(sit_at):
    from ui.pages.today import TodayPage

    made = sit_at((TodayPage,), Role.FRONT_DESK)
    keeper = TimeKeeper(made.context, parent=made.window)
    keeper.start(lambda: 0.0)
    assert not keeper._timer.isActive()
