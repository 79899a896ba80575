"""What closing the front desk's day shows: visits without an end, no-shows, tomorrow, backup and the handoff."""

from __future__ import annotations

from db.repositories.standing import Standings
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.closing import AskHandoff, DayToClose
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain import appointment_states as states
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import backups
from icm_desktop.queries.appointments import between
from icm_desktop.queries.handoff import UNSETTLED, handoff
from icm_desktop.queries.missed_before import of_practice
from icm_desktop.queries.queue_visits import tomorrow
from icm_desktop.queries.work_items import Scope


@requires(Privilege.APPOINTMENTS)
def day_to_close(uow: UnitOfWork, asked: AskHandoff) -> DayToClose:
    """The day as it stands now."""
    scope = Scope.of(uow, WorkFilter(everyone=True, on=asked.day if asked.day < uow.today else None, queue="tomorrow"))
    here = [visit for visit in between(uow, asked.day, asked.day) if not visit.outside]
    missed = [visit.id for visit in here if visit.status == states.NO_SHOW]
    next_day = dict(tomorrow(scope).counts)
    return DayToClose(
        visits=tuple(visit for visit in here if visit.status in UNSETTLED),
        no_shows=len(missed),
        unscheduled=len(Standings(uow.session, None).of("appointment", missed)),
        missed_lately=of_practice(uow, scope.policies.unscheduled_days),
        lately_days=scope.policies.unscheduled_days,
        next_day=scope.policies.calendar.add(scope.day, 1),
        next_visits=sum(next_day.values()),
        to_confirm=sum(count for section, count in next_day.items() if section != "done_today"),
        backup=backups.state(uow),
        handoff=handoff(uow, asked),
    )
