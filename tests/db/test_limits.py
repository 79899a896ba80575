"""A page of a list is planned once: SQLite plans by the value of a bare `LIMIT ?`, and anew at every run."""

from __future__ import annotations

from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Select, literal_column, select, table

from db.engine import WRITE
from db.limits import PAGE
from tests.support import make_practice

_READ = 20  # SQLITE_READ: leave to read a column is asked for while a statement is planned


def test_the_words_of_a_page_are_not_planned_by(tmp_path):
    practice = make_practice(tmp_path)
    one: Select[Any] = select(literal_column("1")).select_from(table("patient"))
    engine = practice.database.engine
    assert str(one.limit(5).compile(engine)).endswith(f"LIMIT ?{PAGE}")
    assert str(one.limit(5).offset(2).compile(engine)).endswith(f"LIMIT ?{PAGE} OFFSET ?{PAGE}")
    assert str(one.offset(2).compile(engine)).endswith(f"LIMIT -1 OFFSET ?{PAGE}")
    assert "LIMIT" not in str(one.compile(engine))
    with engine.execution_options(**WRITE).connect() as connection:
        assert connection.execute(one.limit(5).offset(2)).all() == []
    practice.database.close()


def test_such_words_are_planned_once_and_bare_ones_each_time():
    connection, planned = driver.connect(":memory:"), list[int]()

    def asked(action: int, *_about: object) -> int:
        planned.append(action)
        return int(driver.SQLITE_OK)

    connection.execute("CREATE TABLE patient (id INTEGER PRIMARY KEY, family TEXT)")
    connection.set_authorizer(asked)
    counts = dict[str, int]()
    for page in (PAGE, ""):
        for most in (5, 6, 7):
            planned.clear()
            connection.execute(f"SELECT family FROM patient ORDER BY id LIMIT ?{page}", (most,)).fetchall()  # noqa: S608
        counts[page] = planned.count(_READ)
    connection.close()
    assert counts[PAGE] == 0
    assert counts[""] > 0, "no longer so: then the sum may go"
