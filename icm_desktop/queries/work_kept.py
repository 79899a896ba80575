"""Worklist items by what is kept (`db.kept_work`): all are counted, the first get a rank, the page gets whole rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from db import pathway_work
from db.kept_work import Row
from db.repositories.kept_rows import KeptRows
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

SECTIONS = ("overdue", "due_today")
LISTED_AS = {"form": "follow_up"}  # the kind of a row on the list, where it is not what it is kept as
Whole = Callable[[Scope, Sequence[str]], Iterable[WorkItem]]  # rows of the list by their keys


def is_kept(scope: Scope) -> bool:
    """Whether the table can answer: for today, of everybody, and not for a day before that of which it was reckoned."""
    if scope.need is None or scope.asked.on is not None:
        return False
    return not pathway_work.was_reckoned_after(scope.uow.session.connection(), scope.day.isoformat())


def kept_rows(scope: Scope, window: tuple[dt.date, dt.date]) -> KeptRows:
    """Questions to the table for this scope; `window`: between which due days everything on the list lies."""
    me = None if scope.asked.everyone else scope.uow.actor.user_id or 0
    days = (window[0].isoformat(), window[1].isoformat())
    return KeptRows(scope.uow.session.connection(), scope.day.isoformat(), days, me)


def ranked(scope: Scope, rows: KeptRows, kind: str, need: int, left_out: Iterable[Row], whole: Whole) -> Found:
    """Rows whose key begins with their kind.

    Args:
        scope: What is asked.
        rows: Questions to the table.
        kind: The kind.
        need: How many rows the page could need.
        left_out: Rows on the list that something else stands for.
        whole: Makes rows of the list by their keys.
    """
    apart = {row.row_id: row for row in left_out}
    noted = [row for row in _noted(scope, rows, kind) if row.row_id not in apart]
    apart |= {row.row_id: row for row in noted}
    counts = Counter(dict(zip(SECTIONS, rows.counts(kind), strict=True)))
    counts.subtract(scope.section(dt.date.fromisoformat(row.due_on)) for row in apart.values())
    first: list[WorkItem] = []
    for section in SECTIONS if need else ():
        found = [row for row in rows.first(kind, section, need + len(apart)) if row.row_id not in apart]
        first += [_light(scope, row) for row in found[:need]]
    settled = scope.settled(whole(scope, [f"{kind}:{row.row_id}" for row in noted]))
    counts.update(dict(settled.counts))
    return Found((*first, *settled.items), tuple((section, count) for section, count in counts.items() if count))


def _noted(scope: Scope, rows: KeptRows, kind: str) -> Iterator[Row]:
    """What somebody put off or finished: looked at by itself."""
    numbers = [int(key.split(":")[1]) for key in scope.noted(kind)]
    yield from rows.of(kind, numbers) if numbers else ()


def _light(scope: Scope, row: Row) -> WorkItem:
    kind = LISTED_AS.get(row.kind, row.kind)
    return scope.light(f"{row.kind}:{row.row_id}", kind, dt.date.fromisoformat(row.due_on), OTHER, "")
