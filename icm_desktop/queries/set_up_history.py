"""Who changed what of the set-up and when, with old and new values: of everything, one kind, or one record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from db import search
from db.models.access import SecondStep, UserAccount
from db.models.audit import AuditEvent
from db.models.notes import EmergencyAccess, NoteGrant
from db.models.papers import LetterText, PhraseText
from db.models.partners import ExchangePartner
from db.models.practice import AppointmentType, Organization, Practice, Practitioner, WorkingHours
from db.models.set_up import (
    Absence,
    Closure,
    ContentConfirmation,
    HealthcareService,
    PolicySetting,
    Room,
    Site,
    SiteHours,
)
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.records import FieldChange, HistoryRow
from icm_desktop.contracts.set_up import SET_UP_KINDS, SetUpHistoryFilter
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.labels import Pointed, labels
from icm_desktop.queries.record_history import EVENTS, told_rows


def _name(row: Any) -> str:
    return str(row.name or "")


def _person(row: Any) -> str:
    return spoken(row.given, row.family, row.prefix, row.suffix)


# Each kind: how a row is called, or which column points at what names it.
_TITLES: dict[Any, Callable[[Any], str] | tuple[str, str]] = {
    Practice: _name,
    Site: _name,
    SiteHours: ("site_id", "site"),
    Closure: _name,
    Practitioner: _person,
    WorkingHours: ("practitioner_id", "practitioner"),
    Absence: ("practitioner_id", "practitioner"),
    Room: _name,
    AppointmentType: _name,
    Organization: _name,
    HealthcareService: _name,
    UserAccount: lambda row: str(row.display_name),
    PolicySetting: _name,
    NoteGrant: ("user_id", "user_account"),
    EmergencyAccess: ("user_id", "user_account"),
    LetterText: lambda row: f"{row.kind}/{row.language}",
    PhraseText: lambda row: f"{row.language}/{row.phrase}",
    ExchangePartner: _name,
    SecondStep: ("user_id", "user_account"),
    ContentConfirmation: lambda row: f"{row.kind}/{row.content_id}",
}
NEVER_TOLD = frozenset(
    {
        "digest",
        "lines",
        "lineage",
        "verified_at",
        "verified_ok",
        "is_sample",
        "key_id",
        "sent_number",
        "opened_number",
        "code_step",
        "secret",
    }
)


@requires(Privilege.AUDIT)
def history(uow: UnitOfWork, asked: SetUpHistoryFilter) -> Page[HistoryRow]:
    """What happened to the set-up, the latest first."""
    wanted = EVENTS.where(AuditEvent.object_kind.in_((asked.kind,) if asked.kind in SET_UP_KINDS else SET_UP_KINDS))
    if asked.id is not None:
        wanted = wanted.where(AuditEvent.object_id == asked.id)
    if asked.first is not None:
        wanted = wanted.where(AuditEvent.at >= day_span(asked.first, uow.zone).starts_at)
    if asked.last is not None:
        wanted = wanted.where(AuditEvent.at < day_span(asked.last, uow.zone).ends_at)
    total = uow.session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0
    events = uow.session.execute(wanted.limit(asked.limit).offset(asked.offset)).all()
    known = _titles(uow, {(event.object_kind, event.object_id) for event in events if event.object_id is not None})
    rows = told_rows(uow, events, known, {}, every=True)
    return Page(tuple(replace(row, changes=_told(row)) for row in rows), total, asked.offset)


def _told(row: HistoryRow) -> tuple[FieldChange, ...]:
    return tuple(change for change in row.changes if change.name not in NEVER_TOLD)


def _titles(uow: UnitOfWork, wanted: set[tuple[str, int]]) -> dict[Pointed, str]:
    ids: dict[str, set[int]] = defaultdict(set)
    for table, row_id in wanted:
        ids[table].add(row_id)
    found: dict[Pointed, str] = {}
    pointing: dict[Pointed, Pointed] = {}
    for model, said in _TITLES.items():
        table = model.__tablename__
        if not ids.get(table):
            continue
        for row in uow.session.scalars(select(model).where(model.id.in_(search.among(ids[table])))):
            if callable(said):
                found[table, row.id] = said(row)
            elif (target := getattr(row, said[0])) is not None:
                pointing[table, row.id] = (said[1], target)
            elif getattr(row, "room_id", None) is not None:
                pointing[table, row.id] = ("room", row.room_id)
    names = labels(uow, pointing.values())
    return found | {row: names.get(target, "") for row, target in pointing.items()}
