"""When clinicians see patients: hours, breaks, absences, opening hours of the site and closed days put together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from db.models.practice import Practitioner, WorkingHours
from db.models.set_up import Absence, Closure, Room, Site, SiteHours
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.domain.timeslots import Span, day_span, wall_span
from icm_desktop.domain.working_time import Away, Stretch, Wall, within, without, work_on
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies

_DAY = dt.timedelta(days=1)
AWAY, CLOSED, NO_HOURS, OUTSIDE = "away", "closed", "no_hours", "outside_hours"
LEFT, ROOM_AWAY = "left", "room_away"


@dataclass(frozen=True, slots=True)
class Opening:
    """A time a clinician sees patients (aware UTC), and where."""

    span: Span
    site_id: int | None = None
    room_id: int | None = None


@dataclass(slots=True)
class _Place:
    zone: ZoneInfo
    hours: dict[int, list[Wall]] = field(default_factory=lambda: defaultdict(list))
    closed: list[tuple[dt.date, dt.date]] = field(default_factory=list)


@dataclass(slots=True)
class Openings:
    """What was read for some clinicians and days; `of` puts one clinician's local day together."""

    zone: ZoneInfo
    calendar: BusinessCalendar
    stretches: dict[int, list[Stretch]]
    away: dict[int, list[Away]]
    rooms_away: dict[int, list[Away]]
    sites: dict[int, _Place]
    left: dict[int, dt.date]
    rooms_closed: dict[int, frozenset[int]] = field(default_factory=dict)
    _of: dict[tuple[int, dt.date], list[Opening]] = field(default_factory=dict)

    def of(self, clinician_id: int, day: dt.date) -> list[Opening]:
        """The openings that begin on a day of the practice, in order."""
        found = self._of.get((clinician_id, day))
        if found is None:
            found = self._of[clinician_id, day] = self._put_together(clinician_id, day)
        return found

    def _put_together(self, clinician_id: int, day: dt.date) -> list[Opening]:
        mine = self.stretches.get(clinician_id, [])
        if all(site.zone == self.zone for site in self.sites.values()):  # then only this weekday's can begin on the day
            weekday = day.weekday()
            found = list(
                self._in_zone(clinician_id, day, [each for each in mine if each.weekday == weekday], self.zone)
            )
            return sorted(found, key=lambda each: each.span.starts_at)
        zones = {self.zone_of(each.site_id) for each in mine}
        span, found = day_span(day, self.zone), []
        for zone in zones:
            here = [each for each in mine if each.is_break or self.zone_of(each.site_id) == zone]
            around = (day,) if zone == self.zone else (day - _DAY, day, day + _DAY)
            found += [each for local in around for each in self._in_zone(clinician_id, local, here, zone)]
        begins = [each for each in found if span.starts_at <= each.span.starts_at < span.ends_at]
        return sorted(begins, key=lambda each: each.span.starts_at)

    def has_hours(self, clinician_id: int) -> bool:
        """Whether any working hours were ever set."""
        return any(not each.is_break for each in self.stretches.get(clinician_id, ()))

    def opening_for(self, clinician_id: int, wanted: Span) -> Opening | None:
        """The opening a visit would lie in."""
        day = wanted.starts_at.astimezone(self.zone).date()
        return next((each for each in self.of(clinician_id, day) if each.span.contains(wanted)), None)

    def why_not(self, clinician_id: int, wanted: Span) -> str | None:
        """Why a visit cannot be then: NO_HOURS, LEFT, CLOSED, ROOM_AWAY, AWAY or OUTSIDE; None when it can."""
        if not self.has_hours(clinician_id):
            return NO_HOURS
        if self.opening_for(clinician_id, wanted) is not None:
            return None
        day = wanted.starts_at.astimezone(self.zone).date()
        if day > self.left.get(clinician_id, dt.date.max):
            return LEFT
        if self.calendar.is_closed(day):
            return CLOSED
        sites = {number: _Place(site.zone, site.hours) for number, site in self.sites.items()}
        usual = Openings(self.zone, BusinessCalendar(), self.stretches, {}, {}, sites, {})
        if usual.opening_for(clinician_id, wanted) is None:
            return OUTSIDE
        anywhere = Openings(self.zone, self.calendar, self.stretches, self.away, {}, self.sites, {})
        if anywhere.opening_for(clinician_id, wanted) is not None:
            return ROOM_AWAY
        present = Openings(self.zone, self.calendar, self.stretches, {}, {}, self.sites, {})
        return AWAY if present.opening_for(clinician_id, wanted) is not None else CLOSED

    def zone_of(self, site_id: int | None) -> ZoneInfo:
        """The zone of a site."""
        return self.sites[site_id].zone if site_id in self.sites else self.zone

    def _in_zone(self, clinician_id: int, day: dt.date, stretches: list[Stretch], zone: ZoneInfo) -> Iterator[Opening]:
        if self.calendar.is_closed(day) or day > self.left.get(clinician_id, dt.date.max):
            return
        for piece, stretch in work_on(day, stretches, self.away.get(clinician_id, ())):
            for first, last in self._at_site(day, piece, stretch):
                if (span := wall_span(day, first, last, zone)) is not None:
                    yield Opening(span, stretch.site_id, stretch.room_id)

    def _at_site(self, day: dt.date, piece: Wall, stretch: Stretch) -> list[Wall]:
        left = [piece]
        site = self.sites.get(stretch.site_id or 0)
        if site is not None:
            if any(first <= day <= last for first, last in site.closed):
                return []
            left = within(left, site.hours[day.weekday()]) if any(site.hours.values()) else left
        if day.weekday() in self.rooms_closed.get(stretch.room_id or 0, ()):
            return []
        room = self.rooms_away.get(stretch.room_id or 0, ())
        return without(left, [part for each in room if (part := each.on(day)) is not None])


