"""Makes every list of the front desk long: a generated practice on its busiest day, for pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from db.bulk import insert_bulk
from db.models.patient import Patient
from db.models.practice import Practitioner, WorkingHours
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.content.sample import sample
from icm_desktop.domain import appointment_states as states
from icm_desktop.permissions import Privilege, requires
from icm_desktop.sample.chance import dice
from icm_desktop.sample.clinic import Clinic, Kind

ROWS = 500  # at least so many in each list, where there are patients enough
_COLUMNS = 14  # more clinicians, each with a visit every quarter of an hour from eight to five
_OPENS, _VISITS, _MINUTES = 8, 36, 15
_DAY, _YEAR = dt.timedelta(days=1), dt.timedelta(days=365)
_TODAY = (states.BOOKED, states.ARRIVED, states.BOOKED, states.ARRIVED, states.FULFILLED, states.BOOKED, states.NO_SHOW)
_LONG_AGO = 45  # days since somebody quiet was reached, more than the shipped policy waits


@requires(Privilege.SETTINGS)
def crowd(uow: UnitOfWork, clinic: Clinic, seed: int) -> None:
    """Full days today and on the next working day, and many who are to be called, booked again or asked."""
    ids = list(uow.session.scalars(select(Patient.id).where(~Patient.deceased).order_by(Patient.id)))
    if not ids:
        return
    kind = clinic.kinds["Blood pressure check"]
    clinicians = [_clinician(uow, clinic, seed, place) for place in range(_COLUMNS)]
    coming = next(day for ahead in range(1, 30) if not clinic.closed(day := uow.today + ahead * _DAY))
    visits = [*_full_day(uow, kind, clinicians, ids, uow.today), *_full_day(uow, kind, clinicians, ids, coming)]
    rest = ids[_COLUMNS * _VISITS :] or ids
    lists = {
        "appointment": [*visits, *_not_taken(uow, kind, clinicians, rest[:ROWS])],
        "plan_action": list(_due(uow, kind, rest[ROWS : 2 * ROWS])),
        "wait_list_entry": list(_waiting(uow, kind, ids[:ROWS])),
        "contact_log": list(_quiet(uow, clinic)),
    }
    insert_bulk(uow, "sample.rows", None, lists)


def _clinician(uow: UnitOfWork, clinic: Clinic, seed: int, place: int) -> int:
    rng = dice(seed, "crowd", place)
    group = rng.choice(sample("people")["group"])
    row = Practitioner(family=rng.choice(group["family"]), given=rng.choice(group["female"]), prefix="Dr.", inside=True)
    row.default_site_id = clinic.clinicians[0].site_id
    uow.session.add(row)
    uow.session.flush()
    for weekday in range(7):
        hours = {"weekday": weekday, "starts": "08:00", "ends": "17:00", "site_id": row.default_site_id}
        uow.session.add(WorkingHours(practitioner_id=row.id, **hours))
    return row.id


def _visit(
    uow: UnitOfWork, kind: Kind, patient_id: int, clinician_id: int, when: tuple[dt.date, int]
) -> dict[str, Any]:
    day, place = when
    opens = dt.datetime.combine(day, dt.time(_OPENS), uow.zone)
    starts_at = (opens + dt.timedelta(minutes=_MINUTES * place)).astimezone(dt.UTC)
    return {
        "patient_id": patient_id,
        "starts_at": starts_at,
        "ends_at": starts_at + dt.timedelta(minutes=_MINUTES),
        "time_zone": uow.zone.key,
        "minutes": _MINUTES,
        "practitioner_id": clinician_id,
        "appointment_type_id": kind.id,
        "status": states.BOOKED,
        "reason": "Home numbers and cuff check",
    }


def _full_day(
    uow: UnitOfWork, kind: Kind, clinicians: Sequence[int], ids: Sequence[int], day: dt.date
) -> Iterator[dict[str, Any]]:
    for number in range(_COLUMNS * _VISITS):
        column, place = divmod(number, _VISITS)
        row = _visit(uow, kind, ids[number % len(ids)], clinicians[column], (day, place))
        if day == uow.today:
            row["status"] = _TODAY[number % len(_TODAY)]
            if row["status"] == states.ARRIVED:
                row["arrived_at"] = uow.now - dt.timedelta(minutes=number % 50)
        yield row


def _not_taken(uow: UnitOfWork, kind: Kind, clinicians: Sequence[int], ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Cancelled and missed visits of the past three weeks."""
    for number, patient_id in enumerate(ids):
        when = (uow.today - (1 + number // 25) * _DAY, number % _VISITS)
        row = _visit(uow, kind, patient_id, clinicians[number % len(clinicians)], when)
        missed = number % 3 == 0
        yield (
            row | {"status": states.NO_SHOW}
            if missed
            else row
            | {
                "status": states.CANCELLED,
                "cancel_reason": sample("texts")["visit"]["cancelled"][0],
            }
        )


def _due(uow: UnitOfWork, kind: Kind, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Plan actions that ask for a visit, due these days."""
    for number, patient_id in enumerate(ids):
        yield {
            "patient_id": patient_id,
            "text": "Blood pressure check with the nurse",
            "status": "not-started",
            "due_on": uow.today - (number % 30) * _DAY,
            "appointment_type_id": kind.id,
        }


def _waiting(uow: UnitOfWork, kind: Kind, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    for number, patient_id in enumerate(ids):
        yield {
            "patient_id": patient_id,
            "appointment_type_id": kind.id,
            "minutes": _MINUTES,
            "days": "" if number % 3 else "024",
            "part_of_day": None if number % 2 else "morning",
            "urgent": number % 10 == 0,
            "since": uow.today - (number % 40) * _DAY,
        }


def _quiet(uow: UnitOfWork, clinic: Clinic) -> Iterator[dict[str, Any]]:
    """People in a coordinator's care whom nobody reached or saw for long, and nothing is booked."""
    coordinators = [user_id for user_id, _ in clinic.coordinators]
    lately = uow.now - dt.timedelta(days=_LONG_AGO)
    seen = select(Appointment.patient_id).where(Appointment.starts_at > lately)
    wanted = select(Patient).where(~Patient.deceased, Patient.id.not_in(seen)).order_by(Patient.id.desc()).limit(ROWS)
    for number, patient in enumerate(uow.session.scalars(wanted)):
        patient.coordinator_id = coordinators[number % len(coordinators)]
        patient.created_at = lately - 2 * _YEAR  # who was registered only now is not quiet yet
        yield {
            "patient_id": patient.id,
            "at": lately - (number % 90) * _DAY,
            "by_user_id": patient.coordinator_id,
            "channel": "phone",
            "outcome": "reached",
        }
