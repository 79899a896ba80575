"""Quality measures: which there are, what one comes to, and who is behind each number, all by the same question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select

from db import measure_facts
from db.measure_facts import person
from db.unit_of_work import UnitOfWork
from icm_desktop.content import measures as content
from icm_desktop.contracts.measures import (
    BY,
    DENOMINATOR,
    EXCEPTED,
    EXCLUDED,
    GAP,
    INITIAL,
    NUMERATOR,
    AskMeasure,
    MeasureResult,
    MeasureRow,
    Rate,
    Stratum,
)
from icm_desktop.domain.measures.clock import is_period
from icm_desktop.domain.measures.definition import Measure
from icm_desktop.domain.measures.interval import wilson
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.measuring.codes import Resolved
from icm_desktop.queries.measuring.compile import POPULATIONS, Compiler, population_column
from icm_desktop.queries.measuring.dates import Days
from icm_desktop.queries.measuring.strata import keys_of, named
from icm_desktop.queries.measuring.whose import AT_ONCE, Params, Whose, spans

_COLUMNS = {
    INITIAL: "initial-population",
    DENOMINATOR: "denominator",
    EXCLUDED: "denominator-exclusion",
    NUMERATOR: "numerator",
    EXCEPTED: "denominator-exception",
}

# Questions that were put into words, by what they ask; each keeps its measure, so that the number of it stays its own.
_COMPILERS: dict[tuple[object, ...], Compiler] = {}
_COMPILERS_AT_MOST = 150  # every measure over three periods


@requires(Privilege.CLINICAL_READ)
def shipped(uow: UnitOfWork) -> tuple[MeasureRow, ...]:
    """Every measure, official ones first."""
    return tuple(map(row_of, content.measures()))


@requires(Privilege.CLINICAL_READ)
def result(uow: UnitOfWork, asked: AskMeasure) -> MeasureResult:
    """What a measure comes to in a period.

    Raises:
        NotFound: measures.unknown, or measures.other_edition with the editions there are.
        Invalid: measures.bad_period or measures.bad_grouping.
    """
    question = Question(uow, asked)
    rates = question.rates(question.totals())
    strata = question.strata() if asked.by else ()
    waiting = measure_facts.how_many_stale(uow.session.connection())
    used = tuple(question.resolved.used)
    return MeasureResult(row_of(question.measure), asked.start, asked.end, rates, strata, used, uow.now, waiting)


class Question:
    """A measure asked of this practice."""

    def __init__(
        self, uow: UnitOfWork, asked: AskMeasure, only: Iterable[int] | None = None, *, shown: bool = False
    ) -> None:
        self.uow, self.asked, self.measure = uow, asked, _measure(asked)
        if not is_period(asked.start, asked.end):
            raise Invalid("measures.bad_period", field="end")
        if asked.by not in BY:
            raise Invalid("measures.bad_grouping", field="by")
        self.days = Days(asked.start, asked.end, self.measure.windows)
        self.resolved = Resolved(uow, self.measure)
        self.only = tuple(only) if only is not None else asked.only
        self._shown = shown
        self.compiler = self._compiler(None if self.only is None else self.only[:AT_ONCE])

    def _compiler(self, ids: Sequence[int] | None) -> Compiler:
        codes = tuple((name, *numbers) for name, numbers in self.resolved.codes.items())
        whose = None if ids is None else tuple(ids)
        ask = (id(self.measure), self.days.start, self.days.end, codes, whose, self._shown)
        if ask not in _COMPILERS:
            if len(_COMPILERS) >= _COMPILERS_AT_MOST:
                _COMPILERS.clear()
            compiler = Compiler(self.measure, self.days, self.resolved.codes, Whose(ids), whole=self._shown)
            _COMPILERS[ask] = compiler
        return _COMPILERS[ask]

    def people(self) -> Select[Any]:
        """Everybody of the initial population of a rate; of many who were asked for the first ones: see `slices`."""
        return self.compiler.people()

    def slices(self, rate: int | None = None) -> Iterator[tuple[Select[Any], Params]]:
        """`people` of some patients at a time, with the values to ask it with, in the order of their numbers.

        With a `rate` that counts events: each of those by itself.
        """

        for compiler, params in self._parts():
            yield compiler.people() if rate is None else compiler.each_event(self.measure.groups[rate]), params

    def _parts(self) -> Iterator[tuple[Compiler, Params]]:
        if self.only is None:
            numbers = self.uow.session.scalars(select(person.c.patient_id).order_by(person.c.patient_id)).all()
            yield from ((self.compiler, params) for params in spans(numbers))
            return
        yield self.compiler, {}
        for start in range(AT_ONCE, len(self.only), AT_ONCE):
            yield self._compiler(self.only[start : start + AT_ONCE]), {}

    def totals(self) -> Mapping[str, int]:
        """How many there are in each population: the sum over `people`."""
        totals = Counter[str]()
        for compiler, params in self._parts():
            totals.update(dict(self.uow.session.execute(compiler.sums(), params).mappings().one()))
        return totals

    def _columns(self) -> list[str]:
        groups = range(len(self.measure.groups))
        return [population_column(number, name) for number in groups for name in POPULATIONS]

    def rates(self, totals: Any) -> tuple[Rate, ...]:
        """The rates out of sums."""
        return tuple(
            rate(group.title, *(int(totals[population_column(number, name)]) for name in POPULATIONS))
            for number, group in enumerate(self.measure.groups)
        )

    def strata(self) -> tuple[Stratum, ...]:
        """The same for each group of patients."""
        keys = keys_of(self.asked.by, self.uow, self.asked.end).subquery()
        totals: dict[Any, Counter[str]] = defaultdict(Counter)
        for people, params in self.slices():
            found = people.subquery()
            sums = [func.sum(found.c[name]).label(name) for name in self._columns()]
            query = (
                select(keys.c.key, *sums)
                .select_from(found)
                .outerjoin(keys, keys.c.patient_id == found.c.patient_id)
                .group_by(keys.c.key)
            )
            for row in self.uow.session.execute(query, params).mappings():
                totals[row["key"]].update({name: int(row[name]) for name in self._columns()})
        names = named(self.asked.by, self.uow, list(totals))
        strata = [Stratum(key, names.get(key), self.rates(each)) for key, each in totals.items()]
        return tuple(sorted(strata, key=lambda one: (-one.rates[0].denominator, str(one.name))))


def rate(title: Any, initial: int, denominator: int, exclusions: int, numerator: int, exceptions: int) -> Rate:
    """A rate with its interval."""
    counted = denominator - exclusions - exceptions
    limits = wilson(numerator, counted)
    low, high = limits or (None, None)
    percent = numerator / counted * 100 if counted else None
    return Rate(title, initial, denominator, exclusions, exceptions, numerator, percent, low, high)


def condition_of(found: Any, number: int, part: str) -> Any:
    """Whether somebody of `people` belongs to a part of a rate."""
    if part != GAP:
        return found.c[population_column(number, _COLUMNS[part])] > 0
    of = {name: found.c[population_column(number, name)] for name in POPULATIONS}
    counted = of["denominator"] - of["denominator-exclusion"] - of["denominator-exception"]
    return counted - of["numerator"] > 0


def row_of(one: Measure) -> MeasureRow:
    """A measure as it is listed."""
    return MeasureRow(
        *(one.id, one.edition, one.title, one.version, one.source, one.mark, one.better, one.family, one.target),
        tuple(group.title for group in one.groups),
        tuple(group.events for group in one.groups),
        one.what_counts,
    )


def _measure(asked: AskMeasure) -> Measure:
    """The edition that was asked for, else the one whose year the period ends in; ours for any period."""
    editions = [one for one in content.measures() if one.id.casefold() == asked.measure.casefold()]
    if not editions:
        raise NotFound("measures.unknown", measure=asked.measure)
    wanted = asked.edition or asked.end.year
    found = next((one for one in editions if one.edition in (None, wanted)), None)
    if found is None:
        years = ", ".join(sorted(str(one.edition) for one in editions))
        raise NotFound("measures.other_edition", measure=editions[0].id, wanted=wanted, editions=years)
    return found
