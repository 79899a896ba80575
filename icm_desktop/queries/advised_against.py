"""Medicines that the page on what to do tells a patient not to take, though they may stand on their list."""

from __future__ import annotations

from db.unit_of_work import UnitOfWork
from icm_desktop.content.advice import advice
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.handout_page import HandoutPage
from icm_desktop.queries.sheet_what_to_do import enrolled


@requires(Privilege.PRINT_HANDOUT)
def ingredients(uow: UnitOfWork, page: HandoutPage) -> frozenset[str]:
    """By the pathways whose advice this patient can read: a sensitive one's only where it was ticked."""
    known = advice()
    mine = {
        name
        for name in enrolled(uow, page.patient_id)
        if name not in known.sensitive or f"pathway:{name}" in page.ticked
    }
    about = {line.about for line in known.lines if line.pathway in mine}
    return frozenset().union(*(names for of, names in known.forbids.items() if of in about))
