"""How a patient's values moved: every value with its unit and source, the slope, and the stages they went through."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy import Integer, String, bindparam, func, select

from db.models.clinical import Observation, ObservationComponent
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content.codes import Measurement
from icm_desktop.content.progress import Trajectory, adherence, slope_rule, trajectories
from icm_desktop.content.units import Conversion, canonical, conversion
from icm_desktop.contracts.progress import KeptAppointments, Progress, TrajectoryRow, ValueRow
from icm_desktop.domain import appointment_states, moments
from icm_desktop.domain import trajectories as rules
from icm_desktop.domain.trajectories import Reading
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.provenance import sources_of

_NOT_A_RESULT = ("entered-in-error", "cancelled", "registered")
_CODES = bindparam("codes", expanding=True, type_=String)
_MINE = (
    Observation.patient_id == bindparam("patient_id", type_=Integer),
    Observation.removed_at.is_(None),
    Observation.status.is_(None) | Observation.status.not_in(_NOT_A_RESULT),
)
_ALONE = select(
    Observation.id,
    Observation.code,
    Observation.effective_when,
    Observation.value_number,
    Observation.value_unit,
    Observation.value_comparator,
    Observation.source_id,
).where(*_MINE, Observation.code.in_(_CODES), Observation.value_number.is_not(None))
_PARTS = (
    select(
        Observation.id,
        ObservationComponent.code,
        Observation.effective_when,
        ObservationComponent.value_number,
        ObservationComponent.value_unit,
        ObservationComponent.value_comparator,
        Observation.source_id,
    )
    .join(Observation, Observation.id == ObservationComponent.observation_id)
    .where(*_MINE, ObservationComponent.code.in_(_CODES), ObservationComponent.value_number.is_not(None))
)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value as it is stored; `panel` the observation it stands in."""

    panel: int
    when: str | None
    value: float
    unit: str | None
    comparator: str | None
    source: str | None
    other: _Value | None = None


@requires(Privilege.CLINICAL_READ)
def progress(uow: UnitOfWork, patient_id: int) -> Progress:
    """Trajectories of what is followed, and appointments kept and missed.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    by_id = {one.id: one for one in codes.measurements()}
    followed = [(one, by_id[one.measurement]) for one in trajectories()]
    values = _values(uow, patient_id, [measurement for _, measurement in followed])
    rows = tuple(_row(uow, one, _of(measurement, values)) for one, measurement in followed)
    return Progress(head, rows, kept_appointments(uow, patient_id))


@requires(Privilege.APPOINTMENTS)
def kept_appointments(uow: UnitOfWork, patient_id: int) -> KeptAppointments:
    """Appointments of the last months by what became of them, ours and outside."""
    months = adherence().appointment_months
    since = uow.today - relativedelta(months=months)
    begin = dt.datetime.combine(since, dt.time.min, uow.zone)
    end = dt.datetime.combine(uow.today, dt.time.max, uow.zone)
    counted = (
        select(Appointment.status, Appointment.outside, func.count(), func.min(Appointment.starts_at))
        .where(Appointment.patient_id == patient_id, Appointment.removed_at.is_(None))
        .where(Appointment.starts_at >= begin, Appointment.starts_at <= end)
        .group_by(Appointment.status, Appointment.outside)
    )
    found: dict[str, int] = defaultdict(int)
    for status, outside, count, _first in uow.session.execute(counted):
        what = _became(status)
        if what is not None:
            found[f"{what}_{'outside' if outside else 'ours'}" if what in ("kept", "missed") else what] += count
    unknown = found.pop("unknown", 0) - _still_ahead(uow, patient_id, end)
    return KeptAppointments(months, since, unknown=max(unknown, 0), **found)


def _became(status: str) -> str | None:
    if status in appointment_states.TOOK_PLACE:
        return "kept"
    if status == appointment_states.NO_SHOW:
        return "missed"
    if status == appointment_states.CANCELLED:
        return "cancelled"
    return "unknown" if status in appointment_states.COMING else None


def _still_ahead(uow: UnitOfWork, patient_id: int, end: dt.datetime) -> int:
    """Those of today that have not begun are nobody's omission."""
    ahead = select(func.count()).where(
        Appointment.patient_id == patient_id,
        Appointment.removed_at.is_(None),
        Appointment.starts_at >= uow.now,
        Appointment.starts_at <= end,
        Appointment.status.in_(appointment_states.COMING),
    )
    return uow.session.scalar(ahead) or 0


