"""What of an import somebody should see soon: notes, assessments, discharges, records of ours that were changed."""

from __future__ import annotations

from sqlalchemy import or_, select

from db.models.audit import AuditEvent
from db.models.clinical import Encounter, QuestionnaireResponse
from db.models.documents import Document
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.partners import News
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.importing.returning import EVENT

_STAY = "IMP"  # HL7 v3 ActCode: an inpatient stay


@requires(Privilege.CLINICAL_READ)
def news(uow: UnitOfWork, import_id: int | None, after_seq: int) -> tuple[News, ...]:
    """One line per patient and kind, what matters soonest first.

    Args:
        uow: A read.
        import_id: The import that brought something.
        after_seq: The last event of the audit record before it.
    """
    found: dict[News, None] = {}
    for kind, patients in (
        ("discharge", _discharged(uow, import_id, after_seq)),
        ("note", _brought(uow, Document, import_id)),
        ("assessment", _brought(uow, QuestionnaireResponse, import_id)),
        ("changed", _changed(uow, after_seq)),
    ):
        found |= dict.fromkeys(News(kind, patient_id) for patient_id in patients)
    return tuple(found)


def _brought(uow: UnitOfWork, model: type[Document | QuestionnaireResponse], import_id: int | None) -> list[int]:
    return list(uow.session.scalars(select(model.patient_id).where(model.import_id == import_id).order_by(model.id)))


def _discharged(uow: UnitOfWork, import_id: int | None, after_seq: int) -> list[int]:
    """Stays that came ended, and stays known before that ended with this import."""
    updated = select(AuditEvent.object_id).where(
        AuditEvent.seq > after_seq, AuditEvent.event == "updated", AuditEvent.object_kind == "encounter"
    )
    ended = (Encounter.class_code == _STAY, Encounter.ends_when.is_not(None))
    query = select(Encounter.patient_id).where(*ended, or_(Encounter.import_id == import_id, Encounter.id.in_(updated)))
    return list(uow.session.scalars(query))


def _changed(uow: UnitOfWork, after_seq: int) -> list[int]:
    """Patients of whom records of ours were changed by the partner."""
    query = select(AuditEvent.patient_id).where(AuditEvent.seq > after_seq, AuditEvent.event == EVENT)
    return [patient_id for patient_id in uow.session.scalars(query) if patient_id is not None]
