"""The pathways a practice works by: adopted by a named clinician, as their files were that day."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from db.models.pathways import PathwayAdoption
from db.unit_of_work import UnitOfWork
from icm_desktop.content import pathways as content
from icm_desktop.content.shipped import digest_of, digest_of_all
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies

KIND = "pathways"
_RECKONED_BY = "1"  # raised when due days are reckoned differently, so that everybody's are reckoned again
_LOOKED_AT = ("codes", "progress", "policies")


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


@requires(Privilege.SIGN_IN)
def in_use(uow: UnitOfWork) -> InUse:
    """The adopted pathways whose files have not changed since."""
    standing = adoptions(uow)
    first: dict[str, dt.date] = {}
    for row in standing:
        first.setdefault(row.pathway, row.adopted_on)
    last = {row.pathway: row.digest for row in standing}
    used = tuple(one for one in content.pathways() if one.id in last and digest_of(KIND, one.id) == last[one.id])
    digests = {one.id: last[one.id] for one in used}
    return InUse(used, {one.id: first[one.id] for one in used}, digests, _base(uow))


@requires(Privilege.SIGN_IN)
def adoptions(uow: UnitOfWork) -> tuple[PathwayAdoption, ...]:
    """Every adoption that was not withdrawn, in order."""
    stored = select(PathwayAdoption).where(PathwayAdoption.removed_at.is_(None)).order_by(PathwayAdoption.id)
    return tuple(uow.session.scalars(stored))


def _base(uow: UnitOfWork) -> str:
    stays = practice_policies(uow).after_discharge
    return "\n".join((_RECKONED_BY, digest_of_all(_LOOKED_AT), uow.zone.key, repr(stays)))
