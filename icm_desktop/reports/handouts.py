"""Every kind of page for a patient by one name: as PDF, plain text or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.contracts.handouts import NEXT_STEPS, HandoutMade, HandoutRequest, HandoutText
from icm_desktop.permissions import Privilege, requires
from icm_desktop.reports import next_steps, next_steps_text, patient_sheet, patient_sheet_text

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork


@requires(Privilege.PRINT_HANDOUT)
def render(uow: UnitOfWork, request: HandoutRequest) -> HandoutMade:
    """The page as a PDF. Raises as `queries.handouts.next_steps` and `queries.patient_sheets.sheet`."""
    made: HandoutMade = (next_steps if request.kind == NEXT_STEPS else patient_sheet).render(uow, request)
    return made


@requires(Privilege.PRINT_HANDOUT)
def text(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as plain text, complete."""
    made: HandoutText = (next_steps_text if request.kind == NEXT_STEPS else patient_sheet_text).text(uow, request)
    return made


@requires(Privilege.PRINT_HANDOUT)
def html(uow: UnitOfWork, request: HandoutRequest) -> HandoutText:
    """The page as one HTML document without links, scripts or pictures, complete."""
    made: HandoutText = (next_steps_text if request.kind == NEXT_STEPS else patient_sheet_text).html(uow, request)
    return made
