"""What each date of a series would meet, before anything is booked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from db.models.practice import Practitioner
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.series import PlanSeries, SeriesDate, SeriesPreview
from icm_desktop.domain.timeslots import FARTHEST, LONGEST, SHORTEST, Fit, Span, earliest_start, local_to_utc
from icm_desktop.errors import Invalid, UserError
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.availability import wanted_of
from icm_desktop.queries.booking_rules import place
from icm_desktop.recurrence import MOST_DATES, MOST_EVERY, UNITS, Rule


@requires(Privilege.APPOINTMENTS)
def preview(uow: UnitOfWork, plan: PlanSeries) -> SeriesPreview:
    """Every date with what is in its way.

    Raises:
        Invalid: scheduling.bad_length, bad_rhythm, bad_times, no_such_clinician.
    """
    return SeriesPreview(tuple(_dates(uow, plan)))


@requires(Privilege.APPOINTMENTS)
def rule_of(uow: UnitOfWork, plan: PlanSeries) -> Rule:
    """The rule of a plan.

    Raises:
        Invalid: scheduling.bad_rhythm, bad_times.
    """
    if plan.unit not in UNITS or not 1 <= plan.every <= MOST_EVERY:
        raise Invalid("scheduling.bad_rhythm", "every", most=MOST_EVERY)
    if plan.times is not None and not 1 <= plan.times <= MOST_DATES:
        raise Invalid("scheduling.bad_times", "times", most=MOST_DATES)
    if plan.times is None and (plan.until is None or plan.until < plan.first.date()):
        raise Invalid("scheduling.bad_times", "times", most=MOST_DATES)
    return Rule(plan.every, plan.unit, plan.first.date(), plan.times, plan.until)


def _dates(uow: UnitOfWork, plan: PlanSeries) -> Iterator[SeriesDate]:
    if not SHORTEST <= plan.minutes <= LONGEST:
        raise Invalid("scheduling.bad_length", "minutes", least=SHORTEST, most=LONGEST)
    clinician = uow.session.get(Practitioner, plan.clinician_id)
    if clinician is None or not clinician.inside or clinician.removed_at is not None:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    wanted = wanted_of(uow, plan.type_id, plan.patient_id)
    for day in rule_of(uow, plan).dates():
        local = local_to_utc(dt.datetime.combine(day, plan.first.time()), uow.zone)
        starts_at = local.choices[0]
        try:
            if local.fit is Fit.GAP:
                raise Invalid("scheduling.clock_gap", "starts_at")
            if starts_at < earliest_start(uow.now):
                raise Invalid("scheduling.past", "starts_at")
            if starts_at > uow.now + dt.timedelta(days=FARTHEST):
                raise Invalid("scheduling.too_far", "starts_at", days=FARTHEST)
            place(uow, clinician, Span(starts_at, starts_at + dt.timedelta(minutes=plan.minutes)), wanted)
        except UserError as error:
            yield SeriesDate(day, starts_at, error.code, tuple(error.params.items()))
        else:
            yield SeriesDate(day, starts_at)
