"""Fills an empty database with a generated practice: the same one for the same number, seed and day."""

from __future__ import annotations

import functools
from collections import Counter

from sqlalchemy import select

from db.bulk import insert_bulk, next_id
from db.models.patient import Patient
from icm_desktop.changes import Changes
from icm_desktop.contracts.sample import Filled
from icm_desktop.errors import Invalid
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.sample.chart import add_patient
from icm_desktop.sample.clinic import Clinic, Openings
from icm_desktop.sample.rows import Ids, Rows
from icm_desktop.services.demo_clinic import PATIENTS_A_TEAM, set_up, tell_feeds

_SLICE = 180  # patients in one transaction; nobody else works in a practice that is being made


@long_work
@requires(Privilege.SETTINGS)
def fill(practice: OpenPractice, patients: int, seed: int, *, progress: Progress) -> Filled:
    """Make clinicians, places to refer to and `patients` patients with records, plans and calendars.

    The first patients are the same however many follow.

    Raises:
        Invalid: cli.not_empty when there are patients already.
        JobCancelled: the patients made so far stay.
    """
    with practice.write("services.demo.fill") as uow:
        if uow.session.execute(select(Patient.id).limit(1)).first() is not None:
            raise Invalid("cli.not_empty")
        clinic = set_up(uow, patients, seed)
    counts = Counter[str]()
    for first in range(1, patients + 1, PATIENTS_A_TEAM):
        openings = _team(clinic, first)
        last = min(patients, first + PATIENTS_A_TEAM - 1)
        for start in range(first, last + 1, _SLICE):
            end = min(last, start + _SLICE - 1)
            counts.update(_make(practice, (start, end), seed, clinic, openings))
            progress.step(end, patients)
    with practice.write("services.demo.fill") as uow:
        tell_feeds(uow, clinic.feeds)
    return Filled(patients, seed, tuple(sorted(counts.items())), Changes.of("patient", "appointment", "plan_action"))


def _team(clinic: Clinic, first: int) -> Openings:
    """The open time of the clinicians that see the patients from number `first` on."""
    start = (first - 1) // PATIENTS_A_TEAM * clinic.a_team
    return Openings(clinic, clinic.clinicians[start : start + clinic.a_team])


def _make(
    practice: OpenPractice, numbers: tuple[int, int], seed: int, clinic: Clinic, openings: Openings
) -> dict[str, int]:
    """Make the patients from one number to another in one transaction; how many rows of each table."""
    with practice.write("services.demo.fill") as uow:
        rows = Rows(Ids(functools.partial(next_id, uow)))
        for number in range(numbers[0], numbers[1] + 1):
            add_patient(rows, number, seed, clinic, openings)
        added = rows.by_table()
        insert_bulk(uow, "sample.rows", None, added)  # one event a slice: a person each would take twice the time
        return {table: len(each) for table, each in added.items()}
