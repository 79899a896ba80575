"""The pages for a patient besides "Your next steps": which kinds there are and what stands on each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.patient_sheets import Part, PatientSheet
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import (
    handout_people,
    sheet_after_hospital,
    sheet_medicines,
    sheet_my_plan,
    sheet_visits,
    sheet_what_to_do,
)
from icm_desktop.queries.handout_head import begin, head
from icm_desktop.queries.handout_page import HandoutPage

Parts = Callable[[UnitOfWork, HandoutPage, Patient], Iterable[Part]]
SHEETS: Mapping[str, Parts] = {
    "my-plan": sheet_my_plan.parts,
    "medicines": sheet_medicines.parts,
    "visits": sheet_visits.parts,
    "after-hospital": sheet_after_hospital.parts,
    "what-to-do": sheet_what_to_do.parts,
}
"""What stands on each kind; its title is the phrase "sheet.<kind>", with "_" for "-"."""


@requires(Privilege.PRINT_HANDOUT)
def sheet(uow: UnitOfWork, request: HandoutRequest) -> PatientSheet:
    """One page for a patient, worded in its language.

    Raises:
        Invalid: "handout.unknown_kind"; else as `handout_head.begin`.
    """
    write = SHEETS.get(request.kind)
    if write is None:
        raise Invalid("handout.unknown_kind", field="kind", kind=request.kind)
    page, patient = begin(uow, request)
    parts = tuple(write(uow, page, patient))
    contact = handout_people.contact(uow, page, patient)
    title = page.bank(f"sheet.{request.kind.replace('-', '_')}")
    return PatientSheet(
        kind=request.kind,
        title=title,
        head=head(uow, request, page, patient),
        parts=parts,
        contact=contact,
        free_lines=tuple(page.free_lines),
        sensitive=tuple(page.offered),
        notices=tuple(page.notices),
        said=page.said(),
    )
