"""The shared plan, its team and what the pathways ask for: see r0004.sql."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from db import pathway_work
from db.migrations.render import statements

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables, columns and indexes of r0004.sql (printed by `db.migrations.step`)."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        op.get_bind().exec_driver_sql(statement)
    pathway_work.mark_all(op.get_bind())
