"""Outcomes: figures of four families with what is under the line, their course, groups, and the people behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.costs import Arm, Savings

CLINICAL, UTILISATION, COST, EXPERIENCE = "clinical", "utilisation", "cost", "experience"
FAMILIES = (CLINICAL, UTILISATION, COST, EXPERIENCE)
BY = ("", "clinician", "site", "language", "payer", "risk", "pathway")
POPULATION, PROGRAM = "population:", "program:"  # how a cohort is named, before its id
HITS, REST = "hits", "rest"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AskOutcomes:
    """A period, both days included. `by`: one of BY. `cohort`: "" everybody, or "population:ID", "program:ID".

    `other`: a second cohort to stand beside it; `before`: the period of the same length before it beside it.
    `only`: ids of figures, empty for all. `line`: with the course of twelve months. `clinical`: with quality measures,
    which take longer than the rest; `figures`: with the rest.
    """

    start: dt.date
    end: dt.date
    by: str = ""
    cohort: str = ""
    other: str = ""
    before: bool = False
    only: tuple[str, ...] = ()
    line: bool = True
    clinical: bool = True
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of one period that ends on `end`: `n` of `of`; `value` None while too few count.

    `people`: how many patients, or surveys without a name, are under the line; None: `of` counts them itself.
    """

    end: dt.date
    n: float
    of: float
    value: float | None
    low: float | None = None
    high: float | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class GroupPoint:
    """A figure of one group; `key` None: not known for these."""

    key: int | str | None
    name: str | None
    point: Point


@dataclass(frozen=True, slots=True)
class ListsUsed:
    """How many lists of codes were imported by the practice, or our own open ones; of which there are `none`."""

    imported: int = 0
    open: int = 0
    none: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether the figure looks at lists of codes at all."""
        return bool(self.imported or self.open or self.none)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One tile. `unit`: percent, per_1000 (member-years) or money (per member-month). `better`: lower or higher.

    `needs`: so many have to count before there is a value. `official`: by the official logic of a measure. `note`: code
    of what must be said beside it. `before` and `other`: the period before, the other cohort. `not_ready`: of so many
    patients the facts have changed since. `edition` of an official measure.
    """

    id: str
    family: str
    title: Words
    what: Words
    of_words: Words
    unit: str
    better: str
    needs: int
    source: str
    mark: str
    version: str
    note: str
    target: float | None
    now: Point
    line: tuple[Point, ...]
    groups: tuple[GroupPoint, ...]
    before: Point | None = None
    other: Point | None = None
    official: bool = False
    edition: int | None = None
    rate: int = 0
    not_ready: int = 0
    lists: ListsUsed = ListsUsed()

    @property
    def enough(self) -> bool:
        """Whether there is a value."""
        return self.now.value is not None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Every tile asked for. `members`: of the cohort on the last day; `chosen_for_use`: whether it was chosen so."""

    asked: AskOutcomes
    rows: tuple[FigureRow, ...]
    members: int
    chosen_for_use: bool
    day: dt.date


@dataclass(frozen=True, slots=True)
class CohortChoice:
    """A group of people a figure can be asked for."""

    id: str
    title: Words
    members: int | None
    chosen_for_use: bool


@dataclass(frozen=True, slots=True)
class AskBehindFigure:
    """Who is behind a number: `part` hits or rest; of a group when `grouped`."""

    asked: AskOutcomes
    figure: str
    part: str = HITS
    grouped: bool = False
    key: int | str | None = None
    limit: int = 500
    edition: int | None = None
    rate: int = 0


@dataclass(frozen=True, slots=True)
class AskCourse:
    """The course of one figure by itself."""

    asked: AskOutcomes
    figure: str
    edition: int | None = None
    rate: int = 0


@dataclass(frozen=True, slots=True)
class BehindFigure:
    """One person, or one event of a person: on which day, what it was, how much it counts."""

    head: PatientHead
    day: dt.date | None
    what: Words
    amount: float | None


@dataclass(frozen=True, slots=True)
class PeopleBehind:
    """The first rows of `total`; `nameless`: so many cannot be named (surveys without a name).

    `amount`: what all of `total` come to together, where each counts as much as it says and not as one.
    """

    rows: tuple[BehindFigure, ...]
    total: int
    nameless: int
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class AskSavings:
    """A program against others. Cohorts as in `AskOutcomes`; `comparison` "": nobody to compare with."""

    cohort: str
    comparison: str
    before_start: dt.date
    before_end: dt.date
    after_start: dt.date
    after_end: dt.date


@dataclass(frozen=True, slots=True)
class MinutesOf:
    """Time of one role in the time after, and what it cost; `cost` None: no rate is set for it."""

    role: str
    minutes: int
    rate: float | None
    cost: float | None


@dataclass(frozen=True, slots=True)
class SavingsFound:
    """What the comparison comes to, with everything it stands on. `in_both`: people of both groups, counted in the
    program's only."""

    asked: AskSavings
    group: Arm
    comparison: Arm | None
    found: Savings
    minutes: tuple[MinutesOf, ...]
    expenses: float
    chosen_for_use: bool
    in_both: int


@dataclass(frozen=True, slots=True)
class RateRow:
    """What an hour of a role costs, since when."""

    role: str
    amount: float | None
    starts_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """What a program costs beside the time of people."""

    id: int
    version: int
    what: str
    per_month: float
    starts_on: dt.date
    ends_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ProgramCosts:
    """Rates by role and other expenses."""

    rates: tuple[RateRow, ...]
    expenses: tuple[ExpenseRow, ...]


@dataclass(frozen=True, slots=True)
class SetRate:
    """What an hour of a role costs from a day on."""

    role: str
    amount: float
    starts_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SaveExpense:
    """A monthly expense, new or changed."""

    what: str
    per_month: float
    starts_on: dt.date
    ends_on: dt.date | None = None
    expense_id: int | None = None
    expected_version: int = 0


@dataclass(frozen=True, slots=True)
class ImportTable:
    """A CSV file with a column of codes and the four shares of the NYU algorithm."""

    path: str


@dataclass(frozen=True, slots=True)
class OutcomeSaved:
    """What was saved; `rows`: how many lines of an imported table."""

    changes: Changes
    rows: int = 0


@dataclass(frozen=True, slots=True)
class PrintOutcomes:
    """The board as a report for others: small numbers are not told."""

    asked: AskOutcomes
    language: str = "en"
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class SaveOutcomes:
    """The board as CSV (`csv`) or as FHIR MeasureReports in a Bundle (`fhir`), written to a file."""

    asked: AskOutcomes
    form: str
    to: str


@dataclass(frozen=True, slots=True)
class OutcomesWritten:
    """Where it was written, how many rows or reports."""

    path: str
    rows: int
    changes: Changes
