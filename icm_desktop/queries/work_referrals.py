"""Worklist items of referrals whose next step is due: sent to nobody, no date, no note, nobody told."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from typing import Any

from sqlalchemy import Row, ScalarSelect, Select, String, bindparam, or_, select
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.scheduling import ReferralEvent, ServiceRequest
from db.models.types import IsoDate
from db.repositories import referrals as repository
from db.repositories.standing import Light, Standings, calls_in_vain
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Owner
from icm_desktop.domain import appointment_states, referral_limits
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_ladder import Named, came_to_me, holder, is_mine, me_of, steps, told
from icm_desktop.queries.work_items import OTHER, URGENT, Found, Scope, WorkItem
from icm_desktop.queries.work_limits import due_of, parts, tie_of

_ENDED_STATUSES = ("completed", "revoked", "entered-in-error")
_LISTED = ("overdue", "due_today")
_DAY_ASKED = bindparam("day", type_=IsoDate)


@dataclass(frozen=True, slots=True)
class _Stuck:
    """A referral with its standing and the limit it has reached."""

    row: Row[*tuple[Any, ...]]
    standing: states.Standing
    due: referral_limits.Due
    visit: dt.datetime | None
    tries: int

    @property
    def named(self) -> Named:
        """Who is named for the steps of escalation."""
        return Named(self.row.coordinator_id, self.row.reviewer_id)

    @property
    def urgent(self) -> bool:
        """Everything but routine."""
        return bool(self.row.urgency != referral_limits.ROUTINE)

    @property
    def key(self) -> str:
        """The worklist key."""
        return f"referral:{self.row.id}:{self.due.limit}"

    @property
    def priority(self) -> int:
        """Urgent ones before routine ones."""
        return URGENT if self.urgent else OTHER


@requires(Privilege.WORKLIST)
def referral_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Referrals at or past the limit of their state, as their dated facts up to the end of the day tell.

    All are counted; only those the page could need become items.
    """
    if not scope.wants("referral"):
        return Found((), ())
    if scope.need is None:
        return _found(scope, _stuck(uow, scope, None), Counter())
    standings = Standings(uow.session, None if scope.asked.everyone else me_of(uow))
    # Held ones and those with facts of a later day stand elsewhere than the table says; they are few.
    apart = {*standings.future(scope.day.isoformat()), *_held(scope)}
    counts = _counts(scope, standings, apart)
    first = _first(scope, standings, scope.need, apart)
    found = _found(scope, _stuck(uow, scope, sorted(apart)), counts)
    return Found((*found.items, *first), found.counts)


