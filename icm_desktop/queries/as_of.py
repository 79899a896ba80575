"""The moment reading screens compute for: now, the beginning of a day, or the end of an earlier one as it was known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select

from db.earlier import at_the_end_of
from db.models.audit import Action
from db.repositories.imports import OURS_NOT
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires

_KEPT = (*OURS_NOT, "services.demo.fill")  # what came as a whole


@requires(Privilege.SIGN_IN)
def moment(uow: UnitOfWork) -> dt.datetime:
    """Aware UTC: now, unless another day is being looked at; then that day's midnight in the practice."""
    if uow.now.astimezone(uow.zone).date() == uow.today:
        return uow.now
    return dt.datetime.combine(uow.today, dt.time(), uow.zone).astimezone(dt.UTC)


@requires(Privilege.SIGN_IN)
@contextmanager
def known_at_end_of(uow: UnitOfWork, day: dt.date | None) -> Iterator[UnitOfWork]:
    """What was known when an earlier local day ended; `uow` itself for no day, today and days to come.

    Only what somebody did here has a history; what came as a whole counts by its own dates: see `came_later`.
    """
    if day is None or day >= uow.today:
        yield uow
        return
    with at_the_end_of(uow, day, day_span(day, uow.zone).ends_at, _KEPT) as then:
        yield then


@requires(Privilege.SIGN_IN)
def came_later(uow: UnitOfWork, day: dt.date) -> bool:
    """Whether records came as a whole after a day: what they were like on that day is known by their dates only."""
    kept = select(Action.id).where(Action.name.in_(_KEPT), Action.at >= day_span(day, uow.zone).ends_at)
    return day < uow.today and uow.session.scalar(kept.limit(1)) is not None
