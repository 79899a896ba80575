"""The chart: banner, Summary and counts of one patient."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import Patient
from db.models.plan import CareTeam, CareTeamMember, Goal, PlanAction
from db.models.practice import Organization
from db.repositories.imported_teams import of_imported_teams
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.contracts.chart import (
    Allergies,
    Banner,
    Chart,
    Clinical,
    GoalRow,
    NextDate,
    OpenReferral,
    ResultRow,
    TeamMember,
)
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.domain import appointment_states, moments
from icm_desktop.domain import goals as rules
from icm_desktop.domain.plain_text import untagged
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries import appointments, chart_facts, differences, readmissions, referrals
from icm_desktop.queries.about import photo_id
from icm_desktop.queries.alerts import in_force
from icm_desktop.queries.as_of import moment
from icm_desktop.queries.care_plan import goal_target, ordered_actions, ordered_goals
from icm_desktop.queries.chart_counts import counts
from icm_desktop.queries.heads import HEAD, head_of
from icm_desktop.queries.lookalikes import with_similar_name
from icm_desktop.queries.measurements import Trends, trends
from icm_desktop.queries.outdated_pages import sections_of
from icm_desktop.queries.owner_names import owner_of
from icm_desktop.queries.partners import synced
from icm_desktop.queries.provenance import provenance, sources_of
from icm_desktop.queries.sources import sources
from icm_desktop.queries.team_summary import own_team

_CLOSED = "closed"
_TEAM_AT_WORK = ("active", "proposed")


@requires(Privilege.DEMOGRAPHICS)
def chart(uow: UnitOfWork, patient_id: int) -> Chart:
    """Everything chart Summary shows; without the clinical part for roles that may not read it.

    Args:
        uow: The unit of work; its `today` decides what is coming and what is late.
        patient_id: Whose chart.

    Raises:
        NotFound: patients.unknown.
    """
    facts = clinical(uow, patient_id) if allows(uow.actor.role, Privilege.CLINICAL_READ) else None
    return Chart(
        banner=_banner(uow, patient_id, facts.allergies if facts else None),
        clinical=facts,
        next_dates=next_dates(uow, patient_id),
        open_referrals=_open_referrals(uow, patient_id),
        team=team(uow, patient_id),
        counts=counts(uow, patient_id),
        last_import_at=_last_import(uow, patient_id),
    )


@requires(Privilege.DEMOGRAPHICS)
def banner(uow: UnitOfWork, patient_id: int) -> Banner:
    """The patient banner; `allergies` only for roles that read clinical facts.

    Raises:
        NotFound: patients.unknown.
    """
    reads_clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    return _banner(uow, patient_id, chart_facts.allergies(uow, patient_id) if reads_clinical else None)


def _banner(uow: UnitOfWork, patient_id: int, allergies: Allergies | None) -> Banner:
    row = uow.session.execute(
        select(*HEAD, Patient.interpreter_needed, Patient.best_time, Patient.version).where(
            Patient.id == patient_id, Patient.removed_at.is_(None)
        )
    ).first()
    if row is None:
        raise NotFound("patients.unknown")
    return Banner(
        head=head_of(row),
        allergies=allergies,
        interpreter_needed=row.interpreter_needed,
        best_time=row.best_time,
        similar_name=patient_id in with_similar_name(uow, [patient_id]),
        version=row.version,
        sources=sources(uow, [patient_id]).get(patient_id, ()),
        alerts=in_force(uow, patient_id),
        photo_id=photo_id(uow, patient_id),
        readmission=readmissions.of_patient(uow, patient_id) if allergies is not None else None,
        outdated_pages=len(sections_of(uow, patient_id)),
        differences=differences.how_many(uow, patient_id) if allergies is not None else 0,
        synced=synced(uow, patient_id) if allergies is not None else (),
    )


@requires(Privilege.CLINICAL_READ)
def clinical(uow: UnitOfWork, patient_id: int) -> Clinical:
    """Problems, medicines, allergies, goals and results."""
    stored = [goal for goal in ordered_goals(uow, patient_id) if (goal.status or "active") in rules.OPEN]
    measured = [codes.measurement_of(goal.measure_code, goal.measure_text) for goal in stored]
    shown = [one for one in codes.measurements() if one.show]
    values = trends(uow, patient_id, {one.id: one for one in (*measured, *shown) if one}.values())
    return Clinical(
        problems=chart_facts.problems(uow, patient_id),
        medicines=chart_facts.medicines(uow, patient_id),
        allergies=chart_facts.allergies(uow, patient_id),
        goals=_goals(uow, patient_id, stored, values),
        results=tuple(
            ResultRow(one.codes[0], one.name, points[-1], points) for one in shown if (points := values.of(one))
        ),
    )


@requires(Privilege.APPOINTMENTS)
def next_dates(uow: UnitOfWork, patient_id: int) -> tuple[NextDate, ...]:
    """Coming visits, here and elsewhere, the next one first."""
    coming = appointments.of_patient(uow, patient_id, since=moment(uow))
    return tuple(
        NextDate(
            appointment_id=visit.id,
            starts_at=visit.starts_at,
            minutes=visit.minutes,
            what=visit.type_name or visit.reason,
            with_whom=visit.with_whom,
            where=visit.where,
            phone=visit.phone,
            outside=visit.outside,
            status=visit.status,
        )
        for visit in coming
        if visit.status in appointment_states.COMING
    )


@requires(Privilege.DEMOGRAPHICS)
def team(uow: UnitOfWork, patient_id: int) -> tuple[TeamMember, ...]:
    """Our own team of today, who leads first; then who other systems name, those of a team at work first, by name."""
    ours, taken = own_team(uow, patient_id)
    rows = uow.session.execute(
        of_imported_teams(
            select(
                CareTeamMember.id,
                CareTeamMember.practitioner_id,
                CareTeamMember.member_key,
                CareTeamMember.name,
                CareTeamMember.role,
                CareTeamMember.phone,
                CareTeam.status,
                CareTeam.ends_when,
                CareTeam.source_id,
                CareTeam.starts_when,
                Organization.name.label("organization"),
                Organization.phone.label("organization_phone"),
            ),
            patient_id,
        )
    ).all()
    whence = sources_of(uow, (row.source_id for row in rows))
    members: dict[str, TeamMember] = {}
    for row in rows:
        if {("member", row.id), ("person", row.practitioner_id)} & taken:
            continue
        current = (row.status is None or row.status in _TEAM_AT_WORK) and not _over(uow, row.ends_when)
        known = members.get(row.member_key)
        if known is None or (current and not known.current):
            organization = row.organization if row.organization != row.name else None
            origin = provenance(whence, row.source_id, organization=organization, recorded=row.starts_when)
            phone = row.phone or row.organization_phone
            members[row.member_key] = TeamMember(
                row.name, untagged(row.role or "") or None, organization, phone, current, origin
            )
    return (*ours, *sorted(members.values(), key=lambda member: (not member.current, member.name)))


def _over(uow: UnitOfWork, when: str | None) -> bool:
    return when is not None and moments.span(when, uow.zone).last < uow.today


def _goals(uow: UnitOfWork, patient_id: int, stored: list[Goal], values: Trends) -> tuple[GoalRow, ...]:
    coming: dict[int, PlanAction] = {}
    for action in ordered_actions(uow, patient_id):
        is_open = (action.status or "not-started") in rules.ACTION_OPEN
        before = coming.get(action.goal_id or 0)
        if is_open and action.goal_id and (before is None or _sooner(action, before)):
            coming[action.goal_id] = action
    whence = sources_of(uow, (goal.source_id for goal in stored))
    rows = []
    for goal in stored:
        measurement = codes.measurement_of(goal.measure_code, goal.measure_text)
        points = values.of(measurement, goal.target_unit)
        next_one = coming.get(goal.id)
        rows.append(
            GoalRow(
                id=goal.id,
                words=goal.words,
                text=goal.text,
                target=goal_target(goal, measurement),
                measure_code=goal.measure_code,
                status=goal.status or "active",
                achievement=goal.achievement,
                due_on=goal.due_on,
                owner=owner_of(goal),
                last=points[-1] if points else None,
                trend=points,
                next_action=next_one.text if next_one else None,
                next_action_due=next_one.due_on if next_one else None,
                next_action_owner=next_one.owner_name if next_one else None,
                provenance=provenance(whence, goal.source_id, goal.author, goal.organization, goal.recorded_when),
            )
        )
    return tuple(rows)


def _sooner(action: PlanAction, other: PlanAction) -> bool:
    return (action.due_on or dt.date.max) < (other.due_on or dt.date.max)


def _open_referrals(uow: UnitOfWork, patient_id: int) -> tuple[OpenReferral, ...]:
    asked = ReferralFilter(patient_id=patient_id, closed_days=0)
    return tuple(
        OpenReferral(row.id, row.service, row.to, row.state, row.ball_with, row.due, row.days_over)
        for row in referrals.rows(uow, asked)
        if row.column != _CLOSED
    )


def _last_import(uow: UnitOfWork, patient_id: int) -> dt.datetime | None:
    return uow.session.scalar(
        select(func.max(ImportBatch.finished_at))
        .join(SourceResource, SourceResource.import_id == ImportBatch.id)
        .where(SourceResource.patient_id == patient_id, ImportBatch.state == "complete")
    )
