"""The pages that are printed for a patient by one key."""

from __future__ import annotations

from sqlalchemy import select

from db.models.papers import PrintSet
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.phrases import page_languages
from icm_desktop.contracts.handed_out import PagesChanged
from icm_desktop.contracts.handouts import KINDS
from icm_desktop.contracts.print_sets import MOST_COPIES, KeepPrintSet
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.handout_head import PAPERS


@requires(Privilege.PRINT_HANDOUT)
def keep(uow: UnitOfWork, request: KeepPrintSet) -> PagesChanged:
    """Keep which pages this patient gets, and how they leave the printer.

    Raises:
        NotFound: "patients.unknown".
        Invalid: "print_set.no_pages" at "kinds"; "print_set.copies" at "copies"; "handout.unknown_kind",
            "handout.unknown_language", "handout.unknown_paper".
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    chosen = request.chosen
    if not chosen.kinds:
        raise Invalid("print_set.no_pages", "kinds")
    for kind in chosen.kinds:
        if kind not in KINDS:
            raise Invalid("handout.unknown_kind", "kinds", kind=kind)
    if chosen.language is not None and chosen.language not in page_languages():
        raise Invalid("handout.unknown_language", "language", language=chosen.language)
    if chosen.paper is not None and chosen.paper not in PAPERS:
        raise Invalid("handout.unknown_paper", "paper", paper=chosen.paper)
    if not 1 <= chosen.copies <= MOST_COPIES:
        raise Invalid("print_set.copies", "copies", most=MOST_COPIES)
    row = uow.session.scalars(
        select(PrintSet)
        .where(PrintSet.patient_id == patient.id, PrintSet.removed_at.is_(None))
        .order_by(PrintSet.id.desc())
        .limit(1)
    ).first() or PrintSet(patient_id=patient.id)
    row.page_kinds = [kind for kind in KINDS if kind in chosen.kinds]
    row.language, row.large_print, row.paper = chosen.language, chosen.large_print, chosen.paper
    row.copies, row.two_sided = chosen.copies, chosen.two_sided
    uow.session.add(row)
    return PagesChanged(Changes.of("print_set", patient_id=patient.id, action_id=uow.action_id))
