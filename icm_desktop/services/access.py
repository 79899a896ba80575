"""Users of the practice and their passwords."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import func, select

from db import keys
from db.errors import DatabaseProblem
from db.models.access import UserAccount
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop import device_secret, holding
from icm_desktop.changes import Changes
from icm_desktop.contracts.access import ChangeUser, NewRecoveryCode, NewUser, ResetPassword, UserSaved
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.queries.users import row_of
from icm_desktop.refusals import check_new_password, check_user_name
from icm_desktop.services import lines
from icm_desktop.services.rows import current


@requires(Privilege.USERS)
def add_user(uow: UnitOfWork, request: NewUser) -> UserSaved:
    """Add a user with a first password, which they change at their first sign-in.

    Raises:
        Invalid: the name is taken or cannot be used, or the password is weak.
    """
    check_user_name(request.name)
    practice = uow.session.scalars(select(Practice)).one()
    check_new_password(request.password, request.name, practice.name)
    if _find(uow, request.name) is not None:
        raise Invalid("access.user_exists", "name", name=request.name)
    users = set(uow.session.scalars(select(UserAccount.id)))
    user = UserAccount(name=request.name, display_name=request.display_name, role=Role(request.role).value)
    user.must_change_password = not practice.is_sample
    uow.session.add(user)
    uow.session.flush()
    path, key = uow.database.path, uow.database.key
    secret = device_secret.for_new_password(uow.database, wanted=practice.uses_keyring)
    generation = keys.add_password_slot(path, key, user.id, user.name, request.password, users=users, device=secret)
    _note_keys(uow, generation)
    holding.hand_out(uow)
    return _saved(uow, user)


@requires(Privilege.USERS)
def disable_user(uow: UnitOfWork, name: str) -> UserSaved:
    """End a user's access: the password slot is removed at once, and the file is to get a new key.

    Raises:
        NotFound: there is no such user.
        Invalid: the user is the only administrator.
    """
    user = _find(uow, name)
    if user is None:
        raise NotFound("access.no_such_user", "name", name=name)
    _keep_an_administrator(uow, user)
    if user.disabled_at is None:
        user.disabled_at = uow.now
        _take_slot_away(uow, user)
        practice = uow.session.scalars(select(Practice)).one()
        practice.key_due_since = practice.key_due_since or uow.now
        holding.hand_out(uow)
    return _saved(uow, user)


@requires(Privilege.USERS)
def change_key_at_close(uow: UnitOfWork, wanted: bool) -> Changes:
    """Whether the file gets its new key when the program is closed at the end of the day."""
    practice = uow.session.scalars(select(Practice)).one()
    practice.key_at_close = wanted
    return Changes.of("practice", action_id=uow.action_id)


@requires(Privilege.USERS)
def change_user(uow: UnitOfWork, request: ChangeUser) -> UserSaved:
    """Change a user's name, role and ways to reach them; the role counts from their next sign-in on.

    Raises:
        Invalid: access.name_missing, access.no_such_role, access.last_administrator, registration.*.
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    user = current(uow.session, UserAccount, request.user_id, request.expected_version)
    if request.role not in set(Role):
        raise Invalid("access.no_such_role", "role")
    if request.role != Role.ADMINISTRATOR.value:
        _keep_an_administrator(uow, user)
    user.display_name = lines.needed(request.display_name, "display_name", "access.name_missing")
    user.role, user.job_title = request.role, lines.line(request.job_title, "job_title")
    user.email, user.phone = lines.email(request.email), lines.phone(request.phone)
    uow.session.flush()
    holding.hand_out(uow)
    return UserSaved(row_of(user), Changes.of("user", action_id=uow.action_id))


@requires(Privilege.USERS)
def reset_password(uow: UnitOfWork, request: ResetPassword) -> UserSaved:
    """Give a user a new password, which they change at their next sign-in; one who was disabled may sign in again.

    Raises:
        Invalid: the password is weak.
        NotFound: set_up.gone.
    """
    user = uow.session.get(UserAccount, request.user_id)
    if user is None or user.removed_at is not None:
        raise NotFound("set_up.gone")
    practice = uow.session.scalars(select(Practice)).one()
    check_new_password(request.password, user.name, practice.name)
    path, key = uow.database.path, uow.database.key
    secret = device_secret.for_new_password(uow.database, wanted=practice.uses_keyring)
    try:
        generation = keys.replace_password(path, key, user.id, request.password, device=secret)
    except DatabaseProblem as problem:
        if problem.code != "db.no_slot":
            raise
        users = set(uow.session.scalars(select(UserAccount.id)))
        generation = keys.add_password_slot(path, key, user.id, user.name, request.password, users=users, device=secret)
    _note_keys(uow, generation)
    uow.record("access.password_reset", object_kind="user_account", object_id=user.id)
    user.disabled_at = None
    user.must_change_password = user.id != uow.actor.user_id
    holding.hand_out(uow)
    return _saved(uow, user)


