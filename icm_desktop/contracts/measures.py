"""Quality measures: which there are, what one comes to in a period, and who is behind each number.

Names: `queries.measure_results.shipped` lists them; `services.measure_facts.reckon` (long work) brings the facts they
look at up to date; `queries.measure_results.result` and `queries.measured_people.people` and `events` (Pages) answer
from those facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead

LOWER, HIGHER = "lower", "higher"
NUMERATOR, GAP, EXCLUDED, EXCEPTED, DENOMINATOR, INITIAL = (
    *("numerator", "gap", "excluded", "excepted", "denominator", "initial"),
)
PARTS = (NUMERATOR, GAP, EXCLUDED, EXCEPTED, DENOMINATOR, INITIAL)
BY = ("", "clinician", "site", "language", "payer", "sex", "age")
Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure. `edition`: the year of an official one, None for ours. `better`: lower or higher.

    `family`: clinical, utilisation, cost or experience. `mark`: how sure the content is. `target`: percent, where the
    practice aims at one. `groups`: the title of each rate it has; `events`: which of them count events and not people.
    """

    id: str
    edition: int | None
    title: Words
    version: str
    source: str
    mark: str
    better: str
    family: str
    target: float | None
    groups: tuple[Words, ...]
    events: tuple[bool, ...]
    what_counts: Words

    @property
    def official(self) -> bool:
        """Whether it is an official measure, by the official logic."""
        return self.edition is not None


@dataclass(frozen=True, slots=True)
class AskMeasure:
    """A measure over a period, both days included. `edition` None: the one whose period holds the end.

    `by`: one of BY, empty for the practice as a whole. `only`: ids of the patients to look at, None for everybody.
    """

    measure: str
    start: dt.date
    end: dt.date
    edition: int | None = None
    by: str = ""
    only: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """What one rate comes to: people counted once (or as often as the measure counts events).

    `exclusions` and `exceptions` are part of `denominator`; an exception counts only outside the numerator.
    `low` and `high`: 95 % Wilson interval in percent; None, like `percent`, while nobody counts.
    """

    title: Words
    initial: int
    denominator: int
    exclusions: int
    exceptions: int
    numerator: int
    percent: float | None
    low: float | None
    high: float | None

    @property
    def counted(self) -> int:
        """Who counts: the denominator without exclusions and exceptions."""
        return self.denominator - self.exclusions - self.exceptions

    @property
    def gap(self) -> int:
        """Who counts and is not in the numerator."""
        return self.counted - self.numerator


@dataclass(frozen=True, slots=True)
class Stratum:
    """The rates of one group of patients: those of a clinician, a site, a language ... `key` None: not known."""

    key: int | str | None
    name: str | None
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class CodesUsed:
    """Where a list of codes came from: "imported" by the practice, "open" (our own, in its place), or "none"."""

    name: str
    url: str
    source: str
    version: str | None
    codes: int


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """What a measure comes to. `rates`: one for each group of the measure, in its order.

    `strata`: the same by what was asked for, largest first. `as_of`: the facts are those of this moment.
    `not_ready`: how many patients' facts have changed since they were last looked through; 0 after `reckon`.
    """

    row: MeasureRow
    start: dt.date
    end: dt.date
    rates: tuple[Rate, ...]
    strata: tuple[Stratum, ...]
    codes: tuple[CodesUsed, ...]
    as_of: dt.datetime
    not_ready: int


@dataclass(frozen=True, slots=True)
class AskPeople:
    """Who is behind a number. `part`: one of PARTS; `rate`: which rate of the measure, from 0.

    `by` and `key` of the stratum, when only that one is meant. `evidence`: with the facts behind each.
    """

    of: AskMeasure
    rate: int = 0
    part: str = GAP
    key: int | str | None = None
    limit: int = 100
    offset: int = 0
    evidence: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact that counted. `what`: the part of the measure it answers; `table` and `row_id` open it.

    `text`: its kind and code, for programs; `words`: what a person reads.
    """

    what: str
    text: str
    on: dt.date | None
    until: dt.date | None
    value: str | None
    table: str
    row_id: int
    words: Words


@dataclass(frozen=True, slots=True)
class MeasuredPerson:
    """Somebody behind a number, with the dated facts that put them there.

    `populations`: for each rate {population as FHIR names it: how often}.
    """

    head: PatientHead
    populations: tuple[Mapping[str, int], ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MeasuredEvent:
    """One event behind a number: whose, on which day, what it was; `table` and `row_id` open it."""

    head: PatientHead
    on: dt.date | None
    words: Words
    table: str
    row_id: int


@dataclass(frozen=True, slots=True)
class FactsReckoned:
    """How many patients' facts were looked through again."""

    patients: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ImportValueSets:
    """Files and folders of FHIR ValueSets the practice may use."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueSetFile:
    """What became of one file. `status`: imported, unchanged or refused, then with the reason."""

    path: str
    status: str
    reason: str | None
    url: str | None
    title: str | None
    codes: int


@dataclass(frozen=True, slots=True)
class ValueSetsImported:
    """What became of all files."""

    files: tuple[ValueSetFile, ...]
    changes: Changes
