"""A practice whose people have claims, stays and surveys that a test says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from db.models.coverage import Claim
from icm_desktop.contracts.outcomes import AskOutcomes, FigureRow, Outcomes
from icm_desktop.permissions import Role
from tests.populations.conftest import People
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
YEAR = (dt.date(2025, 12, 1), dt.date(2026, 11, 20))


class Proof(People):
    """Asks for figures besides."""

    def manage(self, name: str, request: Any) -> Any:
        """As the administrator."""
        return self.practice.open(Role.ADMINISTRATOR).run(name, request)

    def board(self, **more: Any) -> Outcomes:
        """The board of a year."""
        asked = AskOutcomes(*YEAR, **({"clinical": False, "line": False} | more))
        found = self.run("queries.outcomes.board.outcomes", asked)
        assert isinstance(found, Outcomes)
        return found

    def figure(self, name: str, **more: Any) -> FigureRow:
        """One figure of it."""
        return next(one for one in self.board(only=(name,), **more).rows if one.id == name)


def cost(day: str, amount: float) -> Claim:
    """An allowed amount on a day."""
    return Claim(kind="benefit", status="active", use="claim", starts_when=day, allowed=amount, currency="USD")


@pytest.fixture
def proof(tmp_path) -> Iterator[Proof]:
    made = make_practice(tmp_path, today=TODAY)
    yield Proof(made)
    made.database.close()
