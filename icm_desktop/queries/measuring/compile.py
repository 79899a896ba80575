"""A measure as one set-based question: its facts as common table expressions, its criteria as conditions on people.

Only what every SQL engine understands is used. The counts and the list of names are both asked of `people`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, FromClause, Select, and_, case, false, func, literal, not_, or_, select, true

from db.measure_facts import person
from icm_desktop.domain.measures.definition import (
    Age,
    AllOf,
    AnyOf,
    Covered,
    Criterion,
    Group,
    Has,
    Measure,
    Named,
    Not,
    Sex,
    Supplied,
)
from icm_desktop.queries.measuring.dates import Days
from icm_desktop.queries.measuring.fact_sets import FactSets, kept
from icm_desktop.queries.measuring.needed import all_columns, columns_needed
from icm_desktop.queries.measuring.whose import Whose

POPULATIONS = (
    "initial-population",
    "denominator",
    "denominator-exclusion",
    "numerator",
    "denominator-exception",
)
NO_DAY = 0
Condition = ColumnElement[bool]
_YEAR = 10_000


class Compiler:
    """One measure over one period. `codes`: the numbers of the codes behind each name; `whose`: of which patients.

    `whole`: the sets tell everything of their facts, to be shown.
    """

    def __init__(
        self,
        measure: Measure,
        days: Days,
        codes: Mapping[str, Sequence[int]],
        whose: Whose | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self.measure, self._days, self._whose = measure, days, whose or Whose()
        self._asked: dict[str, Select[Any]] = {}
        self._sets = FactSets(measure, days, codes, self._whose, all_columns() if whole else columns_needed(measure))

    def facts(self, name: str) -> CTE:
        """The facts of a set."""
        return self._sets.facts(name)

    def people(self) -> Select[Any]:
        """Everybody of the initial population of some rate, with a column for each population of each rate."""
        if "people" not in self._asked:
            self._asked["people"] = self._people()
        return self._asked["people"]

    def sums(self) -> Select[Any]:
        """How many there are in each population of each rate: the sums over `people`."""
        if "sums" not in self._asked:
            found = self.people().subquery()
            names = [population_column(n, name) for n in range(len(self.measure.groups)) for name in POPULATIONS]
            self._asked["sums"] = select(*(func.coalesce(func.sum(found.c[name]), 0).label(name) for name in names))
        return self._asked["sums"]

    def _people(self) -> Select[Any]:
        of_people = [group for group in self.measure.groups if not group.events]
        names = dict.fromkeys(
            name
            for group in of_people
            for name in (group.initial, group.denominator, group.exclusions, group.numerator, group.exceptions)
            if name is not None
        )
        events = {
            number: kept(self._events(group), f"events_{number}")
            for number, group in enumerate(self.measure.groups)
            if group.events
        }
        first = {group.initial: 0 for group in of_people}
        within = or_(
            *(self._criterion(Named(name)) for name in first),
            *(person.c.patient_id.in_(select(each.c.patient_id)) for each in events.values()),
        )
        raw = select(person.c.patient_id, *map(self._flag, names)).where(
            person.c.counted == 1, self._whose.are(person.c.patient_id), within
        )
        flags = kept(raw, "flags")
        columns: list[ColumnElement[Any]] = [flags.c.patient_id]
        source: FromClause = flags
        for number, group in enumerate(self.measure.groups):
            if number in events:
                each = events[number]
                source = source.outerjoin(each, each.c.patient_id == flags.c.patient_id)
                found: list[ColumnElement[int]] = [
                    func.coalesce(each.c[population_column(0, name)], 0) for name in POPULATIONS
                ]
            else:
                found = _populations(group, {name: flags.c[_column(name)] for name in names})
            columns += [
                value.label(population_column(number, name)) for name, value in zip(POPULATIONS, found, strict=True)
            ]
        return select(*columns).select_from(source)

    def each_event(self, group: Group) -> Select[Any]:
        """Each fact of the initial set of a rate by itself, with its day and the populations it is in."""
        found = self.facts(group.initial)
        names = [name for name in (group.denominator, group.exclusions, group.numerator, group.exceptions) if name]
        flags = {
            name: func.max(case((found.c.key.in_(select(self.facts(name).c.key)), 1), else_=0)).label(_column(name))
            for name in names
        }
        days = [found.c[name] for name in ("start_day", "recorded_day") if name in found.c]
        day = (func.min(func.coalesce(*days, NO_DAY)) if days else func.max(NO_DAY)).label("day")
        initial = func.max(1).label(_column(group.initial))
        each = select(found.c.patient_id, found.c.key, day, initial, *flags.values())
        rows = each.group_by(found.c.patient_id, found.c.key).subquery()
        told = _populations(group, {name: rows.c[_column(name)] for name in (group.initial, *names)})
        columns = [value.label(population_column(0, name)) for name, value in zip(POPULATIONS, told, strict=True)]
        return select(rows.c.patient_id, rows.c.key, rows.c.day, *columns)

    def _events(self, group: Group) -> Select[Any]:
        """How many facts of the initial set each patient has, and how many of them are in the other sets."""
        rows = self.each_event(group).subquery()
        names = [population_column(0, name) for name in POPULATIONS]
        sums = [func.sum(rows.c[name]).label(name) for name in names]
        return select(rows.c.patient_id, *sums).group_by(rows.c.patient_id)

    def _flag(self, name: str) -> ColumnElement[int]:
        return case((self._criterion(Named(name)), 1), else_=0).label(_column(name))

    def _criterion(self, one: Criterion) -> Condition:
        match one:
            case Named(name):
                return self._criterion(self.measure.criteria[name])
            case AllOf(parts):
                return and_(true(), *map(self._criterion, parts))
            case AnyOf(parts):
                return or_(false(), *map(self._criterion, parts))
            case Not(part):
                return not_(self._criterion(part))
            case Sex() | Age():
                return self._of_person(one)
            case Has(facts, at_least):
                return self._has(facts, at_least)
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

    def _of_person(self, one: Sex | Age) -> Condition:
        if isinstance(one, Sex):
            return func.coalesce(person.c.sex, "").in_(one.one_of)
        if one.at.name in self.measure.facts:
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
        last = first + one.days if one.days is not None else literal(self._days.end.toordinal())
        end = case((found.c.end_day > last, last), else_=found.c.end_day)
        asked = last - first + 1
        cut = (
            select(found.c.patient_id, found.c.id, start.label("first"), end.label("last"), asked.label("all"))
            .join(since, since.c.patient_id == found.c.patient_id)
            .where(found.c.start_day <= last, found.c.end_day >= first)
            .subquery()
        )
        before = func.max(cut.c.last).over(
            partition_by=cut.c.patient_id, order_by=(cut.c.first, cut.c.last, cut.c.id), rows=(None, -1)
        )
        each = select(cut.c.patient_id, cut.c.first, cut.c.last, cut.c.all, before.label("before")).subquery()
        new = case((each.c.before >= each.c.first, each.c.before + 1), else_=each.c.first)
        added = case((each.c.last >= new, each.c.last - new + 1), else_=0)
        enough = literal(one.at_least) if one.days is not None else func.max(each.c.all) * one.at_least
        query = select(each.c.patient_id).group_by(each.c.patient_id).having(func.sum(added) >= enough)
        return person.c.patient_id.in_(query)


def population_column(group: int, population: str) -> str:
    """The column of a population of a rate in `Compiler.people`."""
    return f"{population.replace('-', '_')}_{group}"


def _populations(group: Group, flag: Mapping[str, ColumnElement[int]]) -> list[ColumnElement[int]]:
    """The populations of a rate, in their order, out of what holds for somebody (or for an event)."""
    initial = flag[group.initial]
    denominator = initial * flag[group.denominator] if group.denominator else initial
    excluded = denominator * flag[group.exclusions] if group.exclusions else literal(0)
    counted = denominator - excluded
    numerator = counted * flag[group.numerator]
    excepted = (counted - numerator) * flag[group.exceptions] if group.exceptions else literal(0)
    return [initial, denominator, excluded, numerator, excepted]


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
