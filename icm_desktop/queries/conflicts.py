"""What contradicts itself in a patient's records, by the shipped rules. The program says it; a clinician decides."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import rule_book
from icm_desktop.contracts.conflicts import PatientConflicts
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_recheck import checked_patients
from icm_desktop.queries.conflict_rows import rows_of_patient
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.problem_names import facts_by_name, problem_names, rows_by_name


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int, on: dt.date | None = None) -> PatientConflicts:
    """Every finding for a patient as known on a day, today unless asked, and what could not be checked.

    Raises:
        NotFound: patients.unknown.
    """
    head, day = patient_head(uow, patient_id), on or uow.today
    found = checked_patients(uow, [patient_id], day)[patient_id]
    rows = rows_of_patient(uow, head, found, day)
    names = problem_names(uow, patient_id) if found.findings else {}
    return PatientConflicts(
        head=head,
        day=day,
        findings=tuple(replace(one, facts=facts_by_name(one.facts, names)) for one in found.findings),
        medicines=found.medicines,
        checked=found.checked,
        not_checked=found.not_checked,
        version=rule_book().version,
        rows=rows_by_name(uow, rows),
    )
