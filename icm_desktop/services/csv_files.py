"""Lists of patients, visits and costs in CSV files: looked at before an import, and their refused lines written out."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from sqlalchemy import select

from db.models.exchange import ImportBatch
from db.unit_of_work import UnitOfWork
from icm_desktop.content.csv_columns import column_names
from icm_desktop.contracts.csv_files import ListLook, LookAtList, RefusedSaved, SaveRefused
from icm_desktop.domain.csv_dates import possible_orders
from icm_desktop.domain.csv_mapping import KINDS, CsvMapping, guessed
from icm_desktop.domain.csv_text import csv_file
from icm_desktop.errors import Invalid
from icm_desktop.exchange.csv_files.synthea import table_of
from icm_desktop.exchange.csv_files.table import Line, Shape, lines_of, shape_of
from icm_desktop.exchange.fhir.reading import Unreadable
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.exporting.files import write_out
from icm_desktop.services.importing.known import remembered

SAMPLES = 5
_LOOKED_AT = 20_000  # lines of which the dates are looked at
_REASON = "reason"


@requires(Privilege.IMPORT)
def look(uow: UnitOfWork, request: LookAtList) -> ListLook:
    """What a list has, what its columns seem to mean, and what must be asked.

    Raises:
        Invalid: exchange.list_unreadable with `why`.
    """
    path = Path(request.path)
    try:
        shape = shape_of(path)
        lines = list(islice(lines_of(path, shape), _LOOKED_AT))
    except (OSError, Unreadable) as problem:
        raise Invalid("exchange.list_unreadable", "paths", why=_why(problem), path=path.name) from None
    kept = remembered(uow.session.scalars(select(ImportBatch.report).where(ImportBatch.state == "complete")))
    kind, guesses = guessed(shape.headers, column_names())
    guess = CsvMapping(shape.headers, kind, tuple(guesses[kind].items()), source=path.stem)
    mapping = kept.get(guess.key, guess)
    others = {each: tuple(guesses[each].items()) for each in KINDS if each != mapping.kind}
    return ListLook(
        request.path, shape.headers, _samples(lines, shape), len(lines), table_of(path, shape) is not None,
        guess.key in kept, mapping, others, _orders(lines, shape),
    )  # fmt: skip


def _why(problem: OSError | Unreadable) -> str:
    return problem.reason if isinstance(problem, Unreadable) else problem.strerror or "it cannot be opened"


def _samples(lines: list[Line], shape: Shape) -> tuple[tuple[str, ...], ...]:
    whole = (line.cells for line in lines if not line.wrong)
    width = len(shape.headers)
    return tuple((*cells[:width], *[""] * (width - len(cells))) for cells in islice(whole, SAMPLES))


def _orders(lines: list[Line], shape: Shape) -> tuple[tuple[str, ...], ...]:
    cells = range(len(shape.headers))
    return tuple(possible_orders(line.cells[at] for line in lines if at < len(line.cells)) for at in cells)


@requires(Privilege.IMPORT)
def save_refused(uow: UnitOfWork, request: SaveRefused) -> RefusedSaved:
    """Write the refused lines of a list with the reason of each; the trace comes first.

    Raises:
        Invalid: exchange.list_unreadable with `why`, exports.nothing, exports.cannot_write.
    """
    path, reasons = Path(request.path), dict(request.lines)
    try:
        shape = shape_of(path)
        rows = [_row(line, shape, reasons) for line in lines_of(path, shape) if line.number in reasons]
    except (OSError, Unreadable) as problem:
        raise Invalid("exchange.list_unreadable", "paths", why=_why(problem), path=path.name) from None
    if not rows:
        raise Invalid("exports.nothing")
    uow.record("import.refused_lines_saved", detail={"rows": len(rows)})
    write_out(Path(request.to), csv_file((*shape.headers, _REASON), rows))
    return RefusedSaved(request.to, len(rows))


def _row(line: Line, shape: Shape, reasons: dict[int, str]) -> tuple[str, ...]:
    width = len(shape.headers)
    cells = (*line.cells[:width], *[""] * (width - len(line.cells)))
    return (*cells, f"{line.number}: {reasons[line.number]}")
