"""Populations are reckoned, rules made here are kept, and people of a list are assigned, enrolled or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import audit, population_work
from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.models.populations import PopulationExclusion, PopulationRule
from db.population_work import Reckoned
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.populations import as_raw, names
from icm_desktop.contracts.common import TakeAway
from icm_desktop.contracts.populations import (
    AssignMembers,
    EnrolMembers,
    ExcludeMembers,
    MembersSaved,
    PopulationsReckoned,
    RuleSaved,
    SaveRule,
)
from icm_desktop.domain.populations import Population, Unclear, check
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.populations.lists import OWN, content_of, every
from icm_desktop.queries.populations.reckoning import Reckoning
from icm_desktop.services import lines
from icm_desktop.services.rows import current
from icm_desktop.services.team_lead import set_lead

if TYPE_CHECKING:  # which imports services itself
    from icm_desktop.practice import OpenPractice

KIND = "population"
ACTION = "services.populations.reckon"
_LONGEST = 500


@long_work
@requires(Privilege.CLINICAL_READ)
def reckon(practice: OpenPractice, population: str = "", *, progress: Progress) -> PopulationsReckoned:
    """Make every list (or one) anew from the records as they are. Each is a transaction of its own.

    Raises:
        NotFound: populations.unknown.
        JobCancelled: by `progress`; lists that were made stay.
    """
    with practice.read() as uow:
        every_one = every(uow)
    wanted = [every_one[population]] if population in every_one else [] if population else list(every_one.values())
    if population and not wanted:
        raise NotFound("populations.unknown")
    for number, one in enumerate(wanted):
        progress.step(number, len(wanted))
        _make(practice, one)
    progress.step(len(wanted), len(wanted))
    return PopulationsReckoned(len(wanted), Changes.of(KIND))


def _make(practice: OpenPractice, population: Population) -> None:
    with practice.read() as uow:
        known = audit.last_event(uow.session.connection())
        members = [one for some in Reckoning(uow).members(population) for one in some]
    with practice.write(ACTION) as uow:
        connection, today = uow.session.connection(), uow.today.isoformat()
        before = population_work.reckoned(connection).get(population.id)
        content = content_of(population)
        if before is not None and population.own_id is not None and before.content != content:
            population_work.forget(connection, population.id)  # another rule: its people did not join or leave
            before = None
        made = Reckoned(
            population.id, before.first_on if before else today, today, audit.utc_text(uow.now), known, content,
            len(members),
        )  # fmt: skip
        population_work.store(connection, made, members)


@requires(Privilege.CLINICAL_WRITE)
def save_rule(uow: UnitOfWork, request: SaveRule) -> RuleSaved:
    """Keep a rule made here.

    Raises:
        NotFound, Conflict: set_up.gone, set_up.changed_meanwhile.
        Invalid: populations.title_missing; populations.rule_* where the rule cannot be asked; registration.too_long.
    """
    title = lines.needed(request.title, "title", "populations.title_missing")
    try:
        check(request.criteria, names())
    except Unclear as error:
        raise Invalid(f"populations.rule_{error.code}", "criteria") from error
    values: dict[str, Any] = {
        "title": title,
        "about": lines.line(request.about, "about", _LONGEST),
        "criteria": as_raw(request.criteria),
        "chosen_for_use": request.chosen_for_use,
    }
    if request.rule_id is None:
        row = PopulationRule(**values)
        uow.session.add(row)
    else:
        row = current(uow.session, PopulationRule, request.rule_id, request.expected_version)
        for name, value in values.items():
            setattr(row, name, value)
    uow.session.flush()
    return RuleSaved(f"{OWN}{row.id}", Changes.of(KIND, action_id=uow.action_id))


@requires(Privilege.CLINICAL_WRITE)
def remove_rule(uow: UnitOfWork, request: TakeAway) -> RuleSaved:
    """Take a rule made here away; what is kept of its list goes with it.

    Raises:
        NotFound, Conflict: set_up.gone, set_up.changed_meanwhile.
    """
    row = current(uow.session, PopulationRule, request.row_id, request.expected_version)
    row.removed_at = uow.now
    population_work.forget(uow.session.connection(), f"{OWN}{row.id}")
    return RuleSaved(f"{OWN}{row.id}", Changes.of(KIND, action_id=uow.action_id))


@requires(Privilege.CLINICAL_WRITE)
def assign(uow: UnitOfWork, request: AssignMembers) -> MembersSaved:
    """Give patients a coordinator; who has that one already stays as they are.

    Raises:
        Invalid: team.no_such_user, team.lead_ends.
    """
    done = 0
    for patient_id in request.patient_ids:
        patient = _patient(uow, patient_id)
        if patient.coordinator_id != request.user_id:
            set_lead(uow, patient, request.user_id)
            done += 1
    return _saved(uow, done, len(request.patient_ids) - done, "care_team", "patient")


@requires(Privilege.CLINICAL_WRITE)
def enrol(uow: UnitOfWork, request: EnrolMembers) -> MembersSaved:
    """Put patients of a list into a pathway the practice uses; who is in it already is left as they are.

    Raises:
        NotFound: populations.unknown, patients.unknown.
        Invalid: populations.pathway_not_in_use.
    """
    population = _known(uow, request.population)
    if request.pathway not in in_use(uow).digests:
        raise Invalid("populations.pathway_not_in_use", "pathway")
    inside = {
        row.patient_id
        for row in uow.session.query(PathwayEnrolment).filter(
            PathwayEnrolment.pathway == request.pathway, PathwayEnrolment.status == "enrolled",
            PathwayEnrolment.removed_at.is_(None), PathwayEnrolment.patient_id.in_(request.patient_ids),
        )
    }  # fmt: skip
    fresh = [one for one in request.patient_ids if one not in inside]
    for patient_id in fresh:
        uow.session.add(
            PathwayEnrolment(
                patient_id=_patient(uow, patient_id).id, pathway=request.pathway, status="enrolled",
                entered_on=uow.today, evidence=population.title["en"],
            )
        )  # fmt: skip
    return _saved(uow, len(fresh), len(inside), "pathway", "worklist")


@requires(Privilege.CLINICAL_WRITE)
def exclude(uow: UnitOfWork, request: ExcludeMembers) -> MembersSaved:
    """Leave patients out of a list; they stand on it as left out, with the reason.

    Raises:
        NotFound: populations.unknown, patients.unknown.
        Invalid: populations.reason_missing, populations.bad_until; registration.too_long.
    """
    _known(uow, request.population)
    reason = lines.needed(request.reason, "reason", "populations.reason_missing")
    if request.until_on is not None and request.until_on < uow.today:
        raise Invalid("populations.bad_until", "until_on")
    for patient_id in request.patient_ids:
        uow.session.add(
            PopulationExclusion(
                population=request.population, patient_id=_patient(uow, patient_id).id, reason=reason,
                excluded_on=uow.today, until_on=request.until_on,
            )
        )  # fmt: skip
    return _saved(uow, len(request.patient_ids), 0)


@requires(Privilege.CLINICAL_WRITE)
def include_again(uow: UnitOfWork, request: TakeAway) -> MembersSaved:
    """End an exclusion.

    Raises:
        NotFound, Conflict: set_up.gone, set_up.changed_meanwhile.
    """
    row = current(uow.session, PopulationExclusion, request.row_id, request.expected_version)
    row.removed_at = uow.now
    return _saved(uow, 1, 0)


def _known(uow: UnitOfWork, population: str) -> Population:
    found = every(uow).get(population)
    if found is None:
        raise NotFound("populations.unknown")
    return found


def _patient(uow: UnitOfWork, patient_id: int) -> Patient:
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    return patient


def _saved(uow: UnitOfWork, patients: int, left_out: int, *kinds: str) -> MembersSaved:
    uow.session.flush()
    return MembersSaved(patients, left_out, Changes.of(KIND, *kinds, action_id=uow.action_id))
