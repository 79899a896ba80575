"""The record of a patient leaves as FHIR: written for its owner alone, and traced with its digest."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import export_purposes
from icm_desktop.contracts.plan_document import RECORD, PlanReader
from icm_desktop.contracts.record_export import FHIR, ExportRecord, RecordExported
from icm_desktop.contracts.team import ORGANIZATION, PRACTITIONER
from icm_desktop.domain.part2 import EMERGENCY, EXCEPTIONS
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.exporting.assembling import Assembled
from icm_desktop.queries.exporting.ccda import as_document
from icm_desktop.queries.record_export import EVENT, as_bundle, held_of, kinds_of, record_for
from icm_desktop.reports import whole_record
from icm_desktop.services import cleaning
from icm_desktop.services.disclosing import (
    OPERATIONS,
    TO_PATIENT,
    Leaving,
    Recipient,
    disclose,
    extent_of,
    ground_for,
    ground_of,
    reader_as_recipient,
)
from icm_desktop.services.exporting.files import write_out

_LONGEST = 500


@requires(Privilege.EXPORT)
def export(uow: UnitOfWork, request: ExportRecord) -> RecordExported:
    """Write the record into a file, filtered for its reader; who got what and why stays in the audit record.

    What has left cannot be taken back, so there is no undo: only the trace.

    Raises:
        NotFound: patients.unknown.
        Invalid: plans.bad_kind, plans.receiver_missing at "reader"; export.purpose_missing at "purpose";
            plans.reader_not_on_file, export.exception_reason at "reason"; export.emergency_whom at "reader";
            registration.too_long; exports.nothing; exports.cannot_write;
            export.bad_format, exports.no_referral at "format".
    """
    if request.purpose not in export_purposes.codes("purpose"):
        raise Invalid("export.purpose_missing", field="purpose")
    asked, reader = replace(request.request, purpose=request.purpose), request.request.reader
    reason, note = (cleaning.line(name, getattr(request, name), _LONGEST) for name in ("reason", "note"))
    check_exception(uow, request.purpose, reader, reason)
    made, telling = record_for(uow, asked)
    if not telling.allowed and reason is None:
        raise Invalid("plans.reader_not_on_file", field="reason", name=reader.name)
    if not made.resources:
        raise Invalid("exports.nothing")
    content = as_bundle(uow, made, request.purpose) if asked.format == FHIR else as_document(uow, made, asked)
    digest = hashlib.sha256(content).hexdigest()
    pages = whole_record.render(uow, made, asked, request.language).pdf if request.readable else None
    to = ", ".join(part for part in (reader.name, reader.organization) if part) or None
    detail = {
            "format": asked.format, "reader": reader.kind, "to": None if reader.kind == RECORD else to,
            "purpose": request.purpose, "note": note,
            "reason": None if telling.allowed and request.purpose not in EXCEPTIONS else reason,
            "resources": len(made.resources), "held": made.held.total(), "sha256": digest, "bytes": len(content),
            "readable_sha256": None if pages is None else hashlib.sha256(pages).hexdigest(),
        }  # fmt: skip
    uow.record(EVENT, patient_id=asked.patient_id, detail=detail)
    remark = note or reason or ""
    _disclose(uow, request, made, digest, allowed=telling.allowed, remark=remark, extent=extent_of(detail))
    write_out(Path(request.path), content)
    readable = Path(request.path).with_suffix(".pdf")
    if pages is not None:
        write_out(readable, pages)
    changes = Changes.of("record_export", "disclosure", patient_id=asked.patient_id)
    return RecordExported(request.path, digest, len(content), kinds_of(made), held_of(made), changes,
                          str(readable) if pages is not None else None)  # fmt: skip


def _disclose(
    uow: UnitOfWork,
    request: ExportRecord,
    made: Assembled,
    digest: str,
    *,
    allowed: bool,
    remark: str,
    extent: dict[str, Any],
) -> None:
    """Put on record to whom it goes, on what ground and by which consent."""
    reader = request.request.reader
    ground = ground_of(reader, allowed=allowed)
    if ground not in (OPERATIONS, TO_PATIENT):
        ground = ground_for(export_purposes.basis(request.purpose), allowed=allowed)
    leaving = Leaving(
        request.request.patient_id, "record_export", ground, "", remark, bool(made.substance_use), sha256=digest,
        consent_id=made.notice.consent_id if made.notice is not None else None, extent=extent,
    )  # fmt: skip
    disclose(uow, leaving, Recipient() if reader.kind == RECORD else reader_as_recipient(uow, reader))


@requires(Privilege.EXPORT)
def check_exception(uow: UnitOfWork, purpose: str, reader: PlanReader, reason: str | None) -> None:
    """What leaves without a consent leaves a reason; in an emergency also the medical personnel and their place.

    Source: 42 CFR 2.51(c): who got it and their affiliation, who disclosed it, when, the nature of the emergency. The
    user and the moment are on record with every disclosure.

    Raises:
        Invalid: export.exception_reason at "reason", export.emergency_whom at "reader".
    """
    if purpose not in EXCEPTIONS:
        return
    if reason is None:
        raise Invalid("export.exception_reason", field="reason")
    if purpose == EMERGENCY and not (reader.organization and reader.hearer in (PRACTITIONER, ORGANIZATION)):
        raise Invalid("export.emergency_whom", field="reader")
