"""Patients an import brought or changed that look like each other or like somebody we know: questions for a person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from db import match_keys
from db.unit_of_work import UnitOfWork
from icm_desktop.content.matching import match_rules
from icm_desktop.domain.matching import Alike, Person, likeness
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.match_people import alike, identity_of, people_of
from icm_desktop.services.matching.scoring import keep_pairs

_TOO_COMMON = 60  # a key that this many new people share says nothing about any two of them
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two patients by row id, the newer one first."""

    one: int
    other: int
    alike: Alike


@requires(Privilege.IMPORT)
def likenesses(uow: UnitOfWork, new: dict[int, Person]) -> list[Pair]:
    """Pairs of which at least one is new, the surest first; written down when this is no dry run.

    Args:
        uow: The last transaction of the import, or in a dry run a read.
        new: The patients the import brought, by row id; negative ids in a dry run.
    """
    if uow.writable:
        changed = set(match_keys.refresh(uow.session.connection()))  # corrected by this import; new ones have theirs
        people = people_of(uow, changed | new.keys())
        found = alike(uow, people)
        keep_pairs(uow, people.keys(), found)
    else:
        found = alike(uow, new) | _among(new)
    pairs = [_pair(ids, how, new) for ids, how in found.items() if new.keys() & set(ids)]
    return sorted(pairs, key=lambda pair: (pair.alike.rank, -pair.alike.score, pair.one, pair.other))[:_MOST]


def _pair(ids: tuple[int, int], how: Alike, new: dict[int, Person]) -> Pair:
    one, other = ids if ids[0] in new else ids[::-1]
    return Pair(one, other, how)


def _among(new: dict[int, Person]) -> dict[tuple[int, int], Alike]:
    """As `alike`, between people who are not on file yet."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for patient_id, person in new.items():
        who = identity_of(person)
        for key in match_keys.keys_of(who) | match_keys.keys_to_ask(who):
            blocks[key].append(patient_id)
    pairs = {
        (one, other)
        for key, block in blocks.items()
        if key[0] not in "sn" and 1 < len(block) <= _TOO_COMMON
        for one in block
        for other in block
        if one > other
    }
    compared = ((pair, likeness(new[pair[0]], new[pair[1]], match_rules())) for pair in pairs)
    return {pair: how for pair, how in compared if how is not None}
