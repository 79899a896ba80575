"""Weekly hours of clinicians with breaks, bounds, rhythm and place; and the time they and rooms are away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from db.models.practice import Practitioner, WorkingHours
from db.models.set_up import Absence, Room, Site
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.set_up import Hours, Retire, RetireWeek, SaveAbsence, Saved, SaveWeek, WeekKey
from icm_desktop.domain.timeslots import wall_time
from icm_desktop.domain.working_time import Stretch, clash, problem_of
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import lines
from icm_desktop.services.closures import check_days
from icm_desktop.services.rows import current, known
from icm_desktop.services.sites import DAYS
from icm_desktop.services.stranded import keeping_visits

BREAK = "break"
_PROBLEMS = {"hours": "scheduling.bad_hours", "dates": "set_up.bad_days", "weeks": "set_up.bad_rhythm"}
_FIELDS = {"hours": "hours", "dates": "ends_on", "weeks": "every_weeks"}


@requires(Privilege.APPOINTMENTS)
def save_week(uow: UnitOfWork, request: SaveWeek) -> Saved:
    """Add weekly hours, or put them in place of others of the same clinician.

    Raises:
        Invalid: scheduling.no_such_clinician, bad_hours, set_up.no_hours, bad_days, bad_rhythm, hours_clash,
            no_such_site, no_such_room.
        Conflict: set_up.visits_stranded.
        NotFound: set_up.gone when the hours to replace are no longer there.
    """
    _check_clinician(uow, request.clinician_id)
    if not request.hours:
        raise Invalid("set_up.no_hours", "hours")
    if not known(uow.session, Site, request.key.site_id):
        raise Invalid("set_up.no_such_site", "site_id")
    if not known(uow.session, Room, request.key.room_id):
        raise Invalid("set_up.no_such_room", "room_id")
    _check_there(uow, request.clinician_id, request.replaces)
    wanted = [*stretches(request.hours, request.key), *stretches(request.breaks, request.key, is_break=True)]
    with keeping_visits(uow, request.confirmed, [request.clinician_id]):
        replace_hours(uow, request.clinician_id, request.replaces, wanted)
    return _saved(uow, request.clinician_id)


@requires(Privilege.APPOINTMENTS)
def retire_week(uow: UnitOfWork, request: RetireWeek) -> Saved:
    """End weekly hours altogether.

    Raises:
        Conflict: set_up.visits_stranded.
        NotFound: set_up.gone.
    """
    _check_there(uow, request.clinician_id, request.key)
    with keeping_visits(uow, request.confirmed, [request.clinician_id]):
        replace_hours(uow, request.clinician_id, request.key, [])
    return _saved(uow, request.clinician_id)


@requires(Privilege.APPOINTMENTS)
def replace_hours(uow: UnitOfWork, clinician_id: int, replaces: WeekKey | None, wanted: Iterable[Stretch]) -> None:
    """Put stretches in place of those with these bounds and place; rows that stay as they are are left alone.

    Raises:
        Invalid: scheduling.bad_hours, set_up.bad_days, bad_rhythm, hours_clash.
    """
    left = list(dict.fromkeys(wanted))
    for each in left:
        if (problem := problem_of(each)) is not None:
            raise Invalid(_PROBLEMS[problem], _FIELDS[problem])
    others = []
    for row in _stored(uow, clinician_id):
        stretch = stretch_of(row)
        if replaces is None or key_of(stretch) != replaces:
            others.append(stretch)
        elif stretch in left:
            left.remove(stretch)
            others.append(stretch)
        else:
            row.removed_at = uow.now
    _check_clash([*others, *left])
    uow.session.add_all(_row(clinician_id, each) for each in left)
    uow.session.flush()


@requires(Privilege.APPOINTMENTS)
def save_absence(uow: UnitOfWork, request: SaveAbsence) -> Saved:
    """Note that a clinician or a room is away; visits booked then are named before anything is saved.

    Raises:
        Invalid: set_up.nobody, scheduling.no_such_clinician, set_up.no_such_room, bad_days, too_many_days, bad_times,
            registration.too_long.
        Conflict: set_up.visits_stranded, set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    if (request.clinician_id is None) == (request.room_id is None):
        raise Invalid("set_up.nobody", "who")
    if request.clinician_id is not None:
        _check_clinician(uow, request.clinician_id)
    elif not known(uow.session, Room, request.room_id):
        raise Invalid("set_up.no_such_room", "who")
    check_days(uow.today, request.starts_on, request.ends_on)
    _check_times(request)
    is_new = request.absence_id is None
    row = Absence() if is_new else current(uow.session, Absence, request.absence_id or 0, request.expected_version)
    whose = None if request.clinician_id is None else [request.clinician_id]
    with keeping_visits(uow, request.confirmed, whose, (request.starts_on, request.ends_on)):
        row.practitioner_id, row.room_id = request.clinician_id, request.room_id
        row.starts_on, row.ends_on = request.starts_on, request.ends_on
        row.starts_at, row.ends_at = request.starts_at, request.ends_at
        row.reason = lines.line(request.reason, "reason")
        uow.session.add(row)
        uow.session.flush()
    return Saved(row.id, Changes.of("absence", "clinician", action_id=uow.action_id))


