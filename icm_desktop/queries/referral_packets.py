"""What goes into the packet of a referral: who asks whom, what is known of the patient, which documents follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.models.access import UserAccount
from db.models.documents import Document, DocumentContent
from db.models.papers import ApprovedPacket, Handout
from db.models.practice import Organization, Practice, Practitioner
from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.chart import Allergies
from icm_desktop.contracts.documents import DocumentFilter, DocumentRow
from icm_desktop.contracts.plan_document import OTHER, PlanReader
from icm_desktop.contracts.referral_packets import PacketDocument, PacketOffer, PacketRequest, SentPacket
from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.contracts.results import ResultLine
from icm_desktop.contracts.team import ORGANIZATION, PRACTITIONER
from icm_desktop.domain.document_forms import DocumentForm, form_of
from icm_desktop.domain.moments import span
from icm_desktop.domain.names import spoken
from icm_desktop.domain.sharing import SUBSTANCE_USE
from icm_desktop.domain.validity import VALID
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import chart_facts
from icm_desktop.queries.contact_people import consents
from icm_desktop.queries.documents import documents
from icm_desktop.queries.part2_notice import Accompanying, accompanying
from icm_desktop.queries.plan_document import may_have
from icm_desktop.queries.referrals import referral
from icm_desktop.queries.results import results
from icm_desktop.queries.team_sharing import on_file

KIND = "referral"
_MOST_DOCUMENTS, _MOST_RESULTS = 500, 80
_GROUPS = ("laboratory", "vital-signs", "survey", "imaging", "")
_NOT_TOLD = "entered-in-error"
T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Attachment:
    """One part of a document that follows the letter: its bytes, or its words where it has no pages."""

    title: str
    form: DocumentForm
    data: bytes
    words: str


@dataclass(frozen=True, slots=True)
class PacketContent:
    """Everything the pages say; entries that may not be told are left out and counted.

    `notice`: what goes with records of substance use, when there are any.
    """

    row: ReferralRow
    practice: Practice
    asked_by: str | None
    to_fax: str | None
    to_address: str | None
    problems: tuple[tuple[str, str | None], ...]  # with its first day
    medicines: tuple[str, ...]
    allergies: Allergies | None
    allergy_lines: tuple[str, ...]
    results: tuple[tuple[str, str, str], ...]
    results_since: dt.date | None
    attachments: tuple[Attachment, ...]
    withheld: int
    notice: Accompanying | None = None


@requires(Privilege.REFERRAL_CLINICAL)
def offer(uow: UnitOfWork, referral_id: int) -> PacketOffer:
    """The documents that could follow the letter, and whether sensitive matters may be told.

    Raises:
        NotFound: referrals.unknown.
    """
    row = referral(uow, referral_id)
    listed = documents(uow, DocumentFilter(row.head.id, limit=_MOST_DOCUMENTS)).rows
    shown = tuple(_document(one) for one in listed if one.status != _NOT_TOLD)
    whole = _Telling(uow, row, everything=False)
    list(whole.problems())
    list(whole.medicines())
    holds = bool(whole.withheld) or any(one.sensitive for one in shown) or _is_sensitive(uow, row)
    return PacketOffer(shown, _agreed(uow, row), holds)


@requires(Privilege.REFERRAL_CLINICAL)
def content(uow: UnitOfWork, request: PacketRequest) -> PacketContent:
    """What the packet says.

    Raises:
        NotFound: referrals.unknown, documents.unknown.
        Invalid: referrals.to_missing, reason_missing, no_agreement (sensitive matters without one).
    """
    row = referral(uow, request.referral_id)
    if not row.to:
        raise Invalid("referrals.to_missing", "to_name")
    if not (row.reason or row.question):
        raise Invalid("referrals.reason_missing", "reason")
    if (request.sensitive or _is_sensitive(uow, row)) and not _agreed(uow, row):
        raise Invalid("referrals.no_agreement", "sensitive")
    telling = _Telling(uow, row, everything=request.sensitive)
    order = uow.session.get_one(ServiceRequest, row.id)
    if telling.names_substance_use(order.text, row.reason, row.question) and not telling.may_substance_use:
        raise Invalid("privacy.part2_needed", "reason", name=row.to)
    known = chart_facts.allergies(uow, row.head.id) if request.allergies else None
    since = uow.today - dt.timedelta(days=request.results) if request.results else None
    fax, address = _where(uow, row.id)
    made = PacketContent(
        row=row,
        practice=uow.session.scalars(select(Practice).limit(1)).one(),
        asked_by=order.requester,
        to_fax=fax,
        to_address=address,
        problems=tuple(telling.problems()) if request.problems else (),
        medicines=tuple(telling.medicines()) if request.medicines else (),
        allergies=known,
        allergy_lines=tuple(
            ": ".join(filter(None, (one.text, one.reaction))) for one in (known.items if known else ())
        ),
        results=tuple(telling.results(since)) if since else (),
        results_since=since,
        attachments=tuple(telling.attachments(request.document_ids)),
        withheld=0,
    )
    return replace(made, withheld=telling.withheld, notice=telling.notice(request.language))


@requires(Privilege.REFERRAL_LOGISTICS)
def sent(uow: UnitOfWork, referral_id: int) -> tuple[SentPacket, ...]:
    """What was sent for a referral, the first version first."""
    approvers = aliased(UserAccount)
    found = uow.session.execute(
        select(Handout, UserAccount.display_name, approvers.display_name)
        .outerjoin(UserAccount, UserAccount.id == Handout.made_by_id)
        .outerjoin(ApprovedPacket, ApprovedPacket.id == Handout.approved_packet_id)
        .outerjoin(approvers, approvers.id == ApprovedPacket.created_by_id)
        .where(Handout.service_request_id == referral_id, Handout.removed_at.is_(None))
        .order_by(Handout.id)
    )
    return tuple(
        SentPacket(row.id, at, row.made_at, by, row.sent_to, row.how, row.pages, row.sha256, approver)
        for at, (row, by, approver) in enumerate(found, 1)
    )


@requires(Privilege.REFERRAL_CLINICAL)
def kept_packet(uow: UnitOfWork, handout_id: int) -> bytes:
    """The exact PDF that was sent.

    Raises:
        NotFound: referrals.no_packet.
    """
    row = uow.session.get(Handout, handout_id)
    if row is None or row.removed_at is not None or row.service_request_id is None:
        raise NotFound("referrals.no_packet")
    return row.pdf


class _Telling:
    """Entries of one patient that may be told; the others are counted.

    Those of substance use need the patient's written consent to whom the referral goes, whatever was ticked.
    """

    def __init__(self, uow: UnitOfWork, row: ReferralRow, *, everything: bool) -> None:
        self._uow, self._patient_id, self._everything = uow, row.head.id, everything
        self._on_file, self._reader = on_file(uow, row.head.id), _reader(uow, row)
        self.may_substance_use = may_have(self._on_file, self._reader, (SUBSTANCE_USE,))[0]
        self._substance_use = False
        self.withheld = 0

    def notice(self, language: str) -> Accompanying | None:
        """What goes with the records of substance use that were told so far."""
        return accompanying(self._on_file, self._reader, language) if self._substance_use else None

    def names_substance_use(self, *said: str | None) -> bool:
        """Whether words are about substance use; when they may be told they will be."""
        found = sensitive().is_substance_use(*said)
        self._substance_use = self._substance_use or (found and self.may_substance_use)
        return found

    def _told(
        self, rows: Iterable[T], is_sensitive: Callable[[T], bool], said: Callable[[T], Sequence[str | None]]
    ) -> Iterator[T]:
        for row in rows:
            secret = is_sensitive(row)
            if secret and (not self._everything or not (self.may_substance_use or not self._is_part_2(said(row)))):
                self.withheld += 1
                continue
            if secret:
                self._substance_use = self._substance_use or self._is_part_2(said(row))
            yield row

    @staticmethod
    def _is_part_2(said: Sequence[str | None]) -> bool:
        """Whether a sensitive entry is about substance use; one whose words do not tell of what counts as such."""
        topics = sensitive().topics_of(*said)
        return not topics or SUBSTANCE_USE in topics

    def problems(self) -> Iterator[tuple[str, str | None]]:
        """Current problems that are no social findings, with their first day."""
        rows = [row for row in chart_facts.problems(self._uow, self._patient_id) if not row.social]
        rule = sensitive()
        secret = lambda row: rule.text(row.text) or rule.code(row.code_system, row.code)  # noqa: E731  one of three
        for row in self._told(rows, secret, lambda row: (row.text,)):
            yield row.text, row.onset

    def medicines(self) -> Iterator[str]:
        """Current medicines with how they are taken."""
        rule = sensitive()
        rows = chart_facts.medicines(self._uow, self._patient_id)
        secret = lambda row: rule.medicine(row.text) or rule.text(row.text, row.reason)  # noqa: E731  one of three
        for row in self._told(rows, secret, lambda row: (row.text, row.reason)):
            yield ", ".join(filter(None, (row.text, row.dosage)))

    def results(self, since: dt.date) -> Iterator[tuple[str, str, str]]:
        """The last value of what was measured since a day: day, name, value with unit."""
        lines = [line for line in results(self._uow, self._patient_id) if _counts(self._uow, line, since)]
        rule = sensitive()
        secret = lambda line: rule.text(line.name, line.panel)  # noqa: E731  one of three
        for line in list(self._told(lines, secret, lambda line: (line.name, line.panel)))[:_MOST_RESULTS]:
            yield line.latest.day, line.name, line.latest.text

    def attachments(self, ids: Sequence[int]) -> Iterator[Attachment]:
        """Every part of the chosen documents, in the order they were chosen."""
        for document_id in ids:
            row = self._uow.session.get(Document, document_id)
            if row is None or row.removed_at is not None or row.patient_id != self._patient_id:
                raise NotFound("documents.unknown")
            parts = tuple(_parts(self._uow, row))
            said = (row.text, *(part.words for part in parts))
            secret = bool(row.sensitive) or sensitive().is_substance_use(*said)
            for _ in self._told([row], partial(_same, secret), partial(_same, said)):
                yield from parts


def _parts(uow: UnitOfWork, row: Document) -> Iterator[Attachment]:
    parts = uow.session.scalars(
        select(DocumentContent)
        .where(DocumentContent.document_id == row.id, DocumentContent.removed_at.is_(None))
        .order_by(DocumentContent.position, DocumentContent.id)
    )
    for part in parts:
        if part.data:
            form = form_of(part.content_type, part.data)
            yield Attachment(row.text or part.title or "", form, part.data, part.plain_text or "")


def _counts(uow: UnitOfWork, line: ResultLine, since: dt.date) -> bool:
    if line.group not in _GROUPS or line.latest.left_out or not line.latest.day:
        return False
    return span(line.latest.day, uow.zone).last >= since


def _document(row: DocumentRow) -> PacketDocument:
    here = any(part.here for part in row.parts)
    kinds = {(part.content_type or "").split(";")[0] for part in row.parts}
    pages_as = "" if not here else "pdf" if kinds == {"application/pdf"} else "words"
    if here and all(kind.startswith("image/") for kind in kinds):
        pages_as = "picture"
    return PacketDocument(row.id, row.title or "", row.kind, row.written, row.sensitive, pages_as)


def _is_sensitive(uow: UnitOfWork, row: ReferralRow) -> bool:
    told = uow.session.get_one(ServiceRequest, row.id)
    return told.sensitive or sensitive().text(told.text, told.reason, told.question)


def _reader(uow: UnitOfWork, row: ReferralRow) -> PlanReader:
    """Whom the referral goes to, by the names the directory has for them."""
    order = uow.session.get_one(ServiceRequest, row.id)
    person = uow.session.get(Practitioner, order.to_practitioner_id) if order.to_practitioner_id else None
    place_id = order.to_organization_id or (person.organization_id if person else None)
    place = uow.session.get(Organization, place_id) if place_id else None
    name = spoken(person.given, person.family, person.prefix, None) if person is not None else row.to or ""
    kind = PRACTITIONER if person is not None else ORGANIZATION
    return PlanReader(OTHER, name, place.name if place is not None else row.to, kind)


def _agreed(uow: UnitOfWork, row: ReferralRow) -> bool:
    """Whether an agreement in force names sensitive matters, and whom it goes to when it names anybody."""
    rule = sensitive()
    return any(
        one.state == VALID
        and rule.consent(one.scope, one.covers, one.text)
        and (not one.recipients or any(name.casefold() in (row.to or "").casefold() for name in one.recipients))
        for one in consents(uow, row.head.id)
    )


def _where(uow: UnitOfWork, referral_id: int) -> tuple[str | None, str | None]:
    """Fax and address of whom it goes to."""
    person_id, place_id = uow.session.execute(
        select(ServiceRequest.to_practitioner_id, ServiceRequest.to_organization_id).where(
            ServiceRequest.id == referral_id
        )
    ).one()
    person = uow.session.get(Practitioner, person_id) if person_id else None
    place_id = place_id or (person.organization_id if person else None)
    place = uow.session.get(Organization, place_id) if place_id else None
    both = [one for one in (person, place) if one is not None]
    return next((one.fax for one in both if one.fax), None), next((one.address for one in both if one.address), None)


def _same(value: V, _row: object) -> V:
    return value
