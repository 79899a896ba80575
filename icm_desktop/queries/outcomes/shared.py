"""The board for readers outside: of groups of fewer than 11 nothing is told, nor what would let them be reckoned."""

from __future__ import annotations

from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.outcomes import AskOutcomes, FigureRow, GroupPoint, Outcomes, Point
from icm_desktop.domain.statistics import FEW_TO_SHARE
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.outcomes.board import outcomes


@requires(Privilege.CLINICAL_READ)
def shared(uow: UnitOfWork, asked: AskOutcomes) -> Outcomes:
    """As `outcomes`, without small numbers.

    Raises:
        Invalid: outcomes.bad_period.
        NotFound: outcomes.no_cohort.
    """
    found = outcomes(uow, asked)
    return replace(found, rows=tuple(_told(one) for one in found.rows))


def is_hidden(one: Point) -> bool:
    """Whether a point stands for people who are too few to be told of."""
    return one.n < 0


def _told(row: FigureRow) -> FigureRow:
    return replace(
        row,
        now=_point(row.now),
        line=tuple(map(_point, row.line)),
        groups=hidden_groups(row.groups),
        before=None if row.before is None else _point(row.before),
        other=None if row.other is None else _point(row.other),
    )


def _people(one: Point) -> float:
    return one.of if one.people is None else one.people


def _few(one: Point) -> bool:
    return 0 < _people(one) < FEW_TO_SHARE


def _point(one: Point) -> Point:
    return Point(one.end, -1, -1, None) if _few(one) else one


def hidden_groups(groups: tuple[GroupPoint, ...]) -> tuple[GroupPoint, ...]:
    """Small groups are hidden, and with them the smallest others until the whole does not tell what is hidden.

    Left over from the whole is the sum of all that are hidden: two at least, and together people enough to be told of.
    """
    hidden = [one for one in groups if _few(one.point)]
    others = [one for one in groups if one not in hidden and _people(one.point)]  # that there is nobody hides nobody
    rest = sorted(others, key=lambda one: _people(one.point))
    while hidden and rest and (len(hidden) == 1 or sum(_people(one.point) for one in hidden) < FEW_TO_SHARE):
        hidden.append(rest.pop(0))
    return tuple(replace(one, point=Point(one.point.end, -1, -1, None)) if one in hidden else one for one in groups)
