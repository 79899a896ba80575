"""What needs booking, as standings and kept work tell it: by when and which row, no record looked at yet."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from db.audit import utc_text
from db.models.plan import PlanAction, WorklistHold
from db.pathway_work import Row
from db.repositories.pathway_due import DueRows, Whose
from db.repositories.standing import Group, Light, Range, Standings
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.work_items import Scope, WorkItem
from icm_desktop.queries.work_limits import due_of
from icm_desktop.queries.work_plan import OPEN
from icm_desktop.queries.work_stays import ranked_stays

REFERRAL, MISSED, CANCELLED, ACTION, STAY = "referral", "missed", "cancelled", "plan_action", "after_hospital"
STEPS = "pathway"
_NEED_A_DATE = (states.SENT, states.RECEIVED, states.ACCEPTED, *sorted(states.MISSED))
_SECOND = dt.timedelta(seconds=1)
_STEPS_OF_ONE = 4  # rows that are read for each patient who shows
_NOTED = (False, True)  # rows with notes or tries stand apart


@dataclass(frozen=True, slots=True)
class Ranked:
    """One thing to book: `key` is its row on Today, `row_id` that of its record; `item` where Today has it whole.

    `steps`: those of pathways one visit is for; `row_id` is then the patient's.
    """

    due: dt.date
    urgent: bool
    key: str
    kind: str
    row_id: int
    item: WorkItem | None = None
    steps: tuple[Row, ...] = ()

    @property
    def rank(self) -> tuple[dt.date, bool, str]:
        """By due day, what is urgent first."""
        return self.due, not self.urgent, self.key


@requires(Privilege.APPOINTMENTS)
def first_to_book(uow: UnitOfWork, most: int) -> list[Ranked]:
    """The first rows of all sources by due day; what somebody finished or put off on Today is left out."""
    found: list[Ranked] = []
    for source in (_referrals, _missed, _cancelled, _actions, _undated, _stays, _steps):
        found += sorted(source(uow, most), key=lambda each: each.rank)[:most]
    noted = _noted(uow, [each.key for each in found])
    return sorted((each for each in found if each.key not in noted), key=lambda each: each.rank)[:most]


def _noted(uow: UnitOfWork, keys: Sequence[str]) -> set[str]:
    asked = select(WorklistHold.item_key).where(
        WorklistHold.item_key.in_(keys),
        WorklistHold.removed_at.is_(None),
        or_(WorklistHold.done_on.is_not(None), WorklistHold.held_until > uow.today),
    )
    return set(uow.session.scalars(asked)) if keys else set()


def _referrals(uow: UnitOfWork, most: int) -> Iterator[Ranked]:
    """Referrals whose next step is a date with whom they went to."""
    standings, policies = Standings(uow.session, None), practice_policies(uow)
    for state, urgent in itertools.product(_NEED_A_DATE, (True, False)):
        for row in standings.first(Group("referral", state, urgent, "since"), Range((None, None)), most):
            due = due_of(row, uow.zone, policies)
            yield Ranked(due.on if due else uow.today, urgent, f"referral:{row.row_id}", REFERRAL, row.row_id)


def _missed(uow: UnitOfWork, most: int) -> Iterator[Ranked]:
    """Visits that were missed and not booked again with the same person."""
    wanted = Range((utc_text(_looked_back(uow) - _SECOND), None), held_after=uow.today.isoformat())
    for tries in "012":
        group = Group("appointment", tries, False, "since")
        yield from _visits(uow, Standings(uow.session, None).first(group, wanted, most), MISSED)


def _cancelled(uow: UnitOfWork, most: int) -> Iterator[Ranked]:
    """Visits here that were cancelled lately and not booked again since."""
    first = _looked_back(uow)
    wanted = Range((utc_text(first - _SECOND), None), no_visit_after=utc_text(first))
    for noted in _NOTED:
        group = Group("cancelled", "cancelled", False, "since", booked=noted)
        yield from _visits(uow, Standings(uow.session, None).first(group, wanted, most), CANCELLED)


def _looked_back(uow: UnitOfWork) -> dt.datetime:
    days = practice_policies(uow).missed_visit.look_back_days
    return day_span(uow.today - dt.timedelta(days=days), uow.zone).starts_at


def _visits(uow: UnitOfWork, rows: Iterable[Light], kind: str) -> Iterator[Ranked]:
    for row in rows:
        day = dt.datetime.fromisoformat(row.since or "").astimezone(uow.zone).date()
        yield Ranked(day, False, f"appointment:{row.row_id}:{kind}", kind, row.row_id)


def _actions(uow: UnitOfWork, most: int) -> Iterator[Ranked]:
    """Recalls: open plan actions that ask for a kind of visit by a day and have none booked."""
    wanted = Range((None, None), held_after=uow.today.isoformat())
    for urgent, noted in itertools.product((True, False), _NOTED):
        group = Group("recall", "open", urgent, "since", booked=noted)
        for row in Standings(uow.session, None).first(group, wanted, most):
            due = dt.date.fromisoformat(row.since or "")
            yield Ranked(due, urgent, f"plan_action:{row.row_id}", ACTION, row.row_id)


def _undated(uow: UnitOfWork, most: int) -> Iterator[Ranked]:
    """The same without a day; which of them have a visit is seen when they are looked at."""
    wanted = select(PlanAction.id, PlanAction.urgent).where(
        PlanAction.due_on.is_(None),
        PlanAction.appointment_type_id.is_not(None),
        PlanAction.status.concat("").in_(OPEN["plan_action"]),
        PlanAction.removed_at.is_(None),
    )
    for row in uow.session.execute(wanted.order_by(PlanAction.appointment_type_id, PlanAction.id).limit(most)):
        yield Ranked(uow.today, row.urgent, f"plan_action:{row.id}", ACTION, row.id)


def _stays(uow: UnitOfWork, most: int) -> Iterator[Ranked]:
    """The visit that is owed after a stay in hospital."""
    scope = Scope.of(uow, WorkFilter(everyone=True, limit=most))
    ranked = ranked_stays(uow, scope, most, ("stay_visit",))
    for item in (*ranked.first, *ranked.apart):
        if item.key.endswith(":visit") and item.due is not None:
            yield Ranked(item.due, True, item.key, STAY, int(item.key.split(":")[1]), item)


def _steps(uow: UnitOfWork, most: int) -> Iterator[Ranked]:
    """Steps of pathways that take a visit: one row for each patient, since one visit is for all of them."""
    day = uow.today.isoformat()
    due = DueRows(uow.session.connection(), (day, day), Whose(), ())
    theirs: dict[int, list[Row]] = {}
    for row in due.to_book(utc_text(uow.now), _STEPS_OF_ONE * most):
        theirs.setdefault(row.patient_id, []).append(row)
    for patient_id, rows in theirs.items():
        first = rows[0]
        key = f"{STEPS}:{patient_id}:{first.activity}"
        yield Ranked(dt.date.fromisoformat(first.due_on or ""), False, key, STEPS, patient_id, steps=tuple(rows))
