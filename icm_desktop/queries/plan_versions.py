"""Versions of a plan with how each stands, who answered, who has a copy, and what differs between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import select

from db.models.shared_plan import PlanCopy, PlanSignOff, PlanVersion
from db.unit_of_work import UnitOfWork
from icm_desktop.content import care_plan as content
from icm_desktop.content.team import role_in_spanish
from icm_desktop.contracts.plan_versions import (
    ChangeLine,
    CompareVersions,
    CopyRow,
    DifferenceRow,
    SignOffRow,
    VersionRow,
    VersionsView,
)
from icm_desktop.domain import plan_difference as plans
from icm_desktop.domain.plan_difference import Difference, Item
from icm_desktop.domain.plan_versions import Reply, states
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.plan_signers import signers
from icm_desktop.queries.plan_snapshot import snapshot

T = TypeVar("T", PlanSignOff, PlanCopy)


@requires(Privilege.CLINICAL_READ)
def versions(uow: UnitOfWork, patient_id: int) -> VersionsView:
    """Every version of a patient's plan, the newest first, and whether the plan has changed since.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads(uow, [patient_id]).get(patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    stored = stored_versions(uow, patient_id)
    rows = version_rows(uow, patient_id, stored)
    changed = None
    if stored:
        changed = len(plans.differences(plans.items_of(stored[-1].content), snapshot(uow, patient_id)))
    return VersionsView(head, tuple(reversed(rows)), changed, signers(uow, patient_id))


@requires(Privilege.CLINICAL_READ)
def difference(uow: UnitOfWork, request: CompareVersions) -> tuple[DifferenceRow, ...]:
    """What was added, changed, ended or removed from one version to another, or to the plan as it is now.

    Raises:
        NotFound: plans.unknown.
    """
    before = items_of_version(uow, request.patient_id, request.before)
    if request.after is None:
        after: Sequence[Item] = snapshot(uow, request.patient_id)
    else:
        after = items_of_version(uow, request.patient_id, request.after)
    titles = {item.id: item.title for item in (*before, *after)}
    return tuple(_row(each, titles, request.language) for each in plans.differences(before, after))


@requires(Privilege.CLINICAL_READ)
def items_of_version(uow: UnitOfWork, patient_id: int, version_id: int) -> tuple[Item, ...]:
    """The lines of a version.

    Raises:
        NotFound: plans.unknown.
    """
    row = uow.session.get(PlanVersion, version_id)
    if row is None or row.removed_at is not None or row.patient_id != patient_id:
        raise NotFound("plans.unknown")
    return plans.items_of(row.content)


@requires(Privilege.CLINICAL_READ)
def stored_versions(uow: UnitOfWork, patient_id: int) -> Sequence[PlanVersion]:
    """The versions of a patient, the oldest first; those of a record that was merged into this one by their time."""
    wanted = select(PlanVersion).where(PlanVersion.patient_id == patient_id, PlanVersion.removed_at.is_(None))
    return uow.session.scalars(wanted.order_by(PlanVersion.frozen_at, PlanVersion.id)).all()


@requires(Privilege.CLINICAL_READ)
def version_rows(uow: UnitOfWork, patient_id: int, stored: Sequence[PlanVersion]) -> list[VersionRow]:
    """Versions with answers and copies, the oldest first."""
    asked: dict[int, list[PlanSignOff]] = defaultdict(list)
    for each in _of(uow, PlanSignOff, patient_id):
        asked[each.plan_version_id].append(each)
    copies: dict[int, list[PlanCopy]] = defaultdict(list)
    for copy in _of(uow, PlanCopy, patient_id):
        copies[copy.plan_version_id].append(copy)
    standing = states([[Reply(one.party, one.answer) for one in asked[row.id]] for row in stored])
    return [
        VersionRow(
            id=row.id,
            number=row.number,
            state=state,
            frozen_at=row.frozen_at,
            frozen_on=row.frozen_on,
            frozen_by=row.frozen_by,
            reason=row.reason,
            risk=row.risk,
            review_due=row.review_due,
            intact=plans.hash_of(row.content) == row.content_hash,
            mark=row.content_hash.hex()[:8],
            sign_offs=tuple(_sign_off(uow, one) for one in asked[row.id]),
            copies=tuple(_copy(one) for one in copies[row.id]),
        )
        for row, state in zip(stored, standing, strict=True)
    ]


def _of(uow: UnitOfWork, kind: type[T], patient_id: int) -> Iterable[T]:
    wanted = select(kind).where(kind.patient_id == patient_id, kind.removed_at.is_(None))
    return uow.session.scalars(wanted.order_by(kind.id))


def _sign_off(uow: UnitOfWork, row: PlanSignOff) -> SignOffRow:
    return SignOffRow(
        id=row.id,
        version=row.version,
        party=row.party,
        name=row.name,
        role=row.role,
        organization=row.organization,
        inside=row.user_id is not None,
        mine=row.user_id is not None and row.user_id == uow.actor.user_id,
        answer=row.answer,
        reason=row.reason,
        answered_on=row.answered_on,
        answered_by=row.answered_by,
        how=row.how,
        recorded_by=row.recorded_by,
        role_es=role_in_spanish(row.role),
    )


def _copy(row: PlanCopy) -> CopyRow:
    return CopyRow(
        id=row.id,
        version=row.version,
        to_kind=row.to_kind,
        to_name=row.to_name,
        to_organization=row.to_organization,
        how=row.how,
        given_on=row.given_on,
        given_by=row.given_by,
        without_sensitive=row.without_sensitive,
        note=row.note,
        handout_id=row.handout_id,
    )


def _row(each: Difference, titles: dict[str, str], language: str) -> DifferenceRow:
    title = each.title
    if each.section == "part" and title in content.parts():
        title = content.in_language(content.parts()[title].title, language)
    changes = tuple(
        ChangeLine(one.fact, *(titles.get(value or "", value) for value in (one.before, one.after)))
        if one.fact == "under"
        else ChangeLine(one.fact, one.before, one.after)
        for one in each.changes
    )
    return DifferenceRow(each.section, each.what, each.id, title, changes)
