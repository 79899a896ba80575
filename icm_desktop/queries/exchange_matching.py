"""Patients who came from outside and look like somebody on file, and how much every list of the Exchange screen has."""

from __future__ import annotations

from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.duplicates import DuplicateFilter, DuplicateRow
from icm_desktop.contracts.exchange_rows import ExchangeCounts
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import differences, duplicates, exchange_failed, exchange_in, exchange_out, partners


@requires(Privilege.IMPORT)
def waiting(uow: UnitOfWork, asked: DuplicateFilter) -> Page[DuplicateRow]:
    """One slice of the open pairs of which one came with an import, the surest first."""
    return duplicates.duplicates(uow, replace(asked, decided=False, imported=True))


@requires(Privilege.IMPORT)
def counts(uow: UnitOfWork) -> ExchangeCounts:
    """How many rows each list of the screen has."""
    return ExchangeCounts(
        incoming=exchange_in.how_many(uow),
        matching=duplicates.how_many_imported(uow),
        differences=differences.how_many(uow),
        failed=exchange_failed.how_many(uow),
        outgoing=exchange_out.how_many(uow),
        partners=partners.how_many(uow),
    )
