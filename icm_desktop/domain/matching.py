"""How sure it is that two records are one person: evidence for and against, weighed; never a verdict. A person decides.

Each agreement and disagreement adds its weight (Fellegi and Sunter 1969); the weights are content. Some things no sum
outweighs: without the same birth date and something besides the name nothing is certain, nor with anything against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from icm_desktop.domain.name_likeness import close, shortened
from icm_desktop.domain.names import folded

CERTAIN, PROBABLE, POSSIBLE = "certain", "probable", "possible"
CERTAINTIES = (CERTAIN, PROBABLE, POSSIBLE)
SHORTEST_PHONE = 7
AGAINST = frozenset(
    {
        "different_family",
        "different_given",
        "different_middle",
        "different_suffix",
        "different_birth_date",
        "different_sex",
        "other_identifier",
        "multiple_birth",
    }
)
_UNSPOKEN = frozenset({"same_sex", "common_name", "different_phone", "different_address", "same_middle"})
_BORN_ALIKE = frozenset({"same_birth_date", "swapped_birth_date", "near_birth_date"})
_SURE_GIVEN = frozenset({"same_given", "nickname"})
_SURE_FAMILY = frozenset({"same_family", "similar_family", "former_family", "part_of_family"})
_REACHED_ALIKE = frozenset({"same_phone", "same_email", "same_address"})
_FILLED_IN = re.compile(r"(\w)\1{4,}|[\W_]*|unknown|none", re.IGNORECASE)  # "999999999" is nobody's number
_GENERATIONS = frozenset({"jr", "sr", "i", "ii", "iii", "iv"})
Address = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Person:
    """What is compared. Dates are stored FHIR dates of any precision; `identifiers` are (system, value) pairs.

    `others` are further names, each (family, given): maiden, old. `addresses` are (line, city, postal code).
    `multiple_birth` is the place among twins, 0 for who was born alone.
    """

    family: str | None = None
    given: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    phones: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str | None, str]] = frozenset()
    others: frozenset[tuple[str | None, str | None]] = frozenset()
    preferred: str | None = None
    suffix: str | None = None
    emails: frozenset[str] = frozenset()
    addresses: frozenset[Address] = frozenset()
    multiple_birth: int | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """The weights by kind of evidence, what their sum must reach, names used for one another, and frequent ones."""

    weights: Mapping[str, float]
    certain: float
    probable: float
    possible: float
    nicknames: Mapping[str, frozenset[int]]
    frequent_family: frozenset[str]
    frequent_given: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two people look alike. `reasons` are kinds of evidence, those of `AGAINST` last; same family and given name are
    told as "same_name". `score` is the sum of all weights."""

    certainty: str
    reasons: tuple[str, ...]
    score: float = 0.0

    @property
    def rank(self) -> int:
        """0 for certain, 1 for probable, 2 for possible."""
        return CERTAINTIES.index(self.certainty)


def likeness(one: Person, other: Person, rules: Rules) -> Alike | None:
    """Why the two may be one person, or None when too little speaks for it."""
    first, second = _prepared(one), _prepared(other)
    found = dict.fromkeys(_evidence(first, second, rules))
    score = sum(rules.weights[kind] for kind in found)
    certainty = _certainty(frozenset(found), score, rules)
    return Alike(certainty, _told(found), score) if certainty else None


def _certainty(found: frozenset[str], score: float, rules: Rules) -> str | None:
    number = "same_identifier" in found
    asked = number or ("same_birth_date" in found and found & _REACHED_ALIKE)  # worth a look whatever the names say
    if score < rules.possible and not asked:
        return None
    if score >= rules.certain and not found & AGAINST and _sure(found, number):
        return CERTAIN
    other_person = found & {"different_given", "different_birth_date"}  # twins; father and son
    return PROBABLE if score >= rules.probable and (number or not other_person) else POSSIBLE


def _sure(found: frozenset[str], number: bool) -> bool:
    named = "names_swapped" in found or (found & _SURE_GIVEN and found & _SURE_FAMILY)
    if number:
        return bool(found & _BORN_ALIKE and (named or "similar_given" in found))
    reached = found & _REACHED_ALIKE
    if reached == {"same_phone"} and "different_address" in found:
        return False  # a phone is not an identity: families and shelters share one
    return bool(named and "same_birth_date" in found and reached)


def _told(found: Mapping[str, None]) -> tuple[str, ...]:
    kinds = [kind for kind in found if kind not in _UNSPOKEN]
    if {"same_family", "same_given"} <= set(kinds):
        kinds = ["same_name", *(kind for kind in kinds if kind not in ("same_family", "same_given"))]
    return tuple(sorted(kinds, key=lambda kind: kind in AGAINST))


@dataclass(frozen=True, slots=True)
class _Prepared:
    person: Person
    family: str
    family_words: frozenset[str]
    former: frozenset[str]
    given: str
    givens: tuple[str, ...]
    called: frozenset[str]
    suffix: str
    places: frozenset[tuple[str, str]]
    zips: frozenset[str]
    numbers: frozenset[tuple[str | None, str]]


@lru_cache(maxsize=20_000)
def _prepared(person: Person) -> _Prepared:
    givens = tuple(folded(word) for word in (person.given or "").split() if folded(word))
    called = {folded(given.split()[0]) for _, given in person.others if given and given.split()}
    called |= {folded(person.preferred)} if person.preferred else set()
    return _Prepared(
        person,
        folded(person.family),
        frozenset(folded(word) for word in (person.family or "").replace("-", " ").split() if len(word) > 2),
        frozenset(folded(family) for family, _ in person.others if family),
        givens[0] if givens else "",
        givens,
        frozenset(called - {""}),
        folded(person.suffix) if folded(person.suffix) in _GENERATIONS else "",
        frozenset(place for place in map(_place, person.addresses) if place is not None),
        frozenset(code[:5] for _, _, code in person.addresses if code),
        frozenset(number for number in person.identifiers if not _FILLED_IN.fullmatch(number[1])),
    )


