"""Queues of people to call: what is due, visits without a new date, and those nobody heard from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute

from db.audit import utc_text
from db.models.patient import Patient
from db.models.plan import ContactLog, PlanAction
from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.attempts import HANDED_ON, REACHED, RESTING, standing
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import queue_ranks as ranks
from icm_desktop.queries.needs_booking import actions_to_book, cancelled_for_good
from icm_desktop.queries.work_items import OTHER, URGENT, Found, Ranked, Scope, WorkItem
from icm_desktop.queries.work_memory import WorkMemory
from icm_desktop.queries.work_missed import missed_for_good, missed_of, missed_visits, ranked_missed, stored_visits
from icm_desktop.queries.work_rebook import visits_to_rebook
from icm_desktop.queries.work_stays import after_stays, ranked_stays
from icm_desktop.queries.work_visits import owed_of

Stored = Row[*tuple[Any, ...]]
_YEAR = dt.timedelta(days=366)
CALL_READS = ("work_standing", "appointment", "encounter", "transition", "contact_log", "plan_action",
              "appointment_type")  # fmt: skip
_ALL = 100_000  # rows; statements shared with the calendar's tray ask for a limit


def follow_up(scope: Scope) -> Found:
    """Everybody to be called: recalls, missed visits, after a stay, visits that lost their place."""
    rebook = visits_to_rebook(scope.uow, scope).items
    if scope.need is None:
        sources = (missed_visits(scope.uow, scope), after_stays(scope.uow, scope), scope.settled(recalls(scope)))
        return _tried(scope, (*rebook, *(item for found in sources for item in found.items)))
    ranked, apart = WorkMemory(scope.uow, scope).of(ranked_calls, CALL_READS)
    return ranked.with_others(_tried(scope, (*rebook, *apart)))


@requires(Privilege.WORKLIST)
def ranked_calls(uow: UnitOfWork, scope: Scope) -> tuple[Ranked, tuple[WorkItem, ...]]:
    """The first calls by their rank, but for visits that lost their place, and those to be decided one by one."""
    need = scope.need or 0
    parts = (
        ranked_missed(uow, scope, need),
        ranked_stays(uow, scope, need),
        ranks.recalls(scope, need, lambda ids: recalls(scope, ids)),
    )
    return ranks.together(parts), scope.settled(item for part in parts for item in part.apart).items


def unscheduled(scope: Scope) -> Found:
    """Cancelled and missed visits that were not booked again, the oldest first."""
    if scope.need is None:
        return scope.settled([*_missed(scope), *_cancelled(scope)])
    parts = (
        ranks.missed(scope, scope.need, lambda ids: _missed(scope, ids)),
        ranks.cancelled(scope, scope.need, lambda ids: _cancelled(scope, ids)),
    )
    return ranks.together(parts).with_others(scope.settled(item for part in parts for item in part.apart))


def gone_quiet(scope: Scope) -> Found:
    """Patients in a coordinator's care who were neither reached nor seen lately and have nothing booked."""
    if scope.need is None:
        return _tried(scope, scope.settled(_quiet(scope)).items)
    part = ranks.quiet(scope, scope.need, lambda ids: _quiet(scope, ids))
    return part.with_others(_tried(scope, scope.settled(part.apart).items))


