"""Fills an empty database with a generated practice: the same one for the same number, seed and day."""

from __future__ import annotations

import functools
from collections import Counter
from random import Random
from typing import Any

from sqlalchemy import select

from db.bulk import insert_bulk, next_id
from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.practice import AppointmentType, Organization, Practice, Practitioner, WorkingHours
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.sample import sample
from icm_desktop.contracts.sample import Filled
from icm_desktop.errors import Invalid
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.sample.care import add_care
from icm_desktop.sample.clinic import Clinic, Clinician, Destination, Openings
from icm_desktop.sample.person import add_person
from icm_desktop.sample.record import Writer, add_record
from icm_desktop.sample.rows import Ids, Rows

_SLICE = 200  # patients in one transaction; nobody else works in a practice that is being made
_PATIENTS_A_CLINICIAN = 900


@long_work
@requires(Privilege.SETTINGS)
def fill(practice: OpenPractice, patients: int, seed: int, *, progress: Progress) -> Filled:
    """Make clinicians, places to refer to and `patients` patients with records, plans and calendars.

    Raises:
        Invalid: cli.not_empty when there are patients already.
        JobCancelled: the patients made so far stay.
    """
    with practice.write("services.demo.fill") as uow:
        if uow.session.execute(select(Patient.id).limit(1)).first() is not None:
            raise Invalid("cli.not_empty")
        clinic = _clinic(uow, patients, Random(f"{seed}:clinic"))  # noqa: S311  repeatable, not secret
    openings, counts, done = Openings(clinic), Counter[str](), 0
    while done < patients:
        with practice.write("services.demo.fill") as uow:
            rows = Rows(Ids(functools.partial(next_id, uow)))
            for number in range(done + 1, min(done + _SLICE, patients) + 1):
                rng = Random(f"{seed}:{number}")  # noqa: S311  repeatable, not secret
                _patient(rows, rng, number, clinic, openings)
            added = rows.by_table()
            insert_bulk(uow, "sample.rows", None, added)  # one event a slice: a person each would take twice the time
            counts.update({table: len(each) for table, each in added.items()})
        done = min(done + _SLICE, patients)
        progress.step(done, patients)
    return Filled(patients, seed, tuple(sorted(counts.items())), Changes.of("patient", "appointment", "plan_action"))


def _patient(rows: Rows, rng: Random, number: int, clinic: Clinic, openings: Openings) -> None:
    coordinator = rng.choice(clinic.coordinators)[0] if clinic.coordinators else None
    person = add_person(rows, rng, number, clinic.today, coordinator)
    writer = Writer(rows, rng, clinic, person)
    add_care(writer, openings, add_record(writer))


def _clinic(uow: UnitOfWork, patients: int, rng: Random) -> Clinic:
    content = sample("clinic")
    practice = uow.session.scalars(select(Practice)).one()
    for name in ("phone", "after_hours_phone", "hours_text", "address"):
        if getattr(practice, name) is None:
            setattr(practice, name, content[name])
    types = [_row(uow, AppointmentType, each, "name", "minutes", "phrase", "bring_phrase") for each in content["type"]]
    clinicians = [_clinician(uow, each) for each in _clinicians(patients, rng)]
    return Clinic(
        zone=uow.zone,
        today=uow.today,
        clinicians=clinicians,
        destinations=[_destination(uow, each) for each in content["destination"]],
        types={row.minutes: row.id for row in reversed(types)},
        coordinators=_coordinators(uow),
    )


def _clinicians(patients: int, rng: Random) -> list[dict[str, Any]]:
    """The clinicians of the sample clinic, with colleagues when there are many patients."""
    listed, names = sample("clinic")["clinician"], sample("people")["en"]
    more = max(0, patients // _PATIENTS_A_CLINICIAN - len(listed))
    extra = [
        {**listed[0], "family": rng.choice(names["family"]), "given": rng.choice(names["female"])} for _ in range(more)
    ]
    return [*listed, *extra]


def _clinician(uow: UnitOfWork, made: dict[str, Any]) -> Clinician:
    row = _row(uow, Practitioner, made, "family", "given", "prefix", "specialty")
    row.inside, row.phone = True, sample("clinic")["phone"]
    hours = tuple((weekday, first, last) for weekday, first, last in made["hours"])
    for weekday, first, last in hours:
        uow.session.add(WorkingHours(practitioner_id=row.id, weekday=weekday, starts=first, ends=last))
    name = " ".join(filter(None, (row.prefix, row.given, row.family)))
    return Clinician(row.id, name, row.phone, hours)


def _destination(uow: UnitOfWork, made: dict[str, Any]) -> Destination:
    place = Organization(name=made["organization"], phone=made["phone"], fax=made["fax"], address=made["address"])
    uow.session.add(place)
    uow.session.flush()
    row = _row(uow, Practitioner, made, "family", "given", "specialty", "phone", "fax")
    row.organization_id, row.prefix = place.id, "Dr."
    return Destination(
        practitioner_id=row.id,
        organization_id=place.id,
        name=f"Dr. {row.given} {row.family}",
        organization=place.name,
        phone=made["phone"],
        address=made["address"],
        service=made["service"],
        visit=made["visit"],
        sensitive=made.get("sensitive", False),
    )


def _row(uow: UnitOfWork, kind: Any, made: dict[str, Any], *columns: str) -> Any:
    row = kind(**{column: made.get(column) or None for column in columns})
    uow.session.add(row)
    uow.session.flush()
    return row


def _coordinators(uow: UnitOfWork) -> list[tuple[int, str]]:
    wanted = select(UserAccount).where(UserAccount.disabled_at.is_(None)).order_by(UserAccount.id)
    users = uow.session.scalars(wanted).all()
    found = [(user.id, user.display_name) for user in users if user.role == Role.COORDINATOR.value]
    return found or [(user.id, user.display_name) for user in users if user.role != Role.FRONT_DESK.value][:1]
