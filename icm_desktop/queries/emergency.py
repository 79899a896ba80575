"""Whose plans are printed in an emergency: of who comes on a day, or everybody's that is in use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from db.models.plan import Goal
from db.models.shared_plan import HealthConcern
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.calendar import AskDay
from icm_desktop.domain.goals import OPEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.calendar import day_view
from icm_desktop.queries.heads import heads


@requires(Privilege.CLINICAL_READ)
def plans_of_day(uow: UnitOfWork, day: dt.date) -> tuple[list[int], int]:
    """Patients with a visit that day who have a plan in use, in the order they come, and how many have none."""
    view = day_view(uow, AskDay(day))
    coming = list(dict.fromkeys(visit.head.id for visit in sorted(view.appointments, key=lambda one: one.starts_at)))
    have = _with_plan(uow, coming)
    return [one for one in coming if one in have], len(coming) - len(have)


@requires(Privilege.CLINICAL_READ)
def every_plan(uow: UnitOfWork) -> list[int]:
    """Everybody who has a plan in use, by name; deceased patients have none."""
    whose = heads(uow, _with_plan(uow, None))
    kept = [head for head in whose.values() if not head.deceased]
    return [head.id for head in sorted(kept, key=lambda head: (head.family.casefold(), head.given or "", head.id))]


def _with_plan(uow: UnitOfWork, ids: Iterable[int] | None) -> set[int]:
    """Patients with an open goal or an active concern; `ids` None: of everybody."""
    found: set[int] = set()
    for kind, states in ((Goal, OPEN), (HealthConcern, ("active",))):
        table: Any = kind
        wanted = select(table.patient_id).where(table.removed_at.is_(None), table.status.in_(states)).distinct()
        found |= set(uow.session.scalars(wanted if ids is None else wanted.where(table.patient_id.in_(among(ids)))))
    return found
