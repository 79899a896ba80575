"""Exchange partners: who is set up, how each does, whom it is about, what waits or needs an answer, last synced."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from db.models.exchange import ImportBatch, ImportDifference, SourceResource
from db.models.partners import ExchangePartner, PartnerCopy, PartnerCursor, PartnerPatient, PartnerState
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.partners import ChosenPatient, PartnerHealth, PartnerRow, Synced, WaitingCopy
from icm_desktop.domain.differences import OPEN as OPEN_QUESTION
from icm_desktop.domain.records import UNTOLD
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.fhir.values import Json, concept_text, text
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.partner_keys import public_key

OPEN = ("waiting", "failed", "question", "held")
_MOST = 500


@requires(Privilege.EXPORT)
def partners(uow: UnitOfWork) -> tuple[PartnerRow, ...]:
    """Every partner in use, as it is set up."""
    rows = _in_use(uow)
    counts = _patients(uow, rows)
    return tuple(_row(uow, row, counts.get(row.id, 0)) for row in rows)


def _row(uow: UnitOfWork, row: ExchangePartner, patients: int) -> PartnerRow:
    return PartnerRow(
        row.id, row.version, row.name, row.kind, row.base_address, row.authorization, row.client_id,
        row.token_address, row.algorithm, row.poll_seconds, row.sends, row.paused_at, public_key(uow, row),
        row.fingerprint, patients,
    )  # fmt: skip


@requires(Privilege.EXPORT)
def how_many(uow: UnitOfWork) -> int:
    """How many partners are in use."""
    query = select(func.count()).select_from(ExchangePartner).where(ExchangePartner.removed_at.is_(None))
    return uow.session.scalar(query) or 0


@requires(Privilege.EXPORT)
def health(uow: UnitOfWork) -> tuple[PartnerHealth, ...]:
    """How exchange with each partner does: last success, queue, last trouble, next try, what came and went last."""
    rows = _in_use(uow)
    ids = [row.id for row in rows]
    counts, patients = defaultdict[int, dict[str, int]](dict), _patients(uow, rows)
    states = {one.partner_id: one for one in uow.session.scalars(select(PartnerState))}
    waiting = (
        select(PartnerCopy.partner_id, PartnerCopy.state, func.count())
        .where(PartnerCopy.partner_id.in_(ids), PartnerCopy.state.in_(("waiting", "failed")))
        .group_by(PartnerCopy.partner_id, PartnerCopy.state)
    )
    for partner_id, state, count in uow.session.execute(waiting):
        counts[partner_id][state] = count
    asked = questions(uow, rows)
    sent = _latest(uow, select(PartnerCopy.partner_id, func.max(PartnerCopy.sent_at)), PartnerCopy.partner_id, ids)
    came = select(ImportBatch.partner_id, func.max(ImportBatch.started_at)).where(ImportBatch.state == "complete")
    received = _latest(uow, came, ImportBatch.partner_id, ids)
    return tuple(
        replace(
            _health(row, states.get(row.id), counts[row.id], patients.get(row.id, 0)), questions=asked[row.id],
            received_at=received.get(row.id), sent_at=sent.get(row.id),
        )
        for row in rows
    )  # fmt: skip


def _latest(uow: UnitOfWork, query: Any, partner: Any, ids: Sequence[int]) -> dict[int, dt.datetime]:
    found = uow.session.execute(query.where(partner.in_(ids)).group_by(partner))
    return {partner_id: at for partner_id, at in found if at is not None}


@requires(Privilege.EXPORT)
def questions(uow: UnitOfWork, rows: Sequence[ExchangePartner]) -> Counter[int]:
    """Facts of each partner that wait for an answer: of what is ours there, and of what came from there."""
    here = (ImportDifference.state == OPEN_QUESTION, ImportDifference.removed_at.is_(None))
    of_copies = (
        select(PartnerCopy.partner_id, func.count())
        .join(ImportDifference, ImportDifference.partner_copy_id == PartnerCopy.id)
        .where(*here)
        .group_by(PartnerCopy.partner_id)
    )
    of_sources = (
        select(SourceResource.source, func.count())
        .join(ImportDifference, ImportDifference.source_id == SourceResource.id)
        .where(*here, ImportDifference.partner_copy_id.is_(None))
        .group_by(SourceResource.source)
    )
    bare = (
        select(PartnerCopy.partner_id, func.count())
        .where(
            PartnerCopy.partner_id.in_([row.id for row in rows]),
            PartnerCopy.state == "question",
            PartnerCopy.differing.is_not(None),
        )
        .group_by(PartnerCopy.partner_id)
    )
    known = {row.source: row.id for row in rows if row.source}
    found = Counter[int]()
    for query in (of_copies, bare):
        for partner_id, count in uow.session.execute(query):
            found[partner_id] += count
    for source, count in uow.session.execute(of_sources):
        if source in known:
            found[known[source]] += count
    return found


def _health(row: ExchangePartner, state: PartnerState | None, counts: dict[str, int], patients: int) -> PartnerHealth:
    return PartnerHealth(
        id=row.id, name=row.name, kind=row.kind, paused_at=row.paused_at, patients=patients, version=row.version,
        succeeded_at=state.succeeded_at if state else None, tried_at=state.tried_at if state else None,
        next_try_at=state.next_try_at if state and row.paused_at is None else None,
        waiting=counts.get("waiting", 0), failed=counts.get("failed", 0), questions=0,
        problem=state.problem if state else None, params=(state.problem_params if state else None) or {},
        not_offered=tuple((state.not_offered if state else None) or ()),
    )  # fmt: skip


@requires(Privilege.EXPORT)
def chosen(uow: UnitOfWork, partner_id: int) -> tuple[ChosenPatient, ...]:
    """The patients exchanged with a partner, by name."""
    query = (
        select(PartnerPatient, Patient, PartnerCursor.pulled_at)
        .join(Patient, Patient.id == PartnerPatient.patient_id)
        .outerjoin(PartnerCursor, PartnerCursor.partner_patient_id == PartnerPatient.id)
        .where(PartnerPatient.partner_id == partner_id, PartnerPatient.removed_at.is_(None))
        .order_by(Patient.family, Patient.given, Patient.id)
    )
    return tuple(
        ChosenPatient(row.id, patient.id, patient.record_number, _named(patient), row.outside_id, at)
        for row, patient, at in uow.session.execute(query)
    )


def _named(patient: Patient) -> str:
    return ", ".join(filter(None, (patient.family, patient.given)))


@requires(Privilege.EXPORT)
def queue(uow: UnitOfWork, partner_id: int | None) -> tuple[WaitingCopy, ...]:
    """What waits, was refused, is held back or was changed on both sides, of one partner or of all; what needs
    somebody first."""
    names = {row.id: row.name for row in _in_use(uow) if partner_id in (None, row.id)}
    query = (
        select(PartnerCopy)
        .where(PartnerCopy.partner_id.in_(names), PartnerCopy.state.in_(OPEN), PartnerCopy.patient_id.is_not(None))
        .order_by(PartnerCopy.state, PartnerCopy.id)
        .limit(_MOST)
    )
    rank = ("question", "failed", "held", "waiting")
    found = sorted(uow.session.scalars(query), key=lambda copy: rank.index(copy.state))
    asked = _asked(uow, [copy.id for copy in found if copy.state == "question"])
    return tuple(_waiting(copy, names[copy.partner_id], asked.get(copy.id)) for copy in found)


def _asked(uow: UnitOfWork, copy_ids: Sequence[int]) -> dict[int, set[str]]:
    """The columns of each copy that wait for an answer."""
    query = select(ImportDifference.partner_copy_id, ImportDifference.theirs).where(
        ImportDifference.partner_copy_id.in_(copy_ids), ImportDifference.state == OPEN_QUESTION,
        ImportDifference.removed_at.is_(None),
    )  # fmt: skip
    found = defaultdict[int, set[str]](set)
    for copy_id, theirs in uow.session.execute(query):
        found[copy_id] |= theirs.keys() - UNTOLD
    return found


def _waiting(copy: PartnerCopy, partner: str, asked: set[str] | None) -> WaitingCopy:
    state = copy.state if copy.state != "question" or asked is not None or copy.differing else "waiting"
    there = copy.theirs or (copy.there if copy.state == "question" else copy.waiting) or copy.there
    return WaitingCopy(
        id=copy.id, partner_id=copy.partner_id, partner=partner, patient_id=copy.patient_id or 0, kind=copy.kind,
        title=title_of(unpacked(there)), state=state, queued_at=copy.queued_at,
        tries=copy.tries, problem=copy.problem, params=copy.problem_params or {},
        differing=tuple(copy.differing or sorted(asked or ())),
        ours=title_of(unpacked(copy.waiting or copy.agreed or copy.there)),
    )  # fmt: skip


def title_of(resource: Json) -> str:
    """What a resource is called in a list."""
    said: Iterable[str | None] = (
        text(resource.get("title")), concept_text(resource.get("description")), text(resource.get("description")),
        concept_text(resource.get("code")), text(resource.get("name")),
    )  # fmt: skip
    return next(filter(None, said), "")


@requires(Privilege.CLINICAL_READ)
def synced(uow: UnitOfWork, patient_id: int) -> tuple[Synced, ...]:
    """When a patient was last brought in line with each partner, and what is in the way since."""
    query = _synced(select(ExchangePartner, PartnerCursor.pulled_at, PartnerState), [patient_id])
    return tuple(
        Synced(
            row.name, row.source, at, "partners.paused" if row.paused_at else (state.problem if state else None),
            (state.problem_params if state else None) or {},
        )
        for row, at, state in uow.session.execute(query)
    )  # fmt: skip


def _synced(query: Any, patient_ids: Sequence[int]) -> Any:
    return (
        query.join(PartnerPatient, PartnerPatient.partner_id == ExchangePartner.id)
        .outerjoin(PartnerCursor, PartnerCursor.partner_patient_id == PartnerPatient.id)
        .outerjoin(PartnerState, PartnerState.partner_id == ExchangePartner.id)
        .where(
            PartnerPatient.patient_id.in_(patient_ids), PartnerPatient.removed_at.is_(None),
            ExchangePartner.removed_at.is_(None),
        )
        .order_by(ExchangePartner.name)
    )  # fmt: skip


def _in_use(uow: UnitOfWork) -> list[ExchangePartner]:
    query = select(ExchangePartner).where(ExchangePartner.removed_at.is_(None)).order_by(ExchangePartner.name)
    return list(uow.session.scalars(query))


def _patients(uow: UnitOfWork, rows: Sequence[ExchangePartner]) -> dict[int, int]:
    query = select(PartnerPatient.partner_id, func.count()).where(
        PartnerPatient.partner_id.in_([row.id for row in rows]), PartnerPatient.removed_at.is_(None)
    )
    found = uow.session.execute(query.group_by(PartnerPatient.partner_id))
    return {partner_id: count for partner_id, count in found}  # noqa: C416  rows are no pairs for dict()
