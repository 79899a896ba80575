"""Who was a member when, which group each patient belongs to, and who is in a cohort."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import func, or_, select

from db import population_work
from db.models.coverage import Coverage
from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.models.programs import ProgramEnrolment
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.content import pathways as pathway_content
from icm_desktop.content import programs
from icm_desktop.contracts.outcomes import POPULATION, PROGRAM, CohortChoice
from icm_desktop.domain import moments
from icm_desktop.domain.programs import ACTIVE, ENDED, ON_HOLD
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.measuring.strata import keys_of, named
from icm_desktop.queries.outcomes.facts import MemberMonths
from icm_desktop.queries.populations.lists import every
from icm_desktop.queries.risk_levels import LISTS

Key = int | str | None
Names = Mapping[Key, str | None]
_EARLIEST = dt.date(1900, 1, 1)


@requires(Privilege.CLINICAL_READ)
def member_months(uow: UnitOfWork, *, insured_only: bool) -> MemberMonths:
    """Months in which patients are members up to today.

    By their recorded insurance; where none is recorded they are members from the day they are known here, unless only
    the insured count. An insurance without a beginning counts from that day too.
    """
    known = _known_since(uow)
    return MemberMonths(_spans(uow, known, insured_only=insured_only))


def _spans(
    uow: UnitOfWork, known: Mapping[int, tuple[dt.date, dt.date]], *, insured_only: bool
) -> Iterator[tuple[int, dt.date, dt.date]]:
    row = Coverage
    wanted = select(row.patient_id, row.status, row.starts_on, row.ends_on).where(
        row.removed_at.is_(None), or_(row.status.is_(None), row.status == "active")
    )
    insured: set[int] = set()
    for patient_id, _status, starts, ends in uow.session.execute(wanted):
        if patient_id not in known:
            continue
        since, until = known[patient_id]
        insured.add(patient_id)
        first = moments.span(starts, uow.zone).first if starts else since
        last = moments.span(ends, uow.zone).last if ends else until
        yield patient_id, first, min(last, until)
    if not insured_only:
        yield from ((one, *span) for one, span in known.items() if one not in insured)


def _known_since(uow: UnitOfWork) -> dict[int, tuple[dt.date, dt.date]]:
    """From when each patient is known here, until when: today, or the end of the month of death."""
    first = dict(
        uow.session.execute(
            select(Appointment.patient_id, func.min(Appointment.starts_at))
            .where(Appointment.starts_at.is_not(None), Appointment.removed_at.is_(None))
            .group_by(Appointment.patient_id)
        ).all()
    )
    people = select(Patient.id, Patient.created_at, Patient.deceased, Patient.deceased_on)
    found: dict[int, tuple[dt.date, dt.date]] = {}
    for patient_id, made, deceased, died in uow.session.execute(people.where(Patient.removed_at.is_(None))):
        visit = first.get(patient_id)
        days = [at.astimezone(uow.zone).date() for at in (made, visit) if at is not None]
        until = uow.today
        if deceased and died:
            day = moments.span(died, uow.zone).last
            until = min(until, day.replace(day=max(day.day, 15)))  # the month of death counts
        found[patient_id] = (min(days, default=_EARLIEST), until)
    return found


@requires(Privilege.CLINICAL_READ)
def groups_of(uow: UnitOfWork, by: str, end: dt.date) -> tuple[dict[int, Key], Names]:
    """The group of every patient, None where it is not known, and what each group is called."""
    if not by or by == "pathway":
        return {}, {}
    known, names = _known_groups(uow, by, end)
    everybody = uow.session.scalars(select(Patient.id).where(Patient.removed_at.is_(None)))
    return {one: known.get(one) for one in everybody}, names


def _known_groups(uow: UnitOfWork, by: str, end: dt.date) -> tuple[Mapping[int, Key], Names]:
    if by != "risk":
        known = {one: key for one, key in uow.session.execute(keys_of(by, uow, end)) if key is not None}
        return known, named(by, uow, set(known.values()))
    kept = population_work.reckoned(uow.session.connection())
    lists = {name: level for level, name in LISTS.items() if name in kept}
    members = ((level, population_work.members(uow.session.connection(), name)) for name, level in lists.items())
    return {one: level for level, ids in members for one in ids}, {}


@requires(Privilege.CLINICAL_READ)
def pathway_members(uow: UnitOfWork) -> dict[str, set[int]]:
    """Who is in each pathway today: somebody may be in several."""
    row = PathwayEnrolment
    wanted = select(row.pathway, row.patient_id).where(row.status == "enrolled", row.removed_at.is_(None))
    found: dict[str, set[int]] = {}
    for pathway, patient_id in uow.session.execute(wanted):
        found.setdefault(pathway, set()).add(patient_id)
    return found


def pathway_title(pathway: str) -> Mapping[str, str]:
    """What a pathway is called."""
    known = next((one for one in pathway_content.pathways() if one.id == pathway), None)
    return {"en": known.title, "es": known.title_es} if known else {"en": pathway, "es": pathway}


@requires(Privilege.CLINICAL_READ)
def cohort(uow: UnitOfWork, name: str) -> frozenset[int] | None:
    """Who is in a cohort; None: everybody.

    Raises:
        NotFound: outcomes.no_cohort.
    """
    if not name:
        return None
    if name.startswith(POPULATION):
        return frozenset(population_work.members(uow.session.connection(), name.removeprefix(POPULATION)))
    if name.startswith(PROGRAM):
        row = ProgramEnrolment
        wanted = select(row.patient_id).where(
            row.program == name.removeprefix(PROGRAM), row.status.in_((ACTIVE, ON_HOLD, ENDED)),
            row.removed_at.is_(None),
        )  # fmt: skip
        return frozenset(uow.session.scalars(wanted))
    raise NotFound("outcomes.no_cohort")


@requires(Privilege.CLINICAL_READ)
def chosen_for_use(uow: UnitOfWork, name: str) -> bool:
    """Whether the people of a cohort were chosen because of high use."""
    population = every(uow).get(name.removeprefix(POPULATION)) if name.startswith(POPULATION) else None
    return population is not None and population.chosen_for_use


@requires(Privilege.CLINICAL_READ)
def cohorts(uow: UnitOfWork) -> tuple[CohortChoice, ...]:
    """Every population that was reckoned and every program with somebody in it."""
    kept = population_work.reckoned(uow.session.connection())
    found = [
        CohortChoice(f"{POPULATION}{one.id}", one.title, kept[one.id].members, one.chosen_for_use)
        for one in every(uow).values() if one.id in kept
    ]  # fmt: skip
    row = ProgramEnrolment
    counted = select(row.program, func.count(row.patient_id.distinct())).where(
        row.status.in_((ACTIVE, ON_HOLD, ENDED)), row.removed_at.is_(None)
    )
    known: Any = programs.by_id()
    for program, count in uow.session.execute(counted.group_by(row.program)):
        if program in known:
            title = {"en": known[program].title, "es": known[program].title_es}
            found.append(CohortChoice(f"{PROGRAM}{program}", title, count, chosen_for_use=False))
    return tuple(found)
