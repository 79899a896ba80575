"""Which columns the sets of a measure hand on: the fewer, the faster they are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from db.measure_facts import fact
from icm_desktop.domain.measures.definition import (
    Age,
    AllOf,
    AnyOf,
    Covered,
    Criterion,
    FactSet,
    Join,
    Measure,
    Not,
    Supplied,
)
from icm_desktop.domain.measures.phrases import OTHER, Compared

_ALWAYS = {"id", "patient_id", "key"}
# A condition of a set that is taken out of other sets, and the column they must have for it.
_ASKED = {
    "codes": "concept_id",
    "status": "status",
    "status_not": "status",
    "intent": "intent",
    "verification": "verification",
    "verification_not": "verification",
    "category": "category",
    "category_not": "category",
    "class_in": "class_code",
    "class_not": "class_code",
    "value": "value_number",
    "unit": "value_unit",
    "has_value": "has_value",
    "value_codes": "value_concept_id",
    "reasons": "reason_concept_id",
    "refills_at_least": "repeats",
}


def all_columns() -> list[str]:
    """Every column, for a list that shows the facts."""
    return [column.name for column in fact.columns]


def columns_needed(measure: Measure) -> list[str]:
    """The columns some set, join or criterion of a measure looks at beyond the set that asks the table itself."""
    found = set(_ALWAYS)
    for one in measure.facts.values():
        found.update(_of_set(one))
    for criterion in measure.criteria.values():
        found.update(_of_criterion(criterion))
    return [name for name in all_columns() if name in found]


def _of_set(one: FactSet) -> Iterator[str]:
    if one.of:
        for condition, column in _ASKED.items():
            if getattr(one, condition):
                yield column
        if one.daily_dose is not None:
            yield from ("concept_id", "value_number", "value_unit", "amount")
        yield from _compared(one.when)
    for join in (*one.joined, *one.without):
        yield from _of_join(join)
    if one.interval is not None:
        yield from (f"{one.interval}_at", f"{one.interval}_day", "start_at", "end_at", "start_day", "end_day")
    if one.aged is not None:
        yield "start_day"
    if one.preceded is not None:
        yield from ("start_at", "end_at", "value_number")
    if one.pick is not None:
        yield "value_number" if one.pick.by == "value" else f"{one.pick.by}_{'day' if one.pick.day else 'at'}"


def _of_join(join: Join) -> Iterator[str]:
    for way in join.any_of:
        yield from _compared(way)
    if join.related or join.is_about or join.beside:
        yield "related_key"
    if join.share is not None or join.change is not None or join.per_year is not None:
        yield "value_number"
    if join.per_year is not None:
        yield "start_day"


def _compared(several: Iterable[Compared]) -> Iterator[str]:
    for one in several:
        unit = "at" if one.exact else "day"
        yield from (f"{edge}_{unit}" for edge in _edges(one.edge))
        if one.point.name == OTHER:
            yield from (f"{edge}_{unit}" for edge in _edges(one.point.edge))
            yield f"{one.point.edge}_day"


def _edges(edge: str) -> tuple[str, ...]:
    return ("recorded", "start") if edge == "noted" else (edge,)


def _of_criterion(one: Criterion) -> Iterator[str]:
    match one:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _of_criterion(part)
        case Not(part):
            yield from _of_criterion(part)
        case Age():
            yield f"{one.at.edge}_day"
        case Supplied():
            yield "amount"
        case Covered():
            yield from ("start_day", "end_day")
        case _:
            return
