"""Risk levels of everybody are reckoned for groups; a clinician sets one in place of that by points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db import audit, population_work
from db.models.patient import Patient
from db.models.populations import RiskAdjustment
from db.population_work import Reckoned
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.risk import level_rule
from icm_desktop.contracts.risk import AdjustRisk, LevelsReckoned, RiskAdjusted
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.long_work import Progress, long_work, without_cycle_search
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.risk_levels import LISTS, RiskLevels, adjustments
from icm_desktop.services import lines

if TYPE_CHECKING:  # which imports services itself
    from icm_desktop.practice import OpenPractice

_LONGEST, _AT_ONCE = 500, 1000


@long_work
@requires(Privilege.CLINICAL_READ)
def reckon_levels(practice: OpenPractice, *, progress: Progress) -> LevelsReckoned:
    """Reckon the risk level of everybody, so that figures can be told by level; kept as a list for each level.

    Lists made today by the same rule, since when nothing was written, are right still.

    Raises:
        JobCancelled: by `progress`; nothing is kept then.
    """
    of_level: dict[int, list[int]] = {level: [] for level in LISTS}
    with practice.read() as uow, without_cycle_search():
        known = audit.last_event(uow.session.connection())
        made_of = (uow.today.isoformat(), known, level_rule().version)
        kept = population_work.reckoned(uow.session.connection())
        if all(name in kept and _made_of(kept[name]) == made_of for name in LISTS.values()):
            return LevelsReckoned(0, Changes())
        alive = select(Patient.id).where(Patient.removed_at.is_(None), Patient.deceased.is_(False))
        ids = list(uow.session.scalars(alive.order_by(Patient.id)))
        for start in range(0, len(ids), _AT_ONCE):
            progress.step(start, len(ids))
            some = ids[start : start + _AT_ONCE]
            said = adjustments(uow, some)
            for patient_id, one in RiskLevels(uow, uow.today).of(some).items():
                own = said[patient_id].level if patient_id in said else None
                of_level[own or one.level.level].append(patient_id)
    with practice.write("services.risk.reckon_levels") as uow:
        connection, today = uow.session.connection(), uow.today.isoformat()
        before = population_work.reckoned(connection)
        for level, name in LISTS.items():
            first = before[name].first_on if name in before else today
            made = Reckoned(name, first, today, audit.utc_text(uow.now), known, level_rule().version, 0)
            population_work.store(connection, made, of_level[level])
    progress.step(len(ids), len(ids))
    return LevelsReckoned(len(ids), Changes.of("risk"))


def _made_of(one: Reckoned) -> tuple[str, int, str]:
    return one.on_day, one.known, one.content


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
