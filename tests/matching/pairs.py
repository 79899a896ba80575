"""Ten thousand pairs of records of which we know whether they are one person; shares no code with the product.

The rates of errors are those one meets in registration desks' files, set before the matching was measured.
"""

from __future__ import annotations

import copy
import datetime as dt
import random
from dataclasses import dataclass, field

_STARTS = [
    "Ab", "Bar", "Cal", "Dor", "El", "Fen", "Gal", "Hol", "Is", "Kar", "Lin", "Mar", "Nor", "Os", "Pel", "Ros",
    "Sal", "Tor", "Ul", "Ver", "Wal", "Yar", "Zel", "Thorn", "Whit", "Black", "Brad", "Stan", "Har", "Green",
]  # fmt: skip
_ENDS = [
    "son", "ton", "field", "man", "berg", "ley", "wood", "es", "ski", "etti", "ero", "ado", "inger", "ford", "well",
    "ov", "ian", "aga", "eda", "mont", "sen", "quist", "dale", "worth", "by",
]  # fmt: skip
RARE = sorted({start + end for start in _STARTS for end in _ENDS})
COMMON = [
    "Smith", "Johnson", "Garcia", "Martinez", "Hernandez", "Lopez", "Brown", "Nguyen", "Lee", "Williams",
    "Rodriguez",
]  # fmt: skip
SPECIAL = [
    "O'Brien", "Núñez", "D'Angelo", "García-Luna", "Smith-Jones", "López Herrera", "McAllister", "Peña",
    "Muñoz Rivas", "O'Farrill", "Jiménez", "De la Cruz",
]  # fmt: skip
WOMEN = [
    "Mary", "Linda", "Barbara", "Susan", "Karen", "Lisa", "Nancy", "Helen", "Ruth", "Sharon", "Michelle", "Laura",
    "Sarah", "Kimberly", "Deborah", "Jessica", "Shirley", "Cynthia", "Angela", "Melissa", "Brenda", "Amy",
    "Rebecca", "Virginia", "Kathleen", "Pamela", "Martha", "Debra", "Amanda", "Stephanie", "Carolyn", "Christine",
    "María", "Guadalupe", "Rosa", "Carmen", "Juana", "Lucía", "Inés", "Paloma", "Yolanda", "Dolores", "Zoraida",
    "Thuy", "Fatima", "Ingrid", "Olga", "Beatriz", "Elena", "Gloria", "Teresa", "Alicia", "Sofía", "Marisol",
    "Xiomara", "Ximena",
]  # fmt: skip
MEN = [
    "James", "John", "Robert", "Michael", "William", "David", "Richard", "Charles", "Joseph", "Thomas",
    "Christopher", "Daniel", "Paul", "Mark", "Donald", "George", "Kenneth", "Steven", "Edward", "Brian", "Ronald",
    "Anthony", "Kevin", "Jason", "Matthew", "Gary", "Timothy", "José", "Larry", "Jeffrey", "Frank", "Scott", "Eric",
    "Stephen", "Andrew", "Raymond", "Gregory", "Joshua", "Jerry", "Dennis", "Walter", "Patrick", "Peter", "Harold",
    "Douglas", "Henry", "Carl", "Arthur", "Juan", "Luis", "Carlos", "Jesús", "Miguel", "Ángel", "Ramón", "Rubén",
    "Ahmed", "Minh", "Ivan", "Sven",
]  # fmt: skip
SHORT = {
    "Deborah": "Debbie", "Rebecca": "Becky", "Pamela": "Pam", "Kimberly": "Kim", "Susan": "Sue",
    "Stephanie": "Steph", "Jessica": "Jess", "Guadalupe": "Lupe", "Dolores": "Lola", "Virginia": "Ginny",
    "James": "Jim", "John": "Jack", "Robert": "Bob", "Michael": "Mike", "William": "Bill", "David": "Dave",
    "Richard": "Dick", "Charles": "Chuck", "Joseph": "Joe", "Thomas": "Tom", "Christopher": "Chris",
    "Daniel": "Dan", "Edward": "Ted", "Kenneth": "Ken", "Anthony": "Tony", "Matthew": "Matt", "Timothy": "Tim",
    "José": "Pepe", "Jeffrey": "Jeff", "Stephen": "Steve", "Andrew": "Drew", "Raymond": "Ray", "Gregory": "Greg",
    "Joshua": "Josh", "Patrick": "Pat", "Peter": "Pete", "Ronald": "Ron", "Donald": "Don", "Jesús": "Chuy",
    "Sofía": "Sofi", "Yolanda": "Yoli",
}  # fmt: skip
STREETS = [
    "Maple", "Oak", "Washington", "Cedar", "Park", "Elm", "Lake", "Hill", "Walnut", "Church", "Main", "Chestnut",
    "River",
]  # fmt: skip
KINDS_OF_STREET = [("Street", "St"), ("Avenue", "Ave."), ("Road", "Rd"), ("Drive", "Dr")]
ACCENTS = str.maketrans("áéíóúñÁÉÍÓÚÑü", "aeiounAEIOUNu")
KEYBOARD = {
    "a": "sqz", "e": "wrd", "i": "uok", "o": "ipl", "n": "bm", "r": "et", "s": "ad", "t": "ry", "l": "k", "m": "n",
}  # fmt: skip


