"""What contradicts itself in a patient's records, by the shipped rules. The program says it; a clinician decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import rule_book
from icm_desktop.contracts.conflicts import PatientConflicts
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_recheck import checked_patients
from icm_desktop.queries.conflict_rows import rows_of_patient
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.problem_names import problem_names


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int, on: dt.date | None = None) -> PatientConflicts:
    """Every finding for a patient as known on a day, today unless asked, and what could not be checked.

    Raises:
        NotFound: patients.unknown.
    """
    head, day = patient_head(uow, patient_id), on or uow.today
    found = checked_patients(uow, [patient_id], day)[patient_id]
    rows = rows_of_patient(uow, head, found, day)
    problems = any(fact.kind == "problem" for row in rows for fact in row.facts)
    names = problem_names(uow, patient_id) if problems else {}
    return PatientConflicts(
        head=head,
        day=day,
        findings=tuple(replace(one, facts=_by_name(one.facts, names)) for one in found.findings),
        medicines=found.medicines,
        checked=found.checked,
        not_checked=found.not_checked,
        version=rule_book().version,
        rows=tuple(replace(one, facts=_by_name(one.facts, names)) for one in rows),
    )


def _by_name(facts: Iterable[Evidence], names: Mapping[str, str]) -> tuple[Evidence, ...]:
    """SNOMED CT problems by what the records call them, not by their codes."""
    return tuple(
        replace(one, text=names.get(f"sct:{one.text}", one.text)) if one.kind == "problem" else one for one in facts
    )
