"""Keeps the table of outdated pages right: by a long job after changes; an act itself does not wait for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db import page_work
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.handed_out import PagesChanged
from icm_desktop.long_work import Progress, in_slices, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.page_facts import compared

if TYPE_CHECKING:
    from icm_desktop.practice import OpenPractice

ACTION = "services.page_work.compare"


@requires(Privilege.PRINT_HANDOUT)
def compare_again(uow: UnitOfWork, patient_ids: Sequence[int]) -> None:
    """Compare the pages of these patients with their records and keep what it comes to."""
    page_work.store(uow.session.connection(), compared(uow, patient_ids), patient_ids)


@long_work
@requires(Privilege.PRINT_HANDOUT)
def compare(practice: OpenPractice, *, progress: Progress) -> PagesChanged:
    """Compare the pages of everybody of whom something changed that a page says.

    Each slice is a transaction of its own. What was done stays when it is cancelled, and the rest is done next time.

    Raises:
        JobCancelled: by `progress`.
    """
    with practice.read() as uow:
        ids = page_work.waiting(uow.session.connection(), uow.today.isoformat())

    def some(part: Sequence[int]) -> None:
        with practice.write(ACTION) as uow:
            compare_again(uow, part)

    in_slices(ids, progress, some)
    return PagesChanged(Changes.of("outdated_page") if ids else Changes())
