"""Social needs of a patient: what the newest answers and the problem list say, and what was said and done here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.screening import SocialNeed
from db.models.shared_plan import HealthConcern
from db.unit_of_work import UnitOfWork
from icm_desktop.content.instruments import instruments
from icm_desktop.content.social_domains import Domain, domains
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.screening import ScreeningRow
from icm_desktop.contracts.social_needs import (
    FOUND,
    NONE,
    NOT_ASKED,
    NeedReferral,
    NeedRow,
    PatientNeeds,
    Words,
)
from icm_desktop.domain.pathways.facts import Problem
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import referrals
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.pathway_facts import FactsReader
from icm_desktop.queries.screening import of_patient as screening_of

_PROBLEM_LIST: Words = {"en": "Problem list", "es": "Lista de problemas"}
_EVER = 70_000  # days


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of whether there is a need: by what, when."""

    state: str
    by: Words | None = None
    day: dt.date | None = None
    response_id: int | None = None


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> PatientNeeds:
    """Every domain: whether there is a need, whether help is wanted, and where its referral stands.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    answered = screening_of(uow, patient_id).rows
    problems = FactsReader(uow, frozenset()).of([patient_id], uow.today)[patient_id].problems
    said = _said_of(uow, patient_id)
    sent = _referrals(uow, patient_id, said.values())
    concerns = _concerns(uow, said.values())
    names = _names(uow, said.values())
    rows = [
        _row(one, _known(uow, one, answered, problems), said.get(one.code), sent, concerns, names) for one in domains()
    ]
    return PatientNeeds(head, tuple(rows))


def _said_of(uow: UnitOfWork, patient_id: int) -> dict[str, SocialNeed]:
    """What was said here, by domain; the newest counts."""
    wanted = select(SocialNeed).where(SocialNeed.patient_id == patient_id, SocialNeed.removed_at.is_(None))
    return {row.domain: row for row in uow.session.scalars(wanted.order_by(SocialNeed.id))}


def _known(uow: UnitOfWork, domain: Domain, answered: Iterable[ScreeningRow], problems: Iterable[Problem]) -> _Known:
    """The newest answer counts; a problem on the list says that there is one until an answer later than it says no."""
    listed = [one for one in problems if domain.holds(one.codes) and (one.until is None or one.until > uow.today)]
    since = max((one.since for one in listed if one.since is not None), default=None)
    found = next((known for row in answered if (known := _answer(row, domain)) is not None), None)
    if found is not None and found.state == FOUND:
        return found
    if listed and (found is None or (since is not None and found.day is not None and since > found.day)):
        return _Known(FOUND, _PROBLEM_LIST, since)
    return found or _Known(NOT_ASKED)


def _answer(row: ScreeningRow, domain: Domain) -> _Known | None:
    """What one form, newest first, says of a domain; None when it does not ask."""
    instrument = instruments().get(row.instrument or "")
    if instrument is None or row.mistaken or row.not_scored:
        return None
    ids = {one.id for one in instrument.scores if one.domain == domain.code}
    told = [one.positive for one in row.scores if one.id in ids and one.positive is not None]
    if not told:
        return None
    return _Known(FOUND if True in told else NONE, row.title, row.day, row.id)


def _row(
    domain: Domain,
    known: _Known,
    said: SocialNeed | None,
    sent: dict[int, NeedReferral],
    concerns: dict[int, str],
    names: dict[int, str],
) -> NeedRow:
    return NeedRow(
        domain=domain.code,
        title=domain.words,
        private=domain.private,
        state=known.state,
        by=known.by,
        day=known.day,
        response_id=known.response_id,
        wants_help=said.wants_help if said else None,
        said_on=said.asked_on if said else None,
        said_to=names.get(said.updated_by_id or said.created_by_id or 0) if said and said.wants_help else None,
        note=said.note if said else None,
        referral=sent.get(said.service_request_id or 0) if said else None,
        concern=concerns.get(said.concern_id or 0) if said else None,
        id=said.id if said else None,
        version=said.version if said else 0,
        service=domain.service,
    )


def _referrals(uow: UnitOfWork, patient_id: int, said: Iterable[SocialNeed]) -> dict[int, NeedReferral]:
    if not any(row.service_request_id for row in said):
        return {}
    board = referrals.rows(uow, ReferralFilter(patient_id=patient_id, closed_days=_EVER))
    return {
        row.id: NeedReferral(row.id, row.state, row.to, row.ordered_on, row.due, row.column != "closed")
        for row in board
    }  # fmt: skip


def _concerns(uow: UnitOfWork, said: Iterable[SocialNeed]) -> dict[int, str]:
    """The state of the concerns made from needs."""
    ids = [row.concern_id for row in said if row.concern_id]
    if not ids:
        return {}
    wanted = select(HealthConcern.id, HealthConcern.status).where(
        HealthConcern.id.in_(ids), HealthConcern.removed_at.is_(None)
    )
    return {row.id: row.status for row in uow.session.execute(wanted)}


def _names(uow: UnitOfWork, said: Iterable[SocialNeed]) -> dict[int, str]:
    ids = {one for row in said for one in (row.created_by_id, row.updated_by_id) if one}
    wanted = select(UserAccount.id, UserAccount.display_name).where(UserAccount.id.in_(ids))
    return {row.id: row.display_name for row in uow.session.execute(wanted)} if ids else {}
