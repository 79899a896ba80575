"""Moves everything one patient owns to another: every table that names a patient, found in the models themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import or_, select

from db.models.base import Audited
from db.models.exchange import ImportDifference, SourceResource
from db.models.papers import Draft
from db.models.patient import MatchCandidate, PatientMerge
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.match_decisions import DIFFERENT, decision_about
from icm_desktop.queries.owned_rows import owned

SAME = "same"


@requires(Privilege.MERGE)
def move_rows(uow: UnitOfWork, source_id: int, survivor_id: int) -> Counter[str]:
    """Give every row of one patient to another, removed ones too.

    Returns:
        How many that are not removed, by table.
    """
    moved: Counter[str] = Counter()
    for kind in owned():
        for row in uow.session.scalars(select(kind).where(kind.patient_id == source_id).order_by(kind.id)):
            row.patient_id = survivor_id
            if not isinstance(row, Audited) or row.removed_at is None:
                moved[kind.__tablename__] += 1
    uow.session.flush()
    return moved


@requires(Privilege.MERGE)
def move_sources(uow: UnitOfWork, source_id: int, survivor_id: int) -> None:
    """Let what imports bring later of the one patient go to the other."""
    for row in uow.session.scalars(select(SourceResource).where(SourceResource.patient_id == source_id)):
        row.patient_id = survivor_id
    became = (SourceResource.target_table == "patient") & (SourceResource.target_id == source_id)
    for row in uow.session.scalars(select(SourceResource).where(became)):
        row.target_id = survivor_id
    about = (ImportDifference.kind == "patient") & (ImportDifference.row_id == source_id)
    for asked in uow.session.scalars(select(ImportDifference).where(about)):
        asked.row_id = survivor_id


@requires(Privilege.MERGE)
def move_decisions(uow: UnitOfWork, source_id: int, survivor_id: int) -> None:
    """Who was found to be somebody else than the one is somebody else than the other; the two are now the same."""
    between = decision_about(uow, source_id, survivor_id)
    if between is not None:
        between.state, between.decided_at, between.decided_by_id = SAME, uow.now, uow.actor.user_id
    chosen = or_(MatchCandidate.patient_id == source_id, MatchCandidate.other_patient_id == source_id)
    standing = select(MatchCandidate).where(
        chosen, MatchCandidate.state == DIFFERENT, MatchCandidate.removed_at.is_(None)
    )
    for row in uow.session.scalars(standing).all():
        other = row.other_patient_id if row.patient_id == source_id else row.patient_id
        if decision_about(uow, other, survivor_id) is None:
            row.patient_id, row.other_patient_id = survivor_id, other


@requires(Privilege.MERGE)
def place_drafts(uow: UnitOfWork, merge: PatientMerge) -> None:
    """Put drafts where they belong: with the survivor while the merge stands, else with whom they were typed for.

    Of two drafts of one form by one person the survivor's stays; the other waits with the record that went.
    """
    standing = merge.removed_at is None and merge.undone_at is None
    for draft in _drafts_of(uow, merge, standing):
        draft.patient_id = merge.survivor_id if standing else merge.merged_id


def _drafts_of(uow: UnitOfWork, merge: PatientMerge, standing: bool) -> Iterator[Draft]:
    if not standing:
        ids = (merge.moved or {}).get("drafts", [])
        yield from uow.session.scalars(select(Draft).where(Draft.id.in_(ids), Draft.patient_id == merge.survivor_id))
        return
    for draft in uow.session.scalars(select(Draft).where(Draft.patient_id == merge.merged_id)).all():
        same = (Draft.user_id == draft.user_id) & (Draft.form == draft.form) & (Draft.patient_id == merge.survivor_id)
        if uow.session.scalar(select(Draft.id).where(same)) is None:
            yield draft
