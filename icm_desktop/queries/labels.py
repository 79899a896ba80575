"""Names of what ids point to, for many rows in one question per table: users, clinicians, sites, goals ..."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import select

from db import search
from db.models.access import UserAccount
from db.models.base import Base
from db.models.documents import Document
from db.models.patient import Patient
from db.models.plan import CarePlan, Goal
from db.models.practice import AppointmentType, Organization, Practitioner
from db.models.scheduling import ServiceRequest
from db.models.set_up import Room, Site
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.names import listed, spoken
from icm_desktop.permissions import Privilege, requires

Pointed = tuple[str, int]  # table and id


def _name(row: Any) -> str:
    return str(row.name or "")


_SAID: Mapping[type[Any], tuple[tuple[str, ...], Callable[[Any], str]]] = {
    UserAccount: (("display_name",), lambda row: row.display_name),
    Practitioner: (
        ("prefix", "given", "family", "suffix"),
        lambda row: spoken(row.given, row.family, row.prefix, row.suffix),
    ),
    Patient: (("family", "given"), lambda row: listed(row.family, row.given)),
    Organization: (("name",), _name),
    Site: (("name",), _name),
    Room: (("name",), _name),
    AppointmentType: (("name",), _name),
    Goal: (("words", "text"), lambda row: row.words or row.text or ""),
    CarePlan: (("title", "text"), lambda row: row.title or row.text or ""),
    ServiceRequest: (("text", "to_text"), lambda row: row.text or row.to_text or ""),
    Document: (("text",), lambda row: row.text or ""),
}


@cache
def targets(table: str) -> Mapping[str, str]:
    """Columns of a table that point to something with a name, and to which table."""
    known = {kind.__tablename__ for kind in _SAID}
    found = {}
    for link in Base.metadata.tables[table].foreign_keys:
        if link.column.table.name in known and link.parent.name != "patient_id":
            found[link.parent.name] = link.column.table.name
    return found | ({"created_by_id": "user_account"} if "created_by_id" in Base.metadata.tables[table].c else {})


@requires(Privilege.DEMOGRAPHICS)
def labels(uow: UnitOfWork, wanted: Iterable[Pointed]) -> dict[Pointed, str]:
    """The name of each, as far as it has one."""
    ids: dict[str, set[int]] = defaultdict(set)
    for table, row_id in wanted:
        ids[table].add(row_id)
    found: dict[Pointed, str] = {}
    for kind, (columns, said) in _SAID.items():
        table = kind.__tablename__
        if ids.get(table):
            chosen = select(kind.id, *(getattr(kind, column) for column in columns))
            for row in uow.session.execute(chosen.where(kind.id.in_(search.among(ids[table])))):
                found[table, row.id] = said(row)
    return found
