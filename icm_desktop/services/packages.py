"""Sealed packages to and from other practices: a record as FHIR document with the plan as PDF, and what comes back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select

from db import sealed_package
from db.models.exchange import SourceResource
from db.models.partners import ExchangeKey, ExchangePartner, PartnerCopy
from db.recovery_code import new_short_code
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import export_purposes
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.packages import (
    CHANGED,
    KNOWN,
    NEW,
    LookAtPackage,
    OpenPackage,
    PackageLook,
    PackageOpened,
    PackageSent,
    SendPackage,
)
from icm_desktop.contracts.partners import PRACTICE
from icm_desktop.domain.part2 import EXCEPTIONS
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.people import person
from icm_desktop.exchange.fhir.writing import identity
from icm_desktop.exchange.packages import Letter, Unreadable, packed, unpacked
from icm_desktop.exchange.received import Received
from icm_desktop.long_work import NoProgress, Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.partner_keys import SIGNING, private_key
from icm_desktop.queries.partners import questions
from icm_desktop.queries.record_export import EVENT, held_of, kinds_of
from icm_desktop.services import cleaning, conflict_work, pathway_work
from icm_desktop.services.disclosing import Leaving, disclose, extent_of, ground_for, reader_as_recipient
from icm_desktop.services.exchanging.lettering import letter_for
from icm_desktop.services.exporting.files import write_out
from icm_desktop.services.importing.returning import STALE
from icm_desktop.services.importing.run import ImportRun
from icm_desktop.services.record_exports import check_exception

OPENED = "package.opened"
_LONGEST = 500


@long_work
@requires(Privilege.EXPORT)
def send(practice: OpenPractice, request: SendPackage, progress: Progress) -> PackageSent:
    """Seal a record for another practice; what left for whom and its digest stay on record.

    Raises:
        NotFound: patients.unknown.
        Invalid: plans.bad_kind, plans.receiver_missing at "reader"; export.purpose_missing at "purpose";
            plans.reader_not_on_file at "reason"; registration.too_long; exports.nothing; exports.cannot_write.
    """
    if request.purpose not in export_purposes.codes("purpose"):
        raise Invalid("export.purpose_missing", field="purpose")
    reason = cleaning.line("reason", request.reason, _LONGEST)
    request = replace(request, request=replace(request.request, purpose=request.purpose))
    key = _signing_key(practice)
    with practice.write("services.packages.number") as uow:
        check_exception(uow, request.purpose, request.request.reader, reason)
        partner = _receiver(uow, request.request.reader.name)
        partner.sent_number = (partner.sent_number or 0) + 1
        uow.session.flush()
        letter, copies, made, allowed = letter_for(uow, partner, request)
        if not allowed and reason is None:
            raise Invalid("plans.reader_not_on_file", field="reason", name=request.request.reader.name)
        partner_id = partner.id
    code = new_short_code()
    sealed = sealed_package.seal(packed(letter), code, key)
    digest = hashlib.sha256(sealed).hexdigest()
    with practice.write("services.packages.send") as uow:
        _keep(uow, partner_id, copies)
        detail = {
                "format": "package", "reader": "other", "to": request.request.reader.name, "purpose": request.purpose,
                "note": None,
                "reason": None if allowed and request.purpose not in EXCEPTIONS else reason,
                "resources": len(made.resources),
                "held": made.held.total(), "sha256": digest, "bytes": len(sealed),
            }  # fmt: skip
        uow.record(EVENT, patient_id=request.request.patient_id, detail=detail)
        leaving = Leaving(
            request.request.patient_id, "package", ground_for(export_purposes.basis(request.purpose), allowed=allowed),
            "", reason or "", bool(made.substance_use), sha256=digest,
            consent_id=made.notice.consent_id if made.notice is not None else None, extent=extent_of(detail),
        )  # fmt: skip
        disclose(uow, leaving, reader_as_recipient(uow, request.request.reader))
        write_out(Path(request.path), sealed)
    mark = sealed_package.fingerprint(sealed_package.public_half(key))
    changes = Changes.of("record_export", "disclosure", "partner", patient_id=request.request.patient_id)
    with_plan = letter.with_plan
    return PackageSent(request.path, code, mark, digest, len(sealed), with_plan, kinds_of(made), held_of(made), changes)


def _signing_key(practice: OpenPractice) -> bytes:
    """This practice's own key, made the first time one is needed."""
    with practice.write("services.packages.key") as uow:
        kept = private_key(uow, SIGNING)
        if kept is None:
            kept = sealed_package.new_signing_key()
            uow.session.add(ExchangeKey(name=SIGNING, private_key=kept))
        return kept


