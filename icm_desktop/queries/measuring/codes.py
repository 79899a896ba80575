"""The codes behind the names measures use: lists the practice imported, or our own open ones in their place."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select

from db import measure_facts
from db.measure_facts import Coded
from db.models.measures import ValueSet
from db.unit_of_work import UnitOfWork
from icm_desktop.content import shipped
from icm_desktop.content.code_sets import OpenSet, coded, is_set, open_sets, url_of
from icm_desktop.content.measures import measures
from icm_desktop.contracts.measures import CodesUsed
from icm_desktop.domain.measures.definition import Measure
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.measuring.asked import VALUE_SET, Asked, canonical
from icm_desktop.queries.practice_policies import practice_policies

_KINDS = ("measures", "codes")
_NO_OPEN = OpenSet("", "", frozenset(), (), frozenset())
IMPORTED, OPEN, NONE = "imported", "open", "none"
Stored = tuple[str | None, Mapping[str, Any]]


@requires(Privilege.CLINICAL_READ)
def basis(uow: UnitOfWork) -> str:
    """A digest of all codes that are asked for, and of what discharges ask: other ones make other facts."""
    kept = uow.session.execute(select(func.count(), func.max(ValueSet.id)).where(ValueSet.removed_at.is_(None))).one()
    asked = (shipped.digest_of_all(_KINDS), *kept, practice_policies(uow).after_discharge)
    return hashlib.sha256(repr(asked).encode()).hexdigest()


@requires(Privilege.CLINICAL_READ)
def asked_codes(uow: UnitOfWork) -> Asked:
    """Every code some measure names, in any list."""
    return _asked(_Source(uow), basis(uow))


class _Source:
    """Where the lists are read; equal to any other, so that what was read is known by the digest alone."""

    def __init__(self, uow: UnitOfWork) -> None:
        self.uow = uow

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=2)
def _asked(source: _Source, digest: str) -> Asked:
    codes, beginnings = set[Coded](), set[Coded]()
    for measure in measures():
        for name in measure.codes.values():
            if is_set(name):
                codes.add((VALUE_SET, url_of(name)))
            else:
                codes.add(coded(name))
    for one in open_sets().values():
        codes |= one.codes | one.own
        beginnings.update(one.beginnings)
    for row in source.uow.session.scalars(select(ValueSet.codes).where(ValueSet.removed_at.is_(None))):
        codes |= _of(row)
    return Asked(codes, beginnings)


def _of(codes: Mapping[str, Any]) -> set[Coded]:
    found = (canonical(system, code) for system, several in codes.items() for code in several)
    return {one for one in found if one is not None}


class Resolved:
    """What the names of a measure mean in this practice: the numbers of the codes, and where each list came from."""

    def __init__(self, uow: UnitOfWork, measure: Measure) -> None:
        self._numbers = {(system, code): number for number, system, code in _concepts(uow)}
        urls = [url_of(one) for one in measure.codes.values() if is_set(one)]
        self._stored = _stored(uow, urls)
        self._edition = measure.edition
        self.used: list[CodesUsed] = []
        self.codes = {name: self._named(name, one) for name, one in measure.codes.items()}

    def _named(self, name: str, one: str) -> list[int]:
        if not is_set(one):
            return self._known([coded(one)])
        url = url_of(one)
        version, found = _chosen(self._stored.get(url, []), self._edition)
        shipped_one = open_sets().get(url, _NO_OPEN)
        source = IMPORTED if found else OPEN if shipped_one.codes or shipped_one.beginnings else NONE
        self.used.append(CodesUsed(name, url, source, version, len(found) or len(shipped_one.codes)))
        wanted = {*(found or shipped_one.codes), *shipped_one.own, (VALUE_SET, url)}
        numbers = self._known(wanted)
        if source == OPEN:
            numbers += self._beginning(shipped_one.beginnings)
        return sorted(set(numbers))

    def _known(self, codes: Iterable[Coded]) -> list[int]:
        return [self._numbers[one] for one in codes if one in self._numbers]

    def _beginning(self, beginnings: Iterable[Coded]) -> list[int]:
        return [
            number
            for begins in beginnings
            for (system, code), number in self._numbers.items()
            if system == begins[0] and code.startswith(begins[1])
        ]


def _concepts(uow: UnitOfWork) -> Iterable[tuple[int, str, str]]:
    return measure_facts.concepts(uow.session.connection())


def _stored(uow: UnitOfWork, urls: list[str]) -> dict[str, list[Stored]]:
    found: dict[str, list[Stored]] = defaultdict(list)
    query = select(ValueSet.url, ValueSet.set_version, ValueSet.codes).where(
        ValueSet.url.in_(urls), ValueSet.removed_at.is_(None)
    )
    for url, version, codes in uow.session.execute(query):
        found[url].append((version, codes))
    return found


def _chosen(stored: list[Stored], edition: int | None) -> tuple[str | None, set[Coded]]:
    """The version an edition goes by: the newest published before its year began, else the oldest there is."""
    if not stored:
        return None, set()
    versions = sorted({version or "" for version, _ in stored})
    published = [one for one in versions if edition is None or one < str(edition)]
    version = published[-1] if published else versions[0]
    codes = set[Coded]().union(*(_of(each) for one, each in stored if (one or "") == version))
    return version or None, codes
