"""A number that turned out to be wrong: it ends today, and the one that was told instead takes its place."""

from __future__ import annotations

from db.models.patient import PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.demographics_requests import RowId, SaveTelecom
from icm_desktop.contracts.worklist import LogContact
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import person_rows, reachability

_NO_LONGER = "old"


@requires(Privilege.CALL_LOG)
def end_number(uow: UnitOfWork, request: LogContact) -> None:
    """Mark the number as no longer used, with the day, and add the new one; nothing is deleted.

    Raises:
        Invalid: registration.bad_phone, too_long.
        NotFound: demographics.unknown_row.
    """
    row_id, use = RowId(request.patient_id, request.wrong_number_id), None
    if request.wrong_number_id is not None:
        row = person_rows.row_of(uow, PatientTelecom, row_id)
        use = row.use
        person_rows.keep(uow, row, {"use": _NO_LONGER, "ends_on": uow.today.isoformat()})
    if (request.new_number or "").strip():
        added = SaveTelecom(RowId(request.patient_id), "phone", request.new_number or "", use)
        reachability.save_telecom(uow, added)