@dataclass
class Record:
    """One record as a registration desk writes it down."""

    family: str
    given: str
    middle: str | None
    sex: str | None
    born: str | None
    phone: str | None
    street: str | None
    zip: str | None
    email: str | None = None
    suffix: str | None = None
    numbers: dict[str, str] = field(default_factory=dict)
    former: list[tuple[str, str]] = field(default_factory=list)
    twin: int | None = None


@dataclass
class Pair:
    """Two records, whether they are one person, and what kind of pair it is."""

    one: Record
    other: Record
    same: bool
    kind: str


def pairs(seed: int = 20261129) -> list[Pair]:
    """4,400 pairs of one person, 5,600 of two."""
    chance = random.Random(seed)  # noqa: S311  made-up people
    found = [_same(chance) for _ in range(4400)]
    for count, make in _DIFFERENT:
        found += [make(chance) for _ in range(count)]
    chance.shuffle(found)
    return found


def _family(chance: random.Random) -> str:
    kind = chance.random()
    return chance.choice(COMMON) if kind < 0.25 else chance.choice(SPECIAL) if kind < 0.37 else chance.choice(RARE)


def _phone(chance: random.Random) -> str:
    return f"{chance.randint(201, 989)}{chance.randint(2000000, 9999999)}"


def _day(chance: random.Random) -> str:
    return (dt.date(1932, 1, 1) + dt.timedelta(days=chance.randint(0, 33000))).isoformat()


def person(chance: random.Random) -> Record:
    """Somebody."""
    sex = chance.choice(["female", "male"])
    names = WOMEN if sex == "female" else MEN
    given = chance.choice(names)
    street = f"{chance.randint(1, 4999)} {chance.choice(STREETS)} {chance.choice(KINDS_OF_STREET)[0]}"
    family = _family(chance)
    return Record(
        family,
        given,
        chance.choice(names) if chance.random() < 0.4 else None,
        sex,
        _day(chance),
        _phone(chance),
        street,
        f"{chance.randint(10001, 99950):05d}",
        f"{given}.{family}{chance.randint(1, 99)}@mail.example".lower() if chance.random() < 0.4 else None,
        numbers={"urn:hospital": str(chance.randint(100000, 999999))} if chance.random() < 0.5 else {},
    )


def mistyped(chance: random.Random, name: str) -> str:
    """The name with one slip of the fingers, not in its first letter."""
    if len(name) < 3:
        return name
    at, slip = chance.randint(1, len(name) - 1), chance.random()
    if slip < 0.3:
        return name[:at] + name[at + 1 :]
    if slip < 0.55 and at < len(name) - 1:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    letter = chance.choice(KEYBOARD.get(name[at].lower(), "aeo"))
    return name[:at] + letter + (name[at:] if slip < 0.75 else name[at + 1 :])


