"""Facts about cost: allowed amounts by the month of the service, minutes of people and what an hour of them costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import or_, select

from db.models.coverage import Claim
from db.models.outcomes import HourlyRate, ProgramExpense
from db.models.programs import TimeEntry
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.outcomes import ExpenseRow, MinutesOf, ProgramCosts, RateRow
from icm_desktop.domain import moments
from icm_desktop.domain.costs import months
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.queries.outcomes.facts import Fact

_NOT_SETTLED = ("cancelled", "entered-in-error", "draft")
_ALLOWED = {"en": "Allowed amount", "es": "Monto permitido"}


@requires(Privilege.CLINICAL_READ)
def allowed(uow: UnitOfWork, first: dt.date, last: dt.date) -> list[Fact]:
    """Each allowed amount of a period, on the local day the service began."""
    row = Claim
    wanted = select(row.patient_id, row.starts_when, row.allowed).where(
        row.starts_when >= (first - dt.timedelta(days=1)).isoformat(),
        row.starts_when < (last + dt.timedelta(days=2)).isoformat(),
        row.kind == "benefit", row.allowed.is_not(None), row.removed_at.is_(None),
        or_(row.status.is_(None), row.status.not_in(_NOT_SETTLED)),
        or_(row.use.is_(None), row.use == "claim"),
    )  # fmt: skip
    found = []
    for patient_id, starts, amount in uow.session.execute(wanted):
        day = moments.span(starts, uow.zone).first
        if amount is not None and first <= day <= last:
            found.append(Fact(patient_id, day, amount, 0, _ALLOWED))
    return found


@requires(Privilege.CLINICAL_READ)
def program_costs(uow: UnitOfWork) -> ProgramCosts:
    """What an hour of each role costs as of today, and every other expense."""
    newest = _rates(uow, uow.today)
    rates = tuple(RateRow(role.value, *newest.get(role.value, (None, None))) for role in Role)
    rows = uow.session.scalars(
        select(ProgramExpense).where(ProgramExpense.removed_at.is_(None)).order_by(ProgramExpense.starts_on)
    )
    expenses = (ExpenseRow(one.id, one.version, one.what, one.per_month, one.starts_on, one.ends_on) for one in rows)
    return ProgramCosts(rates, tuple(expenses))


def _rates(uow: UnitOfWork, day: dt.date) -> dict[str, tuple[float, dt.date]]:
    row = HourlyRate
    wanted = select(row).where(row.removed_at.is_(None), row.starts_on <= day).order_by(row.starts_on, row.id)
    return {one.role: (one.amount, one.starts_on) for one in uow.session.scalars(wanted)}


@dataclass(frozen=True, slots=True)
class Spent:
    """What a program cost in a period: time by role, other expenses; `has_rates`: of every role that spent time."""

    minutes: tuple[MinutesOf, ...]
    expenses: float
    has_rates: bool

    @property
    def total(self) -> float:
        """All of it."""
        return round(sum(one.cost or 0 for one in self.minutes) + self.expenses, 2)


@requires(Privilege.CLINICAL_READ)
def spent(uow: UnitOfWork, ids: Collection[int], first: dt.date, last: dt.date) -> Spent:
    """Time logged for these patients in a period at the rates of its last day, and the expenses of its months."""
    row = TimeEntry
    begins, ends = day_span(first, uow.zone).starts_at, day_span(last, uow.zone).ends_at
    wanted = select(row.role, row.starts_at, row.ends_at).where(
        row.patient_id.in_(among(ids)), row.starts_at >= begins, row.starts_at < ends, row.removed_at.is_(None)
    )
    seconds: dict[str, float] = {}
    for role, start, end in uow.session.execute(wanted):
        seconds[role] = seconds.get(role, 0) + (end - start).total_seconds()
    rates = _rates(uow, last)
    minutes = []
    for role, total in sorted(seconds.items()):
        rate = rates[role][0] if role in rates else None
        cost = None if rate is None else round(total / 3600 * rate, 2)
        minutes.append(MinutesOf(role, round(total / 60), rate, cost))
    expenses = sum(
        one.per_month
        for one in uow.session.scalars(select(ProgramExpense).where(ProgramExpense.removed_at.is_(None)))
        for month in months(first, last)
        if one.starts_on <= month.last and (one.ends_on is None or one.ends_on >= month.day(1))
    )
    known = bool(minutes or expenses) and all(one.rate is not None for one in minutes)
    return Spent(tuple(minutes), round(expenses, 2), known)
