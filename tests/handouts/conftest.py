"""A practice for the page tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.handouts.people import TODAY
from tests.support import PracticeForTests, make_practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory) -> Iterator[PracticeForTests]:
    """One encrypted practice for the tests of a file, as of the day of the design's sample."""
    made = make_practice(tmp_path_factory.mktemp("handouts"), today=TODAY, name="Riverbend Family Practice")
    yield made
    made.database.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Pages of 500 generated patients in every language and size, instead of 20."""
    parser.addoption("--handouts-full", action="store_true", help="look at the pages of 500 generated patients")
