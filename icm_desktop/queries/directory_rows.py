"""The directory as one list of rows in the database: what is searched, sorted and counted, and whole entries by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, case, func, literal, null, select, type_coerce, union_all
from sqlalchemy.types import String

from db.models.practice import Organization, Practitioner
from db.models.set_up import HealthcareService
from db.sql_functions import offer
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.directory import DirectoryRow, Entry, EntryKind
from icm_desktop.domain.names import folded, spoken
from icm_desktop.permissions import Privilege, requires

MODELS: dict[EntryKind, Any] = {
    EntryKind.PERSON: Practitioner,
    EntryKind.PLACE: Organization,
    EntryKind.SERVICE: HealthcareService,
}
WHAT = {EntryKind.PERSON: "specialty", EntryKind.PLACE: "kind", EntryKind.SERVICE: "category"}
_SAME = ("phone", "more_phones", "fax", "email", "address", "hours_text", "referral_how", "wait_text", "insurances",
         "note")  # fmt: skip
_OF_PERSON = ("family", "given", "prefix", "suffix", "npi")

Id = tuple[EntryKind, int]
# Somebody who types asks the same five thousand texts at each key.
_folded = lru_cache(maxsize=32_768)(folded)


@requires(Privilege.DEMOGRAPHICS)
def folding(uow: UnitOfWork) -> None:
    """Let questions compare as people read: `func.folded(text)`, without accents, case, blanks and hyphens."""
    offer(uow.session.connection(), "folded", 1, _folded)


def listed(*, closed: bool = False) -> Subquery:
    """Every entry as one row of a question: kind, id, name, what, place, phone ... and `text`, all that is searched."""
    wanted = [_people(closed), _places(closed), _services(closed)]
    return union_all(*wanted).subquery("entry")


@requires(Privilege.DEMOGRAPHICS)
def by_ids(uow: UnitOfWork, ids: Sequence[Id], alike: Sequence[int] = ()) -> list[DirectoryRow]:
    """Whole entries in the order of `ids`; `alike` goes with them one by one."""
    wanted: dict[EntryKind, list[int]] = defaultdict(list)
    for kind, entry_id in ids:
        wanted[kind].append(entry_id)
    rows: dict[Id, Any] = {}
    for kind, numbers in wanted.items():
        model = MODELS[kind]
        rows |= {(kind, row.id): row for row in uow.session.scalars(select(model).where(model.id.in_(numbers)))}
    places = _names(uow, {getattr(row, "organization_id", None) for row in rows.values()})
    counted = alike or [0] * len(ids)
    return [_row(each[0], rows[each], places, count) for each, count in zip(ids, counted, strict=True) if each in rows]


def whole_name(row: DirectoryRow) -> str:
    """The name with the place: "Dr Petrov, Lakeshore Heart"."""
    return ", ".join(part for part in (row.name, row.place) if part)


def _row(kind: EntryKind, row: Any, places: dict[int, tuple[str, str | None]], alike: int) -> DirectoryRow:
    person = kind is EntryKind.PERSON
    texts = {name: getattr(row, name) for name in _SAME}
    texts |= {name: getattr(row, name) for name in _OF_PERSON} if person else {"name": row.name}
    entry = Entry(
        kind=kind, what=getattr(row, WHAT[kind]), place_id=getattr(row, "organization_id", None),
        website=getattr(row, "website", None), languages=tuple(row.languages or ()),
        sensitive=bool(getattr(row, "sensitive", False)), **texts,
    )  # fmt: skip
    name = spoken(row.given, row.family, row.prefix, row.suffix) if person else row.name
    place, place_phone = places.get(entry.place_id or 0, (None, None))
    return DirectoryRow(
        kind, row.id, row.version, name, entry, place, row.phone or place_phone, row.fax,
        imported=row.source_id is not None, alike=alike, closed=row.removed_at is not None,
    )  # fmt: skip


def _names(uow: UnitOfWork, ids: Iterable[int | None]) -> dict[int, tuple[str, str | None]]:
    known = Organization.id.in_({each for each in ids if each is not None})
    found = select(Organization.id, Organization.name, Organization.phone).where(known)
    return {row.id: (row.name, row.phone) for row in uow.session.execute(found)}


def _people(closed: bool) -> Select[Any]:
    p = Practitioner
    name = _joined(p.prefix, p.given, p.family, p.suffix)
    found = _columns(p, EntryKind.PERSON, _joined(p.family, p.given), name, p.specialty, p.npi)
    return _of(found.where(p.inside.is_(False)), p, closed)


def _places(closed: bool) -> Select[Any]:
    o = Organization
    columns: list[Any] = [
        literal(EntryKind.PLACE.value).label("kind"), o.id, o.name.label("key"), o.kind.label("what"),
        null().label("place"), o.phone.label("phone"), o.fax, null().label("npi"), _codes(o),
        o.source_id.is_not(None).label("imported"), o.name.label("name"), o.insurances,
        _joined(o.name, o.kind, o.phone, o.more_phones, o.fax, o.insurances, o.address, *_told(o)).label("text"),
    ]  # fmt: skip
    return _of(select(*columns), o, closed)


def _services(closed: bool) -> Select[Any]:
    s = HealthcareService
    return _of(_columns(s, EntryKind.SERVICE, s.name, s.name, s.category, null()), s, closed)


def _columns(model: Any, kind: EntryKind, key: Any, name: Any, what: Any, npi: Any) -> Select[Any]:
    """An entry that may belong to a place and then has its phone when it has none of its own."""
    place, phone = Organization.name, func.coalesce(model.phone, Organization.phone)
    searched = _joined(
        name, what, place, phone, model.more_phones, model.fax, npi, model.insurances, model.address, *_told(model)
    )
    found = select(
        literal(kind.value).label("kind"), model.id, key.label("key"), what.label("what"), place.label("place"),
        phone.label("phone"), model.fax, npi.label("npi"), _codes(model),
        model.source_id.is_not(None).label("imported"), name.label("name"), model.insurances, searched.label("text"),
    )  # fmt: skip
    there = (Organization.id == model.organization_id) & Organization.removed_at.is_(None)
    return found.select_from(model).outerjoin(Organization, there)


def _told(model: Any) -> tuple[Any, ...]:
    """When it is open, how one gets in and how long that takes, and what else is written about it."""
    return model.hours_text, model.referral_how, model.wait_text, model.note


def _of(found: Select[Any], model: Any, closed: bool) -> Select[Any]:
    return found.where(model.removed_at.is_not(None) if closed else model.removed_at.is_(None))


def _codes(model: Any) -> ColumnElement[str]:
    """The languages as stored: '["es", "en"]'."""
    return type_coerce(model.languages, String).label("languages")


def _joined(*parts: Any) -> ColumnElement[str]:
    """The parts that are there, with blanks between."""
    kept = [part for part in parts if not isinstance(part, type(null()))]
    text: ColumnElement[Any] = func.coalesce(kept[0], "")
    for part in kept[1:]:
        text = text + case((part.is_(None), ""), else_=literal(" ") + part)
    return type_coerce(text, String)
