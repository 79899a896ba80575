"""A record for one reader: told, held back, with the people and places it points to and who recorded it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from icm_desktop.domain.sharing import SUBSTANCE_USE
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing import part2, walking
from icm_desktop.exchange.fhir.writing.provenance import provenance
from icm_desktop.exchange.fhir.writing.rows import Row
from icm_desktop.exchange.fhir.writing.valid import as_valid
from icm_desktop.queries.exporting.directory import Directory
from icm_desktop.queries.exporting.record import Leaving, Record
from icm_desktop.queries.exporting.telling import Telling
from icm_desktop.queries.part2_notice import Accompanying

_FIRST = ("Patient", "CareTeam", "CarePlan", "Condition", "Goal")


@dataclass(slots=True)
class Assembled:
    """The resources in order; how many of each type are told, and how many are held back by type and reason.

    `substance_use`: which of them are about it and go to somebody outside; `notice`: what goes with them.
    `rows`: what the told ones are here, by type and id.
    """

    resources: list[Json] = field(default_factory=list)
    held: Counter[tuple[str, str]] = field(default_factory=Counter)
    substance_use: tuple[str, ...] = ()
    rows: dict[str, Row] = field(default_factory=dict)
    notice: Accompanying | None = None

    @property
    def counts(self) -> Counter[str]:
        """How many of each type are told."""
        return Counter(str(one["resourceType"]) for one in self.resources)


def assembled(record: Record, directory: Directory, telling: Telling, *, with_directory: bool = True) -> Assembled:
    """The record as this reader gets it.

    Args:
        record: Everything of the patient.
        directory: People and places.
        telling: What the reader may have.
        with_directory: Also the people and places that what is told points to.
    """
    made, told, held = Assembled(), list[Leaving](), set[str]()
    for one in record.leaving():
        why = telling.why_not(one.resource, one.row)
        if why is None:
            told.append(one)
        else:
            held.add(one.where)
            made.held[str(one.resource["resourceType"]), why] += 1
    around = _around(told, directory, telling, made, held) if with_directory else []
    of_whom = _recorded(record, directory, told)
    people = [] if not with_directory else [*directory.resources(_wanted(of_whom, directory))]
    known = {f"{one['resourceType']}/{one['id']}" for one in around}
    around += [one for one in people if f"{one['resourceType']}/{one['id']}" not in known]
    shut = frozenset(held)
    every = [each.resource for each in told] + of_whom + around
    every = [walking.without(one, shut) for one in every] if shut else every
    made.resources = sorted((as_valid(one, record.zone) for one in every if _says_something(one)), key=_order)
    made.rows = {one.where: one.row for one in told if one.row is not None}
    if telling.outside:
        _mark(made, [one.where for one in told if SUBSTANCE_USE in telling.topics(one.resource, one.row)], telling)
    return made


def _mark(made: Assembled, where: list[str], telling: Telling) -> None:
    """Every resource about substance use carries the notice."""
    if not where:
        return
    made.substance_use, made.notice = tuple(where), telling.accompanying()
    marked, line = set(where), made.notice.line
    made.resources = [
        part2.labelled(one, line) if f"{one['resourceType']}/{one['id']}" in marked else one for one in made.resources
    ]


def _around(told: list[Leaving], directory: Directory, telling: Telling, made: Assembled, held: set[str]) -> list[Json]:
    wanted = _wanted([one.resource for one in told], directory)
    kept = []
    for resource in directory.resources(wanted):
        why = telling.why_not(resource)
        if why is None:
            kept.append(resource)
        else:
            held.add(f"{resource['resourceType']}/{resource['id']}")
            made.held[str(resource["resourceType"]), why] += 1
    return kept


def _wanted(resources: list[Json], directory: Directory) -> set[str]:
    named = {one["reference"] for resource in resources for one in walking.references(resource)}
    return {where for where in named if directory.holds(where)}


def _recorded(record: Record, directory: Directory, told: list[Leaving]) -> list[Json]:
    """Who recorded what is ours or was changed here: one Provenance for each of them."""
    by_user: dict[int | None, list[Leaving]] = defaultdict(list)
    for one in told:
        if one.ours and one.row is not None:
            by_user[one.row["updated_by_id"] or one.row["created_by_id"]].append(one)
    made = []
    for user, theirs in sorted(by_user.items(), key=lambda pair: pair[0] or 0):
        who = directory.to("user_account", user) or record.practice()
        whens = [one.row["updated_at"] or one.row["created_at"] for one in theirs if one.row is not None]
        recorded = max((when for when in whens if when is not None), default=None)
        resource = provenance([one.where for one in theirs], who, record.practice(), recorded or _NEVER)
        own = directory.own_id(f"provenance-of-{user or 0}", record.patient_id)
        made.append({"resourceType": "Provenance", "id": own, **resource})
    return made


_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _says_something(resource: Json) -> bool:
    """A Provenance whose targets are all held back tells of nothing."""
    return resource["resourceType"] != "Provenance" or bool(resource.get("target"))


def _order(resource: Json) -> tuple[int, str, str]:
    kind = str(resource["resourceType"])
    return (_FIRST.index(kind) if kind in _FIRST else len(_FIRST)), kind, str(resource["id"])
