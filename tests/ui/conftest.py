"""No test leaves a window open for the next one: a forgotten dialog would take its keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.windows import close_all


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    yield
    close_all()
