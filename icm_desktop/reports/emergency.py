"""Schedule and plans in one PDF: what a practice works with on paper while its computers do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.contracts.day_sheets import DaySheet
from icm_desktop.contracts.emergency import EVERY, EmergencyMade, PrintEmergency
from icm_desktop.contracts.plan_document import RECORD, PlanPaperRequest, PlanReader
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.emergency import every_plan, plans_of_day
from icm_desktop.reports import care_plan, day_sheet
from icm_desktop.reports.merging import merged

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork


@requires(Privilege.APPOINTMENTS)
def render(uow: UnitOfWork, request: PrintEmergency) -> EmergencyMade:
    """The schedule, then the plans one after the other; kept in memory only.

    Raises:
        Invalid: handout.unknown_language, handout.unknown_paper.
    """
    day = request.day or uow.today
    schedule = day_sheet.render(uow, DaySheet(day, None, request.language, request.paper))
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        return EmergencyMade(schedule.pdf, 0, 0, schedule.missing)
    whose, without = (every_plan(uow), 0) if request.plans == EVERY else plans_of_day(uow, day)
    reader = PlanReader(RECORD)
    plans = [
        care_plan.render(uow, PlanPaperRequest(one, reader, language=request.language, paper=request.paper))
        for one in whose
    ]
    missing = "".join(dict.fromkeys(schedule.missing + "".join(plan.missing for plan in plans)))
    return EmergencyMade(merged([schedule.pdf, *(plan.pdf for plan in plans)]), len(plans), without, missing)
