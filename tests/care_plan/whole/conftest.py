"""A practice with one whole plan, shared by the tests of a module."""

from __future__ import annotations

import pytest

from tests.care_plan.conftest import TODAY
from tests.care_plan.whole_plan import make_whole_plan
from tests.support import make_practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    return make_practice(tmp_path_factory.mktemp("whole"), today=TODAY)


@pytest.fixture(scope="module")
def whole(practice):
    return make_whole_plan(practice)


@pytest.fixture(scope="module")
def rosa(practice):
    return practice.open()
