"""Whether a program saves: its people against others over the same time, never against their own past alone."""

from __future__ import annotations

import datetime as dt

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.outcomes import AskSavings, ProgramCosts, SavingsFound
from icm_desktop.domain.costs import Arm, savings
from icm_desktop.domain.measures.clock import is_period
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.outcomes import members, money
from icm_desktop.queries.outcomes.facts import Fact, MemberMonths


@requires(Privilege.CLINICAL_READ)
def program_costs(uow: UnitOfWork) -> ProgramCosts:
    """What an hour of each role costs, and every other expense."""
    return money.program_costs(uow)


@requires(Privilege.CLINICAL_READ)
def compared(uow: UnitOfWork, asked: AskSavings) -> SavingsFound:
    """Difference in differences with everything it stands on.

    Raises:
        Invalid: outcomes.bad_period, outcomes.no_group, outcomes.same_group.
        NotFound: outcomes.no_cohort.
    """
    _check(asked)
    ids = members.cohort(uow, asked.cohort) or frozenset()
    others = members.cohort(uow, asked.comparison) if asked.comparison else None
    apart = None if others is None else others - ids
    months = members.member_months(uow, insured_only=True)
    facts = money.allowed(uow, asked.before_start, asked.after_end)
    group = _arm(ids, facts, months, asked)
    comparison = None if apart is None else _arm(apart, facts, months, asked)
    cost = money.spent(uow, ids, asked.after_start, asked.after_end)
    chosen = members.chosen_for_use(uow, asked.cohort)
    found = savings(group, comparison, cost.total, chosen_for_use=chosen, has_rates=cost.has_rates)
    both = 0 if others is None else len(others & ids)
    return SavingsFound(asked, group, comparison, found, cost.minutes, cost.expenses, chosen, both)


def _check(asked: AskSavings) -> None:
    if not asked.cohort:
        raise Invalid("outcomes.no_group", "cohort")
    if asked.cohort == asked.comparison:
        raise Invalid("outcomes.same_group", "comparison")
    before, after = (asked.before_start, asked.before_end), (asked.after_start, asked.after_end)
    if not (is_period(*before) and is_period(*after) and asked.before_end < asked.after_start):
        raise Invalid("outcomes.bad_period", "before_start")


def _arm(ids: frozenset[int], facts: list[Fact], months: MemberMonths, asked: AskSavings) -> Arm:
    """Only people who were members before and after: others would change the mix."""
    periods = ((asked.before_start, asked.before_end), (asked.after_start, asked.after_end))
    there = {one for one in ids if all(months.count(*period, (one,)) for period in periods)}
    mine = [one for one in facts if one.patient_id in there and months.holds(one.patient_id or 0, one.day)]
    before, after = (_sum(mine, *period) if _known(facts, *period) else None for period in periods)
    return Arm(len(there), months.count(*periods[0], there), before, months.count(*periods[1], there), after)


def _sum(facts: list[Fact], first: dt.date, last: dt.date) -> float:
    return round(sum(one.hit for one in facts if first <= one.day <= last), 2)


def _known(facts: list[Fact], first: dt.date, last: dt.date) -> bool:
    """Whether anybody's amounts of a period have been imported: without them zero would be a guess."""
    return any(first <= one.day <= last for one in facts)
