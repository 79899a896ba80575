"""Facts of which an outside source says something else than the record here, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, func, select

from db import search
from db.audit import utc_text
from db.models.access import UserAccount
from db.models.audit import Action, AuditEvent
from db.models.by_table import CLASSES
from db.models.exchange import ImportDifference
from db.repositories.imports import OURS_NOT
from db.stored_values import to_stored
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page, PatientHead, Provenance
from icm_desktop.contracts.differences import DifferenceFilter, DifferenceRow
from icm_desktop.contracts.records import FactRef, FieldChange
from icm_desktop.domain.differences import ANSWERS, BESIDE, OPEN
from icm_desktop.domain.records import KINDS, UNTOLD
from icm_desktop.domain.together import groups_among
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.labels import labels, targets
from icm_desktop.queries.provenance import provenance, sources_of
from icm_desktop.queries.record_titles import title_of
from icm_desktop.queries.record_values import named, told_stored


@requires(Privilege.CLINICAL_READ)
def differences(uow: UnitOfWork, asked: DifferenceFilter) -> Page[DifferenceRow]:
    """One slice: open ones as they came, decided ones the newest first."""
    where = _where(asked)
    order = ImportDifference.decided_at.desc() if asked.decided else ImportDifference.id
    chosen = (
        select(ImportDifference, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == ImportDifference.decided_by_id)
        .where(*where)
        .order_by(order, ImportDifference.id)
    )
    found = [tuple(row) for row in uow.session.execute(chosen.limit(asked.limit).offset(asked.offset))]
    total = uow.session.scalar(select(func.count()).select_from(ImportDifference).where(*where)) or 0
    return Page(tuple(_rows(uow, found)), total, asked.offset)


@requires(Privilege.CLINICAL_READ)
def how_many(uow: UnitOfWork, patient_id: int | None = None) -> int:
    """How many wait for a decision, of one patient or of all."""
    where = _where(DifferenceFilter(patient_id))
    return uow.session.scalar(select(func.count()).select_from(ImportDifference).where(*where)) or 0


def _where(asked: DifferenceFilter) -> tuple[ColumnElement[bool], ...]:
    state = ImportDifference.state
    which = state.in_(ANSWERS) if asked.decided else state == OPEN
    mine = (ImportDifference.patient_id == asked.patient_id,) if asked.patient_id is not None else ()
    return which, ImportDifference.removed_at.is_(None), *mine


def _rows(uow: UnitOfWork, found: list[tuple[Any, ...]]) -> Iterator[DifferenceRow]:
    known = heads(uow, {row.patient_id for row, _ in found})
    ours = _records(uow, ((row.kind, row.row_id) for row, _ in found))
    sources = sources_of(uow, [row.source_id for row, _ in found] + [one.source_id for one in ours.values()])
    pointed = [
        (target, value)
        for row, _ in found
        for name, target in targets(row.kind).items()
        for value in (row.ours.get(name), row.theirs.get(name))
        if isinstance(value, int)
    ]
    names = labels(uow, pointed)
    for row, by in found:
        mine = ours.get((row.kind, row.row_id))
        if mine is None or row.patient_id not in known:
            continue
        fields = _gone(uow, row, mine) if row.gone_at is not None else _fields(uow, row, mine, names)
        said = _said(sources, mine) if row.other_id is not None else _changed_here(uow, row)
        yield _row(row, by, mine, known[row.patient_id], fields, said, sources)


def _row(
    row: ImportDifference,
    by: str | None,
    mine: Any,
    head: PatientHead,
    fields: tuple[FieldChange, ...],
    said: Provenance,
    sources: Any,
) -> DifferenceRow:
    return DifferenceRow(
        id=row.id,
        version=row.version,
        patient=head,
        ref=FactRef(row.kind, row.row_id),
        other=None if row.other_id is None else FactRef(row.kind, row.other_id),
        title=title_of(KINDS[row.kind], mine),
        fields=fields,
        mine=said,
        theirs=provenance(sources, row.source_id, row.author, row.organization, row.asserted_when),
        both=row.kind in BESIDE and row.gone_at is None,
        state=row.state,
        found_at=row.created_at,
        decided_at=row.decided_at,
        decided_by=by,
        taken=tuple(row.taken or ()),
        together=groups_among(row.kind, row.theirs.keys() - UNTOLD),
        gone=row.gone_at is not None,
    )


def _said(sources: Any, row: Any) -> Provenance:
    return provenance(sources, row.source_id, row.author, row.organization, row.recorded_when)


def _changed_here(uow: UnitOfWork, row: ImportDifference) -> Provenance:
    """Who changed our record by hand last, and when."""
    last = (
        select(AuditEvent.at, UserAccount.display_name)
        .join(Action, Action.id == AuditEvent.action_id)
        .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
        .where(
            AuditEvent.object_kind == row.kind,
            AuditEvent.object_id == row.row_id,
            AuditEvent.event == "updated",
            Action.name.not_in(OURS_NOT),
        )
        .order_by(AuditEvent.seq.desc())
        .limit(1)
    )
    found = uow.session.execute(last).first()
    return Provenance() if found is None else Provenance(author=found[1], recorded=utc_text(found[0]))


def _fields(uow: UnitOfWork, row: ImportDifference, mine: Any, names: Any) -> tuple[FieldChange, ...]:
    return tuple(_field(uow, row, mine, name, names) for name in row.theirs if name not in UNTOLD)


def _gone(uow: UnitOfWork, row: ImportDifference, mine: Any) -> tuple[FieldChange, ...]:
    """What ours says of something that is no longer at its source."""
    kind = row.kind
    stored = {
        name: to_stored(uow.session, kind, name, getattr(mine, name))
        for name in KINDS[kind].fields
        if hasattr(mine, name) and getattr(mine, name) not in (None, "") and name not in UNTOLD
    }
    pointed = [(target, stored[name]) for name, target in targets(kind).items() if isinstance(stored.get(name), int)]
    names = labels(uow, pointed)
    return tuple(
        FieldChange(name, named(kind, name, told_stored(kind, name, value), names), None)
        for name, value in stored.items()
    )


def _field(uow: UnitOfWork, row: ImportDifference, mine: Any, name: str, names: Any) -> FieldChange:
    """Ours as it is now while it is a question, as it was then once it was decided."""
    kind = row.kind
    ours = to_stored(uow.session, kind, name, getattr(mine, name)) if row.state == OPEN else row.ours.get(name)
    old, new = (named(kind, name, told_stored(kind, name, value), names) for value in (ours, row.theirs.get(name)))
    return FieldChange(name, old, new)


def _records(uow: UnitOfWork, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Any]:
    ids: dict[str, set[int]] = {}
    for kind, row_id in wanted:
        ids.setdefault(kind, set()).add(row_id)
    found: dict[tuple[str, int], Any] = {}
    for kind, some in ids.items():
        made = CLASSES[kind]
        for row in uow.session.scalars(select(made).where(made.id.in_(search.among(some)))):
            found[kind, row.id] = row
    return found
