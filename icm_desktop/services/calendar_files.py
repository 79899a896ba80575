"""Visits as .ics for other programs, and visits elsewhere from .ics and CSV: read in one act, taken back in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from db.models.patient import Patient
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.calendar_files import (
    FULL_NAME,
    INITIALS,
    NAMES,
    CalendarFile,
    ExportCalendar,
    ImportVisits,
    NotUnderstood,
    VisitsImported,
)
from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.timeslots import visit_span
from icm_desktop.errors import Invalid
from icm_desktop.exchange.calendar import CANCELLED, CONFIRMED, TENTATIVE, CalendarEvent, Unread, read_any, write_events
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.appointments import between, of_patient
from icm_desktop.queries.availability import Wanted
from icm_desktop.queries.booking_rules import patient_busy
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.services.disclosing import OPERATIONS, TO_PATIENT, Leaving, disclose

MOST_BYTES = 5_000_000
_SENT = {states.CANCELLED: CANCELLED, states.NO_SHOW: CANCELLED, states.PENDING: TENTATIVE, states.PROPOSED: TENTATIVE}


@requires(Privilege.APPOINTMENTS)
def export(uow: UnitOfWork, request: ExportCalendar) -> CalendarFile:
    """An .ics file of the visits, cancelled ones as such; who wrote it and how much is in the audit record.

    A visit keeps its UID for good, and its SEQUENCE grows with every change, so that a calendar that reads the file
    again moves the entry instead of adding one.

    Raises:
        Invalid: scheduling.names_not_allowed.
    """
    if request.names not in NAMES or NAMES.index(request.names) > practice_policies(uow).names_in_files:
        raise Invalid("scheduling.names_not_allowed", "names")
    rows = [row for row in _rows(uow, request) if request.clinician_id in (None, row.clinician_id)]
    events = [_event(uow, row, request.names) for row in rows]
    uow.record(
        "calendar.exported", patient_id=request.patient_id,
        detail={"visits": len(events), "names": request.names, "from": request.first.isoformat(),
                "to": request.last.isoformat()},
    )  # fmt: skip
    ground = OPERATIONS if request.patient_id is None else TO_PATIENT
    if events:
        disclose(uow, Leaving(request.patient_id, "calendar_file", ground, "", "", substance_use=False))
    return CalendarFile(write_events(events, uow.zone, uow.now), len(events))


def _rows(uow: UnitOfWork, request: ExportCalendar) -> list[AppointmentRow]:
    if request.patient_id is None:
        return list(between(uow, request.first, request.last))
    mine = of_patient(uow, request.patient_id)
    return [row for row in mine if request.first <= row.starts_at.astimezone(uow.zone).date() <= request.last]


def _event(uow: UnitOfWork, row: AppointmentRow, names: str) -> CalendarEvent:
    name = {
        FULL_NAME: " ".join(filter(None, (row.head.given, row.head.family))),
        INITIALS: "".join(part[0] for part in (row.head.given, row.head.family) if part),
    }.get(names, "")
    what = row.with_whom if row.outside or not name else row.type_name
    where = row.where or row.room
    if sensitive().text(what, where):  # an entry in another calendar is read by whoever sees that calendar
        what, where = None, None
    return CalendarEvent(
        uid=f"{row.id}@{uow.database.database_id}.icm", sequence=row.version - 1, starts_at=row.starts_at,
        minutes=row.minutes, summary=": ".join(filter(None, (name, what))) or "Visit", where=where,
        status=_SENT.get(row.status, CONFIRMED),
    )  # fmt: skip


@requires(Privilege.APPOINTMENTS)
def import_visits(uow: UnitOfWork, request: ImportVisits) -> VisitsImported:
    """Record the visits of a file as visits elsewhere; the same file twice changes nothing.

    Raises:
        Invalid: scheduling.no_calendar_file, scheduling.file_too_long.
    """
    if len(request.content) > MOST_BYTES:
        raise Invalid("scheduling.file_too_long", "content")
    try:
        found = read_any(request.name, request.content, uow.zone)
    except (ValueError, UnicodeDecodeError) as error:
        raise Invalid("scheduling.no_calendar_file", "content") from error
    return _Import(uow, request).run(found)


class _Import:
    """One file on its way in."""

    def __init__(self, uow: UnitOfWork, request: ImportVisits) -> None:
        self._uow, self._request = uow, request
        self._counts: Counter[str] = Counter()
        self._left: list[NotUnderstood] = []
        self._notes: list[NotUnderstood] = []
        self._whose: dict[str, int | None] = {}

    def run(self, found: Sequence[CalendarEvent | Unread]) -> VisitsImported:
        """Take every event; what was left out and what is to be looked at comes back."""
        for each in found:
            if isinstance(each, Unread):
                self._left.append(NotUnderstood(each.what, each.code))
            else:
                self._take(each)
        self._uow.session.flush()
        counts = self._counts
        changes = Changes.of("appointment", patient_id=self._request.patient_id, action_id=self._uow.action_id)
        return VisitsImported(
            counts["created"], counts["updated"], counts["cancelled"], counts["unchanged"], tuple(self._left),
            tuple(self._notes), changes,
        )  # fmt: skip

    def _take(self, event: CalendarEvent) -> None:
        if event.uid.endswith(f"@{self._uow.database.database_id}.icm"):
            self._left.append(NotUnderstood(event.summary or event.uid, "scheduling.event_is_ours"))
            return
        patient_id = self._patient(event)
        if patient_id is None:
            self._left.append(NotUnderstood(event.summary or event.uid, "scheduling.line_unknown_patient"))
            return
        known = self._uow.session.scalars(
            select(Appointment).where(
                Appointment.ical_uid == event.uid,
                Appointment.patient_id == patient_id,
                Appointment.removed_at.is_(None),
            )
        ).first()
        if known is not None and (event.sequence < (known.ical_sequence or 0) or self._same(known, event)):
            self._counts["unchanged"] += 1
            return
        if known is not None and known.status not in states.COMING:
            self._counts["unchanged"] += 1
            self._note(event, "scheduling.event_already_over")
            return
        self._write(known or Appointment(patient_id=patient_id, outside=True, ical_uid=event.uid), event, known is None)

    def _patient(self, event: CalendarEvent) -> int | None:
        record = event.record_number
        if self._request.patient_id is not None or record is None:
            return self._request.patient_id
        if record not in self._whose:
            wanted = select(Patient.id).where(Patient.record_number == record.zfill(6), Patient.removed_at.is_(None))
            self._whose[record] = self._uow.session.scalar(wanted)
        return self._whose[record]

    def _same(self, row: Appointment, event: CalendarEvent) -> bool:
        is_cancelled = event.status == CANCELLED
        return (row.starts_at, row.minutes, row.with_text, row.where_text, row.status == states.CANCELLED) == (
            event.starts_at, event.minutes, event.summary or row.with_text, event.where, is_cancelled,
        )  # fmt: skip

    def _write(self, row: Appointment, event: CalendarEvent, new: bool) -> None:
        past = event.starts_at <= self._uow.now
        if event.status == CANCELLED:
            row.status, row.cancel_reason = states.CANCELLED, "Cancelled in the calendar file"
        elif new:
            row.status = states.FULFILLED if past else states.PENDING if event.status == TENTATIVE else states.BOOKED
        row.starts_at, row.minutes = event.starts_at, event.minutes
        row.ends_at = visit_span(event.starts_at, None, event.minutes).ends_at if event.minutes else None
        row.time_zone, row.ical_sequence = self._uow.zone.key, event.sequence
        row.with_text = event.summary or row.with_text or self._request.name
        row.where_text, row.phone, row.reason = event.where, event.phone or row.phone, event.reason or row.reason
        if event.status != CANCELLED and not past:
            wanted = Wanted(patient_id=row.patient_id, moving=row.id)
            if patient_busy(self._uow, wanted, visit_span(event.starts_at, row.ends_at, event.minutes)):
                self._note(event, "scheduling.event_overlaps")
        if event.floating:
            self._note(event, "scheduling.event_without_zone")
        self._uow.session.add(row)
        self._uow.session.flush()
        self._counts["cancelled" if event.status == CANCELLED else "created" if new else "updated"] += 1

    def _note(self, event: CalendarEvent, code: str) -> None:
        self._notes.append(NotUnderstood(event.summary or event.uid, code, (("starts_at", event.starts_at),)))
