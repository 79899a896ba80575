"""Two sources tell of one problem or allergy what cannot both be so: a question, asked once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import func, or_, select

from db import search
from db.models.clinical import AllergyIntolerance, Condition
from db.models.exchange import ImportDifference, SourceResource
from db.models.patient import Patient
from db.stored_values import to_stored
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import same_facts
from icm_desktop.domain.differences import BOTH
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.chart_facts import all_codes
from icm_desktop.queries.provenance import sources_of, teller

_PLAIN: dict[type[Any], tuple[str, ...]] = {
    Condition: ("severity",),
    AllergyIntolerance: ("criticality", "severity"),
}
_COMPARED = ("status", "abated_when", "verification", "onset_when")


@requires(Privilege.IMPORT)
def ask_after_import(uow: UnitOfWork, import_id: int, changed: Iterable[int]) -> None:
    """Ask about patients we knew before of whom the import brought or changed problems or allergies."""
    ids = set(changed)
    for kind in _PLAIN:
        known = or_(Patient.import_id.is_(None), Patient.import_id != import_id)
        brought = select(kind.patient_id).join(Patient, Patient.id == kind.patient_id)
        ids.update(uow.session.scalars(brought.where(kind.import_id == import_id, known).distinct()))
    ask_between_sources(uow, ids, import_id)


@requires(Privilege.IMPORT)
def ask_between_sources(uow: UnitOfWork, patient_ids: Collection[int], import_id: int | None = None) -> None:
    """Write down where sources contradict each other; what was asked before is not asked again.

    Ours is what was entered here; where nothing was, what came first.
    """
    several = _told_by_several(uow, set(patient_ids))
    asked = _asked(uow, several)
    for kind, plain in _PLAIN.items():
        for mine, other in _pairs(uow, kind, several):
            ours, theirs = ({name: getattr(row, name, None) for name in (*_COMPARED, *plain)} for row in (mine, other))
            columns = same_facts.contradicting(ours, theirs, plain)
            found = _difference(uow, mine, other, columns, import_id) if columns else None
            if found is not None and not asked & {_as_asked(found), (*_pair(found), BOTH)}:
                uow.session.add(found)


def _told_by_several(uow: UnitOfWork, ids: set[int]) -> set[int]:
    """Patients of whom facts were entered here, or who came as more than one record: few of a large import."""
    found: set[int] = set()
    if not ids:
        return found
    for kind in _PLAIN:
        typed = (
            func.coalesce(kind.source_id, 0) == 0
        )  # put so that these patients are looked up, not all that was typed
        here = select(kind.patient_id).where(kind.patient_id.in_(search.among(ids)), typed)
        found.update(uow.session.scalars(here.distinct()))
    came = select(SourceResource.target_id).where(
        SourceResource.target_table == Patient.__tablename__, SourceResource.target_id.in_(search.among(ids))
    )
    twice = came.group_by(SourceResource.target_id).having(func.count() > 1)
    return found | {one for one in uow.session.scalars(twice) if one is not None}


def _pairs(uow: UnitOfWork, kind: type[Any], patient_ids: Collection[int]) -> Iterator[tuple[Any, Any]]:
    """Our telling of a fact with that of each other source."""
    chosen = select(kind).where(
        kind.patient_id.in_(search.among(set(patient_ids))),
        kind.removed_at.is_(None),
        or_(kind.verification.is_(None), kind.verification != MISTAKEN),
    )
    of_patient: dict[int, list[Any]] = defaultdict(list)
    for row in uow.session.scalars(chosen.order_by(kind.id)):
        of_patient[row.patient_id].append(row)
    sources = sources_of(uow, (row.source_id for rows in of_patient.values() for row in rows))
    for rows in of_patient.values():
        for group in same_facts.grouped(rows, _keys, lambda _one, _other: False):
            by_source: dict[tuple[str, str], list[Any]] = defaultdict(list)
            for row in group:
                by_source[teller(sources, row.source_id)].append(row)
            told = [_standing(rows) for rows in by_source.values()]
            ours = by_source.get(("", ""))
            first = _standing(ours) if ours else min(told, key=lambda row: int(row.id))
            yield from ((first, other) for other in told if other is not first)


def _keys(row: Any) -> Iterable[Any]:
    return same_facts.keys(row.text, all_codes(row))


def _standing(rows: list[Any]) -> Any:
    """Of what one source says several times what stands: an open one, else the latest."""
    open_ = [row for row in rows if not same_facts.has_ended(row.status, getattr(row, "abated_when", None))]
    return max(open_ or rows, key=lambda row: (row.onset_when or row.recorded_when or "", row.id))


def _difference(
    uow: UnitOfWork, mine: Any, other: Any, columns: tuple[str, ...], import_id: int | None
) -> ImportDifference:
    kind, session = mine.__tablename__, uow.session
    ours, theirs = (
        {name: to_stored(session, kind, name, getattr(row, name)) for name in columns} for row in (mine, other)
    )
    return ImportDifference(
        patient_id=mine.patient_id, kind=kind, row_id=mine.id, other_id=other.id, ours=ours, theirs=theirs,
        author=other.author, organization=other.organization, asserted_when=other.recorded_when,
        source_id=other.source_id, import_id=import_id,
    )  # fmt: skip


def _pair(row: ImportDifference) -> tuple[str, int, int | None]:
    return row.kind, row.row_id, row.other_id


def _as_asked(row: ImportDifference) -> tuple[Any, ...]:
    return (*_pair(row), str(row.theirs))


def _asked(uow: UnitOfWork, patient_ids: Collection[int]) -> set[tuple[Any, ...]]:
    """What was asked about two records; where both were let stand, whatever they say."""
    chosen = select(ImportDifference).where(
        ImportDifference.patient_id.in_(search.among(set(patient_ids))), ImportDifference.removed_at.is_(None)
    )
    rows = list(uow.session.scalars(chosen))
    return {_as_asked(row) for row in rows} | {(*_pair(row), BOTH) for row in rows if row.state == BOTH}
