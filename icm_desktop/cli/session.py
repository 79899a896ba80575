"""Who signs in on the command line, and to what; the password is never an argument."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

from icm_desktop import bootstrap, paths
from icm_desktop.cli.output import notice
from icm_desktop.contracts.access import SignIn
from icm_desktop.errors import CannotOpen, Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say


def database_of(arguments: argparse.Namespace) -> Path:
    """The database the command is about."""
    return Path(arguments.database) if arguments.database else paths.default_database()


def user_of(arguments: argparse.Namespace) -> str:
    """Who signs in.

    Raises:
        Invalid: nobody was named.
    """
    if not arguments.user:
        raise Invalid("cli.no_user")
    return str(arguments.user)


def password_of(file: Path | None) -> str:
    """The password from a file (its last line end is not part of it) or from ICM_PASSWORD.

    Raises:
        Invalid: there is none, or the file cannot be read.
    """
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise Invalid("cli.password_file", file=str(file)) from error
    password = os.environ.get("ICM_PASSWORD")
    if not password:
        raise Invalid("cli.no_password")
    return password


def code_of(file: Path | None) -> str | None:
    """The one-time code from a file or from ICM_CODE; None when there is none.

    Raises:
        Invalid: the file cannot be read.
    """
    if file is None:
        return os.environ.get("ICM_CODE") or None
    try:
        return file.read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid("cli.code_file", file=str(file)) from error


def open_practice(arguments: argparse.Namespace) -> OpenPractice:
    """Sign in and open; reading commands compute as of `--today`.

    Raises:
        UserError: no user, no password, wrong password, or the file cannot be opened.
    """
    return replace(_signed_in(sign_in_request(arguments)), today=arguments.today)


def _signed_in(request: SignIn) -> OpenPractice:
    """Sign in; a database of an older version is brought up to date first, and a person is told."""
    try:
        return bootstrap.sign_in(request)
    except Invalid as error:
        raise Invalid("cli.code_wanted") if error.code == "access.code_wanted" else error from None
    except CannotOpen as error:
        if error.code != "db.older_schema":
            raise
        notice(say("cli.updating", needed_mb=error.params["needed_mb"]))
    practice = bootstrap.sign_in(replace(request, update=True))
    notice(say("cli.updated", file=practice.signed_in().kept_before_update or ""))
    return practice


def sign_in_request(arguments: argparse.Namespace) -> SignIn:
    """Who asks to sign in to what.

    Raises:
        Invalid: no user or no password was given, or the file with the one-time code cannot be read.
    """
    return SignIn(
        str(database_of(arguments)),
        user_of(arguments),
        password_of(arguments.password_file),
        accept_older=arguments.accept_older_copy,
        code=code_of(arguments.one_time_code_file),
    )
