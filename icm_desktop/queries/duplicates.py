"""Look-alikes: the list of pairs that wait for somebody's decision, and of those found to be two people."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, or_, select

from db.match_keys import PAIR
from db.models.access import UserAccount
from db.models.patient import MatchCandidate, Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page, PatientHead
from icm_desktop.contracts.duplicates import DuplicateFilter, DuplicateRow
from icm_desktop.domain.matching import CERTAINTIES, POSSIBLE
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.match_decisions import DIFFERENT

_SAME_PAIR = or_(
    (MatchCandidate.patient_id == PAIR.c.patient_id) & (MatchCandidate.other_patient_id == PAIR.c.other_patient_id),
    (MatchCandidate.patient_id == PAIR.c.other_patient_id) & (MatchCandidate.other_patient_id == PAIR.c.patient_id),
)
_DECIDED = (MatchCandidate.state == DIFFERENT) & MatchCandidate.removed_at.is_(None)
UNDECIDED = ~select(MatchCandidate.id).where(_SAME_PAIR, _DECIDED).exists()
_IMPORTED = (
    select(Patient.id)
    .where(Patient.id.in_((PAIR.c.patient_id, PAIR.c.other_patient_id)), Patient.import_id.is_not(None))
    .exists()
)


@requires(Privilege.DEMOGRAPHICS)
def duplicates(uow: UnitOfWork, asked: DuplicateFilter) -> Page[DuplicateRow]:
    """One slice of the list, the surest pair first; decided ones the newest first."""
    rows = _decided(uow, asked) if asked.decided else _open(uow, asked)
    counted = how_many_imported if asked.imported else how_many
    total = _decided_count(uow) if asked.decided else counted(uow)
    return Page(tuple(rows), total, asked.offset)


@requires(Privilege.DEMOGRAPHICS)
def how_many(uow: UnitOfWork) -> int:
    """How many pairs wait for a decision."""
    pairs = uow.session.scalar(select(func.count()).select_from(PAIR)) or 0
    decided = select(func.count()).select_from(MatchCandidate).join(PAIR, _SAME_PAIR).where(_DECIDED)
    return pairs - (uow.session.scalar(decided) or 0)


@requires(Privilege.DEMOGRAPHICS)
def how_many_imported(uow: UnitOfWork) -> int:
    """How many of them are about somebody who came with an import."""
    return uow.session.scalar(select(func.count()).select_from(PAIR).where(UNDECIDED, _IMPORTED)) or 0


def _open(uow: UnitOfWork, asked: DuplicateFilter) -> list[DuplicateRow]:
    chosen: Select[Any] = (
        select(PAIR.c.patient_id, PAIR.c.other_patient_id, PAIR.c.rank, PAIR.c.score, PAIR.c.reasons)
        .where(UNDECIDED, *((_IMPORTED,) if asked.imported else ()))
        .order_by(PAIR.c.rank, PAIR.c.score.desc())
    )
    found = uow.session.execute(chosen.limit(asked.limit).offset(asked.offset)).all()
    known = heads(uow, {one for row in found for one in row[:2]})
    return [
        DuplicateRow(known[row[0]], known[row[1]], CERTAINTIES[row[2]], row[3], _split(row[4]))
        for row in found
        if row[0] in known and row[1] in known
    ]


def _decided_count(uow: UnitOfWork) -> int:
    return uow.session.scalar(select(func.count()).select_from(MatchCandidate).where(_DECIDED)) or 0


def _decided(uow: UnitOfWork, asked: DuplicateFilter) -> list[DuplicateRow]:
    chosen = (
        select(MatchCandidate, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == MatchCandidate.decided_by_id)
        .where(_DECIDED)
        .order_by(MatchCandidate.decided_at.desc(), MatchCandidate.id.desc())
    )
    found = uow.session.execute(chosen.limit(asked.limit).offset(asked.offset)).all()
    known = heads(uow, {one for row, _ in found for one in (row.patient_id, row.other_patient_id)})
    return [_as_row(row, by, known) for row, by in found if {row.patient_id, row.other_patient_id} <= known.keys()]


def _as_row(row: MatchCandidate, by: str | None, known: dict[int, PatientHead]) -> DuplicateRow:
    one, other = known[row.patient_id], known[row.other_patient_id]
    certainty = row.certainty if row.certainty in CERTAINTIES else POSSIBLE
    return DuplicateRow(one, other, certainty, row.score or 0.0, _split(row.reasons), row.decided_at, by)


def _split(reasons: str) -> tuple[str, ...]:
    return tuple(reason for reason in reasons.split(",") if reason)
