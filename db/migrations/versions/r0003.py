"""What came after the first release: see r0003.sql."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from db import answers
from db.migrations.render import statements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables, columns and indexes of r0003.sql (printed by `db.migrations.step`)."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        op.get_bind().exec_driver_sql(statement)
    answers.refresh_all(op.get_bind())
