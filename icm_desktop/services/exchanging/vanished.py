"""Looks, once a day, whether what we have of a partner's patients is still there: deletions are told by no search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from sqlalchemy import select

from db.models.exchange import SourceResource
from db.models.partners import ExchangePartner, PartnerCopy, PartnerPatient, PartnerState
from icm_desktop.exchange.fhir.reading import Gone
from icm_desktop.exchange.live.client import Client
from icm_desktop.exchange.live.problems import Refused
from icm_desktop.practice import OpenPractice
from icm_desktop.services.importing.vanishing import note_gone

ACT = "services.partners.receive"
EVERY = dt.timedelta(hours=24)
_AT_ONCE, _A_PAGE = 20, "500"
_MOST_READ = 200  # of one look: what is missing from a search is read before it is called gone; the rest another day
_GONE = (404, 410)  # FHIR R4, read: never there, or deleted; a server may answer either

Held = dict[str, set[str]]


class Looking:
    """Compares what we have with what one partner still has."""

    def __init__(self, practice: OpenPractice, client: Client, partner: ExchangePartner) -> None:
        self._practice, self._client = practice, client
        self._partner_id, self._source = partner.id, str(partner.source)

    def is_due(self) -> bool:
        """Whether the last look is a day ago."""
        with self._practice.read() as uow:
            query = select(PartnerState.looked_at).where(PartnerState.partner_id == self._partner_id)
            at = uow.session.scalar(query)
            return at is None or uow.now - at >= EVERY

    def run(self, kinds: Collection[str]) -> int:
        """Look for everything we have of these types; how many questions came of it.

        Raises:
            Trouble: the partner cannot be used now; the look is made again with the next round.
        """
        missing = islice(self._missing(kinds), _MOST_READ)
        gone = [Gone(kind, number, self._source) for kind, number in missing if self._is_gone(kind, number)]
        with self._practice.write(ACT) as uow:
            asked = note_gone(uow, gone, None)
            state = uow.session.scalar(select(PartnerState).where(PartnerState.partner_id == self._partner_id))
            if state is None:
                state = PartnerState(partner_id=self._partner_id, failures=0)
                uow.session.add(state)
            state.looked_at = uow.now
        return asked

    def _patients(self) -> list[tuple[int, str]]:
        """Whom it is about; each day another one is first, so that everybody has their turn."""
        with self._practice.read() as uow:
            query = (
                select(PartnerPatient.patient_id, PartnerPatient.outside_id)
                .where(PartnerPatient.partner_id == self._partner_id, PartnerPatient.removed_at.is_(None))
                .order_by(PartnerPatient.id)
            )
            found = [(patient_id, outside_id) for patient_id, outside_id in uow.session.execute(query)]
            first = uow.now.toordinal() % len(found) if found else 0
            return found[first:] + found[:first]

    def _missing(self, kinds: Collection[str]) -> Iterator[tuple[str, str]]:
        """What a search does not find there any more: its type and id."""
        patients = self._patients()
        for start in range(0, len(patients), _AT_ONCE):
            some = patients[start : start + _AT_ONCE]
            held = self._held([patient_id for patient_id, _ in some])
            about = ",".join(f"Patient/{outside_id}" for _, outside_id in some)
            for kind in kinds:
                there = self._there(kind, about) if held.get(kind) else None
                if there is not None:
                    yield from ((kind, number) for number in sorted(held[kind] - there))

    def _held(self, patient_ids: Sequence[int]) -> Held:
        """What we have from there, and what is ours there, by type."""
        found: Held = {}
        with self._practice.read() as uow:
            came = select(SourceResource.resource_type, SourceResource.resource_id).where(
                SourceResource.source == self._source, SourceResource.patient_id.in_(patient_ids),
                SourceResource.target_id.is_not(None),
            )  # fmt: skip
            went = select(PartnerCopy.kind, PartnerCopy.their_id).where(
                PartnerCopy.partner_id == self._partner_id, PartnerCopy.patient_id.in_(patient_ids),
                PartnerCopy.their_id.is_not(None), PartnerCopy.state.in_(("sent", "waiting")),
            )  # fmt: skip
            for query in (came, went):
                for kind, resource_id in uow.session.execute(query):
                    found.setdefault(kind, set()).add(str(resource_id))
        return found

    def _there(self, kind: str, about: str) -> set[str] | None:
        """The ids of everything there; None when it cannot be asked for. Not every server can give ids alone."""
        for less in ({"_elements": "id"}, {}):
            try:
                pages = self._client.search(kind, patient=about, _count=_A_PAGE, **less)
                return {str(one["id"]) for page in pages for one in page.resources if one["resourceType"] == kind}
            except Refused:
                continue
        return None

    def _is_gone(self, kind: str, resource_id: str) -> bool:
        try:
            self._client.read(kind, resource_id)
        except Refused as refused:
            return refused.status in _GONE
        return False  # it is there, only no longer found under this patient
