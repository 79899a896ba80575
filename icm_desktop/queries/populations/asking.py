"""What every question of a rule needs: the transaction, the day it is asked for, bounds of days in records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, and_, func, or_

from db.audit import utc_text
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import moments
from icm_desktop.domain.populations import Evidence
from icm_desktop.domain.timeslots import day_span

Found = Mapping[int, Sequence[Evidence]]
_LENGTH_OF_DAY = 10


class Question(Protocol):
    """A compiled question of a rule."""

    @property
    def wanted(self) -> Select[Any] | None:
        """Patients who may be as asked, as a query of ids; None: nobody can be left out beforehand."""

    @property
    def exact(self) -> bool:
        """Whether everybody of `wanted` is as asked."""

    def found(self, ids: Sequence[int]) -> Found:
        """Which of these patients are as asked, each with the facts that say so."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One evaluation on a day. `kept`: what several questions look up once, by name."""

    uow: UnitOfWork
    on: dt.date
    kept: dict[str, Any] = field(default_factory=dict)

    def day(self, when: str | None) -> dt.date | None:
        """The local day of a date as records keep it."""
        return moments.local_day(when, self.uow.zone)

    def first(self, when: str | None) -> dt.date | None:
        """The first local day such a date can mean."""
        return moments.span(when, self.uow.zone).first if when else None

    def midnight(self, day: dt.date) -> str:
        """When a local day begins, as records keep instants."""
        return utc_text(day_span(day, self.uow.zone).starts_at)

    def by(self, column: Any, day: dt.date) -> ColumnElement[bool]:
        """A date as records keep it lies on a local day or earlier."""
        after = day + dt.timedelta(days=1)
        short = func.length(column) <= _LENGTH_OF_DAY
        return or_(and_(short, column <= day.isoformat()), and_(~short, column < self.midnight(after)))

    def since(self, column: Any, day: dt.date) -> ColumnElement[bool]:
        """A date as records keep it lies on a local day or later; a year or a month alone does not tell."""
        length = func.length(column)
        coarse = column >= (day - dt.timedelta(days=1)).isoformat()  # lets an index of the column be used
        return and_(
            coarse,
            or_(
                and_(length == _LENGTH_OF_DAY, column >= day.isoformat()),
                and_(length > _LENGTH_OF_DAY, column >= self.midnight(day)),
            ),
        )

    def start(self, days: int | None) -> dt.date:
        """The first day of the last so many days, today the last of them."""
        if days is None or days > _MOST:
            return dt.date(1900, 1, 1)
        return self.on - dt.timedelta(days=max(days - 1, 0))


_MOST = 36_500
