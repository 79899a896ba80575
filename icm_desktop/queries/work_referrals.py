"""Worklist items of referrals whose next step is due: sent to nobody, no date, no note, nobody told."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, or_, select
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.scheduling import ReferralEvent, ServiceRequest
from db.repositories import referrals as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.domain import appointment_states, referral_limits
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_items import OTHER, URGENT, Found, Scope, WorkItem

_ENDED_STATUSES = ("completed", "revoked", "entered-in-error")


@dataclass(frozen=True, slots=True)
class _Stuck:
    """A referral with its standing and the limit it has reached."""

    row: Row[*tuple[Any, ...]]
    standing: states.Standing
    due: referral_limits.Due

    @property
    def key(self) -> str:
        """The worklist key."""
        return f"referral:{self.row.id}:{self.due.limit}"

    @property
    def priority(self) -> int:
        """Urgent ones before routine ones."""
        return OTHER if self.row.urgency == referral_limits.ROUTINE else URGENT

    def rank(self) -> tuple[int, dt.date, str]:
        """Priority, then days late, as the list ranks them."""
        return self.priority, self.due.on, self.key


@requires(Privilege.WORKLIST)
def referral_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Referrals at or past the limit of their state, as their dated facts up to the end of the day tell.

    All are counted; only those the page could need become items.
    """
    if not scope.wants("referral"):
        return Found((), ())
    sections: dict[str, list[_Stuck]] = defaultdict(list)
    for stuck in _stuck(uow, scope):
        section = scope.section_of(stuck.key, scope.section(stuck.due.on))
        if section is not None and _is_mine(scope, stuck.row):
            sections[section].append(stuck)
    items = [
        _item(scope, section, stuck)
        for section, found in sections.items()
        for stuck in nsmallest(len(found) if scope.need is None else scope.need, found, key=_Stuck.rank)
    ]
    return Found(tuple(items), tuple((section, len(found)) for section, found in sections.items()))


def _stuck(uow: UnitOfWork, scope: Scope) -> Iterator[_Stuck]:
    standing = [(row, _standing(row)) for row in _open(scope)]
    booked = [row.id for row, stands in standing if stands.state == states.SCHEDULED]
    visits = repository.visits(uow.session, booked, appointment_states.COMING)
    limits, calendar = policies.referral_limits(), policies.calendar()
    known: dict[tuple[object, ...], referral_limits.Due | None] = {}
    for row, stands in standing:
        visit = visits.get(row.id)
        visit_on = visit.astimezone(uow.zone).date() if visit else None
        case = (stands, row.urgency, row.ordered_on, visit_on)
        if case not in known:
            known[case] = referral_limits.due(stands, row.urgency, row.ordered_on, visit_on, limits, calendar)
        due = known[case]
        if due is not None and due.on <= scope.day:
            yield _Stuck(row, stands, due)


def _open(scope: Scope) -> list[Row[*tuple[Any, ...]]]:
    still_open: ColumnElement[bool] = or_(
        ServiceRequest.status.is_(None), ServiceRequest.status.not_in(_ENDED_STATUSES)
    )
    not_closed: ColumnElement[bool] = ServiceRequest.closed_on.is_(None)
    if scope.replay:
        still_open = or_(still_open, ServiceRequest.closed_on > scope.day)
        not_closed = or_(not_closed, ServiceRequest.closed_on > scope.day)
    wanted = (
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
            Patient.coordinator_id,
            ReferralEvent.state,
            ReferralEvent.happened_on,
        )
        .join(Patient, Patient.id == ServiceRequest.patient_id)
        .outerjoin(ReferralEvent, ReferralEvent.id == _last_fact(scope))
        .where(
            ServiceRequest.is_referral.is_(True),
            ServiceRequest.removed_at.is_(None),
            or_(ServiceRequest.ordered_on.is_(None), ServiceRequest.ordered_on <= scope.day),
            not_closed,
            still_open,
            Patient.deceased.is_(False),
        )
    )
    return list(scope.uow.session.execute(wanted))


def _last_fact(scope: Scope) -> ScalarSelect[int]:
    """The last fact of a referral decides where it stands; looking up only that one halves the work."""
    fact = aliased(ReferralEvent)
    return (
        select(fact.id)
        .where(fact.service_request_id == ServiceRequest.id, fact.happened_on <= scope.day, fact.removed_at.is_(None))
        .order_by(fact.happened_on.desc(), fact.id.desc())
        .limit(1)
        .correlate(ServiceRequest)
        .scalar_subquery()
    )


def _standing(row: Row[*tuple[Any, ...]]) -> states.Standing:
    if row.state:
        return states.Standing(row.state, row.happened_on)
    status = "active" if row.closed_on is not None else row.status  # closed after the day that is replayed
    return states.standing((), status=status, ordered_on=row.ordered_on, imported=row.source_id is not None)


def _is_mine(scope: Scope, row: Row[*tuple[Any, ...]]) -> bool:
    return scope.asked.everyone or scope.mine(scope.owner(row))


def _item(scope: Scope, section: str, stuck: _Stuck) -> WorkItem:
    row, due = stuck.row, stuck.due
    since = stuck.standing.since or due.on
    note = scope.notes.get(stuck.key)
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
        owner=scope.owner(row),
        held_until=note.held_until if note and section == "waiting" else None,
        can_finish=False,
        version=row.version,
    )
