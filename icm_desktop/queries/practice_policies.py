"""The policies and business days this practice goes by: what is shipped, with what the practice changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Select, select

from db.models.set_up import Closure, PolicySetting
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.policies import Policies
from icm_desktop.permissions import Privilege, requires

_LONGEST = 366  # days of one closure


@requires(Privilege.SIGN_IN)
def practice_policies(uow: UnitOfWork) -> Policies:
    """The policies of the practice now; the same object as long as nobody changes one."""
    closed: set[dt.date] = set()
    open_anyway: set[dt.date] = set()
    for first, last, is_open in uow.session.execute(_closures()):
        (open_anyway if is_open else closed).update(_days(first, last))
    values = frozenset((name, int(value)) for name, value in uow.session.execute(_changed()))
    return policies.of_practice(values, frozenset(closed), frozenset(open_anyway))


@cache
def _changed() -> Select[str, int]:
    return select(PolicySetting.name, PolicySetting.value).where(PolicySetting.removed_at.is_(None))


@cache
def _closures() -> Select[dt.date, dt.date, bool]:
    return select(Closure.starts_on, Closure.ends_on, Closure.open_anyway).where(
        Closure.removed_at.is_(None), Closure.site_id.is_(None)
    )


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for ahead in range(min((last - first).days + 1, _LONGEST)):
        yield first + dt.timedelta(days=ahead)
