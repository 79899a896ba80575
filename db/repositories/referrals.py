"""Referrals with whom they go to: what is asked of the file, without decisions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from db.models.access import UserAccount
from db.models.exchange import SourceResource
from db.models.patient import Patient
from db.models.practice import Organization, Practitioner
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from db.repositories.scheduling import status_in
from db.search import as_text, listed

_IDS = listed(bindparam("ids", type_=String))
_ORGANIZATION = aliased(Organization)
_EMPLOYER = aliased(Organization)
_OWN = (
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
    ServiceRequest.service,
    ServiceRequest.reviewer_id,
    Patient.coordinator_id,
    ServiceRequest.author,
    ServiceRequest.organization,
    ServiceRequest.recorded_when,
    SourceResource.source,
    SourceResource.received_at,
)


def referrals() -> Select[*tuple[Any, ...]]:
    """Every referral that was not removed, with the names and phones of whom it goes to."""
    return (
        select(
            *_OWN,
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
        .join(Patient, Patient.id == ServiceRequest.patient_id)
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


@cache
def referrals_by_id() -> Select[*tuple[Any, ...]]:
    """Those whose ids are in the JSON list `ids`; built once."""
    return referrals().where(ServiceRequest.id.in_(_IDS))


def open_or_closed_since(wanted: Select[*tuple[Any, ...]], day: dt.date) -> Select[*tuple[Any, ...]]:
    """Those nobody closed, and those closed on or after `day`."""
    return wanted.where(or_(ServiceRequest.closed_on.is_(None), ServiceRequest.closed_on >= day))


def facts(session: Session, referral_ids: Sequence[int]) -> dict[int, list[Row[*tuple[Any, ...]]]]:
    """The dated facts of each referral, oldest first."""
    found: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in session.execute(_facts(), {"ids": as_text(referral_ids)}) if referral_ids else ():
        found[row.service_request_id].append(row)
    return found


def visits(session: Session, referral_ids: Sequence[int], statuses: Collection[str]) -> dict[int, dt.datetime]:
    """The latest visit of each referral that is still ahead or booked."""
    if not referral_ids:
        return {}
    found = session.execute(_visits(frozenset(statuses)), {"ids": as_text(referral_ids)})
    return {referral_id: starts_at for referral_id, starts_at in found if starts_at is not None}


@cache
def _facts() -> Select[*tuple[Any, ...]]:
    return (
        select(
            ReferralEvent.id,
            ReferralEvent.service_request_id,
            ReferralEvent.state,
            ReferralEvent.happened_on,
            ReferralEvent.how,
            ReferralEvent.person,
            ReferralEvent.note,
            ReferralEvent.reason_code,
            ReferralEvent.source_id,
            ReferralEvent.created_at,
            UserAccount.display_name.label("by"),
            SourceResource.source,
        )
        .outerjoin(UserAccount, UserAccount.id == ReferralEvent.created_by_id)
        .outerjoin(SourceResource, SourceResource.id == ReferralEvent.source_id)
        .where(ReferralEvent.service_request_id.in_(_IDS), ReferralEvent.removed_at.is_(None))
        .order_by(ReferralEvent.service_request_id, ReferralEvent.happened_on, ReferralEvent.id)
    )


@cache
def _visits(statuses: frozenset[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(Appointment.service_request_id, Appointment.starts_at)
        .where(Appointment.service_request_id.in_(_IDS), status_in(statuses), Appointment.removed_at.is_(None))
        .order_by(Appointment.starts_at)
    )
