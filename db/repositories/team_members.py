"""Users of the practice on teams, and teams of ours that nobody leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from db.models.audit import AuditEvent
from db.models.patient import Patient
from db.models.team import TeamMember
from db.search import among


def inside_on(session: Session, patient_id: int, day: dt.date) -> list[TeamMember]:
    """Users of the practice who are on a patient's team on a day, as they were added."""
    on_it = select(TeamMember).where(TeamMember.patient_id == patient_id, _inside(day))
    return list(session.scalars(on_it.order_by(TeamMember.id)))


def is_led_by_nobody(session: Session, patient_ids: Collection[int], day: dt.date) -> bool:
    """Whether one of these patients has a user of the practice on the team and no lead."""
    left = (
        select(TeamMember.id)
        .join(Patient, Patient.id == TeamMember.patient_id)
        .where(
            TeamMember.patient_id.in_(among(set(patient_ids))),
            _inside(day),
            Patient.coordinator_id.is_(None),
            Patient.removed_at.is_(None),
        )
        .limit(1)
    )
    return session.scalar(left) is not None


def patients_of_act(session: Session, action_id: int) -> set[int]:
    """Every patient an act was about."""
    ids = select(AuditEvent.patient_id).where(AuditEvent.action_id == action_id, AuditEvent.patient_id.is_not(None))
    return {one for one in session.scalars(ids.distinct()) if one is not None}


def _inside(day: dt.date) -> ColumnElement[bool]:
    return and_(
        TeamMember.user_id.is_not(None),
        TeamMember.removed_at.is_(None),
        TeamMember.starts_on <= day,
        or_(TeamMember.ends_on.is_(None), TeamMember.ends_on > day),
    )
