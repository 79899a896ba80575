"""Finding patients as somebody types: name index, middle-of-name index and sort keys, kept right by triggers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.orm import Session

from db import match_keys
from db.models.patient import Patient, PatientIdentifier, PatientTelecom

BROAD = 2000  # hits of one index that are put into name order; a broader question is answered from its first ones
_SAME_NUMBER = 500
_FEW = 40
_SHORTEST_SOUND = 4
_EVERYBODY = 10_000_000
SEPARATOR = "\x1f"  # between family and given name in sort keys: before every letter and before the blank

_FOLDED = dict(
    zip("àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ", "aaaaaaceeeeiiiinoooooouuuuyy", strict=True),
) | dict(zip("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ", "aaaaaaceeeeiiiinoooooouuuuy", strict=True))
_DROPPED = "'’ʼ`-"


def _replaced(sql: str, pairs: Iterable[tuple[str, str]]) -> str:
    for old, new in pairs:
        sql = f"replace({sql}, '{old.replace(chr(39), chr(39) * 2)}', '{new}')"
    return sql


def _squeezed(sql: str) -> str:
    return _replaced(sql, [(mark, "") for mark in _DROPPED])


def _key(family: str, given: str) -> str:
    full = f"coalesce({family}, '') || char({ord(SEPARATOR)}) || coalesce({given}, '')"
    return f"lower({_replaced(_squeezed(full), _FOLDED.items())})"


# Without those that repeat the patient's own columns: their arrival changes no index (see _NEWS).
_OTHER_NAMES = (
    "(SELECT group_concat(coalesce(n.family, '') || ' ' || coalesce(n.given, ''), ' ') "
    "FROM patient_name AS n WHERE n.patient_id = p.id AND n.removed_at IS NULL "
    "AND NOT (n.family IS p.family AND n.given IS p.given))"
)
_NAMES = (
    "p.family || ' ' || coalesce(p.given, '') || ' ' || coalesce(p.preferred_name, '') "
    f"|| ' ' || coalesce({_OTHER_NAMES}, '')"
)


def _fill(patient: str) -> str:
    return (
        f"DELETE FROM patient_search WHERE rowid = {patient}; "  # noqa: S608  our own words only
        f"DELETE FROM patient_middle WHERE rowid = {patient}; "
        f"DELETE FROM patient_sort WHERE patient_id = {patient}; "
        "INSERT INTO patient_search (rowid, names, born) "
        f"SELECT t.patient_id, t.names || ' ' || {_squeezed('t.names')}, t.born "
        f"FROM patient_search_text AS t WHERE t.patient_id = {patient}; "
        "INSERT INTO patient_middle (rowid, names) "
        f"SELECT t.patient_id, {_squeezed('t.names')} FROM patient_search_text AS t WHERE t.patient_id = {patient}; "
        "INSERT INTO patient_sort (patient_id, sort_key) "
        f"SELECT p.id, {_key('p.family', 'p.given')} FROM patient AS p "
        f"WHERE p.id = {patient} AND p.removed_at IS NULL; "
    )


def text_of(index: str) -> str:
    """The query whose rows a full-text index is filled with, for checking it."""
    if index == "patient_search":
        return f"SELECT t.patient_id, t.names || ' ' || {_squeezed('t.names')}, t.born FROM patient_search_text AS t"  # noqa: S608
    return f"SELECT t.patient_id, {_squeezed('t.names')} FROM patient_search_text AS t"  # noqa: S608  our own words only


def _trigger(name: str, when: str, patient: str, condition: str = "") -> str:
    return f"CREATE TRIGGER patient_search_{name} AFTER {when} {condition} BEGIN {_fill(patient)} END"


# A name that repeats the patient's own columns (the usual case of an import) changes nothing to find.
_NEWS = (
    "WHEN NOT EXISTS (SELECT 1 FROM patient AS p "
    "WHERE p.id = NEW.patient_id AND p.family IS NEW.family AND p.given IS NEW.given)"
)

DDL: list[str] = [
    (
        "CREATE VIRTUAL TABLE patient_search USING fts5(names, born, content='', contentless_delete=1, "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    ),
    (
        "CREATE VIRTUAL TABLE patient_middle USING fts5(names, content='', contentless_delete=1, "
        "tokenize='trigram remove_diacritics 1')"
    ),
    "CREATE TABLE patient_sort (patient_id INTEGER PRIMARY KEY, sort_key TEXT NOT NULL)",
    "CREATE INDEX ix_patient_sort_key ON patient_sort (sort_key, patient_id)",
    "CREATE INDEX ix_patient_telecom_last_four ON patient_telecom (substr(digits, -4), digits)",
    (
        f"CREATE VIEW patient_search_text AS SELECT p.id AS patient_id, {_NAMES} AS names, "  # noqa: S608  our own words only
        "replace(coalesce(p.birth_date, ''), '-', '') AS born FROM patient AS p WHERE p.removed_at IS NULL"
    ),
    _trigger("patient_added", "INSERT ON patient", "NEW.id"),
    _trigger("patient_changed", "UPDATE OF family, given, preferred_name, birth_date, removed_at ON patient", "NEW.id"),
    _trigger("patient_purged", "DELETE ON patient", "OLD.id"),
    _trigger("name_added", "INSERT ON patient_name", "NEW.patient_id", _NEWS),
    _trigger("name_changed", "UPDATE OF family, given, removed_at ON patient_name", "NEW.patient_id"),
    _trigger("name_moved", "UPDATE OF patient_id ON patient_name", "OLD.patient_id"),
    _trigger("name_arrived", "UPDATE OF patient_id ON patient_name", "NEW.patient_id"),
    _trigger("name_purged", "DELETE ON patient_name", "OLD.patient_id"),
]

_INDEX = table("patient_search", column("rowid"), column("patient_search"))
_MIDDLE = table("patient_middle", column("rowid"), column("patient_middle"))
SORT = table("patient_sort", column("patient_id"), column("sort_key"))


_MOST = bindparam("most", type_=Integer)
_LISTED: Select[Any] = select(literal_column("value")).select_from(func.json_each(bindparam("ids", type_=String)))
# Built once: putting a statement together costs more than running it.
_STARTING = (
    select(SORT.c.patient_id)
    .where(SORT.c.sort_key >= bindparam("first", type_=String), SORT.c.sort_key < bindparam("last", type_=String))
    .order_by(SORT.c.sort_key, SORT.c.patient_id)
    .limit(_MOST)
)
_IN_NAME_ORDER = (
    select(SORT.c.patient_id)
    .where(
        SORT.c.patient_id.in_(
            select(literal_column("value")).select_from(func.json_each(bindparam("ids", type_=String)))
        )
    )
    .order_by(SORT.c.sort_key, SORT.c.patient_id)
    .limit(_MOST)
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was typed; it may be several kinds of thing, and a patient matches when one of them fits.

    Args:
        word: The beginning or middle of a name.
        births: Birth dates of any precision ("1958", "1958-03-04").
        digits: The last digits of a phone number, at least four.
        number: A record number or an identifier's value.
        system: The identifier's system, when it was typed too.
        vague: Birth dates that fit only when nothing more precise is known of the patient ("1958").
        named: The beginning of a name and a year of birth that fit together.
    """

    word: str | None = None
    births: tuple[str, ...] = ()
    digits: str | None = None
    number: str | None = None
    system: str | None = None
    vague: tuple[str, ...] = ()
    named: tuple[str, str] | None = None


