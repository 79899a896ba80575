"""The board as a file that leaves: CSV or FHIR MeasureReports, without names, traced before it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.outcomes import FigureRow, Outcomes, OutcomesWritten, Point, SaveOutcomes
from icm_desktop.domain.csv_text import csv_file
from icm_desktop.exchange.measure_reports import Counted, ReportedFigure, bundle
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.outcomes.shared import is_hidden, shared
from icm_desktop.queries.people import practice
from icm_desktop.services.exporting.files import write_out

CSV, FHIR = "csv", "fhir"
_HEADER = (
    "family", "figure", "title", "part", "period_start", "period_end", "group", "numerator", "denominator", "value",
    "unit", "low", "high", "hidden", "source", "version",
    "lists_imported", "lists_open", "lists_missing",
)  # fmt: skip


@requires(Privilege.EXPORT)
def save(uow: UnitOfWork, request: SaveOutcomes) -> OutcomesWritten:
    """Write every figure; of groups of fewer than 11 nothing is told.

    Raises:
        Invalid: outcomes.bad_period, exports.cannot_write.
        NotFound: outcomes.no_cohort.
    """
    found = shared(uow, request.asked)
    rows = list(_rows(found))
    uow.record("outcomes.exported", detail={"form": request.form, "rows": len(rows)})
    content = csv_file(_HEADER, rows) if request.form == CSV else _reports(uow, found)
    write_out(Path(request.to), content)
    return OutcomesWritten(request.to, len(rows) if request.form == CSV else len(found.rows), Changes())


def _rows(found: Outcomes) -> Iterator[tuple[str, ...]]:
    start = found.asked.start.isoformat()
    for row in found.rows:
        yield _line(row, "now", start, row.now)
        for part, point in (("before", row.before), ("other", row.other)):
            if point is not None:
                yield _line(row, part, "", point)
        for point in row.line:
            yield _line(row, "line", "", point)
        for one in row.groups:
            yield _line(row, f"by {found.asked.by}", start, one.point, one.name or str(one.key or ""))


def _line(row: FigureRow, part: str, start: str, point: Point, group: str = "") -> tuple[str, ...]:
    hidden = is_hidden(point)
    numbers = (None, None) if hidden else (point.n, point.of)
    told = ("" if one is None else f"{one:.10g}" for one in (*numbers, point.value))
    ends = ("" if one is None else f"{one:.10g}" for one in (point.low, point.high))
    n, of, value = told
    return (
        row.family, row.id, row.title["en"], part, start, point.end.isoformat(), group, n, of, value, row.unit, *ends,
        "yes" if hidden else "", row.source, row.version, str(row.lists.imported), str(row.lists.open),
        "; ".join(row.lists.none),
    )  # fmt: skip


def _reports(uow: UnitOfWork, found: Outcomes) -> bytes:
    asked = found.asked
    figures = [
        ReportedFigure(
            row.id, row.title["en"], row.version, row.unit, row.better, row.official, _counted(row.now), asked.by,
            [_counted(one.point, one.name or str(one.key or "")) for one in row.groups],
        )
        for row in found.rows
    ]  # fmt: skip
    made = bundle(figures, practice(uow).name, asked.start, asked.end, uow.now)
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _counted(point: Point, name: str = "") -> Counted:
    return Counted(point.n, point.of, point.value, name)
