"""The front desk's queues: each a saved view of the worklist, with what is left to do in each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.worklist import QueueCounts, WorkFilter
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.queue_calls import follow_up, gone_quiet, unscheduled, whole_calls
from icm_desktop.queries.queue_visits import arrivals, tomorrow, whole_visits
from icm_desktop.queries.queue_wait_list import wait_list
from icm_desktop.queries.work_items import Found, Scope, WorkItem

QUEUES: dict[str, Callable[[Scope], Found]] = {
    "arrivals": arrivals,
    "tomorrow": tomorrow,
    "follow_up": follow_up,
    "unscheduled": unscheduled,
    "quiet": gone_quiet,
    "wait_list": wait_list,
}
_LEFT_OUT = ("waiting", "done_today", "expected")


@requires(Privilege.WORKLIST)
def counts(uow: UnitOfWork, asked: WorkFilter) -> QueueCounts:
    """How much each queue has to do now: who is here or late, and who is to be called."""
    found, scope = [], Scope.of(uow, replace(asked, limit=1))
    for name, rows in QUEUES.items():
        sections = rows(replace(scope, asked=replace(scope.asked, queue=name))).counts
        found.append((name, sum(count for section, count in sections if section not in _LEFT_OUT)))
    return QueueCounts(tuple(found))


def whole_items(scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Rows of the queue that so far have only a rank, with everything a row shows."""
    return whole_visits(scope, items) if scope.asked.queue in ("arrivals", "tomorrow") else whole_calls(scope, items)


def queue_items(scope: Scope) -> Found:
    """Every row of the queue that is asked for.

    Raises:
        Invalid: today.unknown_queue.
    """
    if scope.asked.queue not in QUEUES:
        raise Invalid("today.unknown_queue", "queue")
    return QUEUES[scope.asked.queue](scope)
