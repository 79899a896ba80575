"""Whose visits are ours: by name, by earlier visits, or by the records a practice begins with."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.models.exchange import SourceResource
from db.models.scheduling import Appointment
from tests.exchange.conftest import patient, run

OURS = {"reference": "Organization/ours"}
ELSEWHERE = {"reference": "Organization/elsewhere"}


def organization(name: str) -> dict:
    return {"resourceType": "Organization", "id": name, "name": f"The {name} clinic"}


def doctor(name: str, employer: dict) -> list[dict]:
    who = {"reference": f"Practitioner/{name}"}
    return [
        {"resourceType": "Practitioner", "id": name, "name": [{"family": name.title()}]},
        {"resourceType": "PractitionerRole", "id": f"{name}-role", "practitioner": who, "organization": employer},
    ]


def visit(name: str, whom: str) -> dict:
    people = [{"actor": {"reference": "Patient/p1"}}, {"actor": {"reference": f"Practitioner/{whom}"}}]
    start = "2026-11-24T15:00:00Z"
    return {"resourceType": "Appointment", "id": name, "status": "booked", "start": start, "participant": people}


def stay(provider: dict, kind: str = "EMER") -> dict:
    fields = {"status": "finished", "class": {"code": kind}, "serviceProvider": provider}
    return {"resourceType": "Encounter", "id": "e1", "subject": {"reference": "Patient/p1"}, **fields}


def record(**more) -> list[dict]:
    whose = {"generalPractitioner": [{"reference": "Practitioner/moore"}], "managingOrganization": OURS}
    places = [organization("ours"), organization("elsewhere")]
    people = [*doctor("moore", OURS), *doctor("heart", ELSEWHERE)]
    return [*places, *people, patient(**(whose | more)), visit("a1", "moore"), visit("a2", "heart")]


def _outside(practice) -> dict[str, bool]:
    query = select(SourceResource.resource_id, Appointment.outside).join(
        Appointment, Appointment.source_id == SourceResource.id
    )
    with practice.read() as uow:
        return dict(list(uow.session.execute(query)))


@pytest.mark.parametrize("extra", [[], [stay(ELSEWHERE)], [stay(OURS, "AMB")]])
def test_a_practice_that_begins_with_its_own_records_knows_its_visits_whatever_it_is_called(practice, write, extra):
    run(practice, write("a.json", *record(), *extra))
    assert _outside(practice) == {"a1": False, "a2": True}
    run(practice, write("b.json", visit("a3", "moore"), visit("a4", "heart"), *doctor("moore", OURS)))
    assert _outside(practice) == {"a1": False, "a2": True, "a3": False, "a4": True}


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([*record(), stay(OURS)], id="a hospital that employs the general practitioner"),
        pytest.param([*record(), stay(OURS, "IMP")], id="a hospital with wards"),
        pytest.param(record(generalPractitioner=[{"reference": "Practitioner/heart"}]), id="cared for elsewhere"),
        pytest.param(record(generalPractitioner=[]), id="no general practitioner told"),
        pytest.param(record(managingOrganization=None), id="no keeper of the record told"),
        pytest.param(
            [
                *record(),
                patient(
                    "p2",
                    "Lund",
                    "1950-01-01",
                    generalPractitioner=[{"reference": "Practitioner/heart"}],
                    managingOrganization=ELSEWHERE,
                ),
            ],
            id="an export of several practices",
        ),
    ],
)
def test_visits_of_others_are_not_claimed(practice, write, records):
    run(practice, write("a.json", *records))
    assert _outside(practice) == {"a1": True, "a2": True}


def test_a_practice_that_has_visits_does_not_take_another_for_itself(practice, write):
    run(practice, write("a.json", patient(), organization("elsewhere"), *doctor("heart", ELSEWHERE), visit("a0", "x")))
    run(practice, write("b.json", *record()))
    assert _outside(practice) == {"a0": True, "a1": True, "a2": True}


def test_the_golden_patients_visits_come_out_whatever_the_practice_is_called(practice, golden_dir):
    run(practice, golden_dir / "a.json")
    found = {name.removeprefix("golden-a-"): outside for name, outside in _outside(practice).items()}
    assert found["ap-pcp"] is False
    assert {name for name, outside in found.items() if outside} == {"ap-endo", "ap-bh", "ap-card"}
