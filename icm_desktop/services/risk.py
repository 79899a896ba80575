"""A clinician sets a patient's risk level in place of the one by points, with the reason."""

from __future__ import annotations

from db.models.patient import Patient
from db.models.populations import RiskAdjustment
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.risk import level_rule
from icm_desktop.contracts.risk import AdjustRisk, RiskAdjusted
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.risk_levels import RiskLevels
from icm_desktop.services import lines

_LONGEST = 500


@requires(Privilege.DECIDE_CONFLICTS)
def adjust(uow: UnitOfWork, request: AdjustRisk) -> RiskAdjusted:
    """Set a level, or let the points count again.

    Raises:
        NotFound: patients.unknown.
        Invalid: risk.bad_level, risk.reason_missing; registration.too_long.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    if request.level is not None and not 1 <= request.level <= level_rule().highest:
        raise Invalid("risk.bad_level", "level")
    reason = lines.line(request.reason, "reason", _LONGEST)
    if reason is None:
        raise Invalid("risk.reason_missing", "reason")
    points = RiskLevels(uow, uow.today).of([patient.id])[patient.id].level.level
    uow.session.add(
        RiskAdjustment(patient_id=patient.id, level=request.level, points_level=points, reason=reason, set_on=uow.today)
    )
    uow.session.flush()
    return RiskAdjusted(Changes.of("risk", patient_id=patient.id, action_id=uow.action_id))
