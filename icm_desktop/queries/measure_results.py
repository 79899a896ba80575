"""Quality measures: which there are, what one comes to, and who is behind each number, all by the same question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, select

from db import measure_facts
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
    AskLine,
    AskMeasure,
    LinePoint,
    MeasureResult,
    MeasureRow,
    Rate,
    Stratum,
)
from icm_desktop.domain.measures.clock import shifted
from icm_desktop.domain.measures.definition import Measure
from icm_desktop.domain.measures.interval import wilson
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.measuring.codes import Resolved
from icm_desktop.queries.measuring.compile import POPULATIONS, Compiler, population_column
from icm_desktop.queries.measuring.dates import Days
from icm_desktop.queries.measuring.strata import keys_of, named

_COLUMNS = {
    INITIAL: "initial-population",
    DENOMINATOR: "denominator",
    EXCLUDED: "denominator-exclusion",
    NUMERATOR: "numerator",
    EXCEPTED: "denominator-exception",
}


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


@requires(Privilege.CLINICAL_READ)
def line(uow: UnitOfWork, asked: AskLine) -> tuple[LinePoint, ...]:
    """The twelve months that end with each of the last months, oldest first.

    Raises:
        NotFound: see `result`.
    """
    found, of = [], asked.of
    for back in range(asked.months - 1, -1, -1):
        first = shifted(of.end.replace(day=1), -back, "months")
        end = shifted(first, 1, "months") - dt.timedelta(days=1)
        start = shifted(first, -11, "months")
        edition = of.edition or _measure(of).edition
        question = Question(uow, AskMeasure(of.measure, start, end, edition, "", of.only))
        found.append(LinePoint(end, question.rates(question.totals())))
    return tuple(found)


class Question:
    """A measure asked of this practice."""

    def __init__(
        self, uow: UnitOfWork, asked: AskMeasure, only: Iterable[int] | None = None, *, shown: bool = False
    ) -> None:
        self.uow, self.asked, self.measure = uow, asked, _measure(asked)
        if asked.start > asked.end:
            raise Invalid("measures.bad_period", field="end")
        if asked.by not in BY:
            raise Invalid("measures.bad_grouping", field="by")
        self.days = Days(asked.start, asked.end, self.measure.windows)
        self.resolved = Resolved(uow, self.measure)
        self.only = tuple(only) if only is not None else asked.only
        self.compiler = Compiler(self.measure, self.days, self.resolved.codes, self.only, whole=shown)

    def people(self) -> Select[Any]:
        """Everybody of the initial population of a rate."""
        return self.compiler.people()

    def totals(self) -> Any:
        """How many there are in each population: the sum over `people`."""
        found = self.people().subquery()
        sums = [
            func.coalesce(func.sum(found.c[column]), 0).label(column)
            for number in range(len(self.measure.groups))
            for column in (population_column(number, name) for name in POPULATIONS)
        ]
        return self.uow.session.execute(select(*sums)).mappings().one()

    def rates(self, totals: Any) -> tuple[Rate, ...]:
        """The rates out of sums."""
        return tuple(
            rate(group.title, *(int(totals[population_column(number, name)]) for name in POPULATIONS))
            for number, group in enumerate(self.measure.groups)
        )

    def strata(self) -> tuple[Stratum, ...]:
        """The same for each group of patients."""
        found = self.people().subquery()
        keys = keys_of(self.asked.by, self.uow, self.asked.end).subquery()
        columns = [
            func.sum(found.c[column]).label(column)
            for number in range(len(self.measure.groups))
            for column in (population_column(number, name) for name in POPULATIONS)
        ]
        query = (
            select(keys.c.key, *columns)
            .select_from(found)
            .outerjoin(keys, keys.c.patient_id == found.c.patient_id)
            .group_by(keys.c.key)
        )
        rows = self.uow.session.execute(query).mappings().all()
        names = named(self.asked.by, self.uow, [row["key"] for row in rows])
        strata = [Stratum(row["key"], names.get(row["key"]), self.rates(row)) for row in rows]
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
