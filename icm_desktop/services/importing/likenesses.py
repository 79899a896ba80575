"""New patients that look like each other or like somebody we know: questions for a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.patient import Patient, PatientIdentifier, PatientTelecom
from db.repositories.imports import patients_sharing
from icm_desktop.domain.matching import Alike, Person, blocking_keys, likeness

# A number or date that this many people share says nothing about any two of them.
_TOO_COMMON = 25
_MOST = 5_000
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Pair:
    """Two patients by row id, the newer one first."""

    one: int
    other: int
    alike: Alike


def likenesses(session: Session, new: dict[int, Person]) -> list[Pair]:
    """Pairs of which at least one is new, the surest first."""
    if not new:
        return []
    people = _sharing(session, new) | new
    pairs: dict[tuple[int, int], Pair] = {}
    for block in _blocks(people):
        for place, one in enumerate(block):
            for other in block[place + 1 :]:
                first, second = (one, other) if one in new else (other, one)
                if first in new and (first, second) not in pairs and (second, first) not in pairs:
                    alike = likeness(people[first], people[second])
                    if alike is not None:
                        pairs[first, second] = Pair(first, second, alike)
    return sorted(pairs.values(), key=lambda pair: (pair.alike.rank, pair.one, pair.other))[:_MOST]


def people_of(session: Session, ids: Iterable[int]) -> dict[int, Person]:
    """What is compared of stored patients."""
    found: dict[int, Person] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        found |= _people(session, wanted[start : start + _AT_ONCE])
    return found


def _people(session: Session, ids: list[int]) -> dict[int, Person]:
    identifiers: dict[int, set[tuple[str | None, str]]] = defaultdict(set)
    numbers = select(PatientIdentifier).where(
        PatientIdentifier.patient_id.in_(ids), PatientIdentifier.removed_at.is_(None)
    )
    for identifier in session.scalars(numbers):
        identifiers[identifier.patient_id].add((identifier.system, identifier.value))
    phones: dict[int, set[str]] = defaultdict(set)
    for telecom in session.scalars(select(PatientTelecom).where(PatientTelecom.patient_id.in_(ids))):
        if telecom.digits and telecom.removed_at is None:
            phones[telecom.patient_id].add(telecom.digits)
    rows = session.scalars(select(Patient).where(Patient.id.in_(ids), Patient.removed_at.is_(None)))
    return {
        row.id: Person(
            family=row.family,
            given=row.given,
            birth_date=row.birth_date,
            sex=row.sex,
            phones=frozenset(phones[row.id]),
            identifiers=frozenset(identifiers[row.id]),
        )
        for row in rows
    }


def _sharing(session: Session, new: dict[int, Person]) -> dict[int, Person]:
    ids = patients_sharing(
        session,
        {value for person in new.values() for _, value in person.identifiers},
        {phone for person in new.values() for phone in person.phones},
        {person.birth_date for person in new.values() if person.birth_date},
    )
    return people_of(session, ids - new.keys())


def _blocks(people: dict[int, Person]) -> list[list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for patient_id, person in people.items():
        for key in blocking_keys(person):
            blocks[key].append(patient_id)
    return [block for block in blocks.values() if 1 < len(block) <= _TOO_COMMON]
