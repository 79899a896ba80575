"""Keeps the exact page a patient was given, with who and when."""

from __future__ import annotations

from db.models.papers import Handout
from db.models.patient import Patient
from db.repositories import kept_pages
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.handed_out import TO_CONTACT, TO_PATIENT, PagesChanged
from icm_desktop.contracts.handouts import FOR_EMAIL, WAITING, HandoutKept, KeepHandout
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.handout_copies import check_substance_use, consent_of, copies
from icm_desktop.queries.page_email import wish
from icm_desktop.queries.page_facts import facts_stored
from icm_desktop.services import cleaning
from icm_desktop.services.disclosing import (
    INVOLVED,
    OTHER,
    Leaving,
    Recipient,
    contact_address,
    disclose,
    left_at_last,
)

_HOW = ("printed", "saved", WAITING, FOR_EMAIL)
_ON_PAPER = ("printed", WAITING)
_MOST_BYTES = 10_000_000
_LONGEST_REASON = 500


@requires(Privilege.PRINT_HANDOUT)
def keep(uow: UnitOfWork, request: KeepHandout) -> HandoutKept:
    """Store the PDF as it left the program and note the disclosure in the audit.

    Raises:
        NotFound: "patients.unknown".
        Invalid: "handout.not_a_page" when the bytes are no PDF or far too many; "handout.unknown_way";
            "handout.no_such_contact", "handout.not_on_file" at "shared_reason"; "privacy.part2_needed" at "contact_id";
            "handout.too_hard" at
            "too_hard_reason"; "handout.no_email_wish", "handout.no_email_sensitive".
        NotAllowed: "permissions.denied": a copy for somebody else is given by roles that read clinical facts.
    """
    made = request.made
    if request.how not in _HOW:
        raise Invalid("handout.unknown_way", field="how", how=request.how)
    if not made.pdf.startswith(b"%PDF-") or len(made.pdf) > _MOST_BYTES:
        raise Invalid("handout.not_a_page")
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    reason = cleaning.line("too_hard_reason", request.too_hard_reason, _LONGEST_REASON)
    if made.hard_lines and reason is None and request.how in _ON_PAPER:
        raise Invalid("handout.too_hard", "too_hard_reason")
    if request.how == FOR_EMAIL:
        _may_be_mailed(uow, request)
    row = Handout(
        patient_id=patient.id,
        kind=made.kind,
        language=made.language,
        paper=made.paper,
        large_print=made.large_print,
        pages=made.pages,
        how=request.how,
        pdf=made.pdf,
        not_in_language=list(made.not_in_language) or None,
        overflow=list(made.overflow) or None,
    )
    row.printed_on, row.facts = uow.today, facts_stored(made.said.facts) or None  # None: not known what it said
    row.sensitive_ids, row.too_hard_reason = list(made.said.ticked) or None, reason if made.hard_lines else None
    row.copies, row.words_version = request.copies, made.words_version
    if request.contact_id is not None:
        _copy_for(uow, request, row)
    if request.how == "printed":
        row.handed_to = TO_PATIENT if request.contact_id is None else TO_CONTACT
    kept_pages.keep(uow, row, f"handout.{request.how}")
    if request.contact_id is not None and request.how in _ON_PAPER:
        secret = request.with_sensitive or bool(row.sensitive_ids)
        told = bool(request.made.said.substance_use)
        to_contact(uow, row, request.shared_reason, sensitive=secret, substance_use=told)
    changes = Changes.of("handout", "outdated_page", patient_id=patient.id, action_id=uow.action_id)
    return HandoutKept(row.id, changes)


def _copy_for(uow: UnitOfWork, request: KeepHandout, row: Handout) -> None:
    """Note whose copy it is."""
    assert request.contact_id is not None  # noqa: S101  asked before
    sensitive = request.with_sensitive or bool(request.made.said.ticked)
    if request.made.said.substance_use:
        check_substance_use(uow, request.patient_id, request.contact_id)
    row.sent_to = recipient(uow, request.patient_id, request.contact_id, sensitive, request.shared_reason)
    row.contact_id = request.contact_id


