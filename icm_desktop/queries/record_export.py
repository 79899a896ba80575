"""The record of a patient as FHIR for one reader: looked at before it leaves, made, and when it left before."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.audit import AuditEvent
from db.unit_of_work import UnitOfWork
from icm_desktop.content import export_purposes
from icm_desktop.content.part2 import part2_notice
from icm_desktop.contracts.plan_document import CAREGIVER, MEMBER, OTHER, PATIENT, RECORD, PlanReader
from icm_desktop.contracts.record_export import (
    FHIR,
    FORMATS,
    EarlierExport,
    HeldBack,
    KindCount,
    RecordPreview,
    RecordRequest,
)
from icm_desktop.contracts.team import KINDS
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing import identity
from icm_desktop.exchange.fhir.writing.bundle import bundle
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.exporting.assembling import Assembled, assembled
from icm_desktop.queries.exporting.ccda import KINDS_OF, only_kinds
from icm_desktop.queries.exporting.directory import Directory
from icm_desktop.queries.exporting.record import Record
from icm_desktop.queries.exporting.telling import Telling
from icm_desktop.queries.heads import heads
from icm_desktop.queries.team_sharing import on_file

EVENT = "record.exported"
_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason"


@requires(Privilege.EXPORT)
def words(uow: UnitOfWork, language: str) -> tuple[tuple[str, str], ...]:
    """The purposes a record leaves for, each code with its words."""
    return dict(export_purposes.choices(language))["purpose"]


@requires(Privilege.EXPORT)
def preview(uow: UnitOfWork, request: RecordRequest) -> RecordPreview:
    """What would leave, by FHIR type, and what is held back and why.

    Raises:
        NotFound: patients.unknown.
        Invalid: plans.bad_kind, plans.receiver_missing at "reader".
    """
    made, telling = record_for(uow, request)
    return RecordPreview(kinds_of(made), held_of(made), telling.allowed, telling.why)


@requires(Privilege.EXPORT)
def record_for(uow: UnitOfWork, request: RecordRequest) -> tuple[Assembled, Telling]:
    """The record as this reader gets it, and what decided.

    Raises:
        NotFound: patients.unknown.
        Invalid: plans.bad_kind, plans.receiver_missing at "reader".
    """
    if request.patient_id not in heads(uow, [request.patient_id]):
        raise NotFound("patients.unknown")
    if request.format not in FORMATS:
        raise Invalid("export.bad_format", field="format")
    _check(request.reader)
    directory = Directory(uow.session, uow.database.database_id, uow.zone)
    record = Record(uow.session, directory, request.patient_id)
    theirs = on_file(uow, request.patient_id)
    telling = Telling(theirs, request.reader, tick=request.sensitive, left_out=request.left_out)
    telling.read_documents(uow.session, request.patient_id)
    made = assembled(record, directory, telling)
    return (made if request.format == FHIR else only_kinds(made, KINDS_OF[request.format])), telling


@requires(Privilege.EXPORT)
def as_bundle(uow: UnitOfWork, made: Assembled, purpose: str) -> bytes:
    """The Bundle of a record; one with records of substance use carries the notice that goes with them."""
    labels: list[Json] = [{"system": _REASON, "code": export_purposes.system_code(purpose)}]
    if made.substance_use:
        labels.append(substance_use_label())
    base, source = identity.base_of(uow.database.database_id), identity.system_of(uow.database.database_id)
    return bundle(made.resources, base, source, uow.now, labels)


def substance_use_label() -> Json:
    """The security label and notice that go with records of substance use (42 CFR Part 2)."""
    return {"system": _ACT, "code": "NORDSCLCD", "display": part2_notice("en")}


@requires(Privilege.EXPORT)
def earlier(uow: UnitOfWork, patient_id: int) -> tuple[EarlierExport, ...]:
    """Every time the record left, the latest first."""
    query = (
        select(AuditEvent.at, UserAccount.display_name, AuditEvent.detail)
        .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
        .where(AuditEvent.patient_id == patient_id, AuditEvent.event == EVENT)
        .order_by(AuditEvent.seq.desc())
    )
    return tuple(
        EarlierExport(
            at=at, by=by or "", to=told.get("to"), purpose=told.get("purpose", ""),
            resources=int(told.get("resources", 0)), held=int(told.get("held", 0)), sha256=told.get("sha256", ""),
            reason=told.get("reason"),
        )
        for at, by, told in ((at, by, detail or {}) for at, by, detail in uow.session.execute(query))
    )  # fmt: skip


def kinds_of(made: Assembled) -> tuple[KindCount, ...]:
    """Told and held back by type."""
    told, held = made.counts, Counter[str]()
    for (kind, _), count in made.held.items():
        held[kind] += count
    return tuple(KindCount(kind, told[kind], held[kind]) for kind in sorted(told.keys() | held.keys()))


def held_of(made: Assembled) -> tuple[HeldBack, ...]:
    """What is held back, by type and reason."""
    return tuple(HeldBack(kind, count, why) for (kind, why), count in sorted(made.held.items()))


def _check(reader: PlanReader) -> None:
    if reader.kind not in (RECORD, PATIENT, CAREGIVER, MEMBER, OTHER) or reader.hearer not in KINDS:
        raise Invalid("plans.bad_kind", field="reader")
    if reader.kind not in (RECORD, PATIENT) and not reader.name.strip():
        raise Invalid("plans.receiver_missing", field="reader")
