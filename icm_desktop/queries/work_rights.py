"""Worklist items of patients' rights: requests whose last day comes near, until they are answered."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from db.models.patient import Patient
from db.models.privacy import PatientRequest
from db.models.types import IsoDate
from db.unit_of_work import UnitOfWork
from icm_desktop.content import privacy
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.privacy import OPEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_items import URGENT, Found, Params, Scope, WorkItem

KIND = "request"


@requires(Privilege.WORKLIST)
def request_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Open requests from some days before their last day on; whose patient died is still answered."""
    if not scope.wants(KIND):
        return Found((), ())
    near = scope.day + dt.timedelta(days=privacy.days_ahead())
    wanted = scope.of_patients(_open(), PatientRequest.patient_id)
    return scope.settled(_item(scope, row) for row in uow.session.execute(wanted, {"near": near}))


@cache
def _open() -> Select[*tuple[Any, ...]]:
    columns = (PatientRequest.id, PatientRequest.version, PatientRequest.patient_id, PatientRequest.kind,
               PatientRequest.received_on, PatientRequest.due_on, PatientRequest.extended_on,
               PatientRequest.owner_kind, PatientRequest.owner_name, PatientRequest.owner_user_id,
               PatientRequest.owner_practitioner_id)  # fmt: skip
    return (
        select(*columns, Patient.coordinator_id)
        .join(Patient, Patient.id == PatientRequest.patient_id)
        .where(PatientRequest.removed_at.is_(None), PatientRequest.status == OPEN)
        .where(PatientRequest.due_on <= bindparam("near", type_=IsoDate))
    )


def _item(scope: Scope, row: Row[*tuple[Any, ...]]) -> WorkItem:
    why: Params = (("received_on", row.received_on.isoformat()),)
    if row.extended_on is not None:
        why += (("extended_on", row.extended_on.isoformat()),)
    return WorkItem(
        key=f"{KIND}:{row.id}", section=scope.section(row.due_on), kind=KIND, patient_id=row.patient_id,
        title=f"today.request_{row.kind}", neutral="today.neutral_request",
        why="today.why_request_longer" if row.extended_on is not None else "today.why_request", why_params=why,
        due=row.due_on, days_late=days_late(row.due_on, scope.day), priority=URGENT, owner=scope.owner(row),
        can_finish=False, version=row.version,
    )  # fmt: skip
