"""Transitions of care: every discharge with its clocks, the most urgent first; one patient's; what a form offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, func, select

from db.models.access import UserAccount
from db.models.clinical import Encounter
from db.models.transitions import Transition
from db.unit_of_work import UnitOfWork
from icm_desktop.content import transitions as content
from icm_desktop.content.policies import Policies
from icm_desktop.contracts.common import Owner, OwnerKind, PatientHead
from icm_desktop.contracts.transitions import (
    CLOSED,
    EVERY,
    OVERDUE,
    DestinationChoice,
    DischargeChoices,
    ReadmissionRow,
    TransitionFilter,
    TransitionRow,
    TriedRow,
    VisitElsewhere,
)
from icm_desktop.domain import lace, moments
from icm_desktop.domain import transitions as rules
from icm_desktop.domain.names import folded
from icm_desktop.domain.pathways.intervals import add_months
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.transition_facts import (
    Booked,
    PatientsFacts,
    Stored,
    is_acute,
    patients_facts,
    stays_of,
)
from icm_desktop.queries.visits_elsewhere import counted_elsewhere

CLOSED_DAYS = 90  # how far back closed ones are listed
_SOON_DAYS = 1  # until then the board tells hours
_MANY = 40  # facilities offered


@requires(Privilege.CLINICAL_READ)
def board(uow: UnitOfWork, asked: TransitionFilter) -> tuple[TransitionRow, ...]:
    """Discharges at home of the last weeks: what runs out first comes first."""
    policies = practice_policies(uow)
    days = max(policies.after_discharge.look_back_days, content.readmission_rule().last_day)
    days = CLOSED_DAYS if asked.show in (CLOSED, EVERY) else days
    ids = _patients(uow, policies, uow.today - dt.timedelta(days=days))
    found = [row for row in _rows(uow, policies, ids, days) if _fits(uow, row, asked)]
    return tuple(sorted(found, key=_rank))


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> tuple[TransitionRow, ...]:
    """The discharges of one patient within the last months, newest first."""
    found = _rows(uow, practice_policies(uow), [patient_id], CLOSED_DAYS)
    return tuple(sorted(found, key=lambda row: (row.discharged_on, row.encounter_id), reverse=True))


@requires(Privilege.CLINICAL_READ)
def choices(uow: UnitOfWork) -> DischargeChoices:
    """What a discharge is typed with."""
    stays = practice_policies(uow).after_discharge.stays
    places = select(Encounter.organization).where(Encounter.class_code.in_(stays))
    recent = uow.today - dt.timedelta(days=366)
    named = places.where(Encounter.ends_when >= recent.isoformat(), Encounter.organization.is_not(None))
    facilities = uow.session.scalars(named.group_by(Encounter.organization).order_by(func.count().desc()).limit(_MANY))
    return DischargeChoices(
        tuple(DestinationChoice(one.id, one.text, one.home) for one in content.destinations()),
        content.complexities(),
        tuple(name for name in facilities if name),
    )


def _fits(uow: UnitOfWork, row: TransitionRow, asked: TransitionFilter) -> bool:
    if asked.mine and row.owner is not None and row.owner.id != uow.actor.user_id:
        return False
    name = folded(f"{row.head.family} {row.head.given or ''} {row.head.record_number} {row.facility or ''}")
    if asked.search and not all(word in name for word in folded(asked.search).split()):
        return False
    if asked.show == EVERY:
        return True
    over = row.closed_on is not None or row.superseded or row.day > row.days
    if asked.show == CLOSED:
        return over
    late = any(one.state in (rules.OVERDUE, rules.BOOKED_LATE) for one in row.clocks)
    return not over and (asked.show != OVERDUE or late)


def _rank(row: TransitionRow) -> tuple[bool, dt.date, int, int]:
    owed = row.next
    return (row.closed_on is not None, owed.due if owed else dt.date.max, -row.lace.total, row.encounter_id)


def _patients(uow: UnitOfWork, policies: Policies, since: dt.date) -> list[int]:
    found = uow.session.scalars(_ended(policies.after_discharge.stays), {"first": since.isoformat()})
    return sorted(set(found))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every row of one answer shares."""

    uow: UnitOfWork
    policies: Policies
    facts: PatientsFacts
    whose: dict[int, PatientHead]
    users: dict[int, str]
    since: dt.date


def _rows(uow: UnitOfWork, policies: Policies, ids: Sequence[int], days: int) -> Iterator[TransitionRow]:
    since = uow.today - dt.timedelta(days=days)
    facts = patients_facts(uow, ids, since)
    users = {row.id: row.display_name for row in uow.session.execute(select(UserAccount.id, UserAccount.display_name))}
    reading = _Reading(uow, policies, facts, heads(uow, ids), users, since)
    for patient_id, head in reading.whose.items():
        yield from _of_patient(reading, patient_id, head)


