"""Referrals with whom they go to: what is asked of the file, without decisions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, Select, or_, select
from sqlalchemy.orm import Session, aliased

from db.models.access import UserAccount
from db.models.exchange import SourceResource
from db.models.practice import Organization, Practitioner
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from db.repositories.scheduling import status_in

AT_ONCE = 500
_ORGANIZATION = aliased(Organization)
_EMPLOYER = aliased(Organization)


def referrals() -> Select[*tuple[Any, ...]]:
    """Every referral that was not removed, with the names and phones of whom it goes to."""
    return (
        select(
            ServiceRequest.id,
            ServiceRequest.version,
            ServiceRequest.patient_id,
            ServiceRequest.status,
            ServiceRequest.text,
            ServiceRequest.to_text,
            ServiceRequest.to_phone,
            ServiceRequest.reason,
            ServiceRequest.question,
            ServiceRequest.urgency,
            ServiceRequest.ordered_on,
            ServiceRequest.requester,
            ServiceRequest.sensitive,
            ServiceRequest.closed_on,
            ServiceRequest.source_id,
            ServiceRequest.owner_kind,
            ServiceRequest.owner_name,
            ServiceRequest.owner_user_id,
            ServiceRequest.owner_practitioner_id,
            ServiceRequest.author,
            ServiceRequest.organization,
            ServiceRequest.recorded_when,
            SourceResource.source,
            SourceResource.received_at,
            Practitioner.prefix,
            Practitioner.given,
            Practitioner.family,
            Practitioner.suffix,
            Practitioner.phone.label("practitioner_phone"),
            _ORGANIZATION.name.label("organization_name"),
            _ORGANIZATION.phone.label("organization_phone"),
            _EMPLOYER.name.label("employer_name"),
            _EMPLOYER.phone.label("employer_phone"),
        )
        .outerjoin(SourceResource, SourceResource.id == ServiceRequest.source_id)
        .outerjoin(Practitioner, Practitioner.id == ServiceRequest.to_practitioner_id)
        .outerjoin(_ORGANIZATION, _ORGANIZATION.id == ServiceRequest.to_organization_id)
        .outerjoin(_EMPLOYER, _EMPLOYER.id == Practitioner.organization_id)
        .where(
            ServiceRequest.is_referral.is_(True),
            ServiceRequest.removed_at.is_(None),
            or_(ServiceRequest.status.is_(None), ServiceRequest.status != "entered-in-error"),
        )
    )


def open_or_closed_since(wanted: Select[*tuple[Any, ...]], day: dt.date) -> Select[*tuple[Any, ...]]:
    """Those nobody closed, and those closed on or after `day`."""
    return wanted.where(or_(ServiceRequest.closed_on.is_(None), ServiceRequest.closed_on >= day))


def facts(session: Session, referral_ids: Sequence[int]) -> dict[int, list[Row[*tuple[Any, ...]]]]:
    """The dated facts of each referral, oldest first."""
    found: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for start in range(0, len(referral_ids), AT_ONCE):
        wanted = (
            select(
                ReferralEvent.id,
                ReferralEvent.service_request_id,
                ReferralEvent.state,
                ReferralEvent.happened_on,
                ReferralEvent.how,
                ReferralEvent.person,
                ReferralEvent.note,
                ReferralEvent.source_id,
                ReferralEvent.created_at,
                UserAccount.display_name.label("by"),
                SourceResource.source,
            )
            .outerjoin(UserAccount, UserAccount.id == ReferralEvent.created_by_id)
            .outerjoin(SourceResource, SourceResource.id == ReferralEvent.source_id)
            .where(
                ReferralEvent.service_request_id.in_(referral_ids[start : start + AT_ONCE]),
                ReferralEvent.removed_at.is_(None),
            )
            .order_by(ReferralEvent.service_request_id, ReferralEvent.happened_on, ReferralEvent.id)
        )
        for row in session.execute(wanted):
            found[row.service_request_id].append(row)
    return found


def visits(session: Session, referral_ids: Sequence[int], statuses: Collection[str]) -> dict[int, dt.datetime]:
    """The latest visit of each referral that is still ahead or booked."""
    found: dict[int, dt.datetime] = {}
    for start in range(0, len(referral_ids), AT_ONCE):
        wanted = select(Appointment.service_request_id, Appointment.starts_at).where(
            Appointment.service_request_id.in_(referral_ids[start : start + AT_ONCE]),
            status_in(statuses),
            Appointment.removed_at.is_(None),
        )
        for referral_id, starts_at in session.execute(wanted.order_by(Appointment.starts_at)):
            if referral_id is not None and starts_at is not None:
                found[referral_id] = starts_at
    return found
