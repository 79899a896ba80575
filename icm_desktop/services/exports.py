"""Lists that leave the encrypted file as CSV: written for their owner alone, and traced."""

from __future__ import annotations

from pathlib import Path

from db.files import replace_durably, write_private
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.exports import SaveTable, TableSaved
from icm_desktop.domain.csv_text import csv_file
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires


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
    uow.record("table.exported", detail={"view": request.view, "rows": len(request.rows)})
    path = Path(request.path)
    draft = path.with_name(path.name + ".part")
    try:
        write_private(draft, csv_file(request.header, request.rows), durable=True)
        replace_durably(draft, path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise Invalid("exports.cannot_write") from None
    return TableSaved(request.path, len(request.rows))
