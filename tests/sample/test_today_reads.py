"""What Today remembers of its sources: they read no table whose changes are not counted for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator
from typing import Any

import pytest
from sqlalchemy import event

from db import table_changes
from db.database import open_existing
from db.engine import driver_connection
from db.key import Key
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.queries import queue_calls, queue_visits, today_sources
from icm_desktop.queries.today_sources import Source
from icm_desktop.queries.work_items import Found, Scope
from icm_desktop.queries.work_memory import EVERYWHERE
from tests.support import PracticeForTests

_READ = 20  # SQLITE_READ
_OK = 0
_NO_FACT = {"json_each", "sqlite_master"}


@pytest.fixture
def watched(generated: PracticeForTests) -> Iterator[tuple[PracticeForTests, set[str]]]:
    """The sample practice opened anew, where no statement is prepared yet, and the tables that those read which are."""
    read: set[str] = set()
    key = Key(bytes.fromhex(generated.database.key.hex), generated.database.database_id)
    opened = open_existing(generated.database.path, key, generated.database.path.parent / "watched")

    def note(action: int, table: Any, *_more: Any) -> int:
        if action == _READ:
            read.add(table)
        return _OK

    event.listen(opened.engine, "connect", lambda raw, _record: raw.set_authorizer(note))
    opened.engine.dispose()
    yield PracticeForTests(opened, generated.zone, generated.today, generated.users), read
    opened.close()


def _sources() -> dict[str, tuple[Callable[..., Any], tuple[str, ...] | None]]:
    every = (today_sources.CONFLICTS, *today_sources.WITH_ANSWERS, *today_sources.OTHERS)
    named: dict[str, tuple[Callable[..., Any], tuple[str, ...] | None]]
    named = {_name(one): (one.find, one.reads) for one in every}
    named["safety"] = (today_sources.safety_first, today_sources.SAFETY_READS)
    named["calls"] = (queue_calls.ranked_calls, queue_calls.CALL_READS)
    on = (dt.date(2026, 11, 20), frozenset(queue_visits._ARRIVING), "arrival")
    named["booked"] = (lambda uow, scope: queue_visits.booked(uow, scope, *on), queue_visits.BOOKED_READS)
    return named


def _name(one: Source) -> str:
    keywords: dict[str, str] = getattr(one.find, "keywords", {})
    return f"{getattr(one.find, 'func', one.find).__name__} {' '.join(keywords.values())}".strip()


@pytest.mark.parametrize("name", [name for name, (_, reads) in _sources().items() if reads is not None])
def test_a_source_reads_only_tables_whose_changes_are_counted_for_it(
    watched: tuple[PracticeForTests, set[str]], name: str
) -> None:
    practice, read = watched
    find, reads = _sources()[name]
    more: tuple[Hashable, ...] = (frozenset(),) if find in {one.find for one in today_sources.WITH_ANSWERS} else ()
    for role in ("coordinator", "clinician", "administrator", "front_desk"):
        for everyone in (False, True):
            with practice.open(role).read() as uow:
                scope = Scope.of(uow, WorkFilter(everyone=everyone, limit=2000))
                find(uow, scope, *more)
    counted = {*(reads or ()), *EVERYWHERE}
    unknown = {table_changes.TOGETHER.get(table, table) for table in read} - counted - _NO_FACT
    assert read & counted, "nothing was read"
    assert not unknown


def test_every_table_that_is_counted_for_a_source_has_a_number(generated: PracticeForTests) -> None:
    with generated.open("coordinator").read() as uow:
        numbers = table_changes.counted(uow.session.connection())
    needed = {table for _, reads in _sources().values() for table in reads or ()} | set(EVERYWHERE)
    assert needed <= numbers.keys()


@pytest.mark.parametrize("how", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"])
def test_a_change_is_counted_whoever_makes_it_and_however(generated: PracticeForTests, how: str) -> None:
    with generated.database.writer.connect() as connection:
        raw = driver_connection(connection)
        raw.execute("BEGIN IMMEDIATE")
        before = table_changes.counted(connection)["policy_setting"]
        columns = "id, name, value, version"
        raw.execute(f"{how} INTO policy_setting ({columns}) VALUES (900001, 'no-such', 1, 1)")
        raw.execute("UPDATE policy_setting SET value = 2 WHERE id = 900001")
        raw.execute("DELETE FROM policy_setting WHERE id = 900001")
        assert table_changes.counted(connection)["policy_setting"] == before + 3
        raw.execute("ROLLBACK")


def test_what_was_found_is_not_looked_up_again_until_a_table_it_reads_was_changed(
    generated: PracticeForTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def find(name: str) -> Callable[[UnitOfWork, Scope], Any]:
        def found(_uow: UnitOfWork, _scope: Scope) -> Any:
            asked.append(name)
            return Found((), ())

        return found

    sources = (Source(find("tasks"), ("task",)), Source(find("visits"), ("appointment",)), Source(find("clock"), None))
    monkeypatch.setattr(today_sources, "OTHERS", sources)

    def ask(**more: Any) -> list[str]:
        asked.clear()
        with generated.open("coordinator").read() as uow:
            today_sources.found_today(uow, Scope.of(uow, WorkFilter(**more)))
        return sorted(asked)

    assert ask() == ["clock", "tasks", "visits"]
    assert ask() == ["clock"]
    assert ask(everyone=True) == ["clock", "tasks", "visits"]
    with generated.open("coordinator").write("tests.task") as uow:
        driver_connection(uow.session.connection()).execute("UPDATE task SET text = text WHERE id = 1")
    assert ask() == ["clock", "tasks"]
    assert ask(everyone=True) == ["clock", "tasks"]
