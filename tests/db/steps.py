"""A schema of tomorrow for tests of migration: one more step after the shipped ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from db.engine import SCHEMA_VERSION, keyed_connection
from db.migrate import Steps
from db.schema import REVISIONS
from tests.fault.writer import Place

LAST, NEXT_ONE = REVISIONS[-1], f"{SCHEMA_VERSION + 1:04d}"
_NEXT = '''"""A step for tests."""
from alembic import op
import sqlalchemy as sa
revision = "NEXT_ONE"
down_revision = "LAST"

def upgrade():
    op.add_column("patient", sa.Column("favourite_colour", sa.String))
    op.execute("UPDATE patient SET favourite_colour = 'green'")
    with op.batch_alter_table("working_hours") as batch:
        batch.alter_column("starts", type_=sa.String(5))
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
'''
NEXT = _NEXT.replace("NEXT_ONE", NEXT_ONE).replace("LAST", LAST)


def steps_in(folder: Path, step: str = NEXT) -> Steps:
    shipped = Steps()
    shutil.copytree(shipped.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"r{NEXT_ONE}.py").write_text(step)
    return Steps(folder, (*REVISIONS, NEXT_ONE))


def state_of(place: Place) -> tuple[int, str, bool, int]:
    connection = keyed_connection(place.path, place.key)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    coloured = "favourite_colour" in {row[1] for row in connection.execute("PRAGMA table_info(patient)")}
    rows = connection.execute("SELECT count(*) FROM observation").fetchone()[0]
    connection.close()
    return version, revision, coloured, rows


OLD, NEW = (SCHEMA_VERSION, LAST, False, 20), (SCHEMA_VERSION + 1, NEXT_ONE, True, 20)
