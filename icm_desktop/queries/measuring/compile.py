"""A measure as one set-based question: its facts as common table expressions, its criteria as conditions on people.

Only what every SQL engine understands is used. The counts and the list of names are both asked of `people`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Select,
    and_,
    case,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union_all,
)

from db.measure_facts import fact, person
from icm_desktop.domain.measures.definition import (
    ITSELF,
    Age,
    AllOf,
    AnyOf,
    Covered,
    Criterion,
    FactSet,
    Has,
    Join,
    Measure,
    Named,
    Not,
    Pick,
    Sex,
    Supplied,
)
from icm_desktop.domain.measures.phrases import Compared
from icm_desktop.queries.measuring.dates import Days

POPULATIONS = (
    "initial-population",
    "denominator",
    "denominator-exclusion",
    "numerator",
    "denominator-exception",
)
Condition = ColumnElement[bool]
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {"<=": le, ">=": ge, "<": lt, ">": gt, "=": eq, "!=": ne}
_YEAR = 10_000


class Compiler:
    """One measure over one period. `codes`: the numbers of the codes behind each name; `only`: these patients."""

    def __init__(
        self, measure: Measure, days: Days, codes: Mapping[str, Sequence[int]], only: Sequence[int] | None = None
    ) -> None:
        self._measure, self._days, self._codes, self._only = measure, days, codes, only
        self._sets: dict[str, CTE] = {}

    def people(self) -> Select[Any]:
        """Everybody of the initial population of some rate, with a column for each population of each rate."""
        names = dict.fromkeys(
            name
            for group in self._measure.groups
            for name in (group.initial, group.denominator, group.exclusions, group.numerator, group.exceptions)
            if name is not None
        )
        within = or_(*(self._criterion(Named(name)) for name in {group.initial: 0 for group in self._measure.groups}))
        raw = select(person.c.patient_id, *(self._flag(name) for name in names)).where(person.c.counted == 1, within)
        if self._only is not None:
            raw = raw.where(person.c.patient_id.in_(self._only))
        flags = raw.cte("flags")
        columns: list[ColumnElement[Any]] = [flags.c.patient_id]
        for number, group in enumerate(self._measure.groups):
            flag = {name: flags.c[_column(name)] for name in names}
            initial = flag[group.initial]
            denominator = initial * flag[group.denominator] if group.denominator else initial
            excluded = denominator * flag[group.exclusions] if group.exclusions else literal(0)
            counted = denominator - excluded
            numerator = counted * flag[group.numerator]
            excepted = (counted - numerator) * flag[group.exceptions] if group.exceptions else literal(0)
            found = (initial, denominator, excluded, numerator, excepted)
            columns += [
                value.label(population_column(number, name)) for name, value in zip(POPULATIONS, found, strict=True)
            ]
        return select(*columns)

    def _flag(self, name: str) -> ColumnElement[int]:
        return case((self._criterion(Named(name)), 1), else_=0).label(_column(name))

    def _criterion(self, one: Criterion) -> Condition:
        match one:
            case Named(name):
                return self._criterion(self._measure.criteria[name])
            case AllOf(parts):
                return and_(true(), *map(self._criterion, parts))
            case AnyOf(parts):
                return or_(false(), *map(self._criterion, parts))
            case Not(part):
                return not_(self._criterion(part))
            case Sex(one_of):
                return func.coalesce(person.c.sex, "").in_(one_of)
            case Has(facts, at_least):
                return self._has(facts, at_least)
            case Age():
                return self._age(one)
            case Supplied(facts, more_than):
                return self._supplied(facts, more_than)
            case Covered():
                return self._covered(one)

    def _has(self, facts: str, at_least: int) -> Condition:
        found = self.facts(facts)
        query = select(found.c.patient_id)
        if at_least > 1:
            query = query.group_by(found.c.patient_id).having(func.count(found.c.key.distinct()) >= at_least)
        return person.c.patient_id.in_(query)

    def _age(self, one: Age) -> Condition:
        if one.at.name in self._measure.facts:
            found = self.facts(one.at.name)
            on = self._days.numbered(self._days.moved(found.c[f"{one.at.edge}_day"], one.at))
            born = person.alias("born")
            joined = select(found.c.patient_id).join(born, born.c.patient_id == found.c.patient_id)
            return person.c.patient_id.in_(joined.where(*_aged(on, born, one)))
        day = self._days.fixed(one.at)
        return and_(*_aged(literal(day.year * _YEAR + day.month * 100 + day.day), person, one))

    def _supplied(self, facts: str, more_than: float) -> Condition:
        found = self.facts(facts)
        once = select(found.c.patient_id, found.c.key, func.max(found.c.amount).label("amount")).group_by(
            found.c.patient_id, found.c.key
        )
        each = once.subquery()
        query = select(each.c.patient_id).group_by(each.c.patient_id).having(func.sum(each.c.amount) > more_than)
        return person.c.patient_id.in_(query)

    def _covered(self, one: Covered) -> Condition:
        """Days that some interval covers, each counted once: what an interval adds to those that began before it."""
        found, since = self.facts(one.facts), self.facts(one.since)
        first = since.c.start_day
        start = case((found.c.start_day < first, first), else_=found.c.start_day)
        last = first + one.days
        end = case((found.c.end_day > last, last), else_=found.c.end_day)
        cut = (
            select(found.c.patient_id, found.c.id, start.label("first"), end.label("last"))
            .join(since, since.c.patient_id == found.c.patient_id)
            .where(found.c.start_day <= last, found.c.end_day >= first)
            .subquery()
        )
        before = func.max(cut.c.last).over(
            partition_by=cut.c.patient_id, order_by=(cut.c.first, cut.c.last, cut.c.id), rows=(None, -1)
        )
        each = select(cut.c.patient_id, cut.c.first, cut.c.last, before.label("before")).subquery()
        new = case((each.c.before >= each.c.first, each.c.before + 1), else_=each.c.first)
        added = case((each.c.last >= new, each.c.last - new + 1), else_=0)
        query = select(each.c.patient_id).group_by(each.c.patient_id).having(func.sum(added) >= one.at_least)
        return person.c.patient_id.in_(query)

    def facts(self, name: str) -> CTE:
        """The facts of a set."""
        if name not in self._sets:
            self._sets[name] = self._made(self._measure.facts[name])
        return self._sets[name]

    def _made(self, one: FactSet) -> CTE:
        if one.per_list and one.codes is not None:
            lists = [replace(one, name=f"{one.name}-of-{code}", codes=(code,), per_list=False) for code in one.codes]
            return union_all(*(select(self._made(each)) for each in lists)).cte(one.name)
        query = self._source(one)
        if one.interval is not None:
            query = _with_interval(query, one.interval)
        for number, joined in enumerate(one.joined):
            query = self._joined(query, joined, f"{one.name}-{number}", negated=False)
        for number, joined in enumerate(one.without):
            query = self._joined(query, joined, f"{one.name}-not-{number}", negated=True)
        if one.preceded is not None:
            query = self._preceded(query, one)
        if one.pick is not None:
            query = _picked(query, one.pick)
        return query.cte(one.name)

    def _source(self, one: FactSet) -> Select[Any]:
        if one.of:
            parts = [select(self.facts(name)) for name in one.of]
            source: FromClause = self.facts(one.of[0]) if len(parts) == 1 else union_all(*parts).subquery()
        else:
            source = fact
        query = select(*(source.c[column.name] for column in fact.columns)).where(*self._conditions(one, source))
        if not one.of and self._only is not None:
            query = query.where(source.c.patient_id.in_(self._only))
        return query

    def _conditions(self, one: FactSet, of: FromClause) -> list[Condition]:
        found: list[Condition] = []
        if one.kinds:
            found += [of.c.kind.in_(one.kinds), of.c.negated == int(one.not_done)]
        if one.codes is not None:
            found.append(of.c.concept_id.in_(self._numbers(one.codes)))
        for column in ("status", "intent", "verification"):
            wanted = getattr(one, column)
            if wanted is not None:
                found.append(of.c[column].in_(wanted))
        for column, unwanted in (
            ("status", one.status_not),
            ("verification", one.verification_not),
            ("class_code", one.class_not),
        ):
            if unwanted:
                found.append(func.coalesce(of.c[column], "").not_in(unwanted))
        if one.class_in is not None:
            found.append(of.c.class_code.in_(one.class_in))
        if one.category is not None:
            found.append(or_(*(of.c.category.like(f"%|{word}|%") for word in one.category)))
        for word in one.category_not:
            found.append(func.coalesce(of.c.category, "").not_like(f"%|{word}|%"))
        found += self._valued(one, of)
        found += [self._compared(each, of, None) for each in one.when]
        return found

    def _valued(self, one: FactSet, of: FromClause) -> list[Condition]:
        found: list[Condition] = []
        if one.value is not None:
            found.append(_OPERATORS[one.value[0]](of.c.value_number, one.value[1]))
        if one.unit is not None:
            found.append(of.c.value_unit == one.unit)
        if one.has_value:
            found.append(of.c.has_value == 1)
        if one.value_codes is not None:
            found.append(of.c.value_concept_id.in_(self._numbers(one.value_codes)))
        if one.reasons is not None:
            found.append(of.c.reason_concept_id.in_(self._numbers(one.reasons)))
        if one.refills_at_least is not None:
            found.append(of.c.repeats >= one.refills_at_least)
        if one.daily_dose is not None:
            above, strengths = one.daily_dose
            ways = [
                and_(
                    of.c.concept_id.in_(self._numbers((dose.code,))),
                    true() if not dose.unit else of.c.value_unit == dose.unit,
                    of.c.value_number * dose.per_unit > of.c.amount * above,
                )
                for dose in strengths
            ]
            found.append(or_(false(), *ways))
        return found

    def _numbers(self, names: Sequence[str]) -> list[int]:
        return sorted({number for name in names for number in self._codes[name]})

    def _compared(self, one: Compared, of: FromClause, other: FromClause | None) -> Condition:
        unit = "at" if one.exact else "day"
        edge: ColumnElement[int] = (
            func.coalesce(of.c[f"recorded_{unit}"], of.c[f"start_{unit}"])
            if one.edge == "noted"
            else of.c[f"{one.edge}_{unit}"]
        )
        return _OPERATORS[one.operator](edge, self._days.at(one.point, other, one.exact))  # type: ignore[no-any-return]

    def _joined(self, query: Select[Any], join: Join, name: str, *, negated: bool) -> Select[Any]:
        """Facts beside which some (or no) fact of another set of the same patient stands in the relations."""
        before = query.cte(name)
        other = before.alias() if join.facts == ITSELF else self.facts(join.facts).alias()
        ways = [and_(true(), *(self._compared(each, before, other) for each in way)) for way in join.any_of]
        on: list[Condition] = [other.c.patient_id == before.c.patient_id, or_(*ways)]
        if join.related:
            on.append(before.c.related_key == other.c.key)
        if join.same:
            on.append(before.c.key == other.c.key)
        if join.apart:
            on.append(before.c.key != other.c.key)
        found = select(before.c.id).join(other, and_(*on))
        condition = before.c.id.in_(found)
        return select(before).where(not_(condition) if negated else condition)

    def _preceded(self, query: Select[Any], one: FactSet) -> Select[Any]:
        """Facts just before which, within the same fact of another set, one with such a value stands."""
        within, operator, number = one.preceded or ("", "=", 0.0)
        before, other = query.cte(f"{one.name}-in-order"), self.facts(within).alias()
        inside = and_(
            other.c.patient_id == before.c.patient_id,
            before.c.start_at >= other.c.start_at,
            before.c.end_at <= other.c.end_at,
        )
        last = func.lag(before.c.value_number).over(
            partition_by=other.c.id, order_by=(before.c.start_at, before.c.id)
        )
        each = select(before.c.id, last.label("last")).join(other, inside).subquery()
        return select(before).where(before.c.id.in_(select(each.c.id).where(_OPERATORS[operator](each.c.last, number))))


def population_column(group: int, population: str) -> str:
    """The column of a population of a rate in `Compiler.people`."""
    return f"{population.replace('-', '_')}_{group}"


def _column(name: str) -> str:
    return f"is_{name.replace('-', '_')}"


def _aged(on: ColumnElement[int], who: FromClause, one: Age) -> list[Condition]:
    """Old enough by the last day of birth the record can mean, young enough by the first."""
    found: list[Condition] = []
    if one.lowest is not None:
        found.append(on - who.c.born_last >= one.lowest * _YEAR)
    if one.highest is not None:
        found.append(on - who.c.born_first < (one.highest + 1) * _YEAR)
    return found


def _with_interval(query: Select[Any], edge: str) -> Select[Any]:
    """The same facts at the moment they began or were ordered."""
    source = query.subquery()
    moment = {
        "start_at": source.c[f"{edge}_at"],
        "end_at": source.c[f"{edge}_at"],
        "start_day": source.c[f"{edge}_day"],
        "end_day": source.c[f"{edge}_day"],
    }
    return select(*(moment.get(column.name, column).label(column.name) for column in source.columns))


def _picked(query: Select[Any], pick: Pick) -> Select[Any]:
    source = query.subquery()
    ordered = _order(source, pick)
    place = (func.rank() if pick.day else func.row_number()).over(partition_by=source.c.patient_id, order_by=ordered)
    ranked = source.select().add_columns(place.label("place")).subquery()
    return select(*(ranked.c[column.name] for column in source.columns)).where(ranked.c.place == 1)


def _order(source: FromClause, pick: Pick) -> list[Any]:
    """By an edge to the second (or day), or by the value, where none comes before the lowest."""
    if pick.by == "value":
        columns: list[Any] = [case((source.c.value_number.is_(None), 0), else_=1), source.c.value_number]
    else:
        columns = [source.c[f"{pick.by}_day" if pick.day else f"{pick.by}_at"]]
    if not pick.day:
        columns.append(source.c.id)
    return [column.desc() for column in columns] if pick.order == "last" else columns