def _same(chance: random.Random) -> Pair:
    one = person(chance)
    other = copy.deepcopy(one)
    kinds = [make.__name__[1:] for make, rate in _CHANGES if chance.random() < rate and make(chance, other)]
    _reach_again(chance, other)
    _numbers_again(chance, one, other)
    if chance.random() < 0.5:
        one, other = other, one
    return Pair(one, other, True, "+".join(kinds) or "as it was")


def _typo(chance: random.Random, record: Record) -> bool:
    which = "family" if chance.random() < 0.5 else "given"
    setattr(record, which, mistyped(chance, getattr(record, which)))
    return True


def _second_typo(chance: random.Random, record: Record) -> bool:
    return _typo(chance, record)


def _exchanged(chance: random.Random, record: Record) -> bool:
    record.family, record.given = record.given, record.family
    return True


def _married(chance: random.Random, record: Record) -> bool:
    if record.sex != "female":
        return False
    if chance.random() < 0.55:
        record.former = [(record.family, record.given)]
    record.family = _family(chance)
    if chance.random() < 0.6:
        record.street, record.zip = f"{chance.randint(1, 4999)} {chance.choice(STREETS)} Lane", "30301"
    return True


def _short_name(chance: random.Random, record: Record) -> bool:
    if record.given not in SHORT:
        return False
    record.given = SHORT[record.given]
    return True


def _middle(chance: random.Random, record: Record) -> bool:
    record.middle = record.middle[0] if record.middle and chance.random() < 0.5 else None
    return True


def _plain_letters(chance: random.Random, record: Record) -> bool:
    record.family, record.given = (name.translate(ACCENTS).replace("'", "") for name in (record.family, record.given))
    return True


def _half_family(chance: random.Random, record: Record) -> bool:
    words = record.family.replace("-", " ").split()
    if len(words) != 2:
        return False
    record.family = words[0] if chance.random() < 0.8 else words[1]
    return True


def _transposed(chance: random.Random, record: Record) -> bool:
    born = record.born or ""
    if len(born) != 10 or int(born[8:]) > 12 or born[5:7] == born[8:]:
        return False
    record.born = f"{born[:4]}-{born[8:]}-{born[5:7]}"
    return True


def _wrong_digit(chance: random.Random, record: Record) -> bool:
    born = record.born or ""
    if len(born) != 10:
        return False
    for _ in range(20):
        at = chance.choice([2, 3, 6, 8, 9])
        changed = born[:at] + str(chance.randint(0, 9)) + born[at + 1 :]
        try:
            dt.date.fromisoformat(changed)
        except ValueError:
            continue
        if changed != born:
            record.born = changed
            return True
    return False


def _only_year(chance: random.Random, record: Record) -> bool:
    record.born = (record.born or "")[:4] if chance.random() < 0.5 else None
    return True


def _wrong_sex(chance: random.Random, record: Record) -> bool:
    record.sex = None if chance.random() < 0.8 else {"female": "male", "male": "female"}[record.sex or "male"]
    return True


_CHANGES = (
    (_plain_letters, 0.3),
    (_middle, 0.4),
    (_short_name, 0.15),
    (_half_family, 0.5),
    (_married, 0.12),
    (_typo, 0.3),
    (_second_typo, 0.04),
    (_exchanged, 0.07),
    (_transposed, 0.12),
    (_wrong_digit, 0.05),
    (_only_year, 0.03),
    (_wrong_sex, 0.05),
)


def _reach_again(chance: random.Random, record: Record) -> None:
    phone = chance.random()
    record.phone = record.phone if phone < 0.62 else _phone(chance) if phone < 0.88 else None
    place = chance.random()
    if place < 0.6 and record.street:
        for long, short in KINDS_OF_STREET:
            record.street = record.street.replace(long, short if chance.random() < 0.5 else long)
    elif place < 0.85:
        record.street, record.zip = f"{chance.randint(1, 4999)} {chance.choice(STREETS)} Court", "60601"
    else:
        record.street = record.zip = None
    if record.email and chance.random() < 0.5:
        record.email = None


