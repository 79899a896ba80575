"""Stored results as values in one unit, flagged against their range; what cannot be converted stands apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes, units
from icm_desktop.content.codes import Measurement
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.results import ResultValue
from icm_desktop.domain import abnormal, moments
from icm_desktop.domain.names import folded
from icm_desktop.domain.units import number_text, quantity_text, unit_text
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.record_values import reference_text, value_text

LEFT_OUT = ("entered-in-error", "cancelled")
_APART = "|"  # between a measurement and the unit that stands apart


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a value belongs: the key of its line, what is measured, the unit of the line, and how it gets there."""

    key: str
    measurement: Measurement | None
    unit: str
    conversion: units.Conversion
    apart: bool = False


def lane_of(row: Any) -> Lane:
    """The line a stored value belongs to."""
    measurement = codes.measurement_of(row.code, row.text)
    key = measurement.id if measurement else f"text:{folded(row.text)}"
    same = units.Conversion(1.0)
    if row.value_number is None:
        return Lane(key, measurement, units.common_unit(key) or units.canonical(row.value_unit), same)
    common = units.common_unit(key)
    sent = units.canonical(row.value_unit)
    if common is None:
        # Nobody laid down a unit: values compare within their own unit only.
        return Lane(f"{key}{_APART}{sent}" if sent else key, measurement, sent, same)
    way = units.conversion(key, row.value_unit, common)
    if way is not None:
        return Lane(key, measurement, common, way)
    return Lane(f"{key}{_APART}{sent}", measurement, sent, same, apart=True)


def codes_of(key: str) -> tuple[str, ...]:
    """The codes whose values can belong to a line."""
    name = key.partition(_APART)[0]
    known = next((one for one in codes.measurements() if one.id == name), None)
    return known.codes if known else (name,)


@requires(Privilege.CLINICAL_READ)
def value_of(uow: UnitOfWork, row: Any, lane: Lane) -> ResultValue:
    """A stored result, or part of one, in the unit of its line."""
    way = lane.conversion
    number = None if row.value_number is None else way(row.value_number)
    low, high = (None if end is None else way(end) for end in (row.reference_low, row.reference_high))
    if low is None and high is None and way.factor == 1 and not way.offset:
        low, high = abnormal.range_of(row.reference_text)
    flag = abnormal.flag(number, row.value_comparator, low, high)
    sent = value_text(row) or row.absent_reason or ""
    return ResultValue(
        ref=FactRef("observation", row.observation_id),
        day=_day(uow, row.effective_when),
        when=row.effective_when,
        text=_text(row, number, lane, sent),
        number=number,
        sent=sent if number is not None and units.canonical(row.value_unit) != units.canonical(lane.unit) else None,
        comparator=row.value_comparator,
        low=low,
        high=high,
        reference=_reference(row, low, high),
        flag=flag,
        said=row.interpretation,
        disagrees=abnormal.disagrees(flag, row.interpretation),
        left_out=row.status if row.status in LEFT_OUT else "",
        outside=row.source_id is not None,
        organization=row.organization,
        author=row.author,
        converted_unconfirmed=not way.confirmed,
        future=moments.is_ahead(row.effective_when, uow.today, uow.zone),
    )


def _text(row: Any, number: float | None, lane: Lane, sent: str) -> str:
    if number is None:
        return sent
    comparator = f"{row.value_comparator} " if row.value_comparator else ""
    shown = round(number, 1) if lane.conversion.factor != 1 else number
    return comparator + quantity_text(shown, lane.unit)


def _reference(row: Any, low: float | None, high: float | None) -> str | None:
    if low is None and high is None:
        return reference_text(row)
    if low is None:
        return f"≤ {number_text(high or 0)}"
    return f"≥ {number_text(low)}" if high is None else f"{number_text(low)} – {number_text(high)}"


def _day(uow: UnitOfWork, when: str | None) -> str:
    day = moments.local_day(when, uow.zone)
    return day.isoformat() if day else when or ""


@requires(Privilege.CLINICAL_READ)
def paired(uow: UnitOfWork, rows: Sequence[Any], pair: tuple[str, ...]) -> list[ResultValue]:
    """Two parts of each panel read together, "142/88", in the order of the rows."""
    of_panel: dict[int, list[Any]] = {}
    for row in rows:
        if row.code in pair and row.value_number is not None:
            of_panel.setdefault(row.observation_id, []).append(row)
    found = []
    for some in of_panel.values():
        first, *others = sorted(some, key=lambda row: pair.index(row.code))
        value = value_of(uow, first, lane_of(first))
        unit = units.canonical(first.value_unit)
        alike = [row for row in others if row.code != first.code and units.canonical(row.value_unit) == unit]
        second = alike[0].value_number if alike else None
        if first.code == pair[0] and second is not None:
            text = f"{number_text(first.value_number)}/{number_text(second)} {unit_text(first.value_unit)}".strip()
            value = replace(value, text=text, second=second, flag=value.flag)
        found.append(value)
    return found
