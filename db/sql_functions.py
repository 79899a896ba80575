"""Python functions inside a question of the database, for what SQL cannot say: a local day, words found in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from db.engine import driver_connection


def offer(connection: Connection, name: str, arguments: int, function: Callable[..., Any]) -> None:
    """Let the statements of this connection call a pure function; a later offer of the same name takes its place."""
    driver_connection(connection).create_function(name, arguments, function, deterministic=True)
