"""`worklist`, `appointments` and `referrals` print the rows that the screens show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.cli import parser
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.worklist import QUEUES
from icm_desktop.permissions import Role
from tests.cli.conftest import Shell, make_shell
from tests.support import PracticeForTests
from tests.ui.clock import get_up
from tests.ui.desk import Desk, head_of, sit_down
from tests.windows import close_all
from ui.pages.calendar import CalendarPage
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage

PAGES = (TodayPage, CalendarPage, ReferralsPage)
PATIENTS = 60


@pytest.fixture(autouse=True)
def _nothing_left_open() -> None:
    """The window stays for the next question."""


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    made = make_shell(tmp_path_factory.mktemp("both"))
    made.json("demo", "--patients", str(PATIENTS), "--seed", "7")
    return made


@pytest.fixture(scope="module")
def desk(shell: Shell, qapp: QApplication) -> Iterator[Desk]:
    """The administrator's window on the same file."""
    opened = open_practice(parser.build().parse_args([*shell.globals, "worklist"]))
    users = dict.fromkeys(Role, opened.actor.user_id or 0)
    practice = PracticeForTests(opened.database, opened.zone, dt.datetime.now(opened.zone).date(), users)
    made = sit_down(shell.folder, PAGES, Role.ADMINISTRATOR, practice=practice)
    yield made
    get_up(made.window)
    close_all()
    assert made.crashes == []
    opened.close()


def today(desk: Desk) -> TodayPage:
    page = desk.page("today")
    assert isinstance(page, TodayPage)
    desk.context.navigation.open("today")
    return page


@pytest.mark.parametrize("queue", QUEUES)
def test_a_queue_on_the_screen_and_in_print(desk: Desk, shell: Shell, queue: str) -> None:
    page = today(desk)
    page.queues.turn_to(queue)
    shown = [(row.key, row.section, head_of(row).record_number, row.days_late, row.tries) for row in page.list.rows()]
    printed = shell.json("worklist", "--queue", queue)
    keys = ("key", "section", "patient", "days_late", "tries")
    assert sorted(shown) == sorted(tuple(row[key] for key in keys) for row in printed)


def test_all_that_is_due_stands_in_the_same_order(desk: Desk, shell: Shell) -> None:
    page = today(desk)
    page.queues.turn_to("")
    page.show_everyone()
    assert page.work is not None
    shown = [(row.section, head_of(row).record_number, str(row.due), row.days_late) for row in page.work.rows]
    printed = shell.json("worklist")
    assert len(shown) > 20
    assert shown == [(row["section"], row["patient"], row["due"], row["days_late"]) for row in printed]


def test_the_visits_of_a_day(desk: Desk, shell: Shell) -> None:
    page = desk.page("calendar")
    assert isinstance(page, CalendarPage)
    desk.context.navigation.open("calendar")
    page.bar.show_cancelled(True)
    seen = 0
    for _ in range(7):
        day = page.day.isoformat()
        printed = shell.json("appointments", "--from", day, "--to", day)
        shown = [(str(row.id), row.head.record_number, row.status, row.outside) for row in page.list.rows()]
        assert sorted(shown) == sorted((row["ref"], row["patient"], row["status"], row["outside"]) for row in printed)
        seen += len(shown)
        page.step(1)
    assert seen > 20


def test_the_referrals_of_board_and_table(desk: Desk, shell: Shell) -> None:
    page = desk.page("referrals")
    assert isinstance(page, ReferralsPage)
    desk.context.navigation.open("referrals")
    shown = {str(row.id): row for row in page.table.rows()}
    printed = {row["ref"]: row for row in shell.json("referrals")}
    ended = {ref for ref, row in printed.items() if row["ball_with"] == "nobody"}
    assert len(shown) > 20
    assert shown.keys() <= printed.keys() and printed.keys() - shown.keys() <= ended  # the board forgets old ends
    for ref, row in shown.items():
        told = printed[ref]
        assert (row.state, row.ball_with, row.days_over, row.days_waiting, row.limit_name) == (
            told["state"], told["ball_with"], told["days_over"], told["days_waiting"], told["limit"],
        )  # fmt: skip