def whole_calls(scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items of these queues that so far have only a rank, with everything a row shows."""

    def ids(suffix: str) -> list[int]:
        return [item.number for item in items if item.key.endswith(suffix)]

    if scope.asked.queue == "quiet":
        made: Iterable[WorkItem] = _quiet(scope, ids(":quiet"))
    elif scope.asked.queue == "unscheduled":
        made = (*_missed(scope, ids(":missed")), *_cancelled(scope, ids(":cancelled")))
    else:
        stays = [item.key for item in items if item.kind == "transition"]
        plans = [item.number for item in items if item.kind == "plan_action"]
        made = (*missed_of(scope, ids(":missed")), *owed_of(scope.uow, scope, stays), *recalls(scope, plans))
    return list(scope.settled(made).items)


def _tried(scope: Scope, items: Iterable[WorkItem]) -> Found:
    """Calls with their tries counted: one rests after a try, and after enough of them goes to the coordinator."""
    items = list(items)
    attempts = scope.attempts([item.key for item in items])
    return Found.all_of(_standing(scope, item, attempts.get(item.key, [])) for item in items)


def _standing(scope: Scope, item: WorkItem, attempts: list[Any]) -> WorkItem:
    if item.section == "waiting" or item.title == "today.missed_letter":
        return item
    found = standing(attempts, scope.day, scope.policies.attempts, scope.policies.calendar)
    if found.state == HANDED_ON:
        return replace(item, section="handed_on")
    return replace(item, section="waiting", held_until=found.next_on) if found.state == RESTING else item


def recalls(scope: Scope, ids: Sequence[int] | None = None) -> Iterator[WorkItem]:
    """Plan actions that ask for a visit and are due; only those with these ids."""
    wanted = _only(actions_to_book(), PlanAction.id, ids)
    for row in scope.uow.session.execute(wanted, {"most": _ALL, "today": scope.day}):
        if row.due_on is None or row.due_on > scope.day or not _wanted(scope, row):
            continue
        yield WorkItem(
            key=f"plan_action:{row.id}",
            section=scope.section(row.due_on),
            kind="plan_action",
            patient_id=row.patient_id,
            title="today.recall",
            title_params=(("kind", row.type_name),),
            why="today.why_plan_action",
            due=row.due_on,
            days_late=days_late(row.due_on, scope.day),
            priority=URGENT if row.urgent else OTHER,
            owner=scope.coordinator(row.coordinator_id),
            version=row.version,
            tie=row.due_on.isoformat(),
        )


def _missed(scope: Scope, ids: Sequence[int] | None = None) -> Iterator[WorkItem]:
    days = scope.policies.unscheduled_days
    for row in missed_for_good(scope, days) if ids is None else stored_visits(scope.uow, ids):
        day = row.starts_at.astimezone(scope.uow.zone).date()
        yield _without_date(
            scope, row, f"appointment:{row.id}:missed", day, "missed", row.with_text or row.family or "",
            ("today.why_missed", (("missed_on", day.isoformat()),)),
        )  # fmt: skip


def _cancelled(scope: Scope, ids: Sequence[int] | None = None) -> Iterator[WorkItem]:
    first = day_span(scope.day - dt.timedelta(days=scope.policies.unscheduled_days), scope.uow.zone).starts_at
    values = {"first": first, "last": scope.end_of_day() + _YEAR, "most": _ALL}
    for row in scope.uow.session.execute(_only(cancelled_for_good(), Appointment.id, ids), values):
        if not _wanted(scope, row):
            continue
        day = row.starts_at.astimezone(scope.uow.zone).date()
        reason = row.cancel_reason or ""
        why = "today.why_cancelled" if reason else "today.why_cancelled_no_reason"
        whom = spoken(row.given, row.family, row.prefix, row.suffix) if row.family else ""
        yield _without_date(
            scope, row, f"appointment:{row.id}:cancelled", day, "cancelled", whom,
            (why, (("visit_on", day.isoformat()), ("reason", reason))),
        )  # fmt: skip


def _without_date(
    scope: Scope,
    row: Stored,
    key: str,
    day: dt.date,
    what: str,
    whom: str,
    why: tuple[str, tuple[tuple[str, str], ...]],
) -> WorkItem:
    return WorkItem(
        key=key,
        section="overdue" if day < scope.day else "due_today",
        kind="appointment",
        patient_id=row.patient_id,
        title=f"today.unscheduled_{what}",
        title_params=(("with", whom),),
        why=why[0],
        why_params=why[1],
        due=day,
        days_late=days_late(day, scope.day),
        owner=scope.coordinator(row.coordinator_id),
        version=row.version,
        tie=utc_text(row.starts_at),
    )


def _quiet(scope: Scope, ids: Sequence[int] | None = None) -> Iterator[WorkItem]:
    days = dt.timedelta(days=scope.policies.quiet_days)
    values = {"first": day_span(scope.day - days, scope.uow.zone).starts_at, "until": scope.end_of_day()}
    wanted = _only(scope.of_patients(_quiet_patients(), Patient.id), Patient.id, ids)
    for row in scope.uow.session.execute(wanted, values):
        last = max((at for at in (row.reached_at, row.seen_at) if at is not None), default=None)
        heard = last.astimezone(scope.uow.zone).date() if last else None
        due = (heard or row.created_at.astimezone(scope.uow.zone).date()) + days
        yield WorkItem(
            key=f"patient:{row.id}:quiet",
            section=scope.section(due),
            kind="patient",
            patient_id=row.id,
            title="today.quiet",
            why="today.why_quiet" if heard else "today.why_quiet_never",
            why_params=(("heard_on", heard.isoformat()),) if heard else (),
            due=due,
            days_late=days_late(due, scope.day),
            owner=scope.coordinator(row.coordinator_id),
            can_finish=False,
            version=row.version,
            tie=utc_text(last or row.created_at),
        )


def _only(
    wanted: Select[*tuple[Any, ...]], column: InstrumentedAttribute[int], ids: Sequence[int] | None
) -> Select[*tuple[Any, ...]]:
    return wanted if ids is None else wanted.where(column.in_(among(ids)))


def _wanted(scope: Scope, row: Stored) -> bool:
    return scope.patients is None or row.patient_id in scope.patients


@cache
def _quiet_patients() -> Select[*tuple[Any, ...]]:
    first = bindparam("first", type_=ContactLog.at.type)
    until = bindparam("until", type_=ContactLog.at.type)
    reached = (ContactLog.patient_id == Patient.id, ContactLog.outcome == REACHED, ContactLog.removed_at.is_(None))
    visits = (Appointment.patient_id == Patient.id, Appointment.removed_at.is_(None))
    last_reached = select(func.max(ContactLog.at)).where(*reached, ContactLog.at < until)
    last_seen = select(func.max(Appointment.starts_at)).where(
        *visits, status_in(states.TOOK_PLACE), Appointment.starts_at < until
    )
    return select(
        Patient.id,
        Patient.version,
        Patient.created_at,
        Patient.coordinator_id,
        last_reached.correlate(Patient).scalar_subquery().label("reached_at"),
        last_seen.correlate(Patient).scalar_subquery().label("seen_at"),
    ).where(
        Patient.coordinator_id > 0,  # whoever is in a coordinator's care, found by its index
        Patient.removed_at.is_(None),
        Patient.deceased.is_(False),
        Patient.created_at < first,
        ~exists().where(*reached, ContactLog.at >= first, ContactLog.at < until),
        ~exists().where(*visits, status_in(states.OCCUPIES), Appointment.starts_at >= first),
    )