def sort_key(family: str, given: str | None = None) -> str:
    """The beginning of `patient_sort` keys of this name: lower case, without accents, apostrophes and hyphens."""
    name = family if given is None else f"{family}{SEPARATOR}{given}"
    folded = "".join(_FOLDED.get(letter, letter) for letter in name if letter not in _DROPPED)
    return "".join(letter.lower() if letter.isascii() else letter for letter in folded)


def starting_with(session: Session, key: str, limit: int) -> list[int]:
    """Patients whose sort key begins with `key`, in name order."""
    return list(session.scalars(_STARTING, {"first": key, "last": key + "\U0010ffff", "most": limit}))


def in_name_order(session: Session, ids: Iterable[int], limit: int) -> list[int]:
    """The first of these patients by name."""
    return list(session.scalars(_IN_NAME_ORDER, {"ids": json.dumps(list(ids)), "most": limit}))


def matching(session: Session, terms: Sequence[Term], *, middle: bool = False, limit: int = BROAD) -> list[int]:
    """Ids of patients that match every term, numbers first, otherwise in no order.

    Args:
        session: A session on the practice.
        terms: What was typed.
        middle: Take words as the middle of a name (three letters and more) instead of its beginning.
        limit: At most this many.
    """
    numbers = [_with_number(session, term) for term in terms]
    found: dict[int, None] = {}
    for place, ids in enumerate(numbers):
        others = [term for number, term in enumerate(terms) if number != place]
        if ids and not others:
            found |= dict.fromkeys(ids)
        elif ids and all(_in_index(term) for term in others):
            found |= dict.fromkeys(_indexed(session, others, middle, limit, within=ids))
    if len(terms) > 1 and all(numbers):
        found |= dict.fromkeys(sorted(frozenset(numbers[0]).intersection(*numbers[1:])))
    if terms and all(_in_index(term) for term in terms):
        found |= dict.fromkeys(_indexed(session, terms, middle, limit))
    return list(found)[:limit]


