"""Asks a partner what changed about chosen patients and takes it in through the ordinary import."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from db.models.exchange import SourceResource
from db.models.partners import ExchangePartner, PartnerCopy, PartnerCursor, PartnerPatient
from icm_desktop.contracts.exchange import ImportReport, ImportRequest
from icm_desktop.exchange.fhir.contents import Content, unpacked
from icm_desktop.exchange.fhir.mapped import NotMapped
from icm_desktop.exchange.fhir.types import MAPS, WITHOUT_PATIENT
from icm_desktop.exchange.fhir.values import Json, obj, objs
from icm_desktop.exchange.fhir.writing import walking
from icm_desktop.exchange.live.client import Client
from icm_desktop.exchange.live.problems import Refused
from icm_desktop.exchange.received import Received
from icm_desktop.long_work import NoProgress
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.exporting.sourced import among_texts
from icm_desktop.services import conflict_work, pathway_work
from icm_desktop.services.exchanging.adopting import adopt
from icm_desktop.services.exchanging.comparing import cursor_of
from icm_desktop.services.exchanging.vanished import Looking
from icm_desktop.services.importing.run import ImportRun

ACT = "services.partners.receive"
TYPES = tuple(sorted(MAPS.keys() - WITHOUT_PATIENT - {"Patient"}))
_BESIDE = WITHOUT_PATIENT | {"Binary"}
_AT_ONCE = 20  # patients of one question
_A_PAGE = "200"
_OVERLAP = dt.timedelta(seconds=5)  # what the server was writing while it answered; told twice, taken once
_MOST_BESIDE = 500


@dataclass(frozen=True, slots=True)
class _Asked:
    """A chosen patient, read beforehand."""

    id: int
    outside_id: str
    since: str | None


@dataclass(slots=True)
class Pulled:
    """What came: the reports of its imports, none when there was no news; `not_offered`: types it does not give.

    `gone`: how many things of which we have a copy were found deleted there.
    """

    reports: list[ImportReport] = field(default_factory=list)
    received: int = 0
    not_offered: list[str] = field(default_factory=list)
    gone: int = 0


class Pulling:
    """Asks one partner."""

    def __init__(self, practice: OpenPractice, client: Client, partner: ExchangePartner) -> None:
        self._practice, self._client = practice, client
        self._partner_id, self._name, self._source = partner.id, partner.name, str(partner.source)
        self._looking = Looking(practice, client, partner)

    def run(self, done: Pulled) -> None:
        """Ask for everything that changed, take it in, and only then remember how far we are.

        Raises:
            Trouble: the partner cannot be used now; what was taken in stays, the rest is asked for again.
        """
        groups = defaultdict[str | None, list[_Asked]](list)
        for one in self._patients():
            groups[one.since].append(one)
        for since, every in groups.items():
            for start in range(0, len(every), _AT_ONCE):
                self._ask(every[start : start + _AT_ONCE], since, done)
        if self._looking.is_due():
            done.gone += self._looking.run([kind for kind in TYPES if kind not in done.not_offered])

    def _patients(self) -> list[_Asked]:
        with self._practice.read() as uow:
            query = (
                select(PartnerPatient.id, PartnerPatient.outside_id, PartnerCursor.since)
                .outerjoin(PartnerCursor, PartnerCursor.partner_patient_id == PartnerPatient.id)
                .where(PartnerPatient.partner_id == self._partner_id, PartnerPatient.removed_at.is_(None))
                .order_by(PartnerPatient.id)
            )
            return [_Asked(*row) for row in uow.session.execute(query)]

    def _ask(self, some: Sequence[_Asked], since: str | None, done: Pulled) -> None:
        found: dict[tuple[str, str], Json] = {}
        at: dt.datetime | None = None
        changed = {"_lastUpdated": f"ge{since}"} if since else {}
        ids = ",".join(one.outside_id for one in some)
        about = ",".join(f"Patient/{one.outside_id}" for one in some)
        questions = [
            ("Patient", {"_id": ids}),
            *((kind, {"patient": about}) for kind in TYPES if kind not in done.not_offered),
        ]
        for kind, whose in questions:
            try:
                for page in self._client.search(kind, **whose, **changed, _count=_A_PAGE):
                    at = at or page.at
                    found |= {(str(one["resourceType"]), str(one["id"])): one for one in page.resources}
            except Refused:
                if kind == "Patient":
                    raise
                done.not_offered.append(kind)
        self.take(found.values(), done)
        until = (at or dt.datetime.now(dt.UTC)) - _OVERLAP
        self._remember(some, until.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))

    def take(self, resources: Iterable[Json], done: Pulled) -> None:
        """Import what is news among these resources, with the people and places it points to."""
        came = self._news(list(resources))
        if not came:
            return
        with self._practice.write(ACT) as uow:
            doubles = adopt(uow, self._partner_id, came)
        news = [one for one in self._news(came) if (str(one["resourceType"]), str(one["id"])) not in doubles]
        if not news:
            return
        news += self._beside(news)
        received = Received.of(self._name, self._source, news)
        run = ImportRun(self._practice, ImportRequest(()), NoProgress(), received, self._partner_id)
        done.reports.append(run.run())
        done.received += len(news)
        pathway_work.reckon(self._practice, progress=NoProgress())
        conflict_work.recheck(self._practice, progress=NoProgress())

    def _news(self, resources: list[Json]) -> list[Json]:
        """What we do not have just so: most answers repeat what came a moment ago."""
        known = self._known(resources)
        return [
            one for one in resources if _digest(one) not in known.get((str(one["resourceType"]), str(one["id"])), ())
        ]

    def _known(self, resources: list[Json]) -> dict[tuple[str, str], set[bytes]]:
        ids = among_texts(str(one["id"]) for one in resources)
        known = defaultdict[tuple[str, str], set[bytes]](set)
        with self._practice.read() as uow:
            came = select(SourceResource.resource_type, SourceResource.resource_id, SourceResource.content_hash)
            for kind, resource_id, digest in uow.session.execute(
                came.where(SourceResource.source == self._source, SourceResource.resource_id.in_(ids))
            ):
                known[kind, resource_id].add(digest)
            went = select(PartnerCopy.kind, PartnerCopy.their_id, PartnerCopy.there_hash, PartnerCopy.theirs)
            for kind, their_id, there, theirs in uow.session.execute(
                went.where(PartnerCopy.partner_id == self._partner_id, PartnerCopy.their_id.in_(ids))
            ):
                known[kind, str(their_id)].update(each for each in (there, _digest_of(theirs)) if each)
        return known

    def _beside(self, news: list[Json]) -> list[Json]:
        """People, places, medicines and attachments that news points to and nobody has told of yet."""
        have = {(str(one["resourceType"]), str(one["id"])) for one in news}
        found: list[Json] = []
        waiting = [*news]
        while waiting and len(found) < _MOST_BESIDE:
            wanted = sorted({each for one in waiting for each in self._points_to(one)} - have)
            have.update(wanted)
            waiting = [one for kind, resource_id in self._unknown(wanted) if (one := self._get(kind, resource_id))]
            found += waiting
        return found

    def _points_to(self, resource: Json) -> Iterable[tuple[str, str]]:
        attachments = (obj(one.get("attachment")).get("url") for one in objs(resource.get("content")))
        named = (one["reference"] for one in walking.references(resource))
        for each in (*named, *attachments):
            written = str(each).removeprefix(f"{self._source}/").partition("/_history/")[0]
            kind, _, resource_id = written.partition("/")
            if kind in _BESIDE and resource_id and "/" not in resource_id:
                yield kind, resource_id

    def _unknown(self, wanted: list[tuple[str, str]]) -> list[tuple[str, str]]:
        known = self._known([{"resourceType": kind, "id": resource_id} for kind, resource_id in wanted])
        return [one for one in wanted if one not in known]

    def _get(self, kind: str, resource_id: str) -> Json | None:
        try:
            return self._client.read(kind, resource_id).resource
        except Refused:
            return None  # a reference that leads nowhere: its words stay

    def _remember(self, some: Sequence[_Asked], since: str) -> None:
        with self._practice.write(ACT) as uow:
            for one in some:
                chosen = uow.session.get(PartnerPatient, one.id)
                if chosen is not None:
                    cursor = cursor_of(uow, chosen)
                    cursor.since, cursor.pulled_at = since, uow.now


def _digest(resource: Json) -> bytes:
    try:
        return Content.of(resource).digest
    except NotMapped:
        return b""


def _digest_of(packed: bytes | None) -> bytes | None:
    return _digest(unpacked(packed)) if packed else None
