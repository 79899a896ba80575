"""What patients asked for about their records: of one chart, or all that is open in the practice."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.privacy import PatientRequest
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import privacy
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.patient_requests import RequestFilter, RequestRow
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.privacy import AMENDMENT, OPEN, due_on
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.owner_names import owner_of
from icm_desktop.queries.record_titles import titles

MOST = 500


@requires(Privilege.PATIENT_RIGHTS)
def requests(uow: UnitOfWork, asked: RequestFilter) -> tuple[RequestRow, ...]:
    """Open ones first, by their last day."""
    wanted = select(PatientRequest).where(PatientRequest.removed_at.is_(None))
    if asked.patient_id is None:
        wanted = wanted.where(PatientRequest.status == OPEN).order_by(PatientRequest.due_on).limit(MOST)
    else:
        wanted = wanted.where(PatientRequest.patient_id == asked.patient_id)
    stored = sorted(uow.session.scalars(wanted), key=lambda row: (row.status != OPEN, row.due_on, row.id))
    return _rows(uow, stored)


@requires(Privilege.PATIENT_RIGHTS)
def request(uow: UnitOfWork, request_id: int) -> RequestRow:
    """One of them.

    Raises:
        NotFound: privacy.unknown.
    """
    row = uow.session.get(PatientRequest, request_id)
    if row is None or row.removed_at is not None:
        raise NotFound("privacy.unknown")
    return _rows(uow, [row])[0]


@requires(Privilege.CLINICAL_READ)
def amendments(uow: UnitOfWork, kind: str, row_id: int) -> tuple[PatientRequest, ...]:
    """Requests to amend one record, which stand beside it for good."""
    wanted = select(PatientRequest).where(
        PatientRequest.object_kind == kind, PatientRequest.object_id == row_id, PatientRequest.kind == AMENDMENT,
        PatientRequest.removed_at.is_(None),
    )  # fmt: skip
    return tuple(uow.session.scalars(wanted.order_by(PatientRequest.id)))


def _rows(uow: UnitOfWork, stored: list[PatientRequest]) -> tuple[RequestRow, ...]:
    whose = heads(uow, {row.patient_id for row in stored})
    ids = {one for row in stored for one in (row.created_by_id, row.closed_by_id) if one is not None}
    people = select(UserAccount.id, UserAccount.display_name).where(UserAccount.id.in_(among(ids)))
    names = {row.id: row.display_name for row in uow.session.execute(people)}
    about = titles(uow, {(row.object_kind, row.object_id) for row in stored if row.object_kind and row.object_id})
    return tuple(
        _row(uow, row, whose[row.patient_id], names, about.get((row.object_kind or "", row.object_id or 0), ""))
        for row in _of_shown(stored, whose)
    )


def _of_shown(stored: Iterable[PatientRequest], whose: dict[int, PatientHead]) -> list[PatientRequest]:
    return [row for row in stored if row.patient_id in whose]


def _row(uow: UnitOfWork, row: PatientRequest, head: PatientHead, names: dict[int, str], title: str) -> RequestRow:
    about = FactRef(row.object_kind, row.object_id) if row.object_kind and row.object_id is not None else None
    is_open = row.status == OPEN
    longer = privacy.term(row.kind).longer
    can_extend = is_open and longer and row.extended_on is None and uow.today <= row.due_on
    denied = row.outcome is not None and privacy.outcomes(row.kind).get(row.outcome, False)
    return RequestRow(
        id=row.id, version=row.version, head=head, kind=row.kind, status=row.status, received_on=row.received_on,
        due_on=row.due_on, days_late=days_late(row.due_on, uow.today) if is_open else 0, asked_by=row.asked_by,
        text=row.text, form_wanted=row.form_wanted, owner=owner_of(row), noted_by=names.get(row.created_by_id or 0, ""),
        about=about, about_title=title, longer_until=due_on(row.due_on, longer) if can_extend else None,
        extended_on=row.extended_on, extension_reason=row.extension_reason, closed_on=row.closed_on,
        closed_by=names.get(row.closed_by_id or 0), outcome=row.outcome, outcome_text=row.outcome_text, denies=denied,
        statement=row.statement, statement_on=row.statement_on, rebuttal=row.rebuttal,
        ends=tuple(privacy.outcomes(row.kind)), grounds=tuple(privacy.denials(row.kind)), ground=row.ground,
        denying=tuple(code for code, denies in privacy.outcomes(row.kind).items() if denies),
        reviewable=privacy.denials(row.kind).get(row.ground or "", False),
    )  # fmt: skip
