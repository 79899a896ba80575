"""Who the patients of the sample practice are: worked out from the seed and a number alone.

A patient may live with, be a twin of, be called like, or be registered twice as, the one before: `tie` tells.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.chance import dice, weighted
from icm_desktop.sample.stories import story_of

SPOUSE, CHILD, TWIN, NAMESAKE, DUPLICATE = "spouse", "child", "twin", "namesake", "duplicate"
_HEAD, _WIFE_OR_HUSBAND, _CHILD = 6, 7, 8  # of every 25 patients
_FIRST_TWIN, _TWIN, _NAMESAKE, _DUPLICATE = 37, 38, 43, 52  # of every 100
_PARENTS = (29, 47)
_COUNTY, _OF_THE_COUNTY = ("english", "black"), 0.75  # groups with further family names, and how many have one
_FEW = 300  # patients who get by with the hundred numbers kept for stories


@dataclass(frozen=True, slots=True)
class Home:
    """An address with its phone."""

    line: str
    town: str
    postal_code: str
    phone: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One registered patient. `maiden` is a former family name, `tie` what they are to patient `tied_to`."""

    number: int
    group: str
    family: str
    given: str
    sex: str
    born: dt.date
    birth_date: str
    language: str
    race: tuple[str, str]
    home: Home
    maiden: str | None = None
    preferred: str | None = None
    tie: str | None = None
    tied_to: int | None = None

    def age_on(self, day: dt.date) -> int:
        """Full years on a day."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


def tie_of(number: int) -> tuple[str, int] | None:
    """What a patient is to an earlier one."""
    if number % 25 == _WIFE_OR_HUSBAND:
        return SPOUSE, number - 1
    if number % 25 == _CHILD:
        return CHILD, number - 2
    of_hundred = {_TWIN: TWIN, _NAMESAKE: NAMESAKE, _DUPLICATE: DUPLICATE}.get(number % 100)
    return (of_hundred, number - 1) if of_hundred else None


@lru_cache(maxsize=64)
def identify(seed: int, number: int, today: dt.date) -> Identity:
    """The patient of this number."""
    rng = dice(seed, number, "who")
    tie = tie_of(number)
    if tie is None:
        return _stranger(rng, number, today)
    kind, other = tie
    return _TIED[kind](rng, number, identify(seed, other, today), today)


def _stranger(rng: Random, number: int, today: dt.date) -> Identity:
    group = _group(weighted(rng, [(each["id"], each["share"]) for each in sample("people")["group"]])[0])
    story = story_of(number)
    sex = (story.get("sex") if story else None) or ("female" if rng.random() < 0.545 else "male")
    born = _born(rng, number, story, today)
    language = weighted(rng, group["languages"])[0]
    family = _family(rng, group)
    if number > _FEW and group["id"] in _COUNTY and rng.random() < _OF_THE_COUNTY:
        more = sample("people")["more_family"]
        family = rng.choice(more["first"]) + rng.choice(more["last"])
    maiden = None
    if sex == "female" and (today - born).days > 26 * 365 and not group.get("two_family_names") and rng.random() < 0.22:
        maiden = rng.choice(group["family"])
    return Identity(
        number,
        group["id"],
        family,
        _given(rng, group, sex, today.year - born.year),
        sex,
        born,
        _known_part(rng, born, story),
        language,
        tuple(rng.choice(group["races"])),
        _home(rng, number),
        maiden if maiden != family else None,
    )


def _spouse(rng: Random, number: int, other: Identity, today: dt.date) -> Identity:
    group = _group(other.group)
    sex = "male" if other.sex == "female" else "female"
    born = min(other.born + dt.timedelta(days=rng.randint(-6 * 365, 6 * 365)), today - dt.timedelta(days=23 * 365))
    family, maiden = other.family, None
    if group.get("two_family_names"):
        family = _family(rng, group)
    elif sex == "female":
        maiden = rng.choice([each for each in group["family"] if each != family])
    own = replace(other, number=number, sex=sex, born=born, birth_date=born.isoformat(), preferred=None)
    home = other.home if rng.random() < 0.6 else replace(other.home, phone=_phone(rng, number))
    given = _given(rng, group, sex, today.year - born.year)
    return replace(own, family=family, maiden=maiden, given=given, home=home, tie=SPOUSE, tied_to=other.number)


def _child(rng: Random, number: int, other: Identity, today: dt.date) -> Identity:
    group = _group(other.group)
    sex = rng.choice(("female", "male"))
    born = today - dt.timedelta(days=rng.randint(2 * 366, 16 * 365))
    given = _given(rng, group, sex, 9)
    own = replace(other, number=number, sex=sex, born=born, birth_date=born.isoformat(), maiden=None, preferred=None)
    return replace(own, given=given, tie=CHILD, tied_to=other.number)


def _twin(rng: Random, number: int, other: Identity, today: dt.date) -> Identity:
    group, sex = _group(other.group), rng.choice(("female", "male"))
    names = [each for each in _names(group, sex, today.year - other.born.year) if each != other.given]
    own = replace(other, number=number, sex=sex, given=rng.choice(names), maiden=None, preferred=None)
    return replace(own, tie=TWIN, tied_to=other.number)


def _namesake(rng: Random, number: int, other: Identity, today: dt.date) -> Identity:
    own = replace(_stranger(rng, number, today), family=other.family, given=other.given, sex=other.sex)
    born = other.born if number % 400 == _NAMESAKE + 100 else own.born  # some share the birth date as well
    alike = replace(own, group=other.group, race=other.race, language=other.language, born=born)
    return replace(alike, birth_date=born.isoformat(), maiden=None, tie=NAMESAKE, tied_to=other.number)


def _duplicate(rng: Random, number: int, other: Identity, today: dt.date) -> Identity:
    """The same person registered again: a letter wrong, day and month swapped, a former name, or only half the date."""
    again = replace(other, number=number, preferred=None, tie=DUPLICATE, tied_to=other.number)
    slip = number // 100 % 4
    if slip == 0:
        return replace(again, family=_mistyped(rng, other.family))
    if slip == 1 and other.born.day <= 12 and other.born.day != other.born.month:
        swapped = other.born.replace(month=other.born.day, day=other.born.month)
        if swapped < today:
            return replace(again, born=swapped, birth_date=swapped.isoformat(), given=other.given.split()[0])
    if slip == 2 and other.maiden:
        return replace(again, family=other.maiden, maiden=None, home=replace(other.home, phone=_phone(rng, number)))
    return replace(again, given=_mistyped(rng, other.given), birth_date=other.birth_date[:4])


_TIED = {SPOUSE: _spouse, CHILD: _child, TWIN: _twin, NAMESAKE: _namesake, DUPLICATE: _duplicate}


def _group(name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in sample("people")["group"] if each["id"] == name)
    return found


def _family(rng: Random, group: dict[str, Any]) -> str:
    first, second = rng.sample(group["family"], 2)
    return f"{first} {second}" if group.get("two_family_names") and rng.random() < 0.8 else first


def _names(group: dict[str, Any], sex: str, age: int) -> list[str]:
    young = group.get(f"young_{sex}")
    found: list[str] = young if young and age < 22 else group[sex]
    return found


def _given(rng: Random, group: dict[str, Any], sex: str, age: int) -> str:
    names = _names(group, sex, age)
    first = rng.choice(names)
    other = rng.choice(names)
    two = group["id"] in {"english", "black", "hispanic"} and rng.random() < 0.25 and other != first
    return f"{first} {other}" if two else first


def _born(rng: Random, number: int, story: dict[str, Any] | None, today: dt.date) -> dt.date:
    if story:
        first, last = story["age"]
    elif number % 25 == _HEAD:
        first, last = _PARENTS
    elif number % 100 == _FIRST_TWIN:
        first, last = 6, 15
    else:
        first, last, _ = weighted(rng, sample("people")["ages"])
    youngest, oldest = today - dt.timedelta(days=int(first * 365.25 + 5)), int((last - first + 1) * 365.2) - 10
    return youngest - dt.timedelta(days=int(rng.random() * oldest))


def _known_part(rng: Random, born: dt.date, story: dict[str, Any] | None) -> str:
    """The birth date as it was told; a few know the year or the month only."""
    chance = rng.random()
    if story or chance >= 0.02:
        return born.isoformat()
    return born.isoformat()[: 4 if chance < 0.01 else 7]


def _home(rng: Random, number: int) -> Home:
    people = sample("people")
    town, postal_code, _ = weighted(rng, people["towns"])
    line = f"{rng.randint(1, 940)} {rng.choice(people['streets'])}"
    if rng.random() < 0.15:
        line = f"{line}, Apt {rng.randint(1, 24)}"
    return Home(line, town, postal_code, _phone(rng, number))


def _phone(rng: Random, number: int) -> str:
    """A number nobody has: 555-01xx, and in a large practice, where those would not do, any of 555."""
    last = 100 + rng.randint(0, 99) if number <= _FEW else rng.randint(2000, 9999)
    return f"({rng.choice(sample('people')['area_codes'])}) 555-{last:04d}"


def _mistyped(rng: Random, name: str) -> str:
    """Two neighbouring letters swapped, or one left out."""
    if len(name) < 4:
        return f"{name}e"
    at = rng.randint(1, len(name) - 3)
    if rng.random() < 0.5 and name[at] != name[at + 1] and name[at : at + 2].isalpha():
        return f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"
    return name[:at] + name[at + 1 :]