def _receiver(uow: UnitOfWork, name: str) -> ExchangePartner:
    known = select(ExchangePartner).where(
        ExchangePartner.kind == PRACTICE, ExchangePartner.name == name, ExchangePartner.removed_at.is_(None)
    )
    found = uow.session.scalar(known.order_by(ExchangePartner.id).limit(1))
    if found is None:
        found = ExchangePartner(kind=PRACTICE, name=name)
        uow.session.add(found)
    return found


def _keep(uow: UnitOfWork, partner_id: int, copies: list[PartnerCopy]) -> None:
    """What the other practice has of us from now on; what it had before is replaced."""
    query = select(PartnerCopy).where(PartnerCopy.partner_id == partner_id)
    known = {(one.kind, one.own_id): one for one in uow.session.scalars(query)}
    for copy in copies:
        old = known.get((copy.kind, copy.own_id))
        if old is None:
            uow.session.add(copy)
            continue
        for name in ("own_table", "row_id", "parts", "their_id", "their_version", "there", "there_hash", "sent_at"):
            setattr(old, name, getattr(copy, name))
        old.state, old.theirs, old.differing, old.waiting, old.agreed = "sent", None, None, None, None


@dataclass(frozen=True, slots=True)
class _Looked:
    """A package that could be opened, and who it is from."""

    letter: Letter
    fingerprint: str
    partner_id: int | None
    known_fingerprint: str | None

    @property
    def sender_is(self) -> str:
        """Whether the sender's key is the one we know."""
        if self.known_fingerprint is None:
            return NEW
        return KNOWN if self.known_fingerprint == self.fingerprint else CHANGED


@long_work
@requires(Privilege.IMPORT)
def look(practice: OpenPractice, request: LookAtPackage, progress: Progress) -> PackageLook:
    """What a package is and who it is from; nothing is taken in.

    Raises:
        NotFound: package.no_file.
        UserError: package.not_one, package.newer, package.older, package.cut_off, package.damaged, package.wrong_code,
            package.bad_signature, package.own.
    """
    found = _opened(practice, request.path, request.code)
    letter = found.letter
    who = person(letter.patient)
    with practice.read() as uow:
        patient_id = _patient_of(uow, letter, found.partner_id)
    name = ", ".join(filter(None, (who.family, who.given)))
    return PackageLook(
        letter.practice, found.fingerprint, found.known_fingerprint, found.sender_is, letter.sent_at, name,
        who.birth_date, patient_id, letter.counts, letter.with_plan,
    )  # fmt: skip


@long_work
@requires(Privilege.IMPORT)
def open_package(practice: OpenPractice, request: OpenPackage, progress: Progress) -> PackageOpened:
    """Take a package in through the ordinary import; what of ours comes back changed is taken over or asked about.

    Raises:
        NotFound, UserError: as `look`.
        Conflict: package.not_trusted until a new or changed key was compared; exchange.import_running.
    """
    found = _opened(practice, request.path, request.code)
    if found.sender_is != KNOWN and not request.trust:
        raise Conflict(
            "package.not_trusted", field="trust", practice=found.letter.practice, fingerprint=found.fingerprint
        )
    partner_id = _met(practice, found, request.patient_id)
    received = Received.of(found.letter.practice, found.letter.system, found.letter.resources)
    report = ImportRun(practice, ImportRequest(()), progress, received, partner_id).run()
    pathway_work.reckon(practice, progress=NoProgress())
    conflict_work.recheck(practice, progress=NoProgress())
    counts = [one for _, one in report.totals]
    with practice.write("services.packages.opened") as uow:
        patient_id = _patient_of(uow, found.letter, partner_id)
        told = {"from": found.letter.practice, "fingerprint": found.fingerprint, "number": found.letter.number}
        uow.record(OPENED, patient_id=patient_id, detail=told)
        waiting = _settle(uow, partner_id)
    return PackageOpened(
        found.letter.practice, patient_id, sum(one.created for one in counts), sum(one.updated for one in counts),
        sum(one.unchanged for one in counts), sum(one.refused for one in counts), waiting, report.changes,
    )  # fmt: skip


