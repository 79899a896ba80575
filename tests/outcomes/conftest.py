"""A practice whose people have claims, stays and surveys that a test says."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.models.coverage import Claim
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.outcomes import AskOutcomes, FigureRow, ImportTable, Outcomes
from icm_desktop.permissions import Role
from tests.measures.people import ICD, Person, coded
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


def bring_avoidable(proof: Proof, folder: Path) -> None:
    """Three emergency visits of somebody, and a table that calls half of all of it avoidable: 0.9, 0.5 and 0.1."""
    table, bundle = folder / "table.csv", folder / "bundle.json"
    table.write_text("dx,noner,epct,edcnpa,edcnnpa\nA01,0.5,0.4,0.1,0\nA02,0.25,0.25,0.5,0\nA03,0,0.1,0,0.9\n", "utf-8")
    proof.manage("services.outcomes.import_table", ImportTable(str(table)))
    somebody = Person("somebody")
    for code, day in (("A01", "2026-02-01"), ("A02", "2026-03-01"), ("A03", "2026-04-01")):
        somebody.visit(day, class_="EMER", reasonCode=[coded(ICD, code)])
    entries = [{"resource": one} for one in somebody.resources]
    bundle.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
    proof.manage("services.exchange.import_files", ImportRequest((str(bundle),)))


@pytest.fixture
def proof(tmp_path) -> Iterator[Proof]:
    made = make_practice(tmp_path, today=TODAY)
    yield Proof(made)
    made.database.close()
