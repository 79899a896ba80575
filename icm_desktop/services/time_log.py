"""Time spent on patients: captured by the window, typed, changed with a reason; never twice for one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from db.models.patient import Patient
from db.models.programs import ProgramEnrolment, TimeEntry
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import programs as content
from icm_desktop.contracts.programs import ACTIVITIES, CAPTURED, TYPED, AddTime, CaptureTime, ChangeTime, TimeSaved
from icm_desktop.domain.minutes import Stretch, by_day, free_of
from icm_desktop.domain.programs import ACTIVE
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.services import lines
from icm_desktop.services.rows import current

KIND = "time"
_MINUTES_AN_HOUR = 60
_OLDEST = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)  # nobody who writes here was at work before


@requires(Privilege.CLINICAL_READ)
def capture(uow: UnitOfWork, request: CaptureTime) -> TimeSaved:
    """Keep time the window saw: only of somebody in a program, without what this person spent on others meanwhile.

    Raises:
        Invalid: time.bad_stretch, time.bad_activity.
    """
    _check_activity(request.activity)
    stretch = _stretch(uow, request.starts_at, request.ends_at, "ends_at")
    programs = _programs(uow, request.patient_id)
    if not programs or uow.actor.user_id is None:
        return TimeSaved(0, Changes())
    least = content.minute_rules().least_seconds
    pieces = [
        piece
        for day in by_day(stretch, uow.zone)
        for piece in free_of(day, _taken(uow, uow.actor.user_id, day))
        if piece.seconds >= least
    ]
    program = programs[0] if len(programs) == 1 else None
    for piece in pieces:
        uow.session.add(_entry(uow, request.patient_id, piece, (program, request.activity, CAPTURED, None)))
    return _saved(uow, request.patient_id, len(pieces))


@requires(Privilege.CLINICAL_WRITE)
def add(uow: UnitOfWork, request: AddTime) -> TimeSaved:
    """Type in time of the one who is signed in.

    Raises:
        NotFound: patients.unknown.
        Invalid: time.bad_minutes, too_long, future, overlaps, reason_missing, bad_activity, other_program.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    reason = lines.needed(request.reason, "reason", "time.reason_missing")
    pieces = _checked(uow, request.starts_at, request.minutes, None)
    told = (_program(uow, patient.id, request.program), request.activity, TYPED, reason)
    _check_activity(request.activity)
    for piece in pieces:
        uow.session.add(_entry(uow, patient.id, piece, told))
    return _saved(uow, patient.id, len(pieces))


@requires(Privilege.CLINICAL_WRITE)
def change(uow: UnitOfWork, request: ChangeTime) -> TimeSaved:
    """Correct an entry of one's own, with the reason; 0 minutes take it out. An administrator may correct anybody's.

    Raises:
        NotFound: set_up.gone.
        NotAllowed: time.not_yours.
        Conflict: set_up.changed_meanwhile.
        Invalid: time.bad_minutes, too_long, future, overlaps, over_midnight, reason_missing, bad_activity,
            other_program.
    """
    row = current(uow.session, TimeEntry, request.entry_id, request.expected_version)
    if row.user_id != uow.actor.user_id and uow.actor.role != Role.ADMINISTRATOR:
        raise NotAllowed("time.not_yours")
    row.reason = lines.needed(request.reason, "reason", "time.reason_missing")
    _check_activity(request.activity)
    if request.minutes == 0:
        row.removed_at = uow.now
        return _saved(uow, row.patient_id, 1)
    pieces = _checked(uow, request.starts_at, request.minutes, row)
    if len(pieces) > 1:
        raise Invalid("time.over_midnight", field="minutes")
    row.starts_at, row.ends_at = pieces[0].starts_at, pieces[0].ends_at
    row.program = _program(uow, row.patient_id, request.program)
    row.activity = request.activity
    return _saved(uow, row.patient_id, 1)


def _checked(uow: UnitOfWork, starts_at: dt.datetime, minutes: int, row: TimeEntry | None) -> Sequence[Stretch]:
    """The days' pieces of typed time that collides with nothing of the same person."""
    if minutes <= 0:
        raise Invalid("time.bad_minutes", field="minutes")
    longest = content.minute_rules().longest_hours
    if minutes > longest * _MINUTES_AN_HOUR:
        raise Invalid("time.too_long", field="minutes", hours=longest)
    if starts_at > uow.now:
        raise Invalid("time.future", field="starts_at")
    stretch = _stretch(uow, starts_at, starts_at + dt.timedelta(minutes=minutes), "starts_at")
    user_id = row.user_id if row else uow.actor.user_id
    if user_id is None:
        raise NotAllowed("time.not_yours")
    if any(stretch.overlaps(other) for other in _taken(uow, user_id, stretch, row)):
        raise Invalid("time.overlaps", field="starts_at")
    return by_day(stretch, uow.zone)


def _stretch(uow: UnitOfWork, starts_at: dt.datetime, ends_at: dt.datetime, field: str) -> Stretch:
    starts, ends = (at.astimezone(dt.UTC).replace(microsecond=0) for at in (starts_at, ends_at))
    if ends > uow.now + dt.timedelta(minutes=1):
        raise Invalid("time.future", field=field)
    if ends <= starts or starts < _OLDEST:
        raise Invalid("time.bad_stretch", field=field)
    return Stretch(starts, ends)


def _taken(uow: UnitOfWork, user_id: int, stretch: Stretch, but: TimeEntry | None = None) -> list[Stretch]:
    """What this person spent already around that time; entries never last longer than a day."""
    day = dt.timedelta(days=1, hours=1)
    stored = select(TimeEntry).where(
        TimeEntry.user_id == user_id,
        TimeEntry.starts_at >= stretch.starts_at - day,
        TimeEntry.starts_at < stretch.ends_at,
        TimeEntry.removed_at.is_(None),
    )
    rows = (row for row in uow.session.scalars(stored) if but is None or row.id != but.id)
    return [Stretch(row.starts_at, row.ends_at) for row in rows if row.ends_at > row.starts_at]


def _programs(uow: UnitOfWork, patient_id: int) -> list[str]:
    stored = select(ProgramEnrolment.program).where(
        ProgramEnrolment.patient_id == patient_id,
        ProgramEnrolment.status == ACTIVE,
        ProgramEnrolment.removed_at.is_(None),
    )
    found = set(uow.session.scalars(stored))
    return [program for program in content.timed() if program in found]


def _program(uow: UnitOfWork, patient_id: int, wanted: str) -> str | None:
    """The program time is given to: one the patient is in, the only one when none is named."""
    known = _programs(uow, patient_id)
    if wanted and wanted not in known:
        raise Invalid("time.other_program", field="program")
    return wanted or (known[0] if len(known) == 1 else None)


def _check_activity(activity: str) -> None:
    if activity not in ACTIVITIES:
        raise Invalid("time.bad_activity", field="activity")


def _entry(
    uow: UnitOfWork, patient_id: int, piece: Stretch, told: tuple[str | None, str, str, str | None]
) -> TimeEntry:
    program, activity, source, reason = told
    return TimeEntry(
        patient_id=patient_id,
        user_id=uow.actor.user_id,
        role=uow.actor.role,
        program=program,
        activity=activity,
        source=source,
        starts_at=piece.starts_at,
        ends_at=piece.ends_at,
        reason=reason,
    )


def _saved(uow: UnitOfWork, patient_id: int, entries: int) -> TimeSaved:
    if not entries:
        return TimeSaved(0, Changes())
    uow.session.flush()
    return TimeSaved(entries, Changes.of(KIND, patient_id=patient_id, action_id=uow.action_id))
