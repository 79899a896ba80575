"""Sets the sample clinic up: sites, rooms, hours, closures, kinds of visit, clinicians and the directory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import func, select

from db.models.access import UserAccount
from db.models.exchange import ImportBatch, SourceResource
from db.models.practice import (
    AppointmentType,
    Location,
    Organization,
    Practice,
    Practitioner,
    PractitionerRole,
    WorkingHours,
)
from db.models.set_up import Absence, Closure, HealthcareService, Room, Site, SiteHours
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.sample import sample
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.sample.chance import dice
from icm_desktop.sample.clinic import SLOT, Clinic, Clinician, Destination, Feed, Kind

PATIENTS_A_TEAM = 2700  # one team of clinicians for so many patients
_OF_PRACTICE = ("phone", "after_hours_phone", "hours_text", "address", "fax", "email", "website")


@requires(Privilege.SETTINGS)
def set_up(uow: UnitOfWork, patients: int, seed: int, *, open_today: bool = False) -> Clinic:
    """Make everything patients' rows point at, for a practice of so many patients.

    `open_today`: on the weekday of today everybody keeps the hours of a Monday, should it be a weekend or a holiday.
    """
    content = sample("clinic")
    shut = _closed(uow.today)
    extra = uow.today if open_today and shut(uow.today) else None
    practice = uow.session.scalars(select(Practice)).one()
    for name in _OF_PRACTICE:
        if getattr(practice, name) is None:
            setattr(practice, name, content[name])
    sites = [_site(uow, each, position, extra) for position, each in enumerate(content["site"])]
    _closures(uow, sites)
    destinations = [_destination(uow, each) for each in content["destination"]]
    places = {each["name"]: _place(uow, each) for each in content["place"]}
    _services(uow, {**places, **{each.organization: each.organization_id for each in destinations}})
    kinds = {each["name"]: _kind(uow, each, position) for position, each in enumerate(content["type"])}
    rooms = {room.name: room.id for room in uow.session.scalars(select(Room))}
    return Clinic(
        zone=uow.zone,
        today=uow.today,
        clinicians=[_clinician(uow, each, sites, rooms, extra) for each in _listed(patients, seed)],
        destinations=destinations,
        kinds=kinds,
        places=places,
        coordinators=_coordinators(uow),
        desk=_desk(uow),
        closed=lambda day: day != extra and shut(day),
        a_team=len(content["clinician"]),
        feeds=[_feed(uow, days) for days in content["feeds"]],
        senders=frozenset(_senders()),
    )


def _closed(today: dt.date) -> Callable[[dt.date], bool]:
    """Whether nobody works on a day: a weekend, a holiday, or a closure of the main site."""
    shut = {today + dt.timedelta(days=each["days_ahead"]) for each in sample("clinic")["closure"] if each["site"] == 0}
    calendar = policies.shipped().shipped_calendar

    @cache
    def closed(day: dt.date) -> bool:
        return day in shut or not calendar.is_business_day(day)

    return closed


def _feed(uow: UnitOfWork, days: int) -> Feed:
    """An import of records of others that was read so many days ago, in the early morning."""
    day = uow.today - dt.timedelta(days=days)
    at = dt.datetime.combine(day, dt.time(0, 20), uow.zone).astimezone(dt.UTC)
    batch = ImportBatch(state="complete", started_at=at, finished_at=at, by_user_id=uow.actor.user_id)
    uow.session.add(batch)
    uow.session.flush()
    return Feed(batch.id, day, at)


def _senders() -> Iterator[str]:
    content = sample("clinic")
    yield from (each["organization"] for each in content["destination"])
    yield from (each["name"] for each in content["place"] if each["kind"] in {"hospital", "hospice", "clinic"})
    yield from content["former_doctors"]


@requires(Privilege.SETTINGS)
def tell_feeds(uow: UnitOfWork, feeds: Sequence[Feed]) -> None:
    """Write down how much came by each import, once it is there."""
    for feed in feeds:
        batch = uow.session.get_one(ImportBatch, feed.id)
        came = select(func.count()).where(SourceResource.import_id == feed.id)
        batch.report = {"files": 1, "created": uow.session.scalar(came) or 0, "updated": 0, "patients": 0}


def _hours(made: dict[str, Any], extra: dt.date | None) -> Sequence[tuple[int, str, str]]:
    """Weekly hours; on the weekday of `extra` those of a Monday, where there are none."""
    hours = [(weekday, first, last) for weekday, first, last in made["hours"]]
    if extra is None or any(weekday == extra.weekday() for weekday, _, _ in hours):
        return hours
    return [*hours, *((extra.weekday(), first, last) for weekday, first, last in hours if weekday == 0)]


def _site(uow: UnitOfWork, made: dict[str, Any], position: int, extra: dt.date | None) -> int:
    site: Site = _row(uow, Site, made, "name", "address", "phone", "fax", "directions")
    site.position = position
    for weekday, opens, closes in _hours(made, extra):
        uow.session.add(SiteHours(site_id=site.id, weekday=weekday, opens=opens, closes=closes))
    for place, (name, kind) in enumerate(made["rooms"]):
        uow.session.add(Room(site_id=site.id, name=name, kind=kind, position=place))
    uow.session.flush()
    return site.id


def _closures(uow: UnitOfWork, sites: list[int]) -> None:
    for each in sample("clinic")["closure"]:
        day = uow.today + dt.timedelta(days=each["days_ahead"])
        name, site_id = each["name"], sites[each["site"]]
        uow.session.add(Closure(site_id=site_id, name=name, kind="closure", starts_on=day, ends_on=day))


def _kind(uow: UnitOfWork, made: dict[str, Any], position: int) -> Kind:
    columns = ("name", "minutes", "phrase", "bring_phrase", "buffer_after", "room_kind", "for_new_patients")
    row: AppointmentType = _row(uow, AppointmentType, made, *columns)
    row.position = position
    return Kind(row.id, row.name, row.minutes, -(-(row.minutes + (row.buffer_after or 0)) // SLOT))


def _listed(patients: int, seed: int) -> list[dict[str, Any]]:
    """The clinicians of the sample clinic, and teams like it, under other names, when there are many patients."""
    listed: list[dict[str, Any]] = sample("clinic")["clinician"]
    found = [{**each, "team": 0} for each in listed]
    groups = sample("people")["group"]
    for team in range(1, -(-patients // PATIENTS_A_TEAM)):
        rng = dice(seed, "team", team)
        for each in listed:
            group = rng.choice(groups)
            names = {"family": rng.choice(group["family"]), "given": rng.choice(group[rng.choice(("female", "male"))])}
            found.append({**each, **names, "team": team, "room": None, "user": None, "npi": None})
    return found


def _clinician(
    uow: UnitOfWork, made: dict[str, Any], sites: list[int], rooms: dict[str, int], extra: dt.date | None
) -> Clinician:
    row: Practitioner = _row(uow, Practitioner, made, "family", "given", "prefix", "suffix", "specialty", "npi")
    site_id, room_id = sites[made["site"]], rooms.get(made["room"] or "")
    row.inside, row.phone, row.languages = True, sample("clinic")["phone"], made["languages"]
    row.default_site_id, row.default_room_id = site_id, room_id
    row.user_id = uow.session.scalar(select(UserAccount.id).where(UserAccount.name == made.get("user")))
    hours = tuple(_hours(made, extra))
    for weekday, first, last in hours:
        stretch = {"weekday": weekday, "starts": first, "ends": last}
        uow.session.add(WorkingHours(practitioner_id=row.id, site_id=site_id, room_id=room_id, **stretch))
    away = []
    for first, last, reason in made["away"]:
        days = (uow.today + dt.timedelta(days=first), uow.today + dt.timedelta(days=last))
        uow.session.add(Absence(practitioner_id=row.id, starts_on=days[0], ends_on=days[1], reason=reason))
        away.append(days)
    name = " ".join(filter(None, (row.prefix, row.given, row.family)))
    whole = f"{name}, {row.suffix}" if row.suffix else name
    return Clinician(row.id, whole, row.phone, hours, tuple(away), site_id, room_id, made.get("counselor", False))


def _destination(uow: UnitOfWork, made: dict[str, Any]) -> Destination:
    there = {"name": made["organization"], **{name: made[name] for name in ("phone", "fax", "address")}}
    place = Organization(kind="clinic", **there)
    uow.session.add(place)
    row: Practitioner = _row(uow, Practitioner, made, "family", "given", "specialty", "phone", "fax", "languages")
    row.organization_id, row.prefix = place.id, made.get("prefix", "Dr.") or None
    role = {"role": made["specialty"], "specialty": made["specialty"], "phone": made["phone"]}
    uow.session.add(PractitionerRole(practitioner_id=row.id, organization_id=place.id, **role))
    uow.session.add(Location(organization_id=place.id, **{name: there[name] for name in ("name", "phone", "address")}))
    uow.session.add(
        HealthcareService(
            organization_id=place.id,
            name=made["service"],
            category=made["specialty"].lower(),
            referral_how=made["how"],
            languages=made["languages"],
            insurances=made["insurances"],
            wait_text=made["wait"],
            sensitive=made.get("sensitive", False),
            **{name: made[name] for name in ("phone", "fax", "address")},
        )
    )
    return Destination(
        practitioner_id=row.id,
        organization_id=place.id,
        name=" ".join(filter(None, (row.prefix, row.given, row.family))),
        organization=place.name,
        phone=made["phone"],
        address=made["address"],
        service=made["service"],
        visit=made["visit"],
        kind=made["kind"],
        fits=tuple(made["for"]),
        sensitive=made.get("sensitive", False),
    )


def _place(uow: UnitOfWork, made: dict[str, Any]) -> int:
    place: Organization = _row(uow, Organization, made, "name", "kind", "phone", "fax", "address")
    return place.id


def _services(uow: UnitOfWork, places: dict[str, int]) -> None:
    for each in sample("clinic")["service"]:
        columns = {name: each[name] for name in ("name", "category", "phone", "hours_text")}
        uow.session.add(HealthcareService(organization_id=places[each["organization"]], **columns))


def _row(uow: UnitOfWork, kind: Any, made: dict[str, Any], *columns: str) -> Any:
    row = kind(**{column: made.get(column) or None for column in columns})
    uow.session.add(row)
    uow.session.flush()
    return row


def _users(uow: UnitOfWork) -> list[UserAccount]:
    wanted = select(UserAccount).where(UserAccount.disabled_at.is_(None)).order_by(UserAccount.id)
    return list(uow.session.scalars(wanted))


def _coordinators(uow: UnitOfWork) -> list[tuple[int, str]]:
    users = _users(uow)
    found = [(user.id, user.display_name) for user in users if user.role == Role.COORDINATOR.value]
    return found or [(user.id, user.display_name) for user in users if user.role != Role.FRONT_DESK.value][:1]


def _desk(uow: UnitOfWork) -> list[int]:
    users = _users(uow)
    return [user.id for user in users if user.role == Role.FRONT_DESK.value] or [user.id for user in users][:1]
