"""Sites of the practice with their opening hours, and the rooms in them."""

from __future__ import annotations

import itertools
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select

from db.models.practice import Practitioner, WorkingHours
from db.models.set_up import Room, Site, SiteHours
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.set_up import Hours, Retire, Saved, SaveRoom, SaveSite
from icm_desktop.domain.timeslots import wall_time
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import lines
from icm_desktop.services.rows import current, known
from icm_desktop.services.stranded import keeping_visits

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_IN_A_ROOM = 50  # visits at a time; a group fits, a typing mistake does not


@requires(Privilege.SETTINGS)
def save_site(uow: UnitOfWork, request: SaveSite) -> Saved:
    """Add or change a site and its opening hours; without hours it is open whenever somebody works there.

    Raises:
        Invalid: set_up.name_missing, name_taken, access.bad_time_zone, scheduling.bad_hours, scheduling.hours_overlap,
            registration.bad_phone, registration.too_long.
        Conflict: set_up.visits_stranded, set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    name = lines.needed(request.name, "name", "set_up.name_missing")
    _check_taken(uow, name, request.site_id)
    _check_hours(request.hours)
    zone = _zone(request.time_zone)
    row = Site() if request.site_id is None else current(uow.session, Site, request.site_id, request.expected_version)
    with keeping_visits(uow, request.confirmed or request.site_id is None):
        row.name, row.time_zone = name, zone
        row.address = lines.line(request.address, "address")
        row.phone, row.fax = lines.phone(request.phone), lines.phone(request.fax, "fax")
        row.directions = lines.note(request.directions, "directions")
        uow.session.add(row)
        uow.session.flush()
        _replace_hours(uow, row.id, set(request.hours))
    return Saved(row.id, Changes.of("site", "clinician", action_id=uow.action_id))


@requires(Privilege.SETTINGS)
def retire_site(uow: UnitOfWork, request: Retire) -> Saved:
    """Take a site out of use.

    Raises:
        Invalid: set_up.site_in_use while hours or rooms are there.
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = current(uow.session, Site, request.id, request.expected_version)
    used = [
        uow.session.scalar(select(func.count()).where(model.site_id == row.id, model.removed_at.is_(None)))
        for model in (WorkingHours, Room)
    ]
    if any(used):
        raise Invalid("set_up.site_in_use", hours=used[0], rooms=used[1])
    row.removed_at = uow.now
    return Saved(row.id, Changes.of("site", action_id=uow.action_id))


@requires(Privilege.APPOINTMENTS)
def save_room(uow: UnitOfWork, request: SaveRoom) -> Saved:
    """Add or change a room or piece of equipment.

    Raises:
        Invalid: set_up.name_missing, name_taken, no_such_site, bad_capacity, registration.too_long.
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    name = lines.needed(request.name, "name", "set_up.name_missing")
    if not 1 <= request.capacity <= MOST_IN_A_ROOM:
        raise Invalid("set_up.bad_capacity", "capacity", most=MOST_IN_A_ROOM)
    same = select(Room.id).where(func.lower(Room.name) == name.lower(), Room.removed_at.is_(None))
    if set(uow.session.scalars(same.where(Room.site_id.is_not_distinct_from(request.site_id)))) - {request.room_id}:
        raise Invalid("set_up.name_taken", "name", name=name)
    if not known(uow.session, Site, request.site_id):
        raise Invalid("set_up.no_such_site", "site_id")
    row = Room() if request.room_id is None else current(uow.session, Room, request.room_id, request.expected_version)
    row.name, row.site_id = name, request.site_id
    row.kind, row.note = lines.line(request.kind, "kind"), lines.note(request.note)
    row.capacity = request.capacity if request.capacity > 1 else None
    row.is_equipment = request.is_equipment or None
    row.closed_weekdays = sorted(set(request.closed_weekdays) & set(range(len(DAYS)))) or None
    uow.session.add(row)
    uow.session.flush()
    return Saved(row.id, Changes.of("room", action_id=uow.action_id))


@requires(Privilege.APPOINTMENTS)
def retire_room(uow: UnitOfWork, request: Retire) -> Saved:
    """Take a room out of use.

    Raises:
        Invalid: set_up.room_in_use while somebody works there.
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = current(uow.session, Room, request.id, request.expected_version)
    used = uow.session.scalar(
        select(func.count()).where(WorkingHours.room_id == row.id, WorkingHours.removed_at.is_(None))
    )
    if used:
        raise Invalid("set_up.room_in_use", hours=used)
    for person in uow.session.scalars(select(Practitioner).where(Practitioner.default_room_id == row.id)):
        person.default_room_id = None
    row.removed_at = uow.now
    return Saved(row.id, Changes.of("room", action_id=uow.action_id))


def _check_taken(uow: UnitOfWork, name: str, site_id: int | None) -> None:
    same = select(Site.id).where(func.lower(Site.name) == name.lower(), Site.removed_at.is_(None))
    if set(uow.session.scalars(same)) - {site_id}:
        raise Invalid("set_up.name_taken", "name", name=name)


def _replace_hours(uow: UnitOfWork, site_id: int, wanted: set[tuple[int, str, str]]) -> None:
    stored = select(SiteHours).where(SiteHours.site_id == site_id, SiteHours.removed_at.is_(None))
    for row in uow.session.scalars(stored):
        stretch = (row.weekday, row.opens, row.closes)
        if stretch in wanted:
            wanted.discard(stretch)
        else:
            row.removed_at = uow.now
    for weekday, opens, closes in sorted(wanted):
        uow.session.add(SiteHours(site_id=site_id, weekday=weekday, opens=opens, closes=closes))
    uow.session.flush()


def _zone(text: str | None) -> str | None:
    name = (text or "").strip()
    if not name:
        return None
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid("access.bad_time_zone", "time_zone", zone=name) from None


def _check_hours(hours: Hours) -> None:
    for weekday, opens, closes in hours:
        try:
            good = 0 <= weekday < len(DAYS) and wall_time(opens) < wall_time(closes)
        except ValueError:
            good = False
        if not good:
            raise Invalid("scheduling.bad_hours", "hours")
    for first, second in itertools.pairwise(sorted(hours)):
        if first[0] == second[0] and second[1] < first[2]:
            raise Invalid("scheduling.hours_overlap", "hours", weekday=DAYS[first[0]])