def _place(address: Address) -> tuple[str, str] | None:
    """House number and beginning of the street, with ZIP code or town: "12 Oak St." and "12 Oak Street" are one."""
    words = [folded(word) for word in (address[0] or "").split()]
    numbers = [word for word in words if word[:1].isdigit()]
    names = [word for word in words if word and not word[0].isdigit() and len(word) > 2]
    where = (address[2] or "")[:5] or folded(address[1])
    return (f"{numbers[0]} {names[0][:5]}", where) if numbers and names and where else None


def _evidence(one: _Prepared, other: _Prepared, rules: Rules) -> Iterator[str]:
    yield from _numbers(one, other)
    yield from _names(one, other, rules)
    born = _birth_dates(one.person.birth_date, other.person.birth_date)
    if born:
        yield born
    sexes = {one.person.sex, other.person.sex}
    if len(sexes) == 1 and sexes <= {"male", "female"}:
        yield "same_sex"
    elif sexes == {"male", "female"}:
        yield "different_sex"
    yield from _reach(one, other)
    places = {one.person.multiple_birth or 0, other.person.multiple_birth or 0}
    if len(places) > 1 and born == "same_birth_date":
        yield "multiple_birth"


def _numbers(one: _Prepared, other: _Prepared) -> Iterator[str]:
    if one.numbers & other.numbers:
        yield "same_identifier"
        return
    systems = {system for system, _ in one.numbers} & {system for system, _ in other.numbers}
    if systems - {None}:
        yield "other_identifier"


def _names(one: _Prepared, other: _Prepared, rules: Rules) -> Iterator[str]:
    given = _given(one, other, rules)
    family = _family(one, other)
    if given in (None, "different_given", "shortened_given") and _swapped(one, other):
        yield "names_swapped"
        return
    yield from (kind for kind in (family, given) if kind)
    frequent = one.family in rules.frequent_family and one.given in rules.frequent_given
    if frequent and (family, given) == ("same_family", "same_given"):
        yield "common_name"
    if given in _SURE_GIVEN and len(one.givens) > 1 and len(other.givens) > 1:
        yield "same_middle" if shortened(one.givens[1], other.givens[1]) else "different_middle"
    if one.suffix and other.suffix and one.suffix != other.suffix:
        yield "different_suffix"


def _swapped(one: _Prepared, other: _Prepared) -> bool:
    if not (one.given and other.given and one.family and other.family):
        return False
    return (close(one.family, other.given) and close(one.given, other.family)) or (
        one.family == "".join(other.givens) and other.family == "".join(one.givens)
    )


def _family(one: _Prepared, other: _Prepared) -> str | None:
    if not one.family or not other.family:
        return None
    if one.family == other.family:
        return "same_family"
    if close(one.family, other.family):
        return "similar_family"
    if one.former & {other.family, *other.former} or one.family in other.former:
        return "former_family"
    if one.family_words & other.family_words and max(len(one.family_words), len(other.family_words)) > 1:
        return "part_of_family"
    return "different_family"


def _given(one: _Prepared, other: _Prepared, rules: Rules) -> str | None:
    if not one.given or not other.given:
        return None
    if one.given == other.given:
        return "same_given"
    if {one.given, *one.called} & {other.given, *other.called}:
        return "nickname"
    if rules.nicknames.get(one.given, frozenset()) & rules.nicknames.get(other.given, frozenset()):
        return "nickname"
    if close(one.given, other.given):
        return "similar_given"
    if shortened(one.given, other.given) or one.given in other.givens or other.given in one.givens:
        return "shortened_given"
    return "similar_given" if close("".join(one.givens), "".join(other.givens)) else "different_given"


def _birth_dates(one: str | None, other: str | None) -> str | None:
    if not one or not other:
        return None
    if one == other:
        return "same_birth_date" if len(one) == 10 else "part_of_birth_date"
    if len(one) != 10 or len(other) != 10:
        short, long = sorted((one, other), key=len)
        return "part_of_birth_date" if long.startswith(short) else "different_birth_date"
    if one[:4] == other[:4] and one[5:7] == other[8:] and one[8:] == other[5:7]:
        return "swapped_birth_date"
    wrong = [place for place in range(10) if one[place] != other[place]]
    pairs = [(one[place], other[place]) for place in wrong]
    if len(wrong) == 1 or (len(wrong) == 2 and pairs[0] == pairs[1][::-1]):
        return "near_birth_date"
    same = sum((one[:4] == other[:4], one[5:7] == other[5:7], one[8:] == other[8:]))
    return "part_of_birth_date" if same == 2 and one[:4] == other[:4] else "different_birth_date"


def _reach(one: _Prepared, other: _Prepared) -> Iterator[str]:
    phones, others = ({n for n in each.person.phones if len(n) >= SHORTEST_PHONE} for each in (one, other))
    if phones & others:
        yield "same_phone"
    elif phones and others:
        yield "different_phone"
    if one.person.emails & other.person.emails:
        yield "same_email"
    if one.places & other.places:
        yield "same_address"
    elif one.zips & other.zips:
        yield "same_postal_code"
    elif one.zips and other.zips:
        yield "different_address"
