"""Keeps the table of due work right: whom an act touched is reckoned again with it, everybody by a long job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db import kept_work, pathway_work
from db.unit_of_work import UnitOfWork
from icm_desktop.beside import Found, in_slices_beside
from icm_desktop.changes import Changes
from icm_desktop.contracts.pathways import WorkReckoned
from icm_desktop.long_work import MOST_AT_ONCE, Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.due_work import Reckoned, reckoned
from icm_desktop.queries.pathway_work import outdated

if TYPE_CHECKING:  # which itself keeps the table right after every act
    from icm_desktop.practice import OpenPractice

ACTION = "services.pathway_work.reckon"


@requires(Privilege.SIGN_IN)
def keep_right(uow: UnitOfWork) -> None:
    """Reckon again what is due for everybody whose facts this transaction changed, while they are few."""
    uow.session.flush()
    changed = pathway_work.stale(uow.session.connection(), MOST_AT_ONCE + 1)
    if changed and len(changed) <= MOST_AT_ONCE:
        _keep(uow, reckoned(uow, changed))


@long_work
@requires(Privilege.SIGN_IN)
def reckon(practice: OpenPractice, *, progress: Progress) -> WorkReckoned:
    """Reckon what is due for everybody of whom it may not be right any more: after a night, an adoption, an update.

    Each slice is a transaction of its own. What was done stays when it is cancelled, and the rest is done next time.

    Raises:
        JobCancelled: by `progress`.
    """
    with practice.read() as uow:
        ids = outdated(uow)

    def keep(some: Sequence[int], found: Found | None) -> None:
        with practice.write(ACTION) as uow:
            holds = found is not None and found.still_holds(uow)
            _keep(uow, found.what if found is not None and holds else reckoned(uow, some))

    in_slices_beside(practice, ids, progress, reckoned, keep)
    return WorkReckoned(len(ids), Changes.of("worklist") if ids else Changes())


def _keep(uow: UnitOfWork, found: Reckoned) -> None:
    connection = uow.session.connection()
    pathway_work.keep(connection, found.right, found.content)
    pathway_work.change(connection, found.steps, found.checked)
    kept_work.change(connection, found.others)
