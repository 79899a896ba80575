"""Sends what waits: made once however often it is tried, replaced only where it still is as we know it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.partners import ExchangePartner, PartnerCopy, PartnerPatient
from db.unit_of_work import UnitOfWork
from icm_desktop.exchange.fhir.contents import Content, unpacked
from icm_desktop.exchange.fhir.reading import Gone
from icm_desktop.exchange.fhir.values import Json, obj, objs, text
from icm_desktop.exchange.fhir.writing import identity, part2
from icm_desktop.exchange.fhir.writing.overlay import overlaid
from icm_desktop.exchange.live.client import Client, Versioned
from icm_desktop.exchange.live.problems import ChangedThere, Refused
from icm_desktop.practice import OpenPractice
from icm_desktop.services.disclosing import TREATMENT, Leaving, Recipient, disclose, extent_of
from icm_desktop.services.exchanging.abroad import digest, order
from icm_desktop.services.exchanging.comparing import compare
from icm_desktop.services.importing.parting import arrived
from icm_desktop.services.importing.vanishing import note_gone

ACT, EVENT = "services.partners.send", "record.sent"
_PASSES = 3  # what could not be pointed to in one pass can be in the next
Merge = Callable[[Json], None]


@dataclass(frozen=True, slots=True)
class _Job:
    """One thing to send, read beforehand so that no transaction is open while the network answers."""

    copy_id: int
    content: Json
    waiting: bytes
    their_id: str | None
    version: str | None
    identifier: str | None
    there: Json


class Sending:
    """Sends to one partner; `merge` takes in what the partner has where somebody there was faster."""

    def __init__(self, practice: OpenPractice, client: Client, partner_id: int, merge: Merge) -> None:
        self._practice, self._client, self._partner_id, self._merge = practice, client, partner_id, merge
        self.sent = 0

    def queue(self) -> None:
        """Put what changed here into the queue; needs no network."""
        for patient in self._patients():
            self._compare(patient, again=False)

    def run(self) -> None:
        """Compare and send until nothing is left that can go now.

        Raises:
            Trouble: the partner cannot be used now; the rest stays queued.
        """
        again = False
        for _ in range(_PASSES):
            for patient in self._patients():
                self._compare(patient, again=again)
            jobs = self._jobs()
            if not jobs:
                return
            again = False
            for job in jobs:
                again = self._send(job) or again

    def _patients(self) -> list[int]:
        with self._practice.read() as uow:
            query = select(PartnerPatient.id).where(
                PartnerPatient.partner_id == self._partner_id, PartnerPatient.removed_at.is_(None)
            )
            return list(uow.session.scalars(query.order_by(PartnerPatient.id)))

    def _compare(self, chosen_id: int, *, again: bool) -> None:
        with self._practice.write(ACT) as uow:
            partner, chosen = (
                uow.session.get(ExchangePartner, self._partner_id),
                uow.session.get(PartnerPatient, chosen_id),
            )
            if partner is not None and chosen is not None:
                compare(uow, partner, chosen, again=again)

    def _jobs(self) -> list[_Job]:
        with self._practice.read() as uow:
            query = select(PartnerCopy).where(
                PartnerCopy.partner_id == self._partner_id, PartnerCopy.state == "waiting"
            )
            found = sorted(uow.session.scalars(query), key=lambda copy: (order(copy.kind), copy.id))
            system = identity.system_of(uow.database.database_id)
            return [_job(copy, system) for copy in found if copy.waiting is not None]

    def _send(self, job: _Job) -> bool:
        """Send one; whether something is there now that others can point to."""
        if job.their_id is not None and digest(job.content) == digest(job.there):
            self._note_sent(job, Versioned(job.there, job.version), ours=True)  # it arrived, only its answer did not
            return False
        try:
            if job.their_id is None:
                made = self._client.create(job.content, str(job.identifier))
            else:
                made = self._client.update(job.content, job.their_id, str(job.version))
        except Refused as refused:
            self._note_refused(job, refused)
            return False
        except ChangedThere:
            return self._somebody_was_faster(job)
        self._note_sent(job, made, ours=made.made or job.their_id is not None)
        return job.their_id is None

    def _somebody_was_faster(self, job: _Job) -> bool:
        """They have another version: ours that arrived without its answer, or theirs, which is taken in first."""
        try:
            there = self._client.read(str(job.content["resourceType"]), str(job.their_id))
        except Refused as refused:
            self._note_refused(job, refused)
            return False
        if digest(there.resource) == digest(job.content):
            self._note_sent(job, there, ours=True)
        else:
            self._merge(there.resource)
        return False

    def _note_sent(self, job: _Job, made: Versioned, *, ours: bool) -> None:
        """What the partner has now. Not `ours`: it was there before, perhaps older: compared with it next time."""
        content = Content.of(made.resource)
        with self._practice.write(ACT) as uow:
            copy = uow.session.get(PartnerCopy, job.copy_id)
            if copy is None:
                return
            copy.their_id, copy.their_version = made.id, made.version
            copy.there, copy.there_hash = content.packed(), content.digest
            copy.sent_at, copy.tries, copy.problem, copy.problem_params = uow.now, 0, None, None
            copy.agreed = job.waiting if ours else content.packed()
            if copy.waiting == job.waiting and ours:
                copy.waiting, copy.state, copy.parts = None, "sent", arrived(copy.parts)
            if ours:
                self.sent += 1
                self._trace(uow, copy, job)

    def _trace(self, uow: UnitOfWork, copy: PartnerCopy, job: _Job) -> None:
        """What left, to whom, with its digest."""
        written = Content.of(job.content).bytes_kept
        partner = uow.session.get(ExchangePartner, self._partner_id)
        told: dict[str, Any] = {
            "format": "fhir", "reader": "other", "to": partner.name if partner is not None else "",
            "purpose": "treatment", "resources": 1, "held": 0, "kind": copy.kind, "their_id": copy.their_id,
            "sha256": hashlib.sha256(written).hexdigest(), "bytes": len(written),
        }  # fmt: skip
        uow.record(
            EVENT, patient_id=copy.patient_id, object_kind="exchange_partner", object_id=self._partner_id, detail=told
        )
        if copy.patient_id is not None:
            leaving = Leaving(
                copy.patient_id, "partner", TREATMENT, copy.kind, "", _substance_use(job.content),
                sha256=told["sha256"], extent=extent_of(told),
            )  # fmt: skip
            disclose(uow, leaving, Recipient(str(told["to"])))

    def _note_refused(self, job: _Job, refused: Refused) -> None:
        with self._practice.write(ACT) as uow:
            copy = uow.session.get(PartnerCopy, job.copy_id)
            if copy is not None and refused.status in (404, 410) and copy.their_id is not None:
                source = str(uow.session.get_one(ExchangePartner, self._partner_id).source)
                if note_gone(uow, [Gone(copy.kind, copy.their_id, source)], None):
                    return
            if copy is not None:
                copy.state, copy.tries = "failed", copy.tries + 1
                copy.problem, copy.problem_params = _why(refused), {"status": refused.status, "words": refused.words}


def _substance_use(resource: Json) -> bool:
    """Whether it carries the label of records of substance use."""
    labels = (text(one.get("code")) for one in objs(obj(resource.get("meta")).get("security")))
    return part2.LAW in set(labels)


def _why(refused: Refused) -> str:
    known = {
        404: "partners.gone_there", 410: "partners.gone_there", 403: "partners.may_not",
        409: "partners.several_there", 412: "partners.several_there",
    }  # fmt: skip
    return known.get(refused.status, "partners.refused_there")


def _job(copy: PartnerCopy, system: str) -> _Job:
    waiting = unpacked(copy.waiting)
    content = waiting
    if copy.there is not None:
        there = {name: value for name, value in unpacked(copy.there).items() if name != "meta"}
        before = unpacked(copy.agreed)
        changed = overlaid(there, before, waiting) if before else {**there, **waiting}
        content = {**changed, "meta": waiting["meta"]} if "meta" in waiting else changed
        content["id"] = copy.their_id
    number = next((one for one in _identifiers(waiting) if one.get("system") == system), None)
    identifier = f"{system}|{text(number.get('value'))}" if number is not None else None
    return _Job(
        copy.id,
        content,
        copy.waiting or b"",
        copy.their_id,
        copy.their_version,
        identifier,
        unpacked(copy.there),
    )


def _identifiers(resource: Json) -> list[Json]:
    found = resource.get("identifier")
    return [obj(found)] if isinstance(found, dict) else objs(found)
