"""The sets of facts of a measure, each as one common table expression."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import eq, ge, gt, le, lt, ne
from typing import Any

import sqlalchemy as sql
from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Select,
    SelectBase,
    and_,
    case,
    false,
    func,
    not_,
    or_,
    select,
    true,
    union_all,
)

from db import measure_facts
from db.measure_facts import KINDS, person
from icm_desktop.domain.measures.definition import ITSELF, FactSet, Join, Measure, Pick
from icm_desktop.domain.measures.phrases import Compared
from icm_desktop.queries.measuring.dates import Days
from icm_desktop.queries.measuring.whose import Whose

Condition = ColumnElement[bool]
_YEAR = 365.25  # days
# The table of facts without what only its making needs: each set of facts copies its columns, some 150 in one measure.
fact = sql.table(measure_facts.fact.name, *(sql.column(one.name, one.type) for one in measure_facts.fact.columns))
_ALMOST = {"<=": 1e-6, ">=": -1e-6}  # 8.3 - 7.3 is not quite 1 as computers count
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {"<=": le, ">=": ge, "<": lt, ">": gt, "=": eq, "!=": ne}


class FactSets:
    """The sets of one measure over one period; see `Compiler`."""

    def __init__(
        self,
        measure: Measure,
        days: Days,
        codes: Mapping[str, Sequence[int]],
        whose: Whose,
        columns: Sequence[str],
    ) -> None:
        self._columns = columns
        self._measure, self._days, self._codes, self._whose = measure, days, codes, whose
        self._sets: dict[str, CTE] = {}

    def facts(self, name: str) -> CTE:
        """The facts of a set."""
        if name not in self._sets:
            self._sets[name] = self._made(self._measure.facts[name])
        return self._sets[name]

    def _made(self, one: FactSet) -> CTE:
        if one.per_list and one.codes is not None:
            lists = [replace(one, name=f"{one.name}-of-{code}", codes=(code,), per_list=False) for code in one.codes]
            return kept(union_all(*(select(self._made(each)) for each in lists)), one.name)
        query = self._source(one)
        if one.interval is not None:
            query = _with_interval(query, one.interval)
        for number, joined in enumerate(one.joined):
            query = self._joined(query, joined, f"{one.name}-{number}", negated=False)
        for number, joined in enumerate(one.without):
            query = self._joined(query, joined, f"{one.name}-not-{number}", negated=True)
        if one.aged is not None:
            query = self._aged(query, one)
        if one.preceded is not None:
            query = self._preceded(query, one)
        if one.pick is not None:
            query = _picked(query, one.pick)
        return kept(query, one.name)

    def _source(self, one: FactSet) -> Select[Any]:
        if one.of:
            parts = [select(self.facts(name)) for name in one.of]
            source: FromClause = self.facts(one.of[0]) if len(parts) == 1 else union_all(*parts).subquery()
        else:
            source = fact
        query = select(*(source.c[name] for name in self._columns)).where(*self._conditions(one, source))
        if not one.of:
            query = query.where(self._whose.are(source.c.patient_id))
        return query

    def _conditions(self, one: FactSet, of: FromClause) -> list[Condition]:
        found: list[Condition] = []
        if one.kinds:
            found += [of.c.kind.in_([KINDS.index(kind) for kind in one.kinds]), of.c.negated == int(one.not_done)]
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
        if one.kinds:
            found += [bound for each in one.when for bound in self._bounds(each)]
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

    def _bounds(self, one: Compared) -> list[Condition]:
        """What a comparison with a window says of the day a fact is kept under: nothing may begin after it ends."""
        day = self._days.fixed(one.point).toordinal()
        if one.operator in ("<", "<=", "=") and one.edge in ("start", "end"):
            return [fact.c.day <= day]
        if one.operator in (">", ">=", "=") and one.edge == "start":
            return [fact.c.day >= day]
        return []

    def _joined(self, query: Select[Any], join: Join, name: str, *, negated: bool) -> Select[Any]:
        """Facts beside which some (or no) fact of another set of the same patient stands in the relations."""
        before = kept(query, name)
        other = before.alias() if join.facts == ITSELF else self.facts(join.facts).alias()
        ways = [and_(true(), *(self._compared(each, before, other) for each in way)) for way in join.any_of]
        on: list[Condition] = [other.c.patient_id == before.c.patient_id, or_(*ways)]
        if join.related:
            on.append(before.c.related_key == other.c.key)
        if join.is_about:
            on.append(before.c.key == other.c.related_key)
        if join.beside:
            on.append(before.c.related_key == other.c.related_key)
        if join.same:
            on.append(before.c.key == other.c.key)
        on += _changed(join, before, other)
        if join.apart:
            on.append(before.c.key != other.c.key)
        found = select(before.c.id).join(other, and_(*on))
        condition = before.c.id.in_(found)
        return select(before).where(not_(condition) if negated else condition)

    def _aged(self, query: Select[Any], one: FactSet) -> Select[Any]:
        """Facts of patients who were old enough by the last day of birth the record can mean."""
        before, years = kept(query, f"{one.name}-of-age"), (one.aged or 0) * 10_000
        old = select(before.c.id).join(person, person.c.patient_id == before.c.patient_id)
        enough = old.where(self._days.numbered(before.c.start_day) - person.c.born_last >= years)
        return select(before).where(before.c.id.in_(enough))

    def _preceded(self, query: Select[Any], one: FactSet) -> Select[Any]:
        """Facts just before which, within the same fact of another set, one with such a value stands."""
        within, operator, number = one.preceded or ("", "=", 0.0)
        before, other = kept(query, f"{one.name}-in-order"), self.facts(within).alias()
        inside = and_(
            other.c.patient_id == before.c.patient_id,
            before.c.start_at >= other.c.start_at,
            before.c.end_at <= other.c.end_at,
        )
        last = func.lag(before.c.value_number).over(partition_by=other.c.id, order_by=(before.c.start_at, before.c.id))
        each = select(before.c.id, last.label("last")).join(other, inside).subquery()
        return select(before).where(before.c.id.in_(select(each.c.id).where(_OPERATORS[operator](each.c.last, number))))


def _changed(join: Join, one: FromClause, other: FromClause) -> list[Condition]:
    """How the value of a fact compares to that of the other one."""
    found: list[Condition] = []
    if join.share is not None:
        operator, share = join.share
        found.append(_OPERATORS[operator](one.c.value_number, other.c.value_number * share))
    if join.change is not None:
        operator, more = join.change
        gained = one.c.value_number - other.c.value_number
        found.append(_OPERATORS[operator](gained, more + _ALMOST.get(operator, 0.0)))
    if join.per_year is not None:
        operator, more = join.per_year
        gained = (one.c.value_number - other.c.value_number) * _YEAR
        found.append(_OPERATORS[operator](gained, (one.c.start_day - other.c.start_day) * more))
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
    return select(*(moment.get(one.name, one).label(one.name) for one in source.columns))


def _picked(query: Select[Any], pick: Pick) -> Select[Any]:
    source = query.subquery()
    ordered = _order(source, pick)
    place = (func.rank() if pick.day else func.row_number()).over(partition_by=source.c.patient_id, order_by=ordered)
    ranked = source.select().add_columns(place.label("place")).subquery()
    return select(*(ranked.c[one.name] for one in source.columns)).where(ranked.c.place == 1)


def _order(source: FromClause, pick: Pick) -> list[Any]:
    """By an edge to the second (or day), or by the value, where none comes before the lowest."""
    if pick.by == "value":
        columns: list[Any] = [case((source.c.value_number.is_(None), 0), else_=1), source.c.value_number]
    else:
        columns = [source.c[f"{pick.by}_day" if pick.day else f"{pick.by}_at"]]
    if not pick.day:
        columns.append(source.c.id)
    return [one.desc() for one in columns] if pick.order == "last" else columns


def kept(query: SelectBase, name: str) -> CTE:
    """A table expression that is made once, however often it is asked: planners would make it anew each time."""
    return query.cte(name).prefix_with("MATERIALIZED")
