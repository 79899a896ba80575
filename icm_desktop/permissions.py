"""Roles, privileges and who may do what. Default: deny."""

from __future__ import annotations

import functools
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from icm_desktop.errors import NotAllowed


class Role(StrEnum):
    """What a user of the practice is."""

    FRONT_DESK = "front_desk"
    COORDINATOR = "coordinator"
    CLINICIAN = "clinician"
    ADMINISTRATOR = "administrator"


class Privilege(StrEnum):
    """One thing a use case needs."""

    SIGN_IN = "sign_in"  # every signed-in user: own session, names of colleagues, the practice's settings
    DEMOGRAPHICS = "demographics"
    APPOINTMENTS = "appointments"
    CALL_LOG = "call_log"
    REFERRAL_LOGISTICS = "referral_logistics"
    REFERRAL_CLINICAL = "referral_clinical"
    REVIEW_NOTES = "review_notes"
    DECIDE_CONFLICTS = "decide_conflicts"
    RECONCILE = "reconcile"  # sign what is decided about medicines
    WORKLIST = "worklist"
    CLINICAL_READ = "clinical_read"
    CLINICAL_WRITE = "clinical_write"
    PRINT_HANDOUT = "print_handout"
    IMPORT = "import"
    IMPORT_APPOINTMENTS = "import_appointments"
    EXPORT = "export"
    USERS = "users"
    SETTINGS = "settings"
    BACKUP = "backup"
    AUDIT = "audit"
    UNDO = "undo"
    NEAR_MISS_NOTE = "near_miss_note"  # note one, and read what one noted oneself
    NEAR_MISS_READ = "near_miss_read"
    NEAR_MISS_REVIEW = "near_miss_review"
    MERGE = "merge"
    PATIENT_RIGHTS = "patient_rights"  # requests for access, amendment, accounting, restriction; to whom records went


_EVERYBODY = {
    Privilege.SIGN_IN,
    Privilege.DEMOGRAPHICS,
    Privilege.APPOINTMENTS,
    Privilege.CALL_LOG,
    Privilege.REFERRAL_LOGISTICS,
    Privilege.WORKLIST,
    Privilege.PRINT_HANDOUT,
    Privilege.IMPORT_APPOINTMENTS,
    Privilege.UNDO,
    Privilege.NEAR_MISS_NOTE,
}
_COORDINATOR = _EVERYBODY | {
    Privilege.REFERRAL_CLINICAL,
    Privilege.CLINICAL_READ,
    Privilege.CLINICAL_WRITE,
    Privilege.IMPORT,
    Privilege.EXPORT,
    Privilege.MERGE,
    Privilege.NEAR_MISS_READ,
    Privilege.PATIENT_RIGHTS,
}
_CLINICIAN = _COORDINATOR | {
    Privilege.REVIEW_NOTES,
    Privilege.DECIDE_CONFLICTS,
    Privilege.RECONCILE,
    Privilege.NEAR_MISS_REVIEW,
}

ALLOWED: dict[Role, frozenset[Privilege]] = {
    Role.FRONT_DESK: frozenset(_EVERYBODY),
    Role.COORDINATOR: frozenset(_COORDINATOR),
    Role.CLINICIAN: frozenset(_CLINICIAN),
    Role.ADMINISTRATOR: frozenset(Privilege),
}


class _HasRole(Protocol):
    @property
    def role(self) -> str: ...


class HasActor(Protocol):
    """A unit of work or an open practice: something done by somebody."""

    @property
    def actor(self) -> _HasRole: ...


P = ParamSpec("P")
R = TypeVar("R")
C = TypeVar("C", bound=HasActor)


def allows(role: str, privilege: Privilege) -> bool:
    """Whether the role has the privilege."""
    return privilege in ALLOWED[Role(role)]


def requires(privilege: Privilege) -> Callable[[Callable[Concatenate[C, P], R]], Callable[Concatenate[C, P], R]]:
    """Let only roles with `privilege` call the function; the first argument carries the actor.

    Raises:
        NotAllowed: "permissions.denied" with the role and the privilege.
    """

    def decorate(function: Callable[Concatenate[C, P], R]) -> Callable[Concatenate[C, P], R]:
        @functools.wraps(function)
        def checked(context: C, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not allows(context.actor.role, privilege):
                raise NotAllowed("permissions.denied", role=context.actor.role, privilege=privilege.value)
            return function(context, *args, **kwargs)

        marked: Any = checked
        marked.required_privilege = privilege
        return checked

    return decorate


def required_privilege(function: Callable[..., object]) -> Privilege | None:
    """The privilege a use case asks for, or None when it was not declared."""
    return getattr(function, "required_privilege", None)
