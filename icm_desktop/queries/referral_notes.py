"""Which documents of the patient look like the answer to an open referral."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.models.documents import Document
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.referral_notes import NoteProposal
from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.domain import moments
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.document_kinds import CONSULT, MISTAKEN
from icm_desktop.domain.referral_notes import Asked, Came, reasons
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referrals import referral

_MOST = 3


@requires(Privilege.REFERRAL_CLINICAL)
def proposals(uow: UnitOfWork, referral_id: int) -> tuple[NoteProposal, ...]:
    """Consult notes that belong to no referral yet and fit this one, the one with most reasons first.

    Raises:
        NotFound: referrals.unknown.
    """
    row = referral(uow, referral_id)
    if not states.may_become(row.state, states.REPORT_RECEIVED):
        return ()
    asked = _asked(uow, row)
    found = []
    for document in _free_notes(uow, row.head.id):
        why = reasons(asked, _came(uow, document))
        if why:
            found.append(NoteProposal(document.id, document.text or "", document.created_when, document.author, why))
    return tuple(sorted(found, key=lambda one: -len(one.reasons))[:_MOST])


@requires(Privilege.REFERRAL_CLINICAL)
def day_of(uow: UnitOfWork, document: Document) -> dt.date | None:
    """The day a document came here, else the day on it."""
    if document.received_at is not None:
        return document.received_at.astimezone(uow.zone).date()
    return moments.local_day(document.created_when, uow.zone)


def _free_notes(uow: UnitOfWork, patient_id: int) -> list[Document]:
    return list(
        uow.session.scalars(
            select(Document)
            .where(
                Document.patient_id == patient_id,
                Document.kind == CONSULT,
                Document.service_request_id.is_(None),
                Document.removed_at.is_(None),
                func.coalesce(Document.status, "") != MISTAKEN,
            )
            .order_by(Document.created_when.desc())
        )
    )


def _asked(uow: UnitOfWork, row: ReferralRow) -> Asked:
    visit = uow.session.scalar(
        select(func.max(Appointment.starts_at)).where(
            Appointment.service_request_id == row.id, Appointment.removed_at.is_(None)
        )
    )
    return Asked(row.service, row.to, row.ordered_on, visit.astimezone(uow.zone).date() if visit else None)


def _came(uow: UnitOfWork, document: Document) -> Came:
    written = moments.local_day(document.created_when, uow.zone) or day_of(uow, document)
    texts = (document.text, document.author, document.organization, document.description)
    return Came(document.kind, texts, written)
