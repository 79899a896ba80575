"""How quality measures went, for all tiles of the board one after the other, while nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.contracts.outcomes import AskCourse, Point
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.outcomes.board import course

if TYPE_CHECKING:  # which imports services itself
    from icm_desktop.practice import OpenPractice


@long_work
@requires(Privilege.CLINICAL_READ)
def courses(
    practice: OpenPractice, asked: tuple[AskCourse, ...], *, progress: Progress
) -> tuple[tuple[Point, ...], ...]:
    """The courses of these measures, in their order; what was counted before is remembered.

    Raises:
        NotFound: outcomes.no_cohort; measures.unknown.
        JobCancelled: by `progress`.
    """
    found = []
    for number, one in enumerate(asked):
        progress.step(number, len(asked))
        with practice.read() as uow:
            found.append(course(uow, one))
    progress.step(len(asked), len(asked))
    return tuple(found)
