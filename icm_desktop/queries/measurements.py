"""Measured values of a patient over time: the last one and those before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Integer, String, bindparam, select

from db.models.clinical import Observation, ObservationComponent
from db.unit_of_work import UnitOfWork
from icm_desktop.content.codes import Measurement
from icm_desktop.content.units import canonical
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


@requires(Privilege.CLINICAL_READ)
def trends(uow: UnitOfWork, patient_id: int, measurements: Iterable[Measurement]) -> dict[str, tuple[TrendPoint, ...]]:
    """The last twelve values of each measurement by its id, oldest first; a measurement without values is missing.

    Args:
        uow: The unit of work.
        patient_id: Whose.
        measurements: What is wanted; blood pressure comes as a pair, its value the systolic one in mm Hg.
    """
    wanted = tuple(measurements)
    codes = {code for one in wanted for code in (*one.codes, *one.pair, *one.component_of)}
    if not codes:
        return {}
    values = _values(uow, patient_id, codes)
    found = {one.id: _points(uow, one, values) for one in wanted}
    return {name: points for name, points in found.items() if points}


def _values(uow: UnitOfWork, patient_id: int, codes: set[str]) -> dict[str, list[_Value]]:
    """Values by code, newest first; those of components under the component's code."""
    found: dict[str, list[_Value]] = defaultdict(list)
    for statement in (_ALONE, _PARTS):
        for code, when, *rest in uow.session.execute(statement, {"patient_id": patient_id, "codes": list(codes)}):
            found[code].append(_Value(when, *rest))
    return found


def _points(uow: UnitOfWork, measurement: Measurement, values: dict[str, list[_Value]]) -> tuple[TrendPoint, ...]:
    if measurement.pair:
        points = _paired(uow, measurement, values)
    else:
        mine = [value for code in measurement.codes for value in values.get(code, ())]
        points = [_point(uow, value) for value in _newest(mine)]
    return tuple(reversed(points))


def _newest(values: Iterable[_Value]) -> list[_Value]:
    """The latest values, newest first, in one unit: what came in another one stands apart, on the Results tab."""
    newest = sorted(values, key=lambda value: value.when, reverse=True)
    return [value for value in newest if canonical(value.unit) == canonical(newest[0].unit)][:MOST_POINTS]


def _paired(uow: UnitOfWork, measurement: Measurement, values: dict[str, list[_Value]]) -> list[TrendPoint]:
    first, second = measurement.pair
    lower: dict[str, list[_Value]] = defaultdict(list)
    for value in reversed(values.get(second, [])):
        lower[value.when].append(value)
    points = []
    for value in _newest(values.get(first, ())):
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
