"""What belongs to a record: the results of a report, the parts of a panel, what happened during a visit or stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import and_, or_, select

from db.models.clinical import Condition, DiagnosticReport, MedicationEntry, Observation, Procedure
from db.models.documents import Document
from db.models.exchange import SourceResource
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.records import FactRef, LinkedFact
from icm_desktop.domain.records import KINDS, MISTAKEN
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.patient_requests import amendments
from icm_desktop.queries.record_titles import title_of
from icm_desktop.queries.record_values import value_text

MOST = 60  # of each kind; a stay can have thousands of values
_OF_VISIT: tuple[Any, ...] = (Document, DiagnosticReport, Condition, Procedure, MedicationEntry, Observation)


@requires(Privilege.DEMOGRAPHICS)
def linked(uow: UnitOfWork, kind: str, row: Any) -> tuple[tuple[LinkedFact, ...], int]:
    """The records that belong to a row, and how many more there are."""
    beside = _amendments(uow, kind, row)
    if kind == "encounter":
        key = _key(uow, row)
        of_visit, more = _of_visit(uow, row.patient_id, key) if key else ((), 0)
        return (*beside, *of_visit), more
    keys = {"diagnostic_report": "results", "observation": "members"}.get(kind)
    named = getattr(row, keys) if keys else None
    if not named:
        return beside, 0
    found = _by_keys(uow, row.patient_id, named[:MOST])
    return (*beside, *found), max(len(named) - MOST, 0)


def _amendments(uow: UnitOfWork, kind: str, row: Any) -> tuple[LinkedFact, ...]:
    """What the patient asked to amend in it, and what became of that: it stands beside the record for good."""
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        return ()
    return tuple(
        LinkedFact(FactRef("patient_request", one.id), one.kind, one.received_on.isoformat(), one.outcome or one.status)
        for one in amendments(uow, kind, row.id)
    )


def _key(uow: UnitOfWork, row: Any) -> str | None:
    if row.source_id is None:
        return None
    named = select(SourceResource.resource_type, SourceResource.resource_id).where(SourceResource.id == row.source_id)
    found = uow.session.execute(named).first()
    return f"{found.resource_type}/{found.resource_id}" if found else None


def _of_visit(uow: UnitOfWork, patient_id: int, key: str) -> tuple[tuple[LinkedFact, ...], int]:
    found: list[LinkedFact] = []
    more = 0
    for table in _OF_VISIT:
        wanted = select(table).where(
            table.patient_id == patient_id, table.encounter_source == key, table.removed_at.is_(None)
        )
        rows = list(uow.session.scalars(wanted.order_by(table.id).limit(MOST + 1)))
        more += len(rows) > MOST
        found.extend(_linked(row) for row in rows[:MOST] if not _mistaken(row))
    return tuple(found), more


def _by_keys(uow: UnitOfWork, patient_id: int, keys: Iterable[str]) -> tuple[LinkedFact, ...]:
    wanted = [tuple(key.partition("#")[0].split("/", 1)) for key in keys if "/" in key]
    sought = or_(
        *(and_(SourceResource.resource_type == kind, SourceResource.resource_id == name) for kind, name in wanted)
    )
    ids = select(SourceResource.target_id).where(
        SourceResource.target_table == "observation", SourceResource.patient_id == patient_id, sought
    )
    rows = select(Observation).where(Observation.id.in_(ids), Observation.removed_at.is_(None))
    return tuple(_told(uow.session.scalars(rows.order_by(Observation.id)))) if wanted else ()


def _told(rows: Iterable[Any]) -> Iterator[LinkedFact]:
    return (_linked(row) for row in rows if not _mistaken(row))


def _linked(row: Any) -> LinkedFact:
    kind = KINDS[row.__tablename__]
    when = getattr(row, kind.when) if kind.when else None
    detail = (value_text(row) or "") if isinstance(row, Observation) else ""
    return LinkedFact(FactRef(row.__tablename__, row.id), title_of(kind, row), when, detail)


def _mistaken(row: Any) -> bool:
    kind = KINDS[row.__tablename__]
    return getattr(row, kind.mistaken_in or "status", None) == MISTAKEN
