"""What is compared of patients on file, and who has to be compared with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Select, select

from db import match_keys, search
from db.match_keys import Identity
from db.models.patient import Patient, PatientAddress, PatientIdentifier, PatientName, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.content.matching import match_rules
from icm_desktop.domain.matching import Alike, Person, likeness
from icm_desktop.permissions import Privilege, requires

_AT_ONCE = 400


@requires(Privilege.DEMOGRAPHICS)
def people_of(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, Person]:
    """What is compared of these patients; hidden and removed ones are missing."""
    wanted = sorted(ids)
    found: dict[int, Person] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        found |= _people(uow, wanted[start : start + _AT_ONCE])
    return found


@requires(Privilege.DEMOGRAPHICS)
def looked_up(uow: UnitOfWork, people: dict[int, Person]) -> dict[int, frozenset[int]]:
    """Who shares a key with each of these people, themselves left out: nobody else can be alike.

    Args:
        uow: The unit of work.
        people: By row id; negative or 0 for somebody who is not on file.
    """
    asked: dict[str, list[int]] = defaultdict(list)
    for patient_id, person in people.items():
        for key in match_keys.keys_to_ask(identity_of(person)):
            asked[key].append(patient_id)
    found: dict[int, set[int]] = defaultdict(set)
    for key, sharing in match_keys.sharing(uow.session.connection(), asked):
        for patient_id in asked[key]:
            found[patient_id].update(sharing)
    return {patient_id: frozenset(found[patient_id] - {patient_id}) for patient_id in people}


@requires(Privilege.DEMOGRAPHICS)
def alike(uow: UnitOfWork, people: dict[int, Person]) -> dict[tuple[int, int], Alike]:
    """Everybody on file who looks like one of these people: {(their id, the other's): how}; a pair only once.

    Args:
        uow: The unit of work.
        people: As in `looked_up`.
    """
    others = looked_up(uow, people)
    known = people | people_of(uow, frozenset().union(*others.values()) - people.keys())
    found: dict[tuple[int, int], Alike] = {}
    for one, person in people.items():
        for other in others[one]:
            if other in known and (other, one) not in found:
                how = likeness(person, known[other], match_rules())
                if how is not None:
                    found[one, other] = how
    return found


def identity_of(person: Person) -> Identity:
    """What the keys of a person are made of."""
    names = ((person.family, person.given), *person.others)
    return Identity(names, person.preferred, person.birth_date, person.phones, person.identifiers)


def _people(uow: UnitOfWork, ids: list[int]) -> dict[int, Person]:
    names, numbers, places = _details(uow, PatientName, ids), _numbers(uow, ids), _details(uow, PatientAddress, ids)
    phones, emails = _telecoms(uow, ids)
    columns = (Patient.id, Patient.family, Patient.given, Patient.birth_date, Patient.sex, Patient.preferred_name)
    chosen = select(*columns, Patient.suffix, Patient.multiple_birth)
    rows = uow.session.execute(chosen.where(Patient.id.in_(search.among(ids)), Patient.removed_at.is_(None)))
    return {
        row.id: Person(
            family=row.family,
            given=row.given,
            birth_date=row.birth_date,
            sex=row.sex,
            phones=frozenset(phones[row.id]),
            identifiers=frozenset(numbers[row.id]),
            others=frozenset(names[row.id]) - {(row.family, row.given)},
            preferred=row.preferred_name,
            suffix=row.suffix,
            emails=frozenset(emails[row.id]),
            addresses=frozenset(places[row.id]),
            multiple_birth=row.multiple_birth,
        )
        for row in rows
    }


_OF = {
    PatientName: (PatientName.family, PatientName.given),
    PatientAddress: (PatientAddress.line, PatientAddress.city, PatientAddress.postal_code),
    PatientIdentifier: (PatientIdentifier.system, PatientIdentifier.value),
    PatientTelecom: (PatientTelecom.system, PatientTelecom.value, PatientTelecom.digits),
}


def _rows(uow: UnitOfWork, kind: Any, ids: list[int]) -> Iterator[Any]:
    chosen: Select[Any] = select(kind.patient_id, *_OF[kind])
    yield from uow.session.execute(chosen.where(kind.patient_id.in_(search.among(ids)), kind.removed_at.is_(None)))


def _details(uow: UnitOfWork, kind: Any, ids: list[int]) -> dict[int, set[Any]]:
    found: dict[int, set[Any]] = defaultdict(set)
    for patient_id, *values in _rows(uow, kind, ids):
        found[patient_id].add(tuple(values))
    return found


def _numbers(uow: UnitOfWork, ids: list[int]) -> dict[int, set[tuple[str | None, str]]]:
    return _details(uow, PatientIdentifier, ids)


def _telecoms(uow: UnitOfWork, ids: list[int]) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    phones: dict[int, set[str]] = defaultdict(set)
    emails: dict[int, set[str]] = defaultdict(set)
    for patient_id, system, value, digits in _rows(uow, PatientTelecom, ids):
        if system == "email":
            emails[patient_id].add(value.strip().lower())
        elif digits:
            phones[patient_id].add(digits)
    return phones, emails
