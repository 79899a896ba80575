"""What many records are called, in one question per kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from db import search
from db.models.by_table import CLASSES
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.domain.records import KINDS, Kind
from icm_desktop.permissions import Privilege, allows, requires


@requires(Privilege.DEMOGRAPHICS)
def titles(uow: UnitOfWork, wanted: Iterable[tuple[str, int | None]]) -> dict[tuple[str, int], str]:
    """The title of each record by kind and id; clinical ones only for roles that read clinical facts."""
    ids: dict[str, set[int]] = defaultdict(set)
    for table, row_id in wanted:
        if row_id is not None and _may_read(uow, table):
            ids[table].add(row_id)
    found: dict[tuple[str, int], str] = {}
    for table, some in ids.items():
        made = CLASSES[table]
        chosen = select(made.id, *(getattr(made, name) for name in KINDS[table].title))
        for row in uow.session.execute(chosen.where(made.id.in_(search.among(some)))):
            found[table, row.id] = title_of(KINDS[table], row)
    return found


def title_of(kind: Kind, row: Any) -> str:
    """What the record is called; empty when nothing names it (the window then says what kind it is)."""
    if kind.table == "observation":
        return codes.result_name(row.code, row.text)
    if kind.table == "questionnaire_response":
        return codes.questionnaire_name(row.text or row.questionnaire)
    return str(next((found for name in kind.title if (found := getattr(row, name, None))), ""))


def _may_read(uow: UnitOfWork, table: str) -> bool:
    kind = KINDS.get(table)
    return kind is not None and (not kind.clinical or allows(uow.actor.role, Privilege.CLINICAL_READ))
