"""A database an older version wrote is brought up to date by signing in, and the file as it was is kept."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import pytest
from sqlalchemy import select

from db import keys
from db.engine import SCHEMA_VERSION, keyed_connection
from db.models.audit import AuditEvent
from db.process_lock import ProcessLock
from icm_desktop import bootstrap, paths
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.access import SignIn
from icm_desktop.errors import CannotOpen
from tests.access.conftest import PASSWORD


@pytest.fixture
def older(path: Path) -> Path:
    """A practice whose file says that the version before wrote it."""
    connection = keyed_connection(path, keys.unlock_with_password(path, "ada", PASSWORD))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    connection.close()
    return path


def test_signing_in_says_first_that_the_file_is_older_and_leaves_it(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(CannotOpen) as refused:
        bootstrap.sign_in(SignIn(str(older), "ada", PASSWORD))
    assert refused.value.code == "db.older_schema"
    assert older.read_bytes() == before


def test_brought_up_to_date_the_practice_opens_and_the_old_file_is_kept(older: Path) -> None:
    before = older.read_bytes()
    practice = bootstrap.sign_in(SignIn(str(older), "ada", PASSWORD, update=True))
    kept = practice.signed_in().kept_before_update
    assert kept is not None
    assert Path(kept).read_bytes() == before
    assert practice.run("queries.people.practice").name == "Larkspur"
    with practice.read() as uow:
        events = list(uow.session.scalars(select(AuditEvent.event)))
    practice.close()
    assert events.count("database.updated") == 1
    again = bootstrap.sign_in(SignIn(str(older), "ada", PASSWORD, update=True))
    assert again.signed_in().kept_before_update is None
    again.close()


def test_a_wrong_password_brings_nothing_up_to_date(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(CannotOpen) as refused:
        bootstrap.sign_in(SignIn(str(older), "ada", "not the right one", update=True))
    assert refused.value.code == "db.wrong_password"
    assert older.read_bytes() == before


def test_two_do_not_bring_the_same_file_up_to_date(older: Path) -> None:
    before, key = older.read_bytes(), keys.unlock_with_password(older, "ada", PASSWORD)
    lock = ProcessLock(paths.state_folder() / f"{key.database_id}.update.lock")
    assert lock.take()
    with pytest.raises(CannotOpen) as refused:
        bootstrap.sign_in(SignIn(str(older), "ada", PASSWORD, update=True))
    lock.release()
    assert refused.value.code == "db.busy"
    assert older.read_bytes() == before


def test_the_command_line_does_it_and_says_where_the_old_file_is(
    older: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    password = tmp_path / "password"
    password.write_text(PASSWORD + os.linesep)
    arguments = argparse.Namespace(
        database=older, user="ada", password_file=password, accept_older_copy=False, one_time_code_file=None, today=None
    )
    practice = open_practice(arguments)
    kept = practice.signed_in().kept_before_update
    practice.close()
    told = capsys.readouterr()
    assert told.out == ""
    assert "older version" in told.err
    assert kept is not None and kept in told.err