def _of_patient(reading: _Reading, patient_id: int, head: PatientHead) -> Iterator[TransitionRow]:
    encounters = reading.facts.encounters.get(patient_id, [])
    policy, rule = reading.policies.after_discharge, content.readmission_rule()
    stays = stays_of(encounters, reading.uow, policy.stays)
    again = rules.readmissions(stays, rule.first_day, rule.last_day)
    by_id = {row.id: row for row in encounters}
    homecomings = list(_homecomings(reading, stays, by_id))
    last = max((stay.ended for stay in homecomings if stay.ended), default=None)
    for stay in homecomings:
        after = next((one for one in again if one.stay_id == stay.id), None)
        followed = next((one for one in again if one.index_id == stay.id), None)
        row = _row(reading, head, by_id[stay.id], stay, (after, followed))
        yield replace(row, superseded=stay.ended != last)


def _homecomings(reading: _Reading, stays: Sequence[rules.Stay], by_id: dict[int, Stored]) -> Iterator[rules.Stay]:
    """Stays that ended at home lately; of two records of one discharge the one somebody said something about."""
    ended = [one for one in stays if one.ended is not None and reading.since <= one.ended <= reading.uow.today]
    ended.sort(key=lambda one: (one.id not in reading.facts.said, by_id[one.id].source_id is None, one.id))
    told: list[dt.date] = []
    for one in ended:
        words = (by_id[one.id].discharge or "").casefold()
        home = not any(word in words for word in reading.policies.after_discharge.not_home)
        goes_on = any(
            other.began is not None and one.ended is not None and 0 <= (other.began - one.ended).days <= 1
            and other.id != one.id and (other.ended is None or other.ended > one.ended)
            for other in stays
        )  # fmt: skip
        if one.ended is None or not home or goes_on or any(abs((one.ended - day).days) <= 1 for day in told):
            continue
        told.append(one.ended)
        yield one


def _row(
    reading: _Reading,
    head: PatientHead,
    stored: Stored,
    stay: rules.Stay,
    again: tuple[rules.Readmission | None, rules.Readmission | None],
) -> TransitionRow:
    uow, facts = reading.uow, reading.facts
    said, on = facts.said.get(stay.id), stay.ended or uow.today
    score = _lace(reading, head.id, stored, stay, said)
    tried = tuple(one for one in facts.tried.get(head.id, ()) if _after(one.at, stored, on, uow))
    booked = [one for one in facts.visits.get(head.id, ()) if one.day > on]
    elsewhere = tuple(one for one in facts.elsewhere.get(head.id, ()) if one.day > on)
    counted = counted_elsewhere(said, elsewhere)
    timers = _clocks(reading, _Known(head.id, on, score.total, said, counted), tried, booked)
    owed = _owed(timers, said)
    visit = next((one for one in booked if one.day >= uow.today and not one.held), None)
    return TransitionRow(
        encounter_id=stay.id,
        version=said.version if said else 0,
        head=head,
        owner=_owner(reading, stored.coordinator_id),
        discharged_on=on,
        admitted_on=stay.began,
        facility=stored.organization or stored.location,
        reason=stored.reason or stored.text,
        discharged_to=stored.discharge,
        imported=stored.source_id is not None,
        complexity=(said.complexity or "") if said else "",
        acute=said.acute if said else None,
        lace=score,
        clocks=timers,
        next=owed,
        hours_left=_hours(uow, owed),
        day=(uow.today - on).days,
        days=content.clock_rules(reading.policies).service_days,
        booked_at=visit.at if visit else None,
        booked_with=visit.with_whom if visit else None,
        after_readmission=_told(again[0]),
        readmitted=_told(again[1]),
        outcome=said.outcome if said else None,
        closed_on=said.closed_on if said else None,
        closed_why=said.reason if said else None,
        tried=tried,
        visit_days=said.visit_days if said else None,
        visit_reason=said.visit_reason if said else None,
        elsewhere=elsewhere,
        seen_elsewhere=counted.key if counted else "",
        illnesses=tuple((one.title, one.title_es) for one in lace.counted(content.lace_rules(), score.inputs.have)),
    )


def _owed(timers: Sequence[rules.Clock], said: Transition | None) -> rules.Clock | None:
    """The clock that runs out first; nothing is owed once it is closed."""
    if said is not None and said.closed_on is not None:
        return None
    return min((one for one in timers if not one.settled), key=lambda one: one.due, default=None)


