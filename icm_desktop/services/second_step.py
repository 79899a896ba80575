"""One-time codes beside the password: turned on and off by oneself, taken off a colleague whose telephone is gone."""

from __future__ import annotations

from db import totp
from db.lockout import Attempts
from db.models.access import SecondStep, UserAccount
from db.unit_of_work import UnitOfWork
from icm_desktop import paths, second_step
from icm_desktop.changes import Changes
from icm_desktop.contracts.access import TakeOffSecondStep, TurnOffSecondStep, TurnOnSecondStep, UserSaved
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.second_step import BY_ADMINISTRATOR, OWN, asked_of
from icm_desktop.queries.users import row_of
from icm_desktop.services import lines
from icm_desktop.services.own_password import check_own_password


@requires(Privilege.SIGN_IN)
def turn_on(uow: UnitOfWork, request: TurnOnSecondStep) -> Changes:
    """Ask the signed-in user for a code from the next sign-in on; a first code proves that the app has the secret.

    Raises:
        Conflict: access.second_step_on, already.
        Invalid: keyring.wrong_password, and of the code as `icm_desktop.second_step.judged`.
        DatabaseProblem: db.locked_out.
    """
    user = _self(uow)
    if asked_of(uow, user.id) is not None:
        raise Conflict("access.second_step_on")
    check_own_password(uow, request.password)
    try:
        secret = totp.read(request.secret)
    except ValueError:  # not what the screen showed
        raise Invalid("access.code_wrong", "code") from None
    user.code_step = second_step.judged(secret, request.code, 0, uow.now)
    row = SecondStep(user_id=user.id, secret=secret, at_unlock=request.at_unlock)
    uow.session.add(row)
    uow.session.flush()
    uow.record("access.second_step_on", object_kind="second_step", object_id=row.id)
    return Changes.of("user")


@requires(Privilege.SIGN_IN)
def turn_off(uow: UnitOfWork, request: TurnOffSecondStep) -> Changes:
    """Ask the signed-in user for no code any more.

    Raises:
        Conflict: access.second_step_off, already.
        Invalid: keyring.wrong_password, access.code_locked_out, and of the code as `icm_desktop.second_step.judged`.
        DatabaseProblem: db.locked_out.
    """
    user = _self(uow)
    row = asked_of(uow, user.id)
    if row is None:
        raise Conflict("access.second_step_off")
    check_own_password(uow, request.password)
    attempts = Attempts(paths.state_folder(), uow.database.database_id)
    step = second_step.tried(attempts, user.id, row.secret, request.code, user.code_step or 0, uow.now)
    second_step.over(attempts, user.id, second_step.Passed(row, step))
    user.code_step = step
    second_step.end(uow, row, OWN)
    return Changes.of("user")


@requires(Privilege.USERS)
def take_off(uow: UnitOfWork, request: TakeOffSecondStep) -> UserSaved:
    """Ask a colleague for no code any more; they are told at their next sign-in. One's own takes the recovery code.

    Raises:
        Invalid: access.own_second_step; set_up.reason_missing when nobody says why.
        Conflict: access.second_step_off, already.
        NotFound: set_up.gone.
    """
    if request.user_id == uow.actor.user_id:
        raise Invalid("access.own_second_step")
    user = uow.session.get(UserAccount, request.user_id)
    if user is None or user.removed_at is not None:
        raise NotFound("set_up.gone")
    reason = lines.needed(request.reason, "reason", "access.second_step_reason")
    row = asked_of(uow, user.id)
    if row is None:
        raise Conflict("access.second_step_off")
    second_step.end(uow, row, BY_ADMINISTRATOR, reason)
    uow.session.flush()
    return UserSaved(row_of(user), Changes.of("user"))


def _self(uow: UnitOfWork) -> UserAccount:
    user = uow.session.get(UserAccount, uow.actor.user_id or 0)
    if user is None:
        raise NotFound("access.no_such_user", name=uow.actor.name)
    return user
