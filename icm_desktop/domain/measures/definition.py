"""A quality measure as its content file says it: sets of facts, criteria on patients, and rates made of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from icm_desktop.domain.measures.phrases import Compared, Point

Words = Mapping[str, str]  # by language
PERIOD = "period"
ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Window:
    """An interval of days that is the same for everybody. `before`: the last day is not part of it."""

    start: Point
    end: Point
    before: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """A set whose facts, of the same patient, must (or must not) stand in these relations to a fact.

    `any_of`: several lists of relations of which one must hold. `related`: the fact is a task about the order;
    `is_about`: the other one is a task about it; `beside`: both are about one order. `same`: it is the same record;
    `apart`: it is another one. `share`: its value must compare so to that share of the other's; `change`: so much more
    (or less) than the other's value; `per_year`: the same, spread over the days between both.
    """

    facts: str
    any_of: tuple[tuple[Compared, ...], ...] = ((),)
    related: bool = False
    is_about: bool = False
    beside: bool = False
    same: bool = False
    apart: bool = False
    share: tuple[str, float] | None = None
    change: tuple[str, float] | None = None
    per_year: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """Of each patient's facts only the first or last one (or all of that day), by an edge or the value."""

    order: str
    by: str
    day: bool = False


@dataclass(frozen=True, slots=True)
class Dose:
    """How strong one unit of a medicine is, in mg; `unit` of the quantity it is told for, empty: pieces."""

    code: str
    per_unit: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FactSet:
    """Facts of patients: of some kinds and codes, or taken from other sets, with conditions that must all hold.

    `value`: comparator and number. `interval`: "recorded" makes the moment it was ordered the one that counts.
    `per_list`: the set is made for each list of codes by itself; a join may then name ITSELF, the facts of that list.
    `preceded`: the fact just before it, within the same fact of a set, must have such a value too.
    `aged`: the patient is that many years old, or older, when it begins. `daily_dose`: more than so many mg a day, by
    the strength of each code.
    """

    name: str
    title: Words
    kinds: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    codes: tuple[str, ...] | None = None
    status: tuple[str, ...] | None = None
    status_not: tuple[str, ...] = ()
    intent: tuple[str, ...] | None = None
    verification: tuple[str, ...] | None = None
    verification_not: tuple[str, ...] = ()
    category: tuple[str, ...] | None = None
    category_not: tuple[str, ...] = ()
    class_not: tuple[str, ...] = ()
    class_in: tuple[str, ...] | None = None
    not_done: bool = False
    value: tuple[str, float] | None = None
    unit: str | None = None
    value_codes: tuple[str, ...] | None = None
    reasons: tuple[str, ...] | None = None
    has_value: bool = False
    per_list: bool = False
    refills_at_least: int | None = None
    when: tuple[Compared, ...] = ()
    joined: tuple[Join, ...] = ()
    without: tuple[Join, ...] = ()
    interval: str | None = None
    pick: Pick | None = None
    preceded: tuple[str, str, float] | None = None
    daily_dose: tuple[float, tuple[Dose, ...]] | None = None
    aged: int | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Everything holds."""

    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Something holds."""

    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It does not hold."""

    part: Criterion


@dataclass(frozen=True, slots=True)
class Has:
    """The patient has at least so many facts of a set."""

    facts: str
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Age:
    """How old the patient was at a point: of a window, or of the facts of a set."""

    at: Point
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class Sex:
    """FHIR administrative gender."""

    one_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supplied:
    """The supplies of a set together last more than so many days."""

    facts: str
    more_than: float


@dataclass(frozen=True, slots=True)
class Covered:
    """The intervals of a set cover enough of the days from the start of another set's fact on.

    Of `days` days after it at least so many, or, without `days`, of all to the end of the period at least that share.
    """

    facts: str
    since: str
    at_least: float
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Another criterion of the measure."""

    name: str


Criterion = AllOf | AnyOf | Not | Has | Age | Sex | Supplied | Covered | Named


@dataclass(frozen=True, slots=True)
class Group:
    """One rate of people. A criterion that is missing: the denominator is everybody, the others are nobody.

    Of `events` the names are sets of facts, and each fact of the initial one counts for itself.
    """

    title: Words
    initial: str
    numerator: str
    denominator: str | None = None
    exclusions: str | None = None
    exceptions: str | None = None
    events: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure. `codes`: every name of codes its sets use, with the list (an OID) or the code (system|code)."""

    id: str
    edition: int | None
    version: str
    year: int
    title: Words
    source: str
    mark: str
    better: str
    family: str
    what_counts: Words
    windows: Mapping[str, Window]
    codes: Mapping[str, str]
    facts: Mapping[str, FactSet]
    criteria: Mapping[str, Criterion]
    groups: tuple[Group, ...]
    target: float | None = None
    shown: tuple[str, ...] = field(default=())
