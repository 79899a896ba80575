"""A practice for the set-up: two clinicians with hours, Monday 2 November 2026, 08:00 in New York."""

from __future__ import annotations

import pytest

from tests.scheduling.conftest import Desk
from tests.scheduling.conftest import desk as scheduling_desk

desk = scheduling_desk
__all__ = ["Desk", "desk"]


@pytest.fixture
def admin(desk):
    """Runs use cases as an administrator."""

    def run(name, *args, role="administrator"):
        return desk.run(name, *args, role=role)

    return run