def sounding(session: Session, terms: Sequence[Term], limit: int = BROAD) -> list[int]:
    """Patients with a name that sounds like each word, born when a term says so; in no order.

    Words of three letters and fewer sound like too many; nothing is found when a term is neither a word nor a date.
    """
    words = [term.word for term in terms if term.word and not term.births]
    dates = [term for term in terms if term.births]
    if not words or len(words) + len(dates) < len(terms) or min(map(len, words)) < _SHORTEST_SOUND:
        return []
    found = match_keys.sounding(session.connection(), words, limit)
    for term in dates:
        born = or_(Patient.birth_date.in_(term.vague), *(Patient.birth_date.startswith(birth) for birth in term.births))
        found = list(session.scalars(select(Patient.id).where(Patient.id.in_(among(found)), born)))
    return found


def resembling(session: Session, words: Sequence[str], limit: int) -> list[int]:
    """Patients whose names share pieces of three letters with the words, those that share most first."""
    pieces = dict.fromkeys(word[start : start + 3] for word in words for start in range(len(word) - 2))
    if not pieces:
        return []
    matches: ColumnElement[bool] = _MIDDLE.c.patient_middle.op("MATCH")(" OR ".join(map(_quoted, pieces)))
    return list(session.scalars(select(_MIDDLE.c.rowid).where(matches).order_by(column("rank")).limit(limit)))


def among(ids: Iterable[int]) -> Select[Any]:
    """A subquery of ids, passed as one value however many they are."""
    return listed(as_json(ids))


def listed(ids: ColumnElement[str]) -> Select[Any]:
    """A subquery of ids from one JSON value."""
    return select(literal_column("value")).select_from(func.json_each(ids))


def as_json(ids: Iterable[int]) -> ColumnElement[str]:
    """The ids as one JSON value for `json_each`."""
    return literal(as_text(ids))


def as_text(ids: Iterable[int]) -> str:
    """The ids as the text of that value, for a statement that is built once."""
    return json.dumps(list(ids))


def _in_index(term: Term) -> bool:
    return term.word is not None or bool(term.births)


