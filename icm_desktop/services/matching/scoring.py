"""Keeps the pairs of look-alikes right: everybody a transaction touched is compared again, both ways."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from db import match_keys
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.matching import Alike
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.match_people import alike, people_of


@requires(Privilege.SIGN_IN)
def score_again(uow: UnitOfWork) -> None:
    """Compare everybody whose identity this transaction changed with everybody who may be the same person.

    A pair that no longer looks alike goes; what was decided about two people stays where it is.
    """
    uow.session.flush()
    changed = match_keys.refresh(uow.session.connection())
    if changed:
        keep_pairs(uow, changed, alike(uow, people_of(uow, changed)))


@requires(Privilege.SIGN_IN)
def keep_pairs(uow: UnitOfWork, ids: Collection[int], found: Mapping[tuple[int, int], Alike]) -> None:
    """Put these pairs in the place of all that one of the patients was in."""
    rows = [(min(pair), max(pair), how.rank, how.score, ",".join(how.reasons)) for pair, how in found.items()]
    match_keys.replace_pairs(uow.session.connection(), ids, rows)
