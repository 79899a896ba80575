"""Who has the next step of a referral, and to whom it went because its limit has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from db.repositories.standing import Light, Me
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.referrals import LadderStep
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.referral_limits import ROUTINE, URGENT, Due, Reached, ladder
from icm_desktop.permissions import Privilege, Role, requires

COORDINATOR, CLINICIAN = "coordinator", "clinician"
# Where a referral names nobody for a step, everybody of the role sees it; who set up a small practice stands in.
_STANDS_IN_FOR = {
    Role.COORDINATOR: frozenset({COORDINATOR}),
    Role.CLINICIAN: frozenset({CLINICIAN}),
    Role.ADMINISTRATOR: frozenset({CLINICIAN}),
}


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named for the steps of escalation of one referral."""

    coordinator_id: int | None
    reviewer_id: int | None

    def of(self, step: str) -> int | None:
        """The user a step goes to; None for everybody of the role."""
        return {COORDINATOR: self.coordinator_id, CLINICIAN: self.reviewer_id}[step]


@requires(Privilege.SIGN_IN)
def me_of(uow: UnitOfWork) -> Me:
    """Who asks, as the table of standings wants it."""
    return Me(uow.actor.user_id or 0, _STANDS_IN_FOR.get(Role(uow.actor.role), frozenset()))


def holder_id(state: str, named: Named) -> int | None:
    """Who has the next step where that is not the owner: who reviews the note, who looks after a missed visit."""
    if state == states.REPORT_RECEIVED:
        return named.reviewer_id
    return named.coordinator_id if state in states.MISSED else None


def holder(row: Row[*tuple[Any, ...]], state: str, users: Mapping[int, str]) -> Owner | None:
    """The same as an owner; of a row with coordinator_id and reviewer_id."""
    user_id = holder_id(state, Named(row.coordinator_id, row.reviewer_id))
    return Owner(OwnerKind.USER, users.get(user_id, ""), user_id) if user_id is not None else None


@lru_cache(maxsize=5_000)
def steps(due: Due, urgent: bool, tries: int, policies: Policies) -> tuple[Reached, ...]:
    """The steps of escalation of a referral with the days on which they are reached."""
    urgency = URGENT if urgent else ROUTINE
    return ladder(due.on, urgency, tries, policies.referral_escalation, policies.calendar)


def came_to_me(me: Me, named: Named, reached: tuple[Reached, ...], day: dt.date) -> bool:
    """Whether a step that was reached by a day goes to who asks."""
    return any(
        step.on <= day and named.of(step.to) in {me.user_id, *([None] if step.to in me.stands_in_for else [])}
        for step in reached
    )


def is_mine(row: Light, due: Due | None, day: dt.date, policies: Policies) -> bool:
    """The same of a row of the table of standings, which knows whether it is mine or may come to me."""
    if row.mine:
        return True
    mine = {COORDINATOR: row.may_come_as_coordinator, CLINICIAN: row.may_come_as_clinician}
    reached = steps(due, row.urgent, row.tries, policies) if due is not None and any(mine.values()) else ()
    return any(step.on <= day and mine[step.to] for step in reached)


def told(
    reached: tuple[Reached, ...], named: Named, users: Mapping[int, str], owner: Owner | None
) -> tuple[LadderStep, ...]:
    """The steps in the words of a screen: who, from which day, why; not those to who has it anyway."""
    has = owner.id if owner is not None and owner.kind is OwnerKind.USER else None
    return tuple(
        LadderStep(step.to, users.get(named.of(step.to) or 0), step.on, step.by_calls)
        for step in reached
        if has is None or named.of(step.to) != has
    )
