"""A schema of tomorrow for tests of migration: one more step after the shipped ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from db.engine import keyed_connection
from db.migrate import Steps
from db.schema import REVISIONS
from tests.fault.writer import Place

_AFTER = f"{len(REVISIONS) + 1:04}"
NEXT = '''"""A step for tests."""
from alembic import op
import sqlalchemy as sa
revision = "AFTER"
down_revision = "NOW"

def upgrade():
    op.add_column("patient", sa.Column("favourite_colour", sa.String))
    op.execute("UPDATE patient SET favourite_colour = 'green'")
    with op.batch_alter_table("working_hours") as batch:
        batch.alter_column("starts", type_=sa.String(5))
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
'''


def steps_in(folder: Path, step: str = NEXT) -> Steps:
    shipped = Steps()
    shutil.copytree(shipped.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    written = step.replace("AFTER", _AFTER).replace("NOW", REVISIONS[-1])
    (folder / "versions" / f"r{_AFTER}.py").write_text(written)
    return Steps(folder, (*REVISIONS, _AFTER))


def state_of(place: Place) -> tuple[int, str, bool, int]:
    connection = keyed_connection(place.path, place.key)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    coloured = "favourite_colour" in {row[1] for row in connection.execute("PRAGMA table_info(patient)")}
    rows = connection.execute("SELECT count(*) FROM observation").fetchone()[0]
    connection.close()
    return version, revision, coloured, rows


OLD, NEW = (len(REVISIONS), REVISIONS[-1], False, 20), (len(REVISIONS) + 1, _AFTER, True, 20)
