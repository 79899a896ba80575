"""What becomes of a page that was made: who got it, what they said in their own words, what they were told since."""

from __future__ import annotations

from collections.abc import Iterable

from db.models.papers import Handout
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.handed_out import (
    NOT_DONE,
    TEACH_BACK,
    TO_CONTACT,
    TO_PATIENT,
    HandOut,
    PagesChanged,
    TeachBack,
    Told,
)
from icm_desktop.contracts.handouts import KINDS
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.exchange.documents.extract import words
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.handout_copies import check_substance_use
from icm_desktop.queries.page_facts import facts_now, facts_stored, held
from icm_desktop.services import cleaning
from icm_desktop.services.handouts import recipient, to_contact

_LONGEST_REASON = 300


@requires(Privilege.PRINT_HANDOUT)
def teach_back(uow: UnitOfWork, request: TeachBack) -> PagesChanged:
    """Record what asking back came to, for one page or all that were gone through together; later too.

    Raises:
        NotFound: "handout.not_found".
        Invalid: "handout.unknown_teach_back" at "result"; "handout.teach_back_reason" at "reason".
    """
    if request.result is not None and request.result not in TEACH_BACK:
        raise Invalid("handout.unknown_teach_back", "result", result=request.result)
    reason = cleaning.line("reason", request.reason, _LONGEST_REASON)
    if request.result == NOT_DONE and reason is None:
        raise Invalid("handout.teach_back_reason", "reason")
    rows = _pages(uow, request.handout_ids)
    for row in rows:
        row.teach_back, row.teach_back_reason = request.result, reason if request.result == NOT_DONE else None
        row.teach_back_on = uow.today if request.result else None
    return _changed(uow, rows)


@requires(Privilege.PRINT_HANDOUT)
def hand_out(uow: UnitOfWork, request: HandOut) -> PagesChanged:
    """A page that was only saved was given to somebody after all.

    Raises:
        NotFound: "handout.not_found".
        Invalid: "handout.handed_out_before"; what `services.handouts.recipient` refuses.
    """
    (row,) = _pages(uow, (request.handout_id,))
    if row.handed_to is not None or row.how == "waiting":
        raise Invalid("handout.handed_out_before")
    if request.contact_id is None:
        row.handed_to = TO_PATIENT
    else:
        told = bool(row.sensitive_ids) and sensitive().is_substance_use(words("application/pdf", row.pdf))
        if told:
            check_substance_use(uow, row.patient_id, request.contact_id)
        row.sent_to = recipient(uow, row.patient_id, request.contact_id, bool(row.sensitive_ids), request.shared_reason)
        row.handed_to, row.contact_id = TO_CONTACT, request.contact_id
        to_contact(uow, row, request.shared_reason, sensitive=bool(row.sensitive_ids), substance_use=told)
    uow.record("handout.handed_out", patient_id=row.patient_id, object_kind="handout", object_id=row.id)
    return _changed(uow, [row])


@requires(Privilege.PRINT_HANDOUT)
def told(uow: UnitOfWork, request: Told) -> PagesChanged:
    """Whoever holds these pages was told what changed: they are right with that until something changes again.

    Raises:
        NotFound: "handout.not_found".
    """
    rows = _pages(uow, request.handout_ids)
    now = {page.id: facts_now(uow, page) for page in held(uow, {row.patient_id for row in rows})}
    for row in rows:
        if row.id in now:
            row.told_facts, row.told_on = facts_stored(now[row.id]), uow.today
            uow.record("handout.told", patient_id=row.patient_id, object_kind="handout", object_id=row.id)
    return _changed(uow, rows)


def _pages(uow: UnitOfWork, ids: Iterable[int]) -> list[Handout]:
    rows = [uow.session.get(Handout, one) for one in ids]
    found = [row for row in rows if row is not None and row.removed_at is None and row.kind in KINDS]
    if not found or len(found) != len(rows):
        raise NotFound("handout.not_found")
    return found


def _changed(uow: UnitOfWork, rows: list[Handout]) -> PagesChanged:
    whose = {row.patient_id for row in rows}
    patient_id = whose.pop() if len(whose) == 1 else None
    return PagesChanged(Changes.of("handout", "outdated_page", patient_id=patient_id, action_id=uow.action_id))
