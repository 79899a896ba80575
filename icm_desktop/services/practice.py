"""The practice's own facts: whom patients call, when it is open, where it is, and how its screens behave."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select

from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.people import LEAST_LOCK, MOST_LOCK, MOST_SESSION, PracticeSaved, SavePractice
from icm_desktop.domain.public_address import public_address
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import people
from icm_desktop.services import lines


@requires(Privilege.SETTINGS)
def save(uow: UnitOfWork, request: SavePractice) -> PracticeSaved:
    """Change what patients read about the practice on every page, and how its screens behave.

    Another time zone counts from the next sign-in on; visits keep their moment, working hours their wall time.

    Raises:
        Invalid: access.bad_practice_name, access.bad_time_zone, set_up.bad_lock, set_up.bad_session, set_up.not_public,
            registration.bad_phone, bad_email, too_long.
        NotFound: people.no_practice.
    """
    row = uow.session.scalars(select(Practice).order_by(Practice.id).limit(1)).first()
    if row is None:
        raise NotFound("people.no_practice")
    if request.name is not None:
        row.name = lines.needed(request.name, "name", "access.bad_practice_name")
    row.phone, row.fax = lines.phone(request.phone), lines.phone(request.fax, "fax")
    row.after_hours_phone = lines.phone(request.after_hours_phone, "after_hours_phone")
    row.hours_text = lines.line(request.hours_text, "hours_text")
    row.address = lines.line(request.address, "address")
    row.email, row.website = lines.email(request.email), lines.line(request.website, "website")
    row.clock_24_hours = request.clock_24_hours
    if request.photos_enabled is not None:
        row.photos_enabled = request.photos_enabled
    if request.pictures_on_pages is not None:
        row.pictures_on_pages = request.pictures_on_pages
    if request.code_on_pages is not None:
        row.code_on_pages = request.code_on_pages
    if row.code_on_pages and not public_address(row.website):
        raise Invalid("set_up.not_public", "website")
    if request.time_zone is not None:
        row.time_zone = _zone(request.time_zone)
    if request.lock_minutes is not None:
        if not LEAST_LOCK <= request.lock_minutes <= MOST_LOCK:
            raise Invalid("set_up.bad_lock", "lock_minutes", least=LEAST_LOCK, most=MOST_LOCK)
        row.lock_minutes = request.lock_minutes
    if request.session_hours is not None:
        if not 1 <= request.session_hours <= MOST_SESSION:
            raise Invalid("set_up.bad_session", "session_hours", most=MOST_SESSION)
        row.session_hours = request.session_hours
    uow.session.flush()
    return PracticeSaved(people.practice(uow), Changes.of("practice", action_id=uow.action_id))


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid("access.bad_time_zone", "time_zone", zone=name) from None
