"""The directory of people, places and services outside, imported and typed ones together."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, literal, or_, select

from db.models.practice import Organization, Practitioner
from db.sql_functions import offer
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.directory import DirectoryFilter, DirectoryRow, EntryKind
from icm_desktop.contracts.referrals import Destination, Fitting
from icm_desktop.domain.insurances import takes
from icm_desktop.domain.names import digits, folded
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.directory_rows import MODELS, by_ids, folding, listed, whole_name

MOST_ALIKE = 5
_SORTS = ("what", "place", "phone", "fax", "languages")
_CANDIDATES = 4  # entries looked at for each line of a proposal: those of one name become one line


@requires(Privilege.DEMOGRAPHICS)
def directory(uow: UnitOfWork, asked: DirectoryFilter) -> Page[DirectoryRow]:
    """The entries that match, in the order asked for; only those of the page are read in full."""
    folding(uow)
    entry = _with_alike(closed=asked.closed)
    wanted = select(entry.c.kind, entry.c.id, entry.c.alike, func.count().over().label("total")).where(
        *_matching(entry, asked.search, dict(asked.spoken))
    )
    if asked.kinds:
        wanted = wanted.where(entry.c.kind.in_([kind.value for kind in asked.kinds]))
    if asked.only_alike:
        wanted = wanted.where(entry.c.alike > 0)
    rows = uow.session.execute(_sorted(wanted, entry, asked).limit(asked.limit).offset(asked.offset)).all()
    total = rows[0].total if rows else 0
    found = by_ids(uow, [(EntryKind(row.kind), row.id) for row in rows], [row.alike for row in rows])
    return Page(tuple(found), total, asked.offset)


@requires(Privilege.DEMOGRAPHICS)
def entry(uow: UnitOfWork, kind: EntryKind, entry_id: int) -> DirectoryRow:
    """One entry, in the directory or taken out of it.

    Raises:
        NotFound: set_up.gone.
    """
    found = by_ids(uow, [(kind, entry_id)])
    if not found or (kind is EntryKind.PERSON and uow.session.get_one(Practitioner, entry_id).inside):
        raise NotFound("set_up.gone")
    return found[0]


@requires(Privilege.DEMOGRAPHICS)
def alike(
    uow: UnitOfWork,
    kind: EntryKind,
    name: str,
    npi: str | None = None,
    phone: str | None = None,
    besides: int | None = None,
) -> tuple[DirectoryRow, ...]:
    """Entries of a kind with this name in any order of its parts, this NPI, or this phone and a part of the name."""
    folding(uow)
    model, words = MODELS[kind], name.split()
    reasons: list[ColumnElement[bool]] = []
    said = (model.family, model.given) if kind is EntryKind.PERSON else (model.name,)
    parts = [func.folded(part) for part in said]
    whole = func.coalesce(parts[-1], "") + func.coalesce(parts[0], "") if len(parts) > 1 else parts[0]
    if words:
        has_all = [func.instr(whole, folded(word)) > 0 for word in words]
        reasons.append(and_(func.length(whole) == len(folded(name)), *has_all))
    if npi and kind is EntryKind.PERSON:
        reasons.append(model.npi == npi)
    if words and (number := digits(phone)):
        shared = or_(false(), *(func.instr(whole, folded(word)) > 0 for word in words if len(folded(word)) > 2))
        reasons.append(and_(func.folded(model.phone).like(f"%{number}"), shared))
    if not reasons:
        return ()
    wanted = select(model.id).where(model.removed_at.is_(None), or_(*reasons)).limit(MOST_ALIKE)
    if kind is EntryKind.PERSON:
        wanted = wanted.where(model.inside.is_(False))
    found = [(kind, each) for each in uow.session.scalars(wanted) if each != besides]
    return tuple(sorted(by_ids(uow, found), key=lambda row: row.name))


@requires(Privilege.DEMOGRAPHICS)
def places(uow: UnitOfWork) -> tuple[tuple[int, str], ...]:
    """Places a person can work at or a service belong to, by name."""
    found = select(Organization.id, Organization.name).where(Organization.removed_at.is_(None))
    return tuple((row.id, row.name) for row in uow.session.execute(found.order_by(Organization.name)))


@requires(Privilege.REFERRAL_LOGISTICS)
def destinations(
    uow: UnitOfWork, search: str, fitting: Fitting | None = None, limit: int = 12
) -> tuple[Destination, ...]:
    """Whom one can refer to: every word of `search` is in the name, specialty, place, category or insurances.

    Entries of one name are one line, the one that was typed here or says most first; `fitting` keeps those that say
    they speak the language and take the insurance.
    """
    folding(uow)
    every = listed()
    wanted = select(every.c.kind, every.c.id).where(*_matching(every, search, {}))
    if fitting is not None:
        wanted = wanted.where(*_fitting(uow, every, fitting))
    wanted = wanted.order_by(func.folded(every.c.name), every.c.kind, every.c.id).limit(limit * _CANDIDATES)
    best: dict[str, DirectoryRow] = {}
    for row in by_ids(uow, [(EntryKind(each.kind), each.id) for each in uow.session.execute(wanted)]):
        key = folded(whole_name(row))
        best[key] = max(best.get(key, row), row, key=_says)
    return tuple(_destination(row) for row in sorted(best.values(), key=lambda row: folded(whole_name(row)))[:limit])


def _with_alike(*, closed: bool) -> Any:
    """The rows with how many others have the same name and place, or the same NPI."""
    every = listed(closed=closed)
    name = func.folded(every.c.name + func.coalesce(every.c.place, ""))
    same_name = func.count().over(partition_by=(every.c.kind, name)) - 1
    same_npi = func.count(every.c.npi).over(partition_by=every.c.npi) - 1
    return select(every, case((same_npi > same_name, same_npi), else_=same_name).label("alike")).subquery("listed")


def _matching(entry: Any, search: str, spoken: dict[str, str]) -> list[ColumnElement[bool]]:
    found = []
    for word in search.split():
        text: ColumnElement[bool] = func.instr(func.folded(entry.c.text), folded(word)) > literal(0)
        code = spoken.get(word)
        found.append(or_(text, entry.c.languages.like(f'%"{code}"%')) if code else text)
    return found


def _fitting(uow: UnitOfWork, entry: Any, fitting: Fitting) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if fitting.language:
        main = fitting.language.split("-")[0]
        found.append(or_(*(entry.c.languages.like(f'%"{main}{end}%') for end in ('"', "-"))))
    if fitting.insurances:
        names = fitting.insurances
        offer(uow.session.connection(), "icm_takes", 1, lambda told: takes(told, names))
        found.append(func.icm_takes(entry.c.insurances) == literal(1))
    return found


def _sorted(wanted: Select[Any], entry: Any, asked: DirectoryFilter) -> Select[Any]:
    """What is asked for first, empty ones last, then by name."""
    by_name = func.folded(entry.c.key)
    last = (entry.c.kind, entry.c.id)
    if asked.sort in _SORTS:
        column = entry.c[asked.sort]
        sought = func.folded(column)
        return wanted.order_by(column.is_(None), sought.desc() if asked.descending else sought, by_name, *last)
    return wanted.order_by(by_name.desc() if asked.descending else by_name, *last)


def _says(row: DirectoryRow) -> tuple[bool, int, int]:
    told = (row.phone, row.fax, row.entry.referral_how, row.entry.wait_text, row.entry.what)
    return not row.imported, sum(bool(each) for each in told), -row.id


def _destination(row: DirectoryRow) -> Destination:
    person, place = row.kind is EntryKind.PERSON, row.kind is EntryKind.PLACE
    return Destination(
        name=whole_name(row),
        phone=row.phone,
        practitioner_id=row.id if person else None,
        organization_id=row.id if place else row.entry.place_id,
        fax=row.fax,
        how=row.entry.referral_how,
        wait=row.entry.wait_text,
        languages=row.entry.languages,
        what=row.entry.what,
        sensitive=row.entry.sensitive,
        address=row.entry.address,
        hours=row.entry.hours_text,
        insurances=row.entry.insurances,
    )
