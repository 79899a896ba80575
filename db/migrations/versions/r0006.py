"""Exchange partners, target populations, measures and what protects the file: see r0006.sql."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from db.migrations.render import statements

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables, columns and indexes of r0006.sql (printed by `db.migrations.step`)."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        op.get_bind().exec_driver_sql(statement)