def _numbers_again(chance: random.Random, one: Record, other: Record) -> None:
    kind = chance.random()
    if kind < 0.25:
        one.numbers["urn:insurance"] = other.numbers["urn:insurance"] = str(chance.randint(10**8, 10**9))
    elif kind < 0.6:
        other.numbers = {"urn:clinic": str(chance.randint(1, 99999))}
    elif kind < 0.7 and "urn:hospital" in one.numbers:
        other.numbers = {"urn:hospital": str(chance.randint(100000, 999999))}  # registered twice in one place
    else:
        other.numbers = {}


# two people


def _household(chance: random.Random) -> tuple[Record, Record]:
    one, other = person(chance), person(chance)
    other.family, other.phone, other.street, other.zip = one.family, one.phone, one.street, one.zip
    if chance.random() < 0.2:
        other.phone = None
    return one, other


def _twins(chance: random.Random) -> Pair:
    one, other = _household(chance)
    other.born = one.born
    while other.given == one.given:
        other.given = chance.choice(WOMEN if other.sex == "female" else MEN)
    if chance.random() < 0.3:  # parents like names that begin alike
        other.sex, other.given = one.sex, one.given
        while other.given == one.given:
            other.given = mistyped(chance, one.given)
    if chance.random() < 0.4:
        one.twin, other.twin = 1, 2
    return Pair(one, other, False, "twins")


def _siblings(chance: random.Random) -> Pair:
    return Pair(*_household(chance), False, "siblings")


def _parent_and_child(chance: random.Random) -> Pair:
    one, other = _household(chance)
    other.given, other.sex, other.middle = one.given, one.sex, one.middle
    other.born = f"{int((one.born or '1950')[:4]) + chance.randint(18, 40)}{_day(chance)[4:]}"
    if chance.random() < 0.5:
        one.suffix, other.suffix = "Sr", "Jr"
    return Pair(one, other, False, "parent and child of one name")


def _couple(chance: random.Random) -> Pair:
    one, other = _household(chance)
    one.sex, other.sex = "female", "male"
    one.given, other.given = chance.choice(WOMEN), chance.choice(MEN)
    return Pair(one, other, False, "couple with one phone")


def _namesakes(chance: random.Random) -> Pair:
    """Same name and same birth date: two people all the same."""
    one, other = person(chance), person(chance)
    if chance.random() < 0.7:
        one.family = chance.choice(COMMON)
    other.family, other.given, other.sex, other.born = one.family, one.given, one.sex, one.born
    if chance.random() < 0.3:
        other.zip = one.zip
    if chance.random() < 0.01:
        other.phone = one.phone  # that of a shelter
    for record in (one, other):
        if chance.random() < 0.15:
            record.phone = None
        if chance.random() < 0.15:
            record.street = record.zip = None
    return Pair(one, other, False, "same name and birth date")


def _same_name(chance: random.Random) -> Pair:
    one, other = person(chance), person(chance)
    other.family, other.given, other.sex = one.family, one.given, one.sex
    return Pair(one, other, False, "same name")


def _same_day(chance: random.Random) -> Pair:
    one, other = person(chance), person(chance)
    other.born = one.born
    if chance.random() < 0.4:
        other.family = one.family
    elif chance.random() < 0.5:
        other.given, other.sex = one.given, one.sex
    return Pair(one, other, False, "same birth date")


def _same_number(chance: random.Random) -> Pair:
    one, other = person(chance), person(chance)
    one.numbers["urn:hospital"] = other.numbers["urn:hospital"] = "100001"  # a number typed into the wrong record
    return Pair(one, other, False, "one number for two people")


def _strangers(chance: random.Random) -> Pair:
    return Pair(person(chance), person(chance), False, "strangers")


_DIFFERENT = (
    (900, _twins),
    (500, _siblings),
    (400, _parent_and_child),
    (500, _couple),
    (1000, _namesakes),
    (800, _same_name),
    (700, _same_day),
    (100, _same_number),
    (700, _strangers),
)
