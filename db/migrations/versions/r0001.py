"""The first schema: every table, index, view and trigger, as written in r0001.sql."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from db.migrations.render import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the schema."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        op.get_bind().exec_driver_sql(statement)