def _opened(practice: OpenPractice, path: str, code: str) -> _Looked:
    file = Path(path)
    try:
        if file.stat().st_size > sealed_package.MOST_BYTES:
            raise Invalid("package.damaged", field="path")
        sealed = file.read_bytes()
    except OSError:
        raise NotFound("package.no_file", field="path") from None
    opened = sealed_package.unseal(sealed, code)
    try:
        letter = unpacked(opened.content)
    except Unreadable:
        raise Invalid("package.damaged", field="path") from None
    with practice.read() as uow:
        if letter.system == identity.system_of(uow.database.database_id):
            raise Invalid("package.own", field="path")
        partner = _sender(uow, letter)
        known = partner.fingerprint if partner is not None else None
        return _Looked(letter, sealed_package.fingerprint(opened.public_key), partner.id if partner else None, known)


def _sender(uow: UnitOfWork, letter: Letter) -> ExchangePartner | None:
    """Who sent it: known by its number system, or by what of ours it gives back."""
    practices = select(ExchangePartner).where(ExchangePartner.kind == PRACTICE, ExchangePartner.removed_at.is_(None))
    found = uow.session.scalar(practices.where(ExchangePartner.source == letter.system))
    if found is not None:
        return found
    theirs = [str(one["id"]) for one in letter.resources]
    given_back = (
        select(PartnerCopy.partner_id)
        .join(ExchangePartner, ExchangePartner.id == PartnerCopy.partner_id)
        .where(
            ExchangePartner.kind == PRACTICE, ExchangePartner.source.is_(None), PartnerCopy.their_id.in_(theirs[:500])
        )
        .group_by(PartnerCopy.partner_id)
        .order_by(func.count().desc())
    )
    partner_id = uow.session.scalar(given_back.limit(1))
    return uow.session.get(ExchangePartner, partner_id) if partner_id is not None else None


def _met(practice: OpenPractice, found: _Looked, patient_id: int | None) -> int:
    """Remember the sender and its key, who the patient is, and what the package does not know of yet."""
    letter = found.letter
    with practice.write("services.packages.meet") as uow:
        partner = uow.session.get(ExchangePartner, found.partner_id) if found.partner_id is not None else None
        partner = partner or ExchangePartner(kind=PRACTICE, name=letter.practice)
        partner.source, partner.fingerprint, partner.opened_number = letter.system, found.fingerprint, letter.number
        uow.session.add(partner)
        uow.session.flush()
        if letter.answers is not None and letter.answers < (partner.sent_number or 0):
            for copy in uow.session.scalars(select(PartnerCopy).where(PartnerCopy.partner_id == partner.id)):
                if copy.state == "sent" and int(copy.their_version or 0) > letter.answers:
                    copy.state = STALE
        if patient_id is not None and _patient_of(uow, letter, partner.id) is None:
            content = Content.of(letter.patient)
            copy = PartnerCopy(partner_id=partner.id, patient_id=patient_id, kind="Patient", own_id=str(patient_id))
            copy.own_table, copy.row_id, copy.their_id, copy.state = (
                "patient",
                patient_id,
                str(letter.patient["id"]),
                "sent",
            )
            copy.there, copy.there_hash, copy.tries = content.packed(), content.digest, 0
            uow.session.add(copy)
        return partner.id


def _patient_of(uow: UnitOfWork, letter: Letter, partner_id: int | None) -> int | None:
    """Who the package is about, as far as that was settled."""
    their_id = str(letter.patient["id"])
    if partner_id is not None:
        ours = select(PartnerCopy.row_id).where(
            PartnerCopy.partner_id == partner_id, PartnerCopy.kind == "Patient", PartnerCopy.their_id == their_id
        )
        row_id = uow.session.scalar(ours)
        if row_id is not None:
            return row_id
    came = select(SourceResource.patient_id).where(
        SourceResource.source == letter.system, SourceResource.resource_type == "Patient",
        SourceResource.resource_id == their_id,
    )  # fmt: skip
    return uow.session.scalar(came.limit(1))


def _settle(uow: UnitOfWork, partner_id: int) -> int:
    """What was not touched is no longer stale; how many questions there are."""
    for copy in uow.session.scalars(select(PartnerCopy).where(PartnerCopy.partner_id == partner_id)):
        copy.state = "sent" if copy.state == STALE else copy.state
    return questions(uow, [uow.session.get_one(ExchangePartner, partner_id)])[partner_id]
