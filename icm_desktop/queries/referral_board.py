"""Which referrals come first on the board, by their standings: the rest never becomes a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from heapq import nsmallest
from typing import Any

from sqlalchemy import Select, String, bindparam, select
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.practice import Organization, Practitioner
from db.models.scheduling import ServiceRequest
from db.repositories import referrals as repository
from db.repositories.standing import Light, Standings
from db.repositories.typed import referrals_with
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.names import folded, spoken
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.referral_ladder import is_mine, me_of
from icm_desktop.queries.work_limits import Part, due_of, parts, same_due_until

_EVERY = -1  # of SQL's LIMIT


@dataclass(frozen=True, slots=True)
class Candidates:
    """Ids in the order of the board, and those that may stand anywhere in it."""

    ranked: list[int]
    apart: frozenset[int]


@requires(Privilege.REFERRAL_LOGISTICS)
def first_of_board(uow: UnitOfWork, asked: ReferralFilter, day: dt.date, since: dt.date, most: int) -> Candidates:
    """The `most` referrals that rank first among those asked for, all when there are fewer.

    Args:
        uow: A unit of work.
        asked: What the board shows; not of one patient.
        day: Today, or a later local day.
        since: Ended ones before this local day are left out.
        most: How many rows are wanted.
    """
    me = me_of(uow) if asked.mine else None
    board = [Standings(uow.session, me, listed=(listed,), board=True) for listed in (0, 1)]
    # Their facts of later days do not count yet: where they stand is found out row by row.
    apart = frozenset(row_id for each in board for row_id in each.future(day.isoformat()))
    looked_for = asked.service is not None or bool(_typed(asked))
    if not looked_for:
        found = {row.row_id: row for row in _late(uow, board, asked, day, most + len(apart))}
        late = [row for row in found.values() if row.row_id not in apart]
        if len(late) >= most or asked.stuck:
            return Candidates(_ranked(uow, late, day, most), apart)
    wanted = _named(uow, asked, since) if looked_for else None
    open_states = [state for state in states.STATES if state not in states.ENDED]
    if asked.no_date:
        open_states = [state for state in open_states if state in states.BEFORE_VISIT]
    ended = () if asked.no_date else states.ENDED
    rows = [
        row
        for each in board
        for row in _standing(each, wanted, open_states, ended, since)
        if row.row_id not in apart and (row.urgent or not asked.urgent) and _is_mine(uow, row, day)
    ]
    return Candidates(_ranked(uow, rows, day, most), apart)


def _is_mine(uow: UnitOfWork, row: Light, day: dt.date) -> bool:
    policies = practice_policies(uow)
    return row.mine or is_mine(row, due_of(row, uow.zone, policies), day, policies)


def _standing(
    standings: Standings, wanted: set[int] | None, open_states: Collection[str], ended: Collection[str], since: dt.date
) -> Iterator[Light]:
    """Those in an open state, and those that ended since; with `wanted` of these only."""
    first = since.isoformat()
    if wanted is None:
        yield from standings.in_states("referral", open_states, None)
        yield from standings.in_states("referral", ended, first)
        return
    for row in standings.of("referral", wanted):
        if row.state in open_states or (row.state in ended and (row.since or "") >= first):
            yield row


def _late(uow: UnitOfWork, board: list[Standings], asked: ReferralFilter, day: dt.date, most: int) -> Iterator[Light]:
    policies = practice_policies(uow)
    for part in parts(day, uow.zone, policies):
        if part.section == "overdue" and (part.group.urgent or not asked.urgent):
            for standings in board:
                yield from _first(uow, standings, part, most, policies)


def _first(uow: UnitOfWork, standings: Standings, part: Part, most: int, policies: Policies) -> list[Light]:
    """The first rows of a part and all that are due on the day of the last: among them others wait longer."""
    found = standings.first(part.group, part.range, most)
    if len(found) < most:
        return found
    until = same_due_until(found[-1], part.group.by, uow.zone, policies)
    last = part.range.days[1]
    days = (part.range.days[0], until if last is None else min(last, until))
    return standings.first(part.group, replace(part.range, days=days), _EVERY)


def _ranked(uow: UnitOfWork, rows: Iterable[Light], day: dt.date, most: int) -> list[int]:
    policies = practice_policies(uow)

    def rank(row: Light) -> tuple[int, int, int]:
        due = due_of(row, uow.zone, policies)
        ended = row.state in states.ENDED or row.since is None
        waiting = 0 if ended else days_late(dt.date.fromisoformat(row.since or ""), day)
        return -days_late(due.on if due else None, day), -waiting, row.row_id

    return [row.row_id for row in nsmallest(most, rows, key=rank)]


def _named(uow: UnitOfWork, asked: ReferralFilter, since: dt.date) -> set[int]:
    """Referrals of this service whose patient, service or destination has every word that was typed.

    Those closed before `since` are not looked at: the board leaves them out.
    """
    typed = _typed(asked)
    words = [folded(word) for word in typed]
    ids = as_text(referrals_with(uow.session, typed, asked.service, lambda name, word: folded(word) in folded(name)))
    wanted = repository.open_or_closed_since(_texts(), since)
    if asked.service is not None:
        wanted = wanted.where(ServiceRequest.text == asked.service)
    found = set()
    for row_id, prefix, given, family, suffix, *texts in uow.session.execute(wanted, {"ids": ids}):
        whom = spoken(given, family, prefix, suffix) if family and words else ""
        text = folded(" ".join(filter(None, (whom, *texts)))) if words else ""
        if all(word in text for word in words):
            found.add(row_id)
    return found


def _typed(asked: ReferralFilter) -> list[str]:
    return [word for word in asked.search.split() if folded(word)]


@cache
def _texts() -> Select[*tuple[Any, ...]]:
    employer = aliased(Organization)
    return (
        select(
            ServiceRequest.id,
            Practitioner.prefix,
            Practitioner.given,
            Practitioner.family,
            Practitioner.suffix,
            Patient.family,
            Patient.given,
            Patient.record_number,
            ServiceRequest.text,
            ServiceRequest.to_text,
            Organization.name,
            employer.name,
        )
        .join(Patient, Patient.id == ServiceRequest.patient_id)
        .outerjoin(Practitioner, Practitioner.id == ServiceRequest.to_practitioner_id)
        .outerjoin(Organization, Organization.id == ServiceRequest.to_organization_id)
        .outerjoin(employer, employer.id == Practitioner.organization_id)
        .where(
            ServiceRequest.id.in_(listed(bindparam("ids", type_=String))),
            ServiceRequest.is_referral.is_(True),
            ServiceRequest.removed_at.is_(None),
        )
    )
