"""The set-up as lists: sites, rooms, closed days, weekly hours and absences."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.practice import Practice, Practitioner
from db.models.set_up import Absence, Closure, Room, Site, SiteHours
from db.repositories import scheduling as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.contracts.set_up import AbsenceRow, ClosureRow, Closures, Places, RoomRow, SiteRow, WeekKey, WeekRow
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, requires

HOLIDAY = "holiday"


@requires(Privilege.SIGN_IN)
def sites(uow: UnitOfWork) -> tuple[SiteRow, ...]:
    """The sites with their opening hours, by name."""
    hours: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    stored = select(SiteHours.site_id, SiteHours.weekday, SiteHours.opens, SiteHours.closes).where(
        SiteHours.removed_at.is_(None)
    )
    stored = stored.order_by(SiteHours.weekday, SiteHours.opens)
    for site_id, weekday, opens, closes in uow.session.execute(stored):
        hours[site_id].append((weekday, opens, closes))
    found = uow.session.scalars(select(Site).where(Site.removed_at.is_(None)).order_by(Site.name, Site.id))
    return tuple(
        SiteRow(
            row.id, row.version, row.name, row.address, row.phone, row.fax, row.time_zone, row.directions,
            tuple(hours[row.id]),
        )
        for row in found
    )  # fmt: skip


@requires(Privilege.APPOINTMENTS)
def rooms(uow: UnitOfWork) -> tuple[RoomRow, ...]:
    """Rooms and equipment, by site and name."""
    found = (
        select(Room, Site.name)
        .outerjoin(Site, Site.id == Room.site_id)
        .where(Room.removed_at.is_(None))
        .order_by(Site.name, Room.name, Room.id)
    )
    return tuple(
        RoomRow(
            row.id, row.version, row.name, row.site_id, site, row.kind, row.note, row.capacity or 1,
            bool(row.is_equipment), tuple(row.closed_weekdays or ()),
        )
        for row, site in uow.session.execute(found)
    )  # fmt: skip


@requires(Privilege.SIGN_IN)
def closures(uow: UnitOfWork, year: int) -> Closures:
    """The closed days of one year: the shipped holidays, which the practice may work on, and its own days."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    stored = (
        select(Closure, Site.name)
        .outerjoin(Site, Site.id == Closure.site_id)
        .where(Closure.removed_at.is_(None), Closure.starts_on <= last, Closure.ends_on >= first)
    )
    own, open_anyway = [], {}
    for row, site in uow.session.execute(stored):
        if row.open_anyway:
            open_anyway[row.starts_on] = row
            continue
        where = (row.site_id, site)
        own.append(ClosureRow(row.id, row.version, row.name, row.kind, row.starts_on, row.ends_on, *where))
    holidays = []
    for day, name in policies.shipped().calendar.holidays_of(year).items():
        changed = open_anyway.get(day)
        holidays.append(
            ClosureRow(
                changed.id if changed else None, changed.version if changed else 0, name, HOLIDAY, day, day,
                open_anyway=changed is not None,
            )
        )  # fmt: skip
    rows = sorted([*own, *holidays], key=lambda row: (row.starts_on, row.ends_on, row.name))
    about = policies.about("holidays")
    settled = (uow.session.scalar(select(Practice.holidays_through)) or 0) >= year
    return Closures(year, tuple(rows), about["source"], about["version"], settled)


@requires(Privilege.APPOINTMENTS)
def weeks(uow: UnitOfWork) -> tuple[WeekRow, ...]:
    """Weekly hours, those with the same bounds and place together, by clinician."""
    people = {row.id: row for row in repository.clinicians(uow.session)}
    places, rooms_ = _names(uow)
    grouped: dict[tuple[int, WeekKey], tuple[list[tuple[int, str, str]], list[tuple[int, str, str]]]] = {}
    for row in repository.weekly_hours(uow.session):
        key = WeekKey(row.starts_on, row.ends_on, row.every_weeks, row.site_id, row.room_id)
        hours = grouped.setdefault((row.practitioner_id, key), ([], []))
        hours[row.kind is not None].append((row.weekday, row.starts, row.ends))
    found = [
        WeekRow(
            who, _spoken(people[who]), key, places.get(key.site_id or 0), rooms_.get(key.room_id or 0),
            tuple(hours), tuple(breaks),
        )
        for (who, key), (hours, breaks) in grouped.items()
        if who in people
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (row.clinician, row.key.starts_on or dt.date.min, row.site or "")))


@requires(Privilege.APPOINTMENTS)
def absences(uow: UnitOfWork, past: bool = False) -> tuple[AbsenceRow, ...]:
    """Absences of clinicians and rooms that are not over, or with `past` all of them, soonest first."""
    wanted = (
        select(Absence, Practitioner, Room.name)
        .outerjoin(Practitioner, Practitioner.id == Absence.practitioner_id)
        .outerjoin(Room, Room.id == Absence.room_id)
        .where(Absence.removed_at.is_(None))
        .order_by(Absence.starts_on, Absence.starts_at, Absence.id)
    )
    if not past:
        wanted = wanted.where(Absence.ends_on >= uow.today)
    return tuple(
        AbsenceRow(
            row.id, row.version, (_spoken(person) if row.practitioner_id else room) or "",
            row.practitioner_id, row.room_id, row.starts_on, row.ends_on, row.starts_at, row.ends_at, row.reason,
        )
        for row, person, room in uow.session.execute(wanted)
    )  # fmt: skip


@requires(Privilege.SIGN_IN)
def places(uow: UnitOfWork) -> Places:
    """Sites, rooms, clinicians and users to choose from, and the practice's time zone."""
    site_names, room_names = _names(uow)
    active = (UserAccount.disabled_at.is_(None), UserAccount.removed_at.is_(None))
    users = select(UserAccount.id, UserAccount.display_name).where(*active).order_by(UserAccount.display_name)
    return Places(
        sites=tuple(site_names.items()),
        rooms=tuple(room_names.items()),
        clinicians=tuple((row.id, _spoken(row)) for row in repository.clinicians(uow.session, uow.today)),
        users=tuple((row.id, row.display_name) for row in uow.session.execute(users)),
        time_zone=uow.session.scalars(select(Practice.time_zone).limit(1)).first() or uow.zone.key,
    )


def _names(uow: UnitOfWork) -> tuple[dict[int, str], dict[int, str]]:
    site_rows = uow.session.execute(select(Site.id, Site.name).where(Site.removed_at.is_(None)).order_by(Site.name))
    sites_ = {row.id: row.name for row in site_rows}
    room_rows = uow.session.execute(
        select(Room.id, Room.name, Room.site_id).where(Room.removed_at.is_(None)).order_by(Room.name)
    )
    rooms_ = {}
    for row in room_rows:
        site = sites_.get(row.site_id or 0)
        rooms_[row.id] = f"{row.name}, {site}" if site else row.name
    return sites_, rooms_


def _spoken(row: Practitioner) -> str:
    return spoken(row.given, row.family, row.prefix, row.suffix)
