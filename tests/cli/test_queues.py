"""`worklist --queue` prints what the tabs of Today show, on the day itself and when an earlier day is asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.cli import parser
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.worklist import QUEUES, WorkFilter
from tests.cli.conftest import Shell, bare, make_shell


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A practice with something in its queues; tests only read it."""
    made = make_shell(tmp_path_factory.mktemp("queues"))
    made.json("demo", "--patients", "30", "--seed", "7")
    return made


def shown(shell: Shell, queue: str, on: dt.date | None) -> list[tuple[object, ...]]:
    practice = open_practice(parser.build().parse_args([*shell.globals, "worklist"]))
    try:
        rows = practice.run("queries.today.worklist", WorkFilter(everyone=True, queue=queue, on=on, limit=2000)).rows
    finally:
        practice.close()
    return [(row.key, row.section, row.head.record_number, row.days_late) for row in rows]


@pytest.mark.parametrize("days_ago", [0, 1, 30])
def test_the_rows_of_every_queue_are_those_of_the_screen(busy: Shell, days_ago: int) -> None:
    practice = open_practice(parser.build().parse_args([*busy.globals, "worklist"]))
    on = dt.datetime.now(practice.zone).date() - dt.timedelta(days=days_ago)
    practice.close()
    filled = []
    for queue in QUEUES:
        printed = busy.json("worklist", "--queue", queue, "--date", on.isoformat())
        rows = [(row["key"], row["section"], row["patient"], row["days_late"]) for row in printed]
        assert rows == shown(busy, queue, on if days_ago else None), queue
        filled += rows
    assert filled


def test_a_past_day_says_that_conflicts_found_since_are_not_on_it(busy: Shell) -> None:
    told = "Conflicts count from the day they were found"
    today = dt.datetime.now(dt.UTC).date()
    past = busy.run("worklist", "--date", (today - dt.timedelta(days=3)).isoformat())
    assert past.code == 0 and told in past.err
    assert told not in busy.run("worklist", "--date", (today + dt.timedelta(days=1)).isoformat()).err
    busy.json("user", "add", "fred", "--role", "front_desk", "--new-password-file", busy.password_file)
    desk = ["fred" if word == "ada" else word for word in busy.globals]
    assert told not in bare(*desk, "worklist", "--date", (today - dt.timedelta(days=3)).isoformat()).err
