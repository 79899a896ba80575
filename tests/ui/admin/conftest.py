"""Who sits at the Admin page."""

from __future__ import annotations

import pytest

from icm_desktop.permissions import Role
from tests.ui.admin.office import open_office


@pytest.fixture
def admin(sit_at):
    return open_office(sit_at)


@pytest.fixture
def front(sit_at):
    return open_office(sit_at, Role.FRONT_DESK)
