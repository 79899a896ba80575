"""Finding patients: as somebody types, as a list, and before a new one is registered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from db import search
from db.models.access import UserAccount
from db.models.audit import AuditEvent
from db.models.exchange import ImportBatch
from db.models.patient import Patient
from db.unit_of_work import SEE_INCOMPLETE, UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.patients import PatientFilter, PatientRow
from icm_desktop.domain import person_search
from icm_desktop.domain.names import folded
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.as_of import moment
from icm_desktop.queries.patient_rows import COMING, LAST_CONTACT, NEXT_APPOINTMENT, OPEN_REFERRALS, patient_rows
from icm_desktop.queries.registration import editable, likenesses

__all__ = ["editable", "find", "likenesses", "patients", "similar"]

FOUND_AT_ONCE = 12
_SPARE = 4  # looked at in case somebody found is hidden or removed
_SIMILAR, _RESEMBLING, _NEAR = 3, 60, 0.7
_COUNTED = 20_000  # a list search looks no further than this
_RECENT = 50
_LOOKED_BACK = 3000  # audit events


@requires(Privilege.DEMOGRAPHICS)
def find(uow: UnitOfWork, text: str) -> tuple[PatientRow, ...]:
    """The best twelve patients for what has been typed so far.

    Args:
        uow: The unit of work.
        text: Name parts in any order, a birth date, phone digits, record number, or system|value. Names that sound
            like what was typed come after those that are written like it.
    """
    terms = _terms(uow, text)
    ids: dict[int, None] = {}
    for more in (_by_family, _by_beginning, _by_middle, _by_sound):
        if len(ids) < FOUND_AT_ONCE:
            ids |= dict.fromkeys(more(uow, terms))
    rows = {row.head.id: row for row in patient_rows(uow, list(ids)[: FOUND_AT_ONCE + _SPARE])}
    return tuple(rows[patient_id] for patient_id in ids if patient_id in rows)[:FOUND_AT_ONCE]


@requires(Privilege.DEMOGRAPHICS)
def similar(uow: UnitOfWork, text: str) -> tuple[PatientRow, ...]:
    """At most three patients whose name is spelt much like what was typed, for when nobody matches it."""
    words = [term.word for term in _terms(uow, text) if term.word]
    typed = [folded(word) for word in words]
    rows = patient_rows(uow, search.resembling(uow.session, words, _RESEMBLING))

    def closeness(row: PatientRow) -> float:
        names = [folded(row.head.family), *map(folded, f"{row.head.family} {row.head.given or ''}".split())]
        return min(max(SequenceMatcher(None, word, name).ratio() for name in names) for word in typed)

    near = sorted(((closeness(row), row) for row in rows), key=lambda one: (-one[0], one[1].head.id))
    return tuple(row for close, row in near if close >= _NEAR)[:_SIMILAR]


@requires(Privilege.DEMOGRAPHICS)
def patients(uow: UnitOfWork, asked: PatientFilter) -> Page[PatientRow]:
    """One slice of the Patients list, with how many patients match.

    Args:
        uow: The unit of work.
        asked: Search text, filters, order and slice.
    """
    wanted = [Patient.removed_at.is_(None), *_filters(uow, asked)]
    if asked.search.strip():
        chosen = select(Patient.id).where(*wanted, _searched(uow, asked))
        found = list(uow.session.scalars(_ordered(uow, chosen, asked), _at(uow)))
        total, ids = len(found), found[asked.offset : asked.offset + asked.limit]
    else:
        total, ids = _total(uow, wanted), _slice(uow, select(Patient.id).where(*wanted), asked)
    rows = {row.head.id: row for row in patient_rows(uow, ids)}
    return Page(tuple(rows[patient_id] for patient_id in ids if patient_id in rows), total, asked.offset)


def _at(uow: UnitOfWork) -> dict[str, dt.datetime]:
    return {"moment": moment(uow)}


def _total(uow: UnitOfWork, wanted: Sequence[ColumnElement[bool]]) -> int:
    if len(wanted) > 1:
        return uow.session.scalar(select(func.count()).select_from(Patient).where(*wanted), _at(uow)) or 0
    hidden = (
        select(func.count())
        .select_from(Patient)
        .join(ImportBatch, ImportBatch.id == Patient.import_id)
        .where(ImportBatch.state != "complete", *wanted)
        .execution_options(**{SEE_INCOMPLETE: True})
    )
    everybody = uow.session.scalar(select(func.count()).select_from(search.SORT)) or 0
    return everybody - (uow.session.scalar(hidden, _at(uow)) or 0)


def _slice(uow: UnitOfWork, chosen: Select[Any], asked: PatientFilter) -> list[int]:
    if not asked.recent_first:
        return list(uow.session.scalars(_ordered(uow, chosen, asked).limit(asked.limit).offset(asked.offset), _at(uow)))
    recent = _recent(uow)
    visible = frozenset(uow.session.scalars(chosen.where(Patient.id.in_(search.among(recent))), _at(uow)))
    first = [patient_id for patient_id in recent if patient_id in visible]
    ids = first[asked.offset : asked.offset + asked.limit]
    others = chosen.where(Patient.id.not_in(search.among(first))).order_by(Patient.id.desc())
    more = others.limit(asked.limit - len(ids)).offset(max(asked.offset - len(first), 0))
    return ids + (list(uow.session.scalars(more, _at(uow))) if len(ids) < asked.limit else [])


def _terms(uow: UnitOfWork, text: str) -> list[search.Term]:
    return [
        search.Term(term.word, term.births, term.digits, term.number, term.system, term.vague, term.named)
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


def _by_sound(uow: UnitOfWork, terms: Sequence[search.Term]) -> list[int]:
    return _named_order(uow, search.sounding(uow.session, terms))


def _named_order(uow: UnitOfWork, ids: Sequence[int]) -> list[int]:
    return search.in_name_order(uow.session, ids, FOUND_AT_ONCE + _SPARE) if ids else []


def _searched(uow: UnitOfWork, asked: PatientFilter) -> ColumnElement[bool]:
    terms = _terms(uow, asked.search)
    ids = dict.fromkeys(search.matching(uow.session, terms, limit=_COUNTED))
    ids |= dict.fromkeys(search.matching(uow.session, terms, middle=True, limit=_COUNTED))
    if not ids:  # the list narrows with every letter: what only sounds alike comes when nothing is written like it
        ids |= dict.fromkeys(search.sounding(uow.session, terms))
    return Patient.id.in_(search.among(ids))


def _filters(uow: UnitOfWork, asked: PatientFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.my_patients:
        found.append(Patient.coordinator_id == uow.actor.user_id)
    if asked.no_next_appointment:
        found += [~COMING.exists(), Patient.deceased.is_(False)]
    if asked.language is not None:
        found.append(or_(Patient.language == asked.language, Patient.language.startswith(f"{asked.language}-")))
    return found


def _ordered(uow: UnitOfWork, chosen: Select[Any], asked: PatientFilter) -> Select[Any]:
    sort = search.SORT
    indexed: dict[str, Any] = {"birth_date": Patient.birth_date, "record_number": Patient.record_number}
    if asked.sort in indexed:
        first = indexed[asked.sort]
        return chosen.order_by((first.desc() if asked.descending else first.asc()).nulls_last(), Patient.id)
    keys: dict[str, Any] = {
        "sex": Patient.sex,
        "language": Patient.language,
        "coordinator": select(UserAccount.display_name)
        .where(UserAccount.id == Patient.coordinator_id)
        .correlate(Patient)
        .scalar_subquery(),
        "next_appointment": NEXT_APPOINTMENT,
        "last_contact": LAST_CONTACT,
        "open_referrals": OPEN_REFERRALS,
    }
    chosen = chosen.join(sort, sort.c.patient_id == Patient.id)
    key = keys.get(asked.sort)
    if key is None:
        turned = asked.descending
        return chosen.order_by(
            *(column.desc() if turned else column for column in (sort.c.sort_key, sort.c.patient_id))
        )
    return chosen.order_by(key.is_(None), key.desc() if asked.descending else key, sort.c.sort_key, Patient.id)


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
