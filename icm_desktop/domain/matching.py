"""How alike two people are: reasons and a certainty, never a verdict. A person decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from icm_desktop.domain.names import folded

CERTAIN, PROBABLE, POSSIBLE = "certain", "probable", "possible"
_ORDER = {CERTAIN: 0, PROBABLE: 1, POSSIBLE: 2}
_SHORTEST_PHONE = 7


@dataclass(frozen=True, slots=True)
class Person:
    """What is compared. Dates are stored FHIR dates of any precision; `identifiers` are (system, value) pairs."""

    family: str | None = None
    given: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    phones: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str | None, str]] = frozenset()
    postal_code: str | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """Two people look alike. `reasons`: same_identifier, same_name, similar_name, same_birth_date, near_birth_date,
    same_phone, different_sex (speaks against, and lowers the certainty)."""

    certainty: str
    reasons: tuple[str, ...]

    @property
    def rank(self) -> int:
        """0 for certain, 1 for probable, 2 for possible."""
        return _ORDER[self.certainty]


def likeness(one: Person, other: Person) -> Alike | None:
    """Why the two may be one person, or None.

    certain: same identifier, name and birth date. probable: two of these three. possible: one of these three together
    with something weaker (similar name, birth date one digit or day and month apart, same phone), or the identifier
    alone.
    """
    identifier = not one.identifiers.isdisjoint(other.identifiers)
    name, born = _name(one, other), _birth_date(one.birth_date, other.birth_date)
    phone = any(len(number) >= _SHORTEST_PHONE for number in one.phones & other.phones)
    certainty = _certainty(identifier, name, born, phone)
    if certainty is None:
        return None
    against = bool(one.sex and other.sex and one.sex != other.sex and {one.sex, other.sex} == {"male", "female"})
    if against:
        certainty = {CERTAIN: PROBABLE}.get(certainty, POSSIBLE)
    found = ("same_identifier" if identifier else None, name, born, "same_phone" if phone else None)
    reasons = [reason for reason in (*found, "different_sex" if against else None) if reason]
    return Alike(certainty, tuple(reasons))


def blocking_keys(person: Person) -> Iterator[str]:
    """Keys of which two people must share one to be worth comparing; `likeness` finds nothing without."""
    for system, value in person.identifiers:
        yield f"i{system or ''}|{value}"
    for phone in person.phones:
        if len(phone) >= _SHORTEST_PHONE:
            yield f"p{phone}"
    if person.birth_date:
        yield f"b{person.birth_date}"
    name = folded(person.family) + "," + _first(person.given)
    if len(name) > 1:
        yield f"n{name}"


def _certainty(identifier: bool, name: str | None, born: str | None, phone: bool) -> str | None:
    strong = identifier + (name == "same_name") + (born == "same_birth_date")
    if strong == 3:
        return CERTAIN
    if strong == 2:
        return PROBABLE
    weak = (name == "similar_name") + (born == "near_birth_date") + phone
    return POSSIBLE if identifier or (strong and weak) or weak == 3 else None


def _first(given: str | None) -> str:
    words = (given or "").split()
    return folded(words[0]) if words else ""


def _name(one: Person, other: Person) -> str | None:
    families = folded(one.family), folded(other.family)
    givens = _first(one.given), _first(other.given)
    if not all(families) or not all(givens):
        return None
    if families == givens[::-1]:
        return "similar_name"  # family and given name exchanged
    if families[0] == families[1] and givens[0] == givens[1]:
        return "same_name"
    return "similar_name" if _close(*families) and (_close(*givens) or _shortened(*givens)) else None


def _shortened(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short)


def _close(one: str, other: str) -> bool:
    """At most one letter added, dropped, changed or exchanged with its neighbour; exactly equal when very short."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or max(len(one), len(other)) < 4:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, rest_other = one[start:], other[start:]
    exchanged = rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:] and len(rest) > 1
    return exchanged or rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]


def _birth_date(one: str | None, other: str | None) -> str | None:
    if not one or not other:
        return None
    if one == other:
        return "same_birth_date" if len(one) == 10 else "near_birth_date"
    if len(one) != 10 or len(other) != 10:
        short, long = sorted((one, other), key=len)
        return "near_birth_date" if long.startswith(short) else None
    if one[:4] == other[:4] and one[5:7] == other[8:] and one[8:] == other[5:7]:
        return "near_birth_date"
    return "near_birth_date" if sum(a != b for a, b in zip(one, other, strict=True)) == 1 else None