def _indexed(
    session: Session, terms: Sequence[Term], middle: bool, limit: int, within: Sequence[int] | None = None
) -> list[int]:
    words = [term for term in terms if term.word] if middle else []
    if any(len(term.word or "") < 3 for term in words) or (middle and not words):
        return []
    others = [term for term in terms if term not in words]
    if words and others:
        within = _indexed(session, others, False, _EVERYBODY, within)
    if within is not None and not within:
        return []
    if words:
        return _ids(session, _MIDDLE, " AND ".join(_quoted(term.word or "") for term in words), limit, within)
    return _ids(session, _INDEX, " AND ".join(_expression(term) for term in terms), limit, within)


def _ids(session: Session, index: Any, question: str, limit: int, within: Sequence[int] | None) -> list[int]:
    chosen = select(index.c.rowid).where(index.c[index.name].op("MATCH")(question))
    if within is None:
        return list(session.scalars(chosen.limit(limit)))
    if len(within) <= _FEW:
        return list(session.scalars(chosen.where(index.c.rowid.in_(among(within)))))
    wanted = frozenset(within)  # the index asked once and compared here: row by row it would take far longer
    return [patient_id for patient_id in session.scalars(chosen) if patient_id in wanted][:limit]


def _expression(term: Term) -> str:
    kinds = [f"names : {_quoted(term.word)} *"] if term.word else []
    for birth in term.births:  # a whole date is one word of the index, a year or month the beginning of many
        kinds.append(f"born : {_quoted(birth.replace('-', ''))}" + ("" if len(birth) == len("1958-03-04") else " *"))
    kinds += [f"born : {_quoted(birth.replace('-', ''))}" for birth in term.vague]
    if term.named:
        kinds.append("(names : {} * AND born : {} *)".format(*map(_quoted, term.named)))
    return f"({' OR '.join(kinds)})"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""').replace("\x00", "") + '"'


def _with_number(session: Session, term: Term) -> list[int]:
    found: dict[int, None] = {}
    if term.number and term.system is None:
        found |= dict.fromkeys(with_record_number(session, {term.number, term.number.zfill(6)}))
    if term.number:
        found |= dict.fromkeys(session.scalars(_with_identifier(term.number, term.system)))
    if term.digits:
        found |= dict.fromkeys(session.scalars(_with_phone(term.digits)))
    return list(found)


def with_record_number(session: Session, numbers: Iterable[str]) -> list[int]:
    """Patients with one of these record numbers; that of a record that was merged is answered with who it went into."""
    chosen = select(Patient.id, Patient.merged_into_id).where(Patient.record_number.in_(sorted(numbers)))
    return [surviving(session, found, into) for found, into in session.execute(chosen)]


def surviving(session: Session, patient_id: int, merged_into: int | None) -> int:
    """The record a merged one went into, behind any number of merges; itself when it was not merged."""
    seen = {patient_id}
    while merged_into is not None and merged_into not in seen:
        seen.add(merged_into)
        patient_id = merged_into
        merged_into = session.scalar(select(Patient.merged_into_id).where(Patient.id == patient_id))
    return patient_id


def _with_identifier(number: str, system: str | None) -> Select[int]:
    kept = PatientIdentifier.removed_at.is_(None)
    chosen = select(PatientIdentifier.patient_id).where(kept)
    if system is None:
        return chosen.where(PatientIdentifier.value.in_({number, number.upper()})).limit(_SAME_NUMBER)
    same = PatientIdentifier.system == system if system else or_(PatientIdentifier.system.is_(None))
    return chosen.where(PatientIdentifier.value == number, same).limit(_SAME_NUMBER)


def _with_phone(digits: str) -> Select[int]:
    last_four = func.substr(PatientTelecom.digits, literal_column("-4"))  # as in the index, not a bound value
    return (
        select(PatientTelecom.patient_id)
        .where(last_four == digits[-4:], PatientTelecom.digits.endswith(digits), PatientTelecom.removed_at.is_(None))
        .limit(_SAME_NUMBER)
    )
