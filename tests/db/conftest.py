"""Fixtures of the database tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import OpenDatabase
from tests.db import sample


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenDatabase]:
    """A new, empty encrypted database."""
    database = sample.make(tmp_path)
    yield database
    database.engine.dispose()
