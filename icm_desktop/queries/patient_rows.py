"""Lines of the Patients list: who, whose, next visit, last contact, open referrals, names alike."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import String, bindparam, func, select

from db import search
from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import Appointment, ServiceRequest
from db.models.types import UtcDateTime
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.patients import PatientRow
from icm_desktop.domain import appointment_states
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.as_of import moment
from icm_desktop.queries.heads import HEAD, head_of
from icm_desktop.queries.lookalikes import with_similar_name

_ENDED = ("revoked", "completed", "entered-in-error")
_MOMENT = bindparam("moment", type_=UtcDateTime())

# Parts of statements about one patient each; whoever runs a statement with the first two gives it `moment`.
COMING = select(Appointment.starts_at).where(
    Appointment.patient_id == Patient.id,
    Appointment.starts_at >= _MOMENT,
    Appointment.status.in_(sorted(appointment_states.COMING)),
    Appointment.removed_at.is_(None),
)
NEXT_APPOINTMENT = COMING.order_by(Appointment.starts_at).limit(1).correlate(Patient).scalar_subquery()
LAST_CONTACT = (
    select(func.max(ContactLog.at))
    .where(ContactLog.patient_id == Patient.id, ContactLog.removed_at.is_(None))
    .correlate(Patient)
    .scalar_subquery()
)
OPEN_REFERRALS = (
    select(func.count())
    .select_from(ServiceRequest)
    .where(
        ServiceRequest.patient_id == Patient.id,
        ServiceRequest.is_referral.is_(True),
        ServiceRequest.closed_on.is_(None),
        ServiceRequest.removed_at.is_(None),
        func.coalesce(ServiceRequest.status, "active").not_in(_ENDED),
    )
    .correlate(Patient)
    .scalar_subquery()
)
_LAST_VISIT = (
    select(Appointment.starts_at)
    .where(
        Appointment.patient_id == Patient.id,
        Appointment.starts_at < _MOMENT,
        Appointment.status.in_(sorted(appointment_states.TOOK_PLACE)),
        Appointment.removed_at.is_(None),
    )
    .order_by(Appointment.starts_at.desc())
    .limit(1)
    .correlate(Patient)
    .scalar_subquery()
)
# Built once: putting a statement together costs more than running it.
_ROWS = (
    select(*HEAD, UserAccount.display_name, NEXT_APPOINTMENT, LAST_CONTACT, _LAST_VISIT, OPEN_REFERRALS)
    .select_from(Patient)
    .outerjoin(UserAccount, UserAccount.id == Patient.coordinator_id)
    .where(Patient.id.in_(search.listed(bindparam("ids", type_=String))), Patient.removed_at.is_(None))
)


@requires(Privilege.DEMOGRAPHICS)
def patient_rows(uow: UnitOfWork, ids: Sequence[int]) -> list[PatientRow]:
    """The lines of these patients, in no order; hidden and removed ones are missing."""
    if not ids:
        return []
    rows = uow.session.execute(_ROWS, {"ids": json.dumps(list(ids)), "moment": moment(uow)}).all()
    alike = with_similar_name(uow, [row[0] for row in rows])
    return [_row(uow, row, row[0] in alike) for row in rows]


def _row(uow: UnitOfWork, row: Any, similar_name: bool) -> PatientRow:
    coordinator, coming, logged, visited, referrals = row[len(HEAD) :]
    last: dt.datetime | None = max((at for at in (logged, visited) if at), default=None)
    day = last.astimezone(uow.zone).date() if last else None
    return PatientRow(head_of(row), coordinator, coming, day, referrals, similar_name)
