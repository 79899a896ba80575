"""Every cell of the board by every grouping: the names behind it are as many, or come to as much, as it says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db.models.coverage import Coverage
from db.models.pathways import PathwayEnrolment
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Site
from icm_desktop.contracts.outcomes import (
    BY,
    HITS,
    REST,
    AskBehindFigure,
    AskOutcomes,
    FigureRow,
    PeopleBehind,
)
from tests.outcomes.conftest import TODAY, YEAR, Proof, bring_avoidable, cost
from tests.populations.conftest import problem, score, visit
from tests.support import make_practice

FIGURES = ("CMS122", "NO-SHOW", "emergency-visits", "emergency-avoidable", "emergency-often", "stays", "cost")
WHOLE = ("emergency-visits", "stays", "cost")  # counted in time: all is above the line


def here(day: str, status: str, practitioner: int, site: int | None = None, **more: Any) -> Appointment:
    at = dt.datetime.fromisoformat(f"{day}T15:00:00+00:00")
    return Appointment(starts_at=at, ends_at=at + dt.timedelta(hours=1), status=status, practitioner_id=practitioner,
                       site_id=site, **more)  # fmt: skip


def insured(payer: str | None, **more: Any) -> Coverage:
    return Coverage(status="active", starts_on="2024-11-01", payer=payer, **more)


def enrolled(pathway: str) -> PathwayEnrolment:
    return PathwayEnrolment(pathway=pathway, status="enrolled", entered_on=TODAY)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory):
    """People of two clinicians, two sites, three languages and payers, two pathways; some of nobody and nowhere."""
    folder = tmp_path_factory.mktemp("mixed")
    proof = Proof(make_practice(folder / "practice", today=TODAY))
    with proof.practice.open().write("test") as uow:
        north, south = Site(name="North"), Site(name="South")
        uow.session.add_all((north, south))
        uow.session.flush()
        one, two = Practitioner(family="Ono", inside=True, default_site_id=north.id), Practitioner(family="Tan")
        uow.session.add_all((one, two))
        uow.session.flush()
        ono, tan, far = one.id, two.id, south.id
    people: tuple[tuple[Any, ...], ...] = (
        ({"language": "es"}, [insured("Plan A", position=1), insured("Aaa", position=2)],
         [here("2026-03-01", "fulfilled", ono), here("2026-02-01", "noshow", ono)], [enrolled("diabetes")]),
        ({"language": "es"}, [insured("Plan B"), insured("Plan A", position=1)],
         [here("2026-03-02", "fulfilled", ono, far), here("2026-04-02", "noshow", tan)], [enrolled("copd")]),
        ({"language": "en"}, [insured(None, text="Plan A")],
         [here("2026-05-01", "fulfilled", tan, far), here("2026-06-01", "fulfilled", ono, outside=True)],
         [enrolled("diabetes"), enrolled("copd")]),
        ({"language": "en"}, [],
         [here("2026-01-05", "fulfilled", tan, far), here("2026-11-30", "fulfilled", ono, far)], []),
        ({"language": None}, [insured("Plan B")], [], []),
    )  # fmt: skip
    for number, (person, payers, visits, others) in enumerate(people):
        emergencies = [visit("EMER", f"2026-{month:02}-10") for month in range(1, 2 + number)]
        proof.add(
            problem("E11.9", onset_when="2015-01-01"), score("4548-4", 6.5 + number, "2026-03-01"),
            visit("IMP", "2026-08-01", "2026-08-03"), visit("AMB", "2026-03-03"), *payers, *visits, *others,
            *emergencies, *(cost(f"2026-0{month}-05", 10.5 * month) for month in range(1, 2 + number)), **person,
        )  # fmt: skip
    bring_avoidable(proof, folder)
    proof.run("services.measure_facts.reckon")
    proof.run("services.risk.reckon_levels")
    yield proof
    proof.practice.database.close()


def behind(proof: Proof, asked: AskOutcomes, row: FigureRow, key: int | str | None, part: str) -> PeopleBehind:
    found = proof.run(
        "queries.outcomes.board.behind",
        AskBehindFigure(asked, row.id, part, grouped=True, key=key, edition=row.edition, rate=row.rate),
    )
    assert len(found.rows) == found.total
    return found


def comes_to(found: PeopleBehind) -> float:
    if found.amount is None:
        return found.total
    assert sum(one.amount or 0 for one in found.rows) == pytest.approx(found.amount)
    return found.amount


@pytest.mark.parametrize("by", [one for one in BY if one])
def test_what_is_behind_each_cell_comes_to_its_number(mixed: Proof, by: str) -> None:
    asked = AskOutcomes(*YEAR, by=by, line=False, only=FIGURES)
    rows = mixed.run("queries.outcomes.board.outcomes", asked).rows
    people: dict[str, dict[int | str, float]] = {}
    for row in rows:
        for cell in row.groups:
            point = cell.point
            assert comes_to(behind(mixed, asked, row, cell.key, HITS)) == pytest.approx(point.n), (row.id, cell)
            if row.id not in WHOLE:
                rest = behind(mixed, asked, row, cell.key, REST)
                assert comes_to(rest) == pytest.approx(point.of - point.n), (row.id, cell)
        if by != "pathway":
            assert sum(one.point.of for one in row.groups) == row.now.of
            assert sum(one.point.n for one in row.groups) == pytest.approx(row.now.n)
        people[row.id] = {one.key: one.point.of for one in row.groups if one.key is not None}
    assert len(people["emergency-often"]) >= 2
    assert people["CMS122"] == people["emergency-often"]  # measures and figures are told of the same groups
