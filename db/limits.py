"""How SQLAlchemy words the end of a page for SQLite, so that a statement is planned once and not at every run.

Since 3.47 SQLite looks at the value behind a bare `LIMIT ?`, plans by it, and therefore plans anew whenever a value is
bound: that cost most lists more than answering them. Behind a sum it does not look.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler

PAGE = " + 0"  # behind every `?` of a LIMIT or OFFSET


class PlannedOnce(SQLiteCompiler):
    """SQLite's words, with limits it does not plan by."""

    def limit_clause(self, select: Select[Any], **kw: Any) -> str:
        """LIMIT and OFFSET of a statement."""
        limit, offset = select._limit_clause, select._offset_clause
        text = f"\n LIMIT {'-1' if limit is None else self.process(limit, **kw) + PAGE}"
        return text if offset is None else f"{text} OFFSET {self.process(offset, **kw)}{PAGE}"
