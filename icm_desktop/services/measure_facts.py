"""Brings the facts that measures look at up to date: of everybody whose records changed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db import measure_facts
from icm_desktop.beside import Found, in_slices_beside
from icm_desktop.changes import Changes
from icm_desktop.contracts.measures import FactsReckoned
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.measuring.codes import basis
from icm_desktop.queries.measuring.projecting import projected

if TYPE_CHECKING:
    from icm_desktop.practice import OpenPractice

ACTION = "services.measure_facts.reckon"


@long_work
@requires(Privilege.CLINICAL_READ)
def reckon(practice: OpenPractice, *, progress: Progress) -> FactsReckoned:
    """Project the facts of everybody of whom they may not be right any more.

    Each slice is a transaction of its own. What was done stays when it is cancelled, and the rest is done next time.

    Raises:
        JobCancelled: by `progress`.
    """
    with practice.write(ACTION) as uow:
        connection, now = uow.session.connection(), basis(uow)
        if measure_facts.basis(connection) != now:
            measure_facts.set_basis(connection, now)
        ids = measure_facts.stale(connection)

    def keep(some: Sequence[int], found: Found | None) -> None:
        with practice.write(ACTION) as uow:
            holds = found is not None and found.still_holds(uow)
            what = found.what if found is not None and holds else projected(uow, some)
            measure_facts.replace(uow.session.connection(), what.people, what.rows, some)

    in_slices_beside(practice, ids, progress, projected, keep)
    return FactsReckoned(len(ids), Changes.of("measure") if ids else Changes())
