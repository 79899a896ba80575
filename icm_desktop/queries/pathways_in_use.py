"""The pathways a practice works by: adopted by a named clinician, as their files were that day."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, select

from db.models.pathways import PathwayAdoption, PathwayEdit
from db.unit_of_work import UnitOfWork
from icm_desktop.content import pathways as content
from icm_desktop.content.policies import Policies
from icm_desktop.content.shipped import digest_of, digest_of_all
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.domain.pathways.edits import Edits, edited
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.instrument_use import uses
from icm_desktop.queries.practice_policies import practice_policies

KIND = "pathways"
_RECKONED_BY = "2"  # raised when due days are reckoned differently, so that everybody's are reckoned again
_LOOKED_AT = ("codes", "progress", "policies", "instruments", "transitions")


@dataclass(frozen=True, slots=True)
class InUse:
    """What makes work. `since`: when a pathway was first adopted.

    `content` tells when anything of it changes; `base` when something all of them stand on does, `digests` when one
    does.
    """

    pathways: tuple[Pathway, ...]
    since: Mapping[str, dt.date]
    digests: Mapping[str, str]
    base: str

    @property
    def content(self) -> str:
        """Of everything."""
        return self.content_for(frozenset(self.digests))

    def content_for(self, ids: frozenset[str]) -> str:
        """Of what decides about somebody whom these pathways, and those for everyone, may ask for something."""
        mine = [
            (one.id, self.digests[one.id], self.since[one.id].isoformat())
            for one in self.pathways
            if one.id in ids or one.entry.everyone
        ]
        return hashlib.sha256(f"{self.base}{mine!r}".encode()).hexdigest()[:16]

    @property
    def for_everyone(self) -> bool:
        """Whether one of them needs no enrolment."""
        return any(one.entry.everyone for one in self.pathways)

    def owed_from(self, registered: dt.date, day: dt.date) -> dict[str, dt.date]:
        """From when on a pathway for everyone asks something of a patient: from when both were here.

        Args:
            registered: When the patient's record was made.
            day: The day that is asked for.
        """
        here = min(registered, day)
        return {one.id: max(self.since[one.id], here) for one in self.pathways if one.entry.everyone}


@dataclass(frozen=True, slots=True)
class Edition:
    """A pathway as the practice has it. `number` 0 is as shipped; `digest` tells it from every other."""

    number: int
    edits: Edits
    digest: str


@requires(Privilege.SIGN_IN)
def in_use(uow: UnitOfWork, policies: Policies | None = None) -> InUse:
    """The adopted pathways, each in the edition that was adopted last, while its file is as it was then.

    A later edition that nobody adopted yet changes nothing. `policies`: of the practice, where they are read already.
    """
    standing, kept = adoptions(uow), editions(uow)
    first: dict[str, dt.date] = {}
    for row in standing:
        first.setdefault(row.pathway, row.adopted_on)
    last = {row.pathway: row.digest for row in standing}
    used: list[Pathway] = []
    for one in content.pathways():
        adopted = next((each for each in kept[one.id] if each.digest == last.get(one.id)), None)
        if adopted is not None:
            used.append(edited(one, adopted.edits) if adopted.number else one)
    ids = [one.id for one in used]
    return InUse(
        tuple(used), {each: first[each] for each in ids}, {each: last[each] for each in ids}, _base(uow, policies)
    )


@requires(Privilege.SIGN_IN)
def editions(uow: UnitOfWork) -> Mapping[str, tuple[Edition, ...]]:
    """Every edition of every pathway there is, the shipped one first."""
    shipped = {one.id: digest_of(KIND, one.id) or "" for one in content.pathways()}
    found = {name: [Edition(0, Edits(), digest)] for name, digest in shipped.items()}
    for name, number, edits in uow.session.execute(_edits()):
        if name in found:
            read = Edits.read(edits)
            found[name].append(Edition(number, read, digest_with(shipped[name], read)))
    return {name: tuple(each) for name, each in found.items()}


@cache
def _edits() -> Select[str, int, dict[str, Any]]:
    stored = select(PathwayEdit.pathway, PathwayEdit.edition, PathwayEdit.edits).where(PathwayEdit.removed_at.is_(None))
    return stored.order_by(PathwayEdit.id)


def digest_with(file: str, edits: Edits) -> str:
    """The digest of a file with what the practice changed; without changes that of the file."""
    if edits == Edits():
        return file
    return hashlib.sha256(f"{file}{json.dumps(edits.kept(), sort_keys=True)}".encode()).hexdigest()


@requires(Privilege.SIGN_IN)
def adoptions(uow: UnitOfWork) -> tuple[PathwayAdoption, ...]:
    """Every adoption that was not withdrawn, in order."""
    return tuple(uow.session.scalars(_adoptions()))


@cache
def _adoptions() -> Select[PathwayAdoption]:
    return select(PathwayAdoption).where(PathwayAdoption.removed_at.is_(None)).order_by(PathwayAdoption.id)


def _base(uow: UnitOfWork, policies: Policies | None) -> str:
    stays = (policies or practice_policies(uow)).after_discharge
    chosen = sorted((one.instrument.id, one.cut_offs) for one in uses(uow).values() if one.use_id is not None)
    return "\n".join((_RECKONED_BY, digest_of_all(_LOOKED_AT), uow.zone.key, repr(stays), repr(chosen)))
