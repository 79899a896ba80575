"""Who and what could have a word that was typed: asked of indexes, so that no list of all names is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from db.models.patient import Patient
from db.models.practice import Organization, Practitioner
from db.models.scheduling import ServiceRequest
from db.search import Term, as_text, listed, matching

_EVERYBODY = 10_000_000
_RECORD_NUMBER = 6  # digits; zeros before them need not be typed
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")
_PIECES = re.compile(r"[^\W_]+")
_ABOUT = ("text", "to_text", "to_practitioner_id", "to_organization_id")
_IDS = listed(bindparam("ids", type_=String))
_EMPLOYER = aliased(Organization)


def patients_with(session: Session, words: Iterable[str]) -> set[int]:
    """Patients with each word: where a name or the record number begins, from three letters anywhere in a name.

    Names somebody no longer has count too: the caller looks at what it shows.
    """
    found: set[int] | None = None
    for word in sorted(words, key=len, reverse=True):
        having = _with_word(session, word) if found is None or found else set()
        found = having if found is None else found & having
    return found or set()


def _with_word(session: Session, word: str) -> set[int]:
    terms = [Term(word=piece) for piece in _PIECES.findall(word.translate(_APOSTROPHES))]
    found = {*matching(session, terms, limit=_EVERYBODY), *matching(session, terms, middle=True, limit=_EVERYBODY)}
    for number in {word, word.upper(), word.zfill(_RECORD_NUMBER)}:
        found.update(session.scalars(_numbered(), {"first": number, "last": f"{number}\U0010ffff"}))
    return found


@cache
def _numbered() -> Select[int]:
    first, last = bindparam("first", type_=String), bindparam("last", type_=String)
    return select(Patient.id).where(Patient.record_number >= first, Patient.record_number < last)


def referrals_with(
    session: Session, words: Sequence[str], service: str | None, has: Callable[[str, str], bool]
) -> set[int]:
    """Orders that could have every word: in the patient's name or number, the service or the destination.

    Some have not: the caller looks at their texts.

    Args:
        session: A session on the practice.
        words: What was typed.
        service: Only orders of this service.
        has: Whether a text has a word.
    """
    if not words:
        return _ids(session, "text", [service])
    about = _about(session)
    things = {word: _having(about, word, has) for word in words}
    of_people = [word for word in words if not any(things[word].values())]
    word = max(words, key=len)
    found = _ids(session, "patient_id", patients_with(session, of_people or [word]))
    if not of_people:
        for column, values in things[word].items():
            found |= _ids(session, column, values)
    return found


def _having(about: dict[str, dict[Any, str]], word: str, has: Callable[[str, str], bool]) -> dict[str, list[Any]]:
    return {column: [value for value, name in names.items() if has(name, word)] for column, names in about.items()}


def _ids(session: Session, column: str, values: Iterable[Any]) -> set[int]:
    asked = {"ids": as_text(values)}
    return set(session.scalars(_of(column), asked)) if asked["ids"] != "[]" else set()


@cache
def _of(column: str) -> Select[int]:
    return select(ServiceRequest.id).where(getattr(ServiceRequest, column).in_(_IDS))


def _about(session: Session) -> dict[str, dict[Any, str]]:
    """What orders are about and to whom they go, each once, with how it is named."""
    each = {column: list(session.scalars(_each(column))) for column in _ABOUT}
    people = session.execute(_people(), {"ids": as_text(each["to_practitioner_id"])})
    places = session.execute(_places(), {"ids": as_text(each["to_organization_id"])})
    return {
        "text": {value: value for value in each["text"]},
        "to_text": {value: value for value in each["to_text"]},
        "to_practitioner_id": {row.id: " ".join(filter(None, row[1:])) for row in people},
        "to_organization_id": {row.id: row.name for row in places},
    }


@cache
def _each(column: str) -> Select[Any]:
    """Every value of a column once, by jumping along its index from one to the next."""
    kept, later = ServiceRequest.__table__.c[column], ServiceRequest.__table__.alias("later").c[column]
    first = select(func.min(kept).label("value")).where(kept.is_not(None)).cte("each", recursive=True)
    following = select(func.min(later)).where(later > first.c.value).scalar_subquery()
    each = first.union_all(select(following).where(first.c.value.is_not(None)))
    return select(each.c.value).where(each.c.value.is_not(None))


@cache
def _people() -> Select[*tuple[Any, ...]]:
    names = (Practitioner.prefix, Practitioner.given, Practitioner.family, Practitioner.suffix, _EMPLOYER.name)
    employer = _EMPLOYER.id == Practitioner.organization_id
    return select(Practitioner.id, *names).outerjoin(_EMPLOYER, employer).where(Practitioner.id.in_(_IDS))


@cache
def _places() -> Select[*tuple[Any, ...]]:
    return select(Organization.id, Organization.name).where(Organization.id.in_(_IDS))
