"""The facts measures look at, of some patients: everything their records say under the codes that are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.measure_facts import Person, Row, key_of
from db.repositories.measure_rows import MeasureRows
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import moments
from icm_desktop.domain.measures.clock import number
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.measuring import events, medicines, orders, problems, results, screens, visits
from icm_desktop.queries.measuring.codes import asked_codes
from icm_desktop.queries.measuring.slices import Slice
from icm_desktop.queries.practice_policies import practice_policies

_WRONG = "entered-in-error"


@dataclass(frozen=True, slots=True)
class Projected:
    """What is to be kept of some patients."""

    ids: Sequence[int]
    people: list[Person]
    rows: list[Row]


@requires(Privilege.CLINICAL_READ)
def projected(uow: UnitOfWork, ids: Sequence[int]) -> Projected:
    """The people and their facts."""
    some = Slice(MeasureRows(uow.session.connection(), ids), asked_codes(uow), uow.zone, practice_policies(uow))
    people, deaths = _people(some)
    found = list(results.observations(some, results.classes_of(some)))
    handed = list(medicines.dispenses(some))
    rows = [
        *deaths,
        *found,
        *screens.of_scores(found, {one.patient_id: one for one in people}, some.own),
        *screens.follow_ups(some),
        *visits.encounters(some, visits.diagnoses_of(some)),
        *visits.procedures(some),
        *problems.conditions(some),
        *problems.allergies(some),
        *medicines.medicines(some),
        *handed,
        *medicines.refills(some, handed),
        *orders.requests(some),
        *orders.tasks(some),
        *orders.reports(some),
        *orders.devices(some),
        *events.events(some),
        *events.discharges(some),
        *events.first_visit(some),
    ]
    counted = {one.patient_id for one in people if one.counted}
    return Projected(ids, people, [row for row in rows if row.patient_id in counted and not _is_wrong(row)])


def _is_wrong(row: Row) -> bool:
    """What was entered in error never happened, whatever a measure asks of its status."""
    return _WRONG in (row.status, row.verification)


def _people(some: Slice) -> tuple[list[Person], list[Row]]:
    people, deaths = list[Person](), list[Row]()
    for patient_id, born, sex, deceased, died, counted in some.rows.people():
        span = moments.span(born, some.zone) if born else None
        first, last = (number(span.first), number(span.last)) if span else (None, None)
        people.append(Person(patient_id, first, last, sex, counted))
        if deceased or died:
            deaths.append(Row(patient_id, "Death", key_of("patient", patient_id), None, **some.at(died)))
    return people, deaths