@requires(Privilege.SIGN_IN)
def change_password(uow: UnitOfWork, password: str) -> Changes:
    """Give the signed-in user a new password.

    Raises:
        Invalid: the password is weak, or password.given, the one the administrator set.
    """
    practice = uow.session.scalars(select(Practice)).one()
    check_new_password(password, uow.actor.name, practice.name)
    user = uow.session.get(UserAccount, _own_id(uow))
    if user is not None and user.must_change_password:
        _refuse_the_given_one(uow, user, password)
    secret = device_secret.for_new_password(uow.database, wanted=practice.uses_keyring)
    path, key = uow.database.path, uow.database.key
    _note_keys(uow, keys.replace_password(path, key, _own_id(uow), password, device=secret))
    if user is not None:
        user.must_change_password = False
    uow.record("access.password_changed")
    return Changes.of("user")


@requires(Privilege.SIGN_IN)
def confirm_recovery(uow: UnitOfWork, code: str) -> Changes:
    """Somebody typed the recovery code back: the sheet exists, and from now on it is the only one that opens.

    Raises:
        DatabaseProblem: db.recovery_code_typo, db.wrong_recovery_code.
    """
    path, key = uow.database.path, uow.database.key
    before = keys.slot_generation(path, key)
    generation = keys.confirm_recovery_code(path, key, code)
    if generation != before:
        _note_keys(uow, generation)
    practice = uow.session.scalars(select(Practice)).one()
    practice.recovery_confirmed_at = uow.now
    return Changes.of("practice")


@requires(Privilege.USERS)
def check_recovery(uow: UnitOfWork, code: str) -> Changes:
    """Somebody typed the whole recovery code from its sheet: when it opens this database, the sheet is confirmed.

    Raises:
        DatabaseProblem: db.recovery_code_typo, db.wrong_recovery_code.
    """
    return confirm_recovery(uow, code)


@requires(Privilege.USERS)
def new_recovery_code(uow: UnitOfWork) -> NewRecoveryCode:
    """Make a new recovery code, because the sheet was lost; the old one works until the new one is typed back."""
    code = keys.new_recovery_code(uow.database.path, uow.database.key)
    _note_keys(uow, keys.slot_generation(uow.database.path, uow.database.key))
    uow.session.scalars(select(Practice)).one().recovery_confirmed_at = None
    return NewRecoveryCode(code, Changes.of("practice"))


@requires(Privilege.SIGN_IN)
def signed_out(uow: UnitOfWork, how: str) -> Changes:
    """Note in the audit record that the window was locked or closed; `how`: locked, closed, switched."""
    uow.record("access.signed_out", detail={"how": how})
    return Changes()


@requires(Privilege.UNDO)
def refuse_no_administrator(uow: UnitOfWork) -> None:
    """After an act was reverted in this transaction: somebody must still be able to manage the users.

    Raises:
        Invalid: access.no_administrator_left; the caller's transaction rolls back.
    """
    uow.session.flush()
    if not _active_administrators(uow):
        raise Invalid("access.no_administrator_left")


def _refuse_the_given_one(uow: UnitOfWork, user: UserAccount, password: str) -> None:
    with suppress(DatabaseProblem):
        keys.unlock_with_password(uow.database.path, user.name, password, device=device_secret.from_keyring)
        raise Invalid("password.given", "password")


def _take_slot_away(uow: UnitOfWork, user: UserAccount) -> None:
    try:
        generation = keys.remove_slot(uow.database.path, uow.database.key, user.id)
    except DatabaseProblem as problem:
        if problem.code != "db.no_slot":  # gone already: the computer stopped before the record said so
            raise
        generation = keys.slot_generation(uow.database.path, uow.database.key)
    _note_keys(uow, generation)


def _note_keys(uow: UnitOfWork, generation: int) -> None:
    # Verify compares it with the key file, so that an older one put back (with a user who left) is noticed.
    uow.record("keys.changed", detail={"generation": generation})


def _saved(uow: UnitOfWork, user: UserAccount) -> UserSaved:
    """Key slots do not go back with the rows, so that none of these acts is offered for undo."""
    uow.session.flush()
    return UserSaved(row_of(user), Changes.of("user"))


def _find(uow: UnitOfWork, name: str) -> UserAccount | None:
    return uow.session.scalars(select(UserAccount).where(UserAccount.name == name.strip())).one_or_none()


def _keep_an_administrator(uow: UnitOfWork, user: UserAccount) -> None:
    active = user.role == Role.ADMINISTRATOR.value and user.disabled_at is None
    if active and _active_administrators(uow) == 1:
        raise Invalid("access.last_administrator", "role", name=user.name)


def _active_administrators(uow: UnitOfWork) -> int:
    count = select(func.count()).where(
        UserAccount.role == Role.ADMINISTRATOR.value,
        UserAccount.disabled_at.is_(None),
        UserAccount.removed_at.is_(None),
    )
    return uow.session.scalars(count).one()


def _own_id(uow: UnitOfWork) -> int:
    if uow.actor.user_id is None:
        raise NotFound("access.no_such_user", name=uow.actor.name)
    return uow.actor.user_id
