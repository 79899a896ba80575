"""The referrals board, one referral, and whom one can refer to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.models.scheduling import ServiceRequest
from db.repositories import referrals as repository
from db.search import as_text
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.referrals import ReferralFilter, ReferralRow
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.names import folded
from icm_desktop.domain.referral_limits import Reached
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.as_of import known_at_end_of
from icm_desktop.queries.referral_board import first_of_board
from icm_desktop.queries.referral_ladder import Named, came_to_me, holder_id, me_of
from icm_desktop.queries.referral_rows import Stored, referral_rows


@requires(Privilege.REFERRAL_LOGISTICS)
def rows(uow: UnitOfWork, asked: ReferralFilter) -> tuple[ReferralRow, ...]:
    """The board: most days over the limit first, then longest waiting. Ended ones only of the last `closed_days`.

    A past day (`asked.on`) is shown as it was known at its end.
    """
    with known_at_end_of(uow, asked.on) as then:
        return _rows(then, asked)


def _rows(uow: UnitOfWork, asked: ReferralFilter) -> tuple[ReferralRow, ...]:
    day = asked.on or uow.today
    since = day - dt.timedelta(days=min(asked.closed_days, day.toordinal() - 1))
    if asked.patient_id is not None:
        wanted = repository.open_or_closed_since(repository.referrals(), since)
        wanted = wanted.where(ServiceRequest.patient_id == asked.patient_id)
        return _board(uow, asked, uow.session.execute(wanted).all(), day, since)[: asked.limit]
    most = asked.limit
    while True:
        first = first_of_board(uow, asked, day, since, most)
        ids = {"ids": as_text(first.apart.union(first.ranked))}
        stored = uow.session.execute(repository.referrals_by_id(), ids).all()
        found = _board(
            uow, asked, [row for row in stored if row.closed_on is None or row.closed_on >= since], day, since
        )
        if len(first.ranked) < most or sum(row.id not in first.apart for row in found) >= asked.limit:
            return found[: asked.limit]
        most *= 4  # some that rank first cannot be shown, such as those of removed patients


def _board(
    uow: UnitOfWork, asked: ReferralFilter, stored: Sequence[Stored], day: dt.date, since: dt.date
) -> tuple[ReferralRow, ...]:
    kept = [
        row for row in referral_rows(uow, stored, day) if _shown(row, day, since) and _matches(uow, row, asked, day)
    ]
    return tuple(sorted(kept, key=lambda row: (-row.days_over, -row.days_waiting, row.id)))


@requires(Privilege.REFERRAL_LOGISTICS)
def referral(uow: UnitOfWork, referral_id: int) -> ReferralRow:
    """One referral.

    Raises:
        NotFound: referrals.unknown.
    """
    found = referral_rows(
        uow, uow.session.execute(repository.referrals().where(ServiceRequest.id == referral_id)).all()
    )
    if not found:
        raise NotFound("referrals.unknown")
    return found[0]


def _shown(row: ReferralRow, day: dt.date, since: dt.date) -> bool:
    if row.ordered_on is not None and row.ordered_on > day:
        return False
    if row.state not in states.ENDED:
        return True
    return row.waiting_since is not None and row.waiting_since >= since


def _waits_for_date(row: ReferralRow) -> bool:
    return row.next_visit is None and row.state in states.BEFORE_VISIT


def _is_mine(uow: UnitOfWork, row: ReferralRow, day: dt.date) -> bool:
    """Whether it is owned by who asks or by nobody, has its next step with them, or came to them for being late."""
    me, owner, named = me_of(uow), row.owner, Named(row.coordinator_id, row.reviewer_id)
    if owner is None or (owner.kind is OwnerKind.USER and owner.id == me.user_id):
        return True
    if holder_id(row.state, named) == me.user_id:
        return True
    reached = tuple(Reached(step.to, step.on, step.by_calls) for step in row.ladder)
    return came_to_me(me, named, reached, day)


def _matches(uow: UnitOfWork, row: ReferralRow, asked: ReferralFilter, day: dt.date) -> bool:
    words = [folded(word) for word in asked.search.split()]
    text = folded(
        " ".join(filter(None, (row.head.family, row.head.given, row.service, row.to, row.head.record_number)))
    )
    return (
        (not asked.mine or _is_mine(uow, row, day))
        and (row.days_over > 0 or not asked.stuck)
        and (row.urgency != "routine" or not asked.urgent)
        and (asked.service is None or row.service == asked.service)
        and (asked.to is None or row.to == asked.to)
        and (_waits_for_date(row) or not asked.no_date)
        and all(word in text for word in words)
    )
