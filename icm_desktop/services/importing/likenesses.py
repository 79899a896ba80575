"""Patients an import brought or changed that look like each other or like somebody we know: questions for a person."""

from __future__ import annotations

from dataclasses import dataclass

from db import match_keys
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.matching import Alike, Person
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.match_people import alike, people_of
from icm_desktop.services.matching.scoring import keep_pairs

_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two patients by row id, the newer one first."""

    one: int
    other: int
    alike: Alike


@requires(Privilege.IMPORT)
def likenesses(uow: UnitOfWork, new: dict[int, Person]) -> list[Pair]:
    """Write down who looks alike; the pairs of which at least one is new, the surest first.

    Args:
        uow: The last transaction of the import.
        new: The patients the import brought, by row id; in a dry run made-up ids that no row has, only keys.
    """
    changed = set(match_keys.refresh(uow.session.connection()))  # corrected by this import; new ones have theirs
    people = new | people_of(uow, changed | new.keys())
    found = alike(uow, people)
    keep_pairs(uow, people.keys(), found)
    pairs = [_pair(ids, how, new) for ids, how in found.items() if new.keys() & set(ids)]
    return sorted(pairs, key=lambda pair: (pair.alike.rank, -pair.alike.score, pair.one, pair.other))[:_MOST]


def _pair(ids: tuple[int, int], how: Alike, new: dict[int, Person]) -> Pair:
    one, other = ids if ids[0] in new else ids[::-1]
    return Pair(one, other, how)
