"""Who can be given work, and the practice itself."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Select, func, select

from db.models.access import UserAccount
from db.models.plan import CareTeam, CareTeamMember
from db.models.practice import Practice
from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.people import LOCK_MINUTES, SESSION_HOURS, Colleague, PracticeFacts, ZoneChange
from icm_desktop.domain import names
from icm_desktop.domain.appointment_states import COMING
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads

_FORMER_TEAM = ("inactive", "entered-in-error", "suspended")


@requires(Privilege.SIGN_IN)
def practice(uow: UnitOfWork) -> PracticeFacts:
    """Name, time zone, phones and the day it is there.

    Raises:
        NotFound: people.no_practice, in a database that was never set up.
    """
    found = uow.session.scalars(select(Practice).order_by(Practice.id).limit(1)).first()
    if found is None:
        raise NotFound("people.no_practice")
    return PracticeFacts(
        found.name,
        found.time_zone,
        found.is_sample,
        found.phone,
        found.after_hours_phone,
        found.hours_text,
        found.address,
        found.clock_24_hours,
        uow.today,
        found.fax,
        found.email,
        found.website,
        bool(found.photos_enabled),
        found.lock_minutes or LOCK_MINUTES,
        found.pictures_on_pages is not False,
        bool(found.code_on_pages),
        found.session_hours or SESSION_HOURS,
    )


@requires(Privilege.SETTINGS)
def zone_change(uow: UnitOfWork, time_zone: str) -> ZoneChange:
    """What follows when the practice takes another time zone.

    Raises:
        Invalid: access.bad_time_zone.
    """
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid("access.bad_time_zone", "time_zone", zone=time_zone) from None
    coming = select(func.count()).where(
        Appointment.removed_at.is_(None), Appointment.starts_at >= uow.now, status_in(COMING)
    )
    stored = uow.session.scalars(select(Practice.time_zone).order_by(Practice.id).limit(1)).first() or uow.zone.key
    offsets = [uow.now.astimezone(each).utcoffset() or dt.timedelta() for each in (zone, ZoneInfo(stored))]
    hours = (offsets[0] - offsets[1]).total_seconds() / 3600
    return ZoneChange(zone.key, uow.session.scalar(coming) or 0, hours)


@requires(Privilege.SIGN_IN)
def colleagues(uow: UnitOfWork) -> tuple[Colleague, ...]:
    """Users who may sign in, by name."""
    accounts = select(UserAccount.id, UserAccount.display_name, UserAccount.role).where(
        UserAccount.disabled_at.is_(None), UserAccount.removed_at.is_(None)
    )
    return tuple(Colleague(*row) for row in uow.session.execute(accounts.order_by(UserAccount.display_name)))


@requires(Privilege.SIGN_IN)
def names_of_users(uow: UnitOfWork) -> dict[int, str]:
    """The name of every user, of those who left too."""
    return {row.id: row.display_name for row in uow.session.execute(_users())}


@cache
def _users() -> Select[int, str]:
    return select(UserAccount.id, UserAccount.display_name)


@requires(Privilege.DEMOGRAPHICS)
def owners(uow: UnitOfWork, patient_id: int) -> tuple[Owner, ...]:
    """Everybody who can own a goal, action or referral of this patient: us, the patient, the care team outside.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads(uow, [patient_id]).get(patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    inside = [Owner(OwnerKind.USER, one.display_name, one.id) for one in colleagues(uow)]
    patient = Owner(OwnerKind.PATIENT, names.spoken(head.given, head.family))
    members = (
        select(CareTeamMember.member_key, CareTeamMember.name, CareTeamMember.practitioner_id)
        .join(CareTeam, CareTeam.id == CareTeamMember.care_team_id)
        .where(
            CareTeamMember.patient_id == patient_id,
            CareTeamMember.removed_at.is_(None),
            CareTeam.removed_at.is_(None),
            CareTeam.status.is_(None) | CareTeam.status.not_in(_FORMER_TEAM),
        )
        .order_by(CareTeamMember.name)
    )
    outside: dict[str, Owner] = {}
    for key, name, practitioner_id in uow.session.execute(members):
        if not names.is_called(name, head.given, head.family):  # some teams name the patient too
            kind = OwnerKind.PRACTITIONER if practitioner_id else OwnerKind.PERSON
            outside.setdefault(key, Owner(kind, name, practitioner_id))
    return (*inside, patient, *outside.values())
