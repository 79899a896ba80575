"""Looking through the audit record is on record itself, and so is its receipt on paper."""

from __future__ import annotations

from db.models.privacy import AuditReview
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.audit_log import AuditFilter, NoteReview, ReceiptRequest, Reviewed
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.audit_log import events
from icm_desktop.queries.audit_state import receipt as receipt_of
from icm_desktop.queries.audit_state import state
from icm_desktop.reports import audit_receipt
from icm_desktop.services import cleaning

_LONGEST_NOTE = 1000


@requires(Privilege.AUDIT)
def note_review(uow: UnitOfWork, request: NoteReview) -> Reviewed:
    """Say that these days were looked through; who and when stays with it.

    Raises:
        Invalid: audit.days_turned at "last", audit.nothing_there, registration.too_long at "note".
    """
    if request.first is not None and request.last is not None and request.last < request.first:
        raise Invalid("audit.days_turned", "last")
    note = cleaning.line("note", request.note, _LONGEST_NOTE)
    found = events(uow, AuditFilter(first=request.first, last=request.last, limit=1))
    if not found.total:
        raise Invalid("audit.nothing_there")
    last_seq = found.rows[0].seq if request.last is not None else state(uow).last_seq
    uow.session.add(
        AuditReview(first_on=request.first, last_on=request.last, last_seq=last_seq, events=found.total, note=note)
    )
    uow.session.flush()
    return Reviewed(found.total, Changes.of("audit_review", action_id=uow.action_id))


@requires(Privilege.AUDIT)
def receipt(uow: UnitOfWork, request: ReceiptRequest) -> SheetMade:
    """The receipt of a day as a PDF, kept in memory only; that it was made is on record.

    Raises:
        Invalid: audit.day_to_come at "day".
    """
    day = request.day or uow.today
    if day > uow.today:
        raise Invalid("audit.day_to_come", "day")
    made = receipt_of(uow, day)
    uow.record("audit.receipt", detail={"day": day.isoformat(), "seq": made.last_seq})
    return audit_receipt.render(uow, made, request)
