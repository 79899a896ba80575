"""`worklist --queue` prints what the tabs of Today show, on the day itself and when an earlier day is asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.cli import parser
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.worklist import QUEUES, WorkFilter
from tests.cli.conftest import Shell, make_shell


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
