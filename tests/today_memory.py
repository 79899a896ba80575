"""Checks, behind every list of Today that a test asks for, that what was remembered is what would be found now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from db.unit_of_work import UnitOfWork
from icm_desktop.queries import today, today_sources, work_memory
from icm_desktop.queries.work_items import Found, Scope

_find = today_sources.found_today


def compared(uow: UnitOfWork, scope: Scope) -> list[Found]:
    """What `found_today` finds; fails when something of it is older than the records."""
    fresh = replace(scope, _notes={})
    found = _find(uow, scope)
    kept, work_memory.KEPT[uow.database.engine] = work_memory.KEPT.get(uow.database.engine), _Forgets()
    try:
        anew = _find(uow, fresh)
    finally:
        work_memory.KEPT.pop(uow.database.engine)
        if kept is not None:
            work_memory.KEPT[uow.database.engine] = kept
    assert found == anew, [pair for pair in zip(found, anew, strict=True) if pair[0] != pair[1]]
    return found


class _Forgets(work_memory.Kept):
    def get(self, key: Any, default: Any = None) -> Any:
        return default


def install(patch: pytest.MonkeyPatch) -> None:
    """Compare wherever Today's list is made in this process."""
    patch.setattr(today, "found_today", compared)
