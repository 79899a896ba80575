"""Worklist items of administrators: sensitive notes that somebody opened in an emergency, until one looked at it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, cast, exists, literal, select

from db.models.access import UserAccount
from db.models.notes import EmergencyAccess
from db.models.plan import WorklistHold
from db.models.types import IsoDate
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, Role, allows, requires
from icm_desktop.queries.work_items import URGENT, Found, Scope, WorkItem

KIND = "emergency_access"


@requires(Privilege.WORKLIST)
def emergency_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Every emergency opening no administrator has looked at; whoever opened does not look at it themselves."""
    if not allows(uow.actor.role, Privilege.USERS) or not scope.wants(KIND):
        return Found((), ())
    now = uow.now + dt.timedelta(seconds=1)
    asked = {"until": now if scope.asked.on is None else day_span(scope.day, uow.zone).ends_at, "day": scope.day}
    rows = uow.session.execute(scope.of_patients(_openings(), EmergencyAccess.patient_id), asked).all()
    alone = bool(rows) and not _others(uow)
    return scope.settled(_item(scope, row, alone=alone) for row in rows)


@requires(Privilege.WORKLIST)
def may_look(uow: UnitOfWork, opening: EmergencyAccess) -> bool:
    """Whether the user may say that an opening was looked at: another administrator, or the only one."""
    return opening.user_id != uow.actor.user_id or not _others(uow)


def _others(uow: UnitOfWork) -> bool:
    """Whether there is another administrator."""
    wanted = select(UserAccount.id).where(
        UserAccount.role == Role.ADMINISTRATOR.value, UserAccount.disabled_at.is_(None),
        UserAccount.removed_at.is_(None), UserAccount.id != (uow.actor.user_id or 0),
    )  # fmt: skip
    return uow.session.scalar(wanted.limit(1)) is not None


def _item(scope: Scope, row: Any, *, alone: bool) -> WorkItem:
    day: dt.date = min(row.opened_at.astimezone(scope.uow.zone).date(), scope.day)
    return WorkItem(
        key=f"{KIND}:{row.id}", section=scope.section(day), kind=KIND, patient_id=row.patient_id,
        title="today.emergency_access", title_params=(("by", row.display_name or ""),),
        why="today.why_emergency_access", why_params=(
            ("found_on", day.isoformat()), ("reason", row.reason),
            ("whom", ", ".join(filter(None, (row.personnel, row.affiliation)))),
        ),
        due=day, days_late=days_late(day, scope.day), priority=URGENT,
        can_finish=alone or row.user_id != scope.uow.actor.user_id, version=row.version,
    )  # fmt: skip


@cache
def _openings() -> Select[*tuple[Any, ...]]:
    kept = EmergencyAccess
    key = literal(f"{KIND}:").concat(cast(kept.id, String))
    looked_at = exists().where(
        WorklistHold.item_key == key, WorklistHold.removed_at.is_(None),
        WorklistHold.done_on <= bindparam("day", type_=IsoDate),
    )  # fmt: skip
    return (
        select(kept.id, kept.version, kept.patient_id, kept.user_id, kept.opened_at, kept.reason, kept.personnel,
               kept.affiliation, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == kept.user_id)
        .where(kept.opened_at < bindparam("until", type_=kept.opened_at.type), kept.removed_at.is_(None), ~looked_at)
        .order_by(kept.opened_at)
    )  # fmt: skip
