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
from icm_desktop.long_work import NoProgress, Progress, long_work, without_cycle_search
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.sample.chart import add_patient
from icm_desktop.sample.clinic import Clinic, Openings
from icm_desktop.sample.rows import Ids, Rows
from icm_desktop.services import conflict_work, pathway_work
from icm_desktop.services.demo_clinic import PATIENTS_A_TEAM, set_up, tell_feeds
from icm_desktop.services.demo_crowd import crowd
from icm_desktop.services.demo_plans import put_teams_together, sign_plans
from icm_desktop.services.demo_team import record_team_work

_SLICE = 180  # patients whose rows are in memory together
_MOST = 900  # patients in one transaction; nobody else works in a practice that is being made


@long_work
@requires(Privilege.SETTINGS)
def fill(
    practice: OpenPractice, patients: int, seed: int, crowded: bool = False, open_today: bool = False, *,
    progress: Progress,
) -> Filled:  # fmt: skip
    """Make clinicians, places to refer to and `patients` patients with records, plans and calendars.

    The first patients are the same however many follow. `crowded`: the busiest day of the practice, every list is long.
    `open_today`: the practice works today, on a weekend or a holiday too.

    Raises:
        Invalid: cli.not_empty when there are patients already.
        JobCancelled: the patients made so far stay.
    """
    with practice.write("services.demo.fill") as uow:
        if uow.session.execute(select(Patient.id).limit(1)).first() is not None:
            raise Invalid("cli.not_empty")
        clinic = set_up(uow, patients, seed, open_today=open_today)
    counts = Counter[str]()
    for first in range(1, patients + 1, PATIENTS_A_TEAM):
        openings = _team(clinic, first)
        last = min(patients, first + PATIENTS_A_TEAM - 1)
        made = first - 1
        while made < last:
            numbers = range(made + 1, min(last, made + _at_once(made)) + 1)
            counts.update(_make(practice, numbers, seed, clinic, openings))
            made = numbers[-1]
            progress.step(made, patients)
    with practice.write("services.demo.fill") as uow:
        tell_feeds(uow, clinic.feeds)
        put_teams_together(uow)
        sign_plans(uow)
        record_team_work(uow)
        if crowded:
            crowd(uow, clinic, seed)
    pathway_work.reckon(practice, progress=NoProgress())
    conflict_work.recheck(practice, progress=NoProgress())
    return Filled(patients, seed, tuple(sorted(counts.items())), Changes.of("patient", "appointment", "plan_action"))


def _team(clinic: Clinic, first: int) -> Openings:
    """The open time of the clinicians that see the patients from number `first` on."""
    start = (first - 1) // PATIENTS_A_TEAM * clinic.a_team
    return Openings(clinic, clinic.clinicians[start : start + clinic.a_team])


def _at_once(made: int) -> int:
    """How many patients go into one transaction.

    The larger the file, the more pages of indexes the rows of one patient lie on; a page is written once a transaction.
    """
    return min(max(_SLICE, made), _MOST)


def _make(practice: OpenPractice, numbers: range, seed: int, clinic: Clinic, openings: Openings) -> Counter[str]:
    """Make these patients in one transaction; how many rows of each table."""
    counts = Counter[str]()
    with without_cycle_search(), practice.write("services.demo.fill") as uow:
        for start in range(0, len(numbers), _SLICE):
            rows = Rows(Ids(functools.partial(next_id, uow)))
            for number in numbers[start : start + _SLICE]:
                add_patient(rows, number, seed, clinic, openings)
            added = rows.by_table()
            insert_bulk(uow, "sample.rows", None, added)  # one event a slice: a person each would take twice the time
            counts.update({table: len(each) for table, each in added.items()})
    return counts
