"""Worklist items of missed visits: who must be called again, or written to, by when."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, String, bindparam, select

from db.audit import utc_text
from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.repositories.standing import Group, Light, Range, Standings
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_ladder import me_of
from icm_desktop.queries.work_items import OTHER, Found, Ranked, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
_SECONDS = dt.timedelta(seconds=1)
_ALL = 1_000_000  # rows
KINDS = ("appointment", "appointment", "letter")  # what each step is: two calls, then a letter
_TRIES = 3  # none, one, and two or more are told apart


@dataclass(frozen=True, slots=True)
class _Part:
    """Visits missed on local days that follow one another, tried equally often, due in one section of the list."""

    section: str
    tries: int
    range: Range


@requires(Privilege.WORKLIST)
def missed_visits(uow: UnitOfWork, scope: Scope) -> Found:
    """Visits the patient missed and that were not booked again with the same person."""
    if not scope.wants("appointment"):
        return Found((), ())
    if scope.need is None:
        return scope.settled(_missed(scope, _missed_visits(scope, scope.policies.missed_visit.look_back_days)))
    standings = Standings(uow.session, None if scope.asked.everyone else me_of(uow))
    counts, first = Counter[str](), list[WorkItem]()
    for part in _parts(scope.day, uow.zone, scope.policies):
        group = _group(part.tries)
        counts[part.section] += standings.count(group, part.range)
        first += [_light(scope, row) for row in standings.first(group, part.range, scope.need)]
    held = [replace(_light(scope, row), section="waiting") for row in _held(scope, standings)]
    counts["waiting"] = len(held)
    return Found((*first, *held), tuple((section, count) for section, count in counts.items() if count))


@requires(Privilege.WORKLIST)
def ranked_missed(uow: UnitOfWork, scope: Scope, need: int) -> Ranked:
    """Missed visits nobody called about yet, counted and ranked; those that were tried or put off, whole."""
    standings = Standings(uow.session, None if scope.asked.everyone else me_of(uow))
    counts, first, apart = Counter[str](), list[WorkItem](), [row.row_id for row in _held(scope, standings)]
    for part in _parts(scope.day, uow.zone, scope.policies):
        group = _group(part.tries)
        if part.tries:
            apart += [row.row_id for row in standings.first(group, part.range, _ALL)]
            continue
        counts[part.section] += standings.count(group, part.range)
        first += [_light(scope, row) for row in standings.first(group, part.range, need)]
    return Ranked(tuple(first), counts, tuple(missed_of(scope, apart)))


@requires(Privilege.WORKLIST)
def whole_missed(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    return list(scope.settled(missed_of(scope, [item.number for item in items])).items)


def missed_of(scope: Scope, ids: Sequence[int]) -> Iterator[WorkItem]:
    """What is owed after these missed visits, before its notes are applied."""
    return _missed(scope, stored_visits(scope.uow, ids))


@requires(Privilege.WORKLIST)
def stored_visits(uow: UnitOfWork, ids: Sequence[int]) -> Sequence[Stored]:
    """Those of these visits that were missed."""
    return uow.session.execute(_by_ids(), {"ids": as_text(ids)}).all() if ids else ()


def _group(tries: int) -> Group:
    return Group("appointment", str(tries), False, "since")


def _held(scope: Scope, standings: Standings) -> list[Light]:
    return [row for row in standings.held("appointment", scope.day.isoformat()) if _is_due(scope, row)]


def _light(scope: Scope, row: Light) -> WorkItem:
    step, due = _owed(scope, row)
    return scope.light(f"appointment:{row.row_id}:missed", KINDS[step], due, OTHER, row.since or "")


def _is_due(scope: Scope, row: Light) -> bool:
    first = scope.day - dt.timedelta(days=scope.policies.missed_visit.look_back_days)
    return first <= _day(row, scope.uow.zone) <= scope.day and _owed(scope, row)[1] <= scope.day


def _owed(scope: Scope, row: Light) -> tuple[int, dt.date]:
    return _deadline(_day(row, scope.uow.zone), scope.day, int(row.state), scope.policies)


def _day(row: Light, zone: ZoneInfo) -> dt.date:
    return dt.datetime.fromisoformat(row.since or "").astimezone(zone).date()


@lru_cache(maxsize=64)
def _parts(day: dt.date, zone: ZoneInfo, policies: Policies) -> tuple[_Part, ...]:
    """What is late or due on a day, by the day of the visit and how often somebody tried."""
    back = policies.missed_visit.look_back_days
    found: list[_Part] = []
    for tries in range(_TRIES):
        last: tuple[str, str | None, str] | None = None
        for missed_on in (day - dt.timedelta(days=ago) for ago in range(back, -1, -1)):
            due = _deadline(missed_on, day, tries, policies)[1]
            section = "overdue" if due < day else "due_today" if due == day else ""
            span = day_span(missed_on, zone)
            first, until = utc_text(span.starts_at - _SECONDS), utc_text(span.ends_at - _SECONDS)
            if last is not None and last[0] == section:
                last = (section, last[1], until)
                continue
            found += _part(last, tries, day)
            last = (section, first, until)
        found += _part(last, tries, day)
    return tuple(found)


def _part(days: tuple[str, str | None, str] | None, tries: int, day: dt.date) -> list[_Part]:
    if days is None or not days[0]:
        return []
    return [_Part(days[0], tries, Range(days[1:], held_after=day.isoformat()))]


@lru_cache(maxsize=1024)
def _deadline(missed_on: dt.date, day: dt.date, tries: int, policies: Policies) -> tuple[int, dt.date]:
    """Which step is owed after a visit missed on a local day, and by when."""
    policy, calendar = policies.missed_visit, policies.calendar
    deadlines = [step.after(missed_on, calendar) for step in (policy.first_call, policy.second_call, policy.letter)]
    # The day of the first call or the letter moves on by itself, even when nobody logged a try.
    step = min(max((day > deadlines[0]) + (day >= deadlines[2]), tries), 2)
    return step, deadlines[step]


def missed_for_good(scope: Scope, look_back_days: int) -> list[Stored]:
    """Visits missed in the last days that were not booked again with the same person."""
    return list(_not_made_up(scope.uow, _missed_visits(scope, look_back_days)))


def _not_made_up(uow: UnitOfWork, missed: Sequence[Stored]) -> Iterator[Stored]:
    later = _visits_since(uow, missed)
    for row in missed:
        if not any(_same_person(row, visit) and visit.starts_at > row.starts_at for visit in later[row.patient_id]):
            yield row


def _missed(scope: Scope, missed: Sequence[Stored]) -> Iterator[WorkItem]:
    tries = scope.tries([f"appointment:{row.id}:missed" for row in missed])
    for row in _not_made_up(scope.uow, missed):
        key, day = f"appointment:{row.id}:missed", row.starts_at.astimezone(scope.uow.zone).date()
        step, due = _deadline(day, scope.day, min(tries.get(key, (0, ""))[0], _TRIES - 1), scope.policies)
        if due > scope.day:
            continue
        yield WorkItem(
            key=key,
            section=scope.section(due),
            kind=KINDS[step],
            patient_id=row.patient_id,
            title=("today.missed_call", "today.missed_call_again", "today.missed_letter")[step],
            title_params=(("with", row.with_text or row.family or ""), ("missed_on", day.isoformat())),
            why="today.why_missed",
            why_params=(("missed_on", day.isoformat()),),
            due=due,
            days_late=days_late(due, scope.day),
            priority=OTHER,
            owner=scope.coordinator(row.coordinator_id),
            version=row.version,
            tie=utc_text(row.starts_at),
        )


def _missed_visits(scope: Scope, look_back_days: int) -> Sequence[Stored]:
    back = dt.timedelta(days=look_back_days)
    span = Appointment.starts_at >= day_span(scope.day - back, scope.uow.zone).starts_at
    wanted = _visits().where(span, Appointment.starts_at < scope.end_of_day())
    return scope.uow.session.execute(scope.of_patients(wanted, Appointment.patient_id)).all()


@cache
def _by_ids() -> Select[*tuple[Any, ...]]:
    return _visits().where(Appointment.id.in_(listed(bindparam("ids", type_=String))))


def _visits() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.patient_id,
            Appointment.starts_at,
            Appointment.practitioner_id,
            Appointment.with_text,
            Appointment.service_request_id,
            Patient.coordinator_id,
            Practitioner.family,
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(
            Appointment.status == visit_states.NO_SHOW,
            Appointment.service_request_id.is_(None),  # a referral says itself that a new date is needed
            Appointment.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
    )


@cache
def _later_visits() -> Select[*tuple[Any, ...]]:
    return select(
        Appointment.patient_id,
        Appointment.starts_at,
        Appointment.practitioner_id,
        Appointment.with_text,
        Appointment.outside,
    ).where(
        Appointment.patient_id.in_(listed(bindparam("ids", type_=String))),
        Appointment.starts_at >= bindparam("first", type_=Appointment.starts_at.type),
        status_in(visit_states.OCCUPIES),
        Appointment.removed_at.is_(None),
    )


def _visits_since(uow: UnitOfWork, missed: Sequence[Stored]) -> dict[int, list[Stored]]:
    found: dict[int, list[Stored]] = defaultdict(list)
    if missed:
        ids = as_text({row.patient_id for row in missed})
        first = min(row.starts_at for row in missed)
        for row in uow.session.execute(_later_visits(), {"ids": ids, "first": first}):
            found[row.patient_id].append(row)
    return found


def _same_person(missed: Stored, visit: Stored) -> bool:
    if missed.practitioner_id is not None:
        return bool(visit.practitioner_id == missed.practitioner_id)
    return bool(visit.with_text == missed.with_text)
