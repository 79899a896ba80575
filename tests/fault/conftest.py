"""The long form of the fault tests: `pytest tests/fault --fault-full`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import OpenDatabase
from tests.db import sample


def pytest_addoption(parser: pytest.Parser) -> None:
    """Kills, power cuts and flips in the numbers a release asks for, instead of a sample of them."""
    parser.addoption("--fault-full", action="store_true", help="200 kills and 500 power cuts instead of a sample")


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether the long form was asked for."""
    return bool(pytestconfig.getoption("--fault-full", default=False))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenDatabase]:
    """A new, empty encrypted database in a folder of its own."""
    (tmp_path / "live").mkdir()
    database = sample.make(tmp_path / "live")
    yield database
    database.engine.dispose()
