"""What the standings say about the queues of calls: how many rows there are, and the first of them by their rank."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from db.audit import utc_text
from db.repositories.standing import Group, Light, Range, Standings
from icm_desktop.domain.timeslots import day_span
from icm_desktop.queries.referral_ladder import me_of
from icm_desktop.queries.work_items import OTHER, URGENT, Ranked, Scope, WorkItem

Looked = Callable[[Sequence[int]], Iterable[WorkItem]]  # items of these ids, looked at one by one
_SECOND = dt.timedelta(seconds=1)
_YEAR = dt.timedelta(days=366)
_ALL = 1_000_000  # rows
_TRIES = ("0", "1", "2")


def together(parts: Iterable[Ranked]) -> Ranked:
    """Several parts of a queue as one, without what is to be decided one by one."""
    parts = tuple(parts)
    return Ranked(tuple(item for part in parts for item in part.first), sum((p.counts for p in parts), Counter[str]()))


def recalls(scope: Scope, need: int, look: Looked) -> Ranked:
    """Due plan actions that ask for a visit."""
    standings, day = _standings(scope), scope.day.isoformat()
    before = (scope.day - dt.timedelta(days=1)).isoformat()
    counts, first, apart = Counter[str](), list[WorkItem](), list[int]()
    for urgent in (True, False):
        group = Group("recall", "open", urgent, "since")
        for section, days in (("overdue", (None, before)), ("due_today", (before, day))):
            wanted = Range(days, held_after=day)
            counts[section] += standings.count(group, wanted)
            for row in standings.first(group, wanted, need):
                due, priority = dt.date.fromisoformat(row.since or ""), URGENT if urgent else OTHER
                first.append(scope.light(f"plan_action:{row.row_id}", "plan_action", due, priority, row.since or ""))
        noted = Group("recall", "open", urgent, "since", booked=True)
        apart += [row.row_id for row in standings.first(noted, Range((None, day), held_after=day), _ALL)]
    return Ranked(tuple(first), counts, tuple(look(apart) if apart else ()))


def missed(scope: Scope, need: int, look: Looked) -> Ranked:
    """Missed visits without a new date, however often somebody called; put off ones apart."""
    standings, day = _standings(scope), scope.day.isoformat()
    begins, ends = _stretch(scope), _until(scope)
    counts, first = Counter[str](), list[WorkItem]()
    for tries in _TRIES:
        group = Group("appointment", tries, False, "since")
        for section, days in _sections(scope, begins, ends):
            wanted = Range(days, held_after=day)
            counts[section] += standings.count(group, wanted)
            first += [_visit(scope, row, "missed") for row in standings.first(group, wanted, need)]
    held = [row.row_id for row in standings.held("appointment", day) if begins < (row.since or "") <= ends]
    return Ranked(tuple(first), counts, tuple(look(held) if held else ()))


def cancelled(scope: Scope, need: int, look: Looked) -> Ranked:
    """Cancelled visits that were not booked again."""
    standings, begins = _standings(scope), _stretch(scope)
    ends = utc_text(scope.end_of_day() + _YEAR - _SECOND)
    again = utc_text(_first(scope))  # a new date before the stretch that is looked at does not count
    group, counts, first = Group("cancelled", "cancelled", False, "since"), Counter[str](), list[WorkItem]()
    for section, days in _sections(scope, begins, ends):
        wanted = Range(days, no_visit_after=again)
        counts[section] += standings.count(group, wanted)
        first += [_visit(scope, row, "cancelled") for row in standings.first(group, wanted, need)]
    noted = Group("cancelled", "cancelled", False, "since", booked=True)
    apart = [row.row_id for row in standings.first(noted, Range((begins, ends), no_visit_after=again), _ALL)]
    return Ranked(tuple(first), counts, tuple(look(apart) if apart else ()))


def quiet(scope: Scope, need: int, look: Looked) -> Ranked:
    """Patients in care who were not heard of for so many days and have nothing booked."""
    days = dt.timedelta(days=scope.policies.quiet_days)
    until = utc_text(day_span(scope.day - days, scope.uow.zone).starts_at - _SECOND)
    standings, wanted = _standings(scope), Range((None, until), ordered_until=until, no_visit_after=until)
    group = Group("quiet", "in care", False, "since")
    count = standings.count(group, wanted)
    first = []
    for row in standings.first(group, wanted, need):
        first.append(
            scope.light(f"patient:{row.row_id}:quiet", "patient", _day(scope, row) + days, OTHER, row.since or "")
        )
    noted = Group("quiet", "in care", False, "since", booked=True)
    apart = [row.row_id for row in standings.first(noted, wanted, _ALL)]
    return Ranked(tuple(first), Counter({"overdue": count}), tuple(look(apart) if apart else ()))


def _standings(scope: Scope) -> Standings:
    return Standings(scope.uow.session, None if scope.asked.everyone else me_of(scope.uow))


def _first(scope: Scope) -> dt.datetime:
    return day_span(scope.day - dt.timedelta(days=scope.policies.unscheduled_days), scope.uow.zone).starts_at


def _stretch(scope: Scope) -> str:
    return utc_text(_first(scope) - _SECOND)


def _until(scope: Scope) -> str:
    return utc_text(scope.end_of_day() - _SECOND)


def _sections(scope: Scope, begins: str, ends: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    """Visits of earlier days are late, those of today and later ones due."""
    today = utc_text(day_span(scope.day, scope.uow.zone).starts_at - _SECOND)
    return ("overdue", (begins, today)), ("due_today", (today, ends))


def _day(scope: Scope, row: Light) -> dt.date:
    return dt.datetime.fromisoformat(row.since or "").astimezone(scope.uow.zone).date()


def _visit(scope: Scope, row: Light, what: str) -> WorkItem:
    return scope.light(f"appointment:{row.row_id}:{what}", "appointment", _day(scope, row), OTHER, row.since or "")
