"""Turns stored referrals into rows: where each stands, who must act, by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from db.repositories import referrals as repository
from db.repositories.standing import calls_in_vain
from db.search import as_text
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.contracts.common import Owner, OwnerKind, PatientHead, Provenance
from icm_desktop.contracts.referrals import LadderStep, ReferralFact, ReferralRow
from icm_desktop.domain import appointment_states, referral_limits
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.people import names_of_users
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.referral_ladder import Named, holder, steps, told

Stored = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Known:
    """A referral with everything that decides where it stands."""

    row: Stored
    facts: Sequence[Stored]
    visit: dt.datetime | None
    tries: int
    users: Mapping[int, str]


@requires(Privilege.REFERRAL_LOGISTICS)
def referral_rows(uow: UnitOfWork, stored: Sequence[Stored], on: dt.date | None = None) -> list[ReferralRow]:
    """Rows for the board as of the local day `on` (None: today): facts of later days are left out."""
    day = on or uow.today
    ids = [row.id for row in stored]
    facts = repository.facts(uow.session, ids)
    visits = repository.visits(uow.session, ids, appointment_states.COMING)
    whose = heads(uow, {row.patient_id for row in stored})
    tries, users = calls_in_vain(uow.session, ids), names_of_users(uow)
    known = (
        _Known(
            row,
            [fact for fact in facts.get(row.id, ()) if fact.happened_on <= day],
            visits.get(row.id),
            tries.get(row.id, 0),
            users,
        )
        for row in stored
    )
    policies = practice_policies(uow)
    return [
        _row(uow, each, whose[each.row.patient_id], day, policies) for each in known if each.row.patient_id in whose
    ]


@requires(Privilege.REFERRAL_LOGISTICS)
def referral_subjects(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, tuple[tuple[str, str], ...]]:
    """To whom these referrals go and for what service, as words of the worklist; the latter only to who may read it."""
    clinical = allows(uow.actor.role, Privilege.REFERRAL_CLINICAL)
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    for row in uow.session.execute(repository.referrals_by_id(), {"ids": as_text(ids)}):
        service = row.text if clinical or not row.sensitive else None
        found[row.id] = (("to", _destination(row)[0] or ""), ("service", service or ""))
    return found


def _row(uow: UnitOfWork, known: _Known, head: PatientHead, day: dt.date, policies: Policies) -> ReferralRow:
    row = known.row
    stands = _standing(known, day)
    visit_on = known.visit.astimezone(uow.zone).date() if known.visit else None
    case = referral_limits.Case(stands, row.urgency, row.service, row.ordered_on, visit_on)
    due = referral_limits.due(case, policies.referral_limits, policies.calendar)
    held_by = holder(row, stands.state, known.users)
    clinical = allows(uow.actor.role, Privilege.REFERRAL_CLINICAL)
    ball = states.BALL.get(stands.state, states.Ball.US)
    to, phone = _destination(row)
    owner = _owner(row)
    return ReferralRow(
        id=row.id,
        version=row.version,
        head=head,
        service=row.text if clinical or not row.sensitive else None,
        to=to,
        to_phone=phone,
        reason=row.reason if clinical else None,
        question=row.question if clinical else None,
        urgency=row.urgency,
        ordered_on=row.ordered_on,
        state=stands.state,
        column=states.COLUMN.get(stands.state, "sent"),
        facts=tuple(_fact(fact, clinical) for fact in known.facts),
        ball_with=ball.value,
        ball_name=_ball_name(ball, row, to, held_by or owner),
        waiting_since=stands.since,
        days_waiting=days_late(stands.since, day) if stands.state not in states.ENDED else 0,
        limit_name=due.limit if due else None,
        due=due.on if due else None,
        days_over=days_late(due.on, day) if due else 0,
        next_states=_next_states(uow, stands.state),
        owner=owner,
        next_visit=known.visit,
        provenance=Provenance(
            row.source, row.author or row.requester, row.organization, row.recorded_when, row.received_at
        ),
        may_stand_again=_may_stand_again(known, stands) if clinical else (),
        limit_service=due.service if due else "",
        ladder=_ladder(known, due, policies, held_by),
        reviewer=known.users.get(row.reviewer_id or 0),
        reviewer_id=row.reviewer_id,
        coordinator_id=row.coordinator_id,
    )


def _ladder(
    known: _Known, due: referral_limits.Due | None, policies: Policies, held_by: Owner | None
) -> tuple[LadderStep, ...]:
    row = known.row
    if due is None:
        return ()
    reached = steps(due, row.urgency != referral_limits.ROUTINE, known.tries, policies)
    return told(reached, Named(row.coordinator_id, row.reviewer_id), known.users, held_by or _owner(row))


def _standing(known: _Known, day: dt.date) -> states.Standing:
    # As of an earlier day the status of today would say too much when facts tell the story.
    ended_later = known.row.closed_on is not None and known.row.closed_on > day
    return states.standing(
        _facts(known),
        status="active" if ended_later else known.row.status,
        ordered_on=known.row.ordered_on,
        imported=known.row.source_id is not None,
    )


def _may_stand_again(known: _Known, stands: states.Standing) -> tuple[str, ...]:
    if stands.state not in states.MAY_OPEN_AGAIN:
        return ()
    return states.may_stand_again(_facts(known), imported=known.row.source_id is not None)


def _facts(known: _Known) -> list[states.Fact]:
    return [states.Fact(fact.state, fact.happened_on, fact.id) for fact in known.facts]


def _destination(row: Stored) -> tuple[str | None, str | None]:
    person = spoken(row.given, row.family, row.prefix, row.suffix) if row.family else None
    place = row.organization_name or row.employer_name
    known = ", ".join(part for part in (person, place) if part)
    phone = row.to_phone or row.practitioner_phone or row.organization_phone or row.employer_phone
    return known or row.to_text, phone


def _owner(row: Stored) -> Owner | None:
    if not row.owner_kind or not row.owner_name:
        return None
    kind = OwnerKind(row.owner_kind)
    return Owner(kind, row.owner_name, row.owner_user_id if kind is OwnerKind.USER else row.owner_practitioner_id)


def _ball_name(ball: states.Ball, row: Stored, to: str | None, owner: Owner | None) -> str | None:
    return {
        states.Ball.US: owner.name if owner else None,
        states.Ball.CONSULTANT: to,
        states.Ball.CLINICIAN: owner.name if owner and row.reviewer_id else row.requester,
    }.get(ball)


def _fact(fact: Stored, clinical: bool) -> ReferralFact:
    return ReferralFact(
        state=fact.state,
        happened_on=fact.happened_on,
        how=fact.how,
        person=fact.person,
        note=fact.note if clinical or fact.state in states.LOGISTICS else None,
        by=fact.by,
        source=fact.source,
        reason_code=fact.reason_code,
    )


def _next_states(uow: UnitOfWork, state: str) -> tuple[str, ...]:
    role = uow.actor.role
    return tuple(new for new in states.STATES if states.may_become(state, new) and allows(role, _privilege(new)))


def _privilege(state: str) -> Privilege:
    if state in states.REVIEW:
        return Privilege.REVIEW_NOTES
    return Privilege.REFERRAL_LOGISTICS if state in states.LOGISTICS else Privilege.REFERRAL_CLINICAL
