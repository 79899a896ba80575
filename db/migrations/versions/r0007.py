"""Keys of accounts, compartments and consent, and what is still counted: see r0007.sql."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from db import conflict_work, measure_facts, pathway_tally, pathway_work, standing, table_changes
from db.migrations.render import statements

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the tables, columns and indexes of r0007.sql (printed by `db.migrations.step`)."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        op.get_bind().exec_driver_sql(statement)
    standing.refresh_all(op.get_bind())  # derived from what is there
    pathway_tally.refresh_all(op.get_bind())
    pathway_work.mark_all(op.get_bind())
    conflict_work.mark_all(op.get_bind())
    measure_facts.mark_all(op.get_bind())
    table_changes.begin(op.get_bind())