def _values(uow: UnitOfWork, patient_id: int, measurements: Iterable[Measurement]) -> dict[str, list[_Value]]:
    """Values by code, of results alone and of parts of panels."""
    wanted = sorted({code for one in measurements for code in (*one.codes, *one.pair)})
    asked = {"patient_id": patient_id, "codes": wanted}
    rows: list[Any] = [row for each in (_ALONE, _PARTS) for row in uow.session.execute(each, asked)]
    whence = sources_of(uow, (row[-1] for row in rows))
    found: dict[str, list[_Value]] = defaultdict(list)
    for panel, code, when, value, unit, comparator, source_id in rows:
        source = whence[source_id].source if source_id in whence else None
        found[code].append(_Value(panel, when, value, unit, comparator, source))
    return found


def _of(measurement: Measurement, values: Mapping[str, list[_Value]]) -> list[_Value]:
    """The values of one measurement, oldest first; a pair by its first, the second found in the same panel or time."""
    if not measurement.pair:
        mine = [value for code in measurement.codes for value in values.get(code, ())]
    else:
        first, second = measurement.pair
        others: dict[object, _Value] = {}
        for value in values.get(second, ()):
            others.setdefault(value.when, value)
            others[value.panel] = value
        mine = [replace(one, other=others.get(one.panel, others.get(one.when))) for one in values.get(first, ())]
    return sorted(mine, key=lambda value: (value.when or "", value.panel))


def _row(uow: UnitOfWork, one: Trajectory, values: Sequence[_Value]) -> TrajectoryRow:
    rule = slope_rule()
    rows = tuple(_value_row(uow, one, value) for value in values)
    readings = [_reading(row) for row in rows if row.left_out is None]
    begin = uow.today - relativedelta(months=rule.months)
    recent = [reading for reading in readings if begin <= reading.day <= uow.today]
    before = _day_before(readings)
    change = rules.change_percent(before.value, readings[-1].value) if before is not None else None
    since_first = rules.change_percent(readings[0].value, readings[-1].value) if before is not None else None
    return TrajectoryRow(
        id=one.measurement,
        unit=one.unit,
        decimals=one.decimals,
        better=one.better,
        values=rows,
        slope=rules.slope(recent, rule.least_values, rule.least_days),
        months=rule.months,
        least_values=rule.least_values,
        least_days=rule.least_days,
        stages=rules.stages(one.bands, readings, one.confirm_days),
        order=tuple(band.id for band in one.bands),
        change_percent=change,
        notable=change is not None and one.notable_percent is not None and abs(change) > one.notable_percent,
        notable_source=one.notable_source,
        first_change_percent=since_first,
        source=one.source,
        year=one.year,
        mark=one.mark,
        slope_source=rule.source,
        slope_mark=rule.mark,
    )


def _day_before(readings: Sequence[Reading]) -> Reading | None:
    """The last value of an earlier day: two of one day are no change over time."""
    earlier = [reading for reading in readings[:-1] if reading.day < readings[-1].day]
    return earlier[-1] if earlier else None


def _value_row(uow: UnitOfWork, one: Trajectory, value: _Value) -> ValueRow:
    day = moments.local_day(value.when, uow.zone)
    way = _way(one, value.unit)
    left_out = _why_left_out(uow, value, day, way)
    shown, other = (value.value if way is None else way(value.value)), _other(one, value)
    row = ValueRow(
        when=day.isoformat() if day else value.when or "",
        value=shown,
        other=other,
        unit=value.unit if way is None else one.unit,
        comparator=value.comparator,
        band=None,
        source=value.source,
        left_out=left_out,
    )
    if left_out is not None:
        return row
    return ValueRow(row.when, shown, other, row.unit, None, rules.band_of(one.bands, _reading(row)), row.source)


def _why_left_out(uow: UnitOfWork, value: _Value, day: dt.date | None, way: Conversion | None) -> str | None:
    if moments.is_ahead(value.when, uow.today, uow.zone):
        return "future"
    if day is None:
        return "day"
    return "unit" if way is None else "comparator" if value.comparator else None


def _way(one: Trajectory, unit: str | None) -> Conversion | None:
    """How a value comes into the unit of the trajectory: by its own list, else as everywhere."""
    factor = one.units.get(unit or "", one.units.get(canonical(unit)))
    return conversion(one.measurement, unit, one.unit) if factor is None else Conversion(factor)


def _other(one: Trajectory, value: _Value) -> float | None:
    """The second number of a pair; None when its unit is not that of the first, for then nobody knows what it says."""
    if value.other is None:
        return None
    way = _way(one, value.other.unit)
    if way is None:
        return value.other.value if canonical(value.other.unit) == canonical(value.unit) else None
    return way(value.other.value) if _way(one, value.unit) is not None else None


def _reading(row: ValueRow) -> Reading:
    return Reading(dt.date.fromisoformat(row.when), row.value, row.other)
