"""Results of a chart: every measurement with its last value and trend, and all values of one of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, bindparam, func, literal, select

from db.models.clinical import DiagnosticReport, Observation, ObservationComponent
from db.models.exchange import SourceResource
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.contracts.results import ResultLine, Series, SeriesRequest
from icm_desktop.domain import moments
from icm_desktop.domain.units import unit_text
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.result_values import LEFT_OUT, Lane, codes_of, lane_of, paired, value_of

MOST_POINTS, MOST_VALUES = 12, 2_000
_REPORTS = 100
_HOW = (
    Observation.effective_when,
    Observation.status,
    Observation.category,
    Observation.source_id,
    Observation.organization,
    Observation.author,
)
_SHARED = (
    "code", "text", "value_number", "value_comparator", "value_unit", "value_text", "value_code", "interpretation",
    "reference_low", "reference_high", "reference_text", "absent_reason",
)  # fmt: skip
_WHOSE = bindparam("whose_results", type_=Integer)
_TOMORROW = bindparam("tomorrow", type_=String)
_COUNTS = Observation.status.is_(None) | Observation.status.not_in(LEFT_OUT)


@requires(Privilege.CLINICAL_READ)
def results(uow: UnitOfWork, patient_id: int) -> tuple[ResultLine, ...]:
    """Everything measured, by group and name; parts of a panel are folded under it.

    Left out: entered in error and cancelled; `series` shows those too.
    """
    asked = {_WHOSE.key: patient_id, _TOMORROW.key: (uow.today + dt.timedelta(days=1)).isoformat()}
    singles, pieces = (uow.session.execute(each, asked).all() for each in _of_everything())
    panels = _panels(uow, patient_id, [row for row in singles if row.place == 1])
    of_panel = _parts(uow, pieces)
    lines = [_folded(line, of_panel) for line in _lines(uow, singles, panels)]
    return tuple(sorted(lines, key=lambda line: (_ORDER.get(line.group, len(_ORDER)), line.panel or "", line.name)))


@requires(Privilege.CLINICAL_READ)
def series(uow: UnitOfWork, wanted: SeriesRequest) -> Series:
    """All values of one line, newest first, at most two thousand; of a pair both numbers."""
    known = codes_of(wanted.key)
    measurement = codes.measurement_of(known[0]) if not wanted.key.startswith("text:") else None
    found = _stored(uow, wanted, known)
    if measurement is not None and measurement.pair:
        found += _stored(uow, wanted, measurement.pair)
        values = paired(uow, [row for row, _ in found], measurement.pair)
        unit = next((unit_text(lane.unit) for row, lane in found if row.value_number is not None), "")
    else:
        found = [(row, lane) for row, lane in found if lane.key == wanted.key and _says_something(row)]
        values = [value_of(uow, row, lane) for row, lane in found]
        unit = unit_text(found[0][1].unit) if found else ""
    received = {row.observation_id: row.received_at or row.created_at for row, _ in found}
    values = [replace(value, received_at=received[value.ref.id]) for value in values]
    counted = [value for value in values if not value.left_out]
    name = (measurement.name if measurement else found[0][0].text if found else "") or wanted.key
    shown = values if wanted.left_out else counted
    return Series(wanted.key, name, unit, tuple(shown), len(values) - len(counted))


def _stored(uow: UnitOfWork, wanted: SeriesRequest, known: Sequence[str]) -> list[tuple[Any, Lane]]:
    """Stored values of these codes, by themselves or as parts of a panel, newest first."""
    mine = (Observation.patient_id == wanted.patient_id, Observation.removed_at.is_(None))
    by_text = wanted.key.startswith("text:")
    found: list[tuple[Any, Lane]] = []
    for statement, code in ((_alone(), Observation.code), (_components(), ObservationComponent.code)):
        told = statement.add_columns(SourceResource.received_at, Observation.created_at)
        told = told.outerjoin(SourceResource, SourceResource.id == Observation.source_id)
        chosen = told.where(*mine, code.is_(None) if by_text else code.in_(known))
        newest = chosen.order_by(Observation.effective_when.desc()).limit(MOST_VALUES)
        found.extend((row, lane_of(row)) for row in uow.session.execute(newest))
    return sorted(found, key=lambda one: one[0].effective_when or "", reverse=True)


_PLACES = {"systolic": 0, "diastolic": 1}
_ORDER = {name: at for at, name in enumerate(("vital-signs", "laboratory", "survey", "imaging", "exam"))}


def _alone() -> Any:
    columns = (getattr(Observation, name) for name in _SHARED)
    return select(Observation.id.label("observation_id"), literal(None).label("panel"), *columns, *_HOW)


def _components() -> Any:
    columns = (getattr(ObservationComponent, name) for name in _SHARED)
    return select(
        ObservationComponent.observation_id,
        func.coalesce(Observation.code, Observation.text).label("panel"),
        *columns,
        *_HOW,
    ).join(Observation, Observation.id == ObservationComponent.observation_id)


@cache  # putting them together takes as long as asking
def _of_everything() -> tuple[Any, Any]:
    """The newest values of what stands by itself and of the parts of panels; whose is said when it is asked."""
    mine = (Observation.patient_id == _WHOSE, Observation.removed_at.is_(None), _COUNTS)
    part = ObservationComponent
    alone = _newest(_alone(), mine, (Observation.code, Observation.text, Observation.value_unit))
    return alone, _newest(_components(), mine, (part.code, part.text, part.value_unit))


def _newest(statement: Any, mine: Sequence[ColumnElement[bool]], alike: Sequence[Any]) -> Any:
    """The newest values of each code and unit, with how many there are; what is dated in the future comes last."""
    newest = (Observation.effective_when > _TOMORROW, Observation.effective_when.desc().nulls_last())
    place = func.row_number().over(partition_by=alike, order_by=newest)
    counted = statement.add_columns(place.label("place"), func.count().over(partition_by=alike).label("many"))
    every = counted.where(*mine).subquery()
    return select(every).where(every.c.place <= MOST_POINTS)


def _says_something(row: Any) -> bool:
    return row.value_number is not None or bool(row.value_text or row.value_code or row.absent_reason)


def _lines(uow: UnitOfWork, rows: Iterable[Any], panels: dict[int, str]) -> list[ResultLine]:
    lanes: dict[str, list[tuple[Any, Lane]]] = defaultdict(list)
    for row in rows:
        lane = lane_of(row)
        lanes[lane.key].append((row, lane))
    return [_line(uow, key, some, panels) for key, some in lanes.items()]


def _line(uow: UnitOfWork, key: str, some: list[tuple[Any, Lane]], panels: dict[int, str]) -> ResultLine:
    some.sort(key=lambda one: one[0].effective_when or "", reverse=True)
    some.sort(key=lambda one: moments.is_ahead(one[0].effective_when, uow.today, uow.zone))
    row, lane = some[0]
    values = [value_of(uow, each, its) for each, its in some[:MOST_POINTS]]
    points = [(value.day, value.number) for value in reversed(values) if value.number is not None and not value.future]
    return ResultLine(
        key=key,
        name=(lane.measurement.name if lane.measurement else row.text) or row.code or "",
        group=row.category or "",
        panel=panels.get(row.observation_id),
        unit=unit_text(lane.unit),
        latest=values[0],
        points=tuple(points),
        count=sum(each.many for each, _ in some if each.place == 1),
        apart=lane.apart,
    )


def _parts(uow: UnitOfWork, rows: Sequence[Any]) -> dict[str, tuple[ResultLine, ...]]:
    """Lines of components by the key of the panel they stand in."""
    by_panel: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_panel[row.panel or ""].append(row)
    return {panel: tuple(sorted(_lines(uow, some, {}), key=_in_panel)) for panel, some in by_panel.items()}


def _in_panel(line: ResultLine) -> tuple[int, str]:
    """The upper number of a pair stands before the lower one, everything else by name."""
    place = _PLACES.get(line.key.partition("|")[0], len(_PLACES))
    return place, line.name


def _folded(line: ResultLine, of_panel: dict[str, tuple[ResultLine, ...]]) -> ResultLine:
    """A panel with its parts under it; its own value is what the parts say: "142/88 mm Hg"."""
    known = {*codes_of(line.key), line.name}
    parts = tuple(part for panel, some in of_panel.items() if panel in known for part in some)
    if not parts:
        return line
    newest = [part for part in parts if part.latest.when == line.latest.when]
    text = line.latest.text or _together(newest)
    first = parts[0]
    flag = line.latest.flag if line.latest.number is not None else _worst(newest)
    latest = replace(line.latest, text=text, flag=flag)
    return replace(line, latest=latest, parts=parts, points=line.points or first.points, unit=line.unit or first.unit)


def _together(parts: Sequence[ResultLine]) -> str:
    """The values of a panel in one line; the unit once when all have the same."""
    if len({part.unit for part in parts}) > 1:
        return " / ".join(part.latest.text for part in parts)
    numbers = "/".join(part.latest.text.removesuffix(f" {part.unit}") for part in parts)
    return f"{numbers} {parts[0].unit if parts else ''}".strip()


def _worst(parts: Sequence[ResultLine]) -> str | None:
    flags = [part.latest.flag for part in parts if part.latest.flag]
    return next((flag for flag in flags if flag != "normal"), flags[0] if flags else None)


def _panels(uow: UnitOfWork, patient_id: int, rows: Sequence[Any]) -> dict[int, str]:
    """The report or panel that names each of these observations among its results, by observation id."""
    sources = {row.source_id: row.observation_id for row in rows if row.source_id is not None}
    if not sources:
        return {}
    reports = select(DiagnosticReport.text, DiagnosticReport.results.label("keys")).where(
        DiagnosticReport.patient_id == patient_id,
        DiagnosticReport.removed_at.is_(None),
        DiagnosticReport.results.is_not(None),
    )
    newest = reports.order_by(DiagnosticReport.effective_when.desc()).limit(_REPORTS)
    panels = select(Observation.text, Observation.members.label("keys")).where(
        Observation.patient_id == patient_id, Observation.removed_at.is_(None), Observation.members.is_not(None)
    )
    named: dict[str, str] = {}
    for text, keys in [*uow.session.execute(newest), *uow.session.execute(panels.limit(_REPORTS))]:
        for key in keys or ():
            named.setdefault(key, text or "")
    if not named:
        return {}
    ids = select(SourceResource.id, SourceResource.resource_id).where(SourceResource.id.in_(among(sources)))
    keys_of = {row.id: f"Observation/{row.resource_id}" for row in uow.session.execute(ids)}
    return {sources[at]: named[key] for at, key in keys_of.items() if named.get(key)}
