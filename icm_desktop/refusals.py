"""Problems of the file, its keys and new passwords as sentences for a person."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from db import passwords
from db.errors import DISK_FULL, DatabaseProblem
from icm_desktop.content.passwords import common_passwords
from icm_desktop.domain import person
from icm_desktop.errors import CannotOpen, Invalid


@contextmanager
def as_cannot_open() -> Iterator[None]:
    """Problems of the file and its keys as sentences for a person."""
    try:
        yield
    except DatabaseProblem as problem:
        params: dict[str, Any] = problem.params
        raise CannotOpen(problem.code, **params) from problem
    except OSError as error:
        if error.errno in DISK_FULL:
            raise CannotOpen("db.disk_full") from error
        raise CannotOpen(
            "db.cannot_reach", path=str(error.filename or ""), reason=os.strerror(error.errno or 0)
        ) from error


def check_new_password(password: str, *names: str) -> None:
    """Refuse a weak new password.

    Raises:
        Invalid: password.short, password.long, password.common, password.name or password.repeated.
    """
    try:
        passwords.check_password(password, blocklist=common_passwords(), names=names)
    except DatabaseProblem as problem:
        params: dict[str, Any] = {key: value for key, value in problem.params.items() if key != "reason"}
        raise Invalid(f"password.{problem.params['reason']}", "password", **params) from None


def check_user_name(name: str) -> None:
    """Refuse a user name nobody can type back.

    Raises:
        Invalid: access.bad_user_name.
    """
    if not 1 <= len(name.strip()) <= 40 or not name.isprintable() or name != name.strip():
        raise Invalid("access.bad_user_name", "user")


def checked_phone(text: str | None, field: str = "phone") -> str | None:
    """A phone number of the practice as typed; None when nothing was typed.

    Raises:
        Invalid: registration.bad_phone, registration.too_long.
    """
    try:
        return person.phone(text)
    except person.Unusable as error:
        raise Invalid(f"registration.{error.reason}", field, **error.params) from None
