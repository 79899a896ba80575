"""Versions of the plans of those sample patients that are for show: put to the team, answered, copies given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from db.models.patient import Patient
from db.models.plan import CarePlan
from db.models.shared_plan import PlanCopy, PlanSignOff, PlanVersion
from db.models.team import TeamMember
from db.unit_of_work import UnitOfWork
from icm_desktop.content.sample import sample
from icm_desktop.content.team import role_named
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.plan_versions import Signer
from icm_desktop.contracts.team import TakeOver
from icm_desktop.domain import plan_difference as plans
from icm_desktop.domain import plan_versions as rules
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.plan_signers import signers
from icm_desktop.queries.plan_snapshot import snapshot
from icm_desktop.queries.team import LEADS, imported
from icm_desktop.sample.case import SHOWN
from icm_desktop.services.team import take_over

_TENDER = 3  # of so many versions one still waits for answers
_MOST_ASKED = 4


@requires(Privilege.SETTINGS)
def put_teams_together(uow: UnitOfWork) -> None:
    """Take over, for every plan for show, who other systems name, as of the day it was agreed.

    The coordinator leads the team already, as a user.
    """
    for plan in _for_show(uow):
        named = imported(uow, plan.patient_id)
        ids = tuple(one.id for one in named if one.member_id is None and role_named(one.role) != LEADS)
        if ids:
            for member_id in take_over(uow, TakeOver(plan.patient_id, ids)).member_ids:
                uow.session.get_one(TeamMember, member_id).starts_on = plan.agreed_on or uow.today


def _for_show(uow: UnitOfWork) -> Sequence[CarePlan]:
    wanted = select(CarePlan).where(
        CarePlan.patient_id <= SHOWN, CarePlan.source_id.is_(None), CarePlan.agreed_on.is_not(None)
    )
    return uow.session.scalars(wanted.order_by(CarePlan.patient_id)).all()


@requires(Privilege.SETTINGS)
def sign_plans(uow: UnitOfWork) -> None:
    """Give every plan for show that was agreed its first version, as it was before its newest action."""
    for place, plan in enumerate(_for_show(uow)):
        _sign(uow, plan, waits=place % _TENDER == _TENDER - 1)


def _sign(uow: UnitOfWork, plan: CarePlan, *, waits: bool) -> None:
    items = list(snapshot(uow, plan.patient_id))
    last = max((at for at, item in enumerate(items) if item.section == "action"), default=None)
    if last is None or plan.agreed_on is None:
        return
    del items[last]
    day = uow.today - dt.timedelta(days=2) if waits else plan.agreed_on
    asked = [one for one in signers(uow, plan.patient_id) if one.usual][:_MOST_ASKED]
    by = next((one.who for one in asked if one.who.kind is OwnerKind.USER), None)
    content = plans.content_of(items)
    version = PlanVersion(
        patient_id=plan.patient_id,
        number=1,
        frozen_at=dt.datetime.combine(day, dt.time(10), uow.zone).astimezone(dt.UTC),
        frozen_on=day,
        frozen_by_id=by.id if by else None,
        frozen_by=by.name if by else uow.actor.name,
        risk=plan.risk,
        review_due=plan.review_due,
        content=content,
        content_hash=plans.hash_of(content),
    )
    uow.session.add(version)
    uow.session.flush()
    _answers(uow, version, asked, waits=waits)


def _answers(uow: UnitOfWork, version: PlanVersion, asked: list[Signer], *, waits: bool) -> None:
    """Ask the patient and the team; unless it still waits, all have answered and the patient has a copy."""
    patient = uow.session.get(Patient, version.patient_id)
    name = spoken(patient.given, patient.family) if patient else ""
    told = None if waits else rules.ACCEPTED
    _ask(uow, version, PlanSignOff(party=rules.PATIENT, name=name, answer=told, how="in_person"))
    for place, one in enumerate(asked):
        row = PlanSignOff(
            party=rules.MEMBER, name=one.who.name, role=one.role, organization=one.who.organization,
            user_id=one.who.id if one.who.kind is OwnerKind.USER else None,
            practitioner_id=one.who.id if one.who.kind is OwnerKind.PRACTITIONER else None,
            answer=rules.ACCEPTED if place == 0 else told,
            how=rules.HERE if one.who.kind is OwnerKind.USER else "fax",
        )  # fmt: skip
        if place == 1 and version.patient_id % 5 == 0:
            row.answer, row.reason = rules.DISSENTED, sample("texts")["plan"]["dissent"]
        _ask(uow, version, row)
    if not waits:
        uow.session.add(
            PlanCopy(
                patient_id=version.patient_id,
                plan_version_id=version.id,
                to_kind="patient",
                to_name=name,
                how="paper",
                given_on=version.frozen_on,
                given_by=version.frozen_by,
            )
        )


def _ask(uow: UnitOfWork, version: PlanVersion, row: PlanSignOff) -> None:
    row.patient_id, row.plan_version_id = version.patient_id, version.id
    if row.answer is None:
        row.how = None
    else:
        row.answered_on, row.answered_by, row.recorded_by = version.frozen_on, row.name, version.frozen_by
        if row.how == rules.HERE:
            row.recorded_by = row.name
    uow.session.add(row)
