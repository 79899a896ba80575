"""The scheduling desk on Friday 20 November 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.scheduling.conftest import desk as scheduling_desk  # noqa: F401  the fixture

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def desk(scheduling_desk):  # noqa: F811  the fixture above
    scheduling_desk.now = dt.datetime(2026, 11, 20, 15, 0, tzinfo=dt.UTC)
    return scheduling_desk
