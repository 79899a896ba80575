"""Identity, history and set-up: demographics, contacts, consents, documents, reports, claims, sites and rooms."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from db import match_keys
from db.migrations.render import statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables and columns of r0002.sql (printed by `db.migrations.step`)."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        op.get_bind().exec_driver_sql(statement)
    match_keys.refresh_all(op.get_bind())  # derived from what is there, so today's rules are the right ones
