"""The moment reading screens compute for: now, or the beginning of the day that was asked for."""

from __future__ import annotations

import datetime as dt

from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def moment(uow: UnitOfWork) -> dt.datetime:
    """Aware UTC: now, unless another day is being looked at; then that day's midnight in the practice."""
    if uow.now.astimezone(uow.zone).date() == uow.today:
        return uow.now
    return dt.datetime.combine(uow.today, dt.time(), uow.zone).astimezone(dt.UTC)
