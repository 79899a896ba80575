"""`init` and `user`."""

from __future__ import annotations

import argparse

from icm_desktop import bootstrap, rekeying
from icm_desktop.cli.output import Output, notice, plain, table
from icm_desktop.cli.session import database_of, open_practice, password_of, user_of
from icm_desktop.contracts.access import NewPractice, NewUser, UserRow
from icm_desktop.errors import CannotOpen
from icm_desktop.long_work import NoProgress
from icm_desktop.practice import OpenPractice
from icm_desktop.words import error_sentence, say


def init_command(arguments: argparse.Namespace) -> Output:
    """Make a new encrypted database; the recovery code is printed once."""
    request = NewPractice(
        str(database_of(arguments)),
        arguments.practice,
        arguments.time_zone,
        user_of(arguments),
        password_of(arguments.password_file),
        phone=arguments.phone,
        use_keyring=arguments.use_keyring,
    )
    made = bootstrap.make_practice(request)
    return Output(plain(made), say("cli.made", database=made.database, code=made.recovery_code))


def user_command(arguments: argparse.Namespace) -> Output:
    """Add, list or disable users."""
    practice = open_practice(arguments)
    try:
        if arguments.user_command == "add":
            password = password_of(arguments.new_password_file)
            shown = arguments.display_name or arguments.name
            rows = [
                practice.run("services.access.add_user", NewUser(arguments.name, shown, arguments.role, password)).user
            ]
        elif arguments.user_command == "disable":
            rows = [practice.run("services.access.disable_user", arguments.name).user]
            practice = _with_new_key(practice)
        else:
            rows = list(practice.run("queries.users.users"))
    finally:
        practice.close()
    return Output([_document(row) for row in rows], _text(rows))


def _with_new_key(practice: OpenPractice) -> OpenPractice:
    """Who left may have kept the key: the file gets a new one. Where it cannot, it stays due and that is said."""
    try:
        rekeying.refuse_who_left(practice)
        rekeying.change_key(practice, NoProgress())
    except CannotOpen as why:
        notice(say("cli.key_due", why=error_sentence(why)))
        if why.code == "access.user_disabled":
            return practice
    return rekeying.open_again(practice)


def _document(row: UserRow) -> dict[str, object]:
    return {
        "name": row.name, "display_name": row.display_name, "role": row.role, "disabled": row.disabled,
        "second_step": row.second_step,
    }  # fmt: skip


def _text(rows: list[UserRow]) -> str:
    state = {(True, True): "disabled", (True, False): "disabled", (False, True): "one-time code", (False, False): ""}
    lines = [(row.name, row.display_name, row.role, state[row.disabled, row.second_step]) for row in rows]
    return table(("User", "Name", "Role", ""), lines)