@requires(Privilege.APPOINTMENTS)
def openings(uow: UnitOfWork, first: dt.date, last: dt.date, clinician_ids: Sequence[int] | None = None) -> Openings:
    """What decides when these clinicians (None: all) see patients from one local day to another, both included."""
    first, last = first - _DAY, last + _DAY
    away, rooms_away = _absences(uow, first, last)
    return Openings(
        zone=uow.zone,
        calendar=practice_policies(uow).calendar,
        stretches=_stretches(uow, clinician_ids),
        away=away,
        rooms_away=rooms_away,
        sites=_sites(uow, first, last),
        left=_left(uow),
        rooms_closed=_rooms_closed(uow),
    )


def _stretches(uow: UnitOfWork, clinician_ids: Sequence[int] | None) -> dict[int, list[Stretch]]:
    wanted = select(WorkingHours).where(WorkingHours.removed_at.is_(None))
    if clinician_ids is not None:
        wanted = wanted.where(WorkingHours.practitioner_id.in_(clinician_ids))
    columns = (
        WorkingHours.practitioner_id, WorkingHours.weekday, WorkingHours.starts, WorkingHours.ends, WorkingHours.kind,
        WorkingHours.starts_on, WorkingHours.ends_on, WorkingHours.every_weeks, WorkingHours.site_id,
        WorkingHours.room_id,
    )  # fmt: skip
    found: dict[int, list[Stretch]] = defaultdict(list)
    for who, weekday, starts, ends, kind, *more in uow.session.execute(wanted.with_only_columns(*columns)):
        found[who].append(Stretch(weekday, starts, ends, kind == "break", *more))
    return found


def _absences(uow: UnitOfWork, first: dt.date, last: dt.date) -> tuple[dict[int, list[Away]], dict[int, list[Away]]]:
    wanted = select(
        Absence.practitioner_id, Absence.room_id, Absence.starts_on, Absence.ends_on, Absence.starts_at, Absence.ends_at
    ).where(Absence.removed_at.is_(None), Absence.starts_on <= last, Absence.ends_on >= first)
    people: dict[int, list[Away]] = defaultdict(list)
    rooms: dict[int, list[Away]] = defaultdict(list)
    for who, room, starts_on, ends_on, starts_at, ends_at in uow.session.execute(wanted):
        away = Away(starts_on, ends_on, starts_at, ends_at)
        (people[who] if who is not None else rooms[room or 0]).append(away)
    return people, rooms


def _sites(uow: UnitOfWork, first: dt.date, last: dt.date) -> dict[int, _Place]:
    places = {
        row.id: _Place(ZoneInfo(row.time_zone) if row.time_zone else uow.zone)
        for row in uow.session.execute(select(Site.id, Site.time_zone).where(Site.removed_at.is_(None)))
    }
    if not places:
        return places
    hours = select(SiteHours.site_id, SiteHours.weekday, SiteHours.opens, SiteHours.closes)
    for site_id, weekday, opens, closes in uow.session.execute(hours.where(SiteHours.removed_at.is_(None))):
        if site_id in places:
            places[site_id].hours[weekday].append((opens, closes))
    closures = select(Closure.site_id, Closure.starts_on, Closure.ends_on).where(
        Closure.removed_at.is_(None),
        or_(Closure.open_anyway.is_(False), Closure.open_anyway.is_(None)),
        Closure.starts_on <= last,
        Closure.ends_on >= first,
    )
    for where, starts_on, ends_on in uow.session.execute(closures):
        if where is not None and where in places:
            places[where].closed.append((starts_on, ends_on))
    return places


def _rooms_closed(uow: UnitOfWork) -> dict[int, frozenset[int]]:
    found = select(Room.id, Room.closed_weekdays).where(Room.closed_weekdays.is_not(None), Room.removed_at.is_(None))
    return {row.id: frozenset(row.closed_weekdays) for row in uow.session.execute(found)}


def _left(uow: UnitOfWork) -> dict[int, dt.date]:
    gone = select(Practitioner.id, Practitioner.left_on).where(Practitioner.left_on.is_not(None))
    return {who: day for who, day in uow.session.execute(gone) if day is not None}


@requires(Privilege.APPOINTMENTS)
def opening_spans(
    uow: UnitOfWork, day: dt.date, clinician_ids: Iterable[int]
) -> tuple[tuple[int, dt.datetime, dt.datetime], ...]:
    """(clinician, from, to) of every opening of one local day."""
    known = openings(uow, day, day)
    return tuple((who, each.span.starts_at, each.span.ends_at) for who in clinician_ids for each in known.of(who, day))
