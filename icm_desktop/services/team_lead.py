"""The rule that a team with anybody of the practice on it has exactly one lead, who is on it."""

from __future__ import annotations

from collections.abc import Iterable

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.team import TeamMember
from db.repositories import team_members
from db.unit_of_work import UnitOfWork
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.CLINICAL_WRITE)
def set_lead(uow: UnitOfWork, patient: Patient, user_id: int) -> None:
    """Let a user who works here lead; put them on the team from today if they are not.

    Raises:
        Invalid: team.no_such_user at "user_id".
    """
    user = uow.session.get(UserAccount, user_id)
    if user is None or user.disabled_at is not None or user.removed_at is not None:
        raise Invalid("team.no_such_user", "user_id")
    patient.coordinator_id = user_id
    theirs = [row for row in inside_now(uow, patient.id) if row.user_id == user_id]
    if any(row.ends_on is not None for row in theirs):
        raise Invalid("team.lead_ends", "ends_on")
    if not theirs:
        uow.session.add(
            TeamMember(
                patient_id=patient.id, kind="user", name=user.display_name, user_id=user_id,
                role_code="care_coordinator", starts_on=uow.today,
            )
        )  # fmt: skip


@requires(Privilege.CLINICAL_READ)
def inside_now(uow: UnitOfWork, patient_id: int) -> list[TeamMember]:
    """Users of the practice who are on a team today."""
    return team_members.inside_on(uow.session, patient_id, uow.today)


@requires(Privilege.DEMOGRAPHICS)
def refuse_no_lead(uow: UnitOfWork, patient_ids: Iterable[int], field: str | None = None) -> None:
    """After a change in this transaction: nobody of the practice may be left on a team without a lead.

    Raises:
        Conflict: team.lead_needed; the caller's transaction rolls back.
    """
    uow.session.flush()
    if team_members.is_led_by_nobody(uow.session, set(patient_ids), uow.today):
        raise Conflict("team.lead_needed", field)


@requires(Privilege.UNDO)
def refuse_leaderless_undo(uow: UnitOfWork, action_id: int) -> None:
    """After an act was reverted: the same rule for every patient it was about.

    Raises:
        Conflict: team.lead_needed.
    """
    refuse_no_lead(uow, team_members.patients_of_act(uow.session, action_id))
