"""`worklist`, `appointments`, `referrals` and `conflicts` print the rows that the screens show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from db.models.team import TeamMember
from icm_desktop.cli import parser
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.conflicts import (
    AskAboutConflict,
    AssignConflict,
    ConflictFilter,
    ConflictRow,
    DecideConflict,
)
from icm_desktop.contracts.worklist import QUEUES
from icm_desktop.permissions import Role
from tests.cli.conftest import Shell, make_shell
from tests.support import PracticeForTests
from tests.ui.clock import get_up
from tests.ui.desk import Desk, head_of, sit_down
from tests.windows import close_all
from ui.pages.calendar import CalendarPage
from ui.pages.caseload import CaseloadPage
from ui.pages.caseload_tabs.conflicts import ConflictsPart
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.conflicts import ConflictsTab
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage

PAGES = (TodayPage, CalendarPage, ReferralsPage, CaseloadPage, ChartPage)
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


def board(desk: Desk, severities: tuple[str, ...] = (), more: tuple[str, ...] = (), search: str = "") -> ConflictsPart:
    page = desk.page("caseload")
    assert isinstance(page, CaseloadPage)
    desk.context.navigation.open("caseload")
    desk.press("Ctrl+Shift+5")
    part = page.part
    assert isinstance(part, ConflictsPart)
    part.filters.severities.set_on(list(severities))
    part.filters.more.set_on(list(more))
    part.filters.search.setText(search)
    part.refresh()
    return part


def told(row: ConflictRow) -> tuple[object, ...]:
    owner = row.owner.name if row.owner is not None else None
    days = row.question.days if row.question is not None else None
    return row.key.rule, row.severity, row.state, owner, days, row.told.action["en"]


def printed_as(row: dict[str, Any]) -> tuple[object, ...]:
    days = row["question"]["days"] if row["question"] is not None else None
    return row["rule"], row["severity"], row["state"], row["owner"], days, row["proposal"]


@pytest.fixture(scope="module")
def decided(desk: Desk, shell: Shell) -> list[ConflictRow]:
    """One conflict is mine, one waits for an answer, one is decided."""
    shell.json("conflicts", "list")  # checks everybody
    mine, asked, over = desk.run("queries.conflict_board.board", ConflictFilter(("warn",))).rows[:3]
    me = desk.context.session.user_id
    desk.run("services.conflicts.assign", AssignConflict(mine.key, mine.version, me))
    today = desk.context.formatting.today()
    with desk.practice.open(Role.ADMINISTRATOR).write("test") as uow:
        member = TeamMember(
            patient_id=asked.head.id, role_code="other", kind="person", name="Dr. Grey", starts_on=today
        )
        uow.session.add(member)
        uow.session.flush()
        number = member.id
    what = (asked.key, asked.version, number, "phone", "Is this meant?", today, None, "treats them")
    desk.run("services.conflicts.ask", AskAboutConflict(*what))
    desk.run("services.conflicts.decide", DecideConflict(over.key, over.version, "overridden", "known for years"))
    return [mine, asked, over]


@pytest.mark.parametrize(
    ("severities", "more", "words"),
    [
        ((), (), ()),
        (("stop",), (), ()),
        (("monitor", "info"), (), ()),
        ((), ("mine",), ("--mine",)),
        ((), ("waiting",), ("--waiting",)),
        ((), ("decided",), ("--decided",)),
        (("stop", "warn"), ("mine",), ("--mine",)),
    ],
)
def test_the_conflict_board_with_each_filter(
    desk: Desk, shell: Shell, decided: list[ConflictRow], severities: tuple[str, ...], more: tuple[str, ...],
    words: tuple[str, ...],
) -> None:  # fmt: skip
    part = board(desk, severities, more)
    asked = [part for one in severities for part in ("--severity", one)]
    printed = shell.json("conflicts", "list", *asked, *words)
    shown = [(row.head.record_number, *told(row)) for row in part.table.rows()]
    assert shown == [(row["patient"], *printed_as(row)) for row in printed["conflicts"]]
    assert part.board is not None and dict(part.board.counts) == printed["counts"]
    assert shown or severities == ("stop", "warn")


def test_the_conflict_board_with_words_of_a_rule_or_a_name(
    desk: Desk, shell: Shell, decided: list[ConflictRow]
) -> None:
    for search in (decided[0].told.title["en"], decided[0].head.family, "nothing of that name"):
        part = board(desk, search=search)
        printed = shell.json("conflicts", "list", "--search", search)["conflicts"]
        shown = [(row.head.record_number, *told(row)) for row in part.table.rows()]
        assert shown == [(row["patient"], *printed_as(row)) for row in printed]
        assert bool(shown) == (search != "nothing of that name")


def test_the_conflicts_of_a_chart(desk: Desk, shell: Shell, decided: list[ConflictRow]) -> None:
    desk.context.navigation.open_chart(decided[0].head.id, tab="conflicts")
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    tab = page.tab_of(ConflictsTab)
    assert tab.found is not None
    printed = shell.json("conflicts", "--patient", decided[0].head.record_number)
    assert [told(row) for row in tab.found.rows if row.state != "gone"] == list(map(printed_as, printed["conflicts"]))
    assert [one.text for one in tab.found.not_checked] == [one["item"] for one in printed["not_checked"]]
