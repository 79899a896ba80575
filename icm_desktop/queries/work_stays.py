"""Worklist items of stays in hospital: counted and ranked by standings, looked up one by one only where needed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from zoneinfo import ZoneInfo

from db.audit import utc_text
from db.repositories.standing import Group, Light, Range, Standings
from db.standing_calls import SAID
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.content.transitions import clock_rules
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.timeslots import day_span
from icm_desktop.domain.transitions import visit_within
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_ladder import me_of
from icm_desktop.queries.work_items import TRANSITION, Found, Ranked, Scope, WorkItem
from icm_desktop.queries.work_visits import deadlines, owed_after_stays, owed_of, went_home

KINDS = {"stay_contact": "contact", "stay_visit": "visit"}
_SECOND, _DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)
_ALL = 1_000_000
Said = tuple[str, int | None] | None


@requires(Privilege.WORKLIST)
def after_stays(uow: UnitOfWork, scope: Scope) -> Found:
    """The call and the visit after a stay in hospital that ended lately, while they are still owed.

    All are counted; only those the page could need become items.
    """
    if not scope.wants("transition"):
        return Found((), ())
    if scope.need is None:
        return scope.settled(owed_after_stays(uow, scope))
    ranked = ranked_stays(uow, scope, scope.need)
    return ranked.with_others(scope.settled(ranked.apart))


@requires(Privilege.WORKLIST)
def ranked_stays(uow: UnitOfWork, scope: Scope, need: int, kinds: Collection[str] = tuple(KINDS)) -> Ranked:
    """How much of these kinds is owed, the first of it, and what the standings cannot decide, whole."""
    standings = Standings(uow.session, None if scope.asked.everyone else me_of(uow))
    counts, first, left = Counter[str](), list[WorkItem](), need
    groups = [Group(kind, state, False, "since") for kind in kinds for state in _home(standings, kind, scope.policies)]
    asked = [
        (part, group)
        for group in groups
        for part in _parts(scope.day, uow.zone, scope.policies, group.kind, _said(group.state))
    ]
    for (part, _), count in zip(asked, standings.counts([(group, part.range) for part, group in asked]), strict=True):
        counts[part.section] += count
    for section in ("overdue", "due_today"):
        for kind in kinds:
            found: list[Light] = []
            for group in groups:
                of_group = list[Light]()
                for part in _parts(scope.day, uow.zone, scope.policies, kind, _said(group.state)):
                    enough = len(of_group) >= left  # later days rank behind
                    if group.kind == kind and part.section == section and not enough:
                        of_group += standings.first(group, part.range, left)
                found += of_group
            ranked = nsmallest(left, found, key=lambda row: _rank(scope, kind, row))
            first += [_light(scope, kind, row) for row in ranked]
        left = need - counts[section]
    return Ranked(tuple(first), counts, tuple(owed_of(uow, scope, _apart(scope, standings, groups))))


@requires(Privilege.WORKLIST)
def whole_stays(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    return list(scope.settled(owed_of(uow, scope, {item.key for item in items})).items)


@dataclass(frozen=True, slots=True)
class _Part:
    """Stays that ended on local days that follow one another and whose calls or visits are in one section."""

    section: str
    range: Range


def _home(standings: Standings, kind: str, policies: Policies) -> list[str]:
    not_home = policies.after_discharge.not_home
    return [state for state in standings.states(kind) if went_home(state.partition(SAID)[0], not_home)]


def _said(state: str) -> Said:
    """What somebody said of the discharges in a state: how complex, and within how many days; None when nothing."""
    _, described, said = state.partition(SAID)
    complexity, _, days = said.partition(":")
    return (complexity, int(days) if days else None) if described else None


@lru_cache(maxsize=1024)
def _due(kind: str, ended_on: dt.date, said: Said, policies: Policies) -> dt.date:
    if kind == "stay_visit" and said is not None:
        return visit_within(*said, clock_rules(policies)).after(ended_on, policies.shipped_calendar)
    return deadlines(ended_on, policies)[kind == "stay_visit"]


@lru_cache(maxsize=256)
def _parts(day: dt.date, zone: ZoneInfo, policies: Policies, kind: str, said: Said) -> tuple[_Part, ...]:
    """What is owed on a day, by the day the stay ended; a day of UTC begins within the local day before."""
    back = policies.after_discharge.look_back_days
    first = (day - back * _DAY).isoformat()
    found: list[_Part] = []
    for ended_on in (day - ago * _DAY for ago in range(back + 1, -1, -1)):
        span, due = day_span(ended_on, zone), _due(kind, ended_on, said, policies)
        days = (max(first, utc_text(span.starts_at - _SECOND)), utc_text(span.ends_at - _SECOND))
        seen_by = utc_text(day_span(max(due, day), zone).ends_at - _SECOND) if kind == "stay_visit" else None
        section = "overdue" if due < day else "due_today"
        last = found[-1] if found else None
        if last and (last.section, last.range.no_visit_until) == (section, seen_by):
            found.pop()
            days = (last.range.days[0] or first, days[1])
        found.append(_Part(section, Range(days, no_visit_until=seen_by, last_only=True)))
    return tuple(found)


def _due_of(scope: Scope, kind: str, row: Light) -> dt.date:
    ended_on = dt.datetime.fromisoformat(row.since or "").astimezone(scope.uow.zone).date()
    return _due(kind, ended_on, _said(row.state), scope.policies)


def _rank(scope: Scope, kind: str, row: Light) -> tuple[int, str, int]:
    """The order of `WorkItem.rank` within a section."""
    return -days_late(_due_of(scope, kind, row), scope.day), row.since or "", row.row_id


def _light(scope: Scope, kind: str, row: Light) -> WorkItem:
    due = _due_of(scope, kind, row)
    return scope.light(f"encounter:{row.row_id}:{KINDS[kind]}", "transition", due, TRANSITION, row.since or "")


def _apart(scope: Scope, standings: Standings, groups: Sequence[Group]) -> set[str]:
    """Keys of stays with notes or tries, that end on a day without a time, or that a coming one will follow."""
    back = scope.policies.after_discharge.look_back_days
    after = f"{(scope.day - (back + 1) * _DAY).isoformat()}Z"  # behind every instant of that day, before the next
    noted = Range((after, None))
    followed = Range((after, None), counted_after=("counted_from", f"{(scope.day - _DAY).isoformat()}Z"))
    found = set()
    for group in groups:
        apart = Group(group.kind, group.state, False, "since", booked=True)
        rows = [*standings.first(apart, noted, _ALL), *standings.first(group, followed, _ALL)]
        found |= {f"encounter:{row.row_id}:{KINDS[group.kind]}" for row in rows}
    return found
