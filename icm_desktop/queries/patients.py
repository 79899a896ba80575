"""Finding patients: as somebody types, as a list, and before a new one is registered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from db import search
from db.models.access import UserAccount
from db.models.audit import AuditEvent
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import Appointment, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.patients import PatientFilter, PatientRow
from icm_desktop.domain import appointment_states, person_search
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.as_of import moment
from icm_desktop.queries.lookalikes import HEAD, head_of, with_similar_name
from icm_desktop.queries.registration import editable, likenesses

__all__ = ["editable", "find", "likenesses", "patients"]

FOUND_AT_ONCE = 12
_COUNTED = 20_000  # a list search looks no further than this
_RECENT = 50
_LOOKED_BACK = 3000  # audit events
_ENDED = ("revoked", "completed", "entered-in-error")


@requires(Privilege.DEMOGRAPHICS)
def find(uow: UnitOfWork, text: str) -> tuple[PatientRow, ...]:
    """The best twelve patients for what has been typed so far.

    Args:
        uow: The unit of work.
        text: Name parts in any order, a birth date, phone digits, record number, or system|value.
    """
    terms = _terms(uow, text)
    ids: dict[int, None] = {}
    for more in (_by_family, _by_beginning, _by_middle):
        if len(ids) < FOUND_AT_ONCE:
            ids |= dict.fromkeys(more(uow, terms))
    rows = {row.head.id: row for row in _rows(uow, Patient.id.in_(search.among(list(ids)[: FOUND_AT_ONCE * 4])))}
    return tuple(rows[patient_id] for patient_id in ids if patient_id in rows)[:FOUND_AT_ONCE]


@requires(Privilege.DEMOGRAPHICS)
def patients(uow: UnitOfWork, asked: PatientFilter) -> Page[PatientRow]:
    """One slice of the Patients list, with how many patients match.

    Args:
        uow: The unit of work.
        asked: Search text, filters, order and slice.
    """
    wanted = [Patient.removed_at.is_(None), *_filters(uow, asked)]
    total = uow.session.scalar(select(func.count()).select_from(Patient).where(*wanted)) or 0
    chosen = select(Patient.id).where(*wanted)
    ids = list(uow.session.scalars(_ordered(uow, chosen, asked).limit(asked.limit).offset(asked.offset)))
    rows = {row.head.id: row for row in _rows(uow, Patient.id.in_(search.among(ids)))}
    return Page(tuple(rows[patient_id] for patient_id in ids if patient_id in rows), total, asked.offset)


def _terms(uow: UnitOfWork, text: str) -> list[search.Term]:
    return [
        search.Term(term.word, term.births, term.digits, term.number, term.system)
        for term in person_search.read(text, uow.today)
    ]


def _by_family(uow: UnitOfWork, terms: Sequence[search.Term]) -> list[int]:
    words = [term.word for term in terms if term.word]
    if len(words) != len(terms):
        return []
    keys = [search.sort_key(" ".join(words))]
    keys += [search.sort_key(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    found = [patient_id for key in keys for patient_id in search.starting_with(uow.session, key, FOUND_AT_ONCE)]
    return found if words else []


def _by_beginning(uow: UnitOfWork, terms: Sequence[search.Term]) -> list[int]:
    return _named_order(uow, search.matching(uow.session, terms))


def _by_middle(uow: UnitOfWork, terms: Sequence[search.Term]) -> list[int]:
    return _named_order(uow, search.matching(uow.session, terms, middle=True))


def _named_order(uow: UnitOfWork, ids: Sequence[int]) -> list[int]:
    sort = search.SORT
    chosen = select(sort.c.patient_id).where(sort.c.patient_id.in_(search.among(ids)))
    ordered = chosen.order_by(sort.c.sort_key, sort.c.patient_id).limit(FOUND_AT_ONCE * 4)
    return list(uow.session.scalars(ordered)) if ids else []


def _filters(uow: UnitOfWork, asked: PatientFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    terms = _terms(uow, asked.search)
    if asked.search.strip():
        ids = dict.fromkeys(search.matching(uow.session, terms, limit=_COUNTED))
        ids |= dict.fromkeys(search.matching(uow.session, terms, middle=True, limit=_COUNTED))
        found.append(Patient.id.in_(search.among(ids)))
    if asked.my_patients:
        found.append(Patient.coordinator_id == uow.actor.user_id)
    if asked.no_next_appointment:
        found += [~_coming(uow).exists(), Patient.deceased.is_(False)]
    if asked.language is not None:
        found.append(or_(Patient.language == asked.language, Patient.language.startswith(f"{asked.language}-")))
    return found


def _ordered(uow: UnitOfWork, chosen: Select[Any], asked: PatientFilter) -> Select[Any]:
    sort = search.SORT
    if asked.recent_first:
        recent = _recent(uow)
        rank = func.coalesce(_place(recent), len(recent))
        return chosen.order_by(rank, Patient.id.desc())
    keys: dict[str, Any] = {
        "born": Patient.birth_date,
        "birth_date": Patient.birth_date,
        "sex": Patient.sex,
        "record_number": Patient.record_number,
        "language": Patient.language,
        "coordinator": UserAccount.display_name,
        "next_appointment": _next_appointment(uow),
        "last_contact": _last_contact(),
        "open_referrals": _open_referrals(),
    }
    if asked.sort == "coordinator":
        chosen = chosen.outerjoin(UserAccount, UserAccount.id == Patient.coordinator_id)
    chosen = chosen.join(sort, sort.c.patient_id == Patient.id)
    first = keys.get(asked.sort)
    names = [sort.c.sort_key.desc(), Patient.id.desc()] if asked.descending else [sort.c.sort_key, Patient.id]
    if first is None:
        return chosen.order_by(*names)
    empty_last = [first.is_(None), first.desc() if asked.descending else first]
    return chosen.order_by(*empty_last, sort.c.sort_key, Patient.id)


def _place(ids: Sequence[int]) -> ColumnElement[Any]:
    each = func.json_each(search.as_json(ids)).table_valued("key", "value")
    return select(each.c.key).where(each.c.value == Patient.id).scalar_subquery()


def _recent(uow: UnitOfWork) -> list[int]:
    """Patients this user touched last, newest first; looks back over a bounded number of events."""
    events = (
        select(AuditEvent.seq, AuditEvent.patient_id, AuditEvent.user_id)
        .order_by(AuditEvent.seq.desc())
        .limit(_LOOKED_BACK)
        .subquery()
    )
    mine = select(events.c.patient_id).where(events.c.user_id == uow.actor.user_id, events.c.patient_id.is_not(None))
    return list(
        uow.session.scalars(mine.group_by(events.c.patient_id).order_by(func.max(events.c.seq).desc()).limit(_RECENT))
    )


def _coming(uow: UnitOfWork) -> Select[Any]:
    return select(Appointment.starts_at).where(
        Appointment.patient_id == Patient.id,
        Appointment.starts_at >= moment(uow),
        Appointment.status.in_(sorted(appointment_states.COMING)),
        Appointment.removed_at.is_(None),
    )


def _next_appointment(uow: UnitOfWork) -> Any:
    return _coming(uow).order_by(Appointment.starts_at).limit(1).correlate(Patient).scalar_subquery()


def _last_contact() -> Any:
    logged = select(func.max(ContactLog.at)).where(ContactLog.patient_id == Patient.id, ContactLog.removed_at.is_(None))
    return logged.correlate(Patient).scalar_subquery()


def _last_visit(uow: UnitOfWork) -> Any:
    seen = (
        select(Appointment.starts_at)
        .where(
            Appointment.patient_id == Patient.id,
            Appointment.starts_at < moment(uow),
            Appointment.status.in_(sorted(appointment_states.TOOK_PLACE)),
            Appointment.removed_at.is_(None),
        )
        .order_by(Appointment.starts_at.desc())
        .limit(1)
    )
    return seen.correlate(Patient).scalar_subquery()


def _open_referrals() -> Any:
    is_open = (
        ServiceRequest.is_referral.is_(True),
        ServiceRequest.closed_on.is_(None),
        ServiceRequest.removed_at.is_(None),
        func.coalesce(ServiceRequest.status, "active").not_in(_ENDED),
    )
    counted = select(func.count()).select_from(ServiceRequest).where(ServiceRequest.patient_id == Patient.id, *is_open)
    return counted.correlate(Patient).scalar_subquery()


def _rows(uow: UnitOfWork, chosen: ColumnElement[bool]) -> list[PatientRow]:
    """The rows of the chosen patients in one statement, and one more for names alike."""
    statement = (
        select(
            *HEAD,
            UserAccount.display_name,
            _next_appointment(uow),
            _last_contact(),
            _last_visit(uow),
            _open_referrals(),
        )
        .select_from(Patient)
        .outerjoin(UserAccount, UserAccount.id == Patient.coordinator_id)
        .where(chosen, Patient.removed_at.is_(None))
    )
    rows = uow.session.execute(statement).all()
    alike = with_similar_name(uow, [row[0] for row in rows])
    return [_row(uow, row, row[0] in alike) for row in rows]


def _row(uow: UnitOfWork, row: Any, similar_name: bool) -> PatientRow:
    coordinator, coming, logged, visited, referrals = row[len(HEAD) :]
    last: dt.datetime | None = max((moment for moment in (logged, visited) if moment), default=None)
    day = last.astimezone(uow.zone).date() if last else None
    return PatientRow(head_of(row), coordinator, coming, day, referrals, similar_name)
