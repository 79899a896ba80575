"""Days the practice is closed: its own, and holidays of the shipped list on which it works."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.models.practice import Practice
from db.models.set_up import Closure, Site
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import policies
from icm_desktop.contracts.set_up import KeepHolidays, Retire, SaveClosure, Saved, WorkOnHoliday
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import lines
from icm_desktop.services.rows import current, known
from icm_desktop.services.stranded import keeping_visits

HOLIDAY, CLOSURE = "holiday", "closure"
LONGEST = 366  # days of one closure
FARTHEST_YEARS = 10  # beyond is a typing mistake


@requires(Privilege.SETTINGS)
def save_closure(uow: UnitOfWork, request: SaveClosure) -> Saved:
    """Close the practice, or one site, from one day to another, both included.

    Raises:
        Invalid: set_up.name_missing, bad_days, too_many_days, no_such_site, registration.too_long.
        Conflict: set_up.visits_stranded, set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    name = lines.needed(request.name, "name", "set_up.name_missing")
    check_days(uow.today, request.starts_on, request.ends_on)
    if not known(uow.session, Site, request.site_id):
        raise Invalid("set_up.no_such_site", "site_id")
    is_new = request.closure_id is None
    row = Closure() if is_new else current(uow.session, Closure, request.closure_id or 0, request.expected_version)
    with keeping_visits(uow, request.confirmed, days=(request.starts_on, request.ends_on)):
        row.name, row.kind, row.open_anyway = name, CLOSURE, False
        row.starts_on, row.ends_on, row.site_id = request.starts_on, request.ends_on, request.site_id
        uow.session.add(row)
        uow.session.flush()
    return _saved(uow, row)


@requires(Privilege.SETTINGS)
def retire_closure(uow: UnitOfWork, request: Retire) -> Saved:
    """Open again on days the practice had closed.

    Raises:
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = current(uow.session, Closure, request.id, request.expected_version)
    row.removed_at = uow.now
    return _saved(uow, row)


@requires(Privilege.SETTINGS)
def work_on_holiday(uow: UnitOfWork, request: WorkOnHoliday) -> Saved:
    """Work on a holiday of the shipped list, or keep it after all.

    Raises:
        Invalid: set_up.no_holiday.
        Conflict: set_up.visits_stranded, set_up.changed_meanwhile (it is so already).
    """
    name = policies.shipped().calendar.holidays_of(request.day.year).get(request.day)
    if name is None:
        raise Invalid("set_up.no_holiday", "day", day=request.day)
    stored = select(Closure).where(
        Closure.removed_at.is_(None),
        Closure.open_anyway.is_(True),
        Closure.starts_on == request.day,
        Closure.site_id.is_(None),
    )
    row = uow.session.scalars(stored).first()
    if (row is not None) == request.open_anyway:
        raise Conflict("set_up.changed_meanwhile")
    with keeping_visits(uow, request.confirmed, days=(request.day, request.day)):
        if row is None:
            row = Closure(name=name, kind=HOLIDAY, open_anyway=True, starts_on=request.day, ends_on=request.day)
            uow.session.add(row)
        else:
            row.removed_at = uow.now
        uow.session.flush()
    return _saved(uow, row)


@requires(Privilege.SETTINGS)
def keep_holidays(uow: UnitOfWork, request: KeepHolidays) -> Saved:
    """Say for a whole year which holidays of the shipped list the practice keeps.

    Raises:
        Invalid: set_up.no_holiday for a day that is none.
        Conflict: set_up.visits_stranded.
    """
    listed = policies.shipped().calendar.holidays_of(request.year)
    for day in request.open_on:
        if day not in listed:
            raise Invalid("set_up.no_holiday", "day", day=day)
    stored = select(Closure).where(
        Closure.removed_at.is_(None), Closure.open_anyway.is_(True), Closure.site_id.is_(None),
        Closure.starts_on.in_(list(listed)),
    )  # fmt: skip
    known = {row.starts_on: row for row in uow.session.scalars(stored)}
    practice = uow.session.scalars(select(Practice)).one()
    with keeping_visits(uow, request.confirmed, days=(dt.date(request.year, 1, 1), dt.date(request.year, 12, 31))):
        for day, name in listed.items():
            if day in request.open_on and day not in known:
                uow.session.add(Closure(name=name, kind=HOLIDAY, open_anyway=True, starts_on=day, ends_on=day))
            elif day not in request.open_on and day in known:
                known[day].removed_at = uow.now
        practice.holidays_through = max(practice.holidays_through or 0, request.year)
        uow.session.flush()
    return Saved(practice.id, Changes.of("closure", "practice", action_id=uow.action_id))


def check_days(today: dt.date, first: dt.date, last: dt.date) -> None:
    """Refuse days that end before they begin, go on for more than a year, or are years from today.

    Raises:
        Invalid: set_up.far_days, set_up.bad_days, set_up.too_many_days.
    """
    if abs((first - today).days) > FARTHEST_YEARS * 366:
        raise Invalid("set_up.far_days", "starts_on", years=FARTHEST_YEARS)
    if last < first:
        raise Invalid("set_up.bad_days", "ends_on")
    if (last - first).days >= LONGEST:
        raise Invalid("set_up.too_many_days", "ends_on", most=LONGEST)


def _saved(uow: UnitOfWork, row: Closure) -> Saved:
    uow.session.flush()
    return Saved(row.id, Changes.of("closure", action_id=uow.action_id))
