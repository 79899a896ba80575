"""From one schema to the next: the whole way or not at all, and nothing is lost on it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Connection

from db import keys, migrate, schema
from db.database import OpenDatabase
from db.engine import SCHEMA_VERSION, check_file, create_database, keyed_connection
from db.errors import DatabaseProblem
from db.migrate import Steps
from db.migrations import render, step
from tests.db.sample import add_observations, add_patient, fingerprints
from tests.db.steps import NEW, NEXT, OLD, state_of, steps_in
from tests.fault.writer import Place


def _shape(connection: Connection) -> dict[str, object]:
    """Tables by their columns, whatever the order they came in; everything else as it reads."""
    shape: dict[str, object] = {}
    for statement in render.described(connection):
        name, kind, sql = step.named(statement)
        shape[name] = step.columns_of(connection, name) if kind == "table" else sql
    return shape


@pytest.fixture
def place(opened: OpenDatabase) -> Place:
    """A closed database with rows of every kind of recording."""
    add_observations(opened, add_patient(opened), 20)
    opened.close()
    return Place.of(opened)


def test_the_frozen_steps_make_what_the_models_describe(opened: OpenDatabase, tmp_path: Path) -> None:
    key = keys.new_key()
    create_database(tmp_path / "stepwise.icm", key).dispose()
    raw = keyed_connection(tmp_path / "stepwise.icm", key)
    raw.execute("PRAGMA user_version = 0")
    raw.close()
    migrate._run(tmp_path / "stepwise.icm", key, Steps())
    engine = migrate._engine(tmp_path / "stepwise.icm", key)
    with engine.connect() as stepwise, opened.engine.connect() as made:
        found, wanted = _shape(stepwise), _shape(made)
    # A step that is frozen stays as it is: what the models gain since goes into the next (`db.migrations.step`).
    assert found == wanted
    engine.dispose()


def test_version_numbers_agree() -> None:
    assert len(schema.REVISIONS) == SCHEMA_VERSION


def test_a_new_database_needs_no_step(place: Place) -> None:
    before = fingerprints(place.path.parent)
    assert migrate.migrate(place.path, place.key) is None
    assert fingerprints(place.path.parent) == before


def test_an_older_database_is_brought_up_and_the_old_file_kept(place: Place, tmp_path: Path) -> None:
    before = place.path.read_bytes()
    stages: list[int] = []
    steps = steps_in(tmp_path / "steps")
    kept = migrate.migrate(place.path, place.key, steps=steps, progress=lambda done, total: stages.append(done))
    assert (state_of(place), stages) == (NEW, [1, 2, 3])
    assert kept is not None and kept.read_bytes() == before
    assert {path.stat().st_mode & 0o777 for path in (place.path, kept)} == {0o600}
    assert migrate.migrate(place.path, place.key, steps=steps) is None
    with pytest.raises(DatabaseProblem) as refused:
        place.open()  # the program of these tests is the older one now
    assert refused.value.code == "db.newer_schema"


def test_only_the_file_from_before_the_last_update_is_kept(place: Place, tmp_path: Path) -> None:
    earlier, foreign = (place.path.with_name(f"{place.path.name}.before-{end}") for end in ("2", "spring"))
    for path in (earlier, foreign):
        path.write_bytes(b"earlier")
    kept = migrate.migrate(place.path, place.key, steps=steps_in(tmp_path / "steps"))
    assert set(place.path.parent.glob("*.before-*")) == {kept, foreign}


def test_without_room_for_the_copy_it_is_refused_beforehand_in_mb(place: Place, tmp_path: Path) -> None:
    """The file is made long without taking room, so that no disk has room for a copy of it."""
    steps, size = steps_in(tmp_path / "steps"), place.path.stat().st_size
    names = sorted(path.name for path in place.path.parent.iterdir())
    os.truncate(place.path, shutil.disk_usage(tmp_path).total)
    with pytest.raises(DatabaseProblem) as refused:
        migrate.migrate(place.path, place.key, steps=steps)
    assert refused.value.code == "db.no_room"
    needed, free = (int(str(refused.value.params[name])) for name in ("needed_mb", "free_mb"))
    assert needed > free > 0
    assert sorted(path.name for path in place.path.parent.iterdir()) == names
    os.truncate(place.path, size)
    assert state_of(place) == OLD
    with pytest.raises(DatabaseProblem) as older:
        check_file(place.path, place.key, newest=SCHEMA_VERSION + 1)
    assert (
        16 < int(str(older.value.params["needed_mb"])) < 24
    )  # said before it begins: the copy, half again, and a rest


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ("raise RuntimeError('half way')", RuntimeError),
        ('op.execute("UPDATE observation SET value_number = 1 WHERE id = 7")', DatabaseProblem),
        ('op.execute("DELETE FROM observation"); op.execute("DELETE FROM patient")', DatabaseProblem),
    ],
)
def test_a_step_that_fails_or_loses_something_changes_nothing(
    place: Place, tmp_path: Path, more: str, error: type[Exception]
) -> None:
    before = fingerprints(place.path.parent)
    with pytest.raises(error):
        migrate.migrate(place.path, place.key, steps=steps_in(tmp_path / "steps", f"{NEXT}    {more}\n"))
    assert fingerprints(place.path.parent) == before
    assert state_of(place) == OLD
