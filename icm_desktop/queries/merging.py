"""What a merge would do, two records side by side, and the merges that were made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from db.models.access import UserAccount
from db.models.base import Audited
from db.models.patient import Patient, PatientAddress, PatientIdentifier, PatientMerge, PatientName, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.content.matching import match_rules
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.duplicates import Compared, DuplicateRow, Kept, MergePreview, MergeRow, PairOf, Side
from icm_desktop.domain.matching import AGAINST, POSSIBLE, likeness
from icm_desktop.domain.merge_fields import NAME, Outcome, outcomes
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.heads import HEAD, head_of, heads
from icm_desktop.queries.match_people import people_of
from icm_desktop.queries.owned_rows import owned

_DETAILS: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("phones", PatientTelecom, ("value",)),
    ("addresses", PatientAddress, ("line", "city", "state", "postal_code")),
    ("identifiers", PatientIdentifier, ("system", "value")),
)
_ORDER = (
    "name", "names", "preferred_name", "birth_date", "sex", "phones", "addresses", "language", "identifiers",
    "deceased_on", "record_number",
)  # fmt: skip


@requires(Privilege.DEMOGRAPHICS)
def compare(uow: UnitOfWork, pair: PairOf) -> Compared:
    """Two records side by side; counts of clinical records only for those who may read them.

    Raises:
        NotFound: patients.unknown.
    """
    known, people = heads(uow, [pair.one, pair.other]), people_of(uow, [pair.one, pair.other])
    if len(known) != 2:
        raise NotFound("patients.unknown")
    how = likeness(people[pair.one], people[pair.other], match_rules())
    row = DuplicateRow(
        known[pair.one],
        known[pair.other],
        how.certainty if how else POSSIBLE,
        how.score if how else 0.0,
        how.reasons if how else (),
    )
    counts: tuple[tuple[str, int, int], ...] = ()
    if allows(uow.actor.role, Privilege.CLINICAL_READ):
        one, other = _counts(uow, pair.one), _counts(uow, pair.other)
        counts = tuple((kind, one.get(kind, 0), other.get(kind, 0)) for kind in sorted(one.keys() | other.keys()))
    return Compared(row, tuple(_sides(uow, pair)), counts)


# They move too; how many there are would tell of sensitive notes whom they are not for.
NOT_COUNTED = frozenset({"care_note", "care_note_reader", "emergency_access"})


@requires(Privilege.MERGE)
def preview(uow: UnitOfWork, source_id: int, survivor_id: int, take: tuple[str, ...] = ()) -> MergePreview:
    """What merging would move, fill, keep and drop.

    Raises:
        Invalid: merging.same_record.
        NotFound: patients.unknown.
    """
    if source_id == survivor_id:
        raise Invalid("merging.same_record")
    known, people = heads(uow, [source_id, survivor_id]), people_of(uow, [source_id, survivor_id])
    if len(known) != 2:
        raise NotFound("patients.unknown")
    source, survivor = (uow.session.get_one(Patient, one) for one in (source_id, survivor_id))
    found = outcomes(_fields(source), _fields(survivor), take)
    how = likeness(people[source_id], people[survivor_id], match_rules())
    return MergePreview(
        source=known[source_id],
        survivor=known[survivor_id],
        moves=tuple(sorted(_counts(uow, source_id).items())),
        filled=tuple((one.field, _text(uow, one.field, one.kept)) for one in found if one.dropped is None),
        conflicts=tuple(_kept(uow, one) for one in found if one.dropped is not None),
        against=tuple(reason for reason in how.reasons if reason in AGAINST) if how else ("not_alike",),
        source_version=source.version,
        survivor_version=survivor.version,
    )


@requires(Privilege.MERGE)
def merges(uow: UnitOfWork, offset: int = 0, limit: int = 100) -> Page[MergeRow]:
    """The merges that were made, the newest first, those taken back too."""
    survivor, merged = aliased(Patient), aliased(Patient)
    total = uow.session.scalar(select(func.count()).select_from(PatientMerge)) or 0
    columns = [getattr(side, column.key) for side in (survivor, merged) for column in HEAD]
    chosen = (
        select(PatientMerge, UserAccount.display_name, *columns)
        .join(survivor, survivor.id == PatientMerge.survivor_id)
        .join(merged, merged.id == PatientMerge.merged_id)
        .outerjoin(UserAccount, UserAccount.id == PatientMerge.by_user_id)
        .order_by(PatientMerge.id.desc())
    )
    found = uow.session.execute(chosen.limit(limit).offset(offset)).all()
    return Page(tuple(_merge_row(row[0], row[1], tuple(row[2:])) for row in found), total, offset)


def _merge_row(row: PatientMerge, by: str | None, values: tuple[Any, ...]) -> MergeRow:
    survivor, merged = head_of(values), head_of(values[len(HEAD) :])
    rows = (row.moved or {}).get("rows", {})
    moved = tuple(sorted((name, count) for name, count in rows.items() if name not in NOT_COUNTED))
    return MergeRow(row.id, survivor, merged, row.at, by, moved, row.undone_at)


def _fields(patient: Patient) -> dict[str, Any]:
    return {column.key: getattr(patient, column.key) for column in Patient.__mapper__.column_attrs}


def _kept(uow: UnitOfWork, outcome: Outcome) -> Kept:
    field = outcome.field
    return Kept(field, _text(uow, field, outcome.kept), _text(uow, field, outcome.dropped), taken=outcome.changes)


def _text(uow: UnitOfWork, field: str, value: Any) -> str:
    if field == "name":
        return ", ".join(filter(None, (value[0], " ".join(filter(None, (value[2], value[1], value[3]))))))
    if field == "coordinator_id":
        return uow.session.scalar(select(UserAccount.display_name).where(UserAccount.id == value)) or ""
    if isinstance(value, list):
        return ", ".join(str(one.get("text") or one.get("code")) for one in value if isinstance(one, dict))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _counts(uow: UnitOfWork, patient_id: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind in owned():
        if kind.__tablename__ in NOT_COUNTED:
            continue
        counted = select(func.count()).select_from(kind).where(kind.patient_id == patient_id)
        if issubclass(kind, Audited):
            counted = counted.where(kind.removed_at.is_(None))
        if count := uow.session.scalar(counted):
            found[kind.__tablename__] = count
    return found


def _sides(uow: UnitOfWork, pair: PairOf) -> list[Side]:
    one, other = (_facts(uow, uow.session.get_one(Patient, patient_id)) for patient_id in (pair.one, pair.other))
    return [Side(field, one[field], other[field]) for field in one if one[field] or other[field]]


def _facts(uow: UnitOfWork, patient: Patient) -> dict[str, tuple[str, ...]]:
    """What tells people apart, in the order it is read."""
    name = _text(uow, "name", tuple(getattr(patient, part) for part in NAME))
    names = (_text(uow, "name", values) for values in _details(uow, patient, PatientName, NAME))
    plain = {
        field: (getattr(patient, field),) if getattr(patient, field) else ()
        for field in ("preferred_name", "birth_date", "sex", "language", "deceased_on", "record_number")
    }
    details = {
        field: tuple(dict.fromkeys(_joined(values) for values in _details(uow, patient, kind, columns)))
        for field, kind, columns in _DETAILS
    }
    facts: dict[str, tuple[str, ...]] = plain | details
    facts |= {"name": (name,), "names": tuple(dict.fromkeys(one for one in names if one and one != name))}
    return {field: facts[field] for field in _ORDER}


def _details(uow: UnitOfWork, patient: Patient, kind: Any, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    chosen = select(kind).where(kind.patient_id == patient.id, kind.removed_at.is_(None)).order_by(kind.id)
    for row in uow.session.scalars(chosen):
        yield tuple(getattr(row, column) for column in columns)


def _joined(values: tuple[Any, ...]) -> str:
    return " ".join(str(value) for value in values if value)
