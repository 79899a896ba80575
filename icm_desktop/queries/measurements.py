"""Measured values of a patient over time: the last one and those before it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Integer, String, bindparam, select

from db.models.clinical import Observation, ObservationComponent
from db.unit_of_work import UnitOfWork
from icm_desktop.content.codes import Measurement
from icm_desktop.content.units import canonical, common_unit, conversion
from icm_desktop.contracts.chart import TrendPoint
from icm_desktop.domain import moments
from icm_desktop.domain.units import number_text, unit_text
from icm_desktop.permissions import Privilege, requires

MOST_POINTS = 12
_NOT_A_RESULT = ("entered-in-error", "cancelled", "registered")


_CODES = bindparam("codes", expanding=True, type_=String)
_MINE = (
    Observation.patient_id == bindparam("patient_id", type_=Integer),
    Observation.effective_when.is_not(None),
    Observation.removed_at.is_(None),
    Observation.status.is_(None) | Observation.status.not_in(_NOT_A_RESULT),
)
# Built once: putting a statement together costs more than running it.
_ALONE = (
    select(
        Observation.code,
        Observation.effective_when,
        Observation.value_number,
        Observation.value_unit,
        Observation.value_comparator,
    )
    .where(*_MINE, Observation.code.in_(_CODES), Observation.value_number.is_not(None))
    .order_by(Observation.effective_when.desc())
)
_PARTS = (
    select(
        ObservationComponent.code,
        Observation.effective_when,
        ObservationComponent.value_number,
        ObservationComponent.value_unit,
    )
    .join(Observation, Observation.id == ObservationComponent.observation_id)
    .where(
        *_MINE,
        Observation.code.in_(_CODES),
        ObservationComponent.code.in_(_CODES),
        ObservationComponent.value_number.is_not(None),
    )
    .order_by(Observation.effective_when.desc())
)


@dataclass(frozen=True, slots=True)
class _Value:
    when: str
    value: float
    unit: str | None
    comparator: str | None = None


class Trends:
    """Values of a patient, as far as they were asked for."""

    def __init__(self, uow: UnitOfWork, values: dict[str, list[_Value]]) -> None:
        self._uow, self._values = uow, values

    def of(self, measurement: Measurement | None, unit: str | None = None) -> tuple[TrendPoint, ...]:
        """The last twelve values of a measurement, oldest first; empty when there are none.

        Args:
            measurement: A blood pressure comes as a pair, its value the systolic one in mm Hg.
            unit: That of a goal; values come in it when they can be converted, else in the measurement's common one.
        """
        return _points(self._uow, measurement, self._values, unit) if measurement else ()


@requires(Privilege.CLINICAL_READ)
def trends(uow: UnitOfWork, patient_id: int, measurements: Iterable[Measurement]) -> Trends:
    """The values of these measurements in one question; what is dated after today is left out."""
    codes = {code for one in measurements for code in (*one.codes, *one.pair, *one.component_of)}
    return Trends(uow, _values(uow, patient_id, codes) if codes else {})


@requires(Privilege.CLINICAL_READ)
def readings(
    uow: UnitOfWork, patient_id: int, measurements: Iterable[Measurement]
) -> dict[str, tuple[tuple[dt.date, float], ...]]:
    """The plain values of each measurement in its common unit, not rounded, newest first, to reckon with.

    Left out: what has no day, a comparator such as "> 60", or a unit that cannot be converted.
    """
    wanted = tuple(measurements)
    found = _values(uow, patient_id, {code for one in wanted for code in one.codes})
    return {one.id: tuple(_plain(uow, one, [value for code in one.codes for value in found.get(code, ())]))
            for one in wanted}  # fmt: skip


def _plain(uow: UnitOfWork, measurement: Measurement, values: Iterable[_Value]) -> Iterator[tuple[dt.date, float]]:
    for value in sorted(values, key=lambda one: one.when, reverse=True):
        way = conversion(measurement.id, value.unit, common_unit(measurement.id) or "")
        day = moments.local_day(value.when, uow.zone)
        if way is not None and day is not None and not value.comparator:
            yield day, way(value.value)


def _values(uow: UnitOfWork, patient_id: int, codes: set[str]) -> dict[str, list[_Value]]:
    """Values by code, newest first; those of components under the component's code."""
    found: dict[str, list[_Value]] = defaultdict(list)
    for statement in (_ALONE, _PARTS):
        for code, when, *rest in uow.session.execute(statement, {"patient_id": patient_id, "codes": list(codes)}):
            if not moments.is_ahead(when, uow.today, uow.zone):
                found[code].append(_Value(when, *rest))
    return found


def _points(
    uow: UnitOfWork, measurement: Measurement, values: dict[str, list[_Value]], unit: str | None
) -> tuple[TrendPoint, ...]:
    if measurement.pair:
        points = _paired(uow, measurement, values)
    else:
        mine = [value for code in measurement.codes for value in values.get(code, ())]
        points = [_point(uow, value) for value in _newest(mine, measurement, unit)]
    return tuple(reversed(points))


def _newest(values: Iterable[_Value], measurement: Measurement, wanted: str | None = None) -> list[_Value]:
    """The latest values, newest first, in one unit: what cannot be converted stands apart, on the Results tab."""
    newest = sorted(values, key=lambda value: value.when, reverse=True)
    if not newest:
        return []
    latest = newest[0].unit
    ways = (unit for unit in (wanted, common_unit(measurement.id)) if unit and conversion(measurement.id, latest, unit))
    unit = next(ways, latest)
    told = (_in_unit(value, measurement, unit) for value in newest)
    return [value for value in told if value is not None][:MOST_POINTS]


def _in_unit(value: _Value, measurement: Measurement, unit: str | None) -> _Value | None:
    way = conversion(measurement.id, value.unit, unit or "")
    if way is None:
        return None
    return replace(value, value=value.value if way.factor == 1 else round(way(value.value), 1), unit=unit)


def _paired(uow: UnitOfWork, measurement: Measurement, values: dict[str, list[_Value]]) -> list[TrendPoint]:
    first, second = measurement.pair
    lower: dict[str, list[_Value]] = defaultdict(list)
    for value in reversed(values.get(second, [])):
        lower[value.when].append(value)
    points = []
    for value in _newest(values.get(first, ()), measurement):
        other = lower[value.when].pop() if lower[value.when] else None
        if other and canonical(other.unit) != canonical(value.unit):
            other = None
        note = f"{number_text(value.value)}/{number_text(other.value)}" if other else None
        points.append(_point(uow, value, note))
    return points


def _point(uow: UnitOfWork, value: _Value, note: str | None = None) -> TrendPoint:
    day = moments.local_day(value.when, uow.zone)
    if value.comparator and note is None:
        note = f"{value.comparator} {number_text(value.value)}"
    return TrendPoint(day.isoformat() if day else value.when, value.value, unit_text(value.unit) or None, note)
