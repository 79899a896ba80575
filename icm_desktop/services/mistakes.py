"""Entered in error: nothing is deleted; a record says of itself that it was a mistake, and why, and can be put back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.audit import stored_value
from db.models.audit import AuditEvent
from db.models.clinical import Observation, QuestionnaireResponse
from db.models.coverage import Coverage
from db.models.patient import PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.records import FactRef, Marked, MarkMistaken, UnmarkMistaken
from icm_desktop.domain.names import tidy
from icm_desktop.domain.records import BY_REMOVAL, MISTAKEN, Kind, is_mistaken
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.record_titles import title_of
from icm_desktop.queries.records import MARKED, UNMARKED, may_mark, patient_of, stored
from icm_desktop.services import coverages, person_rows
from icm_desktop.services.safety_items import answers_kept

_LONGEST = 500
# What pages call a table, where it is not its own name (see services.history).
_SHOWN_AS = {"contact_log": "contact", "service_request": "referral", "referral_event": "referral"}


@requires(Privilege.DEMOGRAPHICS)
def mark(uow: UnitOfWork, request: MarkMistaken) -> Marked:
    """Say that a record was entered in error. It stays in the file, is not counted, and is shown only on request.

    Args:
        uow: The unit of work.
        request: Which record, as it was read, and why.

    Raises:
        NotFound: records.unknown.
        NotAllowed: permissions.denied; records.never_a_mistake for kinds that cannot be marked;
            today.clinician_decides for an answer about safety nobody has assessed.
        Invalid: records.reason_missing, records.reason_too_long at "reason".
        Conflict: records.already_mistaken, records.changed_meanwhile.
    """
    reason = tidy(request.reason)
    if not reason:
        raise Invalid("records.reason_missing", field="reason")
    if len(reason) > _LONGEST:
        raise Invalid("records.reason_too_long", field="reason", most=_LONGEST)
    kind, row = _row(uow, request.ref, request.version)
    if kind.mistaken_in is None:
        raise NotAllowed("records.never_a_mistake")
    if is_mistaken(kind, row):
        raise Conflict("records.already_mistaken")
    with answers_kept(uow):
        _record(uow, request.ref, row, MARKED, {"reason": reason})
        if kind.mistaken_in == BY_REMOVAL:
            row.removed_at = uow.now
        else:
            setattr(row, kind.mistaken_in, MISTAKEN)
        if isinstance(row, QuestionnaireResponse | Observation):
            row.safety_before = None
        _settle(uow, row)
    return _marked(uow, request.ref, kind, row)


@requires(Privilege.DEMOGRAPHICS)
def unmark(uow: UnitOfWork, request: UnmarkMistaken) -> Marked:
    """Say that a record that was marked here was no mistake: it gets back the status it had before.

    Raises:
        NotFound: records.unknown.
        NotAllowed: permissions.denied.
        Conflict: records.not_marked_here, records.changed_meanwhile.
    """
    kind, row = _row(uow, request.ref, request.version)
    before = _before(uow, request.ref, kind) if is_mistaken(kind, row) else None
    if before is None or kind.mistaken_in is None or kind.table == "appointment":
        raise Conflict("records.not_marked_here")
    _record(uow, request.ref, row, UNMARKED, None)
    setattr(row, kind.mistaken_in, before[0])
    _settle(uow, row)
    return _marked(uow, request.ref, kind, row)


def _settle(uow: UnitOfWork, row: Any) -> None:
    """What follows from whether this row counts: the number lists show, how insurances pay, scores of a form."""
    uow.session.flush()
    if isinstance(row, PatientTelecom):
        person_rows.settle_phone(uow, person_rows.patient_of(uow, row.patient_id))
    elif isinstance(row, QuestionnaireResponse):
        for score in uow.session.scalars(select(Observation).where(Observation.response_id == row.id)):
            score.status = MISTAKEN if row.status == MISTAKEN else "final"
    elif isinstance(row, Coverage) and row.status == MISTAKEN:
        coverages.close_ranks(uow, row)


def _row(uow: UnitOfWork, ref: FactRef, version: int) -> tuple[Kind, Any]:
    kind, row = stored(uow, ref)
    if not may_mark(uow, kind):
        needed = Privilege.CLINICAL_WRITE
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=needed.value)
    if row.version != version:
        raise Conflict("records.changed_meanwhile")
    return kind, row


def _record(uow: UnitOfWork, ref: FactRef, row: Any, event: str, detail: dict[str, Any] | None) -> None:
    """Recorded before the row changes, so that the row's own event is the last one of the act and Undo works."""
    uow.record(event, patient_id=patient_of(ref, row), object_kind=ref.kind, object_id=ref.id, detail=detail)


def _marked(uow: UnitOfWork, ref: FactRef, kind: Kind, row: Any) -> Marked:
    shown = _SHOWN_AS.get(ref.kind, "patient" if ref.kind.startswith("patient") else ref.kind)
    changes = Changes.of(shown, patient_id=patient_of(ref, row), action_id=uow.action_id)
    return Marked(ref, title_of(kind, row), changes)


def _before(uow: UnitOfWork, ref: FactRef, kind: Kind) -> tuple[Any] | None:
    """The value the column had before the record was marked here; None when it was not."""
    acts = (
        select(AuditEvent.changes)
        .where(AuditEvent.object_kind == ref.kind, AuditEvent.object_id == ref.id, AuditEvent.event == "updated")
        .order_by(AuditEvent.seq.desc())
    )
    for changes in uow.session.scalars(acts):
        old_new = (changes or {}).get(kind.mistaken_in or "")
        if old_new is not None:
            if kind.mistaken_in == BY_REMOVAL:
                return (None,) if old_new[0] is None else None
            return (stored_value(old_new[0]),) if old_new[1] == MISTAKEN else None
    return None
