"""What a partner should have of a patient against what it has: the difference waits in the queue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from db.models.audit import AuditEvent
from db.models.exchange import ImportDifference, SourceResource
from db.models.partners import ExchangePartner, PartnerCopy, PartnerCursor, PartnerPatient
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.plan_document import OTHER, PlanReader
from icm_desktop.contracts.team import ORGANIZATION
from icm_desktop.domain.differences import OPEN
from icm_desktop.domain.sharing import SUBSTANCE_USE
from icm_desktop.exchange.fhir.contents import Content, unpacked
from icm_desktop.exchange.fhir.values import Json, obj, objs, text
from icm_desktop.exchange.fhir.writing import part2, walking
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.exporting.directory import Directory
from icm_desktop.queries.exporting.record import Leaving, Record
from icm_desktop.queries.exporting.sourced import Sourced
from icm_desktop.queries.exporting.telling import Telling
from icm_desktop.queries.team_sharing import on_file
from icm_desktop.services.exchanging.abroad import SENT, STANDS_FOR_SEVERAL, Abroad, digest, withdrawn
from icm_desktop.services.importing.parting import renamed


@dataclass(frozen=True, slots=True)
class _Should:
    """One resource the partner should have, as it goes; `came` when it came from there."""

    leaving: Leaving
    resource: Json
    came: Sourced | None


@requires(Privilege.EXPORT)
def compare(uow: UnitOfWork, partner: ExchangePartner, chosen: PartnerPatient, *, again: bool = False) -> None:
    """Put into the queue what changed here since the last look, as far as this partner may have it.

    What is no longer allowed to go leaves the queue; what was removed here is told as entered in error.

    Args:
        uow: A write transaction.
        partner: Who gets it.
        chosen: The patient, and what the partner calls them.
        again: Look although nothing of the patient changed.
    """
    cursor = cursor_of(uow, chosen)
    last = uow.session.scalar(select(func.max(AuditEvent.seq)).where(AuditEvent.patient_id == chosen.patient_id)) or 0
    if not again and cursor.compared_seq == last and not _waits(uow, partner, chosen):
        return
    copies = {f"{one.kind}/{one.own_id}": one for one in copies_of(uow, partner, chosen)}
    seen = _Looking(uow, partner, chosen, copies)
    should, held = seen.should()
    questions = _questions(uow, [one.id for one in copies.values()])
    for known in copies.values():
        _settle(known, questions.get(known.id, []))
    for where, one in should.items():
        _queue(uow, copies.get(where) or _new_copy(uow, partner, chosen, one), one)
    for where in copies.keys() - should.keys():
        _take_out(uow, copies[where], held=where in held)
    cursor.compared_seq = last


def _waits(uow: UnitOfWork, partner: ExchangePartner, chosen: PartnerPatient) -> bool:
    """Whether something is queued: a consent that ends by its date changes no record, so it is looked at again."""
    queued = select(PartnerCopy.id).where(
        PartnerCopy.partner_id == partner.id,
        PartnerCopy.patient_id == chosen.patient_id,
        PartnerCopy.state == "waiting",
    )
    return uow.session.scalar(queued.limit(1)) is not None


@requires(Privilege.EXPORT)
def cursor_of(uow: UnitOfWork, chosen: PartnerPatient) -> PartnerCursor:
    """How far this patient is, made when there is none yet."""
    found = uow.session.scalar(select(PartnerCursor).where(PartnerCursor.partner_patient_id == chosen.id))
    if found is None:
        found = PartnerCursor(partner_patient_id=chosen.id)
        uow.session.add(found)
        uow.session.flush()
    return found


@requires(Privilege.EXPORT)
def copies_of(uow: UnitOfWork, partner: ExchangePartner, chosen: PartnerPatient) -> list[PartnerCopy]:
    """Everything the partner has of this patient from us."""
    query = select(PartnerCopy).where(PartnerCopy.partner_id == partner.id, PartnerCopy.patient_id == chosen.patient_id)
    return list(uow.session.scalars(query.order_by(PartnerCopy.id)))


class _Looking:
    """Reads the record of one patient as this partner may have it."""

    def __init__(
        self, uow: UnitOfWork, partner: ExchangePartner, chosen: PartnerPatient, copies: dict[str, PartnerCopy]
    ) -> None:
        self._partner, self._copied = partner, frozenset(copies)  # theirs that was changed and is as it came again
        self._directory = Directory(uow.session, uow.database.database_id, uow.zone)
        self._record = Record(uow.session, self._directory, chosen.patient_id)
        reader = PlanReader(OTHER, partner.name, hearer=ORGANIZATION)
        self._telling = Telling(on_file(uow, chosen.patient_id), reader, tick=True)
        there = {where: f"{one.kind}/{one.their_id}" for where, one in copies.items() if one.their_id}
        there |= self._record.named_by(str(partner.source))
        there[str(self._record.patient().get("reference"))] = f"Patient/{chosen.outside_id}"
        self._there = there

    def should(self) -> tuple[dict[str, _Should], set[str]]:
        """What the partner should have by our name for it, and what it may not have."""
        told, held = list[Leaving](), set[str]()
        for one in self._record.leaving(SENT):
            if self._is_sent(one):
                may = self._telling.allowed and self._telling.why_not(one.resource, one.row) is None
                told.append(one) if may else held.add(one.where)
        shut = frozenset(held)
        whole = {one.where: walking.without(one.resource, shut) for one in told}
        abroad = Abroad(self._there, self._names(list(whole.values())), self._directory.system)
        made = {}
        for one in told:
            came = self._record.came_as(one.where)
            resource = abroad.resource(self._labelled(one, whole[one.where]), theirs=came is not None)
            made[one.where] = _Should(one, resource, came)
        return made, held

    def _is_sent(self, one: Leaving) -> bool:
        """Ours, or theirs and changed here; what others sent us is not ours to pass on by itself."""
        came = self._record.came_as(one.where)
        mine = (
            (one.ours or one.where in self._copied)
            and one.row is not None
            and (came is None or came.source == self._partner.source)
        )
        concern = one.resource["resourceType"] != "Condition" or (
            one.row is not None and one.row.table == "health_concern"
        )
        return mine and concern

    def _labelled(self, one: Leaving, resource: Json) -> Json:
        """With the notice that goes with records of substance use."""
        if SUBSTANCE_USE not in self._telling.topics(one.resource, one.row):
            return resource
        return part2.labelled(resource, self._telling.accompanying().line)

    def _names(self, resources: list[Json]) -> dict[str, str]:
        """What people and places are called that the partner cannot look up here."""
        wanted = {one["reference"] for each in resources for one in walking.references(each)}
        found = self._directory.resources(where for where in wanted if self._directory.holds(where))
        named = {f"{one['resourceType']}/{one['id']}": _name(one) for one in found}
        return {where: name for where, name in named.items() if name}


def _name(resource: Json) -> str | None:
    named = resource.get("name")
    if isinstance(named, str):
        return named
    first = next(iter(objs(named)), {})
    parts = [*(part for part in first.get("given") or () if isinstance(part, str)), text(first.get("family"))]
    return " ".join(part for part in parts if part) or text(first.get("text"))


def _questions(uow: UnitOfWork, copy_ids: list[int]) -> dict[int, list[ImportDifference]]:
    """What was ever asked about each copy, answered or not."""
    query = select(ImportDifference).where(
        ImportDifference.partner_copy_id.in_(among(copy_ids)), ImportDifference.removed_at.is_(None)
    )
    found: dict[int, list[ImportDifference]] = {}
    for one in uow.session.scalars(query):
        found.setdefault(one.partner_copy_id or 0, []).append(one)
    return found


def _settle(copy: PartnerCopy, questions: list[ImportDifference]) -> None:
    """What waits for an answer stays here; once all is answered ours goes, where it differs from what they have.

    A question that went with its import, or was opened again, is told by what there is: nothing is noted at the copy
    when somebody answers, so that an answer can be taken back.
    """
    if any(one.state == OPEN for one in questions):
        copy.state = "question"
    elif copy.state == "question" and not copy.differing:
        since = [one for one in questions if one.decided_at and (not copy.sent_at or one.decided_at >= copy.sent_at)]
        if any(one.gone_at is not None and one.kind == copy.own_table for one in since):
            copy.their_id = copy.their_version = copy.there = copy.there_hash = copy.parts = None  # it is made anew
        copy.agreed, copy.waiting, copy.state = None, None, "waiting"


def _queue(uow: UnitOfWork, copy: PartnerCopy, should: _Should) -> None:
    row = should.leaving.row
    copy.parts = renamed(copy.parts, row.of("plan_action")) if row is not None else None
    packed = Content.of(should.resource).packed()
    if copy.their_id is None and digest(withdrawn(should.resource)) == digest(should.resource):
        copy.waiting, copy.state = None, "gone"  # a mistake nobody there has is none there
    elif copy.state == "question":
        same = copy.agreed is not None and digest(unpacked(copy.agreed)) == digest(should.resource)
        copy.waiting = None if same else packed
    elif copy.agreed is None and copy.state == "sent":  # taken over from there: that is what both say now
        copy.agreed, copy.waiting = packed, None
    elif copy.agreed is not None and digest(unpacked(copy.agreed)) == digest(should.resource):
        copy.waiting = None
        copy.state = "sent" if copy.state != "failed" else copy.state
    elif copy.waiting is None or digest(unpacked(copy.waiting)) != digest(should.resource):
        copy.waiting, copy.queued_at, copy.tries = packed, uow.now, 0
        copy.state = "waiting"  # what was refused is tried again when changed
    elif copy.state == "held":
        copy.state = "waiting"


def _new_copy(uow: UnitOfWork, partner: ExchangePartner, chosen: PartnerPatient, should: _Should) -> PartnerCopy:
    kind, _, own_id = should.leaving.where.partition("/")
    row = should.leaving.row
    copy = PartnerCopy(
        partner_id=partner.id, patient_id=chosen.patient_id, kind=kind, own_id=own_id, state="waiting", tries=0,
        own_table=row.table if row is not None else None, row_id=_row_id(row),
    )  # fmt: skip
    if should.came is not None:
        _begin_from(uow, copy, should.came)
    uow.session.add(copy)
    return copy


def _row_id(row: Any) -> int | None:
    """The number of the row, None of what only stands for several."""
    return row.id if row is not None and row.id > 0 and row.table not in STANDS_FOR_SEVERAL else None


def _begin_from(uow: UnitOfWork, copy: PartnerCopy, came: Sourced) -> None:
    """Something of theirs that was changed here: they have it already, as it came."""
    stored = uow.session.get(SourceResource, came.number)
    if stored is not None:
        there = unpacked(stored.content)
        copy.their_id, copy.their_version = came.resource_id, text(obj(there.get("meta")).get("versionId"))
        copy.there, copy.there_hash, copy.agreed = stored.content, stored.content_hash, stored.content


def _take_out(uow: UnitOfWork, copy: PartnerCopy, *, held: bool) -> None:
    if held or copy.their_id is None:
        copy.waiting = None
        copy.state = "held" if held else "gone"
        return
    if copy.state in ("gone", "held") or copy.agreed is None:
        return
    gone = withdrawn(unpacked(copy.agreed))
    if digest(gone) != digest(unpacked(copy.agreed)):
        copy.waiting, copy.queued_at, copy.state, copy.tries = Content.of(gone).packed(), uow.now, "waiting", 0
