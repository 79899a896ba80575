"""What SQLAlchemy compiled for one database serves all others that a process opens: half of what a test costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from sqlalchemy import Dialect, Engine
from sqlalchemy.util import LRUCache

_MOST = 5000  # statements


def compiled_once(create: Callable[..., Engine]) -> Callable[..., Engine]:
    """`create_engine`, whose engines speak one dialect and remember their statements together."""
    dialects: list[Dialect] = []
    compiled: LRUCache[Any, Any] = LRUCache(_MOST)

    @wraps(create)
    def created(*args: Any, **more: Any) -> Engine:
        engine = create(*args, **more)
        dialects[:] = dialects or [engine.dialect]
        engine.dialect = dialects[0]
        engine.update_execution_options(compiled_cache=compiled)
        return engine

    return created
