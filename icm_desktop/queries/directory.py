"""The directory of people, places and services outside, imported and typed ones together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from db.models.practice import Organization, Practitioner
from db.models.set_up import HealthcareService
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.directory import DirectoryFilter, DirectoryRow, Entry, EntryKind
from icm_desktop.contracts.referrals import Destination
from icm_desktop.domain.names import folded, spoken
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires

MOST_ALIKE = 5


@requires(Privilege.DEMOGRAPHICS)
def directory(uow: UnitOfWork, asked: DirectoryFilter) -> Page[DirectoryRow]:
    """The entries that match, in the order asked for."""
    words = [folded(word) for word in asked.search.split()]
    found = [
        row
        for row in _with_alike(entries(uow))
        if (not asked.kinds or row.kind in asked.kinds)
        and (not asked.only_alike or row.alike)
        and all(word in _text(row) for word in words)
    ]
    found.sort(key=lambda row: (folded(row.name), row.kind, row.id))
    found.sort(key=_SORTS.get(asked.sort, _SORTS["name"]), reverse=asked.descending)
    return Page(tuple(found[asked.offset : asked.offset + asked.limit]), len(found), asked.offset)


@requires(Privilege.DEMOGRAPHICS)
def entry(uow: UnitOfWork, kind: EntryKind, entry_id: int) -> DirectoryRow:
    """One entry.

    Raises:
        NotFound: set_up.gone.
    """
    found = next((row for row in entries(uow) if (row.kind, row.id) == (kind, entry_id)), None)
    if found is None:
        raise NotFound("set_up.gone")
    return found


@requires(Privilege.DEMOGRAPHICS)
def alike(
    uow: UnitOfWork, name: str, phone: str | None, besides: tuple[EntryKind, int] | None = None
) -> tuple[DirectoryRow, ...]:
    """Entries with this name, in any order of its parts, or with this phone number."""
    words, digits = sorted(folded(name).split()), _digits(phone)
    found = (
        row
        for row in entries(uow)
        if (row.kind, row.id) != besides
        and ((words and sorted(folded(_bare(row)).split()) == words) or (digits and _digits(row.phone) == digits))
    )
    return tuple(sorted(found, key=lambda row: row.name)[:MOST_ALIKE])


@requires(Privilege.DEMOGRAPHICS)
def places(uow: UnitOfWork) -> tuple[tuple[int, str], ...]:
    """Places a person can work at or a service belong to, by name."""
    found = select(Organization.id, Organization.name).where(Organization.removed_at.is_(None))
    return tuple((row.id, row.name) for row in uow.session.execute(found.order_by(Organization.name)))


@requires(Privilege.REFERRAL_LOGISTICS)
def destinations(uow: UnitOfWork, search: str, limit: int = 12) -> tuple[Destination, ...]:
    """Whom one can refer to, by name: every word of `search` is in the name, specialty, place or category.

    Entries of one name are one line, the one that was typed here or says most first.
    """
    words = [folded(word) for word in search.split()]
    best: dict[str, DirectoryRow] = {}
    for row in entries(uow):
        if all(word in _text(row) for word in words):
            key = folded(_whole(row))
            best[key] = max(best.get(key, row), row, key=_says)
    return tuple(_destination(row) for row in sorted(best.values(), key=lambda row: folded(_whole(row)))[:limit])


@requires(Privilege.DEMOGRAPHICS)
def entries(uow: UnitOfWork) -> list[DirectoryRow]:
    """Every entry of every kind."""
    site_names: dict[int, str] = {}
    phones: dict[int, str | None] = {}
    rows = []
    for place in uow.session.scalars(select(Organization).where(Organization.removed_at.is_(None))):
        site_names[place.id], phones[place.id] = place.name, place.phone
        rows.append(_of_place(place))
    outside = select(Practitioner).where(Practitioner.inside.is_(False), Practitioner.removed_at.is_(None))
    for person in uow.session.scalars(outside):
        rows.append(_of_person(person, site_names.get(person.organization_id or 0), phones))
    services = select(HealthcareService).where(HealthcareService.removed_at.is_(None))
    for service in uow.session.scalars(services):
        rows.append(_of_service(service, site_names.get(service.organization_id or 0), phones))
    return rows


def _of_place(row: Organization) -> DirectoryRow:
    kept = Entry(
        EntryKind.PLACE, name=row.name, what=row.kind, phone=row.phone, fax=row.fax, email=row.email,
        address=row.address, website=row.website, hours_text=row.hours_text, referral_how=row.referral_how,
        wait_text=row.wait_text, languages=tuple(row.languages or ()), note=row.note,
    )  # fmt: skip
    return _row(row, kept, row.name, None, row.phone)


def _of_person(row: Practitioner, place: str | None, phones: dict[int, str | None]) -> DirectoryRow:
    kept = Entry(
        EntryKind.PERSON, family=row.family, given=row.given, prefix=row.prefix, suffix=row.suffix, npi=row.npi,
        what=row.specialty, place_id=row.organization_id, phone=row.phone, fax=row.fax, email=row.email,
        referral_how=row.referral_how, wait_text=row.wait_text, languages=tuple(row.languages or ()), note=row.note,
    )  # fmt: skip
    name = spoken(row.given, row.family, row.prefix, row.suffix)
    return _row(row, kept, name, place, row.phone or phones.get(row.organization_id or 0))


def _of_service(row: HealthcareService, place: str | None, phones: dict[int, str | None]) -> DirectoryRow:
    kept = Entry(
        EntryKind.SERVICE, name=row.name, what=row.category, place_id=row.organization_id, phone=row.phone,
        fax=row.fax, email=row.email, address=row.address, hours_text=row.hours_text, referral_how=row.referral_how,
        wait_text=row.wait_text, insurances=row.insurances, languages=tuple(row.languages or ()), note=row.note,
        sensitive=row.sensitive,
    )  # fmt: skip
    return _row(row, kept, row.name, place, row.phone or phones.get(row.organization_id or 0))


def _row(row: Any, kept: Entry, name: str, place: str | None, phone: str | None) -> DirectoryRow:
    return DirectoryRow(kept.kind, row.id, row.version, name, kept, place, phone, row.fax, row.source_id is not None)


def _with_alike(rows: Iterable[DirectoryRow]) -> list[DirectoryRow]:
    kept = list(rows)
    counts = Counter((row.kind, folded(_whole(row))) for row in kept)
    return [
        replace(row, alike=count - 1) if (count := counts[row.kind, folded(_whole(row))]) > 1 else row for row in kept
    ]


def _whole(row: DirectoryRow) -> str:
    return ", ".join(part for part in (row.name, row.place) if part)


def _bare(row: DirectoryRow) -> str:
    parts = (row.entry.given, row.entry.family) if row.kind is EntryKind.PERSON else (row.name,)
    return " ".join(part for part in parts if part)


def _text(row: DirectoryRow) -> str:
    texts = (row.name, row.place, row.entry.what, row.phone, row.fax, *row.entry.languages)
    return folded(" ".join(part for part in texts if part)) + " " + _digits(row.phone)


def _digits(phone: str | None) -> str:
    return "".join(letter for letter in phone or "" if letter.isdecimal())


def _says(row: DirectoryRow) -> tuple[bool, int, int]:
    told = (row.phone, row.fax, row.entry.referral_how, row.entry.wait_text, row.entry.what)
    return not row.imported, sum(bool(each) for each in told), -row.id


def _destination(row: DirectoryRow) -> Destination:
    person, place = row.kind is EntryKind.PERSON, row.kind is EntryKind.PLACE
    return Destination(
        name=_whole(row),
        phone=row.phone,
        practitioner_id=row.id if person else None,
        organization_id=row.id if place else row.entry.place_id,
        fax=row.fax,
        how=row.entry.referral_how,
        wait=row.entry.wait_text,
        languages=row.entry.languages,
        what=row.entry.what,
        sensitive=row.entry.sensitive,
    )


_SORTS: dict[str, Callable[[DirectoryRow], str]] = {
    "name": lambda row: folded(_bare(row) if row.kind is not EntryKind.PERSON else f"{row.entry.family} {row.name}"),
    "what": lambda row: folded(row.entry.what or "\uffff"),
    "place": lambda row: folded(row.place or "\uffff"),
    "phone": lambda row: _digits(row.phone) or "\uffff",
}