@requires(Privilege.APPOINTMENTS)
def retire_absence(uow: UnitOfWork, request: Retire) -> Saved:
    """Take an absence back: the time can be booked again.

    Raises:
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = current(uow.session, Absence, request.id, request.expected_version)
    row.removed_at = uow.now
    uow.session.flush()
    return Saved(row.id, Changes.of("absence", "clinician", action_id=uow.action_id))


def stretch_of(row: WorkingHours) -> Stretch:
    """A stored stretch as a value."""
    return Stretch(
        row.weekday, row.starts, row.ends, row.kind == BREAK, row.starts_on, row.ends_on, row.every_weeks,
        row.site_id, row.room_id,
    )  # fmt: skip


def key_of(stretch: Stretch) -> WeekKey:
    """Bounds, rhythm and place of a stretch."""
    return WeekKey(stretch.starts_on, stretch.ends_on, stretch.every_weeks, stretch.site_id, stretch.room_id)


def stretches(hours: Hours, key: WeekKey, *, is_break: bool = False) -> list[Stretch]:
    """Typed hours with the bounds and the place they share."""
    return [
        Stretch(day, starts, ends, is_break, key.starts_on, key.ends_on, key.every_weeks, key.site_id, key.room_id)
        for day, starts, ends in hours
    ]


@requires(Privilege.APPOINTMENTS)
def stored_stretches(uow: UnitOfWork, clinician_id: int) -> list[Stretch]:
    """Every stretch and break of a clinician."""
    return [stretch_of(row) for row in _stored(uow, clinician_id)]


def _stored(uow: UnitOfWork, clinician_id: int) -> Sequence[WorkingHours]:
    mine = WorkingHours.practitioner_id == clinician_id
    return uow.session.scalars(select(WorkingHours).where(mine, WorkingHours.removed_at.is_(None))).all()


def _check_there(uow: UnitOfWork, clinician_id: int, key: WeekKey | None) -> None:
    if key is not None and all(key_of(stretch_of(row)) != key for row in _stored(uow, clinician_id)):
        raise NotFound("set_up.gone")


def _row(clinician_id: int, each: Stretch) -> WorkingHours:
    return WorkingHours(
        practitioner_id=clinician_id, weekday=each.weekday, starts=each.starts, ends=each.ends,
        kind=BREAK if each.is_break else None, starts_on=each.starts_on, ends_on=each.ends_on,
        every_weeks=each.every_weeks, site_id=each.site_id, room_id=each.room_id,
    )  # fmt: skip


def _check_clash(stretches: list[Stretch]) -> None:
    found = clash(stretches)
    if found is None:
        return
    first, second = found
    bounded = key_of(first) != key_of(second)
    code = "set_up.hours_clash" if bounded else "scheduling.hours_overlap"
    raise Invalid(code, "hours", weekday=DAYS[first.weekday], starts=second.starts, ends=second.ends)


def _check_clinician(uow: UnitOfWork, clinician_id: int) -> None:
    row = uow.session.get(Practitioner, clinician_id)
    if row is None or not row.inside or row.removed_at is not None:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")


def _check_times(request: SaveAbsence) -> None:
    if request.starts_at is None and request.ends_at is None:
        return
    try:
        good = wall_time(request.starts_at or "00:00") < wall_time(request.ends_at or "23:59")
    except ValueError:
        good = False
    if not good:
        raise Invalid("set_up.bad_times", "ends_at")


def _saved(uow: UnitOfWork, clinician_id: int) -> Saved:
    return Saved(clinician_id, Changes.of("clinician", action_id=uow.action_id))
