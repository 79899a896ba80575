"""What the coded problems of a patient are called in the records: a SNOMED CT number tells nobody anything."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from db.models.clinical import Condition
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.plain_text import untagged
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathway_facts import coded


@requires(Privilege.CLINICAL_READ)
def problem_names(uow: UnitOfWork, patient_id: int) -> Mapping[str, str]:
    """Names by the code as pathway files write it ("sct:44054006"); problems without a code or a name are left out."""
    asked = select(Condition.code_system, Condition.code, Condition.text).where(
        Condition.patient_id == patient_id, Condition.removed_at.is_(None)
    )
    return {coded(system, code): untagged(text) for system, code, text in uow.session.execute(asked) if code and text}
