"""Lists that leave the encrypted file as CSV: written for their owner alone, and traced."""

from __future__ import annotations

from pathlib import Path

from db.unit_of_work import UnitOfWork
from icm_desktop.content.part2 import words
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.exports import SaveTable, TableSaved
from icm_desktop.domain.csv_text import csv_file
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.exporting.files import write_out

NOTICE = ".notice.txt"  # stands beside a list that tells of substance use


@requires(Privilege.EXPORT)
def save_table(uow: UnitOfWork, request: SaveTable) -> TableSaved:
    """Write a list of patients, referrals or clinical facts.

    Raises:
        Invalid: exports.nothing, exports.cannot_write.
    """
    return _written(uow, request)


@requires(Privilege.APPOINTMENTS)
def save_appointments(uow: UnitOfWork, request: SaveTable) -> TableSaved:
    """Write a list of visits, which front desk may too.

    Raises:
        Invalid: exports.nothing, exports.cannot_write.
    """
    return _written(uow, request)


def _written(uow: UnitOfWork, request: SaveTable) -> TableSaved:
    """The trace first: a file that nobody knows of must not be."""
    if not request.rows:
        raise Invalid("exports.nothing")
    told = sensitive().is_substance_use(*(cell for row in request.rows for cell in row))
    detail = {"view": request.view, "rows": len(request.rows)} | ({"notice": True} if told else {})
    uow.record("table.exported", detail=detail)
    path = Path(request.path)
    if not path.name:
        raise Invalid("exports.cannot_write")
    notice = path.with_name(path.name + NOTICE) if told else None
    if notice is not None:
        write_out(notice, f"{words('statement', 'en')}\n\n{words('statement', 'es')}\n".encode())
    write_out(path, csv_file(request.header, request.rows))
    return TableSaved(request.path, len(request.rows), notice=str(notice) if notice is not None else None)