@requires(Privilege.WORKLIST)
def whole_referrals(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    ids = [item.number for item in items]
    return list(_found(scope, _stuck(uow, scope, ids), Counter()).items)


def _found(scope: Scope, stuck_ones: Iterable[_Stuck], counts: Counter[str]) -> Found:
    items, known = [], list(stuck_ones)
    scope.look_up_notes(stuck.key for stuck in known)
    for stuck in known:
        section = scope.section_of(stuck.key, scope.section(stuck.due.on))
        if section is not None and _is_mine(scope, stuck):
            counts[section] += 1
            items.append(_item(scope, section, stuck))
    return Found(tuple(items), tuple((section, count) for section, count in counts.items() if count))


def _held(scope: Scope) -> list[int]:
    return [int(key.split(":")[1]) for key in scope.noted("referral")]


def _counts(scope: Scope, standings: Standings, apart: set[int]) -> Counter[str]:
    counts = Counter[str]()
    counted_parts = [part for part in parts(scope.day, scope.uow.zone, scope.policies) if not part.extra]
    found = standings.counts([(part.group, part.range) for part in counted_parts])
    for part, count in zip(counted_parts, found, strict=True):
        counts[part.section] += count
    for row in standings.of("referral", apart):
        due = due_of(row, scope.uow.zone, scope.policies)
        counted = (row.counted_from or "") <= scope.day.isoformat() and is_mine(row, due, scope.day, scope.policies)
        if due is not None and counted and _is_work(due, scope.day):
            counts[scope.section(due.on)] -= 1
    return counts


def _first(scope: Scope, standings: Standings, need: int, apart: set[int]) -> list[WorkItem]:
    """The rows that rank first, as many as the page needs."""
    first: list[WorkItem] = []
    for section, urgent in itertools.product(_LISTED, (True, False)):
        rows = {
            row.row_id: row
            for part in parts(scope.day, scope.uow.zone, scope.policies)
            if part.section == section and part.group.urgent == urgent
            for row in standings.first(part.group, part.range, need - len(first) + len(apart))
        }
        left = [row for row in rows.values() if row.row_id not in apart]
        ranked = nsmallest(need - len(first), left, key=lambda row: _rank(scope, row))
        first += [_light_item(scope, section, row) for row in ranked]
        if len(first) >= need:
            break
    return first


def _rank(scope: Scope, row: Light) -> tuple[dt.date, str, int]:
    due = due_of(row, scope.uow.zone, scope.policies)
    assert due is not None  # noqa: S101  it is part of a range of due days
    return due.on, tie_of(row, due, scope.uow.zone, scope.policies), row.row_id


def _light_item(scope: Scope, section: str, row: Light) -> WorkItem:
    due = due_of(row, scope.uow.zone, scope.policies)
    assert due is not None  # noqa: S101  it is part of a range of due days
    return WorkItem(
        key=f"referral:{row.row_id}:{due.limit}",
        section=section,
        kind="referral",
        patient_id=0,
        title="",
        due=due.on,
        days_late=days_late(due.on, scope.day),
        priority=URGENT if row.urgent else OTHER,
        tie=tie_of(row, due, scope.uow.zone, scope.policies),
        whole=False,
    )


def _stuck(uow: UnitOfWork, scope: Scope, ids: Sequence[int] | None) -> Iterator[_Stuck]:
    """Those of these ids (None: of all) that are due, by their facts."""
    standing = [(row, _standing(row)) for row in _open(scope, ids)]
    booked = [row.id for row, stands in standing if stands.state == states.SCHEDULED]
    visits = repository.visits(uow.session, booked, appointment_states.COMING)
    limits, calendar = scope.policies.referral_limits, scope.policies.calendar
    tries = calls_in_vain(uow.session, [row.id for row, _ in standing])
    known: dict[referral_limits.Case, referral_limits.Due | None] = {}
    for row, stands in standing:
        visit = visits.get(row.id)
        visit_on = visit.astimezone(uow.zone).date() if visit else None
        case = referral_limits.Case(stands, row.urgency, row.service, row.ordered_on, visit_on)
        if case not in known:
            known[case] = referral_limits.due(case, limits, calendar)
        due = known[case]
        if due is not None and _is_work(due, scope.day):
            yield _Stuck(row, stands, due, visit, tries.get(row.id, 0))


def _is_work(due: referral_limits.Due, day: dt.date) -> bool:
    return due.at_once or due.on <= day


def _open(scope: Scope, ids: Sequence[int] | None) -> Sequence[Row[*tuple[Any, ...]]]:
    session = scope.uow.session
    if ids is None:
        wanted = scope.of_patients(_referrals(), ServiceRequest.patient_id)
        return session.execute(wanted, {"day": scope.day}).all()
    if not ids:
        return ()
    return session.execute(_referrals_by_id(), {"day": scope.day, "ids": as_text(ids)}).all()


@cache
def _referrals_by_id() -> Select[*tuple[Any, ...]]:
    return _referrals().where(ServiceRequest.id.in_(listed(bindparam("ids", type_=String))))


@cache
def _referrals() -> Select[*tuple[Any, ...]]:
    return (
        select(
            ServiceRequest.id,
            ServiceRequest.version,
            ServiceRequest.patient_id,
            ServiceRequest.status,
            ServiceRequest.urgency,
            ServiceRequest.ordered_on,
            ServiceRequest.closed_on,
            ServiceRequest.source_id,
            ServiceRequest.owner_kind,
            ServiceRequest.owner_name,
            ServiceRequest.owner_user_id,
            ServiceRequest.owner_practitioner_id,
            ServiceRequest.service,
            ServiceRequest.reviewer_id,
            Patient.coordinator_id,
            ReferralEvent.state,
            ReferralEvent.happened_on,
        )
        .join(Patient, Patient.id == ServiceRequest.patient_id)
        .outerjoin(ReferralEvent, ReferralEvent.id == _last_fact())
        .where(
            ServiceRequest.is_referral.is_(True),
            ServiceRequest.removed_at.is_(None),
            or_(ServiceRequest.ordered_on.is_(None), ServiceRequest.ordered_on <= _DAY_ASKED),
            ServiceRequest.closed_on.is_(None),
            or_(ServiceRequest.status.is_(None), ServiceRequest.status.not_in(_ENDED_STATUSES)),
            Patient.deceased.is_(False),
        )
    )


def _last_fact() -> ScalarSelect[int]:
    """The last fact of a referral decides where it stands; looking up only that one halves the work."""
    fact = aliased(ReferralEvent)
    return (
        select(fact.id)
        .where(fact.service_request_id == ServiceRequest.id, fact.happened_on <= _DAY_ASKED, fact.removed_at.is_(None))
        .order_by(fact.happened_on.desc(), fact.id.desc())
        .limit(1)
        .correlate(ServiceRequest)
        .scalar_subquery()
    )


def _standing(row: Row[*tuple[Any, ...]]) -> states.Standing:
    if row.state:
        return states.Standing(row.state, row.happened_on)
    return states.standing((), status=row.status, ordered_on=row.ordered_on, imported=row.source_id is not None)


def _is_mine(scope: Scope, stuck: _Stuck) -> bool:
    if scope.asked.everyone or scope.mine(_owner(scope, stuck)):
        return True
    return came_to_me(me_of(scope.uow), stuck.named, _reached(scope, stuck), scope.day)


def _owner(scope: Scope, stuck: _Stuck) -> Owner | None:
    return holder(stuck.row, stuck.standing.state, scope.users) or scope.owner(stuck.row)


def _reached(scope: Scope, stuck: _Stuck) -> tuple[referral_limits.Reached, ...]:
    return steps(stuck.due, stuck.urgent, stuck.tries, scope.policies)


def _item(scope: Scope, section: str, stuck: _Stuck) -> WorkItem:
    row, due = stuck.row, stuck.due
    since = stuck.standing.since or due.on
    return WorkItem(
        key=stuck.key,
        section=section,
        kind="referral",
        patient_id=row.patient_id,
        title=f"today.referral_{due.limit}",
        why=f"today.since_{stuck.standing.state}",
        why_params=(("since_on", since.isoformat()), ("days", str(days_late(since, scope.day)))),
        due=due.on,
        days_late=days_late(due.on, scope.day),
        priority=stuck.priority,
        owner=_owner(scope, stuck),
        held_until=scope.held_until(stuck.key) if section == "waiting" else None,
        can_finish=False,
        version=row.version,
        tie=tie_of(_light(stuck), due, scope.uow.zone, scope.policies),
        ladder=told(_reached(scope, stuck), stuck.named, scope.users, _owner(scope, stuck)),
    )


def _light(stuck: _Stuck) -> Light:
    row, since, visit = stuck.row, stuck.standing.since, stuck.visit
    counted_from = row.ordered_on or since
    return Light(
        row.id,
        stuck.standing.state,
        stuck.urgent,
        since.isoformat() if since else None,
        counted_from.isoformat() if counted_from else None,
        visit.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if visit else None,
        row.service or "",
    )