@requires(Privilege.CLINICAL_READ)
def recipient(
    uow: UnitOfWork, patient_id: int, contact_id: int, with_sensitive: bool, shared_reason: str | None
) -> str:
    """The name of a contact person who gets a page; a reason is noted where nothing on file lets them have it.

    Raises:
        Invalid: "handout.no_such_contact"; "handout.not_on_file" at "shared_reason".
        NotAllowed: "permissions.denied": a copy for somebody else is given by roles that read clinical facts.
    """
    person = next((one for one in copies(uow, patient_id) if one.contact_id == contact_id), None)
    if person is None:
        raise Invalid("handout.no_such_contact", "contact_id")
    if not (person.allowed_sensitive if with_sensitive else person.allowed):
        reason = cleaning.line("shared_reason", shared_reason, _LONGEST_REASON)
        if reason is None:
            raise Invalid("handout.not_on_file", "shared_reason", name=person.name)
        kept_pages.without_agreement(uow, patient_id, reason)
    return person.name


@requires(Privilege.PRINT_HANDOUT)
def to_contact(
    uow: UnitOfWork, row: Handout, shared_reason: str | None, *, sensitive: bool, substance_use: bool
) -> None:
    """Put on record that a page goes to a contact person; without an agreement it is for the reason that was given."""
    person = next((one for one in copies(uow, row.patient_id) if one.contact_id == row.contact_id), None)
    allowed = person is not None and (person.allowed_sensitive if sensitive else person.allowed)
    reason = None if allowed else cleaning.line("shared_reason", shared_reason, _LONGEST_REASON)
    consent_id = consent_of(uow, row.patient_id, row.contact_id) if substance_use else None
    leaving = Leaving(
        row.patient_id, "page", INVOLVED if allowed else OTHER, "", reason or "", substance_use,
        (Handout.__tablename__, row.id), row.sha256, consent_id,
    )  # fmt: skip
    disclose(uow, leaving, Recipient(row.sent_to, contact_address(uow, row.contact_id)))


def _may_be_mailed(uow: UnitOfWork, request: KeepHandout) -> None:
    """By the patient's recorded wish only; what prints only when ticked never."""
    if request.contact_id is not None or not wish(uow, request.patient_id).allowed:
        raise NotAllowed("handout.no_email_wish")
    if request.made.said.ticked or request.with_sensitive:
        raise NotAllowed("handout.no_email_sensitive")


@requires(Privilege.PRINT_HANDOUT)
def came_out(uow: UnitOfWork, handout_ids: tuple[int, ...]) -> PagesChanged:
    """Pages that waited for a printer were printed, so somebody has them now.

    Raises:
        NotFound: "handout.not_found".
        Conflict: "handout.not_waiting": somebody else printed one meanwhile.
    """
    rows = [_waiting(uow, one) for one in handout_ids]
    for row in rows:
        row.how, row.handed_to = "printed", TO_PATIENT if row.contact_id is None else TO_CONTACT
        uow.record("handout.printed", patient_id=row.patient_id, object_kind="handout", object_id=row.id)
        left_at_last(uow, Handout.__tablename__, row.id)
    return _pages_changed(uow, rows)


@requires(Privilege.PRINT_HANDOUT)
def take_from_queue(uow: UnitOfWork, handout_ids: tuple[int, ...]) -> PagesChanged:
    """Pages that wait for a printer are not wanted any more; they stay on record as saved.

    Raises:
        NotFound: "handout.not_found".
        Conflict: "handout.not_waiting".
    """
    rows = [_waiting(uow, one) for one in handout_ids]
    for row in rows:
        row.how = "saved"
        left_at_last(uow, Handout.__tablename__, row.id, gone=True)
    return _pages_changed(uow, rows)


def _waiting(uow: UnitOfWork, handout_id: int) -> Handout:
    row = uow.session.get(Handout, handout_id)
    if row is None or row.removed_at is not None:
        raise NotFound("handout.not_found")
    if row.how != WAITING:
        raise Conflict("handout.not_waiting")
    return row


def _pages_changed(uow: UnitOfWork, rows: list[Handout]) -> PagesChanged:
    whose = {row.patient_id for row in rows}
    patient_id = whose.pop() if len(whose) == 1 else None
    return PagesChanged(Changes.of("handout", "outdated_page", patient_id=patient_id, action_id=uow.action_id))
