"""Sensitive notes opened in an emergency: what is put on record, and closing them again before the hour is over."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.models.notes import EmergencyAccess
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.notes import EmergencyEnded, OpenInEmergency
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import cleaning
from icm_desktop.services.disclosing import TREATMENT, Leaving, Recipient, disclose

CHANNEL = "emergency"
_LONGEST = 200


@requires(Privilege.CLINICAL_READ)
def opening(uow: UnitOfWork, request: OpenInEmergency, reason: str, ends_at: dt.datetime) -> EmergencyAccess:
    """Keep who opened what when, for whom and why; told to somebody elsewhere it is a disclosure, too.

    Source: 42 CFR 2.51(c).

    Raises:
        Invalid: notes.emergency_personnel at "personnel", notes.emergency_affiliation at "affiliation";
            registration.too_long.
    """
    personnel = cleaning.line("personnel", request.personnel, _LONGEST)
    affiliation = cleaning.line("affiliation", request.affiliation, _LONGEST)
    for field, told in (("personnel", personnel), ("affiliation", affiliation)):
        if told is None:
            raise Invalid(f"notes.emergency_{field}", field)
    row = EmergencyAccess(
        patient_id=request.patient_id, user_id=uow.actor.user_id, opened_at=uow.now, ends_at=ends_at, reason=reason,
        personnel=personnel, affiliation=affiliation,
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    if affiliation != uow.session.scalars(select(Practice.name).limit(1)).one():
        leaving = Leaving(row.patient_id, CHANNEL, TREATMENT, "", reason, True, (EmergencyAccess.__tablename__, row.id))
        disclose(uow, leaving, Recipient(f"{personnel}, {affiliation}"))
    return row


@requires(Privilege.CLINICAL_READ)
def end(uow: UnitOfWork, patient_id: int) -> EmergencyEnded:
    """Close the sensitive notes of a patient again, before the time is over.

    Raises:
        NotFound: notes.none_open.
    """
    wanted = select(EmergencyAccess).where(
        EmergencyAccess.patient_id == patient_id, EmergencyAccess.user_id == uow.actor.user_id,
        EmergencyAccess.ends_at > uow.now, EmergencyAccess.removed_at.is_(None),
    )  # fmt: skip
    rows = list(uow.session.scalars(wanted))
    if not rows:
        raise NotFound("notes.none_open")
    for row in rows:
        row.ends_at = row.ended_at = uow.now
        uow.record("note.emergency_ended", patient_id=patient_id, object_kind="emergency_access", object_id=row.id)
    uow.session.flush()
    return EmergencyEnded(
        len(rows), Changes.of("care_note", "worklist", patient_id=patient_id, action_id=uow.action_id)
    )
