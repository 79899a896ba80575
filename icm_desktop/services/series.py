"""Series of visits: booked in one act, and moved or cancelled from one visit on without losing what was."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlalchemy import select

from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment, AppointmentSeries
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.series import ALL, FOLLOWING, ONE, BookSeries, CancelSeries, ChangeSeries, SeriesSaved
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.timeslots import FARTHEST, Span, earliest_start, local_to_utc, visit_span
from icm_desktop.errors import Conflict, Invalid, NotFound, UserError
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.appointments import by_ids
from icm_desktop.queries.availability import wanted_of
from icm_desktop.queries.booking_rules import place
from icm_desktop.queries.series import preview, rule_of
from icm_desktop.services.cleaning import line, with_lines
from icm_desktop.services.rows import current

LONGEST_TEXT = 1000
_SCOPES = (ONE, FOLLOWING, ALL)


@requires(Privilege.APPOINTMENTS)
def book_series(uow: UnitOfWork, request: BookSeries) -> SeriesSaved:
    """Book every date of a series but those left out: all of them, or none.

    Raises:
        Conflict: scheduling.series_stuck with the first date that cannot be booked.
        Invalid: scheduling.series_empty, patient_deceased, too_long, and those of the preview.
        NotFound: patients.unknown.
    """
    plan = request.plan
    patient = uow.session.get(Patient, plan.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown", "patient_id")
    if patient.deceased:
        raise Invalid("scheduling.patient_deceased", "patient_id")
    plan = with_lines(plan, "reason", longest=LONGEST_TEXT)
    wanted = [each for each in preview(uow, plan).dates if each.on not in request.without]
    if not wanted:
        raise Invalid("scheduling.series_empty", "times")
    stuck = [each.on for each in wanted if each.code is not None]
    if stuck:
        raise Conflict("scheduling.series_stuck", "times", on=stuck[0], count=len(stuck))
    rule = rule_of(uow, plan)
    series = AppointmentSeries(
        patient_id=plan.patient_id, every=rule.every, unit=rule.unit, starts_on=rule.starts_on, times=rule.times,
        until=rule.until, at=f"{plan.first:%H:%M}", time_zone=uow.zone.key, minutes=plan.minutes,
    )  # fmt: skip
    uow.session.add(series)
    uow.session.flush()
    rows = []
    for each in wanted:
        row = Appointment(
            patient_id=plan.patient_id, minutes=plan.minutes, time_zone=uow.zone.key, status=states.BOOKED,
            appointment_type_id=plan.type_id, reason=plan.reason, sensitive=plan.sensitive,
            series_id=series.id, series_on=each.on,
        )  # fmt: skip
        _put(uow, row, plan.clinician_id, each.starts_at)
        uow.session.add(row)
        uow.session.flush()  # the next date is checked against this one
        rows.append(row)
    return _saved(uow, rows)


@requires(Privilege.APPOINTMENTS)
def change_series(uow: UnitOfWork, request: ChangeSeries) -> SeriesSaved:
    """Move one visit, it and the following, or all to come; those moved on their own earlier stay where they are.

    "Following" begins a series of its own from that visit on, so that the rule of those before stays as it was.

    Raises:
        Conflict: scheduling.series_stuck, changed_meanwhile.
        Invalid: scheduling.not_movable, not_in_a_series, past, too_far.
        NotFound: set_up.gone.
    """
    row, series = _visit(uow, request.appointment_id, request.expected_version, request.scope)
    if row.status not in states.COMING:
        raise Invalid("scheduling.not_movable", "starts_at", status=row.status)
    here, first = _local(uow, row), request.first
    rows = _rows(uow, row, series, request.scope)
    regular = [each for each in rows if each is row or _by_rule(uow, each, series)]
    shift = first.date() - here.date()
    if request.scope == FOLLOWING:
        series = _split(uow, series, row, first)
    elif request.scope == ALL:
        series.at, series.starts_on = f"{first:%H:%M}", series.starts_on + shift
        series.until = series.until + shift if series.until else None
    # The last ones first when all move on, so that none meets a neighbour that has yet to move.
    for each in sorted(regular, key=_start, reverse=shift >= dt.timedelta()):
        day = (_local(uow, each).date() if each is row else each.series_on or here.date()) + shift
        if request.scope != ONE:
            each.series_id, each.series_on = series.id, day
        starts_at = local_to_utc(dt.datetime.combine(day, first.time()), uow.zone).choices[0]
        _check_day(uow, starts_at)
        try:
            _put(uow, each, request.clinician_id or each.practitioner_id, starts_at)
        except UserError as error:
            raise Conflict("scheduling.series_stuck", "starts_at", on=day, count=1) from error
        uow.session.flush()
    return replace(_saved(uow, regular), left_alone=len(rows) - len(regular))


@requires(Privilege.APPOINTMENTS)
def cancel_series(uow: UnitOfWork, request: CancelSeries) -> SeriesSaved:
    """Cancel one visit, it and the following, or all to come; the visits stay on file with the reason.

    Raises:
        Conflict: scheduling.changed_meanwhile.
        Invalid: scheduling.reason_missing, not_in_a_series, too_long.
        NotFound: set_up.gone.
    """
    row, series = _visit(uow, request.appointment_id, request.expected_version, request.scope)
    reason = line("reason", request.reason, LONGEST_TEXT)
    if reason is None:
        raise Invalid("scheduling.reason_missing", "reason")
    rows = _rows(uow, row, series, request.scope)
    for each in rows:
        each.status, each.cancel_reason = states.CANCELLED, reason
    if request.scope != ONE:
        series.until = min(each.series_on for each in rows if each.series_on) - dt.timedelta(days=1) if rows else None
    return _saved(uow, rows)


def _visit(uow: UnitOfWork, row_id: int, version: int, scope: str) -> tuple[Appointment, AppointmentSeries]:
    row = current(uow.session, Appointment, row_id, version)
    series = uow.session.get(AppointmentSeries, row.series_id) if row.series_id is not None else None
    if series is None or scope not in _SCOPES or row.starts_at is None:
        raise Invalid("scheduling.not_in_a_series", "scope")
    return row, series


def _rows(uow: UnitOfWork, row: Appointment, series: AppointmentSeries, scope: str) -> list[Appointment]:
    """The visits of a scope that are still to come; what was is never touched."""
    if scope == ONE:
        return [row]
    wanted = select(Appointment).where(
        Appointment.series_id == series.id, Appointment.removed_at.is_(None), Appointment.starts_at > uow.now,
    )  # fmt: skip
    if scope == FOLLOWING:
        wanted = wanted.where(Appointment.series_on >= row.series_on)
    found = uow.session.scalars(wanted.order_by(Appointment.starts_at)).all()
    return [each for each in found if each.status in states.COMING]


def _by_rule(uow: UnitOfWork, row: Appointment, series: AppointmentSeries) -> bool:
    """Whether a visit is when the rule says."""
    local = _local(uow, row)
    return local.date() == row.series_on and f"{local:%H:%M}" == series.at


def _split(uow: UnitOfWork, old: AppointmentSeries, row: Appointment, first: dt.datetime) -> AppointmentSeries:
    before = uow.session.scalars(
        select(Appointment.series_on).where(Appointment.series_id == old.id, Appointment.series_on < row.series_on)
    ).all()
    new = AppointmentSeries(
        patient_id=old.patient_id, every=old.every, unit=old.unit, starts_on=first.date(), until=old.until,
        times=old.times - len(before) if old.times else None, at=f"{first:%H:%M}", time_zone=uow.zone.key,
        minutes=old.minutes, split_from_id=old.id,
    )  # fmt: skip
    uow.session.add(new)
    uow.session.flush()
    if row.series_on is not None:
        old.until = row.series_on - dt.timedelta(days=1)
    return new


def _put(uow: UnitOfWork, row: Appointment, clinician_id: int | None, starts_at: dt.datetime) -> None:
    clinician = uow.session.get(Practitioner, clinician_id)
    if clinician is None:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    length = visit_span(row.starts_at or starts_at, row.ends_at if row.starts_at else None, row.minutes)
    span = Span(starts_at, starts_at + (length.ends_at - length.starts_at))
    takes, _ = place(uow, clinician, span, wanted_of(uow, row.appointment_type_id, row.patient_id, row.id))
    row.practitioner_id, row.starts_at, row.ends_at = clinician.id, span.starts_at, span.ends_at
    row.site_id, row.room_id, row.equipment_id = takes.site_id, takes.room_id, takes.equipment_id
    row.overbook_reason = None


def _check_day(uow: UnitOfWork, starts_at: dt.datetime) -> None:
    if starts_at < earliest_start(uow.now):
        raise Invalid("scheduling.past", "starts_at")
    if starts_at > uow.now + dt.timedelta(days=FARTHEST):
        raise Invalid("scheduling.too_far", "starts_at", days=FARTHEST)


def _start(row: Appointment) -> dt.datetime:
    assert row.starts_at is not None  # noqa: S101  a visit of a series always has a time
    return row.starts_at


def _local(uow: UnitOfWork, row: Appointment) -> dt.datetime:
    return _start(row).astimezone(uow.zone)


def _saved(uow: UnitOfWork, rows: list[Appointment]) -> SeriesSaved:
    uow.session.flush()
    patient_id = rows[0].patient_id if rows else None
    changes = Changes.of("appointment", patient_id=patient_id, action_id=uow.action_id)
    return SeriesSaved(by_ids(uow, tuple(row.id for row in rows)), changes)
