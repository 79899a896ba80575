"""How many numbers are moved."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Every number of the rules, questionnaires and risks, instead of a sample of them."""
    parser.addoption("--mutation-full", action="store_true", help="move every number of rules and questionnaires")


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether the long form was asked for."""
    return bool(pytestconfig.getoption("--mutation-full", default=False))
