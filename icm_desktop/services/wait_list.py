"""Put a patient on the wait list; booking one of its rows takes them off it."""

from __future__ import annotations

from db.models.patient import Patient
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment, WaitListEntry
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.wait_list import OnWaitList, PutOnWaitList
from icm_desktop.domain.wait_list import PARTS
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.cleaning import line

LONGEST_NOTE = 1000
_USUAL_MINUTES = 30


@requires(Privilege.APPOINTMENTS)
def put(uow: UnitOfWork, request: PutOnWaitList) -> OnWaitList:
    """Put a patient on the wait list.

    Raises:
        Invalid: scheduling.no_such_type, no_such_clinician, bad_days, patient_deceased, too_long.
        NotFound: patients.unknown.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown", "patient_id")
    if patient.deceased:
        raise Invalid("scheduling.patient_deceased", "patient_id")
    kind = uow.session.get(AppointmentType, request.type_id) if request.type_id else None
    if request.type_id and kind is None:
        raise Invalid("scheduling.no_such_type", "type_id")
    clinician = uow.session.get(Practitioner, request.clinician_id) if request.clinician_id else None
    if request.clinician_id and (clinician is None or not clinician.inside):
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    if not set(request.days) <= set("0123456") or request.part_of_day not in (None, *PARTS):
        raise Invalid("scheduling.bad_days", "days")
    note = line("note", request.note, LONGEST_NOTE)
    row = WaitListEntry(
        patient_id=request.patient_id,
        appointment_type_id=request.type_id,
        practitioner_id=request.clinician_id,
        minutes=kind.minutes if kind else _USUAL_MINUTES,
        days="".join(sorted(set(request.days))),
        part_of_day=request.part_of_day,
        urgent=request.urgent,
        since=uow.today,
        note=note,
    )
    uow.session.add(row)
    uow.session.flush()
    return OnWaitList(row.id, Changes.of("worklist", patient_id=row.patient_id, action_id=uow.action_id))


@requires(Privilege.APPOINTMENTS)
def settle(uow: UnitOfWork, entry_id: int, visit: Appointment) -> None:
    """Take somebody off the list for whom this visit was just booked.

    Raises:
        Invalid: scheduling.other_patient, not_on_wait_list.
    """
    row = uow.session.get(WaitListEntry, entry_id)
    if row is None or row.removed_at is not None or row.closed_on is not None:
        raise Invalid("scheduling.not_on_wait_list")
    if row.patient_id != visit.patient_id:
        raise Invalid("scheduling.other_patient", "patient_id")
    row.appointment_id, row.closed_on = visit.id, uow.today
