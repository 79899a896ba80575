"""Quality measures as tiles of the board: the same numbers, names and course as the measures themselves tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.outcomes import AskBehindFigure, AskOutcomes, FigureRow, PeopleBehind
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.CLINICAL_READ)
def rows(uow: UnitOfWork, asked: AskOutcomes, ids: Collection[int] | None) -> Sequence[FigureRow]:
    """A tile for each rate of each measure."""
    return ()


@requires(Privilege.CLINICAL_READ)
def behind(uow: UnitOfWork, asked: AskBehindFigure, ids: Collection[int] | None) -> PeopleBehind:
    """The people behind one rate.

    Raises:
        NotFound: outcomes.unknown.
    """
    raise NotFound("outcomes.unknown")