@dataclass(frozen=True, slots=True)
class _Known:
    """A discharge of a day with its LACE score, what was said of it, and the visit elsewhere that counts."""

    patient_id: int
    on: dt.date
    score: int
    said: Transition | None
    elsewhere: VisitElsewhere | None


def _clocks(
    reading: _Reading, known: _Known, tried: Sequence[TriedRow], booked: Sequence[Booked]
) -> tuple[rules.Clock, ...]:
    zone, said = reading.uow.zone, known.said
    found = rules.Discharge(
        on=known.on,
        complexity=(said.complexity or "") if said else "",
        lace=known.score,
        contacts=tuple(rules.Contact(one.at, one.at.astimezone(zone).date(), one.reached, one.by) for one in tried),
        visits=tuple(one.day for one in booked),
        held=tuple(one.day for one in booked if one.held),
        steps=_steps(reading, known),
        within=said.visit_days if said else None,
        within_why=(said.visit_reason or "") if said else "",
        elsewhere=(known.elsewhere.day, known.elsewhere.text) if known.elsewhere else None,
    )
    calendar = reading.policies.shipped_calendar
    return rules.clocks(found, content.clock_rules(reading.policies), calendar, reading.uow.today)


def _steps(reading: _Reading, known: _Known) -> dict[str, rules.Signed]:
    """What was signed for the discharge; medicines also by a reconciliation that was signed since."""
    found = dict(reading.facts.steps.get(known.said.id, {}) if known.said else {})
    signed = [one for one in reading.facts.reconciled.get(known.patient_id, ()) if one.on >= known.on]
    if signed:
        first = min((*signed, *filter(None, (found.get(rules.RECONCILIATION),))), key=lambda one: one.on)
        found[rules.RECONCILIATION] = first
    return found


def _after(at: dt.datetime, stored: Stored, on: dt.date, uow: UnitOfWork) -> bool:
    ended = moments.instant(stored.ends_when)
    return at >= ended if ended is not None else at.astimezone(uow.zone).date() >= on


def _told(found: rules.Readmission | None) -> ReadmissionRow | None:
    return ReadmissionRow(found.index_ended, found.began, found.days) if found else None


def _owner(reading: _Reading, user_id: int | None) -> Owner | None:
    if user_id is None or user_id not in reading.users:
        return None
    return Owner(OwnerKind.USER, reading.users[user_id], user_id)


def _hours(uow: UnitOfWork, owed: rules.Clock | None) -> int | None:
    """Hours until the day it is due ends, told only on that day and the one before."""
    if owed is None or not 0 <= owed.days_left <= _SOON_DAYS or uow.now.astimezone(uow.zone).date() != uow.today:
        return None
    return int((day_span(owed.due, uow.zone).ends_at - uow.now).total_seconds() // 3600)


def _lace(reading: _Reading, patient_id: int, stored: Stored, stay: rules.Stay, said: Transition | None) -> lace.Lace:
    words, weights = content.lace_words(), content.lace_rules()
    encounters = reading.facts.encounters.get(patient_id, [])
    days = (stay.ended - stay.began).days if stay.ended and stay.began else None
    acute = said.acute if said and said.acute is not None else is_acute(stored)
    visits = _emergency_days(reading, encounters, stay, words.months)
    if acute is None and visits[1]:
        acute = True  # the records show the emergency visit that led to it
    problems = reading.facts.problems.get(patient_id, [])
    have = tuple(
        one.id for one in weights.comorbidities
        if any((active or one.ever) and one.holds(codes) for active, codes in problems)
    )  # fmt: skip
    return lace.lace(weights, lace.LaceInputs(days, acute, have, len(visits[0])))


def _emergency_days(
    reading: _Reading, encounters: Iterable[Stored], stay: rules.Stay, months: int
) -> tuple[set[dt.date], bool]:
    """Days with an emergency visit in the months before the admission, and whether one led to it."""
    if stay.began is None:
        return set(), False
    first, found, led = add_months(stay.began, -months), set(), False
    for row in encounters:
        day = moments.local_day(row.starts_when, reading.uow.zone)
        if row.class_code not in content.lace_words().emergency_classes or day is None:
            continue
        ended = moments.local_day(row.ends_when, reading.uow.zone) or day
        if day <= stay.began <= ended + dt.timedelta(days=1) and (stay.began - day).days <= 1:
            led = led or ended >= stay.began
            if ended >= stay.began:
                continue
        if first <= day < stay.began:
            found.add(day)
    return found, led


@cache
def _ended(classes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return select(Encounter.patient_id).where(
        Encounter.class_code.in_(classes),
        Encounter.ends_when >= bindparam("first", type_=String),
        Encounter.removed_at.is_(None),
    )
