"""What must be known before a patient is called."""

from __future__ import annotations

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.demographics import CallRules
from icm_desktop.domain.validity import UNKNOWN, VALID
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.alerts import in_force
from icm_desktop.queries.contact_people import contact_people

_ABOUT_CALLS = ("contact", "admin", "administrative")


@requires(Privilege.DEMOGRAPHICS)
def call_rules(uow: UnitOfWork, patient_id: int) -> CallRules:
    """Voicemail rule, do not call, best time, warnings and others who may be spoken to.

    Raises:
        NotFound: patients.unknown.
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    about_calls = [row for row in in_force(uow, patient_id) if (row.category or "").casefold() in _ABOUT_CALLS]
    people = [row for row in contact_people(uow, patient_id) if row.state in (VALID, UNKNOWN)]
    return CallRules(
        voicemail_rule=patient.voicemail_rule,
        do_not_call=bool(patient.do_not_call),
        preferred_channel=patient.preferred_channel,
        best_time=patient.best_time,
        note=patient.contact_note,
        language=patient.language,
        interpreter_needed=patient.interpreter_needed,
        warnings=tuple(dict.fromkeys((row.severity, row.text) for row in about_calls)),
        people=tuple(people),
    )
