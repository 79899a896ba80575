"""What a list of work found last, as long as no table that decides it was changed.

Most of what a day's list shows is as it was a minute ago: after a call is logged, only what calls can change is looked
up again. What was found is remembered by everything that decides it: who asks, the filter, the day, and how often each
table was changed, whoever wrote (see `db.table_changes`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from db import table_changes
from db.unit_of_work import UnitOfWork
from icm_desktop.queries.work_items import Scope

# What decides whose work it is, what is put off or done, which days count, and which imports are hidden.
EVERYWHERE = ("patient", "user_account", "worklist_hold", "import_batch", "policy_setting", "closure")
_T = TypeVar("_T")
_AT_MOST = 600  # seconds: whatever was overlooked hides no work for longer
_MOST = 300  # answers that are remembered: a dozen filters
Kept = OrderedDict[Hashable, Any]
KEPT: WeakKeyDictionary[Engine, Kept] = WeakKeyDictionary()


class WorkMemory:
    """What was found for one question. Nothing is remembered of a past day, of some patients, or within an act."""

    def __init__(self, uow: UnitOfWork, scope: Scope) -> None:
        self._uow, self._scope = uow, scope
        self._kept: Kept | None = None
        self._changes: Mapping[str, int] = {}
        if scope.asked.on is None and scope.patients is None and not uow.writable:
            self._kept = KEPT.setdefault(uow.database.engine, OrderedDict())
            self._changes = table_changes.counted(uow.session.connection())

    def of(self, find: Callable[..., _T], reads: tuple[str, ...] | None, *more: Hashable) -> _T:
        """What this finds, given `more`: as it was, if nothing it `reads` was changed."""
        if self._kept is None or reads is None or not self._changes.keys() >= {*reads, *EVERYWHERE}:
            return find(self._uow, self._scope, *more)
        key = (find, self._asked(), *more)
        changes = tuple(self._changes[table] for table in (*reads, *EVERYWHERE))
        before = self._kept.get(key)
        if before is not None and before[0] == changes:
            self._kept.move_to_end(key)
            known: _T = before[1]
            return known
        found = find(self._uow, self._scope, *more)
        self._kept[key] = (changes, found)
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return found

    def _asked(self) -> tuple[Hashable, ...]:
        uow, scope = self._uow, self._scope
        who = (uow.actor.user_id, uow.actor.role, uow.zone.key)
        return (scope.asked, scope.need, *who, scope.day, uow.today, uow.now.timestamp() // _AT_MOST)
